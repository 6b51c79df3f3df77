//! The contacts that a preview is filled for.

use std::path::Path;
use std::sync::Arc;

use crate::calendar::{Date, Instant};
use crate::campaign::document::Campaign;
use crate::campaign::fields::{Column, Field};
use crate::campaign::ids::{ItemRef, SequenceId};
use crate::campaign::rehearsal::{People, Rehearsal};
use crate::simulate::outcome::Outcome;
use crate::simulate::run::Control;
use crate::workbench::failure::Failure;
use crate::workbench::rehearse::finished::FinishedRehearsal;
use crate::workbench::rehearse::usual::usual;
use crate::workbench::scene::RunScene;
use crate::workbench::simulate::keep;

/// Generated contacts for a preview without a rehearsal.
const GENERATED: u64 = 50;
/// Most contacts that are looked at for one that gets a message.
const LOOKED_AT: u64 = 3_000;
/// Most contacts that are looked at for one without a first name.
pub const NAMES_LOOKED_AT: u64 = 100_000;

/// A small run with generated contacts, for a sequence that has not been rehearsed.
///
/// # Errors
/// If the campaign's time zone doesn't exist.
pub fn generated(campaign: &Campaign, sequence: SequenceId, today: Date) -> Result<Arc<FinishedRehearsal>, Failure> {
    let mut rehearsal = usual(campaign, sequence, today);
    rehearsal.people = People::Generated { count: GENERATED, seed: 1 };
    run(campaign, rehearsal)
}

/// The run of a rehearsal whose contacts are in no file.
pub(super) fn run(campaign: &Campaign, rehearsal: Rehearsal) -> Result<Arc<FinishedRehearsal>, Failure> {
    let scene = RunScene::of_rehearsal(campaign.clone(), rehearsal, Path::new(""), Instant::FIRST)?;
    let people = scene.rehearsal_people()?;
    let kept = keep(&scene, &people, 1, &Control::default())?;
    Ok(Arc::new(FinishedRehearsal::new(scene, kept)))
}

/// The first contact that gets a message, among the first ones of the list; the first contact if none of them does.
pub fn first_reader(finished: &FinishedRehearsal, item: ItemRef) -> u64 {
    let Some(rank) = finished.rank(item) else { return 0 };
    let gets = |place: &u64| finished.visits(*place).any(|visit| visit.rank == rank && visit.outcome == Outcome::Ran);
    (0..finished.contacts().min(LOOKED_AT)).find(gets).unwrap_or_default()
}

/// The first contact without a first name, among the first `most`; `None` if all of them have one.
pub fn first_without_name(finished: &FinishedRehearsal, most: u64) -> Option<u64> {
    let mut before = 0;
    for block in finished.kept.population.blocks() {
        let field = Field::Column(Column::FirstName);
        let rows = most.saturating_sub(before).min(block.len() as u64) as usize;
        if let Some(row) = (0..rows).find(|row| block.text(field, *row).trim().is_empty()) {
            return Some(before + row as u64);
        }
        before += block.len() as u64;
    }
    None
}
