//! `--events`: one row for each visit, as CSV or JSON.

use std::io::{self, Write};

use rayon::prelude::*;

use crate::contacts::block::Population;
use crate::simulate::outcome::Outcome;
use crate::simulate::plan::{Plan, PlanItem};
use crate::simulate::run::{Run, all_stretches};
use crate::simulate::segment::Segment;

use super::cells::{Array, RowFormat, push_instant, push_json, push_json_instant, push_text};

/// Segments that are formatted in parallel before they are written.
const BATCH: usize = 64;

/// Writes `contact_id,item_id,outcome,reason,arrived,due`. In JSON, a missing reason or due instant is null.
///
/// # Errors
/// If `out` can't be written.
pub fn write_events(
    out: &mut impl Write,
    format: RowFormat,
    plan: &Plan,
    run: &Run,
    population: &Population,
) -> io::Result<()> {
    let texts = RowTexts::new(plan, format);
    let stretches = all_stretches(population);
    let pieces = run.segments().chunks(BATCH).zip(stretches.chunks(BATCH)).map(|(segments, stretches)| {
        let rows = segments.par_iter().zip(stretches).map(|(segment, stretch)| {
            let id = |row| stretch.block.id(stretch.from + row);
            match format {
                RowFormat::Csv => texts.rows(segment, id),
                RowFormat::Json => texts.objects(segment, id),
            }
        });
        rows.collect::<Vec<Vec<u8>>>()
    });
    match format {
        RowFormat::Csv => {
            out.write_all(b"contact_id,item_id,outcome,reason,arrived,due\n")?;
            pieces.flatten().try_for_each(|piece| out.write_all(&piece))
        }
        RowFormat::Json => {
            let mut array = Array::open(out)?;
            pieces.flatten().try_for_each(|piece| array.push(&piece))?;
            array.close()
        }
    }
}

/// Item ids and outcomes as written in rows.
struct RowTexts {
    items: Vec<String>,
    outcomes: Vec<String>,
}

impl RowTexts {
    fn new(plan: &Plan, format: RowFormat) -> Self {
        let outcomes = (0..Outcome::CODES as u8).map(Outcome::of_code);
        let item = |item: &PlanItem| match format {
            RowFormat::Csv => format!(",{},", item.item.item),
            RowFormat::Json => format!(",\"item_id\":{}", item.item.item),
        };
        let outcome = |outcome: Outcome| match (format, outcome.reason_word()) {
            (RowFormat::Csv, reason) => format!("{},{reason},", outcome.word()),
            (RowFormat::Json, "") => format!(",\"outcome\":\"{}\",\"reason\":null", outcome.word()),
            (RowFormat::Json, reason) => format!(",\"outcome\":\"{}\",\"reason\":\"{reason}\"", outcome.word()),
        };
        Self { items: plan.items().iter().map(item).collect(), outcomes: outcomes.map(outcome).collect() }
    }

    fn objects<'a>(&self, segment: &Segment, id: impl Fn(usize) -> &'a str) -> Vec<u8> {
        let mut objects = Vec::with_capacity(segment.len() * 150);
        let mut contact = Vec::new();
        for (row, span) in segment.contacts() {
            contact.clear();
            contact.extend_from_slice(b"\n{\"contact_id\":");
            push_json(&mut contact, id(row));
            for place in span {
                let visit = segment.visit(place);
                if !objects.is_empty() {
                    objects.push(b',');
                }
                objects.extend_from_slice(&contact);
                objects.extend_from_slice(self.items[visit.rank as usize].as_bytes());
                objects.extend_from_slice(self.outcomes[visit.outcome.code() as usize].as_bytes());
                objects.extend_from_slice(b",\"arrived\":");
                push_json_instant(&mut objects, visit.arrived);
                objects.extend_from_slice(b",\"due\":");
                match visit.due {
                    Some(due) => push_json_instant(&mut objects, due),
                    None => objects.extend_from_slice(b"null"),
                }
                objects.push(b'}');
            }
        }
        objects
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
