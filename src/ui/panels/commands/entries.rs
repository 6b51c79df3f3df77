//! The entries of the list of commands: commands, sequences, items, recent files, rules.

use eframe::egui;

use crate::campaign::catalog::OFFERS;
use crate::campaign::directory::List;
use crate::campaign::selection::Selection;
use crate::ui::context::action::Action;
use crate::ui::context::command::Command;
use crate::ui::context::panel::{DocumentView, RehearsalView};
use crate::ui::context::parts::WindowPart;
use crate::ui::context::view_state::{Overlay, WindowMode};
use crate::ui::context::{command_state, command_words};
use crate::ui::controls::words::lower_first;
use crate::workbench::{rules, samples};

use super::missing;
use super::target::CommandTarget;

/// A row of the list.
#[derive(Clone, Debug, PartialEq)]
pub struct CommandEntry {
    /// What Enter runs or goes to.
    pub target: CommandTarget,
    /// The label of the entry.
    pub label: String,
    /// The menu or sequence that it belongs to.
    pub from: String,
    /// The keys, as written on this system.
    pub keys: String,
    /// Whether the entry is enabled.
    pub enabled: bool,
    /// Whether the entry is only listed once something is typed, since there are many items.
    pub only_typed: bool,
    /// Other words by which the entry is found.
    pub words: &'static [&'static str],
    /// Whether only these words find the entry, not its label.
    pub only_by_words: bool,
}

impl CommandEntry {
    /// An entry that is only listed once something is typed.
    fn typed(target: CommandTarget, label: String, from: &str) -> Self {
        Self {
            target,
            label,
            from: from.to_owned(),
            keys: String::new(),
            enabled: true,
            only_typed: true,
            words: &[],
            only_by_words: false,
        }
    }

    /// The same entry with another label.
    #[cfg(test)]
    pub fn named(self, label: &str) -> Self {
        Self { label: label.to_owned(), ..self }
    }

    /// The entry that finds the typed text in the campaign. It comes last.
    pub fn of_find(typed: &str) -> Self {
        Self::typed(CommandTarget::Find(typed.to_owned()), format!("Find “{typed}” in the campaign"), "Edit")
    }
}

/// All entries in their current state.
pub fn entries(ctx: &egui::Context, panel: &RehearsalView<'_>) -> Vec<CommandEntry> {
    let mut entries = Vec::new();
    commands(ctx, panel, &mut entries);
    for part in WindowPart::ALL {
        let entry = CommandEntry::typed(CommandTarget::Part(part), part.label().to_owned(), part.place());
        entries.push(CommandEntry { words: part.words(), ..entry });
    }
    places(panel, &mut entries);
    for (place, sample) in samples::SAMPLES.iter().enumerate() {
        let name = sample.file.split('.').next().unwrap_or_default().replace('-', " ");
        entries.push(CommandEntry::typed(CommandTarget::Sample(place), format!("Open sample {name}"), "File"));
    }
    for template in panel.templates.listed() {
        let label = format!("Open template {}", template.name);
        entries.push(CommandEntry::typed(CommandTarget::Template(template.id.clone()), label, "File"));
    }
    for list in List::ALL {
        let label = format!("Create or edit {}s…", list.word());
        entries.push(CommandEntry::typed(CommandTarget::Entries(list), label, Command::Directory.menu().label()));
    }
    for question in rules::questions() {
        let target = CommandTarget::Rules(question.id.to_owned());
        let entry = CommandEntry::typed(target, question.ask.to_owned(), "Rules");
        entries.push(CommandEntry { words: question.words, ..entry });
    }
    for missing in missing::all() {
        let entry = CommandEntry::typed(missing.closest, missing.says.to_owned(), "Closest");
        entries.push(CommandEntry { words: missing.words, only_by_words: true, ..entry });
    }
    entries
}

fn commands(ctx: &egui::Context, panel: &RehearsalView<'_>, entries: &mut Vec<CommandEntry>) {
    let plain = Command::PLAIN.iter().copied().filter(|command| *command != Command::Commands);
    let inserts = (0..OFFERS.len()).map(Command::Insert);
    let recent = (0..panel.settings.recent.len()).map(Command::OpenRecent);
    for command in plain.chain(inserts).chain(recent) {
        let label = if matches!(command, Command::Insert(_) | Command::NewNote | Command::NewFrame) {
            format!("Insert {}", lower_first(&command.label()))
        } else if command == Command::NewSequence {
            "New sequence".to_owned()
        } else if let Command::OpenRecent(place) = command {
            format!("Open {}", panel.settings.recent[place].display())
        } else {
            command_state::label(command, panel)
        };
        let keys = command.shown_keys(ctx);
        entries.push(CommandEntry {
            target: CommandTarget::Run(command),
            label,
            from: command.menu().label().to_owned(),
            keys,
            enabled: command_state::is_enabled(command, panel) || elsewhere(command, panel).is_some(),
            only_typed: false,
            words: command_words::words(command),
            only_by_words: false,
        });
    }
}

/// What the list does instead of a command that can't be run here: it goes to where it can.
fn elsewhere(command: Command, panel: &RehearsalView<'_>) -> Option<Action> {
    use Command as C;
    if command == C::CopySends {
        return Some(Action::ShowPart(WindowPart::ContactList));
    }
    // In Build mode there may be no run whose clock could be moved.
    let moves_clock = matches!(command, C::Play | C::ToStart | C::StepBack | C::StepForward | C::NextDay | C::ToEnd);
    (moves_clock && panel.view.mode == WindowMode::Build).then_some(Action::Run(C::Rehearse))
}

fn places(panel: &DocumentView<'_>, entries: &mut Vec<CommandEntry>) {
    let many = panel.campaign.sequences.len() > 1;
    for sequence in &panel.campaign.sequences {
        let mut go = |label: String, from: &str, selection, only_typed| {
            let entry = CommandEntry::typed(CommandTarget::Go(selection), label, from);
            entries.push(CommandEntry { only_typed, ..entry });
        };
        if many {
            go(format!("Go to sequence {}", sequence.name), "Sequence", Selection::none(sequence.id), false);
        }
        for item in &sequence.items {
            let from = if many { sequence.name.as_str() } else { item.kind.label() };
            go(format!("Go to {}", item.called()), from, Selection::of(sequence.id, [item.id]), true);
        }
    }
}

/// The action of an entry.
pub fn asked(target: CommandTarget, panel: &RehearsalView<'_>) -> Action {
    match target {
        CommandTarget::Run(command) => elsewhere(command, panel)
            .filter(|_| !command_state::is_enabled(command, panel))
            .unwrap_or(Action::Run(command)),
        CommandTarget::Go(selection) => Action::Reveal(selection),
        CommandTarget::Part(part) => Action::ShowPart(part),
        CommandTarget::Sample(place) => Action::OpenSample(place),
        CommandTarget::Entries(list) => Action::OpenDirectory(Some(list)),
        CommandTarget::Template(id) => Action::OpenTemplate(id),
        CommandTarget::Rules(section) => Action::Show(Overlay::Rules(Some(section))),
        CommandTarget::Find(text) => Action::FindText(text),
    }
}
