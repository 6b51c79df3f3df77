//! The pitch: places that leave room for the texts and numbers of an item and of its neighbours.

use rustc_hash::FxHashMap;

use crate::campaign::item::Position;

/// The distance between two items in a row, and between two rows, in points.
pub const STEP: f64 = 200.0;
/// Two items that are closer than this in both directions cut each other's texts.
const NEAR: (f64, f64) = (160.0, 140.0);
/// How many steps away a free place is looked for in each direction.
const STEPS: i32 = 3;
/// How many neighbours are asked for places on their pitch.
const NEIGHBOURS: usize = 6;

/// The places of items, to find free ones among them.
#[derive(Debug, Default)]
pub struct TakenPlaces(FxHashMap<(i64, i64), Vec<Position>>);

impl TakenPlaces {
    /// The places of these items.
    pub fn new(places: impl IntoIterator<Item = Position>) -> Self {
        let mut cells: FxHashMap<(i64, i64), Vec<Position>> = FxHashMap::default();
        places.into_iter().for_each(|at| cells.entry(cell(at)).or_default().push(at));
        Self(cells)
    }

    /// Whether an item at this place has room for its texts.
    pub fn is_free(&self, at: Position) -> bool {
        self.near(at).next().is_none()
    }

    /// As [`TakenPlaces::roomy_where`], wherever that is.
    pub fn roomy(&self, wanted: Position) -> Position {
        self.roomy_where(wanted, |_| true)
    }

    /// This place if it has room, otherwise the nearest one that has: as close to a neighbour as its texts allow, or
    /// one or more steps from it. If possible it is one that `suits`, such as one in sight.
    pub fn roomy_where(&self, wanted: Position, suits: impl Fn(Position) -> bool) -> Position {
        let near: Vec<Position> = self.near(wanted).take(NEIGHBOURS).collect();
        let places = near.iter().flat_map(|at| {
            let across = distances(STEP, NEAR.0).chain([wanted.0 - at.0]);
            across.flat_map(move |x| {
                let down = distances(STEP, NEAR.1).chain([wanted.1 - at.1]);
                down.map(move |y| Position(at.0 + x, at.1 + y))
            })
        });
        let far = |at: &Position| ((at.0 - wanted.0).hypot(at.1 - wanted.1), at.1, at.0);
        let nearest = places.filter(|at| self.is_free(*at)).min_by(|a, b| {
            let (c, d) = (far(a), far(b));
            let order = c.0.total_cmp(&d.0).then(c.1.total_cmp(&d.1)).then(c.2.total_cmp(&d.2));
            (!suits(*a)).cmp(&!suits(*b)).then(order)
        });
        nearest.unwrap_or(wanted).within_canvas()
    }

    /// The items that are too close to a place.
    fn near(&self, at: Position) -> impl Iterator<Item = Position> {
        let (x, y) = cell(at);
        let cells = (-1..=1).flat_map(move |across| (-1..=1).map(move |down| (x + across, y + down)));
        let there = cells.filter_map(|cell| self.0.get(&cell)).flatten().copied();
        there.filter(move |other| (other.0 - at.0).abs() < NEAR.0 && (other.1 - at.1).abs() < NEAR.1)
    }
}

/// The distances from a neighbour at which a free place is looked for: steps, and the closest.
fn distances(step: f64, closest: f64) -> impl Iterator<Item = f64> {
    (-STEPS..=STEPS).map(move |steps| step * f64::from(steps)).chain([-closest, closest])
}

fn cell(at: Position) -> (i64, i64) {
    ((at.0 / NEAR.0).floor() as i64, (at.1 / NEAR.1).floor() as i64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_dropped_close_to_others_stands_on_their_pitch() {
        let taken = TakenPlaces::new([Position(240.0, 80.0), Position(440.0, 80.0)]);
        assert_eq!(taken.roomy(Position(600.0, 80.0)), Position(600.0, 80.0), "there is room");
        assert_eq!(taken.roomy(Position(620.0, 80.0)), Position(620.0, 80.0), "here too");
        assert_eq!(taken.roomy(Position(260.0, 240.0)), Position(260.0, 240.0));
        assert!(taken.is_free(taken.roomy(Position(240.0, 80.0))));
    }

    #[test]
    fn what_is_dropped_too_close_moves_no_further_than_texts_need() {
        let taken = TakenPlaces::new([Position(240.0, 80.0), Position(440.0, 80.0)]);
        assert_eq!(taken.roomy(Position(580.0, 100.0)), Position(600.0, 100.0));
        assert_eq!(taken.roomy(Position(260.0, 180.0)), Position(260.0, 220.0));
    }

    #[test]
    fn what_is_dropped_too_close_stays_in_sight_if_there_is_room() {
        let taken = TakenPlaces::new([Position(240.0, 80.0), Position(440.0, 80.0)]);
        let (above, below) = (Position(340.0, -60.0), Position(340.0, 220.0));
        assert_eq!(taken.roomy(Position(340.0, 60.0)), above);
        assert_eq!(taken.roomy_where(Position(340.0, 60.0), |at| at.1 > 0.0), below);
        assert_eq!(taken.roomy_where(Position(340.0, 60.0), |_| false), above, "nowhere in sight");
    }
}
