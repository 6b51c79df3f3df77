//! The tokens of a part of a workbook, within bounds.

use std::borrow::Cow;
use std::io::Read;

use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};

use super::error::{SheetBound, SheetError};
use super::limits::{MOST_CELL_BYTES, MOST_XML_DEPTH};
use super::unpack::Unpacked;

/// A part of a workbook, token by token.
pub(super) struct XmlPart<'c, R: Read> {
    reader: Reader<Unpacked<'c, R>>,
    buffer: Vec<u8>,
    depth: usize,
}

impl<'c, R: Read> XmlPart<'c, R> {
    pub fn new(source: Unpacked<'c, R>) -> Self {
        let mut reader = Reader::from_reader(source);
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        config.check_end_names = false;
        Self { reader, buffer: Vec::new(), depth: 0 }
    }

    /// The next token; `None` at the end. A text comes in several tokens.
    pub fn next(&mut self) -> Result<Option<Event<'_>>, SheetError> {
        self.buffer.clear();
        self.reader.get_mut().next_token();
        let depth = &mut self.depth;
        // The reader remembers the names of all open elements.
        match self.reader.read_event_into(&mut self.buffer) {
            Ok(Event::Eof) => Ok(None),
            Ok(event) => {
                match &event {
                    Event::Start(_) => *depth += 1,
                    Event::End(_) => *depth = depth.saturating_sub(1),
                    Event::DocType(_) => return Err(SheetError::damaged("it has a DOCTYPE")),
                    _ => {}
                }
                if *depth > MOST_XML_DEPTH {
                    return Err(SheetError::TooLarge(SheetBound::Depth));
                }
                Ok(Some(event))
            }
            Err(error) => Err(failed(self.reader.get_ref(), error)),
        }
    }
}

fn failed<R>(source: &Unpacked<'_, R>, error: quick_xml::Error) -> SheetError {
    match (source.stop, error) {
        (Some(stop), _) => stop.into(),
        (None, quick_xml::Error::Io(error)) => match error.kind() {
            std::io::ErrorKind::UnexpectedEof => SheetError::damaged("it ends early"),
            _ => SheetError::damaged(error),
        },
        (None, error) => SheetError::damaged(error),
    }
}

/// The end of a part that should have gone on.
pub(super) fn cut_off() -> SheetError {
    SheetError::damaged("it ends early")
}

/// The value of an attribute, by its name without prefix.
pub(super) fn attribute<'e>(element: &'e BytesStart<'_>, name: &str) -> Result<Option<Cow<'e, str>>, SheetError> {
    for found in element.attributes().with_checks(false) {
        let found = found.map_err(SheetError::damaged)?;
        if found.key.local_name().as_ref() == name {
            return found.normalized_value(quick_xml::XmlVersion::Implicit1_0).map(Some).map_err(SheetError::damaged);
        }
    }
    Ok(None)
}

/// The value of an attribute; empty if it isn't there.
pub(super) fn attribute_text(element: &BytesStart<'_>, name: &str) -> Result<String, SheetError> {
    Ok(attribute(element, name)?.unwrap_or_default().into_owned())
}

/// Adds a part of a cell's text.
pub(super) fn append(text: &mut String, more: &str) -> Result<(), SheetError> {
    if text.len() + more.len() > MOST_CELL_BYTES {
        return Err(SheetError::TooLarge(SheetBound::Cell));
    }
    text.push_str(more);
    Ok(())
}

/// Adds the character that an `&…;` means. An unknown one stays as it is.
pub(super) fn append_reference(text: &mut String, reference: &BytesRef<'_>) -> Result<(), SheetError> {
    if let Some(character) = reference.resolve_char_ref().map_err(SheetError::damaged)? {
        return append(text, character.encode_utf8(&mut [0; 4]));
    }
    let name = reference.xml10_content();
    match quick_xml::escape::resolve_xml_entity(&name) {
        Some(meant) => append(text, meant),
        None => append(text, &format!("&{name};")),
    }
}
