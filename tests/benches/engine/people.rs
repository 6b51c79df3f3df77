//! The contacts of the benchmarks: five zones, entries over a week. The peer program makes the same ones.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;
use std::sync::Arc;

use dripline::calendar::{Instant, Zone};
use dripline::campaign::fields::{Column, Field};
use dripline::contacts::block::{Block, ContactRow, Layout, Population};

const ZONES: [&str; 5] = ["America/New_York", "Europe/Berlin", "Asia/Tokyo", "Australia/Sydney", "America/Los_Angeles"];

fn entered(n: u64) -> Instant {
    Instant::from_utc_secs(1_772_400_000 + (n as i64 * 7_919) % 604_800)
}

/// Makes this number of contacts in memory.
pub fn population(layout: &Arc<Layout>, count: u64) -> Population {
    let zones = ZONES.map(|name| Zone::named(name).expect("a zone"));
    let email = layout.text_slot(Field::Column(Column::Email)).expect("a text");
    let mut blocks = vec![Block::new(layout)];
    for n in 0..count {
        if blocks.last().is_some_and(Block::is_full) {
            blocks.push(Block::new(layout));
        }
        let (id, address) = (format!("c{n}"), format!("p{n}@example.com"));
        let mut texts = vec![""; email + 1];
        texts[0] = &id;
        texts[email] = &address;
        let zone = Some(zones[(n % 5) as usize].clone());
        if let Some(block) = blocks.last_mut() {
            block.push(&ContactRow { texts, zone, entered: Some(entered(n)), ..ContactRow::default() });
        }
    }
    Population::new(blocks)
}

/// Writes this number of contacts to a file, with the columns of real lists. Returns its size in bytes.
pub fn write_csv(path: &Path, count: u64) -> u64 {
    let mut out = BufWriter::with_capacity(1 << 20, File::create(path).expect("a file"));
    out.write_all(
        b"id,first_name,last_name,email,email_status,phone,street,city,state,postal_code,country,time_zone,birthday,tags,entered\n",
    )
    .expect("the header");
    for n in 0..count {
        let zone = ZONES[(n % 5) as usize];
        writeln!(
            out,
            "c{n},Ann,Miller,p{n}@example.com,confirmed,555-01{:02},{} Maple St,Springfield,IL,62704,United States,{zone},19{:02}-0{}-1{},Prospect;Customer,{}",
            n % 100,
            n % 900 + 1,
            n % 90 + 10,
            n % 9 + 1,
            n % 9,
            entered(n)
        )
        .expect("a row");
    }
    out.flush().expect("the file");
    std::fs::metadata(path).expect("the file").len()
}
