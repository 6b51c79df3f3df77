//! `dripline render`

use std::sync::Arc;

use crate::picture::options::Options;
use crate::picture::theme::Theme;
use crate::simulate::run::Control;
use crate::workbench::exports::canvas;
use crate::workbench::exports::export::{Choices, ExportSource, save};
use crate::workbench::failure::Failure;
use crate::workbench::picture::{Drawing, counts, open};

use super::args::RenderOptions;
use super::messages;
use super::progress::TerminalProgress;
use super::result::CommandResult;

/// Runs `dripline render`.
pub(super) fn render(options: &RenderOptions, control: &Arc<Control>) -> Result<CommandResult, Failure> {
    let form = canvas::form(&options.out)?;
    let shown = TerminalProgress::of(control);
    let (campaign, sequence) = open(&options.campaign, options.sequence.as_deref(), control)?;
    let counts = options.report.as_deref().map(|path| counts(path, &campaign, sequence)).transpose()?;
    let theme = if options.dark { Theme::Dark } else { Theme::Light };
    let looks = Options { theme, transparent: options.transparent, scale: options.scale };
    let drawing = Drawing { campaign: &campaign, sequence, counts: counts.as_ref() };
    let choices = Choices { picture: looks, paper: options.paper.0, ..Choices::default() };
    let notes = save(form, ExportSource::Drawing(&drawing), &choices, &options.out, control)?;
    drop(shown);
    notes.iter().for_each(|note| messages::say(note));
    Ok(CommandResult::Clean)
}
