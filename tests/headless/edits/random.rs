//! Makes ten thousand random edits, with undo and redo in between. All invariants must hold after each step.

use std::path::Path;

use dripline::campaign::document::Campaign;
use dripline::campaign::edit::Edit;
use dripline::campaign::history::Grouping;
use dripline::campaign::invariants::{link_faults, sweep, sweep_selection};
use dripline::campaign::selection::Selection;
use dripline::storage::campaign_file::{parse, to_ron};
use dripline::workbench::editor::Editor;

use crate::edits::some_edit::edit;
use crate::edits::starts::{Dice, all};

const EDITS: usize = 10_000;

#[test]
fn whatever_is_edited_the_document_stays_whole_and_undo_is_exact() {
    let starts = all();
    let each = EDITS.div_ceil(starts.len());
    let numbered = starts.into_iter().zip(0..);
    // The campaigns run in parallel: one after the other, they would take a minute.
    let refused: usize = std::thread::scope(|scope| {
        let runs: Vec<_> =
            numbered.map(|(campaign, seed)| scope.spawn(move || whole_run(campaign, seed, each))).collect();
        runs.into_iter().map(|run| run.join().expect("a run without a fault")).sum()
    });
    assert!(refused > EDITS / 20, "{refused} refused");
}

/// Makes this number of successful edits. Returns how many more were refused.
fn whole_run(campaign: Campaign, seed: u64, edits: usize) -> usize {
    let mut run = Run::new(campaign, seed);
    while run.done < edits {
        run.step();
    }
    run.back_and_forth();
    run.refused
}

fn load(text: &str, what: &str) -> Campaign {
    parse(text, Path::new("saved.ron")).unwrap_or_else(|error| panic!("{what}: {error}\n{text}")).campaign
}

struct Run {
    start: String,
    /// The last text of the document, and the campaign read from that text.
    saved: String,
    loaded: Campaign,
    editor: Editor,
    selection: Selection,
    dice: Dice,
    done: usize,
    refused: usize,
}

impl Run {
    fn new(campaign: Campaign, seed: u64) -> Self {
        sweep(&campaign).expect("a whole campaign to begin with");
        let start = to_ron(&campaign);
        Self {
            saved: start.clone(),
            loaded: load(&start, "start"),
            start,
            selection: Selection::none(campaign.sequences[0].id),
            editor: Editor::of(campaign),
            dice: Dice(seed),
            done: 0,
            refused: 0,
        }
    }

    fn step(&mut self) {
        match self.dice.below(8) {
            0 => {
                let before = self.saved.clone();
                if let Some(selection) = self.editor.undo() {
                    self.selection = selection;
                    self.check("undo");
                    self.selection = self.editor.redo().expect("what was undone");
                    assert_eq!(to_ron(self.editor.campaign()), before, "undo and redo");
                }
            }
            1 => self.selection = self.editor.undo().unwrap_or(self.selection.clone()),
            2 => self.selection = self.editor.redo().unwrap_or(self.selection.clone()),
            _ => self.edit(),
        }
        self.check("step");
    }

    fn edit(&mut self) {
        let edit = edit(&mut self.dice, self.editor.campaign());
        let grouping = if self.dice.one_in(3) { Grouping::With(self.dice.number() % 2) } else { Grouping::Alone };
        let faults = link_faults(self.editor.campaign());
        assert!(!edit.label(self.editor.campaign()).is_empty() || matches!(edit, Edit::Together(..)));
        match self.editor.apply(&edit, &self.selection, grouping) {
            Ok(selection) => {
                self.selection = selection;
                self.done += 1;
                let after = link_faults(self.editor.campaign());
                assert!(after <= faults || !matches!(edit, Edit::Canvas(..)), "{edit:?} adds a fault");
            }
            Err(_) => {
                self.refused += 1;
                assert_eq!(to_ron(self.editor.campaign()), self.saved, "{edit:?} was refused");
            }
        }
    }

    fn check(&mut self, what: &str) {
        let campaign = self.editor.campaign();
        sweep(campaign).unwrap_or_else(|fault| panic!("{what}: {fault}"));
        sweep_selection(campaign, &self.selection).unwrap_or_else(|fault| panic!("{what}: {fault}"));
        let text = to_ron(campaign);
        // Reading takes longer than everything else, so a text that has not changed isn't read again.
        if text != self.saved {
            self.loaded = load(&text, what);
            self.saved = text;
        }
        assert_eq!(self.loaded, *campaign, "{what}");
    }

    fn back_and_forth(&mut self) {
        while self.editor.redo().is_some() {}
        let end = to_ron(self.editor.campaign());
        while self.editor.undo().is_some() {}
        assert_eq!(to_ron(self.editor.campaign()), self.start);
        while self.editor.redo().is_some() {}
        assert_eq!(to_ron(self.editor.campaign()), end);
    }
}
