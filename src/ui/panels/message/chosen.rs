//! The contact that a message is filled for, and the filled message, computed when something has changed.

use std::sync::Arc;

use crate::campaign::ids::ItemRef;
use crate::campaign::known::IndexedDirectory;
use crate::ui::context::panel::Panel;
use crate::ui::controls::dates;
use crate::workbench::preview::contacts::{first_reader, first_without_name, generated};
use crate::workbench::preview::{MessagePreview, PreviewReader, preview};
use crate::workbench::rehearse::finished::FinishedRehearsal;

/// The contact that a message is filled for.
#[derive(Default)]
pub struct ChosenReader {
    /// The position of the contact in the list, once one was chosen.
    place: Option<u64>,
    /// Whether to show a contact without a first name.
    pub without_name: bool,
    /// Generated contacts, while nothing has been rehearsed; or why there are none.
    generated: Option<Result<Arc<FinishedRehearsal>, String>>,
    /// The first contact without a first name, and the run it belongs to.
    nameless: Option<(Arc<FinishedRehearsal>, Option<u64>)>,
    filled: Option<(FilledFor, Option<Arc<MessagePreview>>)>,
}

impl std::fmt::Debug for ChosenReader {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ChosenReader").field("place", &self.place).field("without_name", &self.without_name).finish()
    }
}

/// What a filled message depends on.
struct FilledFor {
    run: Arc<FinishedRehearsal>,
    revision: u64,
    item: ItemRef,
    reader: PreviewReader,
    is_of_run: bool,
}

impl FilledFor {
    fn is(&self, other: &FilledFor) -> bool {
        Arc::ptr_eq(&self.run, &other.run)
            && (self.revision, self.item, self.reader) == (other.revision, other.item, other.reader)
            && self.is_of_run == other.is_of_run
    }
}

/// The run that a message is filled from.
#[derive(Clone)]
pub struct ReaderRun {
    /// The run.
    pub run: Arc<FinishedRehearsal>,
    /// Whether its contacts were generated for the preview, since nothing has been rehearsed.
    pub is_generated: bool,
}

impl ChosenReader {
    /// Begins with this contact, or with the last one.
    pub fn open(&mut self, contact: Option<u64>) {
        self.generated = None;
        self.filled = None;
        self.nameless = None;
        if contact.is_some() {
            (self.place, self.without_name) = (contact, false);
        }
    }

    /// Chooses a contact.
    pub fn choose(&mut self, place: u64) {
        (self.place, self.without_name) = (Some(place), false);
    }

    /// The run whose contacts are shown: the rehearsal's, or a small one with generated contacts.
    ///
    /// # Errors
    /// If there can be none.
    pub fn run(&mut self, panel: &Panel<'_>, item: ItemRef) -> Result<ReaderRun, String> {
        if let Some(run) = panel.rehearsing.shown().filter(|run| run.contacts() > 0) {
            return Ok(ReaderRun { run: Arc::clone(run), is_generated: false });
        }
        let campaign = panel.campaign;
        let made = self.generated.get_or_insert_with(|| {
            let made = generated(campaign, item.sequence, dates::today(campaign));
            made.map_err(|failure| failure.to_string())
        });
        made.clone().map(|run| ReaderRun { run, is_generated: true })
    }

    /// The contact that is shown, and how it is taken.
    pub fn reader(&mut self, run: &Arc<FinishedRehearsal>, item: ItemRef) -> PreviewReader {
        let last = run.contacts().saturating_sub(1);
        let place = self.place.unwrap_or_else(|| first_reader(run, item)).min(last);
        self.place = Some(place);
        if !self.without_name {
            return PreviewReader { place, without_first_name: false };
        }
        if self.nameless.as_ref().is_none_or(|(of, _)| !Arc::ptr_eq(of, run)) {
            self.nameless = Some((Arc::clone(run), first_without_name(run)));
        }
        match self.nameless.as_ref().and_then(|(_, nameless)| *nameless) {
            Some(place) => PreviewReader { place, without_first_name: false },
            None => PreviewReader { place, without_first_name: true },
        }
    }

    /// The message of an item as the chosen contact gets it; `None` if it has no text.
    pub fn filled(&mut self, panel: &Panel<'_>, run: &ReaderRun, item: ItemRef) -> Option<Arc<MessagePreview>> {
        let reader = self.reader(&run.run, item);
        // A saved run has its own state of the campaign, and so has an item that was deleted since.
        let is_of_run = panel.rehearsing.reopened().is_some() || panel.campaign.item(item).is_none();
        let of = FilledFor { run: Arc::clone(&run.run), revision: panel.editor.revision(), item, reader, is_of_run };
        if let Some((before, filled)) = &self.filled
            && before.is(&of)
        {
            return filled.clone();
        }
        let filled = if is_of_run && !run.is_generated {
            let campaign = &run.run.scene.campaign;
            preview(&run.run, (campaign, &IndexedDirectory::new(&campaign.directory)), item, reader)
        } else {
            preview(&run.run, (panel.campaign, &panel.facts.known(panel.campaign)), item, reader)
        };
        let filled = filled.map(Arc::new);
        self.filled = Some((of, filled.clone()));
        filled
    }
}
