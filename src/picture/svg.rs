//! Writes a picture as a self-contained SVG: icons as outlines, texts as text.

use std::fmt::Write;

use ttf_parser::Face;

use crate::campaign::text::push_xml;

use super::counts::ItemCounts;
use super::draw::whole;
use super::fonts;
use super::geometry::{Point, Rect};
use super::measure::{Weight, width};
use super::options::{Background, Options};
use super::scene::Scene;
use super::shape::{Anchor, Paint, Shape, Stroke, Text, TextSpan};
use super::svg_path::{Number, Outline};
use super::theme::{ColorRole, Rgb, Theme};

/// A finished SVG document.
#[derive(Clone, Debug, PartialEq)]
pub struct Svg {
    /// The text of the SVG document.
    pub text: String,
    /// The width, in points.
    pub width: f32,
    /// The height, in points.
    pub height: f32,
}

/// The shapes of a picture, from back to front, and their bounding rectangle.
#[derive(Clone, Copy, Debug)]
pub struct Picture<'a> {
    /// The shapes, from back to front.
    pub shapes: &'a [Shape<'a>],
    /// The bounding rectangle of the shapes.
    pub bounds: Rect,
    /// The background, unless the picture is transparent.
    pub ground: Background,
    /// What the picture shows, in words, for screen readers.
    pub words: Option<&'a str>,
}

/// Draws a scene as SVG, with the numbers on badges if there are any.
pub fn draw(scene: &Scene, counts: Option<&ItemCounts>, options: &Options) -> Svg {
    let (shapes, bounds) = whole::draw(scene, counts);
    let bounds = Rect::between(floor(bounds.min), floor(Point { x: bounds.max.x + 1.0, y: bounds.max.y + 1.0 }));
    write(&Picture { shapes: &shapes, bounds, ground: Background::Dotted, words: None }, options)
}

/// Writes a picture as SVG.
pub fn write(picture: &Picture<'_>, options: &Options) -> Svg {
    let scale = options.scale();
    let bounds = picture.bounds;
    let (width, height) = ((bounds.width() * scale).ceil(), (bounds.height() * scale).ceil());
    let mut pen = SvgWriter { out: String::new(), theme: options.theme, icons: Face::parse(fonts::ICONS, 0).ok() };
    let _ = write!(
        pen.out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{}\" height=\"{}\" viewBox=\"{} {} {} {}\" \
         font-family=\"Inter, 'Helvetica Neue', Arial, 'Noto Sans', sans-serif\"",
        Number(width),
        Number(height),
        Number(bounds.min.x),
        Number(bounds.min.y),
        Number(width / scale),
        Number(height / scale)
    );
    if let Some(words) = picture.words {
        pen.out.push_str(" role=\"img\" aria-label=\"");
        push_xml(&mut pen.out, words);
        pen.out.push('"');
    }
    pen.out.push_str(">\n");
    pen.paper(bounds, options.ground(picture.ground));
    picture.shapes.iter().for_each(|shape| pen.shape(shape));
    pen.out.push_str("</svg>\n");
    Svg { text: pen.out, width, height }
}

fn floor(at: Point) -> Point {
    Point { x: at.x.floor(), y: at.y.floor() }
}

struct SvgWriter {
    out: String,
    theme: Theme,
    icons: Option<Face<'static>>,
}

impl SvgWriter {
    fn paper(&mut self, area: Rect, ground: Background) {
        if ground == Background::None {
            return;
        }
        let (paper, dots) = (self.hex(ColorRole::Paper), self.hex(ColorRole::Dots));
        let all = |fill: &str| {
            format!(
                "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"{fill}\"/>\n",
                Number(area.min.x),
                Number(area.min.y),
                Number(area.width() + 1.0),
                Number(area.height() + 1.0)
            )
        };
        self.out.push_str(&all(&paper));
        if ground == Background::Dotted {
            let _ = writeln!(
                self.out,
                "<pattern id=\"dots\" width=\"20\" height=\"20\" patternUnits=\"userSpaceOnUse\">\
                 <circle cx=\"10\" cy=\"10\" r=\"0.9\" fill=\"{dots}\"/></pattern>"
            );
            self.out.push_str(&all("url(#dots)"));
        }
    }

    fn hex(&self, ink: ColorRole) -> String {
        let Rgb(r, g, b) = ink.rgb(self.theme);
        format!("#{r:02x}{g:02x}{b:02x}")
    }

    fn shape(&mut self, shape: &Shape<'_>) {
        match shape {
            Shape::Box { area, radius, fill, stroke } => {
                let (rx, x, y) = (Number(*radius), Number(area.min.x), Number(area.min.y));
                let (w, h) = (Number(area.width()), Number(area.height()));
                let _ = write!(self.out, "<rect x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\" rx=\"{rx}\"");
                self.finish(*fill, *stroke);
            }
            Shape::Circle { middle, radius, fill, stroke } => {
                let (x, y, r) = (Number(middle.x), Number(middle.y), Number(*radius));
                let _ = write!(self.out, "<circle cx=\"{x}\" cy=\"{y}\" r=\"{r}\"");
                self.finish(*fill, *stroke);
            }
            Shape::Polygon { points, fill } => {
                self.out.push_str("<path d=\"");
                for (place, at) in points.iter().enumerate() {
                    let letter = if place == 0 { 'M' } else { 'L' };
                    let _ = write!(self.out, "{letter}{} {}", Number(at.x), Number(at.y));
                }
                self.out.push_str("Z\"");
                self.finish(Some(*fill), None);
            }
            Shape::Line { ends: [a, b], stroke } => {
                let (ax, ay, bx, by) = (Number(a.x), Number(a.y), Number(b.x), Number(b.y));
                let _ = write!(self.out, "<path d=\"M{ax} {ay}L{bx} {by}\"");
                self.finish(None, Some(*stroke));
            }
            Shape::Curve { points: [a, b, c, d], stroke } => {
                let _ = write!(self.out, "<path d=\"M{} {}C", Number(a.x), Number(a.y));
                for at in [b, c, d] {
                    let _ = write!(self.out, "{} {} ", Number(at.x), Number(at.y));
                }
                self.out.pop();
                self.out.push('"');
                self.finish(None, Some(*stroke));
            }
            Shape::Icon { icon, middle, size, paint } => self.icon(*icon, *middle, *size, *paint),
            Shape::Text(text) => self.text(text),
        }
    }

    /// Writes fill and stroke of the open element, and closes it.
    fn finish(&mut self, fill: Option<Paint>, stroke: Option<Stroke>) {
        match fill {
            Some(paint) => self.colour("fill", paint),
            None => self.out.push_str(" fill=\"none\""),
        }
        if let Some(stroke) = stroke {
            self.colour("stroke", stroke.paint);
            let _ = write!(self.out, " stroke-width=\"{}\"", Number(stroke.width));
            if let Some((dash, gap)) = stroke.dash {
                let _ = write!(self.out, " stroke-dasharray=\"{} {}\"", Number(dash), Number(gap));
            }
        }
        self.out.push_str("/>\n");
    }

    fn colour(&mut self, what: &str, paint: Paint) {
        let hex = self.hex(paint.ink);
        let _ = write!(self.out, " {what}=\"{hex}\"");
        if paint.alpha < 1.0 {
            let _ = write!(self.out, " {what}-opacity=\"{}\"", Number(paint.alpha));
        }
    }

    fn icon(&mut self, icon: char, middle: Point, size: f32, paint: Paint) {
        let Some(face) = &self.icons else { return };
        let Some(glyph) = face.glyph_index(icon) else { return };
        let scale = size / f32::from(face.units_per_em());
        let high = f32::from(face.ascender()) + f32::from(face.descender());
        let wide = f32::from(face.glyph_hor_advance(glyph).unwrap_or(face.units_per_em()));
        // The em square of the icon font is centred on the middle.
        let origin = Point { x: middle.x - wide / 2.0 * scale, y: middle.y + high / 2.0 * scale };
        let mut outline = Outline { out: String::new(), origin, scale };
        if face.outline_glyph(glyph, &mut outline).is_none() {
            return;
        }
        let _ = write!(self.out, "<path d=\"{}\"", outline.out);
        self.finish(Some(paint), None);
    }

    fn text(&mut self, text: &Text<'_>) {
        if text.spans.iter().any(|span| span.italic) {
            return self.leaning(text);
        }
        self.open_text(text.at, text.size, text.anchor);
        match text.spans.as_slice() {
            [span] => {
                self.style(span);
                self.out.push('>');
                push_xml(&mut self.out, &span.text);
            }
            spans => {
                self.out.push_str(" xml:space=\"preserve\">");
                for span in spans {
                    self.out.push_str("<tspan");
                    self.style(span);
                    self.out.push('>');
                    push_xml(&mut self.out, &span.text);
                    self.out.push_str("</tspan>");
                }
            }
        }
        self.out.push_str("</text>\n");
    }

    /// Writes a text span by span. The bundled font has no italics, so these are slanted.
    fn leaning(&mut self, text: &Text<'_>) {
        let mut at = text.at;
        for span in &text.spans {
            match span.italic {
                false => self.open_text(at, text.size, Anchor::Left),
                true => {
                    let (x, y, size) = (Number(at.x), Number(at.y), Number(text.size));
                    let _ = write!(self.out, "<text transform=\"translate({x} {y}) skewX(-12)\" font-size=\"{size}\"");
                }
            }
            self.out.push_str(" xml:space=\"preserve\"");
            self.style(span);
            self.out.push('>');
            push_xml(&mut self.out, &span.text);
            self.out.push_str("</text>\n");
            at.x += width(&span.text, span.weight, text.size);
        }
    }

    fn open_text(&mut self, at: Point, size: f32, anchor: Anchor) {
        let (x, y, size) = (Number(at.x), Number(at.y), Number(size));
        let _ = write!(self.out, "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\"");
        match anchor {
            Anchor::Left => {}
            Anchor::Middle => self.out.push_str(" text-anchor=\"middle\""),
            Anchor::Right => self.out.push_str(" text-anchor=\"end\""),
        }
    }

    fn style(&mut self, span: &TextSpan<'_>) {
        if span.weight == Weight::SemiBold {
            self.out.push_str(" font-weight=\"600\"");
        }
        self.colour("fill", span.paint);
    }
}
