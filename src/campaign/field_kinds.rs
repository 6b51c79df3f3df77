//! The kinds of custom fields in words, and the kind that a field's name says.

use super::directory::FieldKind;

/// The noun for a custom field of this kind.
pub fn field_noun(kind: FieldKind) -> &'static str {
    match kind {
        FieldKind::Text => "text field",
        FieldKind::Number => "number field",
        FieldKind::Date => "date field",
        FieldKind::DateTime => "date and time field",
    }
}

/// The kind that the name of a field says: a “Renewal date” is a date.
pub fn likely_kind(name: &str) -> FieldKind {
    const DATES: [&str; 11] = [
        "date",
        "day",
        "birthday",
        "anniversary",
        "deadline",
        "expires",
        "expiry",
        "renews",
        "renewal",
        "since",
        "until",
    ];
    const NUMBERS: [&str; 10] =
        ["number", "count", "amount", "score", "points", "age", "quantity", "total", "percent", "seats"];
    let parts = name.split(|c: char| !c.is_alphanumeric());
    let words: Vec<String> = parts.flat_map(humps).map(str::to_lowercase).collect();
    let has = |known: &[&str]| words.iter().any(|word| known.contains(&word.as_str()));
    match (has(&DATES), has(&["time"]), has(&NUMBERS)) {
        (true, true, _) => FieldKind::DateTime,
        (true, false, false) => FieldKind::Date,
        (_, _, true) => FieldKind::Number,
        (false, _, false) => FieldKind::Text,
    }
}

/// The words of a name, in lower case, of letters and digits only.
pub fn name_words(name: &str) -> Vec<String> {
    let parts = name.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
    parts.map(str::to_lowercase).collect()
}

/// The words of a part that is written in one: `RenewalDate`.
fn humps(part: &str) -> Vec<&str> {
    let (mut words, mut from, mut is_lower) = (Vec::new(), 0, false);
    for (at, letter) in part.char_indices() {
        if letter.is_uppercase() && is_lower {
            words.push(&part[from..at]);
            from = at;
        }
        is_lower = letter.is_lowercase();
    }
    words.push(&part[from..]);
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_field_says_its_kind() {
        assert_eq!(likely_kind("Renewal date"), FieldKind::Date);
        assert_eq!(likely_kind("Last day of trial"), FieldKind::Date);
        assert_eq!(likely_kind("Date and time of call"), FieldKind::DateTime);
        assert_eq!(likely_kind("Number of days"), FieldKind::Number, "“days” is a number of them");
        assert_eq!(likely_kind("Lead score"), FieldKind::Number);
        assert_eq!(likely_kind("Company size"), FieldKind::Text);
        assert_eq!(likely_kind("RenewalDate"), FieldKind::Date, "words that are written in one");
        assert_eq!(likely_kind("CRM"), FieldKind::Text);
        assert_eq!(likely_kind("Update"), FieldKind::Text, "only whole words count");
    }
}
