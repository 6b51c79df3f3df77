//! A form while it is drawn: how its edit is grouped, and what goes with it.

use eframe::egui::Id;

use super::shown_zone::ShownZone;
use crate::campaign::directory::List;
use crate::campaign::document::Campaign;
use crate::campaign::edit::{DirectoryEdit, DirectoryEntry, Edit};
use crate::campaign::history::Grouping;
use crate::campaign::kinds::Family;
use crate::campaign::known::IndexedDirectory;
use crate::campaign::new_entry;
use crate::ui::context::action::Action;
use crate::ui::context::facts::CampaignFacts;
use crate::ui::context::settings::Settings;
use crate::workbench::arrivals::PeopleArrival;

/// A form that is being drawn.
pub struct Form<'a> {
    /// The document before this frame.
    pub campaign: &'a Campaign,
    /// The directory, with names in maps.
    pub known: &'a IndexedDirectory<'a>,
    /// Other facts about the document.
    pub facts: &'a CampaignFacts,
    /// The user's settings for dates and times.
    pub settings: &'a Settings,
    /// The family of the item, if the form is about an item.
    pub family: Option<Family>,
    /// When the rehearsal's people come to the timer, if the form is about one.
    pub people: Option<PeopleArrival>,
    /// The zone that the window shows instants in, if the form is about a timer.
    pub shown_zone: Option<ShownZone>,
    /// Other requested actions: commands, selections.
    pub actions: Vec<Action>,
    scope: Id,
    grouping: Grouping,
    also: Vec<Edit>,
}

impl<'a> Form<'a> {
    /// A form about one thing. `scope` must differ from thing to thing.
    pub fn new(
        campaign: &'a Campaign,
        (known, facts): (&'a IndexedDirectory<'a>, &'a CampaignFacts),
        settings: &'a Settings,
        scope: Id,
    ) -> Self {
        Self {
            campaign,
            known,
            facts,
            settings,
            family: None,
            people: None,
            shown_zone: None,
            actions: Vec::new(),
            scope,
            grouping: Grouping::Alone,
            also: Vec::new(),
        }
    }

    /// The id of a control, by its label.
    pub fn id(&self, label: &str) -> Id {
        self.scope.with(label)
    }

    /// Groups this frame's edit with the others of this visit to a field.
    pub fn group(&mut self, mark: u64) {
        self.grouping = Grouping::With(mark);
    }

    /// Adds a directory edit to the same undo step.
    pub fn also(&mut self, edit: DirectoryEdit) {
        self.also.push(Edit::Directory(edit));
    }

    /// Adds an entry to the directory, in the same undo step. Returns its id or name.
    pub fn create(&mut self, list: List, name: &str) -> String {
        self.create_as(list, name, |_| {})
    }

    /// As `create`, with a change to the new entry.
    pub fn create_as(&mut self, list: List, name: &str, change: impl FnOnce(&mut DirectoryEntry)) -> String {
        let mut entry = new_entry::named(list, name, &self.campaign.directory);
        change(&mut entry);
        let id = entry.name().to_owned();
        self.also(DirectoryEdit::Add(entry));
        id
    }

    /// Whether something is being added to the directory in this frame.
    pub fn creates(&self) -> bool {
        !self.also.is_empty()
    }

    /// All requested actions: the form's own edit, if there is one, with what goes with it.
    pub fn finish(self, label: &str, edit: Option<Edit>) -> Vec<Action> {
        let Self { mut actions, grouping, also: mut edits, .. } = self;
        edits.extend(edit);
        let edit = match edits.len() {
            0 => return actions,
            1 => edits.remove(0),
            _ => Edit::Together(label.to_owned(), edits),
        };
        actions.push(Action::Edit(edit, grouping));
        actions
    }
}
