//! Writes a page from tags and texts, in one pass. There is no tree, so no depth of tags is too deep.

use std::ops::Range;

use super::hidden::{AtEnd, HiddenElement, hides};
use super::marks::{mark_of, received};
use super::page::{BlockKind, HtmlBlock, HtmlPage, RunLook, StyledRun};
use super::tags::{TagEffect, TagStyle, effect, is_raw, is_void};
use crate::workbench::preview::marked::{RoomLeft, TextMark};

/// Most blocks of a page: each is laid out on its own.
pub(super) const MOST_BLOCKS: usize = 1_500;
/// Most characters of a tag that are shown as source.
const MOST_SOURCE: usize = 300;
/// Deepest indent of lists and quotes.
const DEEPEST: usize = 6;

/// How often each style has been begun and not ended.
#[derive(Clone, Copy, Debug, Default)]
struct OpenStyles {
    bold: u32,
    italic: u32,
    underlined: u32,
    struck: u32,
    code: u32,
    head_cell: u32,
    preformatted: u32,
    quoted: u32,
}

impl OpenStyles {
    /// How often a style is open.
    fn count(&mut self, style: TagStyle) -> &mut u32 {
        match style {
            TagStyle::Bold => &mut self.bold,
            TagStyle::Italic => &mut self.italic,
            TagStyle::Underlined => &mut self.underlined,
            TagStyle::Struck => &mut self.struck,
            TagStyle::Code => &mut self.code,
        }
    }
}

/// A link that is open.
struct OpenLink {
    address: String,
    /// The text so far.
    text: String,
}

pub(super) struct PageWriter<'s> {
    /// The whole text, to show tags as they are.
    source: &'s str,
    page: HtmlPage,
    block: HtmlBlock,
    open: OpenStyles,
    mark: TextMark,
    /// For each open list the next number, or `None` for bullets.
    lists: Vec<Option<u64>>,
    link: Option<OpenLink>,
    /// The element whose text is raw: shown as source, or not at all.
    raw: Option<(String, TagEffect)>,
    /// The hidden element that is open.
    hidden: Option<HiddenElement>,
    has_blank: bool,
    room: RoomLeft,
}

impl<'s> PageWriter<'s> {
    pub fn new(source: &'s str) -> Self {
        Self {
            source,
            page: HtmlPage::default(),
            block: HtmlBlock::default(),
            open: OpenStyles::default(),
            mark: TextMark::Plain,
            lists: Vec::new(),
            link: None,
            raw: None,
            hidden: None,
            has_blank: false,
            room: RoomLeft::whole(),
        }
    }

    /// Whether nothing more is laid out.
    pub fn is_full(&self) -> bool {
        self.page.is_cut
    }

    pub fn finish(mut self, is_cut: bool) -> HtmlPage {
        self.end_link();
        self.end_block(BlockKind::Paragraph);
        self.page.is_cut |= is_cut;
        self.page
    }

    pub fn start(&mut self, name: &str, attribute: &dyn Fn(&str) -> Option<String>, span: Range<usize>) {
        if let Some(hidden) = &mut self.hidden {
            if hidden.goes_on_at_start(name) {
                return;
            }
            self.hidden = None;
        }
        if self.raw.is_some() {
            return;
        }
        let effect = effect(name);
        if !is_void(name) && attribute("style").is_some_and(|style| hides(&style)) {
            self.page.hides = true;
            self.hidden = Some(HiddenElement::new(name));
            return;
        }
        if is_raw(name) {
            self.raw = Some((name.to_owned(), effect));
        }
        match effect {
            TagEffect::Block => self.end_block(BlockKind::Paragraph),
            TagEffect::Heading(level) => self.end_block(BlockKind::Heading(level)),
            TagEffect::Line => self.push("\n", self.look()),
            TagEffect::Rule => {
                self.end_block(BlockKind::Rule);
                let rule = std::mem::take(&mut self.block);
                self.push_block(rule);
            }
            TagEffect::Link => self.start_link(attribute("href").unwrap_or_default()),
            TagEffect::Image => self.image(attribute("alt")),
            TagEffect::Bullets => {
                self.end_block(BlockKind::Paragraph);
                self.lists.push(None);
            }
            TagEffect::Numbers => {
                self.end_block(BlockKind::Paragraph);
                self.lists.push(Some(attribute("start").and_then(|start| start.trim().parse().ok()).unwrap_or(1)));
            }
            TagEffect::Entry => self.entry(),
            TagEffect::Quote => {
                self.end_block(BlockKind::Paragraph);
                self.open.quoted += 1;
                self.end_block(BlockKind::Paragraph);
            }
            TagEffect::Preformatted => {
                self.open.preformatted += 1;
                self.end_block(BlockKind::Preformatted);
            }
            TagEffect::Row => self.end_block(BlockKind::Paragraph),
            TagEffect::Cell | TagEffect::HeadCell => {
                self.cell();
                self.open.head_cell = u32::from(effect == TagEffect::HeadCell);
            }
            TagEffect::Source => self.source_of(name, span),
            TagEffect::Style(style) => *self.open.count(style) += 1,
            TagEffect::Transparent | TagEffect::Unseen => {}
        }
    }

    pub fn end(&mut self, name: &str, span: Range<usize>) {
        if let Some(hidden) = &mut self.hidden {
            match hidden.at_end(name) {
                AtEnd::GoesOn => return,
                AtEnd::IsEnded => {
                    self.hidden = None;
                    return;
                }
                AtEnd::WasEnded => self.hidden = None,
            }
        }
        let effect = effect(name);
        if let Some((raw, _)) = &self.raw {
            if raw != name {
                return;
            }
            self.raw = None;
        }
        match effect {
            TagEffect::Block | TagEffect::Heading(_) | TagEffect::Row | TagEffect::Entry => {
                self.end_block(BlockKind::Paragraph)
            }
            TagEffect::Link => self.end_link(),
            TagEffect::Bullets | TagEffect::Numbers => {
                self.end_block(BlockKind::Paragraph);
                self.lists.pop();
            }
            TagEffect::Quote => {
                self.end_block(BlockKind::Paragraph);
                self.open.quoted = self.open.quoted.saturating_sub(1);
                self.end_block(BlockKind::Paragraph);
            }
            TagEffect::Preformatted => {
                self.open.preformatted = self.open.preformatted.saturating_sub(1);
                self.end_block(BlockKind::Paragraph);
            }
            TagEffect::Cell | TagEffect::HeadCell => self.open.head_cell = 0,
            TagEffect::Source => self.source_of(name, span),
            TagEffect::Style(style) => {
                let count = self.open.count(style);
                *count = count.saturating_sub(1);
            }
            TagEffect::Line | TagEffect::Rule | TagEffect::Image | TagEffect::Transparent | TagEffect::Unseen => {}
        }
    }

    pub fn text(&mut self, text: &str) {
        if self.hidden.is_some() || self.raw.is_some() {
            // A field's mark also ends in a text that isn't shown.
            self.mark = text.chars().rev().find_map(mark_of).unwrap_or(self.mark);
        }
        if self.hidden.is_some() {
            return;
        }
        if let Some((_, effect)) = &self.raw {
            if *effect == TagEffect::Source {
                let text = received(text);
                self.push(&cut(text.trim(), MOST_SOURCE), RunLook { source: true, ..RunLook::default() });
            }
            return;
        }
        let keeps = self.open.preformatted > 0;
        let mut run = String::new();
        for letter in text.chars() {
            if let Some(mark) = mark_of(letter) {
                // The blank before a field is not a part of it.
                if std::mem::take(&mut self.has_blank) && (!run.is_empty() || !self.is_at_line_start()) {
                    run.push(' ');
                }
                self.push(&std::mem::take(&mut run), self.look());
                self.mark = mark;
            } else if letter.is_ascii_whitespace() && !keeps {
                self.has_blank = true;
            } else {
                if std::mem::take(&mut self.has_blank) && (!run.is_empty() || !self.is_at_line_start()) {
                    run.push(' ');
                }
                if letter != '\r' && letter != '\0' {
                    run.push(letter);
                }
            }
        }
        self.push(&run, self.look());
    }

    /// Whether the next text begins a line.
    fn is_at_line_start(&self) -> bool {
        self.block.runs.last().is_none_or(|run| run.text.ends_with('\n'))
    }

    fn look(&self) -> RunLook {
        let open = &self.open;
        RunLook {
            mark: self.mark,
            bold: open.bold + open.head_cell > 0,
            italic: open.italic > 0,
            underlined: open.underlined > 0,
            struck: open.struck > 0,
            link: self.link.is_some(),
            source: open.code > 0,
        }
    }

    fn push(&mut self, text: &str, look: RunLook) {
        if text.is_empty() || self.page.is_cut {
            return;
        }
        let (text, is_all) = self.room.take(text, look.mark).unwrap_or_default();
        self.page.is_cut = !is_all;
        if text.is_empty() {
            return;
        }
        if let Some(link) = &mut self.link {
            link.text.push_str(text);
        }
        match self.block.runs.last_mut() {
            // Two marked fields next to each other stay apart.
            Some(last) if last.look == look && look.mark == TextMark::Plain => last.text.push_str(text),
            _ => self.block.runs.push(StyledRun { text: text.to_owned(), look }),
        }
    }

    /// Ends the current block, if it has text, and begins one of another kind.
    fn end_block(&mut self, next: BlockKind) {
        let depth = self.lists.len().min(DEEPEST) as u8;
        let quoted = self.open.quoted.min(DEEPEST as u32) as u8;
        let keeps_entry = next == BlockKind::Paragraph;
        let kind = match next {
            // The paragraph of an entry, after its first one, is indented like the entry.
            BlockKind::Paragraph if depth > 0 => BlockKind::Entry(depth, String::new()),
            BlockKind::Paragraph if self.open.preformatted > 0 => BlockKind::Preformatted,
            kind => kind,
        };
        let mut ended = std::mem::replace(&mut self.block, HtmlBlock { kind, quoted, runs: Vec::new() });
        self.has_blank = false;
        let is_blank = ended.runs.iter().all(|run| run.text.trim().is_empty() && run.look.mark != TextMark::Empty);
        if is_blank {
            // A paragraph that begins an entry belongs to it.
            if ended.marker().is_empty() || !keeps_entry {
                return;
            }
            self.block = HtmlBlock { runs: Vec::new(), ..ended };
            return;
        }
        if let Some(last) = ended.runs.last_mut() {
            last.text.truncate(last.text.trim_end_matches(['\n', ' ']).len());
        }
        self.push_block(ended);
    }

    fn push_block(&mut self, block: HtmlBlock) {
        if self.page.blocks.len() < MOST_BLOCKS {
            self.page.blocks.push(block);
        } else {
            self.page.is_cut = true;
        }
    }

    fn entry(&mut self) {
        self.end_block(BlockKind::Paragraph);
        let depth = self.lists.len().clamp(1, DEEPEST) as u8;
        let marker = match self.lists.last_mut() {
            Some(Some(number)) => {
                let marker = format!("{number}.");
                *number = number.saturating_add(1);
                marker
            }
            Some(None) | None => "•".to_owned(),
        };
        self.block.kind = BlockKind::Entry(depth, marker);
    }

    /// Cells of one row stand in one line, with a stroke between them.
    fn cell(&mut self) {
        if self.block.runs.iter().any(|run| !run.text.trim().is_empty() || run.look.mark == TextMark::Empty) {
            self.push(" │ ", RunLook::default());
        }
        self.has_blank = false;
    }

    fn image(&mut self, description: Option<String>) {
        let words = match description.map(|words| received(words.trim())).filter(|words| !words.is_empty()) {
            Some(words) => format!("[image: {}]", cut(&words, MOST_SOURCE)),
            None => "[image without a description]".to_owned(),
        };
        self.blank_before();
        self.push(&words, RunLook { italic: true, ..self.look() });
    }

    fn start_link(&mut self, address: String) {
        self.end_link();
        self.blank_before();
        self.link = Some(OpenLink { address: received(address.trim()), text: String::new() });
    }

    /// A link has its address next to it, unless that is its text.
    fn end_link(&mut self) {
        let Some(OpenLink { address, text }) = self.link.take() else { return };
        let is_said = text.trim() == address || address.strip_prefix("mailto:").is_some_and(|to| to == text.trim());
        if !address.is_empty() && !is_said {
            let look = RunLook { link: true, mark: TextMark::Plain, ..RunLook::default() };
            self.push(&format!(" ({})", cut(&address, MOST_SOURCE)), look);
        }
    }

    fn blank_before(&mut self) {
        if std::mem::take(&mut self.has_blank) && !self.is_at_line_start() {
            self.push(" ", RunLook::default());
        }
    }

    fn source_of(&mut self, name: &str, span: Range<usize>) {
        let name = received(&cut(name, 40));
        if self.page.as_source.len() < 20 && !self.page.as_source.contains(&name) {
            self.page.as_source.push(name);
        }
        self.blank_before();
        let tag = received(self.source.get(span).unwrap_or_default());
        self.push(&cut(&tag, MOST_SOURCE), RunLook { source: true, ..RunLook::default() });
    }
}

/// A text cut to a number of characters.
fn cut(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
