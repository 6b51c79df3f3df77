//! Renames an entry of the directory everywhere it is named.

use crate::campaign::directory::List;
use crate::campaign::document::Campaign;
use crate::campaign::fields::Column;
use crate::campaign::item::Item;
use crate::campaign::kinds::Kind;
use crate::campaign::kinds::setting::Setting;
use crate::campaign::kinds::walk::{Need, TextKind, VisitorMut};
use crate::campaign::merge::replaced;
use crate::campaign::rehearsal::People;

/// Renames all uses of an entry, in every sequence, round robin and rehearsal.
pub(super) fn rename(campaign: &mut Campaign, list: List, was: &str, is: &str) {
    for item in campaign.sequences.iter_mut().flat_map(|sequence| &mut sequence.items) {
        each_name(item, list, &mut |name| {
            if name == was {
                is.clone_into(name);
            }
        });
        // `~Contact.Email~` is the column, even if a custom field in a file has that key.
        if list == List::Fields && Column::merged(was).is_none() {
            let (was, is) = (format!("~Contact.{was}~"), format!("~Contact.{is}~"));
            each_text(&mut item.kind, &mut |text| {
                if let Some(renamed) = replaced(text, &was, &is) {
                    *text = renamed;
                }
            });
        }
    }
    if list == List::Users {
        let members = campaign.directory.round_robins.iter_mut().flat_map(|robin| &mut robin.members);
        members.filter(|(id, _)| id == was).for_each(|(id, _)| is.clone_into(id));
    }
    rename_people(campaign, list, was, is);
}

/// Renames in the contacts typed into rehearsals: owner, tags and custom fields.
fn rename_people(campaign: &mut Campaign, list: List, was: &str, is: &str) {
    for rehearsal in &mut campaign.rehearsals {
        let People::People(people) = &mut rehearsal.people else { continue };
        for cells in people.iter_mut().map(|person| &mut person.0) {
            match list {
                List::Users => {
                    if let Some(owner) = cells.get_mut("owner").filter(|owner| *owner == was) {
                        is.clone_into(owner);
                    }
                }
                List::Fields => {
                    if let Some(cell) = cells.remove(was) {
                        cells.insert(is.to_owned(), cell);
                    }
                }
                List::Tags => {
                    if let Some(tags) = cells.get_mut("tags") {
                        let renamed = tags.split(';').map(|tag| if tag.trim() == was { is } else { tag });
                        *tags = renamed.collect::<Vec<_>>().join(";");
                    }
                }
                List::RoundRobins | List::Stages | List::Products | List::ActionSets => {}
            }
        }
    }
}

/// Visits every setting of an item that names an entry of a list.
pub fn each_name(item: &mut Item, list: List, visit: &mut impl FnMut(&mut String)) {
    struct Names<'v, V>(List, &'v mut V);

    impl<'a, V: FnMut(&mut String)> VisitorMut<'a> for Names<'_, V> {
        fn name(&mut self, _: Setting, list: List, name: &'a mut String) {
            if list == self.0 {
                (self.1)(name);
            }
        }
    }

    item.kind.walk_mut(&mut Names(list, visit));
}

/// Visits every text of an item in which merge fields work.
pub fn each_text(kind: &mut Kind, visit: &mut impl FnMut(&mut String)) {
    struct Texts<'v, V>(&'v mut V);

    impl<'a, V: FnMut(&mut String)> VisitorMut<'a> for Texts<'_, V> {
        fn text(&mut self, _: Setting, text: &'a mut String, writing: TextKind, _: Need) {
            if writing.merges() {
                (self.0)(text);
            }
        }
    }

    kind.walk_mut(&mut Texts(visit));
}
