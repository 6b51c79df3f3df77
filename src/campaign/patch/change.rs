//! A change of one thing: its old and its new value.

/// The direction in which a patch is applied.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::campaign) enum PatchDirection {
    Backward,
    Forward,
}

/// The old and the new value, if they differ.
pub(super) type ValueChange<T> = Option<Box<(T, T)>>;

/// The change between two states of a thing, if they differ.
pub(super) fn change<T: PartialEq>(was: T, is: T) -> ValueChange<T> {
    (was != is).then(|| Box::new((was, is)))
}

/// Joins two consecutive changes of the same thing.
pub(super) fn join_change<T: Clone + PartialEq>(first: &ValueChange<T>, second: &ValueChange<T>) -> ValueChange<T> {
    match (first, second) {
        (change, None) | (None, change) => change.clone(),
        (Some(first), Some(second)) => (first.0 != second.1).then(|| Box::new((first.0.clone(), second.1.clone()))),
    }
}

/// The value that a change leads to.
pub(super) fn pick<T>(change: &Option<Box<(T, T)>>, way: PatchDirection) -> Option<&T> {
    let (was, is) = change.as_deref()?;
    Some(if way == PatchDirection::Backward { was } else { is })
}
