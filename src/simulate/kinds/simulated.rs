//! What each kind tells of what it does, and each effect of itself.

use serde::Serialize;

use crate::simulate::effects::record::{ContactRecord, RecordChange};
use crate::simulate::kernel::Visit;
use crate::simulate::plan::{Compiler, ItemAction, Perform};

/// What a kind of item does.
pub(in crate::simulate) trait Simulated {
    /// The effect it has; [`Infallible`](std::convert::Infallible) for a kind that has none.
    type Effect;

    /// What an item does with these settings, once it is configured and ready; none if it can't.
    fn action(&self, compiler: &Compiler<'_>) -> Option<ItemAction>;

    /// Changes the record as an item that ran does; none if that kind changes nothing of it. `user` is who was given
    /// something.
    fn change<'a>(
        &self,
        _perform: &'a Perform,
        _record: &mut ContactRecord<'a>,
        _visit: &Visit,
        _user: Option<&str>,
    ) -> Option<RecordChange> {
        None
    }

    /// The effect of an item that ran, with merge fields filled; `change` is what it changed of the record.
    fn effect(
        &self,
        record: &ContactRecord<'_>,
        visit: &Visit,
        user: Option<&str>,
        change: Option<RecordChange>,
    ) -> Option<Self::Effect>;
}

/// An effect: what would have been done.
pub(in crate::simulate) trait EffectDetail: Serialize {
    /// Its name in files.
    const NAME: &'static str;
    /// The keys of its JSON, sorted, with a word where a key does not tell enough.
    const KEYS: &'static str;

    /// The user who got something by it.
    fn user(&self) -> Option<&str> {
        None
    }

    /// What people want to know who plan for it, each with its caption.
    fn notes(&self) -> Vec<(&'static str, String)> {
        Vec::new()
    }
}
