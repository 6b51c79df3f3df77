//! The difference between two states of a list.

use std::collections::BTreeMap;

use super::change::PatchDirection;

#[derive(Clone, Debug, Default)]
pub(super) enum ListPatch<T> {
    #[default]
    Same,
    /// The same number of elements, some of them changed: index, old, new.
    Each(Vec<(usize, T, T)>),
    /// The elements from this index on are replaced, up to an equal rest: index, old, new.
    Splice(usize, Vec<T>, Vec<T>),
    /// These elements, with their old indices, are removed.
    Out(Vec<(usize, T)>),
}

impl<T: Clone + PartialEq> ListPatch<T> {
    pub(super) fn between(before: &[T], after: &[T]) -> Self {
        if before.len() == after.len() {
            let pairs = before.iter().zip(after).enumerate().filter(|(_, (a, b))| a != b);
            let changed: Vec<_> = pairs.map(|(place, (a, b))| (place, a.clone(), b.clone())).collect();
            return if changed.is_empty() { ListPatch::Same } else { ListPatch::Each(changed) };
        }
        let shorter = before.len().min(after.len());
        let start = before.iter().zip(after).take_while(|(a, b)| a == b).count();
        let end = before.iter().rev().zip(after.iter().rev()).take(shorter - start).take_while(|(a, b)| a == b).count();
        let middle = |list: &[T]| list[start..list.len() - end].to_vec();
        ListPatch::Splice(start, middle(before), middle(after))
    }

    /// All elements in the patch, old and new.
    pub(super) fn elements(&self) -> Vec<&T> {
        match self {
            ListPatch::Same => Vec::new(),
            ListPatch::Each(changed) => changed.iter().flat_map(|(_, was, is)| [was, is]).collect(),
            ListPatch::Splice(_, was, is) => was.iter().chain(is).collect(),
            ListPatch::Out(gone) => gone.iter().map(|(_, element)| element).collect(),
        }
    }

    pub(super) fn is_same(&self) -> bool {
        matches!(self, ListPatch::Same)
    }

    /// Joins this patch and the next; `None` if that isn't possible without the states.
    pub(super) fn joined(&self, next: &Self) -> Option<Self> {
        match (self, next) {
            (patch, ListPatch::Same) | (ListPatch::Same, patch) => Some(patch.clone()),
            (ListPatch::Each(first), ListPatch::Each(second)) => {
                let mut changes: BTreeMap<usize, (&T, &T)> =
                    first.iter().map(|(place, was, is)| (*place, (was, is))).collect();
                for (place, was, is) in second {
                    changes.entry(*place).and_modify(|change| change.1 = is).or_insert((was, is));
                }
                let differ = changes.into_iter().filter(|(_, (was, is))| was != is);
                let changes: Vec<_> = differ.map(|(place, (was, is))| (place, was.clone(), is.clone())).collect();
                Some(if changes.is_empty() { ListPatch::Same } else { ListPatch::Each(changes) })
            }
            _ => None,
        }
    }

    pub(super) fn apply(&self, list: &mut Vec<T>, way: PatchDirection) {
        match self {
            ListPatch::Same => {}
            ListPatch::Each(changed) => {
                for (place, was, is) in changed {
                    list[*place].clone_from(if way == PatchDirection::Backward { was } else { is });
                }
            }
            ListPatch::Splice(start, was, is) => {
                let (out, put) = if way == PatchDirection::Backward { (is, was) } else { (was, is) };
                list.splice(*start..*start + out.len(), put.iter().cloned());
            }
            ListPatch::Out(gone) if way == PatchDirection::Backward => put_back(list, gone.iter().cloned()),
            ListPatch::Out(gone) => {
                let mut gone = gone.iter().map(|(place, _)| *place).peekable();
                let mut place = 0;
                list.retain(|_| {
                    let stays = gone.next_if_eq(&place).is_none();
                    place += 1;
                    stays
                });
            }
        }
    }
}

/// Puts elements back at their indices, which must ascend.
pub(super) fn put_back<T>(list: &mut Vec<T>, gone: impl ExactSizeIterator<Item = (usize, T)>) {
    let mut rest = std::mem::replace(list, Vec::with_capacity(list.len() + gone.len())).into_iter();
    for (place, element) in gone {
        let between = place.saturating_sub(list.len());
        list.extend(rest.by_ref().take(between));
        list.push(element);
    }
    list.extend(rest);
}
