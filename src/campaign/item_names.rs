//! The names by which people tell the items of a sequence apart.

use rustc_hash::FxHashMap;

use super::item::Item;
use super::sequence::Sequence;

/// The name of each item, in the order of the sequence. Items of one name also have the name of the item before them:
/// `Field timer (after “Welcome”)`. Their ids are added only if that doesn't tell them apart, since the canvas doesn't
/// show ids.
pub fn item_names(sequence: &Sequence) -> Vec<String> {
    let called = |item: &Item| item.called().to_owned();
    let names: Vec<String> = sequence.items.iter().map(called).collect();
    let times = counts(&names);
    if times.len() == names.len() {
        return names;
    }
    let before = names_before(sequence);
    let with_before = |item: &Item| match before.get(&item.id) {
        Some(before) if times[item.called()] > 1 => format!("{} (after “{before}”)", item.called()),
        _ => called(item),
    };
    let longer: Vec<String> = sequence.items.iter().map(with_before).collect();
    let times = counts(&longer);
    let unique = sequence.items.iter().zip(&longer).map(|(item, name)| match times[name.as_str()] {
        1 => name.clone(),
        _ => format!("{} (item {})", item.called(), item.id),
    });
    unique.collect()
}

/// How often each name occurs.
fn counts(names: &[String]) -> FxHashMap<&str, usize> {
    let mut times = FxHashMap::default();
    names.iter().for_each(|name| *times.entry(name.as_str()).or_default() += 1);
    times
}

/// The name of the item before each item, by id. Only the first link to an item counts.
fn names_before(sequence: &Sequence) -> FxHashMap<u64, &str> {
    let by_id: FxHashMap<u64, &Item> = sequence.items.iter().map(|item| (item.id, item)).collect();
    let links = sequence.links.iter().rev();
    links.filter_map(|(from, to)| Some((*to, by_id.get(from)?.called()))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campaign::item::Position;
    use crate::campaign::kinds::{Kind, Letter};

    #[test]
    fn items_of_one_name_are_told_apart_by_what_comes_before_them() {
        let mut sequence = Sequence::with_start("Test");
        let item = |id, name: &str| Item {
            id,
            name: name.to_owned(),
            position: Position(0.0, 0.0),
            ready: false,
            kind: Kind::Letter(Letter { body: String::new() }),
        };
        sequence.items = vec![item(1, "In"), item(2, ""), item(3, "Thanks"), item(4, " "), item(5, "Letter")];
        sequence.links = vec![(1, 2), (2, 3), (3, 4), (2, 4)];
        assert_eq!(
            item_names(&sequence),
            ["In", "Letter (after “In”)", "Thanks", "Letter (after “Thanks”)", "Letter"],
            "the one without an item before it keeps its name"
        );
        sequence.links = vec![(1, 2), (1, 4)];
        assert_eq!(
            item_names(&sequence),
            ["In", "Letter (item 2)", "Thanks", "Letter (item 4)", "Letter"],
            "two after one item"
        );
        sequence.items.truncate(3);
        assert_eq!(item_names(&sequence), ["In", "Letter", "Thanks"]);
    }
}
