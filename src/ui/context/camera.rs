//! Pan and zoom: converts between canvas and screen.

use eframe::egui::{Pos2, Rect, Vec2, pos2};

use crate::picture::geometry::{self, Point, point};
use crate::picture::level::NAMES;

/// The smallest zoom of a canvas.
pub const SMALLEST: f32 = 0.1;
/// The largest zoom of a canvas.
pub const LARGEST: f32 = 4.0;

/// The space around what is fitted, in points of the screen.
const FIT_MARGIN: f32 = 24.0;

/// Which part of a canvas is visible.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Camera {
    /// The point of the canvas at the centre of the view.
    pub middle: Point,
    /// Points on the screen per point of the canvas.
    pub zoom: f32,
}

impl Default for Camera {
    fn default() -> Self {
        Self { middle: point(400.0, 300.0), zoom: 1.0 }
    }
}

impl Camera {
    /// The position on the screen of a point of the canvas; `view` is the canvas's rectangle on the screen.
    pub fn to_screen(&self, view: Rect, at: Point) -> Pos2 {
        let middle = view.center();
        pos2(middle.x + (at.x - self.middle.x) * self.zoom, middle.y + (at.y - self.middle.y) * self.zoom)
    }

    /// The point of the canvas at a position on the screen.
    pub fn to_canvas(&self, view: Rect, at: Pos2) -> Point {
        let middle = view.center();
        point(self.middle.x + (at.x - middle.x) / self.zoom, self.middle.y + (at.y - middle.y) / self.zoom)
    }

    /// The visible part of the canvas.
    pub fn seen(&self, view: Rect) -> geometry::Rect {
        geometry::Rect::between(self.to_canvas(view, view.min), self.to_canvas(view, view.max))
    }

    /// Zooms, keeping what is under `at` in place.
    pub fn zoom_at(&mut self, view: Rect, at: Pos2, factor: f32) {
        let under = self.to_canvas(view, at);
        self.zoom = (self.zoom * factor).clamp(SMALLEST, LARGEST);
        let now = self.to_canvas(view, at);
        self.middle = point(self.middle.x + under.x - now.x, self.middle.y + under.y - now.y);
    }

    /// Pans by a distance on the screen.
    pub fn pan(&mut self, by: Vec2) {
        self.middle = point(self.middle.x - by.x / self.zoom, self.middle.y - by.y / self.zoom);
    }

    /// The first view of a sequence: all of it, at most at 100 %. A short one starts at the left.
    pub fn first(view: Rect, bounds: geometry::Rect) -> Self {
        let room = geometry::Rect::at(bounds.min, (view.width() - 96.0).max(1.0), (view.height() - 96.0).max(1.0));
        let fits = bounds.width() <= room.width() && bounds.height() <= room.height();
        Self::fit(view, if fits { room } else { bounds })
    }

    /// Pans as little as possible to show a rectangle, or its centre if it is too large.
    pub fn reveal(&mut self, view: Rect, what: geometry::Rect) {
        self.reveal_in(view, view, what);
    }

    /// As [`Camera::reveal`], in the part `free` of the view that nothing covers.
    pub fn reveal_in(&mut self, view: Rect, free: Rect, what: geometry::Rect) {
        let free = free.shrink(32.0);
        let seen = geometry::Rect::between(self.to_canvas(view, free.min), self.to_canvas(view, free.max));
        let by = |low: f32, high: f32, from: f32, to: f32| match high - low > to - from {
            true => (low + high - from - to) / 2.0,
            false => (low - from).min(0.0) + (high - to).max(0.0),
        };
        self.middle.x += by(what.min.x, what.max.x, seen.min.x, seen.max.x);
        self.middle.y += by(what.min.y, what.max.y, seen.min.y, seen.max.y);
    }

    /// The next larger or smaller standard zoom.
    pub fn next_zoom(&self, larger: bool) -> f32 {
        const ZOOMS: [f32; 14] = [0.1, 0.15, 0.2, 0.25, 0.33, 0.5, 0.67, 0.8, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0];
        let next = match larger {
            true => ZOOMS.into_iter().find(|zoom| *zoom > self.zoom * 1.01),
            false => ZOOMS.into_iter().rev().find(|zoom| *zoom < self.zoom * 0.99),
        };
        next.unwrap_or(self.zoom)
    }

    /// Shows all of a rectangle, as [`Camera::fit`], unless names would be too small to read. Then it shows the part in
    /// which `start` is: at the left, and halfway up if the rectangle is too high as well.
    pub fn readable(view: Rect, bounds: geometry::Rect, start: geometry::Rect) -> Self {
        let whole = Self::fit(view, bounds);
        if whole.zoom >= NAMES {
            return whole;
        }
        let room = view.shrink(FIT_MARGIN) / NAMES;
        // The middle that is nearest to the wanted one without empty canvas beyond the edges.
        let middle = |wanted: f32, low: f32, high: f32, room: f32| match high - low <= room {
            true => (low + high) / 2.0,
            false => wanted.clamp(low + room / 2.0, high - room / 2.0),
        };
        let x = middle(start.min.x + room.width() / 2.0, bounds.min.x, bounds.max.x, room.width());
        let y = middle(start.middle().y, bounds.min.y, bounds.max.y, room.height());
        Self { middle: point(x, y), zoom: NAMES }
    }

    /// Shows all of a rectangle, at most at 100 %.
    pub fn fit(view: Rect, bounds: geometry::Rect) -> Self {
        let room = view.shrink(FIT_MARGIN);
        let across = room.width() / bounds.width().max(1.0);
        let down = room.height() / bounds.height().max(1.0);
        Self { middle: bounds.middle(), zoom: across.min(down).clamp(SMALLEST, 1.0) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use eframe::egui::vec2;

    fn view() -> Rect {
        Rect::from_min_size(pos2(200.0, 100.0), vec2(800.0, 600.0))
    }

    #[test]
    fn zooming_keeps_what_is_under_the_pointer() {
        let mut camera = Camera::default();
        let at = pos2(312.0, 455.0);
        let under = camera.to_canvas(view(), at);
        camera.zoom_at(view(), at, 1.7);
        let now = camera.to_screen(view(), under);
        assert!((now - at).length() < 0.01, "{now:?}");
        camera.zoom_at(view(), at, 1000.0);
        assert_eq!(camera.zoom, LARGEST);
    }

    #[test]
    fn revealing_moves_only_what_is_needed() {
        let mut camera = Camera::default();
        let before = camera;
        camera.reveal(view(), geometry::Rect::around(camera.middle, 100.0, 100.0));
        assert_eq!(camera, before, "seen already");
        let far = geometry::Rect::at(point(2000.0, 300.0), 64.0, 64.0);
        camera.reveal(view(), far);
        assert_eq!(camera.middle.y, before.middle.y);
        assert!((camera.seen(view().shrink(32.0)).max.x - far.max.x).abs() < 0.01);
    }

    #[test]
    fn a_short_sequence_is_first_seen_at_the_left_and_a_long_one_whole() {
        let short = Camera::first(view(), geometry::Rect::at(point(0.0, 0.0), 300.0, 200.0));
        assert_eq!(short.zoom, 1.0);
        assert!(short.to_screen(view(), point(0.0, 0.0)).x < view().min.x + 60.0);
        let long = geometry::Rect::at(point(0.0, 0.0), 3000.0, 200.0);
        let seen = Camera::first(view(), long).seen(view());
        assert!(seen.contains(long.min) && seen.contains(long.max));
    }

    #[test]
    fn a_readable_fit_shows_all_or_the_part_with_the_start() {
        let start = |x: f32, y: f32| geometry::Rect::around(point(x, y), 64.0, 64.0);
        let small = geometry::Rect::at(point(0.0, 0.0), 1500.0, 200.0);
        assert_eq!(Camera::readable(view(), small, start(40.0, 100.0)), Camera::fit(view(), small));
        let wide = geometry::Rect::at(point(0.0, 0.0), 6000.0, 200.0);
        let low = geometry::Rect::at(point(0.0, 0.0), 6000.0, 4000.0);
        for (bounds, start, is_at_left) in
            [(wide, start(40.0, 100.0), true), (low, start(40.0, 3900.0), true), (wide, start(5900.0, 100.0), false)]
        {
            let camera = Camera::readable(view(), bounds, start);
            let seen = camera.seen(view());
            assert_eq!(camera.zoom, NAMES);
            assert!(seen.contains(start.min) && seen.contains(start.max), "{start:?} in {seen:?}");
            assert_eq!((camera.to_screen(view(), start.min).x - view().min.x) < 60.0, is_at_left, "{camera:?}");
        }
    }
}
