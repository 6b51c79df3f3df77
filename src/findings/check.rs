//! Checks all rules on a campaign.

use crate::campaign::document::Campaign;
use crate::campaign::ids::SequenceId;
use crate::campaign::known::IndexedDirectory;

use super::finding::Finding;
use super::nearest::Nearest;
use super::notes::FindingList;
use super::population::{CheckedContacts, PopulationFacts};
use super::scene::CheckedSequence;
use super::{broken_links, directory, links, mail, passed, people, rehearsals, settings, texts, together, tracks};

/// The findings of a campaign: worst first, then those about the whole campaign, then by sequence in the order of
/// items in the file.
///
/// With a `sequence`, only its findings and those about the whole campaign are included. With `people`, rules that need
/// contacts use those contacts; in a sequence without any, dates are compared with its assumed entry. Without `people`,
/// all these rules are skipped.
///
/// # Examples
/// ```
/// use std::path::Path;
///
/// use dripline::findings::check;
/// use dripline::findings::codes::Severity;
/// use dripline::storage::campaign_file::read;
///
/// let file = concat!(env!("CARGO_MANIFEST_DIR"), "/saved-campaigns/lesson-unconfigured-timer.ron");
/// let campaign = read(Path::new(file))?.campaign;
/// let worst = &check(&campaign, None, None)[0];
/// assert_eq!(worst.severity, Severity::Error);
/// assert_eq!(worst.code.info().name, "timer-not-set-up");
/// # Ok::<(), dripline::storage::campaign_file::CampaignError>(())
/// ```
pub fn check(campaign: &Campaign, sequence: Option<SequenceId>, people: Option<CheckedContacts<'_>>) -> Vec<Finding> {
    let known = IndexedDirectory::new(&campaign.directory);
    let mut notes = FindingList::default();
    let mut nearest = Nearest::default();
    let facts = people.and_then(|people| people.facts).map(|facts| PopulationFacts::new(campaign, facts));
    directory::check(campaign, &mut nearest, &mut notes);
    rehearsals::check(campaign, &mut nearest, &mut notes);
    if let Some(facts) = &facts {
        people::check_addresses(facts, &mut notes);
        people::check_owners(campaign, facts, &mut nearest, &mut notes);
    }
    for (number, one) in campaign.sequences.iter().enumerate() {
        if sequence.is_some_and(|id| id != one.id) {
            continue;
        }
        let enters = people.is_some_and(|people| people.enters.is_none_or(|id| id == one.id));
        let facts = facts.as_ref().filter(|_| enters);
        let scene = CheckedSequence::new(campaign, &known, number);
        links::check(&scene, &mut notes);
        settings::check(&scene, &mut nearest, &mut notes);
        texts::check(&scene, &mut nearest, &mut notes);
        broken_links::check(&scene, &mut notes);
        mail::check(&scene, &mut notes);
        match (facts, people) {
            (Some(facts), _) => passed::check_at_entry(&scene, facts, &mut notes),
            (None, Some(people)) => passed::check_without_contacts(&scene, people.entry, &mut notes),
            (None, None) => {}
        }
        together::check(&scene, &mut notes);
        // `tracks` comes after the rules above, since it doesn't repeat their findings.
        tracks::check(&scene, &mut notes);
        if let Some(facts) = facts {
            passed::check_on_arrival(&scene, facts, &mut notes);
            people::check_fields(&scene, facts, &mut notes);
        }
    }
    let mut found = notes.sorted();
    if let Some(people) = &people {
        found.iter_mut().for_each(|finding| people.say_who(finding));
    }
    found
}
