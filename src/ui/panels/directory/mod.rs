//! The directory: users, tags, fields and all else that items can name, and the campaign's zone and rules.

mod campaign;
mod card;
mod entries;
mod fields;
mod names;
mod products;
mod robins;
pub mod state;
mod users;
mod uses;

use self::state::{DirectoryPart, DirectoryState};
use eframe::egui::{self, Button, Color32, Id, Modal, RichText, Role, ScrollArea, Ui, WidgetInfo, vec2};
use lucide_icons::Icon;

use crate::ui::context::action::Action;
use crate::ui::context::command::Command;
use crate::ui::context::panel::{DocumentView, Panel};
use crate::ui::context::view_state::Overlay;
use crate::ui::controls::form::Form;
use crate::ui::controls::{focus, look, theme};

/// Draws the directory over the window, while it is open.
pub fn show(ui: &mut Ui, panel: &mut Panel<'_>, state: &mut DirectoryState) {
    if panel.view.overlay != Overlay::Directory {
        return;
    }
    let ctx = ui.ctx().clone();
    let window = ctx.content_rect();
    let size = vec2(920.0_f32.min(window.width() - 48.0), 680.0_f32.min(window.height() - 64.0));
    let modal = Modal::new(Id::unique("directory")).backdrop_color(Color32::from_black_alpha(90));
    let modal = modal.frame(egui::Frame::popup(ui.style()).inner_margin(16));
    let mut closed = false;
    let shown = modal.show(&ctx, |ui| {
        ui.set_min_size(size);
        ui.set_max_size(size);
        closed = head(ui);
        ui.add_space(6.0);
        focus::enter_new(ui, |ui| page(ui, panel, state));
    });
    if closed || shown.should_close() {
        panel.wants(Action::Close);
    }
}

fn head(ui: &mut Ui) -> bool {
    let row = ui.horizontal(|ui| {
        ui.label(RichText::new(Command::Directory.label().trim_end_matches('…')).size(17.0).family(theme::semibold()));
        let right = egui::Layout::right_to_left(egui::Align::Center);
        ui.with_layout(right, |ui| look::icon_button(ui, Icon::X, "Close directory").clicked()).inner
    });
    row.inner
}

/// Draws the parts and the open one. Returns the control that opens that part.
fn page(ui: &mut Ui, panel: &mut Panel<'_>, state: &mut DirectoryState) -> Option<Id> {
    let height = ui.available_height();
    let row = ui.horizontal_top(|ui| {
        let open = ui.vertical(|ui| {
            ui.set_width(172.0);
            parts(ui, panel, &mut state.part)
        });
        ui.separator();
        ui.vertical(|ui| {
            ui.set_height(height);
            let actions =
                ScrollArea::vertical().id_salt(state.part.label()).auto_shrink([false, false]).show(ui, |ui| {
                    ui.set_width(ui.available_width() - 12.0);
                    let actions = focus::form(ui, |ui| contents(ui, panel, state.part));
                    focus::reveal(ui);
                    actions
                });
            panel.actions.extend(actions.inner);
        });
        open.inner
    });
    row.inner
}

/// Draws the list of parts. Returns the control of the open one.
fn parts(ui: &mut Ui, panel: &DocumentView<'_>, part: &mut DirectoryPart) -> Option<Id> {
    let mut open = None;
    for one in DirectoryPart::ALL {
        let is_on = one == *part;
        let count = match one {
            DirectoryPart::Entries(list) => list.len(&panel.campaign.directory).to_string(),
            DirectoryPart::Campaign | DirectoryPart::Rules => String::new(),
        };
        let button = Button::selectable(is_on, one.label()).right_text(count).min_size(vec2(172.0, 28.0));
        let response = ui.add(button);
        response.widget_info(|| WidgetInfo::selected(Role::Tab, true, is_on, one.label()));
        if is_on {
            open = Some(response.id);
        }
        if response.clicked() {
            *part = one;
        }
    }
    open
}

fn contents(ui: &mut Ui, panel: &DocumentView<'_>, part: DirectoryPart) -> Vec<Action> {
    let campaign = panel.campaign;
    let known = panel.facts.known(campaign);
    let scope = Id::unique("directory").with(part.label());
    let mut form = Form::new(campaign, (&known, panel.facts), panel.settings, scope);
    ui.label(RichText::new(part.label()).size(15.0).family(theme::semibold()));
    match part {
        DirectoryPart::Entries(list) => {
            let edit = entries::show(ui, &mut form, list);
            form.finish("Change the directory", edit)
        }
        DirectoryPart::Campaign => {
            let edit = campaign::head(ui, &mut form, panel.my_zone);
            form.finish("Change campaign", edit)
        }
        DirectoryPart::Rules => {
            let edit = campaign::rules(ui, &mut form);
            form.finish("Set rules", edit)
        }
    }
}
