//! The moment that the live numbers stand at, for each rehearsal of each campaign file.
//!
//! The format of campaign files has no place for it, so it is kept with the user's settings.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::workbench::rehearse::live::LiveMoment;

/// Most moments that are kept; the oldest ones are dropped first.
const MOST: usize = 200;

/// The chosen moments, newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LiveMoments(Vec<ChosenMoment>);

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct ChosenMoment {
    /// The campaign's file; `None` for the open campaign while it has no file.
    file: Option<PathBuf>,
    /// The name of the rehearsal.
    rehearsal: String,
    moment: LiveMoment,
}

impl LiveMoments {
    /// The moment of a rehearsal.
    pub fn of(&self, file: Option<&Path>, rehearsal: &str) -> LiveMoment {
        let is_it = |one: &&ChosenMoment| one.file.as_deref() == file && one.rehearsal == rehearsal;
        self.0.iter().find(is_it).map(|one| one.moment).unwrap_or_default()
    }

    /// Chooses the moment of a rehearsal.
    pub fn choose(&mut self, file: Option<&Path>, rehearsal: &str, moment: LiveMoment) {
        self.0.retain(|one| one.file.as_deref() != file || one.rehearsal != rehearsal);
        if moment != LiveMoment::Clock {
            let (file, rehearsal) = (file.map(Path::to_owned), rehearsal.to_owned());
            self.0.insert(0, ChosenMoment { file, rehearsal, moment });
            self.0.truncate(MOST);
        }
    }

    /// Gives a campaign's moments to the file that it was saved to.
    pub fn saved(&mut self, from: Option<&Path>, to: &Path) {
        if from == Some(to) {
            return;
        }
        let of = |one: &&ChosenMoment| one.file.as_deref() == from;
        let all: Vec<(String, LiveMoment)> =
            self.0.iter().filter(of).map(|one| (one.rehearsal.clone(), one.moment)).collect();
        self.0.retain(|one| one.file.as_deref() != Some(to));
        for (rehearsal, moment) in all.into_iter().rev() {
            self.choose(Some(to), &rehearsal, moment);
        }
        self.forget_unsaved();
    }

    /// Gives a rehearsal's moment to its new name. The old name keeps it, since a renaming may be undone.
    pub fn renamed(&mut self, file: Option<&Path>, from: &str, to: &str) {
        self.choose(file, to, self.of(file, from));
    }

    /// Forgets the moments of a campaign without a file: another campaign is open.
    pub fn forget_unsaved(&mut self) {
        self.0.retain(|one| one.file.is_some());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::DateTime;

    #[test]
    fn a_moment_follows_its_campaign_to_a_file_and_its_rehearsal_to_a_new_name() {
        let (file, other) = (Path::new("a.ron"), Path::new("b.ron"));
        let at = LiveMoment::At(DateTime::parse("2026-03-12T09:00").expect("a local time"));
        let mut moments = LiveMoments::default();
        moments.choose(None, "Rehearsal", LiveMoment::End);
        moments.choose(None, "Late", at);
        moments.saved(None, file);
        assert_eq!(moments.of(None, "Rehearsal"), LiveMoment::Clock, "the next campaign without a file has none");
        assert_eq!((moments.of(Some(file), "Rehearsal"), moments.of(Some(file), "Late")), (LiveMoment::End, at));
        moments.saved(Some(file), other);
        moments.renamed(Some(other), "Late", "Later");
        assert_eq!(moments.of(Some(file), "Late"), at, "the first file is still there");
        assert_eq!((moments.of(Some(other), "Later"), moments.of(Some(other), "Late")), (at, at));
        moments.choose(Some(other), "Late", LiveMoment::Clock);
        assert_eq!(moments.of(Some(other), "Late"), LiveMoment::Clock);
    }

    #[test]
    fn the_oldest_moments_are_dropped() {
        let mut moments = LiveMoments::default();
        (0..MOST + 5).for_each(|number| moments.choose(None, &number.to_string(), LiveMoment::End));
        assert_eq!((moments.of(None, "4"), moments.of(None, "5")), (LiveMoment::Clock, LiveMoment::End));
    }
}
