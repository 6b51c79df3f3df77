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

fn effects() -> String {
    let mut text = String::from(
        "What each item would have done, as written by `simulate --effects` and in the run store.\n\
         `detail` is a JSON object with sorted keys:\n\n",
    );
    for (name, keys) in EFFECTS {
        let _ = writeln!(text, "  {name:<20} {keys}");
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
