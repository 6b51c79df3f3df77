//! The options of `simulate` for exports, taken from the register of exports in `workbench::exports`.

use std::path::{Path, PathBuf};

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, Args, Command, Error, FromArgMatches, value_parser};

use crate::contacts::block::Population;
use crate::picture::paper::Paper;
use crate::report::table_zone::TableZone;
use crate::storage::endings;
use crate::workbench::exports::export::{Choices, Export, ExportFormat, ExportWriter};
use crate::workbench::exports::in_command;
use crate::workbench::exports::planned::{PLANNED, PLANNED_FOR_ONE};
use crate::workbench::failure::Failure;
use crate::workbench::files::usual_paper;

const TIMES: &str = "times";
const CAMPAIGN: &str = "campaign";
const CONTACT: &str = "contact";
const PAPER: &str = "paper";
const EXCEL: &str = "excel";
const OF_CONTACT: &str = "contact";

/// The option for a calendar of one contact.
fn contact() -> Arg {
    let help = "Only the contact with this id in --calendar";
    Arg::new(OF_CONTACT).long(OF_CONTACT).value_name("ID").allow_hyphen_values(true).requires(PLANNED.name).help(help)
}

/// The option for CSV that Excel reads best.
fn excel() -> Arg {
    let help = "Write CSV for Excel: with a byte-order mark, and CRLF at the ends of rows";
    Arg::new(EXCEL).long(EXCEL).action(ArgAction::SetTrue).help(help)
}

/// The option for the size of a PDF's pages.
fn paper() -> Arg {
    let names = Paper::ALL.map(Paper::word);
    let help = "Size of the pages of a PDF (default: the usual one in your country)";
    Arg::new(PAPER).long(PAPER).value_name("SIZE").value_parser(PossibleValuesParser::new(names)).help(help)
}

/// The size that the option names, or the usual one.
fn chosen_paper(matches: &ArgMatches) -> Paper {
    let named = matches.get_one::<String>(PAPER);
    let named = named.and_then(|name| Paper::ALL.into_iter().find(|paper| paper.word() == name));
    named.unwrap_or_else(usual_paper)
}

/// The option for the size of a PDF's pages, as a group of its own.
#[derive(Clone, Copy, Debug, Default)]
pub struct PaperOption(pub Paper);

impl Args for PaperOption {
    fn augment_args(command: Command) -> Command {
        command.arg(paper())
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl FromArgMatches for PaperOption {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, Error> {
        Ok(Self(chosen_paper(matches)))
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

/// The exports that the options name, each with the file to write.
#[derive(Clone, Debug, Default)]
pub struct ExportOptions {
    wanted: Vec<(&'static Export, PathBuf)>,
    choices: Choices,
    contact: Option<String>,
}

/// An export that an option names.
pub(super) struct WantedExport<'a> {
    /// The kind of file.
    pub(super) form: &'static ExportFormat,
    /// The path to write.
    pub(super) path: &'a Path,
    /// Whether the file is about what comes after the clock, which then shows the beginning.
    pub(super) is_ahead: bool,
}

impl ExportOptions {
    /// The kind of file of each export that the options name, with the path to write. A name without an ending gets
    /// the usual kind.
    ///
    /// # Errors
    /// If a name has an ending that its export doesn't come as.
    pub(super) fn forms(&self) -> Result<Vec<WantedExport<'_>>, Failure> {
        let form = |(export, path): &(&'static Export, PathBuf)| {
            let export = match self.contact {
                Some(_) if **export == PLANNED => &PLANNED_FOR_ONE,
                _ => export,
            };
            let otherwise = export.form_of(export.command.as_ref().map_or(export.usual_ending(), |it| it.otherwise));
            otherwise.filter(|_| endings::of(path).is_empty()).map_or_else(|| export.form(path), Ok)
        };
        let named = |wanted: &'_ (&'static Export, PathBuf)| match form(wanted) {
            Ok(form) => Ok(form),
            Err(failure) => Err(Failure::Usage(format!("--{} {}: {failure}", wanted.0.name, wanted.1.display()))),
        };
        let forms = self.wanted.iter().map(|wanted| {
            Ok(WantedExport { form: named(wanted)?, path: wanted.1.as_path(), is_ahead: *wanted.0 == PLANNED })
        });
        let forms: Vec<WantedExport<'_>> = forms.collect::<Result<_, Failure>>()?;
        if self.choices.for_excel && !forms.iter().any(|wanted| wanted.form.is_csv()) {
            return Err(Failure::Usage("--excel is for CSV. Name a result that ends in .csv".to_owned()));
        }
        Ok(forms)
    }

    /// The choices that the options make for all exports.
    pub(super) fn choices(&self) -> &Choices {
        &self.choices
    }

    /// The choices, for a run of these contacts.
    ///
    /// # Errors
    /// If no contact has the id that the options name.
    pub(super) fn choices_for(&self, contacts: &Population) -> Result<Choices, Failure> {
        let contact = match &self.contact {
            None => None,
            Some(id) => {
                let place = contacts.find(id).ok_or_else(|| Failure::Usage(format!("there is no contact `{id}`")))?;
                Some(place as u64)
            }
        };
        Ok(Choices { contact, ..self.choices.clone() })
    }

    /// Checks that at most one result goes to standard output (`-`), that a run store goes to a file, and that no two
    /// results go to the same file, or to one of these that are `read`.
    ///
    /// # Errors
    /// If more than one result, or a run store, would go to standard output, or a file would be replaced.
    pub(super) fn check(&self, read: &[&Path]) -> Result<(), Failure> {
        self.check_files(read)?;
        let on_stdout = || self.wanted.iter().filter(|(_, path)| path == Path::new("-"));
        let is_store = |export: &Export| export.forms.iter().any(|form| matches!(form.write, ExportWriter::Store(_)));
        if let Some((export, _)) = on_stdout().find(|(export, _)| is_store(export)) {
            return Err(Failure::Usage(format!("--{} needs the name of a file", export.name)));
        }
        match on_stdout().count() {
            0 | 1 => Ok(()),
            _ => Err(Failure::Usage("only one result can go to standard output. Name files for the others".to_owned())),
        }
    }
}

impl ExportOptions {
    /// The check of files. Devices such as `/dev/null` can be written several times.
    fn check_files(&self, read: &[&Path]) -> Result<(), Failure> {
        let is_file = |path: &Path| std::fs::metadata(path).map_or(path != Path::new("-"), |there| there.is_file());
        let full = |path: &Path| path.canonicalize().or_else(|_| std::path::absolute(path)).ok();
        let mut taken: Vec<Option<PathBuf>> = Vec::new();
        for (export, path) in self.wanted.iter().filter(|(_, path)| is_file(path)) {
            let name = path.display();
            let own = full(path);
            if read.iter().any(|read| own.is_some() && full(read) == own) {
                let why = "would replace a file that this run reads. Name another file";
                return Err(Failure::Usage(format!("--{} {name}: it {why}", export.name)));
            }
            if own.is_some() && taken.contains(&own) {
                let why = "another result goes to the same file. Name a file for each";
                return Err(Failure::Usage(format!("--{} {name}: {why}", export.name)));
            }
            taken.push(own);
        }
        Ok(())
    }
}

impl Args for ExportOptions {
    fn augment_args(command: Command) -> Command {
        let command = in_command().into_iter().fold(command, |command, export| match &export.command {
            None => command,
            Some(option) => {
                let arg = Arg::new(export.name).long(export.name).value_name(option.value);
                command.arg(arg.help(option.help).value_parser(value_parser!(PathBuf)))
            }
        });
        let times = Arg::new(TIMES).long(TIMES).value_name("WHOSE").value_parser([CAMPAIGN, CONTACT]);
        let help = "Whose local time --visits, --actions and --given show";
        command.arg(times.default_value(CAMPAIGN).help(help)).arg(paper()).arg(excel()).arg(contact())
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl FromArgMatches for ExportOptions {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, Error> {
        let path = |export: &'static Export| Some((export, matches.get_one::<PathBuf>(export.name)?.clone()));
        let is_contact = matches.get_one::<String>(TIMES).is_some_and(|whose| whose == CONTACT);
        let zone = if is_contact { TableZone::Contact } else { TableZone::Campaign };
        let for_excel = matches.get_flag(EXCEL);
        let choices = Choices { zone, paper: chosen_paper(matches), for_excel, ..Choices::default() };
        let contact = matches.get_one::<String>(OF_CONTACT).cloned();
        Ok(Self { wanted: in_command().into_iter().filter_map(path).collect(), choices, contact })
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}
