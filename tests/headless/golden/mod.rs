//! Files that released versions wrote. They always open, with the expected content below. Files of newer formats are
//! refused with both format numbers, and stay unchanged.
//!
//! These files are never rewritten. A new format adds its own files; if it reads an older file differently, the
//! expected content below says how.

mod stores;

use crate::common::golden::{copied, golden};
use dripline::campaign::fields::Column;
use dripline::campaign::fields::Field;
use dripline::contacts::block::Layout;
use dripline::contacts::mapping::{self, Overrides};
use dripline::contacts::reading::columns::CellContext;
use dripline::storage::campaign_file::format::NEWEST;
use dripline::storage::campaign_file::{read, to_ron};
use dripline::storage::contacts_file::{ContactsFile, mapping_file};
use dripline::storage::run_store::schema::VERSION;

#[test]
fn every_released_format_has_its_golden_file() {
    for format in 1..=NEWEST {
        assert!(golden(&format!("campaign-{format}.ron")).exists(), "campaign format {format}");
    }
    for version in 1..=VERSION {
        assert!(golden(&format!("runs-{version}.sqlite")).exists(), "run store version {version}");
    }
    for format in 0..=mapping::FORMAT {
        assert!(golden(&format!("list-{format}.mapping.ron")).exists(), "mapping format {format}");
    }
}

#[test]
fn a_campaign_of_format_1_opens_and_is_written_as_it_was() {
    let path = golden("campaign-1.ron");
    let text = std::fs::read_to_string(&path).expect("a file");
    let loaded = read(&path).expect("it opens");
    assert!(!loaded.has_comments);
    assert_eq!(to_ron(&loaded.campaign), text, "nothing is lost, and nothing is written otherwise");
    let campaign = loaded.campaign;
    assert_eq!((campaign.name.as_str(), campaign.time_zone.as_str()), ("Golden", "America/New_York"));
    assert_eq!(campaign.directory.users.len(), 2);
    let sequence = &campaign.sequences[0];
    let names: Vec<&str> = sequence.items.iter().map(|item| item.name.as_str()).collect();
    let expected = ["Start", "Hello", "Over the weekend", "Owner", "Until the sale", "Draft", "Birthday", "Through"];
    assert_eq!(names, expected);
    assert_eq!(sequence.links, [(1, 2), (2, 3), (3, 4), (4, 5), (5, 6), (6, 7), (7, 8)]);
    assert_eq!(campaign.rehearsals[0].name, "Twelve in March");
}

#[test]
fn a_campaign_of_format_2_opens_and_is_written_as_it_was() {
    let path = golden("campaign-2.ron");
    let campaign = read(&path).expect("it opens").campaign;
    assert_eq!(to_ron(&campaign), std::fs::read_to_string(&path).expect("a file"));
    let text = campaign.sequences[0].items.last().expect("items");
    assert_eq!((text.name.as_str(), text.kind.label(), text.ready), ("Reminder", "Text message", true));
}

#[test]
fn what_format_1_lets_one_leave_out_may_be_left_out() {
    let short = read(&golden("campaign-1-short.ron")).expect("it opens");
    assert!(short.has_comments);
    assert_eq!(short.campaign, read(&golden("campaign-1.ron")).expect("it opens").campaign);
}

/// The cells of all contacts of a golden list, with a campaign's fields.
fn people(list: &str) -> Vec<[String; 5]> {
    let campaign = read(&golden("campaign-1.ron")).expect("it opens").campaign;
    let layout = Layout::new(&campaign.directory);
    let zone = dripline::calendar::Zone::named(&campaign.time_zone).expect("a zone");
    let target =
        CellContext { layout: &layout, directory: &campaign.directory, zone: &zone, today: Default::default() };
    let file =
        ContactsFile::open(&golden(list), target, &Overrides::default()).unwrap_or_else(|error| panic!("{error}"));
    let (people, counts) = file.read_all(1, &|_| {}, &Default::default()).expect("it is read");
    assert_eq!(counts.rejected, 0);
    let columns = [Column::Id, Column::FirstName, Column::Email, Column::EmailStatus, Column::Birthday];
    let rows = people.blocks().iter().flat_map(|block| (0..block.len()).map(move |row| (block, row)));
    rows.map(|(block, row)| columns.map(|column| block.cell(Field::Column(column), row))).collect()
}

#[test]
fn mappings_open_whether_or_not_they_say_their_format() {
    let noted = [
        ["ann@example.com", "Ann", "ann@example.com", "confirmed", "1980-04-12"],
        ["bea@example.com", "Bea", "bea@example.com", "unsubscribed", "1990-02-01"],
    ];
    for list in ["list-0.csv", "list-1.csv"] {
        assert_eq!(people(list), noted, "{list}");
        let mapping = mapping_file::load(&golden(list)).expect("it opens").expect("it is there");
        assert_eq!(
            (mapping.vendor.as_str(), mapping.columns.len(), mapping.format),
            ("our shop", 4, Default::default())
        );
        // A mapping is saved in the newest format, byte for byte.
        let (_folder, copy) = copied(&[list]);
        let kept = mapping_file::save(&copy, &mapping).expect("saved");
        let written = std::fs::read_to_string(kept).expect("a file");
        assert_eq!(written, std::fs::read_to_string(golden("list-1.mapping.ron")).expect("a file"));
    }
}
