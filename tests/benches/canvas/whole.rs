//! The whole window at 10,000 items: all panels, with about 30 items in view.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use cpu_time::ThreadTime;
use dripline::campaign::edit::{CanvasEdit, Edit};
use dripline::campaign::history::Grouping;
use dripline::campaign::ids::SequenceId;
use dripline::campaign::item::Item;
use dripline::campaign::kinds::Kind;
use dripline::campaign::selection::Selection;
use dripline::picture::geometry::point;
use dripline::storage::campaign_file::save;
use dripline::ui::context::camera::Camera;
use dripline::ui::context::settings::Settings;
use dripline::ui::context::view_state::LeftPanel;
use dripline::ui::shell::app::App;
use dripline::workbench::editor::Editor;
use eframe::egui::{self, DroppedFile, Event, Pos2, Rect, Vec2, pos2, vec2};

use super::short::pick;
use super::{drawing, frames, large, line, middle, moved, side, vertices};

const SIZE: Vec2 = vec2(1280.0, 800.0);
/// The target for all panels together, in milliseconds.
const AIM: f64 = 3.0;

struct Window {
    ctx: egui::Context,
    app: App,
    time: f64,
    vertices: usize,
}

impl Window {
    fn open(rows: usize, columns: usize) -> Self {
        let ctx = egui::Context::default();
        ctx.enable_accesskit();
        let editor = Editor::of(drawing::campaign(rows, columns));
        let mut app = App::new(&ctx, editor, Settings::default(), "Europe/Berlin");
        app.canvas.views.cameras.insert(SequenceId::default(), Camera { middle: middle(), zoom: 1.0 });
        Self { ctx, app, time: 0.0, vertices: 0 }
    }

    fn frame(&mut self, events: Vec<Event>) -> Duration {
        self.frame_with(events, Vec::new())
    }

    fn frame_with(&mut self, events: Vec<Event>, dropped_files: Vec<Arc<dyn DroppedFile + Send + Sync>>) -> Duration {
        self.time += 1.0 / 60.0;
        let screen_rect = Some(Rect::from_min_size(Pos2::ZERO, SIZE));
        let time = Some(self.time);
        let input = egui::RawInput { screen_rect, time, events, dropped_files, ..egui::RawInput::default() };
        let start = ThreadTime::now();
        let mut output = self.ctx.run_ui(input, |ui| self.app.show(ui));
        let meshes = self.ctx.tessellate(output.shapes, output.pixels_per_point);
        let took = start.elapsed();
        output.textures_delta.clear();
        self.vertices = vertices(&meshes);
        assert!(self.vertices > 0);
        took
    }

    fn seen(&self) -> usize {
        let rect = Rect::from_min_size(Pos2::ZERO, vec2(760.0, 560.0));
        let seen = self.app.canvas.views.cameras[&SequenceId::default()].seen(rect);
        let items = &self.app.editor.campaign().sequences[0].items;
        items.iter().filter(|item| seen.contains(point(item.position.0 as f32, item.position.1 as f32))).count()
    }

    fn row(&mut self, what: &str, aim: f64, mut events: impl FnMut(&mut Self, usize) -> Vec<Event>) {
        let mut took = Vec::new();
        for number in 0..frames() + 5 {
            let events = events(self, number);
            let frame = self.frame(events);
            took.push(frame);
        }
        let mut took = took[5..].to_vec();
        took.sort();
        line(what, (self.seen(), self.vertices), aim, took[took.len() / 2]);
    }
}

/// Measures it.
pub fn window() {
    let mut window = Window::open(side(), side());
    let first = window.frame(Vec::new());
    line("whole window, first frame", (window.seen(), window.vertices), 300.0, first);
    // The findings are computed in the background.
    let until = Instant::now() + Duration::from_secs(5);
    while window.app.findings().is_empty() && Instant::now() < until {
        std::thread::sleep(Duration::from_millis(5));
        window.frame(Vec::new());
    }
    window.row("whole window, at rest", AIM, |_, _| Vec::new());
    window.row("whole window, hovering", AIM, |_, n| moved(pos2(400.0 + n as f32 * 9.0, 300.0 + n as f32 * 3.0)));
    let items = &window.app.editor.campaign().sequences[0].items;
    let timer = items.iter().find(|item| matches!(item.kind, Kind::DelayTimer(_))).expect("a timer").clone();
    window.app.view.selection = Selection::of(SequenceId::default(), [timer.id]);
    window.row("whole window, a timer selected", AIM, |_, _| Vec::new());
    window.app.view.left = LeftPanel::Outline;
    window.row("whole window, outline open", AIM, |_, _| Vec::new());
    let items = (side() * side()) as u64;
    window.app.view.selection = Selection::of(SequenceId::default(), (1..=items).collect::<Vec<_>>());
    window.row("whole window, all selected", AIM, |_, _| Vec::new());
    window.app.view.selection = Selection::of(SequenceId::default(), [timer.id]);
    window.row("whole window, after an edit", 50.0, |window, n| {
        let item = Item { name: format!("Wait {n}"), ..timer.clone() };
        let edit = Edit::Canvas(SequenceId::default(), CanvasEdit::SetItem(item));
        let selection = window.app.view.selection.clone();
        window.app.editor.apply(&edit, &selection, Grouping::Alone).expect("a change");
        Vec::new()
    });
}

#[derive(Debug)]
struct Dropped(PathBuf);

impl DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|error| error.to_string())
    }
}

/// Measures how long it takes to open a file of 10,000 items in a window with another campaign, until a frame has shown
/// the file. The window draws while the file is read in the background, so this is elapsed time, not processor time.
pub fn opening() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("large.ron");
    let campaign = drawing::campaign(side(), side());
    save(&path, &campaign).expect("a file");
    let items = campaign.sequences[0].items.len();
    let mut took: Vec<(Duration, usize)> = (0..pick(9, 1)).map(|_| opened(&path, items)).collect();
    took.sort();
    let (took, vertices) = took[took.len() / 2];
    let size = std::fs::metadata(&path).map_or(0, |file| file.len());
    line(&format!("opening a file of {} ({:.1} MB)", large(), size as f64 / 1e6), (items, vertices), 300.0, took);
}

/// The time until a frame has shown the file, which has `items` items, and the number of vertices of that frame.
fn opened(path: &Path, items: usize) -> (Duration, usize) {
    let mut window = Window::open(2, 5);
    (0..3).for_each(|_| _ = window.frame(Vec::new()));
    let start = Instant::now();
    window.frame_with(Vec::new(), vec![Arc::new(Dropped(path.to_owned()))]);
    while window.app.editor.campaign().sequences[0].items.len() != items {
        assert!(start.elapsed() < Duration::from_secs(60), "it was not opened");
        std::thread::sleep(Duration::from_millis(1));
        window.frame(Vec::new());
    }
    (start.elapsed(), window.vertices)
}
