//! Who fits a filter at the clock's instant, found beside the window.
//!
//! A panel keeps a [`ContactSearch`] and calls [`ContactSearch::ask`] in every frame with what it wants listed now; [`ContactSearch::listed`] is the
//! newest answer. Another filter lets go of the one before; a clock that has merely moved on waits for what is under
//! way, so that a million contacts are listed every few frames while it plays, and no frame waits for them.

use std::sync::Arc;
use std::time::Duration;

use crate::calendar::Instant;
use crate::report::people::{ContactSelection, Filter, find};
use crate::simulate::run::Control;

use super::beside::BackgroundAnswer;
use super::finished::Finished;

/// So many contacts are gone through within a frame.
const SMALL: u64 = 20_000;
/// A frame waits so long for them at most.
const PATIENCE: Duration = Duration::from_millis(6);

/// Who is looked for in which run at which instant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchQuestion {
    /// The number of the run that is shown ([`super::Rehearsing::number`]).
    pub number: u64,
    /// Where the clock stands.
    pub clock: Instant,
    /// Who.
    pub filter: Filter,
}

/// A list of contacts that follows run, clock and filter. A copy seeks anew.
#[derive(Clone, Debug, Default)]
pub struct ContactSearch {
    /// `None` is the answer of a search that was cancelled.
    found: BackgroundAnswer<SearchQuestion, Option<ContactSelection>>,
}

impl ContactSearch {
    /// Keeps the list up to date; `wake` is called once there is something new for the next frame. A clock that
    /// `plays` is not waited for.
    pub fn ask(
        &mut self,
        finished: &Arc<Finished>,
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
            let Finished { scene, kept, .. } = &*shown;
            find(&scene.plan, (&kept.run, &kept.population), &of.filter, of.clock, control).ok()
        };
        self.found.ask_within(patience, sought, work, wake);
    }

    /// The newest list: of what was sought last, or of a moment before, even if that was another run; none until the
    /// first is there. A place of it may be nobody's by now.
    pub fn listed(&self) -> Option<&ContactSelection> {
        self.found.newest().and_then(|listed| listed.as_ref().as_ref())
    }

    /// How far the search is that is under way, if it is.
    pub fn progress(&self) -> Option<&Control> {
        self.found.under_way().map(|(_, control)| control)
    }

    /// Lets go of what was found and sought.
    pub fn forget(&mut self) {
        *self = Self::default();
    }
}
