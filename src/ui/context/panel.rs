//! What panels get to see, in layers, and where they say what they want.
//!
//! A function takes the smallest layer that serves: a [`DocumentView`] shows what is drawn, a [`RehearsalView`] also what
//! comes of it, and a [`Panel`] can ask for something. Each derefs to the one below it.

use std::ops::Deref;

use super::action::Action;
use super::badges::Badges;
use super::facts::Facts;
use super::settings::Settings;
use super::view_state::ViewState;
use crate::campaign::document::Campaign;
use crate::campaign::ids::SequenceId;
use crate::campaign::sequence::Sequence;
use crate::findings::Finding;
use crate::picture::counts::Counts;
use crate::picture::scene::Scene;
use crate::picture::theme::Theme;
use crate::workbench::editor::Editor;
use crate::workbench::rehearse::Rehearsing;
use crate::workbench::rehearse::keeping::{Compared, Keeping};

/// The document, what follows from it, and how it is looked at.
#[derive(Clone, Copy)]
pub struct DocumentView<'a> {
    /// The document.
    pub campaign: &'a Campaign,
    /// The open campaign: its file, its history, whether it is saved.
    pub editor: &'a Editor,
    /// The open sequence, laid out.
    pub scene: &'a Scene,
    /// What is wrong or odd in the campaign; a large one's are of a moment ago while it is edited.
    pub findings: &'a [Finding],
    /// A number that differs whenever the findings may.
    pub findings_number: u64,
    /// What of it the open sequence's items, notes and links show.
    pub badges: &'a Badges,
    /// What else follows from the document.
    pub facts: &'a Facts,
    /// What is seen and selected.
    pub view: &'a ViewState,
    /// How the person likes the window.
    pub settings: &'a Settings,
    /// Light or dark.
    pub theme: Theme,
}

impl<'a> DocumentView<'a> {
    /// The open sequence, by its id.
    pub fn place(&self) -> SequenceId {
        self.view.selection.sequence
    }

    /// The open sequence.
    pub fn sequence(&self) -> &'a Sequence {
        self.campaign.sequence_or_first(self.place())
    }
}

/// The document with its rehearsal.
#[derive(Clone, Copy)]
pub struct RehearsalView<'a> {
    /// The document.
    pub document: DocumentView<'a>,
    /// The rehearsal of the open sequence: its run, its clock, who is followed.
    pub rehearsing: &'a Rehearsing,
    /// The numbers on the items at the clock's instant; none before there is a run, or while they are switched off.
    pub counts: Option<&'a Counts>,
    /// The runs that are kept, and the work with them that is under way.
    pub keeping: &'a Keeping,
    /// A kept run beside the one that was shown when they were compared.
    pub compared: Option<&'a Compared>,
}

impl<'a> Deref for RehearsalView<'a> {
    type Target = DocumentView<'a>;

    fn deref(&self) -> &DocumentView<'a> {
        &self.document
    }
}

/// All that panels see, and where they say what they want.
pub struct Panel<'a> {
    /// What is seen.
    pub rehearsal: RehearsalView<'a>,
    /// What is wanted; done in this order, after all panels were drawn.
    pub actions: &'a mut Vec<Action>,
}

impl<'a> Deref for Panel<'a> {
    type Target = RehearsalView<'a>;

    fn deref(&self) -> &RehearsalView<'a> {
        &self.rehearsal
    }
}

impl Panel<'_> {
    /// Asks for something.
    pub fn wants(&mut self, action: Action) {
        self.actions.push(action);
    }
}
