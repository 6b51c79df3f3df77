//! `dripline render`

use std::sync::Arc;

use crate::picture::options::Options;
use crate::picture::theme::Theme;
use crate::simulate::run::Control;
use crate::workbench::failure::Failure;
use crate::workbench::picture::{Format, Wanted, counts, open, save};

use super::Done;
use super::args::RenderOptions;
use super::progress::Shown;

/// Runs `dripline render`.
pub(super) fn render(options: &RenderOptions, control: &Arc<Control>) -> Result<Done, Failure> {
    let format = Format::of(&options.out)?;
    let shown = Shown::of(control);
    let (campaign, sequence) = open(&options.campaign, options.sequence.as_deref(), control)?;
    let counts = options.report.as_deref().map(|path| counts(path, &campaign, sequence)).transpose()?;
    let theme = if options.dark { Theme::Dark } else { Theme::Light };
    let looks = Options { theme, transparent: options.transparent, scale: options.scale };
    let wanted = Wanted { format, options: looks, counts: counts.as_ref() };
    save(&campaign, sequence, &wanted, &options.out, control)?;
    drop(shown);
    Ok(Done::Well)
}
