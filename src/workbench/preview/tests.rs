use super::marked::{TextMark, in_words};
use super::*;
use crate::campaign::rehearsal::People;
use crate::simulate::kinds::Detail;
use crate::workbench::preview::contacts::{NAMES_LOOKED_AT, first_reader, first_without_name, generated};
use crate::workbench::samples;

fn first_run() -> (Campaign, std::sync::Arc<FinishedRehearsal>) {
    let campaign = samples::first();
    let today = crate::calendar::Date::parse("2026-03-02").expect("a date");
    let run = generated(&campaign, campaign.sequences[0].id, today).expect("a run");
    (campaign, run)
}

fn shown(campaign: &Campaign, run: &FinishedRehearsal, item: u64, reader: PreviewReader) -> MessagePreview {
    let known = IndexedDirectory::new(&campaign.directory);
    preview(run, (campaign, &known), campaign.sequences[0].id.item(item), reader).expect("a message")
}

fn of(place: u64) -> PreviewReader {
    PreviewReader { place, without_first_name: false }
}

#[test]
fn a_preview_says_what_the_effect_of_the_run_says() {
    let (campaign, run) = first_run();
    let mut compared = 0;
    let all = run.kept.assignments(&run.scene).by_contact();
    for place in 0..run.contacts() {
        let contact = run.contact(place).expect("a contact");
        let given: Vec<_> = all.iter().copied().filter(|made| made.place == place).collect();
        let effects =
            run.kept.effect_context(&run.scene).effects(contact, place, run.visits(place), &given, &mut Vec::new());
        for effect in effects {
            let Detail::Email(sent) = &effect.detail else { continue };
            let item = run.item(effect.rank);
            let seen = shown(&campaign, &run, item.item, of(place));
            assert_eq!(seen.body.received(), sent.body);
            assert_eq!(seen.line.as_ref().map(|(_, line)| line.received()), Some(sent.subject.clone()));
            assert!(seen.to.contains(&sent.to), "{} in {}", sent.to, seen.to);
            assert!(matches!(seen.delivery, Delivery::Sent(_)));
            compared += 1;
        }
    }
    assert!(compared > 20, "{compared}");
}

#[test]
fn a_contact_without_a_first_name_is_found_or_made_by_leaving_it_out() {
    let (campaign, run) = first_run();
    let email = with_text(&campaign.sequences[0].items).find(|item| matches!(item.kind, Kind::Email(_)));
    let email = email.expect("an email").id;
    let place = first_reader(&run, campaign.sequences[0].id.item(email));
    let mut changed = campaign.clone();
    let item = changed.sequences[0].items.iter_mut().find(|item| item.id == email).expect("the email");
    let Kind::Email(settings) = &mut item.kind else { panic!("an email") };
    settings.subject = "~Contact.FirstName~ ~Contact.Nope~ ~Contact.FirstName~".to_owned();
    let seen = shown(&changed, &run, email, PreviewReader { place, without_first_name: true });
    let marks: Vec<TextMark> = seen.line.expect("a subject").1.pieces.iter().map(|piece| piece.mark).collect();
    use TextMark::{Empty, Plain, Unknown};
    assert_eq!(marks, [Empty, Plain, Unknown, Plain, Empty]);
    assert!(in_words(&seen.unfilled)[0].starts_with("1 merge field is empty for this contact: First name"));
    assert!(in_words(&seen.unfilled)[1].contains("stays as typed: ~Contact.Nope~"));
    if let Some(nameless) = first_without_name(&run, NAMES_LOOKED_AT) {
        assert!(
            run.contact(nameless)
                .is_some_and(|contact| contact.block.column(Column::FirstName, contact.row).is_empty())
        );
    }
}

#[test]
fn a_field_that_is_newer_than_the_run_is_empty_and_others_keep_their_values() {
    use crate::campaign::directory::{CustomField, FieldKind};
    let (campaign, run) = first_run();
    let mut changed = campaign.clone();
    let new = CustomField { key: "shoe".to_owned(), label: "Shoe size".to_owned(), kind: FieldKind::Number };
    changed.directory.custom_fields.insert(0, new);
    let item = &mut changed.sequences[0].items;
    let email = item.iter_mut().find(|item| matches!(item.kind, Kind::Email(_))).expect("an email");
    let id = email.id;
    let Kind::Email(settings) = &mut email.kind else { panic!("an email") };
    settings.subject = "~Contact.shoe~~Contact.Id~".to_owned();
    let seen = shown(&changed, &run, id, of(0));
    let (_, line) = seen.line.expect("a subject");
    assert_eq!((line.pieces[0].mark, line.pieces[0].text.as_str()), (TextMark::Empty, "Shoe size"));
    assert_eq!(line.pieces[1].mark, TextMark::Value);
}

#[test]
fn a_sequence_without_contacts_or_a_text_has_no_preview() {
    let (campaign, run) = first_run();
    let known = IndexedDirectory::new(&campaign.directory);
    let sequence = &campaign.sequences[0];
    assert!(preview(&run, (&campaign, &known), sequence.id.item(sequence.items[0].id), of(0)).is_none(), "a Start");
    let email = with_text(&sequence.items).next().expect("a text").id;
    assert!(preview(&run, (&campaign, &known), sequence.id.item(email), of(u64::MAX)).is_none());
    assert!(matches!(run.scene.rehearsal().map(|rehearsal| &rehearsal.people), Some(People::Generated { .. })));
}

#[test]
fn a_text_of_megabytes_is_cut_and_says_its_length() {
    let (campaign, run) = first_run();
    let mut changed = campaign.clone();
    let items = &mut changed.sequences[0].items;
    let email = items.iter_mut().find(|item| matches!(item.kind, Kind::Email(_))).expect("an email");
    let id = email.id;
    let Kind::Email(settings) = &mut email.kind else { panic!("an email") };
    settings.body = "~Contact.FirstName~ ü ".repeat(200_000);
    let seen = shown(&changed, &run, id, of(0));
    assert!(seen.body.is_cut && laid_out(&seen.body) <= marked::MOST_SHOWN && seen.body.length > 600_000);
    assert_eq!(seen.body.shown_length, seen.body.received().chars().count());
}

/// The characters of a text that are laid out.
fn laid_out(text: &PreviewText) -> usize {
    text.pieces.iter().map(|piece| piece.shown().chars().count()).sum()
}

/// The email of the first sample with this body, for its first contact, without the first name.
fn nameless(body: &str) -> MessagePreview {
    let (mut campaign, run) = first_run();
    let items = &mut campaign.sequences[0].items;
    let email = items.iter_mut().find(|item| matches!(item.kind, Kind::Email(_))).expect("an email");
    let id = email.id;
    let Kind::Email(settings) = &mut email.kind else { panic!("an email") };
    settings.body = body.to_owned();
    shown(&campaign, &run, id, PreviewReader { place: 0, without_first_name: true })
}

#[test]
fn the_names_of_empty_fields_are_laid_out_too_and_so_are_cut() {
    for body in ["~Contact.FirstName~".repeat(100_000), "~Contact.Nope~".repeat(100_000), "~".repeat(100_000)] {
        let seen = nameless(&body).body;
        let length = laid_out(&seen);
        assert!(seen.is_cut && length <= marked::MOST_SHOWN && length > 39_900, "{length}");
    }
}

#[test]
fn a_page_is_made_of_the_whole_text() {
    let tags = "<b class='a long name of a class'></b>".repeat(3_000);
    let seen = nameless(&format!("<p>First</p>{tags}<p>Last"));
    let page = seen.page.expect("a page");
    assert!(seen.body.is_cut && !page.is_cut);
    assert_eq!(page.plain(), "First\nLast");
}

#[test]
fn only_the_written_text_makes_a_message_html() {
    let (mut campaign, _) = first_run();
    let items = &mut campaign.sequences[0].items;
    let email = items.iter_mut().find(|item| matches!(item.kind, Kind::Email(_))).expect("an email");
    let id = email.id;
    let Kind::Email(settings) = &mut email.kind else { panic!("an email") };
    settings.body = "Dear ~Contact.FirstName~".to_owned();
    let today = crate::calendar::Date::parse("2026-03-02").expect("a date");
    let mut rehearsal = crate::workbench::rehearse::usual::usual(&campaign, campaign.sequences[0].id, today);
    let cells = [("id", "1"), ("first_name", "<b>Ana</b>")].map(|(key, cell)| (key.to_owned(), cell.to_owned()));
    rehearsal.people = People::People(vec![crate::campaign::rehearsal::Person(cells.into())]);
    let run = contacts::run(&campaign, rehearsal).expect("a run");
    let seen = shown(&campaign, &run, id, of(0));
    assert_eq!((seen.body.received().as_str(), seen.page), ("Dear <b>Ana</b>", None));
    let items = &mut campaign.sequences[0].items;
    let email = items.iter_mut().find(|item| item.id == id).expect("the email");
    let Kind::Email(settings) = &mut email.kind else { panic!("an email") };
    settings.body = "~ <i>Dear~ ~Contact.FirstName~".to_owned();
    assert!(shown(&campaign, &run, id, of(0)).page.is_some(), "an unknown field is written, too");
}
