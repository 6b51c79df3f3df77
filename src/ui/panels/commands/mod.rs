//! The list of commands: everything that can be done or gone to, by typing a few letters of it.

mod entries;

use eframe::egui::{self, Align2, FontId, Id, Key, Modifiers, RichText, pos2, vec2};

use self::entries::{Entry, Target, entries};
use crate::picture::theme::Ink;
use crate::ui::context::view_state::Overlay;
use crate::ui::controls::fuzzy;
use crate::ui::controls::search_list::{Rows, SearchList};
use crate::ui::controls::theme::color;
use crate::ui::shell::app::Panel;

/// How many of those used last go before the others.
const REMEMBERED: usize = 8;

/// What the list keeps between frames.
#[derive(Clone, Debug, Default)]
pub struct Commands {
    list: SearchList,
    entries: Vec<Entry>,
    /// Which entries fit what is typed, best first.
    fitting: Vec<usize>,
    /// Those used last, last first.
    used: Vec<Target>,
    is_open: bool,
    /// What had the keyboard before.
    before: Option<Id>,
}

impl Commands {
    /// Another campaign is open: its items go, what a person is used to stays.
    pub fn forget_document(&mut self) {
        let used = std::mem::take(&mut self.used).into_iter().filter(|used| !matches!(used, Target::Go(_)));
        *self = Self { used: used.collect(), ..Self::default() };
    }

    fn open(&mut self, ctx: &egui::Context, panel: &Panel<'_>) {
        self.is_open = true;
        self.before = ctx.memory(|memory| memory.focused());
        self.list = SearchList::default();
        self.entries = entries(ctx, panel);
        self.search();
    }

    fn search(&mut self) {
        let typed = self.list.text.trim();
        let rank_used = |entry: &Entry| self.used.iter().position(|used| *used == entry.target);
        let mut fitting: Vec<(i32, usize)> = Vec::new();
        for (place, entry) in self.entries.iter().enumerate() {
            if typed.is_empty() && entry.only_typed {
                continue;
            }
            let by_both = || fuzzy::score(typed, &format!("{} {}", entry.label, entry.from)).map(|score| score - 200);
            if let Some(score) = fuzzy::score(typed, &entry.label).or_else(by_both) {
                let score = if typed.is_empty() { 0 } else { score };
                let used = rank_used(entry).map_or(0, |rank| 40 * (REMEMBERED - rank) as i32);
                // What is typed in full is meant, whatever was used before.
                let exact = if entry.label.eq_ignore_ascii_case(typed) { 1_000 } else { 0 };
                fitting.push((score + used + exact - if entry.enabled { 0 } else { 120 }, place));
            }
        }
        if !typed.is_empty() || !self.used.is_empty() {
            fitting.sort_by_key(|(score, place)| (-score, *place));
        }
        self.fitting = fitting.into_iter().map(|(_, place)| place).collect();
    }

    fn remember(&mut self, target: Target) {
        self.used.retain(|used| *used != target);
        self.used.insert(0, target);
        self.used.truncate(REMEMBERED);
    }
}

/// Draws it while it lies over the window.
pub fn show(ui: &mut egui::Ui, panel: &mut Panel<'_>) {
    if panel.view.overlay != Overlay::Commands {
        panel.view.commands.is_open = false;
        return;
    }
    let mut commands = std::mem::take(&mut panel.view.commands);
    if !commands.is_open {
        commands.open(ui.ctx(), panel);
    }
    let mut chosen = None;
    let area = egui::Modal::default_area(Id::unique("commands")).anchor(Align2::CENTER_TOP, vec2(0.0, 64.0));
    let modal = egui::Modal::new(Id::unique("commands"))
        .frame(egui::Frame::popup(ui.style()).inner_margin(12.0))
        .area(area)
        .show(ui.ctx(), |ui| {
            let screen = ui.ctx().content_rect();
            ui.set_width((screen.width() - 64.0).min(580.0));
            let typed =
                commands.list.field(ui, "Commands", "Type a command, an item or a rule", commands.fitting.len());
            if typed.changed {
                commands.search();
            }
            ui.add_space(4.0);
            chosen = rows(ui, &mut commands, panel, screen.height() - 190.0);
            if typed.enter {
                chosen = Some(commands.list.at);
            }
        });
    let escape = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
    let entry = chosen.and_then(|row| commands.fitting.get(row)).map(|place| commands.entries[*place].clone());
    match entry {
        Some(entry) if entry.enabled => {
            commands.remember(entry.target.clone());
            commands.is_open = false;
            panel.view.overlay = Overlay::None;
            panel.view.focus_canvas = !matches!(entry.target, Target::Rules(_));
            entries::run(&entry.target, panel);
        }
        _ if escape || modal.should_close() => {
            panel.view.overlay = Overlay::None;
            commands.is_open = false;
            match commands.before.take() {
                Some(id) => ui.memory_mut(|memory| memory.request_focus(id)),
                None => panel.view.focus_canvas = true,
            }
        }
        _ => {}
    }
    panel.view.commands = commands;
}

fn rows(ui: &mut egui::Ui, commands: &mut Commands, panel: &Panel<'_>, room: f32) -> Option<usize> {
    let Commands { list, entries, fitting, .. } = commands;
    if fitting.is_empty() {
        ui.label(RichText::new("Nothing fits").color(color(Ink::Muted, panel.theme)));
        return None;
    }
    let entry = |row: usize| &entries[fitting[row]];
    let spoken = |row: usize| {
        let Entry { label, from, keys, enabled, .. } = entry(row);
        let parts = [label.as_str(), from, keys, if *enabled { "" } else { "not possible now" }];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    };
    let (text, muted) = (color(Ink::Text, panel.theme), color(Ink::Muted, panel.theme));
    let shape = Rows {
        name: "Commands",
        count: fitting.len(),
        height: 30.0,
        room: room.clamp(90.0, 420.0),
        theme: panel.theme,
    };
    list.rows(ui, shape, spoken, |ui, response, row| {
        let rect = response.rect;
        let Entry { label, from, keys, enabled, .. } = entry(row);
        let (middle, painter) = (rect.center().y, ui.painter());
        let small = FontId::proportional(11.5);
        let keys = painter.text(pos2(rect.right() - 10.0, middle), Align2::RIGHT_CENTER, keys, small.clone(), muted);
        let from = painter.text(keys.left_center() - vec2(12.0, 0.0), Align2::RIGHT_CENTER, from, small, muted);
        let tint = if *enabled { text } else { muted };
        let mut job = egui::text::LayoutJob::simple_singleline(label.clone(), FontId::proportional(13.0), tint);
        let left = rect.left() + 12.0;
        job.wrap = egui::text::TextWrapping::truncate_at_width((from.left() - left - 12.0).max(40.0));
        let label = painter.layout_job(job);
        painter.galley(pos2(left, middle - label.rect.height() / 2.0), label, tint);
    })
}
