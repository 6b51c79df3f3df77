//! One contact's story, explained: the kernel's visits with the derivation of every due instant.

use crate::calendar::derivation::DerivationStep;
use crate::calendar::{Instant, Zone};

use super::kernel::{Observer, StoryBuffers, Visit, story};
use super::outcome::Status;
use super::owners::GivenOwners;
use super::plan::Plan;
use super::record::Contact;

/// A visit with its derivation.
#[derive(Clone, Debug)]
pub struct Explained {
    /// The visit that is explained.
    pub visit: Visit,
    /// The derivation of the due instant; empty if the item isn't a timer.
    pub steps: Vec<DerivationStep>,
    /// The zone that the timer worked in.
    pub zone: Zone,
}

#[derive(Default)]
struct Explainer {
    steps: Vec<DerivationStep>,
    visits: Vec<Explained>,
}

impl Observer for Explainer {
    type Steps = Vec<DerivationStep>;

    fn steps(&mut self) -> &mut Vec<DerivationStep> {
        &mut self.steps
    }

    fn visit(&mut self, visit: Visit, zone: &Zone) {
        self.visits.push(Explained { visit, steps: std::mem::take(&mut self.steps), zone: zone.clone() });
    }
}

/// The story of one contact, with every visit explained.
pub fn explain(plan: &Plan, contact: Contact<'_>, entry: Instant, until: Instant) -> (Vec<Explained>, Status) {
    explain_with(plan, contact, entry, until, GivenOwners::default())
}

/// As [`explain`], with the owners that round robins gave the contact. Only a plan that
/// [needs them](Plan::needs_owners) makes a difference.
pub fn explain_with(
    plan: &Plan,
    contact: Contact<'_>,
    entry: Instant,
    until: Instant,
    given: GivenOwners,
) -> (Vec<Explained>, Status) {
    let mut explainer = Explainer::default();
    let status = story(plan, contact, entry, until, &mut StoryBuffers::given(given), &mut explainer);
    (explainer.visits, status)
}
