//! Texts of a preview in pieces: as typed, filled, empty or unknown.

use std::borrow::Cow;

use crate::calendar::words::capital;
use crate::campaign::directory::Directory;
use crate::campaign::merge::FilledPiece;

/// What a piece of a text is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TextMark {
    /// Text as typed.
    #[default]
    Plain,
    /// The value of a merge field.
    Value,
    /// A merge field that is empty for this contact. The text is the field's name.
    Empty,
    /// An unknown merge field. The text is as typed.
    Unknown,
}

/// A piece of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MarkedText {
    /// The text of the piece.
    pub text: String,
    /// What the piece is.
    pub mark: TextMark,
}

impl MarkedText {
    /// A filled piece with its mark. The names of fields are those of the directory.
    pub fn of(piece: &FilledPiece<'_>, directory: &Directory) -> Self {
        let (text, mark) = match piece {
            FilledPiece::Text(typed) => ((*typed).to_owned(), TextMark::Plain),
            FilledPiece::Unknown(typed) => ((*typed).to_owned(), TextMark::Unknown),
            FilledPiece::Value(field, value) if value.is_empty() => (capital(&field.words(directory)), TextMark::Empty),
            FilledPiece::Value(_, value) => (value.clone(), TextMark::Value),
        };
        Self { text, mark }
    }

    /// The text as the contact gets it.
    pub fn received(&self) -> &str {
        match self.mark {
            TextMark::Empty => "",
            TextMark::Plain | TextMark::Value | TextMark::Unknown => &self.text,
        }
    }

    /// The text as it is shown: an empty or unknown field is in brackets, with a word.
    pub fn shown(&self) -> Cow<'_, str> {
        shown(&self.text, self.mark)
    }
}

/// A text with this mark, as it is shown.
pub(super) fn shown(text: &str, mark: TextMark) -> Cow<'_, str> {
    match mark {
        TextMark::Plain | TextMark::Value => Cow::Borrowed(text),
        TextMark::Empty => Cow::Owned(format!("[{text}: empty]")),
        TextMark::Unknown => Cow::Owned(format!("[{text}: unknown]")),
    }
}

/// A text of a preview, cut to what is laid out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PreviewText {
    /// The pieces of the text that are shown.
    pub pieces: Vec<MarkedText>,
    /// The characters of the whole text, as the contact gets it.
    pub length: usize,
    /// How many of them are in the pieces.
    pub shown_length: usize,
    /// Whether the text goes on after the pieces.
    pub is_cut: bool,
}

/// Most characters of a text that are laid out: more would stop the window for a moment.
pub const MOST_SHOWN: usize = 40_000;

/// The characters that can still be laid out.
pub(super) struct RoomLeft(usize);

impl RoomLeft {
    /// The room of a whole text.
    pub(super) fn whole() -> Self {
        Self(MOST_SHOWN)
    }

    /// Takes the room for a text with this mark, as it is [`shown`]. Returns the beginning of the text that fits, and
    /// whether that is all of it; `None` if not even the words of the mark fit.
    pub(super) fn take<'t>(&mut self, text: &'t str, mark: TextMark) -> Option<(&'t str, bool)> {
        let room = self.0.checked_sub(shown("", mark).chars().count())?;
        let end = text.char_indices().nth(room).map(|(end, _)| end);
        let fitting = &text[..end.unwrap_or(text.len())];
        self.0 = room - fitting.chars().count();
        Some((fitting, end.is_none()))
    }
}

impl PreviewText {
    /// The text of these pieces. The names of fields are those of the directory.
    pub fn of(pieces: &[FilledPiece<'_>], directory: &Directory) -> Self {
        let mut text = PreviewText::default();
        let mut room = RoomLeft::whole();
        for piece in pieces {
            text.length += piece.text().chars().count();
            if text.is_cut {
                continue;
            }
            let marked = MarkedText::of(piece, directory);
            let (fitting, is_all) = room.take(&marked.text, marked.mark).unwrap_or_default();
            text.is_cut = !is_all;
            if is_all || !fitting.is_empty() {
                let piece = MarkedText { text: fitting.to_owned(), mark: marked.mark };
                text.shown_length += piece.received().chars().count();
                text.pieces.push(piece);
            }
        }
        text
    }

    /// The text as the contact gets it, without what is cut.
    pub fn received(&self) -> String {
        self.pieces.iter().map(MarkedText::received).collect()
    }
}

/// A merge field that is not filled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnfilledField {
    /// The name of the field, or the unknown field as typed.
    pub words: String,
    /// Whether it is empty or unknown.
    pub mark: TextMark,
}

/// The merge fields that are not filled, each once, in order; and whether there are any merge fields at all.
pub(super) fn unfilled<'p>(
    pieces: impl Iterator<Item = &'p FilledPiece<'p>>,
    directory: &Directory,
) -> (Vec<UnfilledField>, bool) {
    let (mut all, mut has_fields) = (Vec::new(), false);
    for piece in pieces {
        let field = match piece {
            FilledPiece::Text(_) => continue,
            FilledPiece::Value(field, value) => {
                has_fields = true;
                if !value.is_empty() {
                    continue;
                }
                UnfilledField { words: capital(&field.words(directory)), mark: TextMark::Empty }
            }
            FilledPiece::Unknown(typed) => UnfilledField { words: (*typed).to_owned(), mark: TextMark::Unknown },
        };
        if all.len() < MOST_NAMED && !all.contains(&field) {
            all.push(field);
        }
    }
    (all, has_fields)
}

/// Most different unfilled fields that are told apart: more are not read.
const MOST_NAMED: usize = 100;

/// The unfilled fields in a sentence: “1 merge field is empty for this contact: First name”.
pub fn in_words(unfilled: &[UnfilledField]) -> Vec<String> {
    let says = |mark: TextMark, one: &str, many: &str| {
        let named: Vec<&str> =
            unfilled.iter().filter(|field| field.mark == mark).map(|field| field.words.as_str()).collect();
        let verb = if named.len() == 1 { one } else { many };
        let shown = named[..named.len().min(5)].join(", ");
        let more = if named.len() > 5 { format!(" and {} more", named.len() - 5) } else { String::new() };
        (!named.is_empty()).then(|| format!("{} {verb}: {shown}{more}", named.len()))
    };
    let empty =
        says(TextMark::Empty, "merge field is empty for this contact", "merge fields are empty for this contact");
    let unknown = says(
        TextMark::Unknown,
        "merge field is unknown and stays as typed",
        "merge fields are unknown and stay as typed",
    );
    empty.into_iter().chain(unknown).collect()
}
