//! The text and the position of errors in campaign files.

use std::fs;

use dripline::storage::campaign_file::{CampaignError, read};

use super::{EXAMPLE, error, load};

/// A text of `example.ron`; the text that replaces it, with `‸` where the error must be; and the error's text. If the
/// error is elsewhere, its text begins with the position.
const MISTAKES: &[(&str, &str, &str)] = &[
    ("format: 1", "format: ‸3", "the file has format 3, but this program reads formats up to 2"),
    ("format: 1", "format: ‸99999999999999999999", "the file has format 99999999999999999999, but"),
    ("format: 1", "format: ‸0", "there is no format 0, expected 1 or 2"),
    ("format: 1,", "", "3:9: the field `format` is missing, expected `format: ..`"),
    ("format: 1", "format: ‸-1", "`-1` is out of range, expected a whole number that is not negative"),
    ("format: 1", "format: ‸\"1\"", "expected a whole number that is not negative, found the text \"1\""),
    ("Campaign(", "‸Campain(", "expected `Campaign(`, found `Campain`"),
    (
        "\"America/New_York\"",
        "‸\"America/Newyork\"",
        "\"America/Newyork\" isn't a known time zone. Use an IANA name such as \"America/New_York\" (did you mean \"America/New_York\"?)",
    ),
    ("\"America/New_York\"", "‸\"\"", "\"\" isn't a known time zone. Use"),
    ("\"America/New_York\"", "‸None", "expected a text in quotes, `\"..\"`, found `None`"),
    ("Feb28", "‸Feb29", "there is no choice `Feb29` (did you mean `Feb28`?), expected one of `Feb28`, `Mar1`"),
    ("leap_day", "‸leapday", "there is no field `leapday` (did you mean `leap_day`?), expected one of `day_count`"),
    ("sales_rep: true", "sales_rep: ‸yes", "expected `true` or `false`, found `yes`"),
    ("id: \"lee\"", "id: ‸\"kim\"", "user id `kim` is already used at 15:18"),
    ("id: \"starter\"", "id: \"a\", name: \"\"), (id: ‸\"a\"", "product id `a` is already used at 24:18"),
    ("(\"kim\", 2)", "(\"kim\", ‸-2)", "`-2` is out of range, expected a whole number that is not negative"),
    ("(\"kim\", 2)", "‸(\"kim\")", "expected 2 values within these brackets, found 1"),
    ("tags: [", "tags ‸[", "expected `:` and a value, found `[`"),
    ("key: \"plan\"", "key: ‸\"next_call\"", "custom field key `next_call` is already used at 29:19"),
    ("key: \"plan\"", "key: ‸\"card_on_file\"", "\"card_on_file\" is already a contact column"),
    ("key: \"plan\"", "key: ‸\"\"", "the key of a custom field is empty"),
    ("id: 2,", "id: ‸-2,", "`-2` is out of range"),
    (
        "id: 2,",
        "id: ‸18446744073709551616,",
        "`18446744073709551616` is out of range, expected a whole number that is smaller",
    ),
    ("id: 2,", "id: ‸2.5,", "expected a whole number, found `2.5`"),
    ("id: 2,", "id: 2, ‸id: 2,", "the field `id` is here twice"),
    ("id: 3,", "id: ‸2,", "id `2` is already used at 39:22"),
    ("id: 25,", "id: ‸3,", "id `3` is already used at 40:22"),
    ("id: 26,", "id: ‸25,", "id `25` is already used at 87:22"),
    (
        "(200.0, 80.0)",
        "‸(NaN, 80.0)",
        "(NaN, 80) isn't a position on the canvas: expected finite numbers within ±1,000,000",
    ),
    ("(200.0, 80.0)", "‸(200.0, 1e999)", "(200, inf) isn't a position on the canvas"),
    ("(200.0, 80.0)", "‸(-1000000.5, 80.0)", "(-1000000.5, 80) isn't a position on the canvas"),
    ("(200.0, 80.0), ", "(200.0, 80.0, ‸", "expected `)`, found `ready`"),
    ("size: (280.0, 120.0)", "size: ‸(inf, 120.0)", "(inf, 120) isn't a position on the canvas"),
    (
        "Email(to: Contact",
        "‸Emial(to: Contact",
        "there is no choice `Emial` (did you mean `Email`?), expected one of `Start`",
    ),
    (
        "Email(to: Contact",
        "Email(‸too: Contact",
        "there is no field `too` (did you mean `to`?), expected one of `to`, `subject`, `body`",
    ),
    ("Email(to: Contact", "Email(to: ‸kim", "there is no choice `kim`, expected one of `Contact`, `User`, `Address`"),
    ("\"Glad to have you.\"", "\"Glad to ‸\\have you.\"", "this backslash means nothing, expected"),
    ("wait: 3", "wait: ‸-3", "`-3` is out of range, expected a whole number that is not negative"),
    ("At(\"08:00\")", "At(‸\"25:00\")", "`25:00` isn't a time of day: expected \"HH:MM\" from \"00:00\" to \"23:59\""),
    ("At(\"08:00\")", "At(‸\"8:00\")", "`8:00` isn't a time of day"),
    ("At(\"08:00\")", "At(‸8)", "expected a text in quotes, `\"..\"`, found `8`"),
    (
        "Between(\"09:00\", \"17:00\")",
        "Between(\"09:00\", ‸\"24:01\")",
        "`24:01` isn't a time of day: expected \"HH:MM\" from \"00:00\" to \"24:00\"",
    ),
    ("\"2026-07-01\"", "‸\"2026-02-30\"", "`2026-02-30` isn't a date: expected \"YYYY-MM-DD\""),
    ("(wait: 3,", "(wait: 3, ‸wait: 3,", "the field `wait` is here twice"),
    ("schedule: None", "schedule: (‸every: 3)", "there is no field `every`, expected one of `wait`"),
    ("schedule: None", "‸every: 3", "there is no field `every`, expected `schedule`"),
    ("queue: (count: 10", "queue: (‸number: 10", "there is no field `number`, expected one of `count`, `within_days`"),
    ("(1, 2)", "(1, ‸-2)", "`-2` is out of range"),
    ("],\n            notes", "\n            ‸notes", "expected `(`, found `notes` (the `[` of 63:20 is not closed)"),
    ("color: Blue", "color: ‸Red", "there is no choice `Red`, expected one of `Yellow`, `Blue`"),
    ("Generated(count: 10000, seed: 7)", "Generated‸(count: 10000)", "the field `seed` is missing"),
    ("Generated(count: 10000, seed: 7)", "Generated(count: 10000, seed: 7, ‸x: 1)", "there is no field `x`"),
    ("Generated(count: 10000, seed: 7)", "People([(id: ‸1)])", "expected a text in quotes"),
    ("Generated(count: 10000, seed: 7)", "People([(id: \"1\", id: ‸\"2\")])", "field `id` is here twice"),
    (
        "\"2026-09-01T00:00\"",
        "‸\"2026-09-01T24:00\"",
        "`2026-09-01T24:00` isn't a date and time: expected \"YYYY-MM-DDTHH:MM\"",
    ),
    (
        "    ],\n)\n",
        "    ],‸\n",
        "the file ends here, expected a value or a closing bracket (the `(` of 3:9 is not closed)",
    ),
    ("    ],\n)\n", "    ],\n)‸)\n", "expected the end of the file, found `)`"),
    ("    ],\n)\n", "    ],\n‸]\n", "expected a name, found `]` (the `(` of 3:9 is not closed)"),
    ("00:00\"),\n    ],\n)\n", "00:00), // ‸\n    ],\n)\n", "95:183: this text is never closed"),
    ("Campaign(\n", "‸/* Campaign(\n", "this comment is never closed"),
];

#[test]
fn errors_say_where_and_what() {
    // An extra line with wide characters, so that no line or column is right by chance.
    let example = EXAMPLE.replace("Campaign(", "// Zoë\u{1f600}\nCampaign(");
    let mut wrong = Vec::new();
    for (good, bad, expected) in MISTAKES {
        assert!(example.contains(good), "{good}");
        let at = if good.ends_with(")\n") { example.rfind(good) } else { example.find(good) }.expect("is there");
        let before = format!("{}{}", &example[..at], bad.split('‸').next().unwrap_or(""));
        let column = before.chars().rev().take_while(|&letter| letter != '\n').count() + 1;
        let place = format!("{}:{column}: ", before.matches('\n').count() + 1);
        let has_place = expected.starts_with(|letter: char| letter.is_ascii_digit());
        let expected = if has_place { (*expected).to_owned() } else { format!("{place}{expected}") };
        let text = format!("{}{}{}", &example[..at], bad.replace('‸', ""), &example[at + good.len()..]);
        let error = error(&text);
        assert!(!error.contains('\n'), "{error}");
        if !error.starts_with(&format!("test.ron:{expected}")) {
            wrong.push(format!("{good} → {bad}\n  says {error}\n  not  test.ron:{expected}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn sequences_must_be_there_and_differ() {
    let around = |sequences: &str| format!("(format: 1, name: \"\", time_zone: \"UTC\",\nsequences: [{sequences}])");
    assert!(error(&around("")).starts_with("test.ron:2:12: the campaign has no sequences"));
    let twice = error(&around("(name: \"s\"), (name: \"s\")"));
    assert!(twice.starts_with("test.ron:2:33: sequence name `s` is already used at 2:20"), "{twice}");
    let same_id = error(&around("(name: \"s\", id: 2), (name: \"t\")"));
    assert!(same_id.starts_with("test.ron:2:33: sequence id `2` is already used at 2:29"), "{same_id}");
    assert!(matches!(load(&around("")), Err(CampaignError::NoSequences { .. })));
    let zone = load("(format: 1, name: \"\", time_zone: \"Mars/Base\", sequences: [(name: \"\")])");
    assert!(matches!(zone, Err(CampaignError::UnknownZone { .. })));
}

#[test]
fn a_newer_format_is_refused_before_the_rest() {
    let text =
        "#![enable(something_new)]\nCampaign2(\n  // format: 1\n  name: \"(format: 1\", parts: {1: [)]}, format: 3";
    assert!(!matches!(load(text), Err(CampaignError::Newer { .. })), "the bracket that closes too early ends it");
    let text = text.replace("[)]", "[]");
    let Err(CampaignError::Newer { found, known, place, .. }) = load(&text) else { panic!("{:?}", load(&text)) };
    assert_eq!((found.as_str(), known, place.line, place.column), ("3", 2, 4, 47));
}

#[test]
fn files_that_are_none_are_told_apart() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("a.ron");
    let message = || read(&file).expect_err("no campaign").to_string();
    assert!(matches!(read(&file), Err(CampaignError::Missing { .. })), "{}", message());
    assert!(matches!(read(folder.path()), Err(CampaignError::Folder { .. })));
    fs::write(&file, "").expect("written");
    assert!(matches!(read(&file), Err(CampaignError::Empty { .. })), "{}", message());
    fs::write(&file, "\u{feff}\n// a\n/* b */\n").expect("written");
    assert!(message().contains("a.ron:4:1: this isn't a campaign file"), "{}", message());
    fs::write(&file, b"(name: \"a\",\n  b: \"\xc3\xbc\xff\")").expect("written");
    assert!(message().contains("a.ron:2:8: byte 20 isn't UTF-8"), "{}", message());
    let large = fs::File::create(&file).expect("made");
    large.set_len((256 << 20) + 1).expect("sparse");
    assert!(matches!(read(&file), Err(CampaignError::TooLarge { .. })), "{}", message());
}
