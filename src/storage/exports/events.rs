//! `--events`: one row for each visit.

use std::io::{self, Write};

use rayon::prelude::*;

use crate::contacts::block::Population;
use crate::simulate::outcome::Outcome;
use crate::simulate::plan::Plan;
use crate::simulate::run::{Run, Segment, all_stretches};

use super::cells::{push_instant, push_text};

/// So many segments are formatted at once, in parallel, before they are written.
const BATCH: usize = 64;

/// Writes `contact_id,item_id,outcome,reason,arrived,due`.
///
/// # Errors
/// If `out` can't be written.
pub fn write_events(out: &mut impl Write, plan: &Plan, run: &Run, population: &Population) -> io::Result<()> {
    out.write_all(b"contact_id,item_id,outcome,reason,arrived,due\n")?;
    let texts = Texts::new(plan);
    let stretches = all_stretches(population);
    for (segments, stretches) in run.segments().chunks(BATCH).zip(stretches.chunks(BATCH)) {
        let pieces: Vec<Vec<u8>> = segments
            .par_iter()
            .zip(stretches)
            .map(|(segment, stretch)| texts.rows(segment, |row| stretch.block.id(stretch.from + row)))
            .collect();
        for piece in pieces {
            out.write_all(&piece)?;
        }
    }
    Ok(())
}

/// Item ids and outcomes as they stand in rows.
struct Texts {
    items: Vec<String>,
    outcomes: Vec<String>,
}

impl Texts {
    fn new(plan: &Plan) -> Self {
        let outcomes = (0..Outcome::CODES as u8).map(Outcome::of_code);
        Self {
            items: plan.items().iter().map(|item| format!(",{},", item.id)).collect(),
            outcomes: outcomes.map(|outcome| format!("{},{},", outcome.word(), outcome.reason_word())).collect(),
        }
    }

    fn rows<'a>(&self, segment: &Segment, id: impl Fn(usize) -> &'a str) -> Vec<u8> {
        let mut rows = Vec::with_capacity(segment.len() * 72);
        let mut contact = Vec::new();
        for (row, span) in segment.contacts() {
            contact.clear();
            push_text(&mut contact, id(row));
            for place in span {
                let visit = segment.visit(place);
                rows.extend_from_slice(&contact);
                rows.extend_from_slice(self.items[visit.rank as usize].as_bytes());
                rows.extend_from_slice(self.outcomes[visit.outcome.code() as usize].as_bytes());
                push_instant(&mut rows, visit.arrived);
                rows.push(b',');
                if let Some(due) = visit.due {
                    push_instant(&mut rows, due);
                }
                rows.push(b'\n');
            }
        }
        rows
    }
}
