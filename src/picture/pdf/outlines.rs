//! Lines and areas of an SVG as those of a PDF.

use krilla::color::rgb;
use krilla::geom::{Path, PathBuilder, Transform};
use krilla::num::NormalizedF32;
use krilla::paint::{Fill, FillRule, LineCap, LineJoin, Stroke, StrokeDash};
use krilla::surface::Surface;
use resvg::tiny_skia::PathSegment;
use resvg::usvg;

/// Draws a path with its fill and stroke.
pub(super) fn draw(surface: &mut Surface<'_>, path: &usvg::Path) {
    let (filled, stroked) = (path.fill().and_then(fill), path.stroke().and_then(stroke));
    if !path.is_visible() || (filled.is_none() && stroked.is_none()) {
        return;
    }
    if let Some(outline) = outline(path.data()) {
        surface.set_fill(filled);
        surface.set_stroke(stroked);
        surface.draw_path(&outline);
    }
}

/// A transformation.
pub(super) fn transform(of: usvg::Transform) -> Transform {
    Transform::from_row(of.sx, of.ky, of.kx, of.sy, of.tx, of.ty)
}

fn outline(data: &resvg::tiny_skia::Path) -> Option<Path> {
    let mut path = PathBuilder::new();
    for segment in data.segments() {
        match segment {
            PathSegment::MoveTo(to) => path.move_to(to.x, to.y),
            PathSegment::LineTo(to) => path.line_to(to.x, to.y),
            PathSegment::QuadTo(by, to) => path.quad_to(by.x, by.y, to.x, to.y),
            PathSegment::CubicTo(a, b, to) => path.cubic_to(a.x, a.y, b.x, b.y, to.x, to.y),
            PathSegment::Close => path.close(),
        }
    }
    path.finish()
}

/// A plain fill; `None` for a pattern, which our pages don't have.
pub(super) fn fill(of: &usvg::Fill) -> Option<Fill> {
    let rule = match of.rule() {
        usvg::FillRule::NonZero => FillRule::NonZero,
        usvg::FillRule::EvenOdd => FillRule::EvenOdd,
    };
    Some(Fill { paint: colour(of.paint())?.into(), opacity: opacity(of.opacity()), rule })
}

fn stroke(of: &usvg::Stroke) -> Option<Stroke> {
    let line_cap = match of.linecap() {
        usvg::LineCap::Butt => LineCap::Butt,
        usvg::LineCap::Round => LineCap::Round,
        usvg::LineCap::Square => LineCap::Square,
    };
    let line_join = match of.linejoin() {
        usvg::LineJoin::Miter | usvg::LineJoin::MiterClip => LineJoin::Miter,
        usvg::LineJoin::Round => LineJoin::Round,
        usvg::LineJoin::Bevel => LineJoin::Bevel,
    };
    Some(Stroke {
        paint: colour(of.paint())?.into(),
        width: of.width().get(),
        miter_limit: of.miterlimit().get(),
        line_cap,
        line_join,
        opacity: opacity(of.opacity()),
        dash: of.dasharray().map(|array| StrokeDash { array: array.to_vec(), offset: of.dashoffset() }),
    })
}

fn colour(paint: &usvg::Paint) -> Option<rgb::Color> {
    match paint {
        usvg::Paint::Color(colour) => Some(rgb::Color::new(colour.red, colour.green, colour.blue)),
        usvg::Paint::LinearGradient(_) | usvg::Paint::RadialGradient(_) | usvg::Paint::Pattern(_) => None,
    }
}

fn opacity(of: usvg::Opacity) -> NormalizedF32 {
    NormalizedF32::new(of.get()).unwrap_or(NormalizedF32::ONE)
}
