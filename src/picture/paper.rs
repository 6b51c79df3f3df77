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

    /// The usual paper where this locale is used: `en_US.UTF-8` gives Letter.
    pub fn of_locale(locale: &str) -> Self {
        let territory = locale.split(['.', '@']).next().unwrap_or("").rsplit(['_', '-']).next().unwrap_or("");
        match territory.to_ascii_uppercase().as_str() {
            "US" | "CA" | "MX" | "PH" | "CL" | "CO" | "VE" | "CR" | "GT" | "PA" | "DO" | "PR" => Paper::Letter,
            _ => Paper::A4,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn north_america_prints_on_letter() {
        for locale in ["en_US.UTF-8", "en-US", "fr_CA@euro"] {
            assert_eq!(Paper::of_locale(locale), Paper::Letter, "{locale}");
        }
        for locale in ["", "C", "en_GB.UTF-8", "de-DE", "POSIX"] {
            assert_eq!(Paper::of_locale(locale), Paper::A4, "{locale}");
        }
    }
}
