//! The current state of a command: its label, whether it is enabled, whether it is on.

use crate::campaign::kinds::Kind;
use crate::ui::context::command::Command as C;
use crate::ui::context::panel::RehearsalView;
use crate::ui::context::settings::{DateOrder, LARGEST_SCALE, SMALLEST_SCALE, ThemeChoice, WeekStart, WhoseTime};
use crate::ui::context::view_state::{LeftPanel, WindowMode};
use crate::workbench::preview::text_item;
use crate::workbench::rehearse::ClockStep;
use crate::workbench::rehearse::live::LiveMoment;

/// The label of its menu entry: “Undo Move 3 items”.
pub fn label(command: C, panel: &RehearsalView<'_>) -> String {
    if let C::OpenRecent(place) = command
        && let Some(path) = panel.settings.recent.get(place)
    {
        return crate::workbench::files::short_name(path);
    }
    if let (C::Undo, Some(typed)) = (command, &panel.view.typed) {
        return format!("{} typing “{typed}”", command.label());
    }
    let history = panel.editor.history();
    let what = match command == C::Redo {
        true => history.redo_label(),
        false => history.undo_label().filter(|_| command == C::Undo),
    };
    what.map_or_else(|| command.label(), |what| format!("{} {what}", command.label()))
}

/// Whether the command is enabled.
pub fn is_enabled(command: C, panel: &RehearsalView<'_>) -> bool {
    let selection = &panel.view.selection;
    let sequences = panel.campaign.sequences.len();
    let place = panel.campaign.index_of(panel.sequence_id()).unwrap_or_default();
    let items = || panel.sequence().items.iter().filter(|item| selection.ids.contains(&item.id));
    match command {
        C::Undo => panel.view.typed.is_some() || panel.editor.history().undo_label().is_some(),
        C::Redo => panel.editor.history().redo_label().is_some(),
        C::Cut | C::Copy | C::Duplicate => !selection.ids.is_empty(),
        C::NewFrame => !selection.ids.is_empty(),
        C::Delete => !selection.is_empty(),
        C::EditItem | C::Rename => selection.single().is_some(),
        C::EditText | C::Preview => text_item(panel.sequence(), selection.single()).is_some(),
        C::ConnectTo => selection.single().is_some_and(|id| panel.scene.face(id).is_some()),
        C::AlignRow | C::AlignColumn => items().count() > 1,
        C::MarkReady => items().any(|item| item.kind.has_ready_mark() && !item.ready),
        C::MarkDraft => items().any(|item| item.kind.has_ready_mark() && item.ready),
        C::Disconnect => {
            let ids = &selection.ids;
            let at_selected = |(from, to): &(u64, u64)| ids.contains(from) || ids.contains(to);
            selection.link.is_some() || panel.sequence().links.iter().any(at_selected)
        }
        C::Tidy => panel.sequence().items.iter().any(|item| item.kind != Kind::Start),
        C::SelectAll => !panel.scene.faces.is_empty() || !panel.scene.notes.is_empty(),
        C::ClearRecent => !panel.settings.recent.is_empty(),
        C::OpenRecent(place) => place < panel.settings.recent.len(),
        C::Play => panel.rehearsing.span().is_some(),
        C::ToStart | C::StepBack => panel.rehearsing.target(ClockStep::Back).is_some(),
        C::StepForward => panel.rehearsing.target(ClockStep::Forward).is_some(),
        C::NextDay => panel.rehearsing.target(ClockStep::NextDay).is_some(),
        C::ToEnd => panel.rehearsing.target(ClockStep::ToEnd).is_some(),
        C::RunToHere => {
            let single = selection.single().filter(|id| panel.scene.face(*id).is_some());
            single.is_some() && panel.rehearsing.span().is_some()
        }
        C::FollowNobody | C::CopySends => panel.rehearsing.follows().is_some(),
        C::Larger => panel.settings.scale < LARGEST_SCALE,
        C::Smaller => panel.settings.scale > SMALLEST_SCALE,
        C::NextSequence | C::PreviousSequence | C::DeleteSequence => sequences > 1,
        C::MoveSequenceLeft => place > 0,
        C::MoveSequenceRight => place + 1 < sequences,
        C::New
        | C::Open
        | C::Gallery
        | C::Save
        | C::SaveAs
        | C::SaveAsTemplate
        | C::ImportContacts
        | C::ExportAll
        | C::Export
        | C::OpenLast
        | C::Quit
        | C::Paste
        | C::RenameCampaign
        | C::Find
        | C::Commands
        | C::Directory
        | C::ZoomIn
        | C::ZoomOut
        | C::ActualSize
        | C::Fit
        | C::Build
        | C::Rehearse
        | C::Report
        | C::ShowLeft
        | C::ShowPalette
        | C::ShowOutline
        | C::ShowInspector
        | C::ShowProblems
        | C::ShowMinimap
        | C::Snap
        | C::Light
        | C::Dark
        | C::System
        | C::DayFirst
        | C::MonthFirst
        | C::YearFirst
        | C::Hours24
        | C::Hours12
        | C::WeekMonday
        | C::WeekSunday
        | C::WeekSaturday
        | C::CampaignTime
        | C::ContactTime
        | C::MyTime
        | C::UsualSize
        | C::Present
        | C::NewNote
        | C::NewSequence
        | C::RenameSequence
        | C::DuplicateSequence
        | C::RehearseNow
        | C::Slower
        | C::Faster
        | C::Population
        | C::KeptRuns
        | C::ReadAgain
        | C::Live
        | C::LiveAtClock
        | C::LiveAtDate
        | C::LiveAtEnd
        | C::ReduceMotion
        | C::Rules
        | C::Keys
        | C::About
        | C::Insert(_) => true,
    }
}

/// Whether the command is on; `None` if it can't be on or off.
pub fn is_on(command: C, panel: &RehearsalView<'_>) -> Option<bool> {
    let settings = panel.settings;
    let is_built = panel.view.mode == WindowMode::Build;
    Some(match command {
        C::Build => panel.view.mode == WindowMode::Build,
        C::Rehearse => panel.view.mode == WindowMode::Rehearse,
        C::Report => panel.view.mode == WindowMode::Report,
        C::Population => panel.view.shows_population && panel.view.mode == WindowMode::Rehearse,
        C::OpenLast => settings.opens_last,
        C::Live => settings.live,
        C::ReduceMotion => settings.reduce_motion,
        // These panels are only in Build mode.
        C::ShowLeft => settings.left && is_built,
        C::ShowPalette => settings.left && is_built && panel.view.left == LeftPanel::Palette,
        C::ShowOutline => settings.left && is_built && panel.view.left == LeftPanel::Outline,
        C::ShowInspector => settings.inspector && is_built,
        C::ShowProblems => panel.view.problems == Some(true) && is_built,
        C::ShowMinimap => settings.minimap,
        C::Snap => settings.snap,
        C::Light => settings.theme == ThemeChoice::Light,
        C::Dark => settings.theme == ThemeChoice::Dark,
        C::System => settings.theme == ThemeChoice::System,
        C::DayFirst => settings.dates == DateOrder::DayFirst,
        C::MonthFirst => settings.dates == DateOrder::MonthFirst,
        C::YearFirst => settings.dates == DateOrder::YearFirst,
        C::Hours12 => settings.twelve_hours,
        C::Hours24 => !settings.twelve_hours,
        C::WeekMonday => settings.week_starts == WeekStart::Monday,
        C::WeekSunday => settings.week_starts == WeekStart::Sunday,
        C::WeekSaturday => settings.week_starts == WeekStart::Saturday,
        C::CampaignTime => settings.times == WhoseTime::Campaign,
        C::ContactTime => settings.times == WhoseTime::Contact,
        C::MyTime => settings.times == WhoseTime::Mine,
        C::LiveAtClock => live_moment(panel) == LiveMoment::Clock,
        C::LiveAtDate => matches!(live_moment(panel), LiveMoment::At(_)),
        C::LiveAtEnd => live_moment(panel) == LiveMoment::End,
        C::Present => panel.view.presenting,
        C::New
        | C::Open
        | C::Gallery
        | C::Save
        | C::SaveAs
        | C::SaveAsTemplate
        | C::ImportContacts
        | C::ExportAll
        | C::Export
        | C::ClearRecent
        | C::Quit
        | C::Undo
        | C::Redo
        | C::Cut
        | C::Copy
        | C::Paste
        | C::Duplicate
        | C::Delete
        | C::SelectAll
        | C::EditItem
        | C::EditText
        | C::Rename
        | C::RenameCampaign
        | C::Find
        | C::Commands
        | C::Directory
        | C::ZoomIn
        | C::ZoomOut
        | C::ActualSize
        | C::Fit
        | C::Larger
        | C::Smaller
        | C::UsualSize
        | C::NewNote
        | C::NewFrame
        | C::NewSequence
        | C::Tidy
        | C::AlignRow
        | C::AlignColumn
        | C::ConnectTo
        | C::MarkReady
        | C::MarkDraft
        | C::Disconnect
        | C::NextSequence
        | C::PreviousSequence
        | C::MoveSequenceRight
        | C::MoveSequenceLeft
        | C::RenameSequence
        | C::DuplicateSequence
        | C::DeleteSequence
        | C::RehearseNow
        | C::Play
        | C::StepBack
        | C::StepForward
        | C::ToStart
        | C::NextDay
        | C::ToEnd
        | C::RunToHere
        | C::Slower
        | C::Faster
        | C::FollowNobody
        | C::CopySends
        | C::Preview
        | C::KeptRuns
        | C::ReadAgain
        | C::Rules
        | C::Keys
        | C::About
        | C::Insert(_)
        | C::OpenRecent(_) => return None,
    })
}

/// The moment that the live numbers of the current rehearsal stand at.
pub fn live_moment(panel: &RehearsalView<'_>) -> LiveMoment {
    let name = panel.rehearsing.name_of(panel.campaign, panel.sequence_id());
    panel.settings.live_moments.of(panel.editor.path(), &name)
}
