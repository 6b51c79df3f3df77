//! Rehearsals are edited like everything else: with a name for each step, refusals, and undo.

use dripline::calendar::DateTime;
use dripline::campaign::document::Campaign;
use dripline::campaign::edit::{CanvasEdit, Edit, Refused, RehearsalsEdit, SequencesEdit};
use dripline::campaign::history::Grouping;
use dripline::campaign::rehearsal::RehearsedScope;
use dripline::campaign::rehearsal::{Breakpoint, Enter, People, Rehearsal};
use dripline::campaign::selection::Selection;
use dripline::storage::campaign_file::to_ron;
use dripline::workbench::editor::Editor;

use crate::common::ids::FIRST;
use crate::edits::starts::example;

fn local(text: &str) -> DateTime {
    DateTime::parse(text).expect("a wall clock")
}

fn quick() -> Rehearsal {
    Rehearsal {
        name: "Quick look".to_owned(),
        of: RehearsedScope::sequence(FIRST),
        people: People::Generated { count: 5, seed: 1 },
        enter: Enter::At(local("2026-03-02T09:00")),
        until: local("2026-06-01T00:00"),
        breakpoints: vec![Breakpoint::AtItem(3), Breakpoint::AtTime(local("2026-04-01T00:00"))],
    }
}

fn with_quick() -> Editor {
    let mut campaign = example();
    campaign.rehearsals.push(quick());
    Editor::of(campaign)
}

fn apply(editor: &mut Editor, edit: RehearsalsEdit) -> Result<(), Refused> {
    apply_any(editor, &Edit::Rehearsals(edit))
}

fn apply_any(editor: &mut Editor, edit: &Edit) -> Result<(), Refused> {
    editor.apply(edit, &Selection::none(FIRST), Grouping::Alone).map(|_| ())
}

fn names(campaign: &Campaign) -> Vec<&str> {
    campaign.rehearsals.iter().map(|rehearsal| rehearsal.name.as_str()).collect()
}

#[test]
fn each_step_has_a_name_that_a_person_knows() {
    let mut editor = Editor::of(example());
    let steps = [
        (RehearsalsEdit::Add(quick()), "Add rehearsal “Quick look”"),
        (RehearsalsEdit::Duplicate(1), "Duplicate rehearsal “Quick look”"),
        (RehearsalsEdit::Rename(2, "Slow".to_owned()), "Rename rehearsal “Quick look copy”"),
        (RehearsalsEdit::Move(2, 0), "Move rehearsal “Slow”"),
        (
            RehearsalsEdit::Change(0, Rehearsal { name: "Slow".to_owned(), breakpoints: vec![], ..quick() }),
            "Change rehearsal “Slow”",
        ),
        (RehearsalsEdit::Remove(2), "Delete rehearsal “Quick look”"),
    ];
    for (edit, label) in steps {
        apply(&mut editor, edit).expect(label);
        assert_eq!(editor.history().undo_label(), Some(label));
    }
    assert_eq!(names(editor.campaign()), ["Slow", "Ten thousand in March"]);
    while editor.undo().is_some() {}
    assert_eq!(to_ron(editor.campaign()), to_ron(&example()));
}

#[test]
fn what_could_not_be_rehearsed_is_refused() {
    let mut editor = with_quick();
    let refused = [
        (RehearsalsEdit::Add(quick()), Refused::NameTaken("Quick look".to_owned())),
        (RehearsalsEdit::Rename(0, "Quick look".to_owned()), Refused::NameTaken("Quick look".to_owned())),
        (RehearsalsEdit::Rename(0, String::new()), Refused::NameNeeded),
        (
            RehearsalsEdit::Change(
                1,
                Rehearsal { of: RehearsedScope::UnknownSequence("Nothing".to_owned()), ..quick() },
            ),
            Refused::NoSuchSequence("Nothing".to_owned()),
        ),
        (
            RehearsalsEdit::Change(1, Rehearsal { breakpoints: vec![Breakpoint::AtCount(99, 5)], ..quick() }),
            Refused::NoSuchItem(99),
        ),
        (RehearsalsEdit::Remove(2), Refused::Gone),
    ];
    for (edit, why) in refused {
        assert_eq!(apply(&mut editor, edit), Err(why));
    }
    assert_eq!(editor.history().undo_label(), None);
}

#[test]
fn what_a_file_holds_that_does_not_fit_keeps_nobody_from_the_rest() {
    let mut campaign = example();
    let odd = Rehearsal { breakpoints: vec![Breakpoint::AtItem(99)], ..quick() };
    let lost =
        Rehearsal { name: "Lost".to_owned(), of: RehearsedScope::UnknownSequence("Nothing".to_owned()), ..quick() };
    campaign.rehearsals = vec![odd.clone(), lost.clone()];
    let mut editor = Editor::of(campaign);
    let people = People::Generated { count: 6, seed: 1 };
    for (place, rehearsal) in [odd, lost].into_iter().enumerate() {
        let changed = Rehearsal { people: people.clone(), ..rehearsal };
        apply(&mut editor, RehearsalsEdit::Change(place, changed)).expect("a change");
        assert_eq!(editor.campaign().rehearsals[place].people, people);
    }
}

#[test]
fn a_breakpoint_goes_with_its_item_and_comes_back_with_it() {
    let mut editor = with_quick();
    let before = to_ron(editor.campaign());
    for remove in [CanvasEdit::Remove(vec![3, 4]), CanvasEdit::Cut(vec![3])] {
        apply_any(&mut editor, &Edit::Canvas(FIRST, remove)).expect("a deletion");
        let left = &editor.campaign().rehearsals[1].breakpoints;
        assert_eq!(left, &[Breakpoint::AtTime(local("2026-04-01T00:00"))]);
        editor.undo();
        assert_eq!(to_ron(editor.campaign()), before);
    }
    apply_any(&mut editor, &Edit::Canvas(FIRST, CanvasEdit::Remove(vec![4]))).expect("a deletion");
    assert_eq!(editor.campaign().rehearsals[1], quick(), "another item's");
}

#[test]
fn rehearsals_go_with_their_sequence_and_are_copied_and_renamed_with_it() {
    let mut editor = with_quick();
    let before = to_ron(editor.campaign());
    apply_any(&mut editor, &Edit::Sequences(SequencesEdit::Duplicate(FIRST))).expect("a copy");
    let campaign = editor.campaign();
    let copies: Vec<_> = campaign.rehearsals[2..].iter().map(|it| (&*it.name, campaign.name_of(&it.of))).collect();
    assert_eq!(copies, [("Ten thousand in March copy", "Everything copy"), ("Quick look copy", "Everything copy")]);
    apply_any(&mut editor, &Edit::Sequences(SequencesEdit::Rename(FIRST, "All".to_owned()))).expect("a name");
    assert_eq!(editor.campaign().name_of(&editor.campaign().rehearsals[1].of), "All");
    apply_any(&mut editor, &Edit::Sequences(SequencesEdit::Remove(FIRST))).expect("a deletion");
    assert_eq!(names(editor.campaign()), ["Ten thousand in March copy", "Quick look copy"]);
    for _ in 0..3 {
        editor.undo();
    }
    assert_eq!(to_ron(editor.campaign()), before);
}

#[test]
fn typing_is_one_step() {
    let mut editor = with_quick();
    for count in [50, 500] {
        let changed = Rehearsal { people: People::Generated { count, seed: 1 }, ..quick() };
        let edit = Edit::Rehearsals(RehearsalsEdit::Change(1, changed));
        editor.apply(&edit, &Selection::none(FIRST), Grouping::With(7)).expect("a change");
    }
    editor.undo();
    assert_eq!(editor.campaign().rehearsals[1], quick());
    assert_eq!(editor.history().undo_label(), None);
}
