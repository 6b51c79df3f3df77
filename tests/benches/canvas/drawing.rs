//! A large drawing: tracks of all kinds of items, 200 points apart. Some items are not set up.

use std::path::Path;

use dripline::campaign::catalog::OFFERS;
use dripline::campaign::document::Campaign;
use dripline::campaign::item::{Item, Position};
use dripline::campaign::kinds::Kind;
use dripline::campaign::sequence::{Color, Frame, Note, Sequence};
use dripline::storage::campaign_file::read::parse;

/// A timer with usual settings, whose sentence takes two lines.
const TIMER: &str = include_str!("timer.ron");

/// A campaign with `rows` tracks of `columns` items each.
pub fn campaign(rows: usize, columns: usize) -> Campaign {
    let mut campaign = parse(TIMER, Path::new("timer.ron")).expect("a campaign").campaign;
    let timer = campaign.sequences[0].items[1].kind.clone();
    let mut sequence = Sequence::with_start("Large");
    sequence.items.clear();
    for row in 0..rows {
        for column in 0..columns {
            let number = row * columns + column;
            let kind = match column {
                0 => Kind::Start,
                column if column % 3 == 1 => timer.clone(),
                column => (OFFERS[1 + (row + column) % (OFFERS.len() - 1)].new)(),
            };
            let name = format!("{} number {number}", kind.label());
            let position = Position(column as f64 * 200.0, row as f64 * 200.0 + (column % 7) as f64 * 6.0);
            sequence.items.push(Item { id: number as u64 + 1, name, position, ready: !number.is_multiple_of(5), kind });
            if column > 0 {
                sequence.links.push((number as u64, number as u64 + 1));
            }
        }
    }
    let first = (rows * columns) as u64 + 1;
    for place in 0..(rows * columns / 100) as u64 {
        let (x, y) = ((place % 10) as f64 * 1900.0, (place / 10) as f64 * 1900.0);
        let text = "**Purpose:** welcome new customers.\n\n- the form\n- the shop".to_owned();
        let size = Position(280.0, 120.0);
        sequence.notes.push(Note {
            id: first + place * 2,
            position: Position(x, y + 60.0),
            size,
            text,
            color: Color::Blue,
        });
        let (title, size) = ("First week".to_owned(), Position(1000.0, 180.0));
        let position = Position(x - 60.0, y - 60.0);
        sequence.frames.push(Frame { id: first + place * 2 + 1, position, size, title, color: Color::Green });
    }
    campaign.sequences = vec![sequence];
    campaign
}
