//! The comparison of two runs: counts by item, and the contacts whose story differs, with the first different item.

mod counts;
mod people;

use std::sync::Arc;

use eframe::egui::{self, RichText, Ui};

use crate::campaign::text::thousands;
use crate::picture::theme::ColorRole;
use crate::ui::context::action::Action;
use crate::ui::context::panel::Panel;
use crate::ui::context::view_state::Overlay;
use crate::ui::controls::theme::{color, semibold};
use crate::ui::controls::{look, words};
use crate::workbench::rehearse::keeping::Compared;

/// Draws the comparison, or how to start one.
pub fn show(ui: &mut Ui, panel: &mut Panel<'_>) {
    let Some(compared) = panel.compared else {
        ui.add_space(12.0);
        ui.label(
            "Save a run, change something, then compare: counts side by side, and contacts whose story has changed.",
        );
        ui.add_space(6.0);
        if look::filled(ui, "Saved runs…").clicked() {
            panel.wants(Action::Show(Overlay::Runs));
        }
        return;
    };
    let comparison = &compared.comparison;
    ui.add_space(6.0);
    ui.horizontal(|ui| {
        ui.label(RichText::new(summary(compared)).family(semibold()));
        if look::link(ui, "Saved runs…").clicked() {
            panel.wants(Action::Show(Overlay::Runs));
        }
    });
    let is_old = !panel.rehearsing.shown().is_some_and(|shown| Arc::ptr_eq(shown, &compared.right));
    if is_old {
        let words = "The shown run has changed since. Compare again to see it.";
        ui.label(RichText::new(words).color(color(ColorRole::Skipped, panel.theme)));
    }
    if let Some(words) = of_others(compared) {
        ui.label(RichText::new(words).color(color(ColorRole::Skipped, panel.theme)));
    }
    ui.add_space(4.0);
    egui::ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
        counts::statuses(ui, panel, comparison);
        ui.add_space(10.0);
        counts::items(ui, panel, comparison);
        ui.add_space(10.0);
        people::people(ui, panel, compared);
    });
}

/// A note if the runs are of different sequences: items with the same id may be unrelated.
fn of_others(compared: &Compared) -> Option<String> {
    let of = [&compared.left, &compared.right].map(|side| (&side.scene.sequence().name, &side.scene.campaign.name));
    let [(kept, kept_in), (shown, shown_in)] = of;
    (of[0] != of[1]).then(|| {
        format!(
            "The saved run is of “{kept}” in “{kept_in}”, the shown run is of “{shown}” in “{shown_in}”: their items \
             are compared by number."
        )
    })
}

fn summary(compared: &Compared) -> String {
    let comparison = &compared.comparison;
    if comparison.is_equal() {
        return format!("The same for all {}", words::people(comparison.equal));
    }
    format!("{} the same, {} different", thousands(comparison.equal), thousands(comparison.different))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::calendar::Instant;
    use crate::campaign::rehearsal::People;
    use crate::report::compare::Comparison;
    use crate::simulate::run::Control;
    use crate::workbench::rehearse::finished::FinishedRehearsal;
    use crate::workbench::samples;
    use crate::workbench::scene::RunScene;
    use crate::workbench::simulate::keep;

    /// A run of a sample with a number of generated contacts.
    pub(super) fn finished(count: u64) -> Arc<FinishedRehearsal> {
        named(&samples::first().name, count)
    }

    fn named(name: &str, count: u64) -> Arc<FinishedRehearsal> {
        let mut campaign = samples::first();
        name.clone_into(&mut campaign.name);
        let mut rehearsal = campaign.rehearsals[0].clone();
        rehearsal.people = People::Generated { count, seed: 11 };
        let scene = RunScene::of_rehearsal(campaign, rehearsal, Path::new(""), Instant::FIRST).expect("a scene");
        let people = scene.rehearsal_people().expect("people");
        let kept = keep(&scene, &people, 2, &Control::default()).expect("a run");
        Arc::new(FinishedRehearsal::new(scene, kept))
    }

    #[test]
    fn runs_of_other_sequences_are_said_to_be() {
        let compared = |left: &str, right: &str| Compared {
            run: 1,
            left: named(left, 3),
            right: named(right, 3),
            comparison: Comparison::default(),
        };
        assert_eq!(of_others(&compared("One", "One")), None);
        let words = of_others(&compared("One", "Two")).expect("a sentence");
        assert!(words.contains("in “One”, the shown run") && words.contains("in “Two”:"), "{words}");
    }
}
