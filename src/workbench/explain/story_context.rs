//! What a story's sentences refer to: the items after and before, by name, and the fields.

use crate::campaign::directory::Directory;
use crate::campaign::document::Campaign;
use crate::campaign::fields::field_name;
use crate::campaign::item::Item;
use crate::campaign::sequence::Sequence;
use crate::campaign::text::one_line;
use crate::simulate::plan::{Plan, Rank};
use crate::workbench::scene::RunScene;

/// The sequence of a story.
#[derive(Clone, Copy, Debug)]
pub struct StoryContext<'a> {
    plan: &'a Plan,
    sequence: &'a Sequence,
    directory: &'a Directory,
    /// Whether the items before and after a timer are known. The example of a timer has none.
    pub(super) is_whole: bool,
}

impl<'a> StoryContext<'a> {
    /// The sequence of a run.
    pub fn of(scene: &'a RunScene) -> Self {
        let directory = &scene.campaign.directory;
        Self { plan: &scene.plan, sequence: scene.sequence(), directory, is_whole: true }
    }

    /// A Start and one timer, the only sequence of a campaign.
    pub fn of_timer(plan: &'a Plan, campaign: &'a Campaign) -> Self {
        Self { plan, sequence: &campaign.sequences[0], directory: &campaign.directory, is_whole: false }
    }

    /// The directory of the campaign.
    pub(super) fn directory(&self) -> &'a Directory {
        self.directory
    }

    /// An item in a sentence: `“Birthday”`, or `the field timer` if it has no name.
    pub(super) fn named(&self, rank: Rank) -> String {
        let place = self.plan.items()[rank as usize].place;
        named(&self.sequence.items[place])
    }

    /// A field in a sentence: `“Renewal date”`.
    pub(super) fn field(&self, key: &str) -> String {
        format!("“{}”", one_line(&field_name(key, self.directory)))
    }
}

fn named(item: &Item) -> String {
    match one_line(&item.name).trim() {
        "" => format!("the {}", item.kind.label().to_lowercase()),
        name => format!("“{name}”"),
    }
}
