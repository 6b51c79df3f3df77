//! The figures of the report at the clock's time, computed when the run or the clock has changed.

use std::sync::Arc;

use crate::calendar::Instant;
use crate::report::table::Report;
use crate::report::tracks::Track;
use crate::workbench::rehearse::Rehearsing;
use crate::workbench::rehearse::finished::FinishedRehearsal;

/// The report at an instant.
#[derive(Clone)]
pub struct Figures {
    /// Identifies the run and the instant.
    pub of: (u64, Instant),
    /// The run of the report.
    pub run: Arc<FinishedRehearsal>,
    /// The table's rows, grouped by Start.
    pub tracks: Arc<[Track]>,
    /// The table, without the numbers for each day.
    pub report: Arc<Report>,
}

/// The last figures, which are kept.
#[derive(Clone, Default)]
pub struct FigureCache {
    figures: Option<Figures>,
}

impl std::fmt::Debug for FigureCache {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("FigureCache").field(&self.figures.as_ref().map(|figures| figures.of)).finish()
    }
}

impl FigureCache {
    /// The figures at the clock's time; `None` before there is a run.
    pub fn at_the_clock(&mut self, rehearsing: &Rehearsing) -> Option<Figures> {
        let (run, at) = (rehearsing.shown()?, rehearsing.at()?);
        let of = (rehearsing.number(), at);
        let tracks = match &self.figures {
            Some(figures) if figures.of == of => return self.figures.clone(),
            Some(figures) if figures.of.0 == of.0 => Arc::clone(&figures.tracks),
            _ => run.tracks().into(),
        };
        let report = Arc::new(run.report(at, false));
        self.figures = Some(Figures { of, run: Arc::clone(run), tracks, report });
        self.figures.clone()
    }
}
