//! Measures the processor time of a canvas frame, without a graphics card: input, accessibility, painting and
//! tessellation, at 1,000 and at 10,000 items. Then it measures the same for the whole window. `cargo bench --bench
//! canvas`; names of parts as arguments (`thousand`, `zooms`, `numbers`, `hands`, `window`, `opening`) run only those.

mod drawing;
#[path = "../short.rs"]
mod short;
mod whole;

use std::time::Duration;

use cpu_time::ThreadTime;
use dripline::calendar::Zone;
use dripline::campaign::ids::SequenceId;
use dripline::campaign::known::IndexedDirectory;
use dripline::campaign::selection::Selection;
use dripline::campaign::text::thousands;
use dripline::findings::check;
use dripline::picture::counts::{Count, ItemCounts};
use dripline::picture::geometry::{Point, point};
use dripline::picture::scene::{Face, Scene};
use dripline::picture::theme::Theme;
use dripline::ui::canvas::{self, Canvas};
use dripline::ui::context::badges::{Badges, badges};
use dripline::ui::context::camera::Camera;
use dripline::ui::context::facts::CampaignFacts;
use dripline::ui::context::panel::{DocumentView, Panel, RehearsalView};
use dripline::ui::context::settings::Settings;
use dripline::ui::context::view_state::ViewState;
use dripline::workbench::editor::Editor;
use dripline::workbench::rehearse::Rehearsing;
use dripline::workbench::rehearse::keeping::Keeping;
use dripline::workbench::templates::Templates;
use short::{names, pick};

use eframe::egui::epaint::Primitive;
use eframe::egui::{self, ClippedPrimitive, Event, Modifiers, PointerButton, Pos2, Rect, Vec2, pos2, vec2};

// The same allocator as in the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const SIZE: Vec2 = vec2(1100.0, 700.0);
/// A size with room for 30 of the drawing's items at 100 %.
const LARGE: Vec2 = vec2(1180.0, 860.0);

/// The number of frames to measure.
fn frames() -> usize {
    pick(41, 1)
}

/// The number of tracks of the large drawing, and of items in each.
fn side() -> usize {
    pick(100, 12)
}

/// How many items it has, in words.
fn large() -> String {
    format!("{} items", thousands((side() * side()) as u64))
}

/// The middle of the large drawing, where the canvas looks.
fn middle() -> Point {
    pick(point(9000.0, 9000.0), point(1100.0, 1100.0))
}

/// A canvas with everything it needs.
struct Stage {
    ctx: egui::Context,
    editor: Editor,
    scene: Scene,
    findings: Vec<dripline::findings::Finding>,
    badges: Badges,
    facts: CampaignFacts,
    rehearsing: Rehearsing,
    keeping: Keeping,
    view: ViewState,
    settings: Settings,
    my_zone: Zone,
    canvas: Canvas,
    counts: Option<ItemCounts>,
    size: Vec2,
    time: f64,
    seen: usize,
    vertices: usize,
}

impl Stage {
    fn new(rows: usize, columns: usize, size: Vec2) -> Self {
        let campaign = drawing::campaign(rows, columns);
        let scene = Scene::new(&campaign.sequences[0], &IndexedDirectory::new(&campaign.directory));
        let findings = check(&campaign, None, None);
        let badges = badges(&findings, SequenceId::default());
        let ctx = egui::Context::default();
        dripline::ui::controls::theme::install(&ctx);
        ctx.enable_accesskit();
        let (view, settings, canvas) = (ViewState::default(), Settings::default(), Canvas::default());
        let editor = Editor::of(campaign);
        let (facts, rehearsing, keeping) = (CampaignFacts::default(), Rehearsing::default(), Keeping::at(None));
        Self {
            ctx,
            editor,
            scene,
            findings,
            badges,
            facts,
            rehearsing,
            keeping,
            view,
            settings,
            my_zone: Zone::utc(),
            canvas,
            counts: None,
            size,
            time: 0.0,
            seen: 0,
            vertices: 0,
        }
    }

    fn look_at(&mut self, middle: Point, zoom: f32) {
        self.canvas.views.cameras.insert(SequenceId::default(), Camera { middle, zoom });
    }

    /// Draws one frame with these events, and returns its processor time.
    fn frame(&mut self, events: Vec<Event>) -> Duration {
        self.time += 1.0 / 60.0;
        let screen_rect = Some(Rect::from_min_size(Pos2::ZERO, self.size));
        let input = egui::RawInput { screen_rect, time: Some(self.time), events, ..egui::RawInput::default() };
        let mut actions = Vec::new();
        let start = ThreadTime::now();
        let mut output = self.ctx.run_ui(input, |ui| {
            let document = DocumentView {
                campaign: self.editor.campaign(),
                editor: &self.editor,
                scene: &self.scene,
                findings: &self.findings,
                findings_number: 1,
                badges: &self.badges,
                facts: &self.facts,
                checked_with: None,
                view: &self.view,
                templates: &Templates::default(),
                settings: &self.settings,
                my_zone: &self.my_zone,
                theme: Theme::Light,
            };
            let (rehearsing, keeping) = (&self.rehearsing, &self.keeping);
            let rehearsal =
                RehearsalView { document, rehearsing, counts: self.counts.as_ref(), keeping, compared: None };
            let mut panel = Panel { rehearsal, actions: &mut actions };
            canvas::show(ui, &mut panel, &mut self.canvas);
        });
        let meshes = self.ctx.tessellate(output.shapes, output.pixels_per_point);
        let took = start.elapsed();
        // There is no graphics card for the textures.
        output.textures_delta.clear();
        self.vertices = vertices(&meshes);
        assert!(self.vertices > 0 && output.platform_output.accesskit_update.is_some());
        let camera = self.canvas.views.cameras[&SequenceId::default()];
        let view = Rect::from_min_size(Pos2::ZERO, self.size);
        self.seen = self.scene.items_in(camera.seen(view)).len();
        took
    }

    /// The median time of some frames, after a few to warm up.
    fn frames(&mut self, mut events: impl FnMut(&mut Self, usize) -> Vec<Event>) -> Duration {
        let took: Vec<Duration> = (0..frames() + 5)
            .map(|number| {
                let events = events(self, number);
                self.frame(events)
            })
            .collect();
        let mut took = took[5..].to_vec();
        took.sort();
        took[took.len() / 2]
    }
}

fn row(what: &str, stage: &Stage, aim: f64, took: Duration) {
    line(what, (stage.seen, stage.vertices), aim, took);
}

/// Prints a row of the table: a name, the items in view, the vertices of the last frame, the target and the time.
fn line(what: &str, (seen, vertices): (usize, usize), aim: f64, took: Duration) {
    let ms = took.as_secs_f64() * 1000.0;
    let verdict = if ms <= aim { "" } else { " (over)" };
    println!("| {what} | {seen} | {vertices} | {aim:.1} ms | {ms:.2} ms{verdict} |");
}

/// The number of vertices of a frame.
fn vertices(primitives: &[ClippedPrimitive]) -> usize {
    let count = |primitive: &ClippedPrimitive| match &primitive.primitive {
        Primitive::Mesh(mesh) => mesh.vertices.len(),
        Primitive::Callback(_) => 0,
    };
    primitives.iter().map(count).sum()
}

fn moved(at: Pos2) -> Vec<Event> {
    vec![Event::PointerMoved(at)]
}

fn main() {
    let names = names();
    let parts: [(&str, fn()); 6] = [
        ("thousand", thousand),
        ("zooms", zooms),
        ("numbers", numbers),
        ("hands", hands),
        ("window", whole::window),
        ("opening", whole::opening),
    ];
    println!("| what | in view | vertices | aim | measured, middle of {} frames |\n|---|---|---|---|---|", frames());
    for (name, part) in parts {
        if names.is_empty() || names.iter().any(|wanted| wanted == name) {
            part();
        }
    }
}

fn thousand() {
    let mut stage = Stage::new(25, 40, LARGE);
    stage.look_at(point(2900.0, 2018.0), 1.0);
    let took = stage.frames(|_, _| Vec::new());
    row("1,000 items, some in view", &stage, 0.5, took);
    stage.look_at(point(3900.0, 2400.0), 0.135);
    let took = stage.frames(|_, _| Vec::new());
    row("1,000 items, all in view", &stage, 2.0, took);
}

fn zooms() {
    let mut stage = Stage::new(side(), side(), LARGE);
    stage.look_at(point(middle().x - 100.0, middle().y + 18.0), 1.0);
    let took = stage.frames(|_, _| Vec::new());
    row(&format!("{}, some in view", large()), &stage, 1.0, took);
    let mut stage = Stage::new(side(), side(), SIZE);
    for percent in [10, 14, 20, 25, 29, 30, 35, 40, 50, 58, 75, 150, 400] {
        stage.look_at(middle(), percent as f32 / 100.0);
        let took = stage.frames(|_, _| Vec::new());
        row(&format!("{}, {percent} %", large()), &stage, 4.0, took);
    }
}

/// Measures frames in which every item has badges.
fn numbers() {
    let mut stage = Stage::new(side(), side(), SIZE);
    let count = |face: &Face| {
        let count = |times: u64| face.id * times % 12_000;
        (
            SequenceId::default().item(face.id),
            Count { ran: count(7), waiting: count(3), held: count(5) % 2, skipped: count(11) },
        )
    };
    stage.counts = Some(stage.scene.faces.iter().map(count).collect());
    for percent in [10, 30, 40, 50, 58, 75, 100] {
        stage.look_at(middle(), percent as f32 / 100.0);
        let took = stage.frames(|_, _| Vec::new());
        row(&format!("{} with numbers, {percent} %", large()), &stage, 4.0, took);
    }
    let took = stage.frames(|stage, n| {
        stage.look_at(middle(), 0.3 + n as f32 * 0.035);
        Vec::new()
    });
    row("with numbers, zooming from 30 % to 190 %", &stage, 4.0, took);
}

/// Measures what a user does, at 10,000 items.
fn hands() {
    let mut stage = Stage::new(side(), side(), SIZE);
    for percent in [100, 58, 30, 10] {
        stage.look_at(middle(), percent as f32 / 100.0);
        let took = stage.frames(|_, n| moved(pos2(300.0 + n as f32 * 9.0, 300.0 + n as f32 * 3.0)));
        row(&format!("hovering, {percent} %"), &stage, if percent == 100 { 1.0 } else { 4.0 }, took);
    }
    for percent in [100, 30, 10] {
        stage.look_at(middle(), percent as f32 / 100.0);
        let camera = stage.canvas.views.cameras[&SequenceId::default()];
        let view = Rect::from_min_size(Pos2::ZERO, SIZE);
        let face = stage.scene.faces_in(camera.seen(view)).nth(12).expect("an item").clone();
        let ids =
            stage.scene.faces.iter().map(|face| face.id).skip_while(|id| *id < face.id.saturating_sub(50)).take(100);
        stage.view.selection = Selection::of(SequenceId::default(), ids);
        let at = camera.to_screen(view, face.middle);
        let press = |pressed| Event::PointerButton {
            pos: at,
            button: PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        };
        stage.frame(moved(at));
        stage.frame(vec![press(true)]);
        let took = stage.frames(|_, n| moved(at + vec2(10.0 + n as f32 * 4.0, 7.0 + n as f32 * 2.0)));
        row(&format!("dragging 100 selected, {percent} %"), &stage, if percent == 100 { 1.0 } else { 4.0 }, took);
        stage.frame(vec![press(false)]);
    }
    let took = stage.frames(|stage, n| {
        stage.look_at(middle(), 0.3 + n as f32 * 0.035);
        Vec::new()
    });
    row("zooming from 30 % to 190 %", &stage, 4.0, took);
    let took = stage.frames(|stage, n| {
        stage.look_at(middle(), 0.1 + n as f32 * 0.0045);
        Vec::new()
    });
    row("zooming from 10 % to 30 %", &stage, 4.0, took);
}
