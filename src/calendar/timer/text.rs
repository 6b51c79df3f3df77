//! Times of day as text, `HH:MM`.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::{ClosingTime, TimeOfDay};

impl TimeOfDay {
    /// Reads `HH:MM`, 00:00 to 23:59; `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        parse_minutes(text).and_then(Self::from_minutes)
    }
}

fn parse_minutes(text: &str) -> Option<u16> {
    let [a, b, b':', c, d] = text.as_bytes() else { return None };
    let digit = |byte: &u8| byte.is_ascii_digit().then(|| u16::from(byte - b'0'));
    let (hours, minutes) = (digit(a)? * 10 + digit(b)?, digit(c)? * 10 + digit(d)?);
    (minutes < 60).then_some(hours * 60 + minutes)
}

macro_rules! as_text {
    ($name:ident, $expected:literal) => {
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = String::deserialize(deserializer)?;
                parse_minutes(&text)
                    .and_then($name::from_minutes)
                    .ok_or_else(|| de::Error::custom(format!("`{text}` isn't a time of day: expected {}", $expected)))
            }
        }
    };
}

as_text!(TimeOfDay, "\"HH:MM\" from \"00:00\" to \"23:59\"");
as_text!(ClosingTime, "\"HH:MM\" from \"00:00\" to \"24:00\"");
