//! Writes contacts as a native CSV file.

use std::borrow::Borrow;
use std::io::{self, Write};

use crate::calendar::Zone;
use crate::campaign::fields::{Column, Field};
use crate::contacts::block::{Block, Layout};
use crate::contacts::guard::guarded;

/// Writes contacts with a header: LF, quotes only where needed, every column and custom field. `blocks` may generate
/// them one by one.
pub fn write_contacts(
    out: &mut impl Write,
    layout: &Layout,
    blocks: impl IntoIterator<Item = impl Borrow<Block>>,
) -> io::Result<()> {
    let mut csv = csv::WriterBuilder::new().terminator(csv::Terminator::Any(b'\n')).from_writer(out);
    write_header(&mut csv, layout)?;
    for block in blocks {
        write_block(&mut csv, layout, block.borrow())?;
    }
    csv.flush()
}

/// The fields of a layout in the order in which they are written.
fn fields(layout: &Layout) -> impl Iterator<Item = Field> + '_ {
    let columns = Column::ALL.iter().copied().map(Field::Column);
    columns.chain((0..layout.custom_fields().len()).map(Field::Custom))
}

fn write_header<W: Write>(csv: &mut csv::Writer<W>, layout: &Layout) -> io::Result<()> {
    for field in fields(layout) {
        let key = match field {
            Field::Column(column) => column.key(),
            Field::Custom(place) => &layout.custom_fields()[place].key,
        };
        csv.write_field(guarded(key).as_bytes())?;
    }
    Ok(csv.write_record(None::<&[u8]>)?)
}

fn write_block<W: Write>(csv: &mut csv::Writer<W>, layout: &Layout, block: &Block) -> io::Result<()> {
    // The slot of each field is looked up once, not for every contact.
    let places: Vec<(Field, Option<usize>)> = fields(layout).map(|field| (field, layout.text_slot(field))).collect();
    for row in 0..block.len() {
        for &(field, text) in &places {
            match (field, text) {
                (_, Some(slot)) => csv.write_field(guarded(block.text_at(slot, row)).as_bytes())?,
                (Field::Column(Column::TimeZone), _) => {
                    csv.write_field(block.zone(row).map_or("", Zone::name))?;
                }
                (Field::Column(Column::EmailStatus), _) => csv.write_field(block.status(row).word())?,
                (field, _) => csv.write_field(block.cell(field, row))?,
            }
        }
        csv.write_record(None::<&[u8]>)?;
    }
    Ok(())
}
