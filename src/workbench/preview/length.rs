//! How long a subject or a text message is, in words.

use crate::campaign::text::thousands;

/// The characters of a subject that most phones show.
pub const PHONE_SUBJECT: usize = 40;

/// The length of a subject: “46 characters: phones show about the first 40”.
pub fn of_subject(characters: usize) -> String {
    let count = characters_in_words(characters);
    match characters {
        0 => "No characters: the subject is empty".to_owned(),
        1..=PHONE_SUBJECT => format!("{count}: short enough for phones, which show about {PHONE_SUBJECT}"),
        _ => format!("{count}: phones usually cut it after about {PHONE_SUBJECT}"),
    }
}

/// `1 character`, `1,804 characters`.
pub fn characters_in_words(characters: usize) -> String {
    format!("{} {}", thousands(characters as u64), if characters == 1 { "character" } else { "characters" })
}

/// The length of a text message, and how many messages a phone network makes of it: “170 characters, sent as 2
/// messages”.
pub fn of_text_message(text: &str) -> String {
    let characters = characters_in_words(text.chars().count());
    let (parts, is_plain) = sms_parts(text);
    let sent = match parts {
        0 | 1 => "sent as 1 message".to_owned(),
        parts => format!("sent as {} messages", thousands(parts as u64)),
    };
    let why = if is_plain { "" } else { ", since it has emoji or letters that need more room" };
    format!("{characters}, {sent}{why}")
}

/// The number of messages that a text takes, and whether all of its characters are in the basic set of phones (GSM
/// 03.38: 160 characters in one message, 153 in each of several; otherwise 70 and 67).
fn sms_parts(text: &str) -> (usize, bool) {
    const BASIC: &str = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./:;<=>?¡ÄÖÑÜ§¿äöñüà";
    const DOUBLE: &str = "^{}\\[~]|€";
    let mut basic = Some(0);
    for letter in text.chars() {
        let width = match letter {
            _ if letter.is_ascii_alphanumeric() || BASIC.contains(letter) => 1,
            _ if DOUBLE.contains(letter) => 2,
            _ => {
                basic = None;
                break;
            }
        };
        basic = basic.map(|all| all + width);
    }
    let parts = |length: usize, one: usize, each: usize| if length <= one { 1 } else { length.div_ceil(each) };
    match basic {
        Some(length) => (parts(length, 160, 153), true),
        None => (parts(text.encode_utf16().count(), 70, 67), false),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_subject_says_whether_phones_cut_it() {
        assert_eq!(of_subject(0), "No characters: the subject is empty");
        assert_eq!(of_subject(1), "1 character: short enough for phones, which show about 40");
        assert_eq!(of_subject(40), "40 characters: short enough for phones, which show about 40");
        assert_eq!(of_subject(1_041), "1,041 characters: phones usually cut it after about 40");
    }

    #[test]
    fn text_messages_are_counted_as_phones_do() {
        for (text, parts) in [
            ("", (1, true)),
            (&"a".repeat(160), (1, true)),
            (&"a".repeat(161), (2, true)),
            (&"€".repeat(80), (1, true)),
            (&"€".repeat(81), (2, true)),
            (&"a".repeat(307), (3, true)),
            (&"я".repeat(70), (1, false)),
            (&"я".repeat(71), (2, false)),
            (&"🎉".repeat(36), (2, false)),
        ] {
            assert_eq!(sms_parts(text), parts, "{text}");
        }
        assert_eq!(of_text_message("Hi"), "2 characters, sent as 1 message");
        let long = of_text_message(&"ß".repeat(200));
        assert_eq!(long, "200 characters, sent as 2 messages");
        assert!(of_text_message("Hi 🎉").ends_with("since it has emoji or letters that need more room"));
    }
}
