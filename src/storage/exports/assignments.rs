//! `--assignments`: contacts, opportunities and tasks assigned to users, in order of assignment, as CSV or JSON.

use std::io::{self, Write};

use crate::contacts::block::Population;
use crate::simulate::plan::Plan;
use crate::simulate::settle::Assignments;

use super::cells::{Array, RowFormat, push_instant, push_json, push_json_instant, push_text};

/// Writes `contact_id,item_id,at,effect,user`.
///
/// # Errors
/// If `out` can't be written.
pub fn write_assignments(
    out: &mut impl Write,
    format: RowFormat,
    plan: &Plan,
    assignments: &Assignments,
    population: &Population,
) -> io::Result<()> {
    let places = population.places();
    let rows = assignments.made.iter().map(|made| {
        let contact = places.locate(made.place).map_or("", |(block, at)| block.id(at));
        (contact, plan.items()[made.rank as usize].item.item, made, assignments.users[made.user as usize].as_str())
    });
    let mut row = Vec::new();
    match format {
        RowFormat::Csv => {
            out.write_all(b"contact_id,item_id,at,effect,user\n")?;
            for (contact, item, made, user) in rows {
                row.clear();
                push_text(&mut row, contact);
                write!(row, ",{item},")?;
                push_instant(&mut row, made.at);
                write!(row, ",{},", made.record.word())?;
                push_text(&mut row, user);
                row.push(b'\n');
                out.write_all(&row)?;
            }
            Ok(())
        }
        RowFormat::Json => {
            let mut array = Array::open(out)?;
            for (contact, item, made, user) in rows {
                row.clear();
                row.extend_from_slice(b"\n{\"contact_id\":");
                push_json(&mut row, contact);
                write!(row, ",\"item_id\":{item},\"at\":")?;
                push_json_instant(&mut row, made.at);
                write!(row, ",\"effect\":\"{}\",\"user\":", made.record.word())?;
                push_json(&mut row, user);
                row.push(b'}');
                array.push(&row)?;
            }
            array.close()
        }
    }
}
