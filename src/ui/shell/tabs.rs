//! Sequences as tabs: open, add, rename, duplicate, reorder, delete.

use eframe::egui::{self, Role, Sense, WidgetInfo};
use lucide_icons::Icon;

use super::bar::TopBars;
use super::beside_tabs;
use super::top_bar::name_field;
use crate::campaign::edit::{Edit, SequencesEdit};
use crate::campaign::ids::SequenceId;
use crate::campaign::selection::Selection;
use crate::campaign::sequence::Sequence;
use crate::picture::theme::ColorRole;
use crate::ui::canvas::Canvas;
use crate::ui::context::action::Action;
use crate::ui::context::command::Command;
use crate::ui::context::panel::{DocumentView, Panel};
use crate::ui::context::view_state::RenameTarget;
use crate::ui::controls::tool_button::tool_button;
use crate::ui::controls::{focus, theme};

const HEIGHT: f32 = 36.0;
/// Largest width of a name in its tab.
const WIDEST: f32 = 220.0;
/// The space for the buttons after the tabs.
const BUTTONS: f32 = 72.0;

/// Draws the tabs of the sequences, and what belongs to the canvas beside them.
pub fn show(ui: &mut egui::Ui, panel: &mut Panel<'_>, bar: &mut TopBars, canvas: &mut Canvas) {
    let color = |ink| theme::color(ink, panel.theme);
    let frame = egui::Frame::new().fill(color(ColorRole::Field)).inner_margin(egui::Margin {
        left: 8,
        right: 8,
        top: 4,
        bottom: 0,
    });
    egui::Panel::top("tabs").frame(frame).exact_size(HEIGHT).show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 2.0;
            // A wheel without Shift scrolls tabs too.
            ui.style_mut().always_scroll_the_only_direction = true;
            let room = ui.available_width() - BUTTONS - beside_tabs::reserved(panel);
            let scroll = egui::ScrollArea::horizontal()
                .max_width(room)
                .scroll_bar_visibility(egui::scroll_area::ScrollBarVisibility::AlwaysHidden);
            let scrolled = scroll.show(ui, |ui| {
                ui.horizontal(|ui| {
                    let tabs = draw_all(ui, panel, bar);
                    keep_open_one_in_view(ui, panel, &tabs);
                    reorder(ui, panel, &tabs);
                });
            });
            ui.spacing_mut().button_padding = egui::vec2(4.0, 2.0);
            ui.visuals_mut().widgets.inactive.weak_bg_fill = egui::Color32::TRANSPARENT;
            add_button(ui, panel);
            if scrolled.content_size.x > scrolled.inner_rect.width() + 1.0 {
                all_sequences(ui, panel);
            }
            beside_tabs::show(ui, panel, canvas);
        });
    });
}

/// Scrolls to the tab of the open sequence when it changes.
fn keep_open_one_in_view(ui: &egui::Ui, panel: &DocumentView<'_>, tabs: &[egui::Response]) {
    let id = egui::Id::unique("tab in view");
    let now = (panel.campaign.index_of(panel.sequence_id()).unwrap_or_default(), tabs.len());
    let before = ui.data_mut(|data| {
        let before = data.get_temp::<(usize, usize)>(id);
        data.insert_temp(id, now);
        before
    });
    if before != Some(now)
        && let Some(tab) = tabs.get(now.0)
    {
        tab.scroll_to_me(None);
    }
}

/// A list of all sequences, if not all tabs fit.
fn all_sequences(ui: &mut egui::Ui, panel: &mut Panel<'_>) {
    let button = tool_button(ui, panel.theme, Icon::ChevronDown, "List of sequences", "List of sequences", true);
    let shown = egui::Popup::menu(&button).show(|ui| {
        ui.set_min_width(200.0);
        let room = ui.ctx().content_rect().height() - 120.0;
        egui::ScrollArea::vertical().max_height(room).min_scrolled_height(room).show(ui, |ui| {
            let pick = |Sequence { id, name, .. }: &Sequence| {
                let text = if name.chars().count() > 50 {
                    format!("{}…", name.chars().take(48).collect::<String>())
                } else {
                    name.clone()
                };
                let button = ui.add(egui::Button::selectable(*id == panel.sequence_id(), text));
                button.clicked().then_some(*id)
            };
            panel.campaign.sequences.iter().filter_map(pick).last()
        })
    });
    if let Some(id) = shown.and_then(|shown| shown.inner.inner) {
        panel.wants(Action::Select(Selection::none(id)));
        egui::Popup::close_all(ui.ctx());
    }
}

fn add_button(ui: &mut egui::Ui, panel: &mut Panel<'_>) {
    if tool_button(ui, panel.theme, Icon::Plus, "Add sequence", "Add a sequence", true).clicked() {
        panel.wants(Action::Run(Command::NewSequence));
        panel.wants(Action::FocusCanvas);
    }
}

fn draw_all(ui: &mut egui::Ui, panel: &mut Panel<'_>, bar: &mut TopBars) -> Vec<egui::Response> {
    let campaign = panel.campaign;
    let draw_one = |(place, sequence): (usize, &Sequence)| {
        let id = sequence.id;
        if panel.view.naming == Some(RenameTarget::Sequence(id)) {
            let (rect, response) = ui.allocate_exact_size(egui::vec2(170.0, HEIGHT - 6.0), Sense::hover());
            let mut inside = ui.new_child(egui::UiBuilder::new().max_rect(rect.shrink2(egui::vec2(2.0, 3.0))));
            let named = name_field(&mut inside, panel, bar, RenameTarget::Sequence(id), "Sequence name", 166.0);
            if let Some(name) = named.filter(|name| *name != sequence.name) {
                panel.wants(Action::edit(Edit::Sequences(SequencesEdit::Rename(id, name))));
            }
            return response;
        }
        tab(ui, panel, (id, place), &sequence.name)
    };
    campaign.sequences.iter().enumerate().map(draw_one).collect()
}

fn tab(ui: &mut egui::Ui, panel: &mut Panel<'_>, (id, place): (SequenceId, usize), name: &str) -> egui::Response {
    let is_open = id == panel.sequence_id();
    let color = |ink| theme::color(ink, panel.theme);
    let family = if is_open { theme::semibold() } else { egui::FontFamily::Proportional };
    let font = egui::FontId::new(13.0, family);
    let ink = color(if is_open { ColorRole::Text } else { ColorRole::Muted });
    let mut job = egui::text::LayoutJob::simple_singleline(name.to_owned(), font, ink);
    job.wrap = egui::text::TextWrapping::truncate_at_width(WIDEST);
    let galley = ui.ctx().fonts_mut(|fonts| fonts.layout_job(job));
    let size = egui::vec2(galley.size().x + 26.0, HEIGHT - 4.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click_and_drag());
    response.widget_info(|| WidgetInfo::selected(Role::Tab, true, is_open, name));
    let painter = ui.painter();
    let top = egui::CornerRadius { nw: 8, ne: 8, sw: 0, se: 0 };
    if is_open {
        painter.rect(rect, top, color(ColorRole::Panel), (1.0, color(ColorRole::Line)), egui::StrokeKind::Inside);
    } else if response.hovered() {
        painter.rect_filled(rect, top, color(ColorRole::AccentField));
    }
    if focus::shows_itself(&response) {
        painter.rect_stroke(rect.shrink(2.0), 6.0, (1.5, color(ColorRole::Accent)), egui::StrokeKind::Inside);
    }
    let at = egui::pos2(rect.left() + 13.0, rect.center().y - galley.size().y / 2.0);
    painter.galley(at, galley, ink);
    if response.clicked() {
        // With the keyboard, focus stays on the tabs; with the pointer, it goes to the canvas.
        if response.clicked_by(egui::PointerButton::Primary) {
            panel.wants(Action::FocusCanvas);
        }
        if !is_open {
            panel.wants(Action::Select(Selection::none(id)));
        }
    }
    let renames = response.has_focus() && ui.input(|input| input.key_pressed(egui::Key::F2));
    if response.double_clicked() || renames {
        panel.wants(Action::Name(Some(RenameTarget::Sequence(id))));
    }
    response.context_menu(|ui| context_menu(ui, panel, (id, place)));
    response
}

fn context_menu(ui: &mut egui::Ui, panel: &mut Panel<'_>, (id, place): (SequenceId, usize)) {
    let count = panel.campaign.sequences.len();
    if ui.button("Rename").clicked() {
        panel.wants(Action::Name(Some(RenameTarget::Sequence(id))));
        ui.close();
    }
    let mut entry = |ui: &mut egui::Ui, enabled: bool, label: &str, edit: SequencesEdit| {
        if ui.add_enabled(enabled, egui::Button::new(label)).clicked() {
            panel.wants(Action::edit(Edit::Sequences(edit)));
            ui.close();
        }
    };
    entry(ui, true, "Duplicate", SequencesEdit::Duplicate(id));
    entry(ui, place > 0, "Move left", SequencesEdit::Move(id, place.saturating_sub(1)));
    entry(ui, place + 1 < count, "Move right", SequencesEdit::Move(id, place + 1));
    ui.separator();
    entry(ui, count > 1, "Delete", SequencesEdit::Remove(id));
}

/// A dragged tab shows where it would go, and moves there when it is dropped. Esc cancels.
fn reorder(ui: &mut egui::Ui, panel: &mut Panel<'_>, tabs: &[egui::Response]) {
    let Some(from) = tabs.iter().position(|tab| tab.dragged() || tab.drag_stopped()) else { return };
    let Some(pointer) = ui.input(|input| input.pointer.interact_pos()) else { return };
    if ui.input(|input| input.key_pressed(egui::Key::Escape)) {
        ui.ctx().stop_dragging();
        return;
    }
    // The number of other tabs before its new position.
    let others = tabs.iter().enumerate().filter(|(place, _)| *place != from);
    let to = others.filter(|(_, tab)| tab.rect.center().x < pointer.x).count();
    if tabs[from].drag_stopped() {
        if to != from {
            let moved = panel.campaign.sequences[from].id;
            panel.wants(Action::edit(Edit::Sequences(SequencesEdit::Move(moved, to))));
        }
    } else if to != from {
        let edge = if to < from { tabs[to].rect.left() } else { tabs[to].rect.right() };
        let line = (2.0, theme::color(ColorRole::Accent, panel.theme));
        ui.painter().vline(edge, tabs[from].rect.y_range(), line);
    }
}
