//! Who fits a filter at the clock's instant, found beside the window.
//!
//! A panel keeps a [`Seek`] and calls [`Seek::ask`] in every frame with what it wants listed now; [`Seek::listed`] is the
//! newest answer. Another filter lets go of the one before; a clock that has merely moved on waits for what is under
//! way, so that a million contacts are listed every few frames while it plays, and no frame waits for them.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::time::Duration;

use crate::calendar::Instant;
use crate::report::people::{ContactSelection, Filter, find};
use crate::simulate::run::Control;

use super::finished::Finished;

/// So many contacts are gone through within a frame.
const SMALL: u64 = 20_000;
/// A frame waits so long for them at most.
const PATIENCE: Duration = Duration::from_millis(6);

/// Who is looked for in which run at which instant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sought {
    /// The number of the run that is shown ([`super::Rehearsing::number`]).
    pub number: u64,
    /// Where the clock stands.
    pub clock: Instant,
    /// Who.
    pub filter: Filter,
}

/// A list of contacts that follows run, clock and filter.
#[derive(Debug, Default)]
pub struct Seek {
    under_way: Option<UnderWay>,
    found: Option<(Sought, ContactSelection)>,
}

#[derive(Debug)]
struct UnderWay {
    sought: Sought,
    control: Arc<Control>,
    answer: Receiver<ContactSelection>,
}

impl Drop for UnderWay {
    fn drop(&mut self) {
        self.control.cancel.store(true, std::sync::atomic::Ordering::Relaxed);
    }
}

impl Seek {
    /// Keeps the list up to date; `wake` is called once there is something new for the next frame. A clock that
    /// `plays` is not waited for.
    pub fn ask(
        &mut self,
        finished: &Arc<Finished>,
        mut sought: Sought,
        plays: bool,
        wake: impl FnOnce() + Send + 'static,
    ) {
        if !sought.filter.looks_at_clock() {
            sought.clock = Instant::FIRST;
        }
        self.collect(Duration::ZERO);
        if self.found.as_ref().is_some_and(|(found, _)| *found == sought) {
            self.under_way = None;
            return;
        }
        if sought.filter.is_empty() {
            self.under_way = None;
            self.found = Some((sought, ContactSelection::All(finished.contacts())));
            return;
        }
        let goes_on = |way: &UnderWay| way.sought.number == sought.number && way.sought.filter == sought.filter;
        if self.under_way.as_ref().is_some_and(goes_on) {
            return;
        }
        let (control, (tell, answer)) = (Arc::new(Control::default()), channel());
        self.under_way = Some(UnderWay { sought: sought.clone(), control: Arc::clone(&control), answer });
        let shown = Arc::clone(finished);
        rayon::spawn(move || {
            let Finished { scene, kept, .. } = &*shown;
            let of = (&kept.run, &kept.population);
            if let Ok(listed) = find(&scene.plan, of, &sought.filter, sought.clock, &control) {
                // Nobody listens any more if something else is sought by now.
                let _ = tell.send(listed);
                wake();
            }
        });
        if finished.contacts() <= SMALL && !plays {
            self.collect(PATIENCE);
        }
    }

    fn collect(&mut self, patience: Duration) {
        let Some(way) = &self.under_way else { return };
        let answer = match patience.is_zero() {
            true => way.answer.try_recv(),
            false => way.answer.recv_timeout(patience).map_err(|_| TryRecvError::Empty),
        };
        match answer {
            Ok(listed) => {
                self.found = Some((way.sought.clone(), listed));
                self.under_way = None;
            }
            Err(TryRecvError::Empty) => {}
            Err(TryRecvError::Disconnected) => self.under_way = None,
        }
    }

    /// The newest list: of what was sought last, or of a moment before, even if that was another run; none until the
    /// first is there. A place of it may be nobody's by now.
    pub fn listed(&self) -> Option<&ContactSelection> {
        self.found.as_ref().map(|(_, listed)| listed)
    }

    /// How far the search is that is under way, if it is.
    pub fn progress(&self) -> Option<&Control> {
        self.under_way.as_ref().map(|way| &*way.control)
    }

    /// Lets go of what was found and sought.
    pub fn forget(&mut self) {
        *self = Self::default();
    }
}
