//! How long a subject or a text message is, in words.

use crate::campaign::text::thousands;

use super::html::page::HtmlPage;
use super::marked::PreviewText;

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

/// Where the preview of a text ends; `None` if it shows all.
pub fn of_cut(text: &PreviewText) -> Option<String> {
    let (shown, all) = (text.shown_length, text.length);
    text.is_cut.then(|| {
        format!(
            "The preview ends here: it shows the first {} of {}.",
            characters_in_words(shown),
            thousands(all as u64)
        )
    })
}

/// Where the preview of a page ends; `None` if it shows all. `source` is its text with tags.
pub fn of_cut_page(page: &HtmlPage, source: &PreviewText) -> Option<String> {
    let all = characters_in_words(source.length);
    page.is_cut.then(|| format!("The preview ends here, but the text goes on: its HTML has {all}."))
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
/// 03.38: 160 units in one message, 153 in each of several; otherwise 70 and 67 units of UTF-16). A character of two
/// units is never split between messages.
fn sms_parts(text: &str) -> (usize, bool) {
    const BASIC: &str = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./:;<=>?¡ÄÖÑÜ§¿äöñüà";
    const DOUBLE: &str = "^{}\\[~]|€";
    let basic = |letter: char| match letter {
        _ if letter.is_ascii_alphanumeric() || BASIC.contains(letter) => Some(1),
        _ if DOUBLE.contains(letter) => Some(2),
        _ => None,
    };
    let widths: Option<Vec<usize>> = text.chars().map(basic).collect();
    match widths {
        Some(widths) => (filled_parts(&widths, 160, 153), true),
        None => (filled_parts(&text.chars().map(char::len_utf16).collect::<Vec<_>>(), 70, 67), false),
    }
}

/// The number of messages with room for `each` units, or `one` if there is only one, that hold characters of these
/// widths. A message ends before the character that has no room in it.
fn filled_parts(widths: &[usize], one: usize, each: usize) -> usize {
    if widths.iter().sum::<usize>() <= one {
        return 1;
    }
    let (mut parts, mut filled) = (1, 0);
    for width in widths {
        if filled + width > each {
            (parts, filled) = (parts + 1, 0);
        }
        filled += width;
    }
    parts
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
            // 76 of two units fit into 153, and 33 into 67.
            (&"€".repeat(152), (2, true)),
            (&"€".repeat(153), (3, true)),
            (&format!("a{}", "€".repeat(152)), (2, true)),
            (&"🎉".repeat(66), (2, false)),
            (&"🎉".repeat(67), (3, false)),
            (&format!("a{}", "🎉".repeat(66)), (2, false)),
        ] {
            assert_eq!(sms_parts(text), parts, "{text}");
        }
        assert_eq!(of_text_message("Hi"), "2 characters, sent as 1 message");
        let long = of_text_message(&"ß".repeat(200));
        assert_eq!(long, "200 characters, sent as 2 messages");
        assert!(of_text_message("Hi 🎉").ends_with("since it has emoji or letters that need more room"));
    }
}
