//! The settings of the campaign and its open sequence, shown while nothing is selected.

use eframe::egui::Ui;

use crate::calendar::Zone;
use crate::campaign::edit::{Edit, SequencesEdit};
use crate::campaign::ids::SequenceId;
use crate::ui::context::action::Action;
use crate::ui::context::command::Command;
use crate::ui::controls::field::FieldLook;
use crate::ui::controls::form::Form;
use crate::ui::controls::words;
use crate::ui::controls::zones;
use crate::ui::controls::{field, look};

pub(super) fn show(ui: &mut Ui, mut form: Form<'_>, id: SequenceId, mine: &Zone) -> Vec<Action> {
    let campaign = form.campaign;
    let (mut name, mut description) = (campaign.name.clone(), campaign.description.clone());
    look::section(ui, "Campaign");
    let look = FieldLook { is_name: true, ..FieldLook::default() };
    field::live(ui, &mut form, "Campaign name", &mut name, look);
    field::long_text(ui, &mut form, "Description", &mut description);
    let zone = zones::picker(ui, &campaign.time_zone, mine);
    look::section(ui, "Sequence");
    let sequence = campaign.sequence_or_first(id);
    let mut title = sequence.name.clone();
    let free = |typed: &str| match typed.trim() {
        "" => Err("A sequence needs a name".to_owned()),
        typed if campaign.sequences.iter().any(|other| other.id != id && other.name == typed) => {
            Err(format!("“{typed}” exists already: choose another name"))
        }
        typed => Ok(typed.to_owned()),
    };
    field::typed(ui, &form, "Sequence name", &mut title, FieldLook::default(), String::clone, free);
    let (items, links) = (sequence.items.len() as u64, sequence.links.len() as u64);
    let [items, links] = [words::count(items, "item", "items"), words::count(links, "link", "links")];
    look::hint(ui, &format!("{items}, {links}"));
    ui.add_space(10.0);
    if look::button(ui, &Command::Directory.label()).clicked() {
        form.actions.push(Action::Run(Command::Directory));
    }
    let edit = if name != campaign.name {
        Some(Edit::RenameCampaign(name))
    } else if description != campaign.description {
        Some(Edit::Describe(description))
    } else if title != sequence.name {
        Some(Edit::Sequences(SequencesEdit::Rename(id, title)))
    } else {
        zone.map(Edit::SetTimeZone)
    };
    form.finish("Change campaign", edit)
}
