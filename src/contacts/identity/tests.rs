use proptest::prelude::*;

use super::*;

/// The lines of a table, with as many columns as wanted. `\t`, `\n` and `\"` in cells are written as in Rust.
fn rows<const N: usize>(text: &'static str) -> impl Iterator<Item = (usize, [String; N])> {
    let lines = text.lines().enumerate().filter(|(_, line)| !line.is_empty() && !line.starts_with("# "));
    lines.map(|(number, line)| {
        let cells: Vec<String> = line.split('\t').map(|cell| cell.replace("\\t", "\t").replace("\\n", "\n")).collect();
        (number + 1, cells.try_into().unwrap_or_else(|cells| panic!("line {}: {cells:?}", number + 1)))
    })
}

#[test]
fn addresses_come_out_as_the_table_says() {
    let mut count = 0;
    for (line, [cell, first, others]) in rows(include_str!("../../../tests/cells/addresses.txt")) {
        count += 1;
        let found = addresses_of(&cell);
        let told = match found.note {
            Some(AddressNote::NotAnAddress) => "no address".to_owned(),
            Some(AddressNote::Several) | None => found.others.join(" "),
        };
        assert_eq!((found.first, told.as_str()), (first.as_str(), others.as_str()), "line {line}");
        assert_eq!(found.is_address, !first.is_empty() && others != "no address", "line {line}");
    }
    assert!(count > 45, "{count}");
}

#[test]
fn addresses_compare_without_case() {
    assert_eq!(key_of(" Iris@Example.COM "), "iris@example.com");
    assert_eq!(key_of("ÄNNE@example.com"), key_of("änne@example.com"));
    assert!(matches!(key_of("a@b.c"), std::borrow::Cow::Borrowed(_)));
}

#[test]
fn tags_come_out_as_the_table_says() {
    let mut count = 0;
    for (line, [cell, separator, tags]) in rows(include_str!("../../../tests/cells/tags.txt")) {
        count += 1;
        let separator = if separator == "none" { "" } else { separator.as_str() };
        assert_eq!(tags_of(&cell, separator).join(" / "), tags, "line {line}");
    }
    assert!(count > 30, "{count}");
}

fn survey(cells: &[&str]) -> TagSurvey {
    let mut survey = TagSurvey::default();
    cells.iter().for_each(|cell| survey.add(cell));
    survey
}

#[test]
fn the_separator_comes_from_all_cells_or_is_asked_for() {
    use TagVerdict::{Ask, Decided, Likely, NotNeeded};
    let cases: &[(&[&str], TagVerdict)] = &[
        (&[], NotNeeded),
        (&["VIP", "", "n/a"], NotNeeded),
        // A part stands alone elsewhere.
        (&["VIP,Customer", "VIP", "VIP, Customer", ""], Decided(",")),
        (&["VIP, Customer", "VIP"], Decided(",")),
        (&["VIP;Customer", "Customer"], Decided(";")),
        (&["VIP|Customer", "customer"], Decided("|")),
        (&["VIP\nCustomer", "VIP"], Decided("\n")),
        // A part is in different cells.
        (&["VIP, Customer", "VIP, Lead"], Decided(",")),
        (&["VIP; Berlin, Germany", "VIP; Lead"], Decided(";")),
        // Quotes and Google's labels are plain.
        (&["\"VIP\",\"Berlin, Germany\""], Decided(",")),
        (&["\"VIP\", \"Berlin, Germany\"", "\"Munich, Germany\""], Decided(",")),
        (&["* myContacts ::: VIP"], Decided(":::")),
        (&["[\"VIP\",\"Customer\"]"], Decided(",")),
        // One sign, and nothing against it.
        (&["VIP, Customer"], Likely(",")),
        (&["VIP, Customer", "Lead, Gold"], Likely(",")),
        (&["VIP;Customer", "VIP;Customer"], Likely(";")),
        // A place, or the same whole again and again.
        (&["Berlin, Germany"], Ask(vec![","])),
        (&["Berlin, Germany", "VIP"], Ask(vec![","])),
        (&["Berlin, Germany", "Munich, Germany"], Ask(vec![","])),
        (&["Salem, MA", "Boston, MA"], Ask(vec![","])),
        (&["Smith, Inc", "Smith, Inc", "VIP"], Ask(vec![","])),
        // Two signs.
        (&["VIP;Customer", "Gold,Silver"], Ask(vec![";", ","])),
        (&["VIP;Customer", "VIP", "Gold,Silver", "Gold"], Ask(vec![";", ","])),
        // A sign at the end separates nothing.
        (&["VIP,", "Customer"], NotNeeded),
    ];
    for (cells, wanted) in cases {
        assert_eq!(survey(cells).verdict(), *wanted, "{cells:?}");
    }
}

#[test]
fn known_tags_decide() {
    let mut tags = survey(&["VIP, Customer"]);
    tags.add_known_tag("vip");
    assert_eq!(tags.verdict(), TagVerdict::Decided(","));
    assert_eq!(tags.verdict().separator(), Some(","));
    assert_eq!(TagVerdict::Ask(vec![","]).separator(), None);
}

#[test]
fn the_files_of_the_complaints_have_two_tags() {
    for cells in [&["VIP, Customer"][..], &["VIP,Customer", "VIP", "VIP, Customer", ""]] {
        let separator = survey(cells).verdict().separator().expect("found");
        assert_eq!(tags_of(cells[0], separator), ["VIP", "Customer"]);
    }
}

#[test]
fn a_survey_needs_little_memory_and_long_cells_are_no_evidence() {
    let mut tags = TagSurvey::default();
    for number in 0..20_000 {
        tags.add(&format!("a{number}, b{number}"));
    }
    tags.add(&"x,".repeat(1_000_000));
    assert_eq!(tags.verdict(), TagVerdict::Likely(","));
}

#[test]
fn postal_addresses_come_out_as_the_table_says() {
    let mut count = 0;
    for (line, [cell, wanted]) in rows(include_str!("../../../tests/cells/postal.txt")) {
        count += 1;
        let found = address_parts(&cell).map_or("not plain".to_owned(), |parts| {
            let AddressParts { street, line_2, city, state, postal_code, country } = parts;
            [street, line_2, city, state, postal_code, country].join(" / ")
        });
        assert_eq!(found, wanted, "line {line}");
    }
    assert!(count > 18, "{count}");
}

proptest! {
    #[test]
    fn no_text_panics(cell in "\\PC{0,80}", separator in prop::sample::select(TAG_SEPARATORS.to_vec())) {
        let found = addresses_of(&cell);
        prop_assert!(!found.is_address || is_address(found.first));
        prop_assert!(found.others.iter().all(|other| is_address(other)));
        let tags = tags_of(&cell, separator);
        prop_assert!(tags.iter().all(|tag| !tag.is_empty()));
        address_parts(&cell);
    }

    #[test]
    fn quotes_and_separators_do_not_panic(cell in "[\",; |a*\\[\\]\n]{0,24}") {
        for separator in TAG_SEPARATORS {
            tags_of(&cell, separator);
        }
        survey(&[&cell]).verdict();
    }

    #[test]
    fn quoted_tags_are_read_back(tags in proptest::collection::vec("[a-z][a-z,;\" ]{0,6}[a-z]", 1..5)) {
        let cell = tags.iter().map(|tag| format!("\"{}\"", tag.replace('"', "\"\""))).collect::<Vec<_>>().join(",");
        let mut once = tags.clone();
        let mut seen = std::collections::HashSet::new();
        once.retain(|tag| seen.insert(tag.clone()));
        let read = tags_of(&cell, ",");
        let is_none = crate::contacts::words::is_none_word(&cell);
        prop_assert!(is_none || read.iter().map(AsRef::as_ref).eq(once.iter().map(String::as_str)));
    }

    #[test]
    fn a_survey_does_not_depend_on_the_division(
        cells in proptest::collection::vec("[ab]{1,2}[,;]?[ab]{0,2}", 0..12),
        cut in 0usize..12
    ) {
        let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
        let (left, right) = cells.split_at(cut.min(cells.len()));
        let mut merged = survey(right);
        merged.merge(&survey(left));
        prop_assert_eq!(merged, survey(&cells));
    }
}

#[test]
fn the_quick_way_says_the_same() {
    use super::address::{is_address, is_plain_address};
    for (cell, is_plain) in [
        ("ana@example.com", true),
        ("a.b+c_d-1@x-y.example.org", true),
        ("ana@example", false),
        ("ana@@example.com", false),
        ("ana@example..com", false),
        (".ana@example.com", false),
        ("ana@example.com.", false),
        ("ana@example.com ", false),
        ("@example.com", false),
        ("ana@", false),
        ("änna@example.com", false),
        ("", false),
    ] {
        assert_eq!(is_plain_address(cell), is_plain, "{cell}");
        assert!(!is_plain || is_address(cell), "{cell}");
    }
}
