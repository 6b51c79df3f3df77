//! Sizes of paper, for documents with pages.

/// The size of paper that pages are printed on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Paper {
    /// 210 × 297 mm, used almost everywhere.
    #[default]
    A4,
    /// 8.5 × 11 inches, used in North America and some countries south of it.
    Letter,
}

impl Paper {
    /// Both sizes.
    pub const ALL: [Paper; 2] = [Paper::A4, Paper::Letter];

    /// The name of the size.
    pub const fn name(self) -> &'static str {
        match self {
            Paper::A4 => "A4",
            Paper::Letter => "US Letter",
        }
    }

    /// The word of the size on the command line.
    pub const fn word(self) -> &'static str {
        match self {
            Paper::A4 => "a4",
            Paper::Letter => "letter",
        }
    }

    /// Width and height of an upright page, in points (1/72 inch).
    pub const fn size(self) -> (f32, f32) {
        match self {
            Paper::A4 => (595.28, 841.89),
            Paper::Letter => (612.0, 792.0),
        }
    }

    /// The usual paper where this locale is used: `en_US.UTF-8` gives Letter. `None` if it names no country, as `C`.
    pub fn of_locale(locale: &str) -> Option<Self> {
        let (_, country) = locale.split(['.', '@']).next().unwrap_or("").rsplit_once(['_', '-'])?;
        Some(Self::of(LETTER.iter().any(|(code, _)| code.eq_ignore_ascii_case(country))))
    }

    /// The usual paper in a time zone: `America/New_York` gives Letter.
    pub fn of_zone(zone: &str) -> Self {
        let is_in = |name: &str| zone.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        Self::of(LETTER.iter().flat_map(|(_, zones)| zones.split_whitespace()).any(is_in))
    }

    const fn of(is_letter: bool) -> Self {
        if is_letter { Paper::Letter } else { Paper::A4 }
    }
}

/// The countries that print on Letter, each with its time zones, or with the part before the last `/` of several.
const LETTER: &[(&str, &str)] = &[
    (
        "US",
        "US Pacific/Honolulu America/Adak America/Anchorage America/Boise America/Chicago America/Denver \
         America/Detroit America/Indiana America/Indianapolis America/Juneau America/Kentucky America/Los_Angeles \
         America/Louisville America/Menominee America/Metlakatla America/New_York America/Nome \
         America/North_Dakota America/Phoenix America/Sitka America/Yakutat",
    ),
    ("PR", "America/Puerto_Rico"),
    (
        "CA",
        "Canada America/Atikokan America/Blanc-Sablon America/Cambridge_Bay America/Coral_Harbour America/Creston \
         America/Dawson America/Dawson_Creek America/Edmonton America/Fort_Nelson America/Glace_Bay \
         America/Goose_Bay America/Halifax America/Inuvik America/Iqaluit America/Moncton America/Montreal \
         America/Nipigon America/Pangnirtung America/Rainy_River America/Rankin_Inlet America/Regina \
         America/Resolute America/St_Johns America/Swift_Current America/Thunder_Bay America/Toronto \
         America/Vancouver America/Whitehorse America/Winnipeg America/Yellowknife",
    ),
    (
        "MX",
        "Mexico America/Bahia_Banderas America/Cancun America/Chihuahua America/Ciudad_Juarez America/Ensenada \
         America/Hermosillo America/Matamoros America/Mazatlan America/Merida America/Mexico_City \
         America/Monterrey America/Ojinaga America/Tijuana",
    ),
    ("BZ", "America/Belize"),
    ("CL", "Chile America/Coyhaique America/Punta_Arenas America/Santiago Pacific/Easter"),
    ("CO", "America/Bogota"),
    ("CR", "America/Costa_Rica"),
    ("DO", "America/Santo_Domingo"),
    ("GT", "America/Guatemala"),
    ("NI", "America/Managua"),
    ("PA", "America/Panama"),
    ("PH", "Asia/Manila"),
    ("SV", "America/El_Salvador"),
    ("VE", "America/Caracas"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn north_america_prints_on_letter() {
        for locale in ["en_US.UTF-8", "en-US", "fr_CA@euro"] {
            assert_eq!(Paper::of_locale(locale), Some(Paper::Letter), "{locale}");
        }
        for locale in ["en_GB.UTF-8", "de-DE"] {
            assert_eq!(Paper::of_locale(locale), Some(Paper::A4), "{locale}");
        }
        for locale in ["", "C", "C.UTF-8", "POSIX"] {
            assert_eq!(Paper::of_locale(locale), None, "{locale}");
        }
        for zone in ["America/New_York", "America/Indiana/Knox", "US/Eastern", "Pacific/Honolulu", "America/Toronto"] {
            assert_eq!(Paper::of_zone(zone), Paper::Letter, "{zone}");
        }
        for zone in ["UTC", "", "Europe/Berlin", "America/Sao_Paulo", "Pacific/Auckland", "America/Dawsonville"] {
            assert_eq!(Paper::of_zone(zone), Paper::A4, "{zone}");
        }
    }

    #[test]
    fn zone_and_locale_of_a_country_agree() {
        for (locale, zone) in [
            ("es_MX", "America/Mexico_City"),
            ("en_PH", "Asia/Manila"),
            ("es_CL", "America/Santiago"),
            ("es_CO", "America/Bogota"),
            ("es_SV", "America/El_Salvador"),
            ("en_CA", "America/Thunder_Bay"),
            ("de_DE", "Europe/Berlin"),
            ("pt_BR", "America/Sao_Paulo"),
            ("es_AR", "America/Argentina/Buenos_Aires"),
        ] {
            assert_eq!(Paper::of_locale(locale), Some(Paper::of_zone(zone)), "{locale}, {zone}");
        }
    }
}
