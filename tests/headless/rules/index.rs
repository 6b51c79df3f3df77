//! `INDEX.md` matches the case files: every sentence has a file, and every file has a sentence.

use super::case::Case;
use super::{FOLDER, files, name_of};

/// A row of the index.
struct Row {
    key: String,
    section: String,
    /// `documented`, `chosen`, or empty.
    mark: String,
    sentence: String,
    files: Vec<String>,
}

fn index() -> Vec<Row> {
    let text = std::fs::read_to_string(format!("{FOLDER}/INDEX.md")).expect("the index");
    let rows = text.lines().filter(|line| line.starts_with("| §"));
    rows.map(|line| {
        let cells: Vec<&str> = line.trim_matches('|').split(" | ").map(str::trim).collect();
        let [section, key, mark, sentence, files] = cells.as_slice() else { panic!("five cells: {line}") };
        Row {
            key: (*key).to_owned(),
            section: (*section).to_owned(),
            mark: (*mark).to_owned(),
            sentence: one_line(sentence),
            files: files.split(',').map(|file| file.trim().to_owned()).filter(|file| !file.is_empty()).collect(),
        }
    })
    .collect()
}

fn rules() -> String {
    one_line(&std::fs::read_to_string("src/docs/rules.md").expect("the rules"))
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_sentence_stands_in_the_rules_word_for_word_and_has_a_file() {
    let rules = rules();
    let index = index();
    for row in &index {
        assert!(rules.contains(&row.sentence), "{}: not in rules.md: {}", row.key, row.sentence);
        assert!(!row.files.is_empty(), "{} has no file: write one", row.key);
        assert_eq!(index.iter().filter(|other| other.key == row.key).count(), 1, "{} stands twice", row.key);
    }
}

#[test]
fn every_sentence_marked_documented_or_chosen_is_in_the_index_with_its_mark() {
    let rules = rules();
    let body = rules.find("## 1 Words").expect("section 1");
    let index = index();
    let mut marks = 0;
    // Marks: "(*chosen*)", "(*documented by ..*)", "(*documented for ..; the same rule chosen for ..*)"
    for (mark, written) in [("documented", "*documented"), ("chosen", "*chosen"), ("chosen", "the same rule chosen")] {
        for (from, found) in rules.match_indices(written).filter(|(at, _)| *at > body) {
            let at = from + found.len() - 1;
            let holds =
                |row: &&Row| rules.match_indices(&row.sentence).any(|(from, s)| (from..from + s.len()).contains(&at));
            let is_held = index.iter().filter(|row| row.mark == mark).any(|row| holds(&row));
            let around: String =
                rules[body..from].chars().rev().take(80).collect::<Vec<_>>().into_iter().rev().collect();
            assert!(is_held, "no row of INDEX.md marked {mark} holds the sentence that goes: …{around}{written}");
            marks += 1;
        }
    }
    assert!(marks >= 13, "{marks}");
}

#[test]
fn index_and_files_name_each_other() {
    let index = index();
    let files = files();
    let mut wrong = Vec::new();
    for path in &files {
        let name = name_of(path);
        let text = std::fs::read_to_string(path).expect("a case file");
        let case = Case::parse(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
        let pinned: Vec<&Row> = index.iter().filter(|row| case.pins.contains(&row.key)).collect();
        if pinned.is_empty() || pinned.len() != case.pins.len() {
            wrong.push(format!("{name} pins {:?}, not all of them in INDEX.md", case.pins));
        }
        for row in &pinned {
            if !row.files.contains(&name) {
                wrong.push(format!("INDEX.md: {} does not name {name}", row.key));
            }
        }
        let first = text.lines().next().unwrap_or_default();
        let Some((cited, told)) = first.strip_prefix("# rules.md ").and_then(|rest| rest.split_once(": ")) else {
            wrong.push(format!("{name}: its first line is not `# rules.md §..: what happens`"));
            continue;
        };
        let (section, mark) = cited.split_once(", ").unwrap_or((cited, ""));
        if !pinned.iter().any(|row| row.section == section && row.mark == mark) || told.is_empty() {
            wrong.push(format!("{name}: none of the sentences it pins is `{cited}`"));
        }
    }
    for row in &index {
        for file in &row.files {
            let path = format!("{FOLDER}/{file}.case");
            let text = std::fs::read_to_string(&path).unwrap_or_default();
            let pins = Case::parse(&text).map(|case| case.pins).unwrap_or_default();
            if !pins.contains(&row.key) {
                wrong.push(format!("INDEX.md: {} names {file}, which does not pin it", row.key));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
