use proptest::prelude::*;

use super::*;
use crate::contacts::status::EmailStatus;

fn worst(columns: &[(ConsentColumn, EmailStatus)]) -> Option<(usize, EmailStatus)> {
    let mut all = WorstStatus::default();
    columns.iter().enumerate().for_each(|(place, &(column, status))| all.add(column, Some(status), place));
    all.worst()
}

fn told(reading: StatusReading) -> &'static str {
    match reading {
        StatusReading::Status(status) => status.label(),
        StatusReading::Empty => "empty",
        StatusReading::NotUnderstood => "not understood",
    }
}

#[test]
fn cells_come_out_as_the_table_says() {
    let mut wrong = Vec::new();
    let mut count = 0;
    for (number, line) in include_str!("../../../tests/cells/consent.txt").lines().enumerate() {
        let [header, cell, wanted] = line.split('\t').collect::<Vec<_>>()[..] else {
            assert!(line.is_empty() || line.starts_with('#'), "line {}: {line}", number + 1);
            continue;
        };
        count += 1;
        let found = consent_column(header).map_or("not read", |column| told(status_of(cell, column)));
        if found != wanted {
            wrong.push(format!("{}: {header:?} {cell:?}: {found}, not {wanted}", number + 1));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    assert!(count > 200, "{count}");
}

#[test]
fn columns_that_look_like_consent_are_told() {
    for (header, cells) in [
        ("Consents (all)", ["true", "false"].as_slice()),
        ("My opt-in flag", &["1"]),
        ("Newsletter Q3", &["yes", "", "no"]),
        ("Marketing E", &["ja", "nein"]),
        ("Field 7", &["Unsubscribed", "Subscribed"]),
        ("Status", &["Unsubscribed", "whatever"]),
        ("GDPR field 2", &["abc"]),
        ("Abmeldung 2", &["2026-01-01"]),
    ] {
        assert!(looks_like_consent(header, cells), "{header}");
    }
    for (header, cells) in [
        ("Email Opt Out", ["1"].as_slice()),
        ("SMS opt-in", &["yes"]),
        ("Marketing source", &["Google", "Fair"]),
        ("Subscription plan", &["Pro", "Basic"]),
        ("My opt-in flag", &["", "n/a"]),
        ("First Name", &["Iris", "Jon"]),
        ("Active", &["yes"]),
        ("Status", &["Gold", "Silver"]),
        ("City", &[]),
    ] {
        assert!(!looks_like_consent(header, cells), "{header}");
    }
}

#[test]
fn the_worst_column_wins_and_says_which() {
    let of = |header| consent_column(header).expect(header);
    let (status, opt_out, consent) = (of("Email Status"), of("Email Opt Out"), of("Newsletter"));
    use crate::contacts::status::EmailStatus::*;
    assert_eq!(worst(&[]), None);
    assert_eq!(worst(&[(status, Confirmed), (opt_out, Unsubscribed)]), Some((1, Unsubscribed)));
    assert_eq!(worst(&[(status, HardBounce), (opt_out, Unsubscribed)]), Some((0, HardBounce)));
    assert_eq!(worst(&[(status, Confirmed), (opt_out, Unconfirmed)]), Some((0, Confirmed)), "no objection");
    assert_eq!(worst(&[(opt_out, Unconfirmed)]).map_or_else(Default::default, |(_, status)| status), Unconfirmed);
    assert_eq!(worst(&[(consent, NonMarketable), (status, NonMarketable)]), Some((0, NonMarketable)));
    assert_eq!(worst(&[(opt_out, Unsubscribed), (of("Unsubscribed"), Unsubscribed)]), Some((0, Unsubscribed)));
}

#[test]
fn an_empty_cell_means_unconfirmed_unless_the_column_is_a_box_to_tick() {
    let survey = |header: &str, cells: &[&str]| {
        let column = consent_column(header).expect(header);
        let mut survey = ConsentSurvey::default();
        cells.iter().for_each(|cell| survey.add(cell, column));
        StatusReading::Empty.status(column, &survey)
    };
    assert_eq!(survey("Newsletter", &["yes", "no", ""]), Some(EmailStatus::Unconfirmed));
    assert_eq!(survey("Newsletter", &["x", "", "x"]), Some(EmailStatus::NonMarketable), "the box isn't ticked");
    assert_eq!(survey("Newsletter", &["", ""]), Some(EmailStatus::Unconfirmed));
    assert_eq!(survey("Email Status", &["Confirmed", ""]), Some(EmailStatus::Unconfirmed));
    assert_eq!(survey("Email Opt Out", &["1", ""]), None, "no objection");
    assert_eq!(survey("Email Marketing Consent Timestamp", &["2026-01-01", ""]), None);
    let column = consent_column("Newsletter").expect("known");
    assert_eq!(
        StatusReading::NotUnderstood.status(column, &ConsentSurvey::default()),
        Some(EmailStatus::NonMarketable)
    );
}

#[test]
fn surveys_of_parts_add_up() {
    let column = consent_column("Status").expect("known");
    let cells = ["Active", "", "Bounced", "Gold"];
    let (mut whole, mut parts) = (ConsentSurvey::default(), ConsentSurvey::default());
    for cell in cells {
        whole.add(cell, column);
        let mut part = ConsentSurvey::default();
        part.add(cell, column);
        parts.merge(&part);
    }
    assert_eq!(whole, parts);
    assert_eq!(whole, ConsentSurvey { permitted: 1, refused: 1, empty: 1, not_understood: 1 });
    assert!(!whole.is_all_understood());
}

#[test]
fn a_long_cell_is_never_a_permission() {
    let long = "yes ".repeat(1_000_000);
    let status = |header| status_of(&long, consent_column(header).expect(header));
    assert_eq!(status("Newsletter"), StatusReading::NotUnderstood);
    assert_eq!(status("Opt out"), StatusReading::Status(EmailStatus::Unsubscribed));
}

proptest! {
    #[test]
    fn a_text_that_no_table_has_never_permits(header in "\\PC{0,20}", cell in "\\PC{0,60}") {
        looks_like_consent(&header, &[&cell]);
        for sense in [ConsentSense::Positive, ConsentSense::Negative, ConsentSense::StatusWord] {
            let column = ConsentColumn::of_sense(sense);
            if let StatusReading::Status(status) = status_of(&cell, column) {
                let known = vocabulary::consent_word(crate::contacts::words::trimmed(&cell)).is_some();
                prop_assert!(known || !status.is_marketable() || when::when_of(&cell) != when::WhenCell::Other
                    || cell.to_lowercase().contains("mail"), "{cell:?} {sense:?} {status:?}");
            }
        }
    }
}
