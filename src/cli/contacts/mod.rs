//! `dripline contacts generate` and `dripline contacts read`

pub(super) mod read;

use std::path::Path;
use std::sync::Arc;

use crate::campaign::directory::Directory;
use crate::contacts::block::Layout;
use crate::contacts::generator::Generator;
use crate::simulate::run::Control;
use crate::storage::campaign_file::read::read_with;
use crate::storage::contacts_file::write::write_contacts;
use crate::storage::output::Output;
use crate::workbench::failure::Failure;

use crate::cli::args::GenerateOptions;
use crate::cli::result::CommandResult;

/// Contacts generated in one step.
const STRETCH: u64 = 8_192;

/// Runs `dripline contacts generate`.
pub(super) fn generate(options: &GenerateOptions, control: &Arc<Control>) -> Result<CommandResult, Failure> {
    let directory = match &options.campaign {
        Some(path) => read_with(path, control)?.campaign.directory,
        None => Directory::default(),
    };
    let layout = Layout::new(&directory);
    let generator = Generator::new(options.seed, &layout, &directory);
    let out = Output::create(Path::new("-"))?;
    let mut out = if options.excel { out.for_excel() } else { out };
    let stretches = (0..options.count.div_ceil(STRETCH)).map(|number| number * STRETCH);
    let blocks = stretches
        .take_while(|_| !control.is_cancelled())
        .map(|first| generator.block(first, STRETCH.min(options.count - first) as usize));
    let written = write_contacts(&mut out, &layout, blocks);
    control.check()?;
    written.map_err(|error| out.error(error))?;
    out.finish()?;
    Ok(CommandResult::Clean)
}
