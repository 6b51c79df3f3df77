//! All findings of a campaign: those of the drawing, those of the people, those of a run.

use crate::findings::{Code, Finding, People as Checked, Place, check};
use crate::report::hours::out_of_hours;
use crate::simulate::run::Control;

use super::failure::Failure;
use super::people::People;
use super::scene::Scene;
use super::simulate::keep;

/// Fewer visits than this say nothing about hours.
const FEWEST: u64 = 1;

/// The findings of a campaign, worst first; `people` add those that need some.
///
/// # Errors
/// If people can't be read, or it was cancelled.
pub fn findings(
    scene: &Scene,
    people: Option<&People>,
    threads: usize,
    control: &Control,
) -> Result<Vec<Finding>, Failure> {
    let Some(people) = people else { return Ok(check(&scene.campaign, None, None)) };
    let mut all = Vec::new();
    let kept = keep(scene, people, threads, control)?;
    let checked = Checked { population: &kept.population, default_entry: scene.enter };
    all.extend(check(&scene.campaign, None, Some(checked)));
    let sequence = scene.sequence();
    for hours in out_of_hours(&scene.plan, sequence, &kept.run, &kept.population) {
        if hours.ran < FEWEST || hours.out_of_hours * 2 <= hours.ran {
            continue;
        }
        let name = sequence.items.iter().find(|item| item.id == hours.item).map_or("", |item| item.name.as_str());
        let message = format!(
            "“{name}” (item {}) reaches {} of {} people on a weekend or between 21:00 and 07:00, by their own clock.",
            hours.item, hours.out_of_hours, hours.ran
        );
        all.push(Finding::new(Code::DueOutOfHours, Some(&sequence.name), Place::Item(hours.item), message));
    }
    all.sort_by_key(|finding| finding.severity);
    Ok(all)
}
