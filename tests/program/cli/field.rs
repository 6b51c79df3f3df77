//! What the program says about the inputs of `tests/field`: `lines.tsv` holds the words that must be there, and those that
//! must not.

use std::collections::BTreeMap;
use std::path::Path;

use crate::cli::{Ran, dripline};

const FOLDER: &str = "tests/field";

/// Runs `explain FILE CONTACT [ITEM]` or `check FILE`, with the contacts beside the file.
fn answer(command: &str) -> String {
    let words: Vec<&str> = command.split(' ').collect();
    let campaign = Path::new(FOLDER).join(words[1]);
    let contacts = campaign.with_file_name("contacts.csv");
    let (campaign, contacts) = (campaign.to_str().expect("text"), contacts.to_str().expect("text"));
    let mut arguments = vec![words[0], campaign, "--contacts", contacts];
    for (option, value) in ["--contact", "--item"].into_iter().zip(&words[2..]) {
        arguments.extend([option, *value]);
    }
    let Ran { out, err, .. } = dripline(arguments);
    out + &err
}

#[test]
fn every_input_is_told_in_the_words_of_its_table() {
    let table = std::fs::read_to_string(Path::new(FOLDER).join("lines.tsv")).expect("a table");
    let mut answers: BTreeMap<&str, String> = BTreeMap::new();
    let mut wrong = Vec::new();
    for line in table.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let cells: Vec<&str> = line.split('\t').collect();
        let [command, wanted, words] = cells[..] else { panic!("{line}") };
        let answer = answers.entry(command).or_insert_with(|| answer(command));
        let times = answer.matches(words).count();
        let is_right = match wanted {
            "has" => times > 0,
            "not" => times == 0 && !answer.starts_with("dripline: "),
            "once" => times == 1,
            _ => panic!("{line}"),
        };
        if !is_right {
            wrong.push(format!("{line}\n{answer}"));
        }
    }
    assert!(answers.len() > 15, "{} commands", answers.len());
    assert!(wrong.is_empty(), "{} lines are wrong:\n{}", wrong.len(), wrong.join("\n"));
}
