//! What panels can see, in layers, and how they request actions.
//!
//! A function takes the smallest layer that it needs: a [`DocumentView`] shows the document, a [`RehearsalView`] also
//! its rehearsal, and a [`Panel`] can request actions. Each derefs to the one below it.

use std::ops::Deref;

use super::action::Action;
use super::badges::Badges;
use super::facts::CampaignFacts;
use super::settings::Settings;
use super::view_state::{ViewState, WindowMode};
use crate::calendar::Zone;
use crate::campaign::document::Campaign;
use crate::campaign::ids::SequenceId;
use crate::campaign::sequence::Sequence;
use crate::findings::Finding;
use crate::picture::counts::ItemCounts;
use crate::picture::scene::Scene;
use crate::picture::theme::Theme;
use crate::workbench::editor::Editor;
use crate::workbench::rehearse::Rehearsing;
use crate::workbench::rehearse::keeping::{Compared, Keeping};
use crate::workbench::templates::Templates;

/// The document, facts about it, and how it is viewed.
#[derive(Clone, Copy)]
pub struct DocumentView<'a> {
    /// The campaign in this frame.
    pub campaign: &'a Campaign,
    /// The open campaign: its file, its history, whether it is saved.
    pub editor: &'a Editor,
    /// The open sequence, laid out.
    pub scene: &'a Scene,
    /// The findings of the campaign. For a large campaign, they may be slightly out of date during edits.
    pub findings: &'a [Finding],
    /// A number that changes when the findings may have changed.
    pub findings_number: u64,
    /// A sentence on whose contacts the open sequence was checked with; `None` if it was checked without any.
    pub checked_with: Option<&'a str>,
    /// The badges of the open sequence's items, notes and links.
    pub badges: &'a Badges,
    /// Other facts about the document.
    pub facts: &'a CampaignFacts,
    /// The view state: what is visible and selected.
    pub view: &'a ViewState,
    /// The settings of the user.
    pub settings: &'a Settings,
    /// The time zone of this computer.
    pub my_zone: &'a Zone,
    /// The user's own templates.
    pub templates: &'a Templates,
    /// The theme: light or dark.
    pub theme: Theme,
}

impl<'a> DocumentView<'a> {
    /// The id of the open sequence.
    pub fn sequence_id(&self) -> SequenceId {
        self.view.selection.sequence
    }

    /// The sequence that is open.
    pub fn sequence(&self) -> &'a Sequence {
        self.campaign.sequence_or_first(self.sequence_id())
    }
}

/// The document with its rehearsal.
#[derive(Clone, Copy)]
pub struct RehearsalView<'a> {
    /// The document in this frame.
    pub document: DocumentView<'a>,
    /// The rehearsal of the open sequence: its run, its clock, the followed contact.
    pub rehearsing: &'a Rehearsing,
    /// The numbers on the items at the clock's time; `None` before there is a run, or while they are switched off.
    pub counts: Option<&'a ItemCounts>,
    /// The saved runs, and the current task with them.
    pub keeping: &'a Keeping,
    /// The comparison of a saved run with the shown one.
    pub compared: Option<&'a Compared>,
}

impl RehearsalView<'_> {
    /// Whether the numbers on the items are those of the followed contact, and not of all.
    pub fn counts_followed(&self) -> bool {
        self.view.mode == WindowMode::Rehearse && self.rehearsing.follows().is_some()
    }
}

impl<'a> Deref for RehearsalView<'a> {
    type Target = DocumentView<'a>;

    fn deref(&self) -> &DocumentView<'a> {
        &self.document
    }
}

/// Everything that panels can see, and the actions that they request.
pub struct Panel<'a> {
    /// The document and its rehearsal.
    pub rehearsal: RehearsalView<'a>,
    /// The requested actions, done in this order after all panels were drawn.
    pub actions: &'a mut Vec<Action>,
}

impl<'a> Deref for Panel<'a> {
    type Target = RehearsalView<'a>;

    fn deref(&self) -> &RehearsalView<'a> {
        &self.rehearsal
    }
}

impl Panel<'_> {
    /// Requests an action, done after drawing.
    pub fn wants(&mut self, action: Action) {
        self.actions.push(action);
    }
}
