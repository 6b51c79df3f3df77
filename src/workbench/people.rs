//! The sources of a run's contacts, which are read as needed.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::Ordering;

use rayon::prelude::*;

use crate::calendar::Zone;
use crate::campaign::document::Campaign;
use crate::campaign::rehearsal::{People, Person};
use crate::contacts::block::{Layout, Population};
use crate::contacts::generator::Generator;
use crate::contacts::mapping::Overrides;
use crate::contacts::people::population;
use crate::contacts::reading::columns::CellContext;
use crate::simulate::run::Control;
use crate::storage::contacts_file::blocks::{BlockAt, ReadCounts, RejectedRow, gather};
use crate::storage::contacts_file::{ContactsFile, mapping_file};
use crate::storage::run_store::about::StoredContacts;

use super::failure::Failure;
use super::today::today;

/// The source that was asked for.
#[derive(Clone, Debug)]
pub enum ContactsSource {
    /// A contacts file, with the user's changes to its mapping.
    File {
        /// The path of the file.
        path: PathBuf,
        /// The overrides of the guessed mapping.
        overrides: Overrides,
    },
    /// Generated contacts, from a seed.
    Generated {
        /// The number of contacts.
        count: u64,
        /// The seed of the generator.
        seed: u64,
    },
    /// The contacts of the saved rehearsal of this name.
    Rehearsal(String),
}

/// Most generated contacts. More would take a day; the limit makes typing errors harmless.
pub const MOST_GENERATED: u64 = 1_000_000_000;
/// Contacts generated in one step.
const STRETCH: u64 = 8_192;

/// The contacts of a run, ready to be read.
pub enum RunContacts {
    /// Contacts from a file.
    File(Box<ContactsFile>),
    /// Generated contacts: the generator and the number of contacts.
    Generated(Box<Generator>, u64),
    /// Contacts typed by hand, and the counts with the rejected ones.
    Typed(Population, ReadCounts),
}

impl RunContacts {
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
        let target = CellContext { layout, directory: &campaign.directory, zone, today: today(zone) };
        let file = ContactsFile::open_with(path, target, overrides, control)?;
        Ok(RunContacts::File(Box::new(file)))
    }

    /// Contacts to generate.
    ///
    /// # Errors
    /// If there are more than [`MOST_GENERATED`].
    pub fn generated(count: u64, seed: u64, campaign: &Campaign, layout: &Arc<Layout>) -> Result<Self, Failure> {
        if count > MOST_GENERATED {
            return Err(Failure::Usage(format!(
                "{count} contacts are too many: at most {MOST_GENERATED} can be generated"
            )));
        }
        Ok(RunContacts::Generated(Box::new(Generator::new(seed, layout, &campaign.directory)), count))
    }

    /// The contacts of a rehearsal. A relative path is relative to the campaign's folder.
    ///
    /// # Errors
    /// If its file can't be read, or a contact typed by hand has an unknown field.
    pub fn of_rehearsal(
        people: &People,
        folder: &Path,
        campaign: &Campaign,
        layout: &Arc<Layout>,
        zone: &Zone,
        control: &Control,
    ) -> Result<Self, Failure> {
        match people {
            People::Generated { count, seed } => Self::generated(*count, *seed, campaign, layout),
            People::File(path) => {
                Self::file(&folder.join(path), &Overrides::default(), campaign, layout, zone, control)
            }
            People::People(people) => Self::typed(people, campaign, layout, zone),
        }
    }

    fn typed(people: &[Person], campaign: &Campaign, layout: &Arc<Layout>, zone: &Zone) -> Result<Self, Failure> {
        let typed = population(people, layout, &campaign.directory, zone, today(zone))
            .map_err(|error| Failure::Unreadable(format!("the rehearsal's contacts: {error}")))?;
        let population = typed.population;
        let mut counts = all_read(population.len() as u64);
        counts.rejected = typed.rejects.len() as u64;
        counts.cells.not_read = typed.not_read;
        counts.rejects = typed.rejects.into_iter().map(|(line, reason)| RejectedRow { line, reason }).collect();
        Ok(RunContacts::Typed(population, counts))
    }

    /// Saves the mapping of a file that isn't native next to it, unless it is saved already, and returns the path. The
    /// next run reads the file the same way, and the user can edit the mapping.
    ///
    /// # Errors
    /// If it can't be written.
    pub fn keep_mapping(&self, was_overridden: bool) -> Result<Option<PathBuf>, Failure> {
        match self {
            RunContacts::File(file) if file.leaves_to_save(was_overridden) => {
                Ok(Some(mapping_file::save(file.path(), file.mapping())?))
            }
            _ => Ok(None),
        }
    }

    /// Where the contacts come from, in words.
    pub fn words(&self) -> String {
        match self {
            RunContacts::File(file) => format!("file {}", file.path().display()),
            RunContacts::Generated(_, count) => format!("{count} generated"),
            RunContacts::Typed(people, _) => format!("{} typed in", people.len()),
        }
    }

    /// As [`RunContacts::words`], for a file that is passed on: there, the folders of this computer say nothing.
    pub fn words_without_folders(&self) -> String {
        match self {
            RunContacts::File(file) => {
                let path = file.path();
                format!("file {}", path.file_name().unwrap_or(path.as_os_str()).to_string_lossy())
            }
            RunContacts::Generated(..) | RunContacts::Typed(..) => self.words(),
        }
    }

    /// What is being done, for the progress bar.
    pub fn doing(&self) -> &'static str {
        match self {
            RunContacts::File(_) | RunContacts::Typed(..) => "Reading",
            RunContacts::Generated(..) => "Generating contacts",
        }
    }

    /// How the contacts are stored with a run.
    pub fn kept(&self) -> StoredContacts {
        match self {
            RunContacts::Generated(generator, _) => StoredContacts::Generated { seed: generator.seed() },
            RunContacts::File(_) | RunContacts::Typed(..) => StoredContacts::Cells,
        }
    }

    /// The amount to read, in the units of [`Control::done`]: bytes of a file, or contacts.
    pub fn size(&self) -> u64 {
        match self {
            RunContacts::File(file) => file.len_bytes(),
            RunContacts::Generated(_, count) => *count,
            RunContacts::Typed(people, _) => people.len() as u64,
        }
    }

    /// Passes on all contacts block by block, in parallel, in the current rayon pool.
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
            RunContacts::File(file) => {
                let progress = |bytes| control.done.store(bytes, Ordering::Relaxed);
                Ok(file.for_each_block(threads, &progress, &control.cancel, consume)?)
            }
            RunContacts::Generated(generator, count) => {
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
            RunContacts::Typed(people, counts) => {
                let mut first_place = 0;
                for (number, block) in people.blocks().iter().enumerate() {
                    consume(BlockAt { number, first_place, block: block.clone() });
                    first_place += block.len();
                }
                Ok(counts.clone())
            }
        }
    }

    /// Reads all contacts into memory.
    ///
    /// # Errors
    /// Those of [`RunContacts::each_block`].
    pub fn read_all(&self, threads: usize, control: &Control) -> Result<(Population, ReadCounts), Failure> {
        gather(|consume| self.each_block(threads, control, consume))
    }
}

/// The counts of a list without rejected rows.
fn all_read(read: u64) -> ReadCounts {
    ReadCounts { read, ..ReadCounts::default() }
}
