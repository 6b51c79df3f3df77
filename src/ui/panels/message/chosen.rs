//! The contact that a message is filled for, and the filled message, computed when something has changed.

use std::sync::{Arc, Weak};

use super::source::MessageSource;
use crate::campaign::ids::ItemRef;
use crate::campaign::known::IndexedDirectory;
use crate::ui::context::panel::Panel;
use crate::ui::controls::dates;
use crate::workbench::preview::contacts::{NAMES_LOOKED_AT, first_reader, first_without_name, generated};
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
    nameless: Option<(Weak<FinishedRehearsal>, Option<u64>)>,
    filled: Option<(FilledFor, Option<Arc<MessagePreview>>)>,
}

impl std::fmt::Debug for ChosenReader {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("ChosenReader").field("place", &self.place).field("without_name", &self.without_name).finish()
    }
}

/// What a filled message depends on. It doesn't keep an old run alive.
struct FilledFor {
    run: Weak<FinishedRehearsal>,
    revision: u64,
    item: ItemRef,
    reader: PreviewReader,
    is_of_run: bool,
}

impl FilledFor {
    fn is(&self, other: &FilledFor) -> bool {
        Weak::ptr_eq(&self.run, &other.run)
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
    pub fn run(&mut self, panel: &Panel<'_>, source: MessageSource<'_>) -> Result<ReaderRun, String> {
        if let Some(run) = panel.rehearsing.shown().filter(|run| run.contacts() > 0) {
            return Ok(ReaderRun { run: Arc::clone(run), is_generated: false });
        }
        let campaign = source.campaign;
        let made = self.generated.get_or_insert_with(|| {
            let made = generated(campaign, source.at.sequence, dates::today(campaign));
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
        if self.nameless.as_ref().is_none_or(|(of, _)| !std::ptr::eq(of.as_ptr(), Arc::as_ptr(run))) {
            self.nameless = Some((Arc::downgrade(run), first_without_name(run, NAMES_LOOKED_AT)));
        }
        match self.nameless.as_ref().and_then(|(_, nameless)| *nameless) {
            Some(place) => PreviewReader { place, without_first_name: false },
            None => PreviewReader { place, without_first_name: true },
        }
    }

    /// The message of an item as the chosen contact gets it; `None` if it has no text.
    pub fn filled(
        &mut self,
        panel: &Panel<'_>,
        run: &ReaderRun,
        source: MessageSource<'_>,
    ) -> Option<Arc<MessagePreview>> {
        let MessageSource { campaign, is_of_run, at: item } = source;
        let reader = self.reader(&run.run, item);
        let revision = panel.editor.revision();
        let of = FilledFor { run: Arc::downgrade(&run.run), revision, item, reader, is_of_run };
        if let Some((before, filled)) = &self.filled
            && before.is(&of)
        {
            return filled.clone();
        }
        let filled = if is_of_run {
            preview(&run.run, (campaign, &IndexedDirectory::new(&campaign.directory)), item, reader)
        } else {
            preview(&run.run, (campaign, &panel.facts.known(campaign)), item, reader)
        };
        let filled = filled.map(Arc::new);
        self.filled = Some((of, filled.clone()));
        filled
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workbench::samples;

    #[test]
    fn a_run_that_is_no_longer_shown_is_not_kept() {
        let campaign = samples::first();
        let sequence = &campaign.sequences[0];
        let today = crate::calendar::Date::parse("2026-03-02").expect("a date");
        let run = generated(&campaign, sequence.id, today).expect("a run");
        let mut reader = ChosenReader { without_name: true, ..ChosenReader::default() };
        let at = sequence.id.item(sequence.items[1].id);
        assert!(reader.reader(&run, at).place < run.contacts());
        assert_eq!(Arc::strong_count(&run), 1);
    }
}
