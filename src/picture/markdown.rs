//! Lays out Markdown as lines of text for a note: headings, paragraphs, lists, bold, italic.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::measure::{Weight, advance, width};

/// A line of a note, in points at 100 %.
#[derive(Clone, Debug, PartialEq)]
pub struct TextLine {
    /// The distance from the left edge of the text.
    pub x: f32,
    /// The distance of the line's middle from the top of the text.
    pub y: f32,
    /// The font size of the line, in points.
    pub size: f32,
    /// The pieces of the line, from left to right.
    pub spans: Vec<StyledText>,
}

/// Text in one style.
#[derive(Clone, Debug, PartialEq)]
pub struct StyledText {
    /// The text of the piece.
    pub text: String,
    /// The style of the piece.
    pub style: Style,
}

/// The style of text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Style {
    /// The weight of the font.
    pub weight: Weight,
    /// Whether the text is italic.
    pub italic: bool,
    /// Whether the text is a link or code, which has another colour.
    pub apart: bool,
}

/// The size of plain text.
pub const PLAIN: f32 = 13.5;
/// Most bytes of a note that are laid out: more would not fit on any screen.
const LONGEST: usize = 20_000;

/// Breaks Markdown into lines that are at most `room` points wide.
pub fn lines(text: &str, room: f32) -> Vec<TextLine> {
    let cut = text.char_indices().nth(LONGEST).map_or(text, |(end, _)| &text[..end]);
    let mut page = NoteLayout::new(room.max(24.0));
    for event in Parser::new_ext(cut, Options::ENABLE_STRIKETHROUGH) {
        page.take(event);
    }
    page.end_block();
    page.lines
}

struct NoteLayout {
    room: f32,
    lines: Vec<TextLine>,
    /// The top of the next line.
    y: f32,
    size: f32,
    bold: u32,
    italic: u32,
    apart: u32,
    /// For each open list: its next number, or `None` for bullets.
    lists: Vec<Option<u64>>,
    marker: Option<String>,
    pieces: Vec<StyledText>,
    gap: f32,
}

const INDENT: f32 = 16.0;

impl NoteLayout {
    fn new(room: f32) -> Self {
        Self {
            room,
            lines: Vec::new(),
            y: 0.0,
            size: PLAIN,
            bold: 0,
            italic: 0,
            apart: 0,
            lists: Vec::new(),
            marker: None,
            pieces: Vec::new(),
            gap: 0.0,
        }
    }

    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => self.text(&text),
            Event::Code(text) => {
                self.apart += 1;
                self.text(&text);
                self.apart -= 1;
            }
            Event::SoftBreak => self.text(" "),
            Event::HardBreak => self.end_line(),
            Event::Rule => {
                self.end_block();
                self.gap = 10.0;
            }
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Paragraph | Tag::CodeBlock(_) | Tag::HtmlBlock => self.end_block(),
            Tag::Heading { level, .. } => {
                self.end_block();
                self.bold += 1;
                self.size = match level {
                    HeadingLevel::H1 => 17.0,
                    HeadingLevel::H2 => 15.5,
                    _ => 14.0,
                };
            }
            Tag::List(first) => {
                self.end_block();
                self.lists.push(*first);
            }
            Tag::Item => {
                self.end_line();
                self.marker = self.lists.last_mut().map(|next| match next {
                    Some(number) => {
                        *number += 1;
                        format!("{}.", *number - 1)
                    }
                    None => "•".to_owned(),
                });
            }
            Tag::Strong => self.bold += 1,
            Tag::Emphasis => self.italic += 1,
            Tag::Link { .. } => self.apart += 1,
            Tag::BlockQuote(_) => {
                self.end_block();
                self.italic += 1;
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph => self.end_block(),
            TagEnd::Heading(_) => {
                self.end_block();
                self.bold -= 1;
                self.size = PLAIN;
                self.gap = 4.0;
            }
            TagEnd::CodeBlock | TagEnd::HtmlBlock => self.end_block(),
            TagEnd::List(_) => {
                self.end_line();
                self.lists.pop();
                self.gap = 7.0;
            }
            TagEnd::Item => self.end_line(),
            TagEnd::Strong => self.bold -= 1,
            TagEnd::Emphasis => self.italic -= 1,
            TagEnd::Link => self.apart -= 1,
            TagEnd::BlockQuote(_) => {
                self.end_block();
                self.italic -= 1;
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        let weight = if self.bold > 0 { Weight::SemiBold } else { Weight::Regular };
        let style = Style { weight, italic: self.italic > 0, apart: self.apart > 0 };
        for (place, line) in text.split('\n').enumerate() {
            if place > 0 {
                self.end_line();
            }
            let clean: String = line.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
            if !clean.is_empty() {
                self.pieces.push(StyledText { text: clean, style });
            }
        }
    }

    /// Ends a paragraph. The next one gets extra space, except in a list.
    fn end_block(&mut self) {
        self.end_line();
        if !self.lines.is_empty() {
            self.gap = self.gap.max(if self.lists.is_empty() { 7.0 } else { 0.0 });
        }
    }

    /// Turns the collected pieces into lines.
    fn end_line(&mut self) {
        let pieces = std::mem::take(&mut self.pieces);
        if pieces.iter().all(|piece| piece.text.trim().is_empty()) {
            return;
        }
        if !self.lines.is_empty() {
            self.y += self.gap;
        }
        self.gap = 0.0;
        let indent = (INDENT * self.lists.len() as f32).min(self.room / 2.0);
        let height = self.size * 1.42;
        let first = self.y + height / 2.0;
        if let Some(marker) = self.marker.take() {
            let piece = StyledText { text: marker, style: Style::default() };
            self.lines.push(TextLine { x: indent - INDENT + 2.0, y: first, size: self.size, spans: vec![piece] });
        }
        for spans in broken(&pieces, self.size, self.room - indent) {
            self.lines.push(TextLine { x: indent, y: self.y + height / 2.0, size: self.size, spans });
            self.y += height;
        }
    }
}

/// Breaks pieces into lines between words. A word that is too long is broken inside.
fn broken(pieces: &[StyledText], size: f32, room: f32) -> Vec<Vec<StyledText>> {
    let mut lines: Vec<Vec<StyledText>> = vec![Vec::new()];
    let mut used = 0.0;
    for piece in pieces {
        for word in piece.text.split_inclusive(' ') {
            let bare = width(word.trim_end(), piece.style.weight, size);
            if used > 0.0 && used + bare > room {
                lines.push(Vec::new());
                used = 0.0;
            }
            if used == 0.0 && word.trim().is_empty() {
                continue;
            }
            for c in word.chars() {
                let advance = advance(c, piece.style.weight) * size;
                if bare > room && used + advance > room && used > 0.0 {
                    lines.push(Vec::new());
                    used = 0.0;
                }
                used += advance;
                add(&mut lines, c, piece.style);
            }
        }
    }
    for line in &mut lines {
        if let Some(last) = line.last_mut() {
            last.text.truncate(last.text.trim_end().len());
        }
        line.retain(|piece| !piece.text.is_empty());
    }
    lines.retain(|line| !line.is_empty());
    lines
}

fn add(lines: &mut [Vec<StyledText>], c: char, style: Style) {
    let Some(line) = lines.last_mut() else { return };
    match line.last_mut() {
        Some(last) if last.style == style => last.text.push(c),
        _ => line.push(StyledText { text: c.to_string(), style }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn texts(markdown: &str, room: f32) -> Vec<String> {
        lines(markdown, room).iter().map(|line| line.spans.iter().map(|piece| piece.text.as_str()).collect()).collect()
    }

    #[test]
    fn bold_and_italic_are_pieces_of_one_line() {
        let lines = lines("**Purpose:** welcome *new* customers", 400.0);
        assert_eq!(lines.len(), 1);
        let pieces: Vec<_> = lines[0].spans.iter().map(|p| (p.text.as_str(), p.style.weight, p.style.italic)).collect();
        assert_eq!(
            pieces,
            [
                ("Purpose:", Weight::SemiBold, false),
                (" welcome ", Weight::Regular, false),
                ("new", Weight::Regular, true),
                (" customers", Weight::Regular, false),
            ]
        );
    }

    #[test]
    fn lists_are_indented_behind_their_markers() {
        let lines = lines("- one\n- two\n\n1. first\n2. second", 200.0);
        let said = texts("- one\n- two\n\n1. first\n2. second", 200.0);
        assert_eq!(said, ["•", "one", "•", "two", "1.", "first", "2.", "second"]);
        assert!(lines[0].x < lines[1].x && lines[0].y == lines[1].y, "{lines:?}");
    }

    #[test]
    fn headings_are_larger_and_paragraphs_stand_apart() {
        let lines = lines("# Title\n\nOne\n\nTwo", 200.0);
        assert!(lines[0].size > lines[1].size);
        let step = lines[2].y - lines[1].y;
        assert!(step > PLAIN * 1.42 + 2.0, "{step}");
    }

    proptest! {
        #[test]
        fn any_text_is_broken_into_lines_that_fit(text in "(\\PC|\n|\\*|#|- ){0,120}", room in 40.0..300.0_f32) {
            for line in lines(&text, room) {
                let all: f32 = line.spans.iter().map(|p| width(&p.text, p.style.weight, line.size)).sum();
                // A single letter may be wider than the line.
                prop_assert!(line.x + all <= room.max(24.0) + line.size * 2.5, "{line:?}");
                prop_assert!(line.y.is_finite());
            }
        }
    }
}
