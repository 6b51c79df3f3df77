//! Malicious campaign files: none may make the program panic, hang or use unlimited memory.

use std::path::Path;

use dripline::storage::campaign_file::{CampaignError, Loaded, parse, read, to_ron};

use crate::common::hostile::ends;

const EXAMPLE: &str = include_str!("../spec/example.ron");

/// Loads a text. This must end, and an error must be one line of limited length that says what to write instead.
fn load(text: &str) -> Result<Loaded, CampaignError> {
    let loaded = ends("a text", || parse(text, Path::new("t.ron")));
    if let Err(error) = &loaded {
        let message = error.to_string();
        assert!(message.len() < 1500 && !message.contains('\n'), "{message}");
        assert!(message.starts_with("t.ron:") && (message.contains("expected") || message.contains(". ")), "{message}");
    }
    loaded
}

/// The example with one text replaced, such as a contact's cell or a description.
fn example_with(good: &str, bad: &str) -> String {
    assert!(EXAMPLE.contains(good), "{good}");
    EXAMPLE.replacen(good, bad, 1)
}

#[test]
fn a_million_brackets() {
    for bracket in
        ["(", "[", "{", "((", "(a:", "[(", "{1:", "Some(", "(a:[", ")", "]", "r#", "#![", "\"", "'", "//", "/*"]
    {
        let many = bracket.repeat(1_000_000);
        assert!(load(&many).is_err());
        for place in ["description: \"", "people: Generated(", "schedule: (wait", "links: [", "custom_fields: ["] {
            let start = EXAMPLE.find(place).expect("is there") + place.find(": ").expect("a field") + 2;
            assert!(load(&format!("{}{many}{}", &EXAMPLE[..start], &EXAMPLE[start..])).is_err() || bracket == "//");
        }
        assert!(load(&example_with("people: Generated(", &format!("people: People([{many}"))).is_err());
    }
}

#[test]
fn deep_comments() {
    let deep = format!("{}{}", "/*".repeat(500_000), "*/".repeat(500_000));
    let loaded = load(&format!("{deep}{EXAMPLE}{deep}")).expect("comments are no harm");
    assert!(loaded.has_comments);
    assert!(load(&format!("{deep}/*{EXAMPLE}")).is_err());
    assert!(load(&format!("{EXAMPLE}{}", "//\n".repeat(500_000))).is_ok());
}

#[test]
fn truncated_anywhere() {
    let whole = EXAMPLE.trim_end().len();
    for end in 0..whole {
        assert!(load(&EXAMPLE[..end]).is_err(), "{end}");
    }
    assert!(load(&EXAMPLE[..whole]).is_ok());
}

#[test]
fn bytes_changed() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("t.ron");
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut next = |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state % below as u64) as usize
    };
    let strange = b"\0\"\\()[]{}:,#!r/*'-+.eE09_\n\r\xff\xc3\x80N";
    for round in 0..6_000 {
        let mut bytes = EXAMPLE.as_bytes().to_vec();
        for _ in 0..=next(3) {
            let at = next(bytes.len());
            match next(4) {
                0 => bytes[at] ^= 1 << next(8),
                1 => bytes[at] = strange[next(strange.len())],
                2 => drop(bytes.remove(at)),
                _ => bytes.insert(at, strange[next(strange.len())]),
            }
        }
        match String::from_utf8(bytes) {
            Ok(text) => {
                if let Ok(loaded) = load(&text) {
                    let written = to_ron(&loaded.campaign);
                    assert_eq!(load(&written).expect("loads").campaign, loaded.campaign, "round {round}");
                }
            }
            Err(error) => {
                std::fs::write(&file, error.as_bytes()).expect("written");
                assert!(matches!(read(&file), Err(CampaignError::NotUtf8 { .. })));
            }
        }
    }
}

#[test]
fn names_of_ten_megabytes() {
    let long = "x".repeat(10_000_000);
    let quoted = format!("\"{long}\"");
    let loaded = load(&example_with("\"Everything\"", &quoted)).expect("a long name is a name");
    assert_eq!(load(&to_ron(&loaded.campaign)).expect("loads").campaign, loaded.campaign);
    for good in [
        "America/New_York",
        "CalendarDays",
        "day_count",
        "08:00",
        "2026-07-01",
        "49.00\", currency",
        "kind: Email",
        "2026-09-01T00:00",
        "Campaign",
    ] {
        let bad = if good.starts_with("kind") { format!("kind: {long}") } else { long.clone() };
        assert!(load(&example_with(good, &bad)).is_err(), "{good}");
    }
    let escapes = "\\u{10ffff}\\n\\\"".repeat(500_000);
    assert!(load(&example_with("Every object once", &escapes)).is_ok());
    let twice = EXAMPLE.replace("\"kim\"", &quoted).replace("\"lee\"", &quoted);
    assert!(load(&twice).is_err());
    let digits = "9".repeat(10_000_000);
    assert!(matches!(load(&example_with("format: 1", &format!("format: {digits}"))), Err(CampaignError::Newer { .. })));
    assert!(load(&example_with("wait: 3", &format!("wait: {digits}"))).is_err());
    assert!(load(&example_with("(40.0, 80.0)", &format!("({digits}.0, 80.0)"))).is_err());
    let persons = format!("People([{}])", "(id: \"a\"), ".repeat(200_000));
    assert!(load(&example_with("Generated(count: 10000, seed: 7)", &persons)).is_ok());
    let keys: String = (0..100_000).map(|key| format!("k{key}: \"\", ")).collect();
    assert!(load(&example_with("Generated(count: 10000, seed: 7)", &format!("People([({keys})])"))).is_ok());
}

#[test]
fn positions_that_are_none() {
    for number in [
        "NaN",
        "-NaN",
        "inf",
        "-inf",
        "1e999",
        "-1e999",
        "1000000.1",
        "-1e7",
        "1_000_001",
        "NaNf32",
        "0x10",
        "1.0.0",
        "--1",
        "",
    ] {
        for (good, end) in [("position: (40.0", ", 80.0)"), ("size: (280.0", ", 120.0)"), ("size: (1080.0", ", 140.0)")]
        {
            let name = good.split('(').next().expect("a name");
            assert!(
                load(&example_with(&format!("{good}{end}"), &format!("{name}({number}{end}"))).is_err(),
                "{number}"
            );
            assert!(
                load(&example_with(&format!("{good}{end}"), &format!("{name}(0.0, {number})"))).is_err(),
                "{number}"
            );
        }
    }
    for number in ["1000000", "-1e6", "1e-320", "-0.0", "1_0.5", "+3"] {
        assert!(load(&example_with("(40.0, 80.0)", &format!("({number}, 80.0)"))).is_ok(), "{number}");
    }
}

#[test]
fn odd_bytes_and_line_ends() {
    assert!(load(&example_with("Every object", "Every\0object")).is_ok(), "a NUL in a text is a letter");
    assert!(load(&example_with("format: 1,", "format: 1,\0")).is_err());
    assert!(load("\0").is_err());
    assert!(load("\u{feff}\u{feff}").is_err());
    assert!(load(&EXAMPLE.replace('\n', "\r\n")).is_ok());
    assert!(load(&EXAMPLE.replace('\n', "\r")).is_ok());
    assert!(load(&EXAMPLE.replace('\n', "\u{2028}")).is_ok());
    assert!(load(&example_with("\"Welcome\"", "r###\"(\"##[\"###")).is_ok());
    assert!(load(&example_with("\"Welcome\"", "r###\"(\"##")).is_err());
    assert!(load(&example_with("\"Welcome\"", "r#Welcome")).is_err());
    assert!(load(&example_with("\"Welcome\"", "b\"Welcome\"")).is_err());
    assert!(load(&example_with("\"Welcome\"", "'W'")).is_err());
}

#[test]
fn a_chain_of_a_hundred_thousand() {
    use std::fmt::Write;
    let mut text = String::from("(format: 1, name: \"\", time_zone: \"UTC\", sequences: [(name: \"s\", items: [");
    for id in 1..=100_000 {
        write!(text, "(id: {id}, name: \"Welcome {id}\", position: ({id}.5, 80.0), ready: true, kind: Email(to: Contact, subject: \"Hello\", body: \"Glad to have you.\")),").expect("written");
    }
    text.push_str("], links: [");
    (1..100_000).for_each(|id| write!(text, "({id}, {}),", id + 1).expect("written"));
    let twice = format!("{text}], notes: [(id: 99999, position: (0, 0), size: (1, 1))])])");
    text.push_str("])])");
    let campaign = load(&text).expect("loads").campaign;
    let written = ends("writing", || to_ron(&campaign));
    assert_eq!(load(&written).expect("loads").campaign, campaign);
    assert_eq!(campaign.sequences[0].forest().preorder().len(), 0, "there is no Start");
    assert!(matches!(load(&twice), Err(CampaignError::Duplicate { .. })));
}
