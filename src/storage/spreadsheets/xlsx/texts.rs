//! The texts that cells share.

use std::borrow::Cow;
use std::sync::atomic::AtomicBool;

use quick_xml::events::Event;

use crate::storage::spreadsheets::archive::PackedParts;
use crate::storage::spreadsheets::error::SheetError;
use crate::storage::spreadsheets::strings::SharedTexts;
use crate::storage::spreadsheets::xml::{append, append_reference};

/// Reads the texts; none if the part is missing.
pub(super) fn read_texts(parts: &mut PackedParts, name: &str, cancel: &AtomicBool) -> Result<SharedTexts, SheetError> {
    let mut texts = SharedTexts::default();
    let Some(mut part) = parts.part(name, cancel)? else { return Ok(texts) };
    let mut text = String::new();
    // Texts of phonetic guides aren't the cell's.
    let (mut in_text, mut in_guide) = (false, false);
    while let Some(event) = part.next()? {
        match event {
            Event::Start(element) => match element.local_name().as_ref() {
                "si" => text.clear(),
                "t" => in_text = !in_guide,
                "rPh" => in_guide = true,
                _ => {}
            },
            Event::End(element) => match element.local_name().as_ref() {
                "si" => drop(texts.push(&unescaped(&text))?),
                "t" => in_text = false,
                "rPh" => in_guide = false,
                _ => {}
            },
            Event::Text(more) if in_text => append(&mut text, &more.xml10_content())?,
            Event::CData(more) if in_text => append(&mut text, &more.xml10_content())?,
            Event::GeneralRef(reference) if in_text => append_reference(&mut text, &reference)?,
            _ => {}
        }
    }
    Ok(texts)
}

/// A text whose `_x000D_` are characters that XML can't have.
pub(super) fn unescaped(text: &str) -> Cow<'_, str> {
    if !text.contains("_x") {
        return Cow::Borrowed(text);
    }
    let (mut units, mut rest) = (Vec::new(), text);
    while let Some(at) = rest.find("_x") {
        units.extend(rest[..at].encode_utf16());
        rest = &rest[at..];
        let code = rest.get(2..6).filter(|_| rest.as_bytes().get(6) == Some(&b'_'));
        let code = code.filter(|code| code.bytes().all(|digit| digit.is_ascii_hexdigit()));
        match code.and_then(|code| u16::from_str_radix(code, 16).ok()) {
            Some(unit) => {
                units.push(unit);
                rest = &rest[7..];
            }
            None => {
                units.extend("_x".encode_utf16());
                rest = &rest[2..];
            }
        }
    }
    units.extend(rest.encode_utf16());
    Cow::Owned(String::from_utf16_lossy(&units))
}
