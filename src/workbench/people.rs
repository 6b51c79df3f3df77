//! Where the people of a run come from, read as they are needed.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::Ordering;

use rayon::prelude::*;

use crate::calendar::Zone;
use crate::campaign::document::Campaign;
use crate::campaign::rehearsal::{People as RehearsalPeople, Person};
use crate::contacts::block::{Layout, Population};
use crate::contacts::generator::Generator;
use crate::contacts::mapping::Overrides;
use crate::contacts::people::population;
use crate::simulate::run::Control;
use crate::storage::contacts_file::blocks::{BlockAt, ReadCounts, RejectedRow, gather};
use crate::storage::contacts_file::{ContactsFile, Target, mapping_file};
use crate::storage::run_store::about::KeptPeople;

use super::failure::Failure;

/// What was asked for.
#[derive(Clone, Debug)]
pub enum Source {
    /// A contacts file, and what was said about its columns.
    File {
        /// The file.
        path: PathBuf,
        /// What overrides the guessed mapping.
        overrides: Overrides,
    },
    /// Made-up people.
    Generated {
        /// How many.
        count: u64,
        /// Which ones.
        seed: u64,
    },
    /// The people of a saved rehearsal.
    Rehearsal(String),
}

/// More made-up people than this would take a day to look at; it keeps a slip of the key harmless.
pub const MOST_GENERATED: u64 = 1_000_000_000;
/// So many people are made up at a stretch.
const STRETCH: u64 = 8_192;

/// People, ready to be read.
pub enum People {
    /// From a file.
    File(Box<ContactsFile>),
    /// Made up.
    Generated(Box<Generator>, u64),
    /// Typed in by hand, and those of them that could not be read.
    Typed(Population, ReadCounts),
}

impl People {
    /// Opens a contacts file.
    ///
    /// # Errors
    /// If it can't be read or mapped, or was cancelled.
    pub fn file(
        path: &Path,
        overrides: &Overrides,
        campaign: &Campaign,
        layout: &Arc<Layout>,
        zone: &Zone,
        control: &Control,
    ) -> Result<Self, Failure> {
        let target = Target { layout, directory: &campaign.directory, zone };
        let file = ContactsFile::open_with(path, target, overrides, control)?;
        Ok(People::File(Box::new(file)))
    }

    /// Makes people up.
    ///
    /// # Errors
    /// If there are too many.
    pub fn generated(count: u64, seed: u64, campaign: &Campaign, layout: &Arc<Layout>) -> Result<Self, Failure> {
        if count > MOST_GENERATED {
            return Err(Failure::Usage(format!(
                "{count} people are too many: at most {MOST_GENERATED} can be generated"
            )));
        }
        Ok(People::Generated(Box::new(Generator::new(seed, layout, &campaign.directory)), count))
    }

    /// The people of a rehearsal; a file's path counts from the campaign's folder.
    ///
    /// # Errors
    /// If its file can't be read, or a person typed in by hand is none.
    pub fn of_rehearsal(
        people: &RehearsalPeople,
        folder: &Path,
        campaign: &Campaign,
        layout: &Arc<Layout>,
        zone: &Zone,
        control: &Control,
    ) -> Result<Self, Failure> {
        match people {
            RehearsalPeople::Generated { count, seed } => Self::generated(*count, *seed, campaign, layout),
            RehearsalPeople::File(path) => {
                Self::file(&folder.join(path), &Overrides::default(), campaign, layout, zone, control)
            }
            RehearsalPeople::People(people) => Self::typed(people, campaign, layout, zone),
        }
    }

    fn typed(people: &[Person], campaign: &Campaign, layout: &Arc<Layout>, zone: &Zone) -> Result<Self, Failure> {
        let (population, rejects) = population(people, layout, &campaign.directory, zone)
            .map_err(|error| Failure::Unreadable(format!("the rehearsal's people: {error}")))?;
        let mut counts = all_read(population.len() as u64);
        counts.rejected = rejects.len() as u64;
        counts.rejects = rejects.into_iter().map(|(line, reason)| RejectedRow { line, reason }).collect();
        Ok(People::Typed(population, counts))
    }

    /// Keeps the mapping of a stranger's file beside it, where it is not kept as it is already, and
    /// tells where. The next run reads the file the same way, and a person can change it there.
    ///
    /// # Errors
    /// If it can't be written.
    pub fn keep_mapping(&self, was_overridden: bool) -> Result<Option<PathBuf>, Failure> {
        match self {
            People::File(file) if !file.mapping().exact && (was_overridden || !file.has_saved_mapping()) => {
                Ok(Some(mapping_file::save(file.path(), file.mapping())?))
            }
            _ => Ok(None),
        }
    }

    /// Where they come from, in words.
    pub fn words(&self) -> String {
        match self {
            People::File(file) => format!("file {}", file.path().display()),
            People::Generated(_, count) => format!("{count} generated"),
            People::Typed(people, _) => format!("{} typed in", people.len()),
        }
    }

    /// What is done to have them all, as progress says it.
    pub fn doing(&self) -> &'static str {
        match self {
            People::File(_) | People::Typed(..) => "Reading",
            People::Generated(..) => "Making people",
        }
    }

    /// How they are kept with a run of them.
    pub fn kept(&self) -> KeptPeople {
        match self {
            People::Generated(generator, _) => KeptPeople::Generated { seed: generator.seed() },
            People::File(_) | People::Typed(..) => KeptPeople::Cells,
        }
    }

    /// How much there is to read, in the units of [`Control::done`]: bytes of a file, or contacts.
    pub fn size(&self) -> u64 {
        match self {
            People::File(file) => file.len_bytes(),
            People::Generated(_, count) => *count,
            People::Typed(people, _) => people.len() as u64,
        }
    }

    /// Hands over all people block by block, in parallel, in the current rayon pool.
    ///
    /// # Errors
    /// If the file can't be read to its end, or it was cancelled.
    pub fn each_block(
        &self,
        threads: usize,
        control: &Control,
        consume: &(dyn Fn(BlockAt) + Sync),
    ) -> Result<ReadCounts, Failure> {
        match self {
            People::File(file) => {
                let progress = |bytes| control.done.store(bytes, Ordering::Relaxed);
                Ok(file.for_each_block(threads, &progress, &control.cancel, consume)?)
            }
            People::Generated(generator, count) => {
                (0..count.div_ceil(STRETCH)).into_par_iter().for_each(|number| {
                    if control.is_cancelled() {
                        return;
                    }
                    let first = number * STRETCH;
                    let block = generator.block(first, STRETCH.min(count - first) as usize);
                    control.done.fetch_add(block.len() as u64, Ordering::Relaxed);
                    consume(BlockAt { number: number as usize, first_place: first as usize, block });
                });
                control.check()?;
                Ok(all_read(*count))
            }
            People::Typed(people, counts) => {
                let mut first_place = 0;
                for (number, block) in people.blocks().iter().enumerate() {
                    consume(BlockAt { number, first_place, block: block.clone() });
                    first_place += block.len();
                }
                Ok(counts.clone())
            }
        }
    }

    /// Reads all people into memory.
    ///
    /// # Errors
    /// As [`People::each_block`].
    pub fn read_all(&self, threads: usize, control: &Control) -> Result<(Population, ReadCounts), Failure> {
        gather(|consume| self.each_block(threads, control, consume))
    }
}

/// The counts of a list without a bad row.
fn all_read(read: u64) -> ReadCounts {
    ReadCounts { read, ..ReadCounts::default() }
}
