//! A small sequence, and what happens to one contact at each of its items.

use std::collections::BTreeMap;

use crate::calendar::{DateTime, Instant};
use crate::campaign::directory::Directory;
use crate::campaign::document::{Campaign, Rules};
use crate::campaign::fields::Column;
use crate::campaign::item::{Item, Position};
use crate::campaign::kinds::Kind;
use crate::campaign::rehearsal::Person;
use crate::campaign::scope::Scope;
use crate::campaign::sequence::Sequence;
use crate::contacts::block::Layout;
use crate::contacts::people::population;
use crate::simulate::outcome::{Outcome, Status};
use crate::simulate::plan::Plan;
use crate::simulate::record::Contact;
use crate::simulate::story::explain;
use crate::workbench::today::today;

use crate::workbench::rules::examples::CAMPAIGN_ZONE_NAME;

/// A sequence, and the contact who goes through it. The first item is a Start.
#[derive(Clone, Copy, Debug)]
pub struct TrackExample {
    /// What the picture shows, in a sentence.
    pub about: &'static str,
    /// The items; their ids count from 1.
    pub items: fn() -> Vec<TrackItem>,
    /// The links, by ids, in the order of their tracks.
    pub links: &'static [(u64, u64)],
    /// The contact's columns.
    pub columns: &'static [(&'static str, &'static str)],
    /// When the contact enters, in the campaign's local time.
    pub enters: &'static str,
    /// The time that the picture shows, in the campaign's local time.
    pub until: &'static str,
}

/// An item of the sequence.
#[derive(Clone, Debug)]
pub struct TrackItem {
    /// The name below the item.
    pub name: &'static str,
    /// Whether the item is marked ready.
    pub ready: bool,
    /// What it is.
    pub kind: Kind,
}

/// What the picture shows.
#[derive(Clone, Debug)]
pub struct TrackPicture {
    /// The items, with the first one first.
    pub stops: Vec<TrackStop>,
    /// The links, by index.
    pub links: Vec<(usize, usize)>,
    /// The status of the contact at the end.
    pub status: Status,
}

/// An item with its outcome.
#[derive(Clone, Debug)]
pub struct TrackStop {
    /// The number of items before it on its track.
    pub column: usize,
    /// Its row, from 0 at the top.
    pub row: usize,
    /// The item.
    pub item: TrackItem,
    /// What happened; `None` if the contact didn't reach it.
    pub outcome: Option<Outcome>,
    /// When it ran or will run; otherwise when the contact came.
    pub at: Option<DateTime>,
}

impl TrackExample {
    /// Runs the sequence for the contact. `None` only if the example itself is wrong.
    pub fn picture(&self) -> Option<TrackPicture> {
        let items = (self.items)();
        let places = self.places(items.len());
        let mut sequence = Sequence::with_start("");
        sequence.items =
            items.iter().zip(1..).zip(&places).map(|((item, id), place)| drawn(item, id, *place)).collect();
        sequence.links = self.links.to_vec();
        let campaign = campaign(sequence);
        let layout = Layout::new(&campaign.directory);
        let plan = Plan::new(&campaign, Scope::Sequence(campaign.sequences[0].id), &layout).ok()?;
        let zone = plan.zone();
        let at = |text: &str| Some(zone.resolve(DateTime::parse_minutes(text)?));
        let own = self.columns.iter().map(|(key, cell)| ((*key).to_owned(), (*cell).to_owned()));
        let cells = std::iter::once((Column::Id.key().to_owned(), "1".to_owned())).chain(own);
        let person = Person(cells.collect::<BTreeMap<_, _>>());
        let people = population(&[person], &layout, &campaign.directory, zone, today(zone)).ok()?.population;
        let contact = Contact { block: people.blocks().first()?, row: 0 };
        let until: Instant = at(self.until)?;
        let (visits, status) = explain(&plan, contact, at(self.enters)?, until);
        let mut stops: Vec<TrackStop> = items
            .into_iter()
            .zip(places)
            .map(|(item, (column, row))| TrackStop { column, row, item, outcome: None, at: None })
            .collect();
        for explained in visits {
            let visit = explained.visit;
            let stop = &mut stops[plan.items()[visit.rank as usize].place];
            stop.outcome = Some(visit.outcome);
            stop.at = Some(zone.local_at(visit.due.unwrap_or(visit.arrived)));
        }
        let links = self.links.iter().map(|(from, to)| (*from as usize - 1, *to as usize - 1));
        Some(TrackPicture { stops, links: links.collect(), status })
    }

    /// The column and the row of each item: the first link of an item stays in its row, every other begins a new one.
    fn places(&self, count: usize) -> Vec<(usize, usize)> {
        let (mut places, mut rows) = (vec![(0, 0); count], 1);
        for (place, (from, to)) in self.links.iter().enumerate() {
            let (column, row) = places[*from as usize - 1];
            let is_first = self.links[..place].iter().all(|(earlier, _)| earlier != from);
            let row = if is_first { row } else { rows };
            rows = rows.max(row + 1);
            places[*to as usize - 1] = (column + 1, row);
        }
        places
    }
}

/// The campaign of a picture, with what its items use.
fn campaign(sequence: Sequence) -> Campaign {
    let directory = Directory { tags: vec!["Customer".to_owned()], ..Directory::default() };
    let campaign = Campaign::unnamed(CAMPAIGN_ZONE_NAME, Rules::default(), directory);
    Campaign { sequences: vec![sequence], ..campaign }
}

fn drawn(item: &TrackItem, id: u64, (column, row): (usize, usize)) -> Item {
    let position = Position(column as f64 * 200.0, row as f64 * 160.0);
    Item { id, name: item.name.to_owned(), position, ready: item.ready, kind: item.kind.clone() }
}
