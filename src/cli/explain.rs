//! `dripline explain`

use std::fmt::Write;
use std::sync::Arc;

use crate::calendar::Instant;
use crate::calendar::words::long_instant;
use crate::campaign::text::one_line;
use crate::simulate::outcome::Status;
use crate::simulate::record::Contact;
use crate::simulate::run::Control;
use crate::workbench::explain::{Story, explain_contact_with, title};
use crate::workbench::failure::Failure;
use crate::workbench::people::ContactsSource;
use crate::workbench::scene::RunScene;
use crate::workbench::simulate::given_owners;

use super::args::ExplainOptions;
use super::messages;
use super::progress::TerminalProgress;
use super::result::CommandResult;
use super::simulate::{overrides, pool, say_counts, say_mapping, threads};

/// Runs `dripline explain`.
pub(super) fn explain(
    options: &ExplainOptions,
    now: Instant,
    control: &Arc<Control>,
) -> Result<CommandResult, Failure> {
    let request = options.scene.request(&options.campaign, now);
    let opening = TerminalProgress::of(control);
    let scene = RunScene::open_with(&request, None, control)?;
    if let Some(id) = options.item
        && !scene.sequence().items.iter().any(|item| item.id == id)
    {
        return Err(Failure::Usage(format!("there is no item {id} in sequence `{}`", scene.sequence().name)));
    }
    let source = ContactsSource::File { path: options.contacts.clone(), overrides: overrides(&options.mapping)? };
    let people = scene.people_with(&source, control)?;
    drop(opening);
    say_mapping(&people, &options.mapping);
    let threads = threads(0);
    let shown = TerminalProgress::of(control);
    control.begin(people.doing(), people.size());
    let (population, counts) = pool(threads)?.install(|| people.read_all(threads, control))?;
    drop(shown);
    say_counts(&people, &counts);
    let place = population.find(&options.contact).ok_or_else(|| {
        Failure::Usage(format!("there is no contact `{}` in {}", options.contact, options.contacts.display()))
    })?;
    let places = population.places();
    let Some((block, row)) = places.locate(place as u64) else { return Ok(CommandResult::Clean) };
    let contact = Contact { block, row };
    let entry = scene.entries(|| Ok(population.len() as u64))?.of(place as u64, contact);
    let given = pool(threads)?.install(|| given_owners(&scene, &population, place as u64, control))?;
    let story = explain_contact_with(&scene, contact, entry, given);
    messages::print(&as_text(&scene, contact, entry, &story, options.item))?;
    Ok(CommandResult::Clean)
}

fn as_text(scene: &RunScene, contact: Contact<'_>, entry: Instant, story: &Story, only: Option<u64>) -> String {
    let zone = contact.zone().unwrap_or(scene.plan.zone());
    let (id, name) = (contact.block.id(contact.row), contact.called());
    let who = if name == id { name } else { format!("{name} ({id})") };
    let (who, sequence) = (one_line(&who), one_line(&scene.sequence().name));
    let mut text = String::new();
    let enters = long_instant(entry, zone);
    let _ = match story.status {
        Status::NotEntered => writeln!(
            text,
            "{who} doesn't enter “{sequence}”: {}.",
            match scene.plan.starts() {
                [] => "it has no Start".to_owned(),
                _ => format!("{enters} {} is after the rehearsal ends", zone.place()),
            }
        ),
        status => {
            writeln!(text, "{who} enters “{sequence}” {enters} {} {}.", zone.place(), ending(status, story))
        }
    };
    let chapters: Vec<_> =
        story.chapters.iter().filter(|chapter| only.is_none_or(|id| chapter.item.item == id)).collect();
    for chapter in &chapters {
        let _ = writeln!(text, "\n{}: {}", chapter.title, chapter.outcome);
        let _ = writeln!(text, "  {}", chapter.sentences.join(" "));
    }
    if let (Some(id), true) = (only, chapters.is_empty()) {
        let item = scene.sequence().items.iter().find(|item| item.id == id);
        let _ = writeln!(text, "\n{}: not reached", item.map(title).unwrap_or_default());
    }
    text
}

/// How a contact's story ends, after when the contact enters.
fn ending(status: Status, story: &Story) -> String {
    let ending = match status {
        Status::Active => "and is still waiting when the rehearsal ends",
        Status::Held => "and is held",
        Status::FellOut => "and has dropped out at the end: every track ended at a timer that was missed",
        Status::Queued if story.dropped > 0 => {
            return format!("and finishes, but has dropped out of {} of {} tracks", story.dropped, story.ended);
        }
        Status::Queued => "and finishes",
        Status::NotEntered => "but not before the rehearsal ends",
    };
    ending.to_owned()
}
