//! An HTML text as blocks of styled text, which anything can draw: no tag is left in it, and nothing that could load.

use crate::workbench::preview::marked::{TextMark, shown};

/// A page of styled text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HtmlPage {
    /// The blocks, from top to bottom.
    pub blocks: Vec<HtmlBlock>,
    /// The names of the tags that are shown as source, each once.
    pub as_source: Vec<String>,
    /// Whether a part is hidden from readers, and so is not in the blocks.
    pub hides: bool,
    /// Whether the text goes on after the last block.
    pub is_cut: bool,
}

/// A block of text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HtmlBlock {
    /// What the block is.
    pub kind: BlockKind,
    /// How deep it is quoted.
    pub quoted: u8,
    /// The text, in pieces of one style.
    pub runs: Vec<StyledRun>,
}

/// What a block is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum BlockKind {
    /// A paragraph, or the row of a table.
    #[default]
    Paragraph,
    /// A heading of this level, from 1.
    Heading(u8),
    /// An entry of a list: its depth from 1, and its bullet or number.
    Entry(u8, String),
    /// Text whose lines and blanks stay as typed.
    Preformatted,
    /// A line across the page.
    Rule,
}

/// Text in one style.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StyledRun {
    /// The text.
    pub text: String,
    /// The look of the text.
    pub look: RunLook,
}

/// The look of a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct RunLook {
    pub mark: TextMark,
    pub bold: bool,
    pub italic: bool,
    pub underlined: bool,
    pub struck: bool,
    /// Whether it is the text of a link, or its address.
    pub link: bool,
    /// Whether it is the source of a tag, or code.
    pub source: bool,
}

impl StyledRun {
    /// The text as it is shown: an empty or unknown merge field is in brackets, with a word.
    pub fn shown(&self) -> std::borrow::Cow<'_, str> {
        shown(&self.text, self.look.mark)
    }
}

impl HtmlBlock {
    /// The text of the block without its style.
    pub fn text(&self) -> String {
        self.runs.iter().map(StyledRun::shown).collect()
    }

    /// The block's text in front of its first run: the bullet or number of an entry.
    pub fn marker(&self) -> &str {
        match &self.kind {
            BlockKind::Entry(_, marker) => marker,
            BlockKind::Paragraph | BlockKind::Heading(_) | BlockKind::Preformatted | BlockKind::Rule => "",
        }
    }
}

impl HtmlPage {
    /// The text as a program without HTML shows it, one line or more for each block.
    pub fn plain(&self) -> String {
        let mut lines = Vec::new();
        for block in &self.blocks {
            let indent = match &block.kind {
                BlockKind::Entry(depth, marker) => format!("{}{marker} ", "  ".repeat(usize::from(*depth) - 1)),
                BlockKind::Rule => "———".to_owned(),
                BlockKind::Paragraph | BlockKind::Heading(_) | BlockKind::Preformatted => String::new(),
            };
            lines.push(format!("{}{indent}{}", "> ".repeat(usize::from(block.quoted)), block.text()));
        }
        lines.join("\n")
    }
}
