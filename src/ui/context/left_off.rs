//! Where the user left each campaign file: the open sequence, the chosen rehearsals, and the clock.
//!
//! None of this is part of a campaign, so it is kept with the user's settings.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::calendar::Instant;

/// Most files that are kept; the oldest ones are dropped first.
const MOST: usize = 100;

/// Where the user left campaign files, latest first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOff(Vec<LeftCampaign>);

/// Where the user left a campaign file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftCampaign {
    file: PathBuf,
    /// The name of the open sequence.
    pub sequence: String,
    /// The names of sequences, each with the name of its chosen rehearsal.
    pub rehearsals: Vec<(String, String)>,
    /// The clock of the open sequence's rehearsal, in UTC seconds.
    clock: Option<i64>,
}

impl LeftCampaign {
    /// Where a file is left now.
    pub fn new(file: PathBuf, sequence: String, rehearsals: Vec<(String, String)>, clock: Option<Instant>) -> Self {
        Self { file, sequence, rehearsals, clock: clock.map(Instant::utc_secs) }
    }

    /// The clock of the open sequence's rehearsal.
    pub fn clock(&self) -> Option<Instant> {
        self.clock.map(Instant::from_utc_secs).filter(|at| at.is_simulated())
    }
}

impl LeftOff {
    /// Where the user left a file.
    pub fn of(&self, file: &Path) -> Option<&LeftCampaign> {
        self.0.iter().find(|left| left.file == file)
    }

    /// Keeps where a file is left.
    pub fn keep(&mut self, left: LeftCampaign) {
        self.0.retain(|known| known.file != left.file);
        self.0.insert(0, left);
        self.0.truncate(MOST);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_latest_state_of_each_file_is_kept_and_an_impossible_clock_is_none() {
        let mut left = LeftOff::default();
        let at = |file: &str, clock: i64| {
            let clock = Some(Instant::from_utc_secs(clock));
            LeftCampaign::new(PathBuf::from(file), "One".to_owned(), Vec::new(), clock)
        };
        left.keep(at("a.ron", 1_700_000_000));
        left.keep(at("b.ron", 1_800_000_000));
        left.keep(at("a.ron", i64::MAX));
        assert_eq!(left.0.len(), 2);
        assert_eq!(left.of(Path::new("a.ron")).map(LeftCampaign::clock), Some(None));
        let other = left.of(Path::new("b.ron")).and_then(LeftCampaign::clock);
        assert_eq!(other, Some(Instant::from_utc_secs(1_800_000_000)));
        (0..200).for_each(|number| left.keep(at(&format!("{number}.ron"), 0)));
        assert_eq!(left.0.len(), MOST);
    }
}
