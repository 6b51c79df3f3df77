//! Measures frames of the window while a rehearsal is watched, without a graphics card: input, accessibility, painting
//! and tessellation. It measures the processor time of the window's own thread.

use std::time::{Duration, Instant as Moment};

use cpu_time::ThreadTime;
use dripline::campaign::document::Campaign;
use dripline::campaign::item::{Item, Position};
use dripline::campaign::kinds::Kind;
use dripline::campaign::text::thousands;
use dripline::ui::context::action::{Action, Rehearse};
use dripline::ui::context::command::Command;
use dripline::ui::context::settings::Settings;
use dripline::ui::shell::app::App;
use dripline::workbench::editor::Editor;
use dripline::workbench::rehearse::clock::Speed;
use dripline::workbench::rehearse::dots;
use eframe::egui::{self, Pos2, Rect, vec2};

use super::short::pick;
use super::{line, reference};

struct Window {
    ctx: egui::Context,
    app: App,
    time: f64,
}

impl Window {
    fn open(campaign: Campaign) -> Self {
        let ctx = egui::Context::default();
        ctx.enable_accesskit();
        let app = App::new(&ctx, Editor::of(campaign), Settings::default(), "Europe/Berlin");
        let mut window = Self { ctx, app, time: 0.0 };
        window.act(Action::Run(Command::Rehearse));
        let start = Moment::now();
        while window.app.rehearsing().span().is_none() {
            assert!(start.elapsed() < Duration::from_secs(600), "no run");
            window.frame();
            std::thread::sleep(Duration::from_millis(5));
        }
        (0..5).for_each(|_| _ = window.frame());
        window
    }

    fn act(&mut self, action: Action) {
        let ctx = self.ctx.clone();
        self.app.act(&ctx, action);
    }

    /// Draws one frame, and returns its processor time.
    fn frame(&mut self) -> Duration {
        self.time += 1.0 / 60.0;
        let screen_rect = Some(Rect::from_min_size(Pos2::ZERO, vec2(1280.0, 800.0)));
        let input = egui::RawInput { screen_rect, time: Some(self.time), ..egui::RawInput::default() };
        let start = ThreadTime::now();
        let mut output = self.ctx.run_ui(input, |ui| self.app.show(ui));
        let meshes = self.ctx.tessellate(output.shapes, output.pixels_per_point);
        let took = start.elapsed();
        output.textures_delta.clear();
        assert!(!meshes.is_empty());
        took
    }
}

/// Measures frames after a jump of the clock, with everything that the window shows of a million contacts.
pub fn jumps() {
    let count = pick(1_000_000, 500);
    for mode in [Command::Rehearse, Command::Report] {
        let mut window = Window::open(reference(count));
        window.act(Action::Run(mode));
        (0..5).for_each(|_| _ = window.frame());
        let (first, last) = window.app.rehearsing().span().expect("something happens");
        let length = last.utc_secs() - first.utc_secs();
        let took = (0..pick(60, 2))
            .map(|number: i64| {
                window.act(Action::Rehearse(Rehearse::Jump(first.plus_secs(number * 7_919_777 % length))));
                window.frame()
            })
            .collect();
        line(&format!("the frame of a jump in {mode:?}, {} contacts", thousands(count)), 16.0, took);
    }
}

/// The reference sequence with many items after one timer, so that each contact that continues is seen several times.
fn fan(count: u64) -> Campaign {
    let mut campaign = reference(count);
    let sequence = &mut campaign.sequences[0];
    let timer = sequence.items.iter().find(|item| matches!(item.kind, Kind::DelayTimer(_))).expect("a timer").id;
    let email = sequence.items.iter().find(|item| matches!(item.kind, Kind::Email(_))).expect("an email").clone();
    for number in 0..24 {
        let id = 1_000 + number;
        let position = Position(email.position.0, email.position.1 + 200.0 * (number + 1) as f64);
        sequence.items.push(Item { id, position, ..email.clone() });
        sequence.links.push((timer, id));
    }
    campaign
}

/// Measures frames while thousands of contacts move.
pub fn dots() {
    let mut window = Window::open(fan(pick(40_000, 200)));
    window.act(Action::Run(Command::Fit));
    window.act(Action::Run(Command::ToStart));
    window.act(Action::Rehearse(Rehearse::Speed(Speed::Month)));
    window.act(Action::Run(Command::Play));
    let (mut took, mut most) = (Vec::new(), 0);
    for _ in 0..pick(400, 5) {
        let frame = window.frame();
        let rehearsing = window.app.rehearsing();
        let (Some(shown), Some(clock)) = (rehearsing.shown(), rehearsing.clock()) else { continue };
        if !clock.plays {
            window.act(Action::Run(Command::Play));
            continue;
        }
        let plan = &shown.scene.plan;
        let moving = dots::dots(shown, clock, dots::MOST);
        let drawn: usize = moving.dots.iter().map(|dot| plan.next(dot.rank).len()).sum();
        most = most.max(drawn);
        if (4_000..=7_000).contains(&drawn) {
            took.push(frame);
        }
    }
    match took.len() {
        0 => println!("| a frame with 5,000 dots | 4 ms | not met: {most} dots at most |"),
        frames => line(&format!("a frame of Rehearse with 4,000 to 7,000 dots ({frames} frames)"), 4.0, took),
    }
}
