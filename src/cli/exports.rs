//! The options of `simulate` for exports, taken from the register of exports in `workbench::exports`.

use std::path::{Path, PathBuf};

use clap::{Arg, ArgMatches, Args, Command, Error, FromArgMatches, value_parser};

use crate::workbench::exports::export::{Export, ExportFormat, ExportWriter};
use crate::workbench::exports::in_command;
use crate::workbench::failure::Failure;

/// The exports that the options name, each with the file to write.
#[derive(Clone, Debug, Default)]
pub struct ExportOptions {
    wanted: Vec<(&'static Export, PathBuf)>,
}

impl ExportOptions {
    /// The kind of file of each export that the options name, with the path to write.
    pub(super) fn forms(&self) -> Vec<(&'static ExportFormat, &Path)> {
        let form = |(export, path): &'_ (&'static Export, PathBuf)| {
            let otherwise = export.command.as_ref().and_then(|command| export.form_of(command.otherwise));
            export.form(path).ok().or(otherwise)
        };
        self.wanted.iter().filter_map(|wanted| Some((form(wanted)?, wanted.1.as_path()))).collect()
    }

    /// Checks that at most one result goes to standard output (`-`), and that a run store goes to a file.
    ///
    /// # Errors
    /// If more than one result, or a run store, would go to standard output.
    pub(super) fn check(&self) -> Result<(), Failure> {
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

impl Args for ExportOptions {
    fn augment_args(command: Command) -> Command {
        in_command().into_iter().fold(command, |command, export| match &export.command {
            None => command,
            Some(option) => {
                let arg = Arg::new(export.name).long(export.name).value_name(option.value);
                command.arg(arg.help(option.help).value_parser(value_parser!(PathBuf)))
            }
        })
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl FromArgMatches for ExportOptions {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, Error> {
        let path = |export: &'static Export| Some((export, matches.get_one::<PathBuf>(export.name)?.clone()));
        Ok(Self { wanted: in_command().into_iter().filter_map(path).collect() })
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}
