//! What an export is: its name in words, the files that it comes as, what it is written from, and who writes it.

use std::fmt;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::picture::counts::ItemCounts;
use crate::picture::options::Options;
use crate::report::table::Report;
use crate::simulate::run::Control;
use crate::storage::endings;
use crate::storage::output::Output;
use crate::workbench::failure::Failure;
use crate::workbench::picture::Drawing;

use super::rehearsed::RunAtInstant;
use super::whole::{Watched, whole};

/// Something that can be exported. Each has a line in the [register](super::ALL).
pub struct Export {
    /// The file name, after the sequence's name.
    pub name: &'static str,
    /// What people call it; no other export is called so.
    pub label: &'static str,
    /// The files that it comes as, the usual one first.
    pub forms: &'static [ExportFormat],
    /// Whether it is a picture, so that its [`Options`] count.
    pub is_picture: bool,
    /// How the window's report offers it, if it does.
    pub window: Option<InWindow>,
    /// How `simulate` offers it, if it does: as the option `--name`.
    pub command: Option<InCommand>,
}

/// How the window's report offers an export.
pub struct InWindow {
    /// What of the rehearsal it shows, in a sentence.
    pub hint: &'static str,
    /// It is about the contact that is followed, and offered while there is one.
    pub of_contact: bool,
}

/// The option of `simulate` that asks for an export.
pub struct InCommand {
    /// Its place among the options.
    pub place: usize,
    /// What help calls the file.
    pub value: &'static str,
    /// The option's line in the command's help.
    pub help: &'static str,
    /// Names the [form](Export::forms) of a file whose ending stands for none.
    pub otherwise: &'static str,
}

/// A kind of file that an export comes as.
pub struct ExportFormat {
    /// The endings that stand for it, in small letters without their dot, the usual one first.
    pub endings: &'static [&'static str],
    /// The function that writes the file.
    pub write: ExportWriter,
}

/// Writes an export as one kind of file, from what it needs.
#[derive(Clone, Copy)]
pub enum ExportWriter {
    /// From the campaign as it is drawn, with counts if there are some. No run is needed.
    Drawing(Draw),
    /// From the counts of a run. No visits are needed.
    Counts(WriteCounts),
    /// From a run with all of its visits.
    Run(WriteRun),
    /// Adds a run with all of its visits to a run store.
    Store(AddToStore),
}

type Draw = fn(&Drawing<'_>, &Options, &Control) -> Result<Vec<u8>, Failure>;
type WriteCounts = fn(&mut Watched<'_>, &Report) -> io::Result<()>;
type WriteRun = fn(Output, &RunAtInstant<'_>, &Choices, &Control, &mut ExportNotes) -> Result<(), Failure>;
type AddToStore = fn(&Path, &RunAtInstant<'_>, &Control, &mut ExportNotes) -> Result<(), Failure>;

/// Sentences for the person: what a file leaves out, or what became of the place that it was added to.
pub type ExportNotes = Vec<String>;

/// What a person chooses of an export, beside its file.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Choices {
    /// How a picture looks.
    pub picture: Options,
    /// The contact that it is about, by place in the list.
    pub contact: Option<u64>,
}

/// What an export is written from.
#[derive(Clone, Copy)]
pub enum ExportSource<'a> {
    /// A sequence, without a run.
    Drawing(&'a Drawing<'a>),
    /// The counts of a run whose visits were not kept.
    Counts(&'a Report),
    /// A run, with the clock at an instant.
    Run(&'a RunAtInstant<'a>),
}

/// An export whose place is open. Dropped before it is written, it leaves nothing there.
pub enum Opened {
    /// An open file for a drawing of the campaign, and its writer.
    Drawing(Output, Draw),
    /// An open file for the counts of a run, and its writer.
    Counts(Output, WriteCounts),
    /// An open file for a run with all of its visits, and its writer.
    Run(Output, WriteRun),
    /// The path of the run store that the run is added to, and its writer.
    Store(PathBuf, AddToStore),
}

impl Export {
    /// The usual ending of each form.
    pub fn endings(&self) -> impl Iterator<Item = &'static str> {
        self.forms.iter().map(|form| form.endings[0])
    }

    /// The ending that is proposed.
    pub fn usual_ending(&self) -> &'static str {
        self.forms[0].endings[0]
    }

    /// The form that a path's ending stands for.
    ///
    /// # Errors
    /// If it stands for none.
    pub fn form(&self, path: &Path) -> Result<&'static ExportFormat, Failure> {
        self.form_of(&endings::of(path)).ok_or_else(|| {
            let endings: Vec<String> = self.endings().map(|ending| format!(".{ending}")).collect();
            Failure::Usage(format!("Name a file that ends in {}.", endings.join(" or ")))
        })
    }

    /// The form of an ending.
    pub fn form_of(&self, ending: &str) -> Option<&'static ExportFormat> {
        self.forms.iter().find(|form| form.endings.contains(&ending))
    }
}

/// Exports are told apart by what people call them.
impl PartialEq for Export {
    fn eq(&self, other: &Self) -> bool {
        self.label == other.label
    }
}

impl fmt::Debug for Export {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Export").field(&self.label).finish()
    }
}

impl fmt::Debug for ExportFormat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Form").field(&self.endings).finish()
    }
}

impl ExportFormat {
    /// Whether it is written from a run with all of its visits.
    pub fn needs_visits(&self) -> bool {
        matches!(self.write, ExportWriter::Run(_) | ExportWriter::Store(_))
    }

    /// Opens the place that it goes to, so that one that can't be written is told before the work.
    ///
    /// # Errors
    /// If the place can't be written.
    pub fn open(&self, path: &Path) -> Result<Opened, Failure> {
        Ok(match self.write {
            ExportWriter::Drawing(draw) => Opened::Drawing(Output::create(path)?, draw),
            ExportWriter::Counts(write) => Opened::Counts(Output::create(path)?, write),
            ExportWriter::Run(write) => Opened::Run(Output::create(path)?, write),
            ExportWriter::Store(add) => Opened::Store(path.to_owned(), add),
        })
    }
}

impl Opened {
    /// Writes it, whole or not at all. Uses the rayon pool it is called in.
    ///
    /// # Errors
    /// If it needs a run and there is none, can't be written, would be too large, or was stopped.
    pub fn write(
        self,
        source: ExportSource<'_>,
        choices: &Choices,
        control: &Control,
        notes: &mut ExportNotes,
    ) -> Result<(), Failure> {
        match (self, source) {
            (Opened::Drawing(out, draw), ExportSource::Drawing(drawing)) => {
                picture(out, draw, drawing, &choices.picture, control)
            }
            (Opened::Drawing(out, draw), ExportSource::Run(rehearsed)) => {
                let (campaign, sequence) = (&rehearsed.scene.campaign, rehearsed.scene.sequence().id);
                let counts = ItemCounts::of(&rehearsed.report());
                let drawing = Drawing { campaign, sequence, counts: Some(&counts) };
                picture(out, draw, &drawing, &choices.picture, control)
            }
            (Opened::Counts(out, write), ExportSource::Counts(report)) => whole(out, control, |out| write(out, report)),
            (Opened::Counts(out, write), ExportSource::Run(rehearsed)) => {
                let report = rehearsed.report();
                whole(out, control, |out| write(out, &report))
            }
            (Opened::Run(out, write), ExportSource::Run(rehearsed)) => write(out, rehearsed, choices, control, notes),
            (Opened::Store(path, add), ExportSource::Run(rehearsed)) => add(&path, rehearsed, control, notes),
            (Opened::Drawing(..), ExportSource::Counts(_))
            | (Opened::Counts(..), ExportSource::Drawing(_))
            | (Opened::Run(..) | Opened::Store(..), ExportSource::Drawing(_) | ExportSource::Counts(_)) => {
                Err(Failure::Usage("There is no run to export yet.".to_owned()))
            }
        }
    }
}

fn picture(
    out: Output,
    draw: Draw,
    drawing: &Drawing<'_>,
    options: &Options,
    control: &Control,
) -> Result<(), Failure> {
    control.check()?;
    let bytes = draw(drawing, options, control)?;
    whole(out, control, |out| out.write_all(&bytes))
}

/// Writes one form of an export to a path, whole or not at all.
///
/// # Errors
/// As [`ExportFormat::open`] and [`Opened::write`].
pub fn save(
    form: &ExportFormat,
    source: ExportSource<'_>,
    choices: &Choices,
    path: &Path,
    control: &Control,
) -> Result<ExportNotes, Failure> {
    let opened = form.open(path)?;
    control.begin("Writing", 0);
    control.check()?;
    let mut notes = ExportNotes::new();
    opened.write(source, choices, control, &mut notes)?;
    Ok(notes)
}
