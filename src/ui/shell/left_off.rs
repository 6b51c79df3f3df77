//! Keeps where the user leaves a campaign file, and goes on there when it is opened again.

use std::path::Path;

use super::app::App;
use crate::campaign::selection::Selection;
use crate::ui::context::left_off::LeftCampaign;

impl App {
    /// Keeps where the open campaign is left. One without a file leaves nothing.
    pub(super) fn leave_off(&mut self) {
        let Some(file) = self.editor.path().map(Path::to_owned) else { return };
        let campaign = self.editor.campaign();
        let open = campaign.sequence_or_first(self.view.selection.sequence);
        let chosen = campaign.sequences.iter().filter_map(|sequence| {
            let rehearsal = self.rehearsing.choices().of(campaign, sequence.id)?;
            Some((sequence.name.clone(), rehearsal.name.clone()))
        });
        // The clock of a saved run says nothing about the campaign's own.
        let clock = self.rehearsing.clock().filter(|_| self.rehearsing.reopened().is_none()).map(|clock| clock.at);
        let clock = clock.or_else(|| self.settings.left_off.of(&file).and_then(LeftCampaign::clock));
        let left = LeftCampaign::new(file, open.name.clone(), chosen.collect(), clock);
        self.settings.left_off.keep(left);
    }

    /// Goes on where the campaign that was just opened was left, if it was open before. What no longer exists is
    /// passed over.
    pub(super) fn go_on(&mut self) {
        let campaign = self.editor.campaign();
        let Some(left) = self.editor.path().and_then(|file| self.settings.left_off.of(file)) else { return };
        let named = |name: &str| campaign.sequences.iter().find(|sequence| sequence.name == name);
        if let Some(open) = named(&left.sequence) {
            self.view.selection = Selection::none(open.id);
        }
        let chosen = left.rehearsals.iter().filter_map(|(sequence, name)| Some((named(sequence)?.id, name.as_str())));
        self.rehearsing.resume(chosen, left.clock());
    }
}
