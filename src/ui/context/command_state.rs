//! What a command says of itself just now: its words, whether it can act, whether it is on.

use crate::campaign::item::Kind;
use crate::ui::context::command::Command;
use crate::ui::context::settings::{DateOrder, LARGEST_SCALE, SMALLEST_SCALE, ThemeChoice, WeekStart};
use crate::ui::context::view_state::{Left, Mode};
use crate::ui::shell::app::Panel;
use crate::workbench::rehearse::Step;

/// What its menu entry says: “Undo Move 3 items”.
pub fn label(command: Command, panel: &Panel<'_>) -> String {
    let history = panel.editor.history();
    match command {
        Command::Undo => named("Undo", history.undo_label()),
        Command::Redo => named("Redo", history.redo_label()),
        Command::OpenRecent(place) => match panel.settings.recent.get(place) {
            Some(path) => crate::workbench::files::short_name(path),
            None => command.label(),
        },
        _ => command.label(),
    }
}

fn named(verb: &str, what: Option<&str>) -> String {
    what.map_or_else(|| verb.to_owned(), |what| format!("{verb} {what}"))
}

/// Whether it can do anything just now.
pub fn is_enabled(command: Command, panel: &Panel<'_>) -> bool {
    let selection = &panel.view.selection;
    let sequences = panel.campaign.sequences.len();
    let place = panel.campaign.index_of(panel.place()).unwrap_or_default();
    let items = || panel.sequence().items.iter().filter(|item| selection.ids.contains(&item.id));
    match command {
        Command::Undo => panel.editor.history().undo_label().is_some(),
        Command::Redo => panel.editor.history().redo_label().is_some(),
        Command::Cut | Command::Copy | Command::Duplicate => !selection.ids.is_empty(),
        Command::NewFrame => !selection.ids.is_empty(),
        Command::Delete => !selection.is_empty(),
        Command::EditItem | Command::Rename => selection.single().is_some(),
        Command::ConnectTo => selection.single().is_some_and(|id| panel.scene.face(id).is_some()),
        Command::AlignRow | Command::AlignColumn => items().count() > 1,
        Command::MarkReady => items().any(|item| item.kind.has_ready_mark() && !item.ready),
        Command::MarkDraft => items().any(|item| item.kind.has_ready_mark() && item.ready),
        Command::Disconnect => {
            let ids = &selection.ids;
            let at_selected = |(from, to): &(u64, u64)| ids.contains(from) || ids.contains(to);
            selection.link.is_some() || panel.sequence().links.iter().any(at_selected)
        }
        Command::Tidy => panel.sequence().items.iter().any(|item| item.kind != Kind::Start),
        Command::SelectAll => !panel.scene.faces.is_empty() || !panel.scene.notes.is_empty(),
        Command::ClearRecent => !panel.settings.recent.is_empty(),
        Command::OpenRecent(place) => place < panel.settings.recent.len(),
        Command::Play => panel.rehearsing.span().is_some(),
        Command::ToStart | Command::StepBack => panel.rehearsing.target(Step::Back).is_some(),
        Command::StepForward => panel.rehearsing.target(Step::Forward).is_some(),
        Command::NextDay => panel.rehearsing.target(Step::NextDay).is_some(),
        Command::ToEnd => panel.rehearsing.target(Step::ToEnd).is_some(),
        Command::RunToHere => {
            let single = selection.single().filter(|id| panel.scene.face(*id).is_some());
            single.is_some() && panel.rehearsing.span().is_some()
        }
        Command::FollowNobody => panel.rehearsing.follows().is_some(),
        Command::Larger => panel.settings.scale < LARGEST_SCALE,
        Command::Smaller => panel.settings.scale > SMALLEST_SCALE,
        Command::NextSequence | Command::PreviousSequence | Command::DeleteSequence => sequences > 1,
        Command::MoveSequenceLeft => place > 0,
        Command::MoveSequenceRight => place + 1 < sequences,
        _ => true,
    }
}

/// Whether it is on, for what can be on or off.
pub fn is_on(command: Command, panel: &Panel<'_>) -> Option<bool> {
    let settings = &*panel.settings;
    Some(match command {
        Command::Build => panel.view.mode == Mode::Build,
        Command::Rehearse => panel.view.mode == Mode::Rehearse,
        Command::Report => panel.view.mode == Mode::Report,
        Command::Population => panel.view.population.is_open,
        Command::Live => settings.live,
        Command::ReduceMotion => settings.reduce_motion,
        Command::ShowLeft => settings.left,
        Command::ShowPalette => settings.left && panel.view.left == Left::Palette,
        Command::ShowOutline => settings.left && panel.view.left == Left::Outline,
        Command::ShowInspector => settings.inspector,
        Command::ShowProblems => settings.problems,
        Command::ShowMinimap => settings.minimap,
        Command::Snap => settings.snap,
        Command::Light => settings.theme == ThemeChoice::Light,
        Command::Dark => settings.theme == ThemeChoice::Dark,
        Command::System => settings.theme == ThemeChoice::System,
        Command::DayFirst => settings.dates == DateOrder::DayFirst,
        Command::MonthFirst => settings.dates == DateOrder::MonthFirst,
        Command::YearFirst => settings.dates == DateOrder::YearFirst,
        Command::Hours12 => settings.twelve_hours,
        Command::Hours24 => !settings.twelve_hours,
        Command::WeekMonday => settings.week_starts == WeekStart::Monday,
        Command::WeekSunday => settings.week_starts == WeekStart::Sunday,
        Command::WeekSaturday => settings.week_starts == WeekStart::Saturday,
        Command::Present => panel.view.presenting,
        _ => return None,
    })
}
