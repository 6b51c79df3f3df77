//! Facts about the current document, computed when a panel first needs them, and kept until the next edit.
//!
//! Frames are drawn without edits too, sixty per second, and these facts take noticeable time in a large campaign.

use std::cell::{OnceCell, RefCell};
use std::collections::BTreeSet;
use std::rc::Rc;
use std::sync::Arc;

use crate::calendar::DateTime;
use crate::campaign::document::Campaign;
use crate::campaign::kinds::Kind;
use crate::campaign::known::{IndexedDirectory, NameIndices};
use crate::campaign::selection::Selection;
use crate::campaign::sequence::Sequence;
use crate::campaign::uses::{UseCounts, count_all};
use crate::workbench::arrivals::{OwnDate, PeopleArrival};
use crate::workbench::examples::{ExampleRow, same_moments, table};

/// The facts of one revision of a campaign.
#[derive(Default)]
pub struct CampaignFacts {
    names: OnceCell<Arc<NameIndices>>,
    uses: OnceCell<UseCounts>,
    examples: RefCell<Option<(ExamplesRequest, Rc<[ExampleRow]>)>>,
    several: RefCell<Option<(Arc<Selection>, Several)>>,
}

/// A summary of several selected things.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Several {
    /// The number of items.
    pub items: usize,
    /// The number of notes.
    pub notes: usize,
    /// The number of frames.
    pub frames: usize,
    /// Whether an item among them can be marked ready.
    pub has_ready_mark: bool,
}

impl Several {
    fn of(sequence: &Sequence, ids: &BTreeSet<u64>) -> Self {
        let items = || sequence.items.iter().filter(|item| ids.contains(&item.id));
        Self {
            items: items().count(),
            notes: sequence.notes.iter().filter(|note| ids.contains(&note.id)).count(),
            frames: sequence.frames.iter().filter(|frame| ids.contains(&frame.id)).count(),
            has_ready_mark: items().any(|item| item.kind.has_ready_mark()),
        }
    }
}

/// The question that a table of worked examples answers.
#[derive(Clone, PartialEq)]
pub struct ExamplesRequest {
    /// The settings of the timer.
    pub kind: Kind,
    /// When contacts arrive, in the campaign's time zone.
    pub arrivals: Vec<DateTime>,
    /// The time zones of contacts besides the campaign's.
    pub zones: Vec<String>,
    /// The value of the field that a field timer reads.
    pub cell: Option<String>,
    /// The arrival of the rehearsal's people. Its row comes first.
    pub people: Option<PeopleArrival>,
}

impl CampaignFacts {
    /// The directory with its names in maps.
    pub fn known<'a>(&self, campaign: &'a Campaign) -> IndexedDirectory<'a> {
        let names = self.names.get_or_init(|| Arc::new(NameIndices::of(&campaign.directory)));
        IndexedDirectory::with(&campaign.directory, names.clone()).in_zone(&campaign.time_zone)
    }

    /// The number of uses of each directory entry.
    pub fn uses(&self, campaign: &Campaign) -> &UseCounts {
        self.uses.get_or_init(|| count_all(campaign))
    }

    /// The worked examples of a timer; the last ones are kept.
    pub fn examples(&self, campaign: &Campaign, question: ExamplesRequest) -> Rc<[ExampleRow]> {
        let mut kept = self.examples.borrow_mut();
        match &*kept {
            Some((of, rows)) if *of == question => rows.clone(),
            _ => {
                let ExamplesRequest { kind, arrivals, zones, cell, people } = &question;
                let mut rows = Vec::new();
                if let Some(PeopleArrival { local, zone, own, .. }) = people {
                    let own = own.as_ref().map(OwnDate::cell).or(cell.clone());
                    rows.extend(table(campaign, kind, &[*local], std::slice::from_ref(zone), own.as_deref()));
                }
                rows.extend(same_moments(campaign, kind, arrivals, zones, cell.as_deref()));
                let rows: Rc<[ExampleRow]> = rows.into();
                *kept = Some((question, rows.clone()));
                rows
            }
        }
    }

    /// A summary of the selection.
    pub fn several(&self, sequence: &Sequence, selection: &Arc<Selection>) -> Several {
        let mut kept = self.several.borrow_mut();
        match &*kept {
            Some((of, several)) if Arc::ptr_eq(of, selection) => *several,
            _ => kept.insert((selection.clone(), Several::of(sequence, &selection.ids))).1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Date;
    use crate::workbench::samples::SAMPLES;

    fn timer(campaign: &Campaign) -> Kind {
        let items = &campaign.sequences[0].items;
        let timer = items.iter().find(|item| matches!(item.kind, Kind::DelayTimer(_)));
        timer.expect("a timer").kind.clone()
    }

    #[test]
    fn another_question_has_another_answer() {
        let campaign = SAMPLES[0].campaign().expect("a sample");
        let facts = CampaignFacts::default();
        let day = Date::from_civil(2026, 3, 2);
        let question = |hours: &[i64]| ExamplesRequest {
            kind: timer(&campaign),
            arrivals: hours.iter().map(|hour| day.at_second(hour * 3600)).collect(),
            zones: Vec::new(),
            cell: None,
            people: None,
        };
        let first = facts.examples(&campaign, question(&[9]));
        let second = facts.examples(&campaign, question(&[9, 17]));
        assert_eq!((first.len(), second.len()), (1, 2));
        assert_eq!(first[0], second[0]);
        assert!(Rc::ptr_eq(&second, &facts.examples(&campaign, question(&[9, 17]))));
    }
}
