//! One contact at an instant: its path, its story, its record.

use std::collections::BTreeMap;
use std::sync::Arc;

use dripline::calendar::Instant;
use dripline::campaign::fields::{Column, Field};
use dripline::campaign::kinds::Family;
use dripline::simulate::outcome::{Outcome, Status};
use dripline::simulate::run::Control;
use dripline::workbench::explain::explain_contact;
use dripline::workbench::rehearse::contact::{Followed, Release, left_at, path_of};
use dripline::workbench::rehearse::finished::FinishedRehearsal;

use super::{finished, samples};

/// Some instants and contacts of a run, to be checked.
fn looks(whole: &FinishedRehearsal) -> ([Instant; 4], [u64; 4]) {
    whole.sort(&Control::default()).expect("sorted");
    let (first, last) = whole.span().expect("something happens");
    let length = last.utc_secs() - first.utc_secs();
    let end = whole.contacts() - 1;
    ([-1, length / 50, length / 4, length].map(|after| first.plus_secs(after)), [0, 1, end / 2, end])
}

#[test]
fn the_way_a_contact_has_come_is_what_a_run_that_stops_there_visits() {
    for (name, campaign) in samples() {
        let whole = finished(&campaign, None);
        let (instants, places) = looks(&whole);
        let mut lengths = Vec::new();
        for at in instants {
            let stopped = finished(&campaign, Some(at));
            for place in places {
                let visited = stopped.visits(place).map(|visit| stopped.item(visit.rank)).collect();
                let path = path_of(&whole, place, at);
                assert_eq!(path, visited, "{name}: contact {place} at {at}");
                lengths.push(path.len());
            }
        }
        assert!(lengths.contains(&0) && lengths.iter().any(|length| *length > 1), "{name}: {lengths:?}");
    }
}

#[test]
fn a_story_so_far_is_told_as_explain_tells_one_that_stops_there() {
    let mut releases = 0;
    for (name, campaign) in samples() {
        let whole = Arc::new(finished(&campaign, None));
        let (instants, places) = looks(&whole);
        for at in instants {
            let stopped = finished(&campaign, Some(at));
            for place in places {
                let followed = Followed::of(&whole, place).expect("a contact");
                let rows = followed.rows(at);
                let contact = stopped.contact(place).expect("a contact");
                let entry = followed.enters().expect("it enters");
                let told = explain_contact(&stopped.scene, contact, entry);
                assert_eq!(rows.len(), told.chapters.len(), "{name}: contact {place} at {at}");
                assert_eq!(followed.status(at), told.status, "{name}: contact {place} at {at}");
                for (row, chapter) in rows.iter().zip(&told.chapters) {
                    assert_eq!(followed.item(row).id, chapter.item.item);
                    assert!(chapter.outcome.starts_with(row.visit.outcome.word()), "{name}: {}", chapter.outcome);
                    let mut sentences = chapter.sentences.clone();
                    // Only the shortened run ends at this instant. In a watched rehearsal it is just the clock's time.
                    sentences.retain(|sentence| !sentence.starts_with("The rehearsal ends before that"));
                    assert_eq!(followed.sentences(row), sentences, "{name}: contact {place} at {at}");
                    let is_over = matches!(row.visit.outcome, Outcome::Ran | Outcome::Skipped(_));
                    assert_eq!(row.release.is_none(), is_over, "{name}: {row:?}");
                    if let Some(Release::At(due)) = row.release {
                        let later = followed.rows(due);
                        let through = later.iter().find(|later| later.at == row.at).expect("it stays in the story");
                        assert_eq!(through.visit.through(), Some(due), "{name}: {row:?}");
                        releases += 1;
                    }
                }
            }
        }
    }
    assert!(releases > 10, "hardly anybody waits: {releases}");
}

#[test]
fn who_waits_beyond_the_end_and_who_is_held_are_told_what_releases_them() {
    let mut seen = std::collections::BTreeSet::new();
    for (_, campaign) in samples() {
        let whole = Arc::new(finished(&campaign, None));
        for place in (0..whole.contacts()).step_by(9) {
            let followed = Followed::of(&whole, place).expect("a contact");
            for row in followed.rows(whole.scene.until) {
                match row.release {
                    Some(Release::AfterEnd(due)) => assert!(due > whole.scene.until && row.visit.due == Some(due)),
                    Some(Release::SetUp) => assert_eq!(row.visit.outcome, Outcome::Held),
                    None => continue,
                    Some(other) => panic!("{other:?} at the very end"),
                }
                seen.insert(row.visit.outcome.word());
            }
        }
    }
    assert_eq!(seen.into_iter().collect::<Vec<_>>(), ["held", "waiting"]);
}

#[test]
fn a_record_at_an_instant_is_what_the_effects_of_a_run_that_stops_there_have_made_of_it() {
    let mut changes = 0;
    for (name, campaign) in samples() {
        let whole = finished(&campaign, None);
        let (instants, places) = looks(&whole);
        for at in instants {
            let stopped = finished(&campaign, Some(at));
            for place in places {
                let contact = stopped.contact(place).expect("a contact");
                let given = stopped.kept.assignments(&stopped.scene).of_contact(place);
                let effect_context = stopped.kept.effect_context(&stopped.scene);
                let effects = effect_context.effects(contact, place, stopped.visits(place), &given, &mut Vec::new());
                let mut expected: BTreeMap<Field, (String, Option<Instant>)> = BTreeMap::new();
                for (key, column) in Column::ALL.iter().map(|column| (column.key(), *column)) {
                    let field = Field::named(key, &campaign.directory).expect(key);
                    assert_eq!(field, Field::Column(column));
                    expected.insert(field, (contact.block.cell(field, contact.row), None));
                }
                for custom in 0..campaign.directory.custom_fields.len() {
                    let field = Field::Custom(custom);
                    expected.insert(field, (contact.block.cell(field, contact.row), None));
                }
                for effect in effects {
                    let detail = effect.detail.to_json();
                    let text = |key: &str| detail[key].as_str().unwrap_or_default().to_owned();
                    let (field, value) = match effect.detail.name() {
                        "field" => (Field::named(&text("field"), &campaign.directory), text("value")),
                        "owner" => (Some(Field::Column(Column::Owner)), text("user")),
                        "tag" => {
                            let tags = detail["tags"].as_array().expect("tags").iter();
                            let tags: Vec<_> = tags.filter_map(|tag| tag.as_str()).collect();
                            (Some(Field::Column(Column::Tags)), tags.join(";"))
                        }
                        _ => continue,
                    };
                    let held = expected.get_mut(&field.expect("a field")).expect("a field");
                    if held.0 != value {
                        *held = (value, Some(effect.at));
                    }
                }
                let record = whole.record(place, at).expect("a contact");
                for (field, (value, changed)) in &expected {
                    let then = record.field(*field);
                    let value_then = then.map(|then| then.value.as_str()).unwrap_or_default();
                    assert_eq!(value_then, value, "{name}: {field:?} of contact {place} at {at}");
                    let changed_then = then.and_then(|then| then.changed.as_ref()).map(|changed| changed.at);
                    assert_eq!(changed_then, *changed, "{name}: {field:?} of contact {place} at {at}");
                    changes += usize::from(changed.is_some());
                }
                let last = expected.values().filter_map(|(_, changed)| *changed).max();
                assert_eq!(record.last_change(), last, "{name}: contact {place} at {at}");
            }
        }
    }
    assert!(changes > 10, "hardly anything changes: {changes}");
}

#[test]
fn a_contact_that_dropped_out_left_at_a_timer_that_was_skipped() {
    let mut dropped = 0;
    for (name, campaign) in samples() {
        let finished = finished(&campaign, None);
        let clock = finished.scene.until;
        for place in (0..finished.contacts()).filter(|place| finished.status(*place, clock) == Status::FellOut) {
            let visit = left_at(&finished, place, clock).unwrap_or_else(|| panic!("{name}: contact {place}"));
            assert!(matches!(visit.outcome, Outcome::Skipped(_)), "{name}: contact {place}");
            let item = finished.scene.campaign.item(finished.item(visit.rank)).expect("an item");
            assert_eq!(item.kind.family(), Family::Timer, "{name}: contact {place}");
            dropped += 1;
        }
    }
    assert!(dropped > 0, "a sample has contacts that drop out");
}
