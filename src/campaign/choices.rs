//! The rehearsals that the user chose for sequences that have several.

use super::document::Campaign;
use super::ids::SequenceId;
use super::rehearsal::Rehearsal;

/// The chosen rehearsals of sequences, by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RehearsalChoices {
    /// The choices, newest first. Earlier ones stay, since a renaming may be undone.
    chosen: Vec<(SequenceId, String)>,
}

impl RehearsalChoices {
    /// The rehearsal of a sequence: the chosen one, else its first; `None` if it has none.
    pub fn of<'a>(&self, campaign: &'a Campaign, sequence: SequenceId) -> Option<&'a Rehearsal> {
        let names = self.chosen.iter().filter(|(of, _)| *of == sequence).map(|(_, name)| name);
        let mut named = names.filter_map(|name| campaign.rehearsal(name));
        let chosen = named.find(|rehearsal| rehearsal.sequence() == Some(sequence));
        chosen.or_else(|| campaign.rehearsals_of(sequence).next())
    }

    /// Chooses the rehearsal of a sequence, by name.
    pub fn choose(&mut self, sequence: SequenceId, name: &str) {
        self.chosen.retain(|(of, known)| *of != sequence || known != name);
        self.chosen.insert(0, (sequence, name.to_owned()));
    }
}
