//! Text functions for all modules: numbers with commas, free names, names on one line, XML escapes.

use std::borrow::Cow;

/// A number with commas between its thousands: `12,431`.
pub fn thousands(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() * 4 / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// The first name that isn't taken: `wanted` itself, then `wanted` with `separator` and a number from 2 on.
pub fn free_name(wanted: &str, separator: &str, is_taken: impl Fn(&str) -> bool) -> String {
    let numbered = (2u64..).map(|number| format!("{wanted}{separator}{number}"));
    let mut tries = std::iter::once(wanted.to_owned()).chain(numbered);
    tries.find(|name| !is_taken(name)).unwrap_or_default()
}

/// The name of a copy: `Welcome copy`, `Welcome copy 2`, and so on.
pub fn name_of_copy(name: &str, is_taken: impl Fn(&str) -> bool) -> String {
    free_name(&format!("{name} copy"), " ", is_taken)
}

/// The first free name in a numbered series: `Sequence 1`, `Sequence 2`, and so on.
pub fn numbered_name(what: &str, is_taken: impl Fn(&str) -> bool) -> String {
    let first = format!("{what} 1");
    if is_taken(&first) { free_name(what, " ", |name| name == what || is_taken(name)) } else { first }
}

/// A name, or another text of the user, for outputs in which a line has a meaning: every run of line breaks and other
/// control characters is one blank, and invisible characters that turn the direction of writing are left out, since they
/// would turn what follows on the line, too.
pub fn one_line(text: &str) -> Cow<'_, str> {
    let breaks = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
    let turns = |c: char| matches!(c, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}');
    if !text.contains(|c| breaks(c) || turns(c)) {
        return Cow::Borrowed(text);
    }
    let mut line = String::with_capacity(text.len());
    let mut was_break = false;
    for c in text.chars().filter(|c| !turns(*c)) {
        if !breaks(c) {
            line.push(c);
        } else if !was_break {
            line.push(' ');
        }
        was_break = breaks(c);
    }
    Cow::Owned(line)
}

/// Appends a text as the content of an XML element, or of an attribute in double quotes. Line breaks and tabs become
/// blanks. Characters that XML doesn't allow, and invisible control characters, are left out.
pub fn push_xml(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(' '),
            '\u{0}'..='\u{1F}' | '\u{7F}'..='\u{9F}' | '\u{FFFE}' | '\u{FFFF}' => {}
            c => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_separated_by_commas() {
        for (number, text) in [
            (0, "0"),
            (999, "999"),
            (1_000, "1,000"),
            (12_431, "12,431"),
            (100_000, "100,000"),
            (1_234_567, "1,234,567"),
            (u64::MAX, "18,446,744,073,709,551,615"),
        ] {
            assert_eq!(thousands(number), text);
        }
    }

    #[test]
    fn the_first_free_name_is_taken() {
        let taken = ["Email", "Email 2", "Email 4"];
        let is_taken = |name: &str| taken.contains(&name);
        assert_eq!(free_name("Email", " ", is_taken), "Email 3");
        assert_eq!(free_name("Email", "-", is_taken), "Email-2");
        assert_eq!(free_name("Task", " ", is_taken), "Task");
        assert_eq!(free_name("Email 2", " ", is_taken), "Email 2 2");
        assert_eq!(name_of_copy("Email", is_taken), "Email copy");
        assert_eq!(name_of_copy("Email", |name| name == "Email copy"), "Email copy 2");
        assert_eq!(numbered_name("Email", is_taken), "Email 1");
        assert_eq!(numbered_name("Email", |name| name == "Email 1" || is_taken(name)), "Email 3");
        assert_eq!(numbered_name("Task", |name| name == "Task 1"), "Task 2");
    }

    #[test]
    fn a_name_stays_on_its_line_and_turns_nothing_after_it() {
        for (name, line) in [
            ("Welcome", "Welcome"),
            ("a\r\n\tb", "a b"),
            ("a\u{2028}b\u{85}c\u{1B}[31m", "a b c [31m"),
            ("\u{202E}עברית\u{202C} x", "עברית x"),
            ("👩\u{200D}🚀 é", "👩\u{200D}🚀 é"),
            ("\n", " "),
            ("", ""),
        ] {
            assert_eq!(one_line(name), line, "{name:?}");
        }
        assert!(matches!(one_line("Zoë’s 2nd"), Cow::Borrowed(_)));
    }

    #[test]
    fn markup_in_a_text_is_text() {
        let mut out = String::from("<t>");
        push_xml(&mut out, "a<b> & \"c\"\u{0}\u{1F}\u{7F}\u{9F}\u{FFFE}\td\r\ne'ü\u{FFFD}😀");
        assert_eq!(out, "<t>a&lt;b&gt; &amp; &quot;c&quot; d  e'ü\u{FFFD}😀");
    }
}
