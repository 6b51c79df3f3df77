//! The arguments of every command.

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use clap::{Args as Options, Parser, Subcommand};

use crate::calendar::zone::data_version;
use crate::calendar::{DateTime, Instant};
use crate::picture::options::{LARGEST_SCALE, SMALLEST_SCALE};
use crate::workbench::scene::Request;

use super::exports::{ExportOptions, PaperOption};

const LEGEND: &str = "\
Exit status: 0 done; 1 `check` found an error, or no display for the window; 2 wrong usage; 3 a
file that can't be read or isn't what it should be; 4 a file that can't be written; 130 interrupted.

More help: `dripline --help effects` lists what each item would do, and its output format,
`dripline --help findings` lists what `check` looks for.";

/// Draw a marketing sequence, rehearse it on simulated contacts, and see when every item really
/// runs, and why not. Nothing is ever sent.
#[derive(Debug, Parser)]
#[command(name = "dripline", version = version(), after_help = LEGEND)]
pub struct Args {
    /// The command; `None` opens the window.
    #[command(subcommand)]
    pub command: Option<CliCommand>,
}

fn version() -> &'static str {
    static VERSION: LazyLock<String> =
        LazyLock::new(|| format!("{} (zone data {})", env!("CARGO_PKG_VERSION"), data_version()));
    &VERSION
}

/// The commands of the program.
#[derive(Debug, Subcommand)]
pub enum CliCommand {
    /// Open a campaign in the window (`dripline` alone opens the last one, or a sample)
    Open {
        /// The campaign file, NAME.dripline or NAME.ron
        #[arg(value_name = "FILE")]
        campaign: PathBuf,
    },
    /// Run a sequence for a list of contacts, and report what ran, was skipped, waits or is held
    Simulate(SimulateOptions),
    /// List the problems of a campaign, worst first
    Check(CheckOptions),
    /// Explain one contact: why each item ran, was skipped, waits or is held, and when
    Explain(ExplainOptions),
    /// Draw a sequence as a picture: SVG, PNG or PDF
    Render(RenderOptions),
    /// Generate contacts
    #[command(subcommand)]
    Contacts(ContactsCommand),
}

/// The commands for contacts.
#[derive(Debug, Subcommand)]
pub enum ContactsCommand {
    /// Write generated contacts as CSV to standard output
    Generate(GenerateOptions),
    /// Say how a contacts file is read: its columns, what can't be read, which rows are rejected
    Read(ReadOptions),
}

/// The options of `dripline contacts read`.
#[derive(Debug, Options)]
pub struct ReadOptions {
    /// The contacts: a CSV file, a spreadsheet (.xlsx, .xls, .ods) or a zip with one
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// The campaign whose custom fields, tags and users the columns can go into
    #[arg(long, value_name = "FILE")]
    pub campaign: Option<PathBuf>,
    /// How the file is read
    #[command(flatten)]
    pub mapping: MappingOptions,
    /// Write everything that isn't read as CSV: each cell and each rejected row, with line, column, kind, text and
    /// reason (`-` is standard output, instead of the text)
    #[arg(long, value_name = "CSV")]
    pub not_read: Option<PathBuf>,
    /// Write that CSV for Excel: with a byte-order mark, and CRLF at the ends of rows
    #[arg(long, requires = "not_read")]
    pub excel: bool,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

/// The options for reading a contacts file.
#[derive(Clone, Debug, Default, Options)]
pub struct MappingOptions {
    /// Read FIELD from the column of this name (can be repeated)
    #[arg(long = "map", value_name = "FIELD=COLUMN", value_parser = pair)]
    pub map: Vec<(String, String)>,
    /// How dates are written, such as YYYY-MM-DD, MM/DD/YYYY or D.M.YYYY
    #[arg(long, value_name = "F")]
    pub date_format: Option<String>,
    /// The sign between the tags of a cell, such as , or ; (empty: a cell is one tag)
    #[arg(long, value_name = "SIGN")]
    pub tag_separator: Option<String>,
    /// The sheet to read, or the file in a zip (default: the first with columns of contacts)
    #[arg(long, value_name = "NAME")]
    pub sheet: Option<String>,
    /// Reject rows with a cell that can't be read, and end with status 3 if there are any
    #[arg(long)]
    pub strict: bool,
}

/// The options for what part of a campaign is run, and when.
#[derive(Clone, Debug, Options)]
pub struct SceneOptions {
    /// The sequence (default: the first, or the rehearsal's)
    #[arg(long, value_name = "NAME")]
    pub sequence: Option<String>,
    /// Entry time for contacts that have none, YYYY-MM-DDTHH:MM in the campaign's zone (default: now)
    #[arg(long, value_name = "LOCAL", value_parser = local)]
    pub enter: Option<DateTime>,
    /// When the run ends, YYYY-MM-DDTHH:MM in the campaign's zone (default: when no contact waits any more, or 2099)
    #[arg(long, value_name = "LOCAL", value_parser = local)]
    pub until: Option<DateTime>,
}

impl SceneOptions {
    /// The request for [`crate::workbench`]; `now` is the current time.
    pub fn request(&self, campaign: &Path, now: Instant) -> Request {
        Request {
            campaign: campaign.to_owned(),
            sequence: self.sequence.clone(),
            enter: self.enter,
            until: self.until,
            now,
        }
    }
}

/// The options of `dripline simulate`.
#[derive(Debug, Options)]
#[command(group = clap::ArgGroup::new("people").required(true).args(["contacts", "generate", "rehearsal"]))]
pub struct SimulateOptions {
    /// The campaign file, NAME.dripline or NAME.ron
    #[arg(value_name = "CAMPAIGN")]
    pub campaign: PathBuf,
    /// Take the contacts from a contacts file: CSV, a spreadsheet (.xlsx, .xls, .ods) or a zip with one
    #[arg(long, value_name = "FILE")]
    pub contacts: Option<PathBuf>,
    /// The options for reading the contacts file
    #[command(flatten)]
    pub mapping: MappingOptions,
    /// Number of contacts to generate
    #[arg(long, value_name = "N")]
    pub generate: Option<u64>,
    /// Variation of the generated contacts: the same number gives the same contacts on every computer
    #[arg(long, value_name = "S", default_value_t = 1)]
    pub seed: u64,
    /// Run a rehearsal that is saved in the campaign
    #[arg(long, value_name = "NAME")]
    pub rehearsal: Option<String>,
    /// The options for what is run, and when
    #[command(flatten)]
    pub scene: SceneOptions,
    /// What is written, and where
    #[command(flatten)]
    pub exports: ExportOptions,
    /// Number of threads to use (default: one for each core); the results are always the same
    #[arg(long, value_name = "N", default_value_t = 0, hide_default_value = true)]
    pub threads: usize,
}

/// The options of `dripline check`.
#[derive(Debug, Options)]
pub struct CheckOptions {
    /// The campaign file, NAME.dripline or NAME.ron
    #[arg(value_name = "CAMPAIGN")]
    pub campaign: PathBuf,
    /// Take contacts from a contacts file (CSV, a spreadsheet or a zip), for the problems that depend on contacts. Without contacts, dates are
    /// compared with the start of the sequence's rehearsal, or with today
    #[arg(long, value_name = "FILE", conflicts_with = "generate")]
    pub contacts: Option<PathBuf>,
    /// The options for reading the contacts file
    #[command(flatten)]
    pub mapping: MappingOptions,
    /// Number of contacts to generate, for the problems that depend on contacts
    #[arg(long, value_name = "N")]
    pub generate: Option<u64>,
    /// Variation of the generated contacts
    #[arg(long, value_name = "S", default_value_t = 1)]
    pub seed: u64,
    /// Entry time for contacts that have none, YYYY-MM-DDTHH:MM in the campaign's zone
    #[arg(long, value_name = "LOCAL", value_parser = local)]
    pub enter: Option<DateTime>,
    /// Print a JSON list of {code, severity, sequence, item, message, help}
    #[arg(long)]
    pub json: bool,
}

/// The options of `dripline explain`.
#[derive(Debug, Options)]
pub struct ExplainOptions {
    /// The campaign file, NAME.dripline or NAME.ron
    #[arg(value_name = "CAMPAIGN")]
    pub campaign: PathBuf,
    /// Take the contacts from a contacts file: CSV, a spreadsheet (.xlsx, .xls, .ods) or a zip with one
    #[arg(long, value_name = "FILE")]
    pub contacts: PathBuf,
    /// The options for reading the contacts file
    #[command(flatten)]
    pub mapping: MappingOptions,
    /// The id of the contact to explain
    #[arg(long, value_name = "ID", allow_hyphen_values = true)]
    pub contact: String,
    /// Only the item with this id
    #[arg(long, value_name = "ID")]
    pub item: Option<u64>,
    /// The options for what is run, and when
    #[command(flatten)]
    pub scene: SceneOptions,
}

/// The options of `dripline render`.
#[derive(Debug, Options)]
pub struct RenderOptions {
    /// The campaign file, NAME.dripline or NAME.ron
    #[arg(value_name = "CAMPAIGN")]
    pub campaign: PathBuf,
    /// The picture to write, a file that ends in .svg, .png or .pdf
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
    /// The sequence (default: the first)
    #[arg(long, value_name = "NAME")]
    pub sequence: Option<String>,
    /// Show on each item its numbers from a report of `simulate --report`
    #[arg(long, value_name = "JSON")]
    pub report: Option<PathBuf>,
    /// Use the dark theme
    #[arg(long)]
    pub dark: bool,
    /// Leave the background transparent
    #[arg(long)]
    pub transparent: bool,
    /// Scale of the picture: at 1, an item is 64 pixels wide
    #[arg(long, value_name = "N", default_value_t = 1.0, value_parser = scale)]
    pub scale: f32,
    /// The size of a PDF's pages
    #[command(flatten)]
    pub paper: PaperOption,
}

/// The options of `dripline contacts generate`.
#[derive(Debug, Options)]
pub struct GenerateOptions {
    /// Number of contacts
    #[arg(value_name = "N")]
    pub count: u64,
    /// Variation: the same number gives the same contacts on every computer
    #[arg(long, value_name = "S", default_value_t = 1)]
    pub seed: u64,
    /// Also fill the custom fields, tags and owners of this campaign
    #[arg(long, value_name = "FILE")]
    pub campaign: Option<PathBuf>,
    /// Write the CSV for Excel: with a byte-order mark, and CRLF at the ends of rows
    #[arg(long)]
    pub excel: bool,
}

fn local(text: &str) -> Result<DateTime, String> {
    DateTime::parse_minutes(text).ok_or_else(|| "expected a date and time such as 2026-03-02T09:00".to_owned())
}

fn scale(text: &str) -> Result<f32, String> {
    let number = text.parse::<f32>().ok().filter(|number| (SMALLEST_SCALE..=LARGEST_SCALE).contains(number));
    number.ok_or_else(|| format!("expected a number from {SMALLEST_SCALE} to {LARGEST_SCALE}, such as 2"))
}

fn pair(text: &str) -> Result<(String, String), String> {
    let (field, column) = text.split_once('=').ok_or("expected FIELD=COLUMN, such as email=\"E-Mail\"")?;
    Ok((field.to_owned(), column.to_owned()))
}
