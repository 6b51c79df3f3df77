//! What to tell the user about a zone.

/// Why a word was read as this zone and no other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ZoneGround {
    /// It is what most people mean by the word.
    Usual,
    /// The contact's country decides.
    Country,
    /// The contact's state or province decides.
    Region,
    /// Most of the country or state has this zone, but not all of it.
    MostOfPlace,
    /// The cell also has an offset, which this zone never has. The name counts.
    NameOverOffset,
}

/// A note about a zone that was read from a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ZoneNote {
    /// Why it is this zone.
    pub ground: ZoneGround,
    /// Whether the zone's clocks change within a year, although the word may name only one of its times (`EST`).
    pub changes_clocks: bool,
}

impl ZoneNote {
    /// The note as a sentence, such as `“EST” is read as America/New_York, with daylight saving time.`
    pub fn sentence(self, cell: &str, iana: &str) -> String {
        format!("“{cell}” {}.", self.meaning(iana))
    }

    /// The end of the sentence, without a full stop. There are only a few for each zone.
    pub fn meaning(self, iana: &str) -> String {
        let reason = match self.ground {
            ZoneGround::Usual => "",
            ZoneGround::Country => " by the contact's country",
            ZoneGround::Region => " by the contact's state",
            ZoneGround::MostOfPlace => ", the zone of most of it",
            ZoneGround::NameOverOffset => ", whose offset is another than the one in the cell",
        };
        let clocks = if self.changes_clocks { ", with daylight saving time" } else { "" };
        format!("is read as {iana}{reason}{clocks}")
    }
}
