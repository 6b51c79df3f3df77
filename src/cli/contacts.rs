//! `dripline contacts generate`

use std::path::Path;
use std::sync::Arc;

use crate::campaign::directory::Directory;
use crate::contacts::block::Layout;
use crate::contacts::generator::Generator;
use crate::simulate::run::Control;
use crate::storage::campaign_file::read::read;
use crate::storage::contacts_file::write::ContactsWriter;
use crate::storage::output::Output;
use crate::workbench::failure::Failure;

use super::Done;
use super::args::GenerateOptions;

/// So many people are made up at a stretch.
const STRETCH: u64 = 8_192;

/// Runs it.
pub(super) fn generate(options: &GenerateOptions, control: &Arc<Control>) -> Result<Done, Failure> {
    let directory = match &options.campaign {
        Some(path) => read(path)?.campaign.directory,
        None => Directory::default(),
    };
    let layout = Layout::new(&directory);
    let generator = Generator::new(options.seed, &layout, &directory);
    let mut out = Output::create(Path::new("-"))?;
    let mut writer = ContactsWriter::new(&layout);
    writer.header(&mut out).map_err(|error| out.error(error))?;
    let mut first = 0;
    while first < options.count {
        control.check()?;
        let block = generator.block(first, STRETCH.min(options.count - first) as usize);
        writer.block(&mut out, &block).map_err(|error| out.error(error))?;
        first += STRETCH;
    }
    out.finish()?;
    Ok(Done::Well)
}
