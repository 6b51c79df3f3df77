//! The contacts of a run. Their cells are stored as native CSV, one block a row, or they are generated again.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use rayon::prelude::*;
use rusqlite::{Connection, params};

use crate::campaign::directory::Directory;
use crate::contacts::block::{Block, Layout, Population};
use crate::contacts::generator::Generator;
use crate::contacts::guard::unguarded;
use crate::contacts::mapping::Mapping;
use crate::contacts::reading::buffers::RowBuffers;
use crate::contacts::reading::columns::{CellContext, CellReader};
use crate::simulate::run::Control;
use crate::storage::contacts_file::write::write_contacts;

use super::connection::{connect_again, file_len};

/// Blocks that are converted to text in parallel before they are written.
const BATCH: usize = 16;
/// Most bytes of texts that are read at the same time.
const LARGEST_BATCH: usize = 64 << 20;
/// Contacts generated in one step.
const STRETCH: u64 = 8_192;
/// Contacts in the sample that shows whether the generator still gives the same contacts.
const SAMPLE: u64 = 200;

/// Stores the cells of all contacts.
pub(super) fn write(to: &Connection, run: i64, population: &Population, control: &Control) -> rusqlite::Result<()> {
    let mut insert = to.prepare("INSERT INTO people (run, part, cells) VALUES (?1, ?2, ?3)")?;
    let mut part = 0i64;
    for blocks in population.blocks().chunks(BATCH) {
        if control.is_cancelled() {
            break;
        }
        let texts: Vec<String> = blocks.par_iter().map(cells).collect();
        for text in texts {
            insert.execute(params![run, part, text])?;
            part += 1;
        }
        let kept: usize = blocks.iter().map(Block::len).sum();
        control.done.fetch_add(kept as u64, Ordering::Relaxed);
    }
    Ok(())
}

/// The contacts of a block as native CSV with a header.
fn cells(block: &Block) -> String {
    let mut text = Vec::new();
    // Writing to memory can't fail, and the result is text.
    let _ = write_contacts(&mut text, block.layout(), [block]);
    String::from_utf8(text).unwrap_or_default()
}

/// A fingerprint of the first contacts of a seed. It changes if the generator changes.
pub(super) fn sample(seed: u64, layout: &Arc<Layout>, directory: &Directory) -> String {
    use sha2::Digest;
    let block = Generator::new(seed, layout, directory).block(0, SAMPLE as usize);
    sha2::Sha256::digest(cells(&block)).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Generates contacts again; fewer if it was cancelled.
pub(super) fn generated(
    count: u64,
    seed: u64,
    layout: &Arc<Layout>,
    directory: &Directory,
    control: &Control,
) -> Population {
    let generator = Generator::new(seed, layout, directory);
    let stretches = (0..count.div_ceil(STRETCH)).into_par_iter();
    let blocks = stretches.map(|number| match control.is_cancelled() {
        true => Block::new(layout),
        false => generator.block(number * STRETCH, STRETCH.min(count - number * STRETCH) as usize),
    });
    Population::new(blocks.collect())
}

/// Reads the cells of all contacts back, in the same blocks. The inner error says what is wrong with them.
pub(super) fn read(path: &Path, run: i64, target: CellContext<'_>, control: &Control) -> rusqlite::Result<Read> {
    let store = connect_again(path, control)?;
    let mut texts = store.prepare("SELECT part, cells FROM people WHERE run = ?1 ORDER BY part")?;
    let mut rows = texts.query([run])?;
    let mut blocks = Vec::new();
    // Pages that are linked several times give the same rows again, so there may be more rows than fit into the file.
    let (mut parts, mut room) = (0, file_len(path));
    loop {
        // A few at a time, so that a long list isn't in memory twice.
        let mut batch: Vec<String> = Vec::with_capacity(BATCH);
        while batch.len() < BATCH
            && batch.iter().map(String::len).sum::<usize>() < LARGEST_BATCH
            && let Some(row) = rows.next()?
        {
            let (part, text): (i64, String) = (row.get(0)?, row.get(1)?);
            match room.checked_sub(text.len() as u64) {
                Some(left) if part == parts => room = left,
                _ => return Ok(Err("its contacts are out of order".to_owned())),
            }
            parts += 1;
            batch.push(text);
        }
        if batch.is_empty() || control.is_cancelled() {
            return Ok(Ok(Population::new(blocks)));
        }
        match batch.par_iter().map(|text| block(text, target)).collect::<Result<Vec<_>, _>>() {
            Ok(read) => blocks.extend(read),
            Err(what) => return Ok(Err(what)),
        }
    }
}

/// The contacts, or an error in words about their cells.
pub(super) type Read = Result<Population, String>;

fn block(text: &str, target: CellContext<'_>) -> Result<Block, String> {
    let CellContext { layout, directory, .. } = target;
    let mut csv = csv::Reader::from_reader(text.as_bytes());
    let header = csv.headers().map_err(|error| format!("its contacts: {error}"))?;
    let header: Vec<String> = header.iter().map(|name| unguarded(name).to_owned()).collect();
    let mapping = Mapping { kept: true, strict: true, ..Mapping::native(&header, directory) };
    let feeds = mapping.resolve(&header, directory).map_err(|error| format!("its contacts: {error}"))?;
    let reader = CellReader::new(target, &mapping, &feeds, header.len());
    let mut block = Block::new(layout);
    let (mut record, mut scratch) = (csv::StringRecord::new(), RowBuffers::default());
    let mut number = 0;
    while csv.read_record(&mut record).map_err(|error| format!("its contacts: {error}"))? {
        number += 1;
        let cells: Vec<&str> = record.iter().collect();
        let row = reader.row(&cells, (number, number), &mut scratch);
        block.push(&row.map_err(|reject| format!("one of its contacts: {reject}"))?);
    }
    Ok(block)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::Zone;
    use crate::campaign::directory::{CustomField, FieldKind};
    use crate::campaign::fields::{Column, Field};
    use crate::contacts::block::ContactRow;

    #[test]
    fn every_text_comes_back_as_it_was_kept() {
        let fields = ["plan", "=sum"].map(|key| CustomField {
            key: key.to_owned(),
            label: String::new(),
            kind: FieldKind::Text,
        });
        let directory = Directory { custom_fields: fields.to_vec(), ..Directory::default() };
        let (layout, zone) = (Layout::new(&directory), Zone::utc());
        let texts =
            ["x", " x ", "\r", "a\r\nb", "\n", "\"", "a\"b", "=1", "'=1", "'", "a,b", "a;b", "\0", "\u{feff}x", "\t"];
        let mut kept = Block::new(&layout);
        for (place, text) in texts.iter().enumerate() {
            let id = format!("{text}{place}");
            let mut row = ContactRow { texts: vec![text; layout.texts().len()], ..ContactRow::default() };
            row.texts[0] = &id;
            kept.push(&row);
        }
        let target =
            CellContext { layout: &layout, directory: &directory, zone: &zone, today: chrono::NaiveDate::default() };
        let read = block(&cells(&kept), target).expect("cells that can be read");
        let columns = Column::ALL.iter().copied().map(Field::Column);
        for field in columns.chain((0..2).map(Field::Custom)) {
            let of = |block: &Block| (0..block.len()).map(|row| block.cell(field, row)).collect::<Vec<_>>();
            assert_eq!(of(&read), of(&kept), "{field:?}");
        }
    }
}
