//! Which numbers are dates: that is only said by their format.

/// What the number of a cell means by its format.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum NumberKind {
    #[default]
    Plain,
    Date,
    /// A time of day, or a duration.
    Time,
    DateTime,
}

impl NumberKind {
    /// The kind of a format that every spreadsheet knows by its number (ECMA-376, 18.8.30).
    pub fn of_builtin(id: u32) -> Self {
        match id {
            14..=17 | 27..=31 | 36 | 50..=58 => NumberKind::Date,
            18..=21 | 32..=35 | 45..=47 => NumberKind::Time,
            22 => NumberKind::DateTime,
            _ => NumberKind::Plain,
        }
    }

    /// The kind of a format by its code, such as `dd/mm/yyyy hh:mm`.
    pub fn of_code(code: &str) -> Self {
        if code.eq_ignore_ascii_case("general") || code.eq_ignore_ascii_case("standard") {
            return NumberKind::Plain;
        }
        let mut seen = FormatLetters::default();
        let mut rest = code.chars();
        while let Some(letter) = rest.next() {
            match letter {
                // The second section is for negative numbers.
                ';' => break,
                '"' => drop(rest.by_ref().find(|&c| c == '"')),
                '\\' | '_' | '*' => drop(rest.next()),
                '[' => {
                    let inside: String = rest.by_ref().take_while(|&c| c != ']').take(40).collect();
                    // `[h]` counts hours beyond a day; others are colours, conditions and languages.
                    seen.time |= !inside.is_empty() && inside.chars().all(|c| "hmsHMS".contains(c));
                }
                // `AM/PM` and `A/P`.
                'a' | 'A' if rest.as_str().to_ascii_uppercase().starts_with("M/PM") => drop(rest.nth(3)),
                'a' | 'A' if rest.as_str().to_ascii_uppercase().starts_with("/P") => drop(rest.nth(1)),
                'y' | 'Y' | 'd' | 'D' => seen.date = true,
                'h' | 'H' | 's' | 'S' => seen.time = true,
                'm' | 'M' => seen.months_or_minutes = true,
                _ => {}
            }
        }
        seen.kind()
    }
}

#[derive(Default)]
struct FormatLetters {
    date: bool,
    time: bool,
    months_or_minutes: bool,
}

impl FormatLetters {
    fn kind(&self) -> NumberKind {
        match (self.date, self.time) {
            (true, true) => NumberKind::DateTime,
            (true, false) => NumberKind::Date,
            (false, true) => NumberKind::Time,
            (false, false) if self.months_or_minutes => NumberKind::Date,
            (false, false) => NumberKind::Plain,
        }
    }
}
