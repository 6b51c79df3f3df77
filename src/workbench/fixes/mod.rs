//! Converts a finding's fix to an edit.

pub mod directory;
mod items;
mod links;
mod rehearsals;

use crate::calendar::timer::FieldTimersRead;
use crate::campaign::document::{Campaign, Rules};
use crate::campaign::edit::{CanvasEdit, DirectoryEdit, Edit};
use crate::campaign::ids::SequenceId;
use crate::campaign::item::Item;
use crate::findings::Fix;

/// The edit for a fix, labelled like the fix; `None` if what the fix changes no longer exists.
pub fn edit_for(fix: &Fix, campaign: &Campaign, sequence: SequenceId) -> Option<Edit> {
    let edits = edits(fix, campaign, sequence)?;
    (!edits.is_empty()).then(|| Edit::Together(fix.label(), edits))
}

/// The edits for a fix. Most need only one.
fn edits(fix: &Fix, campaign: &Campaign, id: SequenceId) -> Option<Vec<Edit>> {
    let of_directory = &campaign.directory;
    let sequence = campaign.sequence(id);
    let canvas = |edit: CanvasEdit| Edit::Canvas(id, edit);
    // The item with changed settings; `None` if it has them already.
    let changed = |item: u64, change: &dyn Fn(&mut Item)| {
        let old = sequence?.item(item)?;
        let mut item = old.clone();
        change(&mut item);
        (item != *old).then_some(Edit::Canvas(id, CanvasEdit::SetItem(item)))
    };
    let edit = match fix {
        Fix::SetTimeZone(name) => Edit::SetTimeZone(name.clone()),
        Fix::ReadFieldsOnArrival => {
            Edit::SetRules(Rules { field_timers_read: FieldTimersRead::OnArrival, ..campaign.rules })
        }
        Fix::AddToDirectory { .. } | Fix::AddField { .. } => directory::add(fix, of_directory)?,
        Fix::AddLicense => (!of_directory.customer_hub).then_some(Edit::Directory(DirectoryEdit::CustomerHub(true)))?,
        Fix::MakeSalesRep(user) => directory::make_sales_rep(of_directory, user)?,
        Fix::UseMember { robin, unknown, known } => directory::use_member(of_directory, robin, unknown, known)?,
        Fix::RemoveSecond { list, name } => directory::remove_second(of_directory, *list, name)?,
        Fix::RemoveBlank(list) => return Some(directory::remove_blank(of_directory, *list)),
        Fix::RehearseSequence { rehearsal, known } => rehearsals::rehearse_sequence(campaign, rehearsal, known)?,
        Fix::RemoveBreakpoint { rehearsal, item } => rehearsals::remove_breakpoint(campaign, rehearsal, *item)?,
        Fix::EndRehearsal { rehearsal, until } => rehearsals::end(campaign, rehearsal, *until)?,
        Fix::GenerateContacts(rehearsal) => rehearsals::generate_contacts(campaign, rehearsal)?,
        Fix::MarkReady(item) => {
            sequence?.item(*item)?;
            canvas(CanvasEdit::MarkReady(vec![*item], true))
        }
        Fix::RemoveLink(link) => canvas(sequence?.links.get(*link).map(|_| CanvasEdit::Disconnect(*link))?),
        Fix::Connect { from, to, .. } => canvas(links::connect(sequence?, *from, *to)?),
        Fix::AddStart(first) => canvas(links::start_before(sequence?, *first)?),
        Fix::PutTimerBefore(item) => links::timer_before(id, sequence?, *item)?,
        Fix::UseKnown { item, list, unknown, known } => {
            changed(*item, &|item| items::use_known(item, *list, unknown, known))?
        }
        Fix::ReplaceMergeField { item, typed, known } => changed(*item, &|item| items::replace(item, typed, known))?,
        Fix::KeepTag { item, tag } => changed(*item, &|item| items::keep_tag(item, tag))?,
        Fix::UseNextOccurrence(item) => changed(*item, &items::use_next_occurrence)?,
        Fix::MoveDate { item, on } => changed(*item, &|item| items::move_date(item, *on))?,
        Fix::ReleaseInHours { timer, .. } => changed(*timer, &items::release_in_hours)?,
        Fix::UseAddress { item, url } => changed(*item, &|item| items::use_address(item, url))?,
        Fix::UseNoQueue(item) => changed(*item, &items::use_no_queue)?,
    };
    Some(vec![edit])
}
