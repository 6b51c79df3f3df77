//! The entries of the list of commands: commands, sequences, items, recent files, rules.

use eframe::egui;

use crate::campaign::catalog::OFFERS;
use crate::campaign::directory::List;
use crate::campaign::selection::Selection;
use crate::ui::context::action::Action;
use crate::ui::context::command::Command;
use crate::ui::context::command_state;
use crate::ui::context::panel::{DocumentView, RehearsalView};
use crate::ui::context::view_state::Overlay;
use crate::ui::controls::words::lower_first;
use crate::workbench::{rules, samples};

/// What an entry runs or goes to.
#[derive(Clone, Debug, PartialEq)]
pub enum CommandTarget {
    /// Run a command of the window.
    Run(Command),
    /// Go to a sequence, or things in it.
    Go(Selection),
    /// Open a sample, by its index.
    Sample(usize),
    /// Open a list of what items can name.
    Entries(List),
    /// Open a rule, by its id.
    Rules(String),
}

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
}

/// All entries in their current state.
pub fn entries(ctx: &egui::Context, panel: &RehearsalView<'_>) -> Vec<CommandEntry> {
    let mut entries = Vec::new();
    commands(ctx, panel, &mut entries);
    places(panel, &mut entries);
    for (place, sample) in samples::SAMPLES.iter().enumerate() {
        let name = sample.file.split('.').next().unwrap_or_default().replace('-', " ");
        entries.push(CommandEntry {
            target: CommandTarget::Sample(place),
            label: format!("Open sample {name}"),
            from: "File".to_owned(),
            keys: String::new(),
            enabled: true,
            only_typed: true,
        });
    }
    for list in List::ALL {
        entries.push(CommandEntry {
            target: CommandTarget::Entries(list),
            label: format!("Create or edit {}s…", list.word()),
            from: Command::Directory.menu().label().to_owned(),
            keys: String::new(),
            enabled: true,
            only_typed: true,
        });
    }
    for rule in rules::all() {
        entries.push(CommandEntry {
            target: CommandTarget::Rules(rule.id.to_owned()),
            label: format!("Rule: {}", rule.title),
            from: "Help".to_owned(),
            keys: String::new(),
            enabled: true,
            only_typed: true,
        });
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
            enabled: command_state::is_enabled(command, panel),
            only_typed: false,
        });
    }
}

fn places(panel: &DocumentView<'_>, entries: &mut Vec<CommandEntry>) {
    let many = panel.campaign.sequences.len() > 1;
    for sequence in &panel.campaign.sequences {
        let mut go = |label: String, from: &str, selection, only_typed| {
            let (keys, enabled) = (String::new(), true);
            entries.push(CommandEntry {
                target: CommandTarget::Go(selection),
                label,
                from: from.to_owned(),
                keys,
                enabled,
                only_typed,
            });
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
pub fn asked(target: CommandTarget) -> Action {
    match target {
        CommandTarget::Run(command) => Action::Run(command),
        CommandTarget::Go(selection) => Action::Reveal(selection),
        CommandTarget::Sample(place) => Action::OpenSample(place),
        CommandTarget::Entries(list) => Action::OpenDirectory(Some(list)),
        CommandTarget::Rules(section) => Action::Show(Overlay::Rules(Some(section))),
    }
}
