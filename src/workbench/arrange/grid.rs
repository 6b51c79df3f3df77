//! Snaps a dragged thing to its neighbours or to the grid.

use crate::campaign::item::Position;

/// The distance between two lines of the grid, in points.
pub const GRID: f64 = 20.0;

/// A thing that can be aligned with its neighbours: an item by its middle, a note or frame by its edges and middle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Body {
    /// The saved position: the middle of an item, the top left corner of a note or frame.
    pub position: Position,
    /// Width and height; zero for an item.
    pub size: Position,
}

/// The lines that are drawn while a thing is aligned with others, in points.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Guides {
    /// A vertical line: its x, and the y of both ends.
    pub vertical: Option<(f64, f64, f64)>,
    /// A horizontal line: its y, and the x of both ends.
    pub horizontal: Option<(f64, f64, f64)>,
}

/// The nearest point of the grid.
pub fn to_grid(at: Position) -> Position {
    Position((at.0 / GRID).round() * GRID, (at.1 / GRID).round() * GRID)
}

/// Snaps a dragged body, horizontally and vertically: to the same line (start, middle or end) of another body within
/// `reach` points, else to the grid if `grid` is set. Returns the position and the lines to draw.
pub fn settle(wanted: Body, others: &[Body], grid: bool, reach: f64) -> (Position, Guides) {
    let fallback = if grid { to_grid(wanted.position) } else { wanted.position };
    let x = pull(wanted, others, reach, |at| at.0).unwrap_or(fallback.0);
    let y = pull(wanted, others, reach, |at| at.1).unwrap_or(fallback.1);
    let position = Position(x, y);
    (position, guides(Body { position, ..wanted }, others))
}

/// The lines of a body along one axis: its start, middle and end.
fn lines(body: &Body, axis: fn(Position) -> f64) -> [f64; 3] {
    let (start, size) = (axis(body.position), axis(body.size));
    [start, start + size / 2.0, start + size]
}

fn pull(wanted: Body, others: &[Body], reach: f64, axis: fn(Position) -> f64) -> Option<f64> {
    let own = lines(&wanted, axis);
    let gaps = others.iter().flat_map(|other| {
        let theirs = lines(other, axis);
        [theirs[0] - own[0], theirs[1] - own[1], theirs[2] - own[2]]
    });
    let gap = gaps.filter(|gap| gap.abs() <= reach).min_by(|a, b| a.abs().total_cmp(&b.abs()))?;
    Some(own[0] + gap)
}

fn guides(body: Body, others: &[Body]) -> Guides {
    Guides {
        vertical: guide(body, others, |at| at.0, |at| at.1),
        horizontal: guide(body, others, |at| at.1, |at| at.0),
    }
}

fn guide(
    body: Body,
    others: &[Body],
    axis: fn(Position) -> f64,
    across: fn(Position) -> f64,
) -> Option<(f64, f64, f64)> {
    let own = lines(&body, axis);
    let mut line: Option<(f64, f64, f64)> = None;
    for other in others {
        let theirs = lines(other, axis);
        let Some(same) = (0..3).find(|&line| (own[line] - theirs[line]).abs() < 0.01) else { continue };
        let ends = [lines(&body, across), lines(other, across)].concat();
        let low = ends.iter().copied().fold(f64::INFINITY, f64::min);
        let high = ends.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        // If several neighbours are aligned, the guide goes to the nearest one.
        if line.is_none_or(|(_, a, b)| high - low < b - a) {
            line = Some((own[same], low, high));
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(x: f64, y: f64) -> Body {
        Body { position: Position(x, y), size: Position(0.0, 0.0) }
    }

    #[test]
    fn without_neighbours_a_thing_rests_on_the_grid() {
        let (at, guides) = settle(item(49.0, 51.0), &[], true, 6.0);
        assert_eq!((at, guides), (Position(40.0, 60.0), Guides::default()));
    }

    #[test]
    fn a_neighbour_in_reach_pulls_stronger_than_the_grid() {
        let (at, guides) = settle(item(206.0, 51.0), &[item(203.0, 400.0)], true, 6.0);
        assert_eq!(at, Position(203.0, 60.0));
        assert_eq!(guides.vertical, Some((203.0, 60.0, 400.0)));
        assert_eq!(guides.horizontal, None);
    }

    #[test]
    fn without_grid_and_neighbours_it_stays_where_it_was_put() {
        assert_eq!(settle(item(1.5, 2.5), &[item(90.0, 90.0)], false, 6.0).0, Position(1.5, 2.5));
    }

    #[test]
    fn a_note_lines_up_with_the_right_edge_of_another() {
        let other = Body { position: Position(100.0, 0.0), size: Position(200.0, 50.0) };
        let wanted = Body { position: Position(183.0, 300.0), size: Position(120.0, 50.0) };
        assert_eq!(settle(wanted, &[other], false, 6.0).0, Position(180.0, 300.0));
    }
}
