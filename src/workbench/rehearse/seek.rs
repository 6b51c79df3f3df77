//! Finds the contacts that match a filter at the clock's time, in the background.
//!
//! A panel keeps a [`ContactSearch`] and calls [`ContactSearch::ask`] in every frame, with the filter and the time.
//! [`ContactSearch::listed`] is the newest answer. A new filter cancels the current search. If only the clock has
//! moved, the current search is finished first: a million contacts are listed every few frames, and no frame waits.

use std::sync::Arc;
use std::time::Duration;

use crate::calendar::Instant;
use crate::report::people::{ContactSelection, Filter, find};
use crate::simulate::run::Control;

use super::beside::BackgroundAnswer;
use super::finished::FinishedRehearsal;

/// Contacts that can be searched within a frame.
const SMALL: u64 = 20_000;
/// Longest time that a frame waits for the search.
const PATIENCE: Duration = Duration::from_millis(6);

/// What is searched: the run, the time, and the filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchQuestion {
    /// The number of the run that is shown ([`super::Rehearsing::number`]).
    pub number: u64,
    /// The time that the clock shows.
    pub clock: Instant,
    /// The filter for contacts.
    pub filter: Filter,
}

/// A list of contacts that is kept up to date with run, clock and filter. A clone starts without a list.
#[derive(Clone, Debug, Default)]
pub struct ContactSearch {
    /// `None` is the answer of a search that was cancelled.
    found: BackgroundAnswer<SearchQuestion, Option<ContactSelection>>,
}

impl ContactSearch {
    /// Keeps the list up to date; `wake` is called once there is something new for the next frame. While the clock
    /// `plays`, the frame doesn't wait.
    pub fn ask(
        &mut self,
        finished: &Arc<FinishedRehearsal>,
        mut sought: SearchQuestion,
        plays: bool,
        wake: impl Fn() + Send + 'static,
    ) {
        if !sought.filter.looks_at_clock() {
            sought.clock = Instant::FIRST;
        }
        self.found.collect(Duration::ZERO);
        let is_other = |way: &SearchQuestion| way.number != sought.number || way.filter != sought.filter;
        let is_found = self.found.of() == Some(&sought);
        if is_found || self.found.under_way().is_some_and(|(way, _)| is_other(way)) {
            self.found.cancel();
        }
        if is_found {
            return;
        }
        if sought.filter.is_empty() {
            return self.found.answered(sought, Some(ContactSelection::All(finished.contacts())));
        }
        let patience = if finished.contacts() <= SMALL && !plays { PATIENCE } else { Duration::ZERO };
        let (shown, of) = (Arc::clone(finished), sought.clone());
        let work = move |control: &Control| {
            let FinishedRehearsal { scene, kept, .. } = &*shown;
            find(&scene.plan, (&kept.run, &kept.population), &of.filter, of.clock, control).ok()
        };
        self.found.ask_within(patience, sought, work, wake);
    }

    /// The newest list: of the current question or an earlier one, even of another run; `None` before the first
    /// answer. A position in it may no longer exist.
    pub fn listed(&self) -> Option<&ContactSelection> {
        self.found.newest().and_then(|listed| listed.as_ref().as_ref())
    }

    /// The progress of the current search, if there is one.
    pub fn progress(&self) -> Option<&Control> {
        self.found.under_way().map(|(_, control)| control)
    }

    /// Forgets the list, and cancels the search.
    pub fn forget(&mut self) {
        *self = Self::default();
    }
}
