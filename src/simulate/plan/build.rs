//! Compiles a drawn sequence into a plan.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::calendar::Zone;
use crate::campaign::configured::is_configured;
use crate::campaign::document::Campaign;
use crate::campaign::fields::Field;
use crate::campaign::item::Item;
use crate::campaign::known::IndexedDirectory;
use crate::campaign::scope::Scope;
use crate::contacts::block::Layout;
use crate::simulate::kinds;
use crate::simulate::outcome::Reason;

use super::compiler::{Compiler, set_fields};
use super::owners::OwnerTexts;
use super::{ItemAction, Plan, PlanError, PlanItem, Rank, Slots};

impl Plan {
    /// Compiles the part of a campaign that `scope` names, for contacts of a layout.
    ///
    /// # Errors
    /// If the campaign's time zone doesn't exist, or the campaign doesn't have the sequence.
    ///
    /// # Examples
    /// ```
    /// use std::path::Path;
    ///
    /// use dripline::campaign::scope::Scope;
    /// use dripline::contacts::block::Layout;
    /// use dripline::simulate::plan::Plan;
    /// use dripline::storage::campaign_file::read;
    ///
    /// let file = concat!(env!("CARGO_MANIFEST_DIR"), "/saved-campaigns/welcome.ron");
    /// let campaign = read(Path::new(file))?.campaign;
    /// let layout = Layout::new(&campaign.directory);
    /// let plan = Plan::new(&campaign, Scope::Sequence(campaign.sequences[0].id), &layout)?;
    /// // Three tracks: one for each Start.
    /// assert_eq!(plan.starts().len(), 3);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn new(campaign: &Campaign, scope: Scope, layout: &Arc<Layout>) -> Result<Self, PlanError> {
        let Scope::Sequence(id) = scope;
        let sequence = campaign.sequence(id).ok_or(PlanError::UnknownSequence(id))?;
        let zone =
            Zone::named(&campaign.time_zone).ok_or_else(|| PlanError::UnknownZone(campaign.time_zone.clone()))?;
        let forest = sequence.forest();
        let order = forest.preorder();
        let mut rank_of = vec![None; sequence.items.len()];
        for (rank, &place) in order.iter().enumerate() {
            rank_of[place] = Some(rank as Rank);
        }
        let known = IndexedDirectory::new(&campaign.directory);
        let set_fields = set_fields(sequence, &known);
        let compiler = Compiler { directory: &known, rules: campaign.rules, layout, set_fields };
        let (mut items, mut next) = (Vec::with_capacity(order.len()), Vec::new());
        for &place in &order {
            let item = &sequence.items[place];
            let from = next.len() as u32;
            next.extend(forest.next[place].iter().filter_map(|&place| rank_of[place]));
            items.push(PlanItem {
                item: id.item(item.id),
                place,
                action: action(&compiler, item),
                next: (from, next.len() as u32),
            });
        }
        let unreachable = rank_of.iter().enumerate().filter(|(_, rank)| rank.is_none());
        let plan = Self {
            scope,
            items,
            next,
            starts: forest.starts.iter().filter_map(|&place| rank_of[place]).collect(),
            zone,
            rules: campaign.rules,
            slots: Slots::of(layout),
            layout: Arc::clone(layout),
            unreachable: unreachable.map(|(place, _)| place).collect(),
            round_robins: campaign.directory.round_robins.clone(),
            set_fields: in_order(compiler.set_fields),
            owners: OwnerTexts::default(),
            needs_owners: false,
        };
        Ok(plan.with_owners(&campaign.directory))
    }
}

/// The action of an item. Checks apply in the order of `rules.md` §6.
fn action(compiler: &Compiler<'_>, item: &Item) -> ItemAction {
    let has_ready_mark = item.kind.has_ready_mark();
    if has_ready_mark && !is_configured(&item.kind, compiler.directory) {
        return ItemAction::Skip(Reason::NotConfigured);
    }
    if has_ready_mark && !item.ready {
        return ItemAction::Skip(Reason::Draft);
    }
    let unconfigured = if has_ready_mark { ItemAction::Skip(Reason::NotConfigured) } else { ItemAction::Hold };
    kinds::of(&item.kind).action(compiler).unwrap_or(unconfigured)
}

/// The fields in the order of their indices.
fn in_order(places: FxHashMap<Field, usize>) -> Vec<Field> {
    let mut fields: Vec<_> = places.into_iter().collect();
    fields.sort_unstable_by_key(|&(_, place)| place);
    fields.into_iter().map(|(field, _)| field).collect()
}
