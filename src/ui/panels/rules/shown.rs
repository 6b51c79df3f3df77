//! A question with what the engine has computed for it.

use crate::ui::panels::rules::pictures::RulePicture;
use crate::workbench::examples::ExampleRow;
use crate::workbench::rules::pictures::months::{mark_field, months};
use crate::workbench::rules::pictures::strip::TimeStrip;
use crate::workbench::rules::{Example, Exhibit, Question};

/// The question of the page.
#[derive(Clone, Debug)]
pub struct ShownQuestion {
    /// The question.
    pub question: &'static Question,
    /// What is below its answer, in order.
    pub exhibits: Vec<ShownExhibit>,
    /// Whether the precise rules are shown.
    pub is_precise: bool,
}

/// Something below an answer.
#[derive(Clone, Debug)]
pub enum ShownExhibit {
    /// A picture.
    Picture(RulePicture),
    /// A timer with its arrivals.
    Example(ShownExample),
    /// Several timers side by side.
    Compare(Vec<(&'static str, Vec<ExampleRow>)>),
    /// A table that is written down.
    Table(&'static [&'static [&'static str]]),
}

/// A timer with its arrivals.
#[derive(Clone, Debug)]
pub struct ShownExample {
    /// What the timer does.
    pub sentence: String,
    /// What happens to each contact.
    pub rows: Vec<ExampleRow>,
    /// Whether the steps are shown.
    pub is_open: bool,
}

impl ShownQuestion {
    /// Computes the examples of a question.
    pub fn new(question: &'static Question) -> Self {
        Self { question, exhibits: question.exhibits.iter().flat_map(shown).collect(), is_precise: false }
    }
}

fn shown(exhibit: &Exhibit) -> Vec<ShownExhibit> {
    match exhibit {
        Exhibit::Example(example) => vec![worked(example, example.rows())],
        Exhibit::Strip(example) => {
            let rows = example.rows();
            let strip = TimeStrip::of(example, &rows).map(|strip| ShownExhibit::Picture(RulePicture::Strip(strip)));
            strip.into_iter().chain([worked(example, rows)]).collect()
        }
        Exhibit::Months(example) => {
            let rows = example.rows();
            let mut marked = months(&rows);
            mark_field(&mut marked, example);
            vec![ShownExhibit::Picture(RulePicture::Months(marked)), worked(example, rows)]
        }
        Exhibit::Compare(examples) => {
            vec![ShownExhibit::Compare(examples.iter().map(|(name, example)| (*name, example.rows())).collect())]
        }
        Exhibit::Track(track) => {
            let picture = track.picture().map(|picture| RulePicture::Track(track.about, picture));
            picture.into_iter().map(ShownExhibit::Picture).collect()
        }
        Exhibit::Table(table) => vec![ShownExhibit::Table(table)],
    }
}

fn worked(example: &Example, rows: Vec<ExampleRow>) -> ShownExhibit {
    ShownExhibit::Example(ShownExample { sentence: example.sentence(), rows, is_open: false })
}
