//! The precise rules that the program shows are those of the specification, and lead to questions.

use dripline::calendar::timer::DayCount;
use dripline::simulate::outcome::Reason;
use dripline::workbench::rules::{RuleOrigin, SECTIONS, all, question, questions, section_for, section_for_reason};

const SPECIFICATION: &str = include_str!("../../../src/docs/rules.md");

/// A text without blanks, Markdown's marks and the lines of tables.
fn bare(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric() || "<>≤≥×+=:§".contains(*letter)).collect()
}

/// The paragraphs, list items and table rows of sections 1 to 7, each with its section.
fn paragraphs() -> Vec<(String, String)> {
    let mut section = String::new();
    let mut paragraphs = Vec::new();
    for line in SPECIFICATION.lines() {
        if let Some(heading) = line.strip_prefix("## ") {
            section = heading[..1].to_owned();
        } else if !section.is_empty() && section != "8" && !line.trim().is_empty() && !line.starts_with("|-") {
            let number = line.split_once(". ").filter(|(number, _)| number.parse::<u8>().is_ok());
            paragraphs.push((section.clone(), bare(number.map_or(line, |(_, rest)| rest))));
        }
    }
    paragraphs
}

#[test]
fn every_paragraph_of_the_specification_is_a_rule_in_its_words() {
    let paragraphs = paragraphs();
    assert!(paragraphs.len() > 70);
    for (section, paragraph) in &paragraphs {
        let is_there = all().any(|rule| rule.section == section && bare(rule.text).contains(paragraph));
        assert!(is_there, "§{section} lacks: {paragraph}");
    }
    for rule in all() {
        for line in rule.text.lines() {
            let line = (rule.section.to_owned(), bare(line));
            assert!(paragraphs.contains(&line), "{}: not in the specification: {}", rule.id, line.1);
        }
    }
}

#[test]
fn origins_are_those_that_the_texts_name() {
    for rule in all() {
        let (documented, chosen) =
            (rule.text.contains("documented"), rule.text.contains("(chosen") || rule.text.contains("rule chosen"));
        let expected = match (documented, chosen) {
            (true, true) => RuleOrigin::Both,
            (true, false) => RuleOrigin::Documented,
            (false, true) => RuleOrigin::Chosen,
            (false, false) => RuleOrigin::Defined,
        };
        assert_eq!(rule.origin, expected, "{}", rule.id);
    }
}

#[test]
fn ids_are_unique_and_sections_in_order() {
    let mut ids: Vec<&str> = all().map(|rule| rule.id).collect();
    let count = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), count);
    let mut sections: Vec<&str> = all().map(|rule| rule.section).collect();
    sections.dedup();
    assert_eq!(sections, SECTIONS);
}

#[test]
fn steps_and_reasons_lead_to_a_question() {
    for reason in Reason::ALL {
        assert!(question(section_for_reason(reason)).is_some(), "{reason:?}");
    }
    let mut named = std::collections::BTreeSet::new();
    for example in questions().flat_map(|question| question.examples()) {
        let rows = example.rows();
        assert_eq!(rows.len(), example.arrivals.len());
        for step in rows.iter().flat_map(|row| &row.steps) {
            assert!(question(section_for(step)).is_some(), "{step:?}");
            named.insert(section_for(step));
        }
        assert_eq!(
            example.day_count == DayCount::ElapsedDays,
            rows.iter().any(|row| row.steps.iter().any(|step| section_for(step) == "elapsed"))
        );
    }
    assert!(named.len() > 9, "{named:?}");
}
