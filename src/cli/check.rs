//! `dripline check`

use std::fmt::Write;
use std::sync::Arc;

use serde_json::json;

use crate::calendar::Instant;
use crate::campaign::choices::RehearsalChoices;
use crate::campaign::document::Campaign;
use crate::campaign::text::one_line;
use crate::findings::{AssumedEntry, Finding, Severity};
use crate::simulate::run::Control;
use crate::workbench::check::findings;
use crate::workbench::failure::Failure;
use crate::workbench::people::ContactsSource;
use crate::workbench::scene::{Request, RunScene};

use super::args::CheckOptions;
use super::messages;
use super::progress::TerminalProgress;
use super::result::CommandResult;
use super::simulate::{overrides, pool, say_counts, say_mapping, threads};

/// Runs `dripline check`.
pub(super) fn check(options: &CheckOptions, now: Instant, control: &Arc<Control>) -> Result<CommandResult, Failure> {
    let source = match (&options.contacts, options.generate) {
        (Some(path), _) => Some(ContactsSource::File { path: path.clone(), overrides: overrides(&options.mapping)? }),
        (None, Some(count)) => Some(ContactsSource::Generated { count, seed: options.seed }),
        (None, None) => None,
    };
    let request =
        Request { campaign: options.campaign.clone(), sequence: None, enter: options.enter, until: None, now };
    let opening = TerminalProgress::of(control);
    let scene = RunScene::open_with(&request, source.as_ref(), control)?;
    let people = source.as_ref().map(|source| scene.people_with(source, control)).transpose()?;
    drop(opening);
    if let Some(people) = &people {
        say_mapping(people, &options.mapping);
    }
    let threads = threads(0);
    let shown = TerminalProgress::of(control);
    let choices = RehearsalChoices::default();
    let entry = match options.enter {
        Some(_) => AssumedEntry::Given(scene.enter),
        None => AssumedEntry::ByRehearsal { choices: &choices, now },
    };
    let (found, counts) = pool(threads)?.install(|| findings(&scene, people.as_ref(), entry, threads, control))?;
    drop(shown);
    if let Some(people) = &people {
        say_counts(people, &counts);
    }
    let campaign = &scene.campaign;
    messages::print(&if options.json { as_json(campaign, &found) } else { as_text(campaign, &found) })?;
    let is_bad = found.iter().any(|finding| finding.severity == Severity::Error);
    Ok(if is_bad { CommandResult::HasErrors } else { CommandResult::Clean })
}

/// The name of the sequence that a finding is about.
fn sequence<'a>(campaign: &'a Campaign, finding: &Finding) -> Option<&'a str> {
    campaign.sequence(finding.sequence?).map(|sequence| sequence.name.as_str())
}

fn as_json(campaign: &Campaign, found: &[Finding]) -> String {
    let list: Vec<_> = found
        .iter()
        .map(|finding| {
            json!({
                "code": finding.code.name(),
                "severity": finding.severity.to_string(),
                "sequence": sequence(campaign, finding),
                "item": finding.item().map(|item| item.item),
                "message": finding.message,
                "help": finding.help,
            })
        })
        .collect();
    format!("{:#}\n", serde_json::Value::from(list))
}

fn as_text(campaign: &Campaign, found: &[Finding]) -> String {
    let mut text = String::new();
    for finding in found {
        let place = sequence(campaign, finding).map(|name| format!("{name}: ")).unwrap_or_default();
        let (message, help) = (format!("{place}{}", finding.message), one_line(&finding.help));
        let _ = writeln!(text, "{:<8} {:<24} {}", finding.severity, finding.code.name(), one_line(&message));
        let _ = writeln!(text, "{:33} → {help}", "");
    }
    let count = |severity| found.iter().filter(|finding| finding.severity == severity).count();
    let _ = match found {
        [] => writeln!(text, "No problems."),
        _ => writeln!(
            text,
            "{}, {}, {}",
            counted(count(Severity::Error), "error"),
            counted(count(Severity::Warning), "warning"),
            counted(count(Severity::Hint), "hint")
        ),
    };
    text
}

fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}
