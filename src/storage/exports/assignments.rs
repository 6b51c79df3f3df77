//! `--assignments`: contacts, opportunities and tasks given to users, in the order they were given.

use std::io::{self, Write};

use crate::contacts::block::Population;
use crate::simulate::plan::Plan;
use crate::simulate::settle::Assignments;

use super::cells::{push_instant, push_text};

/// Writes `contact_id,item_id,at,effect,user`.
///
/// # Errors
/// If `out` can't be written.
pub fn write_assignments(
    out: &mut impl Write,
    plan: &Plan,
    assignments: &Assignments,
    population: &Population,
) -> io::Result<()> {
    out.write_all(b"contact_id,item_id,at,effect,user\n")?;
    let places = population.places();
    let mut row = Vec::new();
    for made in &assignments.made {
        row.clear();
        if let Some((block, at)) = places.locate(made.place) {
            push_text(&mut row, block.id(at));
        }
        write!(row, ",{},", plan.items()[made.rank as usize].id)?;
        push_instant(&mut row, made.at);
        write!(row, ",{},", made.gift.word())?;
        push_text(&mut row, &assignments.users[made.user as usize]);
        row.push(b'\n');
        out.write_all(&row)?;
    }
    Ok(())
}
