//! Sizes of paper, for documents with pages.

/// The size of paper that pages are printed on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Paper {
    /// 210 × 297 mm, used almost everywhere.
    #[default]
    A4,
    /// 8.5 × 11 inches, used in North America.
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
        let (_, territory) = locale.split(['.', '@']).next().unwrap_or("").rsplit_once(['_', '-'])?;
        Some(match territory.to_ascii_uppercase().as_str() {
            "US" | "CA" | "MX" | "PH" | "CL" | "CO" | "VE" | "CR" | "GT" | "PA" | "DO" | "PR" => Paper::Letter,
            _ => Paper::A4,
        })
    }

    /// The usual paper in a time zone: `America/New_York` gives Letter.
    pub fn of_zone(zone: &str) -> Self {
        let (area, place) = zone.split_once('/').unwrap_or_default();
        let is_letter = match area {
            "US" | "Canada" => true,
            "America" => {
                let place = place.split('/').next().unwrap_or("");
                LETTER_PLACES.contains(&place)
            }
            "Pacific" => place == "Honolulu",
            _ => false,
        };
        if is_letter { Paper::Letter } else { Paper::A4 }
    }
}

/// The places of the zones `America/…` in the United States and Canada.
const LETTER_PLACES: &[&str] = &[
    "Adak",
    "Anchorage",
    "Boise",
    "Cambridge_Bay",
    "Chicago",
    "Dawson",
    "Dawson_Creek",
    "Denver",
    "Detroit",
    "Edmonton",
    "Fort_Nelson",
    "Glace_Bay",
    "Goose_Bay",
    "Halifax",
    "Indiana",
    "Indianapolis",
    "Inuvik",
    "Iqaluit",
    "Juneau",
    "Kentucky",
    "Los_Angeles",
    "Louisville",
    "Menominee",
    "Metlakatla",
    "Moncton",
    "Montreal",
    "New_York",
    "Nome",
    "North_Dakota",
    "Phoenix",
    "Puerto_Rico",
    "Rankin_Inlet",
    "Regina",
    "Resolute",
    "Sitka",
    "St_Johns",
    "Swift_Current",
    "Toronto",
    "Vancouver",
    "Whitehorse",
    "Winnipeg",
    "Yakutat",
    "Yellowknife",
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
        for zone in ["UTC", "", "Europe/Berlin", "America/Sao_Paulo", "Pacific/Auckland"] {
            assert_eq!(Paper::of_zone(zone), Paper::A4, "{zone}");
        }
    }
}
