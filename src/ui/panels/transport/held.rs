//! Contacts that are held on one track while they wait on another. Their status is waiting, so that each contact has
//! one status, while the canvas shows them at the timer that holds them.

use crate::campaign::text::thousands;
use crate::picture::counts::ItemCounts;
use crate::simulate::plan::ItemAction;
use crate::ui::context::panel::RehearsalView;

/// How many more times contacts are held than contacts have that status.
pub(super) fn more(panel: &RehearsalView<'_>, held: u64) -> u64 {
    panel.counts.map_or(0, ItemCounts::held).saturating_sub(held)
}

/// Whether the rehearsed sequence has a timer that holds contacts.
pub(super) fn can_be(panel: &RehearsalView<'_>) -> bool {
    let shown = panel.rehearsing.shown();
    shown.is_some_and(|shown| shown.scene.plan.items().iter().any(|item| matches!(item.action, ItemAction::Hold)))
}

/// The word below the number: `held (+36)`. The tooltip says what is added.
pub(super) fn word(held: &str, more: u64) -> String {
    format!("{held} (+{})", thousands(more))
}

/// Why the canvas shows more held contacts than the status counts; `None` if it doesn't.
pub(super) fn explained(more: u64) -> Option<String> {
    let times = if more == 1 { "1 more time".to_owned() } else { format!("{} more times", thousands(more)) };
    (more > 0).then(|| {
        format!(
            "Each contact has one status here. A contact that a timer holds on one track while it waits on another is \
             waiting; the canvas shows it at both. So timers hold contacts {times} than “held” counts"
        )
    })
}
