//! The test of an HTTP post: what would be sent and where, the question, and the outcome.

pub mod state;

use eframe::egui::{self, Response, RichText, Ui};

use self::state::{PostTestState, TestDialogPart};
use crate::campaign::kinds;
use crate::picture::theme::{ColorRole, Theme};
use crate::ui::context::action::{Action, TestPost};
use crate::ui::context::panel::Panel;
use crate::ui::controls::look;
use crate::ui::controls::modal::{main_button, modal, other_button};
use crate::ui::controls::{theme, words};
use crate::workbench::post_test::outcome::TestOutcome;
use crate::workbench::post_test::{PostTest, Stage};

/// Draws the dialog for the current test.
pub fn show(ctx: &egui::Context, panel: &mut Panel<'_>, state: &mut PostTestState, test: &PostTest) {
    let stage = test.stage();
    let part = match stage {
        Stage::LookingUp => TestDialogPart::LookingUp,
        Stage::Asks => TestDialogPart::Asks,
        Stage::Sending => TestDialogPart::Sending,
        Stage::Over(_) => TestDialogPart::Over,
    };
    let is_new = state.drawn != Some(part);
    if is_new {
        state.drawn = Some(part);
        state.since = ctx.input(|input| input.time);
        // The next frame uses sizes that are measured in this frame.
        ctx.request_repaint();
    }
    let title = match part {
        TestDialogPart::LookingUp | TestDialogPart::Asks => "Send this HTTP post once, for a test?",
        TestDialogPart::Sending | TestDialogPart::Over => "Test of the HTTP post",
    };
    let mut wish = None;
    let closed = modal(ctx, "test of an HTTP post", title, 560.0, |ui| {
        // The buttons stay in the window, whatever the text's height.
        let tall = (ctx.content_rect().height() - 150.0).max(160.0);
        egui::ScrollArea::vertical().id_salt("all").auto_shrink([false, true]).max_height(tall).show(ui, |ui| {
            request(ui, test, part);
            match stage {
                Stage::LookingUp => said(ui, "Looking up the address. Nothing is sent yet.", ColorRole::Muted),
                Stage::Asks => ask(ui, state, test),
                Stage::Sending => waits(ui, state),
                Stage::Over(outcome) => answer(ui, outcome),
            }
        });
        ui.add_space(4.0);
        wish = ui.horizontal(|ui| buttons(ui, panel.theme, state, (test, part, is_new))).inner;
    });
    let closes = if part == TestDialogPart::Sending { TestPost::Stop } else { TestPost::Close };
    if let Some(wish) = wish.or(closed.then_some(closes)) {
        panel.wants(Action::TestPost(wish));
    }
}

/// The request: method, web address, addresses, every pair.
fn request(ui: &mut Ui, test: &PostTest, part: TestDialogPart) {
    let filled = test.filled();
    look::caption(ui, "Web address");
    egui::ScrollArea::vertical().id_salt("web address").max_height(68.0).show(ui, |ui| {
        ui.add(egui::Label::new(format!("{} {}", PostTest::METHOD, filled.url)).wrap());
    });
    let places = test.places();
    if !places.is_empty() {
        look::caption(ui, if places.len() == 1 { "Found at" } else { "Found at (tried in this order)" });
    }
    for place in places {
        let text = match place.special {
            Some(what) => RichText::new(format!("{}, {what}", place.address)).color(look::ink(ui, ColorRole::Held)),
            None => RichText::new(&place.address),
        };
        ui.add(egui::Label::new(text).wrap());
    }
    if filled.pairs.is_empty() {
        look::hint(ui, "There are no pairs: the request has no body.");
        return;
    }
    let count = words::count(filled.pairs.len() as u64, "pair", "pairs");
    look::caption(ui, &format!("{count}, filled for the generated contact {}", filled.person));
    // Leave room for a response below.
    let share = if part == TestDialogPart::Over { 0.15 } else { 0.3 };
    let tall = (ui.ctx().content_rect().height() * share).max(60.0);
    egui::ScrollArea::vertical().id_salt("pairs").max_height(tall).show(ui, |ui| {
        look::group(ui, |ui| {
            let width = ui.available_width();
            for (name, value) in &filled.pairs {
                ui.horizontal_top(|ui| {
                    cell(ui, width * 0.32, RichText::new(name).color(look::ink(ui, ColorRole::Muted)));
                    cell(ui, width * 0.64, RichText::new(value));
                });
            }
        });
    });
}

/// A text that wraps within its column.
fn cell(ui: &mut Ui, width: f32, text: RichText) {
    ui.allocate_ui_with_layout(egui::vec2(width, 0.0), egui::Layout::top_down(egui::Align::Min), |ui| {
        ui.set_width(width);
        ui.add(egui::Label::new(text).wrap());
    });
}

/// The text before the user agrees, and the permission if one is needed.
fn ask(ui: &mut Ui, state: &mut PostTestState, test: &PostTest) {
    ui.add_space(4.0);
    ui.label(
        "This is a real request, not a rehearsal: the server at this address receives it. So far nothing was sent.",
    );
    if let Some(what) = test.places().iter().find_map(|place| place.special) {
        let words = format!("Allow this one request to go to {what}");
        look::check(ui, &mut state.may_be_special, &words);
    }
}

fn waits(ui: &mut Ui, state: &PostTestState) {
    let waited = ui.input(|input| input.time) - state.since;
    let text = format!("Waiting for the answer: {} s of at most {} s.", waited.max(0.0) as u64, PostTest::SECONDS);
    said(ui, &text, ColorRole::Muted);
    // Repaints when the shown seconds change.
    ui.ctx().request_repaint_after_secs((1.0 - waited.rem_euclid(1.0) as f32).max(0.05));
}

/// Draws the outcome of the test.
fn answer(ui: &mut Ui, outcome: &TestOutcome) {
    ui.add_space(4.0);
    let ink = match outcome.response {
        Some(kinds::Response::Status(200)) => ColorRole::Ran,
        _ => ColorRole::Held,
    };
    let headline = RichText::new(&outcome.headline).family(theme::semibold()).size(15.0).color(look::ink(ui, ink));
    live(ui, egui::Label::new(headline).wrap());
    for note in &outcome.notes {
        ui.add(egui::Label::new(note).wrap());
    }
    if outcome.lines.is_empty() {
        return;
    }
    look::caption(ui, "The answer begins");
    let tall = (ui.ctx().content_rect().height() * 0.22).max(60.0);
    egui::ScrollArea::vertical().id_salt("answer").max_height(tall).show(ui, |ui| {
        look::group(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            for line in &outcome.lines {
                ui.add(egui::Label::new(RichText::new(line).size(12.0)).wrap());
            }
        });
    });
}

/// The buttons. Cancel has focus, so that sending is intentional.
fn buttons(
    ui: &mut Ui,
    theme: Theme,
    state: &PostTestState,
    (test, part, is_new): (&PostTest, TestDialogPart, bool),
) -> Option<TestPost> {
    let mut wish = None;
    // A click next to a button takes its focus. It gets focus back, so that Enter stays harmless.
    let is_free = ui.memory(|memory| memory.focused().is_none());
    let harmless = |response: Response| {
        if is_new || is_free {
            response.request_focus();
        }
        response.clicked()
    };
    match part {
        TestDialogPart::LookingUp | TestDialogPart::Asks => {
            if harmless(main_button(ui, theme, "Cancel")) {
                wish = Some(TestPost::Close);
            }
            let may_be_special = state.may_be_special;
            let is_allowed = may_be_special || test.places().iter().all(|place| place.special.is_none());
            let may = part == TestDialogPart::Asks && is_allowed;
            let send = ui.add_enabled_ui(may, |ui| other_button(ui, "Send one request")).inner;
            if send.on_disabled_hover_text("Allow its destination first").clicked() {
                wish = Some(TestPost::Send { may_be_special });
            }
        }
        TestDialogPart::Sending => {
            if harmless(main_button(ui, theme, "Stop waiting")) {
                wish = Some(TestPost::Stop);
            }
        }
        TestDialogPart::Over => {
            if harmless(main_button(ui, theme, "Close")) {
                wish = Some(TestPost::Close);
            }
        }
    }
    wish
}

fn said(ui: &mut Ui, text: &str, ink: ColorRole) {
    ui.add_space(4.0);
    let text = RichText::new(text).color(look::ink(ui, ink));
    live(ui, egui::Label::new(text).wrap());
}

/// A text that a screen reader reads when it appears.
fn live(ui: &mut Ui, label: egui::Label) {
    let said = ui.add(label);
    ui.ctx().accesskit_node_builder(said.id, |node| node.set_live(egui::accesskit::Live::Polite));
}
