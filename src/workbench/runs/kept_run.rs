//! A kept run as it is listed.

use crate::calendar::{DateTime, Instant, Zone};
use crate::storage::run_store::list::Listed;

/// A kept run: all that is known of it without opening it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptRun {
    /// Its number in the store, which no other run ever has.
    pub run: i64,
    /// The name that is shown.
    pub name: String,
    /// When it was kept, on the campaign's clock; as the store has it where that is no instant.
    pub kept: Result<DateTime, String>,
    /// The name of the campaign when the run was saved.
    pub campaign: String,
    /// The start of a hash of the campaign's canonical text.
    pub fingerprint: String,
    /// The name of the sequence when the run was saved.
    pub sequence: String,
    /// Where the people came from, in words.
    pub population: String,
    /// The generator's seed, if they are made up.
    pub seed: Option<u64>,
    /// How many contacts there are.
    pub contacts: u64,
    /// How many rows of their list were left out.
    pub rejected: u64,
    /// How many visits there are.
    pub visits: u64,
    /// Where the clock stopped, as `YYYY-MM-DDTHH:MM:SSZ`.
    pub until: String,
    /// The campaign's time zone.
    pub time_zone: String,
    /// The campaign's rules, in words.
    pub rules: String,
    /// The version of the time-zone data it was made with.
    pub zone_data: String,
    /// The version of the program that made it.
    pub program: String,
    /// Whether it was kept with all that opening it needs.
    pub can_open: bool,
}

impl From<Listed> for KeptRun {
    fn from(listed: Listed) -> Self {
        let zone = Zone::named(&listed.time_zone).unwrap_or_else(Zone::utc);
        let kept = Instant::parse_with_offset(&listed.stored_at).map(|at| zone.local_at(at));
        Self {
            run: listed.run,
            name: listed.name,
            kept: kept.ok_or(listed.stored_at),
            campaign: listed.campaign,
            fingerprint: listed.campaign_fingerprint.chars().take(12).collect(),
            sequence: listed.sequence,
            population: listed.population,
            seed: listed.seed,
            contacts: listed.contacts,
            rejected: listed.rejected,
            visits: listed.visits,
            until: listed.until,
            time_zone: listed.time_zone,
            rules: listed.rules,
            zone_data: listed.zone_data,
            program: listed.program,
            can_open: listed.can_open,
        }
    }
}
