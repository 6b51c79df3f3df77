//! Exports of other programs are read through a guessed mapping.

use super::{Campaign, export, file_in, not_read, read, reasons};
use dripline::contacts::dates::date_format::DateFormat;
use dripline::contacts::mapping::{MappingError, Overrides};
use dripline::storage::contacts_file::encoding::Encoding;
use dripline::storage::contacts_file::error::ContactsError;
use dripline::storage::contacts_file::{ContactsFile, mapping_file};

#[test]
fn keap() {
    let campaign = Campaign::new();
    let file = campaign.open(&export("keap.csv")).expect("opens");
    assert_eq!((file.encoding(), file.delimiter()), (Encoding::Windows1252, ','));
    assert_eq!(file.mapping().vendor, "Keap");
    assert_eq!(file.mapping().date_format.pattern(), "MM/DD/YYYY");
    assert_eq!(file.unknown_columns(), ["Title", "Phone 1 Type", "Street Address 2", "Lead Source"]);
    assert_eq!(file.samples().count(), 3);
    let (people, counts) = read(&file, 2);
    assert_eq!(reasons(&counts), [(7, "line 2 is the same contact, `101`".to_owned())]);
    assert_eq!(
        not_read(&counts),
        [
            (5, "Birthday: `02/30/1980` is a day that doesn't exist".to_owned()),
            (6, "Email Status: `Sometimes` isn't a known word for consent: no email".to_owned()),
        ]
    );
    assert_eq!((counts.read, counts.rejected), (6, 1));
    let keys = ["id", "first_name", "company", "email_status", "time_zone", "birthday", "anniversary", "owner", "tags"];
    assert_eq!(
        campaign.cells(&people, 0, &keys),
        [
            "101",
            "Renée",
            "Bäckerei Groß, Inc.",
            "confirmed",
            "America/New_York",
            "1986-03-14",
            "2015-06-01",
            "kim",
            "Customer;Newsletter"
        ]
    );
    assert_eq!(campaign.cells(&people, 1, &["email_status", "owner"]), ["unconfirmed", "lee"]);
    assert_eq!(campaign.cells(&people, 2, &["email_status", "fax"]), ["non_marketable", "212-555-0188"]);
    assert_eq!(
        campaign.cells(&people, 5, &["email_status", "phone", "tags", "time_zone"]),
        ["spam_complaint", "+1 212-555-0101", "Customer;VIP", "America/Denver"]
    );
}

#[test]
fn mailchimp() {
    let campaign = Campaign::new();
    let file = campaign.open(&export("mailchimp.csv")).expect("opens");
    assert_eq!(file.mapping().vendor, "Mailchimp");
    let (people, counts) = read(&file, 2);
    assert_eq!(reasons(&counts).into_iter().map(|(line, _)| line).collect::<Vec<_>>(), [7]);
    assert_eq!(not_read(&counts), [(4, "Renewal Date: `2026-02-29` is a day that doesn't exist".to_owned())]);
    let keys = ["id", "email", "email_status", "tags", "time_zone", "street", "renewal_date"];
    assert_eq!(
        campaign.cells(&people, 0, &keys),
        [
            "mia@example.com",
            "mia@example.com",
            "confirmed",
            "Customer;Newsletter",
            "Europe/Berlin",
            "Lindenallee 4",
            "2026-09-30"
        ]
    );
    assert_eq!(campaign.cells(&people, 2, &["email_status", "tags"]), ["hard_bounce", "Prospect"]);
    assert_eq!(campaign.cells(&people, 3, &["email_status"]), ["non_marketable"]);
}

#[test]
fn hubspot() {
    let campaign = Campaign::new();
    let file = campaign.open(&export("hubspot.csv")).expect("opens");
    assert_eq!((file.encoding(), file.delimiter()), (Encoding::Utf8, ';'));
    assert_eq!(file.mapping().vendor, "HubSpot");
    assert_eq!(file.unknown_columns(), ["Lifecycle Stage"]);
    let (people, counts) = read(&file, 2);
    assert_eq!(reasons(&counts), [(6, "the id is empty".to_owned())]);
    assert_eq!(
        not_read(&counts),
        [
            (5, "Time Zone: `Mars/Base` isn't a known time zone".to_owned()),
            (7, "Next call: `soon` isn't a date and time".to_owned()),
        ]
    );
    let keys = ["id", "last_name", "email_status", "owner", "birthday", "next_call", "time_zone"];
    assert_eq!(
        campaign.cells(&people, 0, &keys),
        ["51", "Lefèvre", "unconfirmed", "kim", "1988-07-09", "2026-05-04T14:30", "Europe/Paris"]
    );
    assert_eq!(
        campaign.cells(&people, 1, &keys),
        ["52", "Gray", "unsubscribed", "lee", "1979-11-23", "", "US/Eastern"]
    );
    assert_eq!(campaign.cells(&people, 2, &["email_status"]), ["non_marketable"]);
}

#[test]
fn google() {
    let campaign = Campaign::new();
    let file = campaign.open(&export("google.csv")).expect("opens");
    assert_eq!(file.encoding(), Encoding::Utf16Le);
    assert_eq!(file.mapping().vendor, "Google Contacts");
    let (people, counts) = read(&file, 2);
    assert_eq!(reasons(&counts), [(6, "26 cells, but the header has 24 columns".to_owned())]);
    let keys = ["id", "last_name", "email", "phone", "tags", "birthday", "anniversary", "street"];
    assert_eq!(
        campaign.cells(&people, 0, &keys),
        [
            "sofia@example.com",
            "Núñez",
            "sofia@example.com",
            "555-0150",
            "Customer",
            "1992-02-29",
            "2018-05-20",
            "Calle Olivo 7"
        ]
    );
    assert_eq!(campaign.cells(&people, 2, &["id", "email_status"]), ["row-3", "unconfirmed"]);
}

#[test]
fn ambiguous_dates_are_asked_for() {
    let campaign = Campaign::new();
    let folder = tempfile::tempdir().expect("a folder");
    let path =
        file_in(&folder, b"E-Mail,First Name,Birthday\na@example.com,Ann,05/06/1990\nb@example.com,Bob,07/07/1991\n");
    let error = campaign.open(&path).expect_err("ambiguous");
    assert!(
        error.is_usage() && error.to_string().ends_with("could be day or month first, DD/MM/YYYY or MM/DD/YYYY"),
        "{error}"
    );
    let ContactsError::Mapping { source, .. } = error else { panic!("{error}") };
    let MappingError::AmbiguousDates { column, line, example, .. } = *source else { panic!("{source}") };
    assert_eq!((column.as_str(), line, example.as_str()), ("Birthday", 2, "05/06/1990"));
    for (pattern, birthday) in [("DD/MM/YYYY", "1990-06-05"), ("MM/DD/YYYY", "1990-05-06")] {
        let overrides = Overrides { date_format: DateFormat::parse(pattern), ..Overrides::default() };
        let file = ContactsFile::open(&path, campaign.target(), &overrides).expect("opens");
        assert_eq!(campaign.cells(&read(&file, 1).0, 0, &["birthday"]), [birthday]);
    }
}

#[test]
fn one_cell_settles_the_order_of_day_and_month() {
    let campaign = Campaign::new();
    for (text, birthday) in [
        ("E-Mail,Birthday\na@x.example,05/06/1990\nb@x.example,25/06/1990\n", "1990-06-05"),
        ("E-Mail,Birthday\na@x.example,05/06/1990\nb@x.example,06/25/1990\n", "1990-05-06"),
        ("E-Mail,Birthday,Renewal date\na@x.example,05/06/1990,31/12/2026\n", "1990-06-05"),
        ("E-Mail,Birthday\na@x.example,\"Mar 6, 1990\"\n", "1990-03-06"),
        ("E-Mail,Birthday\na@x.example,6.3.1990\n", "1990-03-06"),
        ("E-Mail,Birthday\na@x.example,1990-03-06\n", "1990-03-06"),
    ] {
        let (people, _) = campaign.read_bytes(text.as_bytes(), Default::default(), 1);
        assert_eq!(campaign.cells(&people, 0, &["birthday"]), [birthday], "{text}");
    }
    let folder = tempfile::tempdir().expect("a folder");
    let path = file_in(&folder, b"E-Mail,Birthday\na@x.example,25/06/1990\nb@x.example,06/25/1990\n");
    assert!(campaign.open(&path).expect_err("both ways").is_usage());
}

#[test]
fn what_a_person_says_goes_first() {
    let campaign = Campaign::new();
    let folder = tempfile::tempdir().expect("a folder");
    let path = file_in(&folder, b"Nr,Mail to,First Name\n7,a@example.com,Ann\n");
    let map = |columns: &[(&str, &str)]| Overrides {
        columns: columns.iter().map(|(field, column)| ((*field).to_owned(), (*column).to_owned())).collect(),
        ..Overrides::default()
    };
    let overrides = map(&[("id", "Nr"), ("email", "Mail to")]);
    let file = ContactsFile::open(&path, campaign.target(), &overrides).expect("opens");
    assert_eq!(campaign.cells(&read(&file, 1).0, 0, &["id", "email", "first_name"]), ["7", "a@example.com", "Ann"]);
    for wrong in [map(&[("id", "Number")]), map(&[("nobody", "Nr")])] {
        let error = ContactsFile::open(&path, campaign.target(), &wrong).expect_err("wrong");
        assert!(error.is_usage(), "{error}");
    }
    // The mapping is saved next to the file, and found there.
    let kept = mapping_file::save(&path, file.mapping()).expect("kept");
    assert!(kept.ends_with("people.mapping.ron"));
    let again = campaign.open(&path).expect("opens");
    assert!(again.has_saved_mapping());
    assert_eq!(again.mapping(), file.mapping());
    std::fs::write(&kept, "(columns: [(column: \"Nr\", feld: \"id\")])").expect("written");
    let error = campaign.open(&path).expect_err("broken mapping").to_string();
    assert!(error.contains("people.mapping.ron") && error.contains("line 1"), "{error}");
}
