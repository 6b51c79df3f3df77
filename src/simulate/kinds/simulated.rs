//! The traits for what each kind of item does, and for its effect.

use std::convert::Infallible;

use serde::Serialize;

use crate::simulate::effects::detail_cell::DetailCell;
use crate::simulate::effects::record::{ContactRecord, RecordChange};
use crate::simulate::kernel::Visit;
use crate::simulate::plan::{Compiler, ItemAction, Perform};

/// What a kind of item does.
pub(in crate::simulate) trait Simulated {
    /// The effect of this kind; [`Infallible`] for a kind without effects.
    type Effect;

    /// The action of an item with these settings, if it is configured and ready. `None` if the settings can't work.
    fn action(&self, compiler: &Compiler<'_>) -> Option<ItemAction>;

    /// Changes the record as the item does when it runs; `None` if this kind doesn't change the record. `user` is the
    /// id of the user that the item assigned.
    fn change<'a>(
        &self,
        _perform: &'a Perform,
        _record: &mut ContactRecord<'a>,
        _visit: &Visit,
        _user: Option<&str>,
    ) -> Option<RecordChange> {
        None
    }

    /// The effect of an item that ran, with merge fields filled; `None` for a kind without effects.
    fn effect(&self, ran: RanItem<'_>) -> Option<Self::Effect>;
}

/// An item that ran for a contact.
pub(in crate::simulate) struct RanItem<'a> {
    /// The contact's record, after the item changed it.
    pub record: &'a ContactRecord<'a>,
    /// The visit in which it ran.
    pub visit: &'a Visit,
    /// The id of the user that the item assigned.
    pub user: Option<&'a str>,
    /// The result of [`Simulated::change`].
    pub change: Option<RecordChange>,
}

/// The details of an effect: what the item would have done.
pub(in crate::simulate) trait EffectDetail: Serialize {
    /// The effect's name in files.
    const NAME: &'static str;
    /// The keys of its JSON, sorted, each with its meaning and values.
    const KEYS: &'static [(&'static str, &'static str)];

    /// The captions of its details in tables for people, in the order of [`EffectDetail::cells`].
    const CAPTIONS: &'static [&'static str];

    /// Its details as cells of a table for people, one for each of the [captions](EffectDetail::CAPTIONS).
    fn cells(&self) -> Vec<DetailCell>;

    /// The id of the user that something was assigned to; `None` if nothing was.
    fn user(&self) -> Option<&str> {
        None
    }

    /// The details that people need to plan for this effect, each with its caption.
    fn notes(&self) -> Vec<(&'static str, String)> {
        Vec::new()
    }

    /// Where a message goes: an email address, a number, or the lines of a postal address. Empty if it goes nowhere.
    fn address(&self) -> String {
        String::new()
    }
}

/// The captions of the details of an effect; none for a kind without effects.
pub(in crate::simulate) trait Captions {
    /// The captions.
    const ALL: &'static [&'static str];
}

impl<E: EffectDetail> Captions for E {
    const ALL: &'static [&'static str] = E::CAPTIONS;
}

impl Captions for Infallible {
    const ALL: &'static [&'static str] = &[];
}
