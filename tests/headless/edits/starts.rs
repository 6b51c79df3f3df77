//! Campaigns to start a test with, and random numbers that are the same in every run.

use std::path::Path;

use dripline::campaign::document::Campaign;
use dripline::campaign::ids::SequenceId;
use dripline::campaign::item::{Item, Position};
use dripline::campaign::kinds::{Email, Kind};
use dripline::campaign::rehearsal::RehearsedScope;
use dripline::campaign::sequence::{IdInFile, Sequence};
use dripline::storage::campaign_file::parse;
use dripline::workbench::editor::Editor;
use dripline::workbench::samples::SAMPLES;

pub fn example() -> Campaign {
    parse(include_str!("../../spec/example.ron"), Path::new("example.ron")).expect("the example").campaign
}

pub fn new_campaign() -> Campaign {
    Editor::new("America/New_York").campaign().clone()
}

/// The example, the example with unusual ids, all samples, and a new campaign.
pub fn all() -> Vec<Campaign> {
    let samples = SAMPLES.iter().map(|sample| sample.campaign().expect("a sample"));
    [example(), new_campaign(), with_ids()].into_iter().chain(samples).collect()
}

/// The example with unusual ids that are valid in a file: the sequence's id is 2, and few ids are left for items.
fn with_ids() -> Campaign {
    let mut campaign = example();
    let id = SequenceId::new(2);
    (campaign.sequences[0].id, campaign.sequences[0].id_in_file) = (id, IdInFile::Written);
    campaign.rehearsals.iter_mut().for_each(|rehearsal| rehearsal.of = RehearsedScope::sequence(id));
    campaign.sequences[0].next_id = Some(u64::MAX - 40);
    campaign
}

/// A new campaign whose first sequence has these items and links.
pub fn with_items(items: Vec<Item>, links: Vec<(u64, u64)>) -> Campaign {
    let mut campaign = new_campaign();
    campaign.sequences[0].items = items;
    campaign.sequences[0].links = links;
    campaign
}

pub fn item(id: u64, x: f64, y: f64, kind: Kind) -> Item {
    Item { id, name: format!("Item {id}"), position: Position(x, y), ready: false, kind }
}

/// Tracks of emails and timers, each after its own Start.
pub fn large(count: u64) -> Campaign {
    let mut sequence = Sequence::with_start("Large");
    sequence.items.clear();
    for id in 1..=count {
        let (column, row) = ((id - 1) % 20, (id - 1) / 20);
        let kind = match column {
            0 => Kind::Start,
            column if column % 3 == 1 => crate::edits::examples::delay(),
            _ => Kind::Email(Email {
                to: Some(dripline::campaign::kinds::Recipient::Contact),
                subject: format!("News for ~Contact.FirstName~, number {id}"),
                body: "Dear ~Contact.FirstName~, here is what is new this week. ".repeat(4),
            }),
        };
        sequence.items.push(item(id, column as f64 * 200.0, row as f64 * 140.0, kind));
        if column > 0 {
            sequence.links.push((id - 1, id));
        }
    }
    let mut campaign = new_campaign();
    campaign.sequences = vec![sequence];
    campaign
}

/// A generator of random numbers (SplitMix64).
pub struct Dice(pub u64);

impl Dice {
    pub fn number(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 to `end` - 1; 0 if `end` is 0.
    pub fn below(&mut self, end: usize) -> usize {
        (self.number() % end.max(1) as u64) as usize
    }

    pub fn one_in(&mut self, count: usize) -> bool {
        self.below(count) == 0
    }

    pub fn pick<'a, T>(&mut self, of: &'a [T]) -> Option<&'a T> {
        of.get(self.below(of.len()))
    }
}
