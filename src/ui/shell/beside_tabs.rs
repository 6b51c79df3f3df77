//! At the right of the tabs: the zoom, the Live switch, whom one follows, and what the signs on the canvas mean. There
//! they cover nothing.

use eframe::egui::{self, Align, Button, Layout, Popup, RichText, Ui, vec2};
use lucide_icons::Icon;

use crate::campaign::text::thousands;
use crate::picture::draw::legend::{LegendEntry, entries};
use crate::picture::theme::ColorRole;
use crate::ui::canvas::{Canvas, live, zoom_box};
use crate::ui::context::action::{Action, Rehearse};
use crate::ui::context::command::Command;
use crate::ui::context::panel::{Panel, RehearsalView};
use crate::ui::controls::look;
use crate::ui::controls::theme::{color, semibold};
use crate::workbench::rehearse::contact::who;

/// The largest width of the followed contact's name.
const NAME: f32 = 130.0;
/// The room that the followed contact takes: name, words, buttons.
const FOLLOWED: f32 = NAME + 100.0;
/// The size of the legend's letters.
const SIZE: f32 = 12.0;
/// Smallest gap between the tabs and the signs.
const GAP: f32 = 16.0;
/// The room of the button that has the signs where they don't fit.
const FOLDED: f32 = 34.0;

/// The room that must stay free for [`show`]. Without more room, the signs are behind a button.
pub fn reserved(panel: &RehearsalView<'_>) -> f32 {
    zoom_box::ROOM + live::reserved(panel) + beside_live(panel)
}

/// The room for the followed contact and the button with the signs. It is there without numbers too, so that nothing
/// moves when they come.
fn beside_live(panel: &RehearsalView<'_>) -> f32 {
    let followed = if panel.rehearsing.follows().is_some() { FOLLOWED } else { 0.0 };
    followed + FOLDED
}

/// Draws zoom, Live and the followed contact, and the signs as far as there is room.
pub fn show(ui: &mut Ui, panel: &mut Panel<'_>, canvas: &mut Canvas) {
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        zoom_box::show(ui, panel, canvas.zoom(panel.sequence_id()));
        ui.add_space(4.0);
        let beside = beside_live(panel);
        live::show(ui, panel, &mut canvas.live, beside);
        followed(ui, panel);
        signs(ui, panel, (canvas.each_dot(), canvas.has_large_groups(panel)));
    });
}

/// The name of the followed contact, which opens the story, and a button to stop.
fn followed(ui: &mut Ui, panel: &mut Panel<'_>) {
    let Some(place) = panel.rehearsing.follows() else { return };
    let Some(who) = panel.rehearsing.shown().and_then(|shown| who(shown, place)) else { return };
    let close = look::glyph(Icon::X, 14.0).color(color(ColorRole::Text, panel.theme));
    let stop = ui.add(Button::new(close).min_size(vec2(24.0, 24.0)).frame_when_inactive(false));
    if stop.on_hover_text("Stop following").accessible_name("Stop following").clicked() {
        panel.wants(Action::Run(Command::FollowNobody));
        panel.wants(Action::FocusCanvas);
    }
    let words = RichText::new(format!("Following {}", who.name)).size(12.5).family(semibold());
    let fill = color(ColorRole::AccentField, panel.theme);
    let layout = Layout::right_to_left(Align::Center);
    let button = ui.allocate_ui_with_layout(vec2(FOLLOWED - 36.0, 24.0), layout, |ui| {
        ui.spacing_mut().button_padding.x = 8.0;
        ui.add(Button::new(words).fill(fill).corner_radius(12.0).min_size(vec2(0.0, 24.0)).truncate())
    });
    let tip = format!("{} – {}\nClick for the whole story", who.name, who.email);
    if button.inner.on_hover_text(tip).clicked() {
        panel.wants(Action::Run(Command::Rehearse));
        panel.wants(Action::Rehearse(Rehearse::Follow(Some(place))));
    }
}

/// What the signs on the canvas mean, while numbers are shown. Without room for all, a button has them.
fn signs(ui: &mut Ui, panel: &RehearsalView<'_>, dots: (u64, bool)) {
    if panel.counts.is_none() {
        return;
    }
    let all = entries(panel.scene);
    let muted = color(ColorRole::Muted, panel.theme);
    let wide = |words: &str| {
        let font = egui::FontId::proportional(SIZE);
        ui.painter().layout_no_wrap(words.to_owned(), font, muted).size().x
    };
    let needed: f32 = all.iter().map(|entry| wide(entry.word) + 34.0).sum();
    let room = ui.available_width() - needed - GAP - 8.0;
    if needed + GAP + 8.0 > ui.available_width() {
        return folded(ui, panel, &all, of_dots(dots).into_iter().next());
    }
    let dots = of_dots(dots).into_iter().find(|words| wide(words) + 16.0 <= room);
    ui.add_space(8.0);
    // From the right edge inwards.
    for entry in all.into_iter().rev() {
        let words = ui.label(RichText::new(entry.word).size(SIZE).color(muted));
        let glyph = ui.label(look::glyph(entry.icon, 13.0).color(color(entry.ink, panel.theme)));
        words.union(glyph).on_hover_text(entry.meaning);
        ui.add_space(8.0);
    }
    if let Some(words) = dots {
        ui.add_space(4.0);
        ui.label(RichText::new(words).size(SIZE).color(muted)).on_hover_text(GROUPS);
    }
}

/// A button that lists the signs, each with its meaning.
fn folded(ui: &mut Ui, panel: &RehearsalView<'_>, all: &[LegendEntry], dots: Option<String>) {
    const WHAT: &str = "What the signs mean";
    let glyph = look::glyph(Icon::CircleQuestionMark, 16.0).color(color(ColorRole::Muted, panel.theme));
    ui.spacing_mut().button_padding = vec2(4.0, 2.0);
    let button = ui.add(Button::new(glyph).min_size(vec2(26.0, 26.0)).frame_when_inactive(false));
    let button = button.on_hover_text(WHAT).accessible_name(WHAT);
    Popup::from_toggle_button_response(&button).show(|ui| {
        ui.set_max_width(320.0);
        for entry in all {
            ui.horizontal(|ui| {
                ui.label(look::glyph(entry.icon, 14.0).color(color(entry.ink, panel.theme)));
                ui.add(egui::Label::new(entry.meaning).wrap());
            });
        }
        if let Some(dots) = dots {
            ui.separator();
            ui.label(RichText::new(dots).family(semibold()));
            ui.label(RichText::new(GROUPS).color(color(ColorRole::Muted, panel.theme)));
        }
    });
}

/// How many contacts the dots of a group stand for.
const GROUPS: &str = "A group at an item has a dot for each of up to 8 contacts. Larger groups have more dots for more \
                      contacts, but fewer than contacts: 28 dots are 500 contacts, 60 are about 7,000. The number below \
                      the item counts them.";

/// What a dot stands for, given the number of contacts of a moving dot and whether groups have fewer dots than
/// contacts; the whole text first, then what is left of it with less room.
fn of_dots((each_dot, has_large_groups): (u64, bool)) -> Vec<String> {
    let moving = (each_dot > 1).then(|| format!("1 moving dot = {} contacts", thousands(each_dot)));
    let groups = has_large_groups.then(|| "groups: not to scale".to_owned());
    match (moving, groups) {
        (Some(moving), Some(groups)) => vec![format!("{moving} · {groups}"), moving],
        (moving, groups) => moving.into_iter().chain(groups.as_deref().map(crate::calendar::words::capital)).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moving_dots_and_groups_say_their_own_scale() {
        assert_eq!(
            of_dots((8, true)),
            ["1 moving dot = 8 contacts · groups: not to scale", "1 moving dot = 8 contacts"]
        );
        assert_eq!(of_dots((1_000, false)), ["1 moving dot = 1,000 contacts"]);
        assert_eq!(of_dots((1, true)), ["Groups: not to scale"]);
        assert!(of_dots((1, false)).is_empty());
    }
}
