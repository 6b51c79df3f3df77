//! Sequences keep their ids, and no id is used twice.

use std::collections::BTreeSet;
use std::path::Path;

use dripline::campaign::document::Campaign;
use dripline::campaign::edit::{Edit, SequencesEdit};
use dripline::campaign::history::Grouping;
use dripline::campaign::ids::SequenceId;
use dripline::campaign::invariants::sweep;
use dripline::campaign::rehearsal::RehearsedScope;
use dripline::campaign::selection::Selection;
use dripline::storage::campaign_file::{parse, to_ron};
use dripline::workbench::editor::Editor;

use crate::common::ids::{FIRST, SECOND};
use crate::edits::starts::Dice;

const THREE: &str = r#"Campaign(format: 1, name: "Three", time_zone: "UTC",
    sequences: [(name: "A"), (name: "B"), (name: "C")],
    rehearsals: [(name: "Lost", sequence: "D", people: Generated(count: 1, seed: 1), enter: ByColumn, until: "2026-03-02T00:00")])"#;

fn three() -> Editor {
    Editor::of(read(THREE))
}

fn read(text: &str) -> Campaign {
    parse(text, Path::new("three.ron")).unwrap_or_else(|error| panic!("{error}\n{text}")).campaign
}

fn apply(editor: &mut Editor, edit: SequencesEdit) {
    editor.apply(&Edit::Sequences(edit), &Selection::none(FIRST), Grouping::Alone).expect("an edit");
}

fn ids(editor: &Editor) -> Vec<u64> {
    editor.campaign().sequences.iter().map(|sequence| sequence.id.number()).collect()
}

fn names(editor: &Editor) -> String {
    editor.campaign().sequences.iter().map(|sequence| sequence.name.as_str()).collect()
}

#[test]
fn a_sequence_keeps_its_id_wherever_it_moves_and_a_file_writes_it_where_it_is_not_the_place() {
    let mut editor = three();
    let before = to_ron(editor.campaign());
    assert!(!before.contains("            id:"), "{before}");
    apply(&mut editor, SequencesEdit::Move(FIRST, 1));
    assert_eq!((names(&editor).as_str(), ids(&editor)), ("BAC", vec![2, 1, 3]));
    let moved = to_ron(editor.campaign());
    let written: Vec<&str> = moved.lines().filter_map(|line| line.strip_prefix("            id: ")).collect();
    assert_eq!(written, ["2,", "1,"], "C is at its place still");
    assert_eq!(read(&moved), *editor.campaign());
    editor.undo();
    assert_eq!(to_ron(editor.campaign()), before);
}

#[test]
fn a_deleted_sequence_leaves_its_id_to_nobody_while_undo_brings_it_back() {
    let mut editor = three();
    apply(&mut editor, SequencesEdit::Remove(SECOND));
    assert_eq!((names(&editor).as_str(), ids(&editor)), ("AC", vec![1, 3]));
    apply(&mut editor, SequencesEdit::Add("E".to_owned()));
    apply(&mut editor, SequencesEdit::Duplicate(FIRST));
    assert_eq!((names(&editor).as_str(), ids(&editor)), ("AA copyCE", vec![1, 5, 3, 4]));
    assert_eq!(read(&to_ron(editor.campaign())), *editor.campaign());
    for _ in 0..3 {
        editor.undo();
    }
    assert_eq!((names(&editor).as_str(), ids(&editor)), ("ABC", vec![1, 2, 3]));
    for _ in 0..3 {
        editor.redo();
    }
    assert_eq!(ids(&editor), [1, 5, 3, 4]);
}

#[test]
fn whatever_is_done_to_the_list_no_id_is_given_twice_while_undo_can_bring_it_back() {
    for seed in 0..40 {
        let mut dice = Dice(seed);
        let mut editor = three();
        let now = |editor: &Editor| -> BTreeSet<SequenceId> {
            editor.campaign().sequences.iter().map(|sequence| sequence.id).collect()
        };
        // The ids in every state that undo and redo can reach. `at` is the current state.
        let (mut states, mut at) = (vec![now(&editor)], 0);
        for step in 0..120 {
            match dice.below(4) {
                0 if editor.undo().is_some() => at -= 1,
                1 if editor.redo().is_some() => at += 1,
                0 | 1 => {}
                _ => {
                    let sequences = &editor.campaign().sequences;
                    let count = sequences.len();
                    let id = sequences[dice.below(count)].id;
                    let edit = match dice.below(4) {
                        0 if count < 6 => SequencesEdit::Add(format!("Added {step}")),
                        1 if count < 6 => SequencesEdit::Duplicate(id),
                        2 => SequencesEdit::Move(id, (sequences.len() - dice.below(count)) % count),
                        _ if count > 1 => SequencesEdit::Remove(id),
                        _ => SequencesEdit::Add(format!("Added {step}")),
                    };
                    let state = editor.history().state();
                    apply(&mut editor, edit.clone());
                    if editor.history().state() == state {
                        continue;
                    }
                    states.truncate(at + 1);
                    let new = now(&editor).difference(&states[at]).copied().collect::<BTreeSet<_>>();
                    let given = states.iter().flatten().copied().collect::<BTreeSet<_>>();
                    assert!(new.is_disjoint(&given), "seed {seed}, step {step}: {edit:?} gives {new:?} again");
                    states.push(now(&editor));
                    at += 1;
                }
            }
            assert_eq!(now(&editor), states[at], "seed {seed}, step {step}");
            sweep_all(&editor);
        }
    }
}

fn sweep_all(editor: &Editor) {
    let campaign = editor.campaign();
    let known = |id| campaign.sequence(id).is_some();
    assert!(campaign.rehearsals.iter().all(|rehearsal| rehearsal.sequence().is_none_or(known)));
    let mut without = campaign.clone();
    without.rehearsals.clear();
    sweep(&without).expect("a whole campaign");
    assert_eq!(read(&to_ron(campaign)), *campaign, "it reads back as it is");
}

#[test]
fn a_rehearsal_of_an_unknown_sequence_is_of_the_one_that_gets_the_name() {
    let of = |editor: &Editor| editor.campaign().rehearsals[0].of.clone();
    let unknown = RehearsedScope::UnknownSequence("D".to_owned());
    let mut editor = three();
    assert_eq!(of(&editor), unknown);
    apply(&mut editor, SequencesEdit::Rename(SECOND, "D".to_owned()));
    assert_eq!(of(&editor), RehearsedScope::sequence(SECOND));
    apply(&mut editor, SequencesEdit::Rename(SECOND, "B".to_owned()));
    assert!(to_ron(editor.campaign()).contains("sequence: \"B\""), "it follows a name");
    editor.undo();
    editor.undo();
    assert_eq!(of(&editor), unknown);
    apply(&mut editor, SequencesEdit::Add("D".to_owned()));
    assert_eq!(of(&editor), RehearsedScope::sequence(SequenceId::new(4)));
    assert_eq!(read(&to_ron(editor.campaign())), *editor.campaign());
}
