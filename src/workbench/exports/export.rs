//! Describes an export: its name in words, its file formats, what it is written from, and the function that writes it.

use std::fmt;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::picture::counts::ItemCounts;
use crate::picture::options::Options;
use crate::picture::paper::Paper;
use crate::report::people::Filter;
use crate::report::table::Report;
use crate::report::table_zone::TableZone;
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
    /// The label that users see, unique among the exports.
    pub label: &'static str,
    /// The file formats, the usual one first.
    pub forms: &'static [ExportFormat],
    /// Whether it is a picture, so that the picture [`Options`] apply.
    pub is_picture: bool,
    /// Whether it shows times in a zone that can be chosen.
    pub has_times: bool,
    /// How the window's report offers it; `None` if it doesn't.
    pub window: Option<InWindow>,
    /// How `simulate` offers it, as the option `--name`; `None` if it doesn't.
    pub command: Option<InCommand>,
}

/// How the window's report offers an export.
pub struct InWindow {
    /// What part of the rehearsal the file shows, in a sentence; `None` if it is that at the clock's time, which the
    /// window names.
    pub hint: Option<&'static str>,
    /// Whether it is about the followed contact. It is then offered only while a contact is followed.
    pub of_contact: bool,
}

/// The option of `simulate` that asks for an export.
pub struct InCommand {
    /// The position of the option in the list of options, from 0.
    pub place: usize,
    /// The placeholder for the file in the help text: `CSV`.
    pub value: &'static str,
    /// The option's line in the command's help.
    pub help: &'static str,
    /// An ending of the [format](Export::forms) that is used if the file's name has no ending.
    pub otherwise: &'static str,
}

/// A file format of an export.
pub struct ExportFormat {
    /// The file endings of this format, in lower case and without the dot, the usual one first.
    pub endings: &'static [&'static str],
    /// The function that writes the file.
    pub write: ExportWriter,
}

/// The function that writes an export in one format. The variants differ in what they need.
#[derive(Clone, Copy)]
pub enum ExportWriter {
    /// Draws the campaign, with counts if there are any. No run is needed.
    Drawing(Draw),
    /// Draws the campaign as a document with pages. No run is needed.
    Document(DrawDocument),
    /// Writes the counts of a run. No visits are needed.
    Counts(WriteCounts),
    /// Writes a run with all its visits.
    Run(WriteRun),
    /// Adds a run with all its visits to a run store.
    Store(AddToStore),
}

type Draw = fn(&Drawing<'_>, &Options, &Control) -> Result<Vec<u8>, Failure>;
type DrawDocument = fn(&Drawing<'_>, &Choices, &Control, &mut ExportNotes) -> Result<Vec<u8>, Failure>;
type WriteCounts = fn(&mut Watched<'_>, &Report) -> io::Result<()>;
type WriteRun = fn(Output, &RunAtInstant<'_>, &Choices, &Control, &mut ExportNotes) -> Result<(), Failure>;
type AddToStore = fn(&Path, &RunAtInstant<'_>, &Control, &mut ExportNotes) -> Result<(), Failure>;

/// Sentences for the user: what a file leaves out, or how a damaged run store was repaired.
pub type ExportNotes = Vec<String>;

/// The user's choices for an export, besides the file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Choices {
    /// How a picture looks.
    pub picture: Options,
    /// The contact that the export is about, by its position in the list.
    pub contact: Option<u64>,
    /// Whose local time a table for people shows.
    pub zone: TableZone,
    /// The size of a document's pages.
    pub paper: Paper,
    /// The filter of the report's list of contacts, for the export of that list.
    pub filter: Filter,
}

/// What an export is written from.
#[derive(Clone, Copy)]
pub enum ExportSource<'a> {
    /// A sequence, without a run.
    Drawing(&'a Drawing<'a>),
    /// The counts of a run without its visits.
    Counts(&'a Report),
    /// A run at an instant of the clock.
    Run(&'a RunAtInstant<'a>),
}

/// An export that is ready to be written. Dropping this before it is written leaves no file.
pub enum Opened {
    /// An open file for a drawing of the campaign, and its writer.
    Drawing(Output, Draw),
    /// An open file for a document with a drawing of the campaign, and its writer.
    Document(Output, DrawDocument),
    /// An open file for the counts of a run, and its writer.
    Counts(Output, WriteCounts),
    /// An open file for a run with all of its visits, and its writer.
    Run(Output, WriteRun),
    /// The path of the run store that the run is added to, and its writer.
    Store(PathBuf, AddToStore),
}

impl Export {
    /// Whether nothing can be written before a rehearsal was run.
    pub fn needs_run(&self) -> bool {
        self.forms.iter().any(|form| !matches!(form.write, ExportWriter::Drawing(_) | ExportWriter::Document(_)))
    }

    /// The usual ending of each format.
    pub fn endings(&self) -> impl Iterator<Item = &'static str> {
        self.forms.iter().map(|form| form.endings[0])
    }

    /// The ending that is proposed.
    pub fn usual_ending(&self) -> &'static str {
        self.forms[0].endings[0]
    }

    /// The format for a path's ending.
    ///
    /// # Errors
    /// If no format has this ending.
    pub fn form(&self, path: &Path) -> Result<&'static ExportFormat, Failure> {
        self.form_of(&endings::of(path)).ok_or_else(|| {
            let endings: Vec<String> = self.endings().map(|ending| format!(".{ending}")).collect();
            let (last, others) = endings.split_last().map_or(("", &[][..]), |(last, others)| (last, others));
            let others = if others.is_empty() { String::new() } else { format!("{} or ", others.join(", ")) };
            Failure::Usage(format!("Name a file that ends in {others}{last}."))
        })
    }

    /// The format with this ending, which is in lower case; `None` if there is none.
    pub fn form_of(&self, ending: &str) -> Option<&'static ExportFormat> {
        self.forms.iter().find(|form| form.endings.contains(&ending))
    }
}

/// Two exports are equal if they have the same label.
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
    /// Whether writing needs a run with all its visits.
    pub fn needs_visits(&self) -> bool {
        matches!(self.write, ExportWriter::Run(_) | ExportWriter::Store(_))
    }

    /// Opens the file. If it can't be written, this is reported before the work starts.
    ///
    /// # Errors
    /// If the file can't be written.
    pub fn open(&self, path: &Path) -> Result<Opened, Failure> {
        Ok(match self.write {
            ExportWriter::Drawing(draw) => Opened::Drawing(Output::create(path)?, draw),
            ExportWriter::Document(draw) => Opened::Document(Output::create(path)?, draw),
            ExportWriter::Counts(write) => Opened::Counts(Output::create(path)?, write),
            ExportWriter::Run(write) => Opened::Run(Output::create(path)?, write),
            ExportWriter::Store(add) => Opened::Store(path.to_owned(), add),
        })
    }
}

impl Opened {
    /// Writes the export completely, or not at all. Uses the rayon pool that it is called in.
    ///
    /// # Errors
    /// If a run is needed and there is none, the file can't be written, it would be too large, or it was cancelled.
    pub fn write(
        self,
        source: ExportSource<'_>,
        choices: &Choices,
        control: &Control,
        notes: &mut ExportNotes,
    ) -> Result<(), Failure> {
        match (self, source) {
            (Opened::Drawing(out, draw), ExportSource::Drawing(drawing)) => {
                drawn(out, control, || draw(drawing, &choices.picture, control))
            }
            (Opened::Document(out, draw), ExportSource::Drawing(drawing)) => {
                drawn(out, control, || draw(drawing, choices, control, notes))
            }
            (Opened::Drawing(out, draw), ExportSource::Run(rehearsed)) => {
                let counts = ItemCounts::of(&rehearsed.report());
                drawn(out, control, || draw(&rehearsed.drawing(&counts), &choices.picture, control))
            }
            (Opened::Document(out, draw), ExportSource::Run(rehearsed)) => {
                let counts = ItemCounts::of(&rehearsed.report());
                drawn(out, control, || draw(&rehearsed.drawing(&counts), choices, control, notes))
            }
            (Opened::Counts(out, write), ExportSource::Counts(report)) => whole(out, control, |out| write(out, report)),
            (Opened::Counts(out, write), ExportSource::Run(rehearsed)) => {
                let report = rehearsed.report();
                whole(out, control, |out| write(out, &report))
            }
            (Opened::Run(out, write), ExportSource::Run(rehearsed)) => write(out, rehearsed, choices, control, notes),
            (Opened::Store(path, add), ExportSource::Run(rehearsed)) => add(&path, rehearsed, control, notes),
            (Opened::Drawing(..) | Opened::Document(..), ExportSource::Counts(_))
            | (Opened::Counts(..), ExportSource::Drawing(_))
            | (Opened::Run(..) | Opened::Store(..), ExportSource::Drawing(_) | ExportSource::Counts(_)) => {
                Err(Failure::Usage("There is no run to export yet.".to_owned()))
            }
        }
    }
}

fn drawn(out: Output, control: &Control, draw: impl FnOnce() -> Result<Vec<u8>, Failure>) -> Result<(), Failure> {
    control.check()?;
    let bytes = draw()?;
    whole(out, control, |out| out.write_all(&bytes))
}

/// Writes an export to a path in one format, completely or not at all.
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
