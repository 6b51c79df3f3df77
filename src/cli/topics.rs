//! `--help effects` and `--help findings`: the tables that programs rely on.

use std::ffi::OsString;
use std::fmt::Write;

use crate::findings::table;
use crate::simulate::kinds::EFFECTS;

/// The text of a topic, if the arguments ask for one: `--help TOPIC`, `-h TOPIC` or `help TOPIC`.
pub fn asked(arguments: &[OsString]) -> Option<String> {
    let [_, help, topic] = arguments else { return None };
    if !matches!(help.to_str()?, "--help" | "-h" | "help") {
        return None;
    }
    match topic.to_str()? {
        "effects" => Some(effects()),
        "findings" => Some(findings()),
        _ => None,
    }
}

/// The columns of the effects, each with its meaning.
const EFFECT_COLUMNS: [(&str, &str); 5] = [
    ("contact_id", "the id of the contact; empty (null in JSON) for the release of a fulfilment list"),
    ("item_id", "the id of the item"),
    ("at", "the instant in UTC, such as 2026-07-02T14:00:00Z"),
    ("effect", "the name of the effect, as below"),
    ("detail", "a JSON object with sorted keys, as below"),
];

fn effects() -> String {
    let mut text = String::from(
        "What each item would have done, as written by `simulate --effects` and in the run store. Dates and times of day\n\
         are in the campaign's zone. “Merged” is a text with its merge fields filled.\n\nColumns:\n",
    );
    for (column, meaning) in EFFECT_COLUMNS {
        let _ = writeln!(text, "  {column:<12} {meaning}");
    }
    text.push_str("\nEffects, each with the keys of its detail:\n");
    for (name, keys) in EFFECTS {
        let _ = writeln!(text, "\n  {name}");
        for (key, meaning) in *keys {
            let _ = writeln!(text, "    {key:<12} {meaning}");
        }
    }
    text.push_str("\nAssignments (`simulate --assignments`) have the effects owner, opportunity and task.\n");
    text
}

fn findings() -> String {
    let mut text = String::from("What `check` looks for, worst first:\n\n");
    for info in table() {
        let _ = writeln!(text, "  {:<26} {:<8} {}", info.name, info.severity, info.description);
        let _ = writeln!(text, "  {:<26} {:<8} → {}", "", "", info.help);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campaign::kinds::{Payment, Response};

    /// What the help says about a key of an effect.
    fn meaning(effect: &str, key: &str) -> &'static str {
        let keys = EFFECTS.iter().find(|(name, _)| *name == effect).expect(effect).1;
        keys.iter().find(|(known, _)| *known == key).expect(key).1
    }

    #[test]
    fn help_asks_for_topics_in_three_ways() {
        let asked = |words: [&str; 2]| asked(&["dripline", words[0], words[1]].map(OsString::from));
        for help in ["--help", "-h", "help"] {
            assert_eq!(asked([help, "effects"]), Some(effects()));
            assert_eq!(asked([help, "findings"]), Some(findings()));
            assert_eq!(asked([help, "simulate"]), None);
        }
    }

    #[test]
    fn help_names_all_columns_effects_keys_and_values() {
        let help = effects();
        for (name, keys) in EFFECTS {
            assert!(help.contains(&format!("\n  {name}\n")), "{name}");
            assert!(keys.is_sorted(), "{name}");
            for (key, meaning) in *keys {
                let line = |line: &str| line.trim_start().starts_with(&format!("{key} ")) && line.ends_with(meaning);
                assert!(help.lines().any(line), "{name} {key}");
            }
        }
        let payments =
            [Payment::AutoCharge, Payment::PayableInvoice, Payment::InvoiceOnly].map(|payment| match payment {
                Payment::AutoCharge | Payment::PayableInvoice | Payment::InvoiceOnly => payment.word(),
            });
        for word in payments {
            assert!(meaning("order", "payment").contains(word), "{word}");
        }
        for response in [Response::Status(200), Response::Status(409), Response::Status(500), Response::Timeout] {
            assert!(meaning("http_post", "meaning").contains(response.meaning()), "{}", response.meaning());
        }
    }
}
