//! Generated contacts: their data, and how many of each kind there are.

use std::collections::HashSet;

use super::Campaign;
use dripline::calendar::Zone;
use dripline::campaign::directory::Directory;
use dripline::campaign::fields::{Column, Field};
use dripline::contacts::block::Layout;
use dripline::contacts::generator::Generator;
use dripline::contacts::generator::shares::{EMPTY, EMPTY_CUSTOM, LEAP_BIRTHDAYS, STATUSES};
use dripline::storage::contacts_file::write::write_contacts;

/// Whether a count is the given share of a total, with some tolerance for chance.
fn is_share(count: usize, per_mille: u64, total: usize) -> bool {
    let wanted = total as f64 * per_mille as f64 / 1000.0;
    (count as f64 - wanted).abs() < 5.0 * wanted.sqrt() + 3.0
}

#[test]
fn the_first_people_of_seed_1_never_change() {
    let campaign = Campaign::new();
    let generator = Generator::new(1, &campaign.layout, &campaign.directory);
    let mut out = Vec::new();
    write_contacts(&mut out, &campaign.layout, [&generator.block(0, 5)]).expect("written");
    assert_eq!(String::from_utf8(out).expect("text"), include_str!("../../exports/generated-seed-1.csv"));
}

#[test]
fn a_contact_depends_on_seed_and_place_only() {
    let campaign = Campaign::new();
    let generator = Generator::new(7, &campaign.layout, &campaign.directory);
    let whole = dripline::contacts::block::Population::new(vec![generator.block(0, 100)]);
    let parts = [(0, 1), (1, 60), (61, 39)].map(|(first, count)| generator.block(first, count));
    let parts = dripline::contacts::block::Population::new(parts.to_vec());
    assert_eq!(campaign.table(&whole), campaign.table(&parts));
    let other = Generator::new(8, &campaign.layout, &campaign.directory).block(0, 100);
    let other = dripline::contacts::block::Population::new(vec![other]);
    let (whole, other) = (campaign.table(&whole), campaign.table(&other));
    assert!(whole.iter().zip(&other).filter(|(one, two)| one == two).count() < 3);
}

#[test]
fn shares_are_as_stated() {
    const PEOPLE: usize = 100_000;
    let campaign = Campaign::new();
    let block = Generator::new(3, &campaign.layout, &campaign.directory).block(0, PEOPLE);
    let cell = |column, row| block.cell(Field::Column(column), row);
    let count = |is_it: &dyn Fn(usize) -> bool| (0..PEOPLE).filter(|&row| is_it(row)).count();
    for (column, share) in EMPTY {
        let empty = count(&|row| cell(column, row).is_empty());
        assert!(is_share(empty, share, PEOPLE), "{column:?}: {empty} of {PEOPLE}, not {share} per mille");
    }
    let with_email: Vec<usize> = (0..PEOPLE).filter(|&row| !cell(Column::Email, row).is_empty()).collect();
    for (status, share) in STATUSES {
        let of_status = with_email.iter().filter(|&&row| block.status(row) == status).count();
        assert!(is_share(of_status, share, with_email.len()), "{status:?}: {of_status}");
    }
    let birthdays = count(&|row| !cell(Column::Birthday, row).is_empty());
    let leap = count(&|row| cell(Column::Birthday, row).ends_with("-02-29"));
    assert!(is_share(leap, LEAP_BIRTHDAYS, birthdays), "{leap} of {birthdays}");
    assert!(is_share(count(&|row| cell(Column::CardOnFile, row) == "yes"), 350, PEOPLE));
    for place in 0..campaign.directory.custom_fields.len() {
        let empty = count(&|row| block.cell(Field::Custom(place), row).is_empty());
        assert!(is_share(empty, EMPTY_CUSTOM, PEOPLE), "custom {place}: {empty}");
    }
    let emails: HashSet<String> = with_email.iter().map(|&row| cell(Column::Email, row)).collect();
    assert_eq!(emails.len(), with_email.len(), "emails are unique");
    let zones: HashSet<&str> = (0..PEOPLE).filter_map(|row| block.zone(row).map(Zone::name)).collect();
    for zone in [
        "America/New_York",
        "America/Chicago",
        "America/Los_Angeles",
        "Europe/London",
        "Europe/Berlin",
        "Asia/Kolkata",
        "Australia/Sydney",
        "America/Sao_Paulo",
    ] {
        assert!(zones.contains(zone), "{zone}");
    }
    for row in 0..PEOPLE {
        let email = cell(Column::Email, row);
        let (name, domain) = email.split_once('@').unwrap_or(("a", "example.com"));
        assert!(["example.com", "example.org", "example.net"].contains(&domain), "{email}");
        assert!(name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'.'), "{email}");
        for phone in [cell(Column::Phone, row), cell(Column::Fax, row)] {
            assert!(phone.is_empty() || (phone.contains("555-01") && !phone.starts_with('+')), "{phone}");
        }
        let date = block.cell(Field::Custom(0), row);
        assert!(date.is_empty() || ("2025-01-01"..="2027-12-31").contains(&date.as_str()), "{date}");
        assert!(block.entered(row).is_none());
    }
    assert_eq!(block.id(0), "c000001");
}

#[test]
fn a_campaign_without_a_directory_has_people_too() {
    let directory = Directory::default();
    let layout = Layout::new(&directory);
    let block = Generator::new(0, &layout, &directory).block(999_999, 2);
    assert_eq!((block.id(0), block.id(1)), ("c1000000", "c1000001"));
    assert_eq!((block.column(Column::Owner, 0), block.column(Column::Tags, 0)), ("", ""));
}
