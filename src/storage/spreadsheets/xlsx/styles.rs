//! The formats of numbers, by the number of a cell's style.

use std::collections::HashMap;
use std::sync::atomic::AtomicBool;

use quick_xml::events::Event;

use crate::storage::spreadsheets::archive::PackedParts;
use crate::storage::spreadsheets::error::{SheetBound, SheetError};
use crate::storage::spreadsheets::formats::NumberKind;
use crate::storage::spreadsheets::limits::MOST_FORMATS;
use crate::storage::spreadsheets::xml::attribute;

/// What numbers mean, by the style of a cell.
#[derive(Debug, Default)]
pub(super) struct XlsxStyles {
    kinds: Vec<NumberKind>,
}

impl XlsxStyles {
    /// Reads the formats; none if the part is missing.
    pub fn read(parts: &mut PackedParts, name: &str, cancel: &AtomicBool) -> Result<Self, SheetError> {
        let Some(mut part) = parts.part(name, cancel)? else { return Ok(Self::default()) };
        let mut own: HashMap<u32, NumberKind> = HashMap::new();
        let mut kinds = Vec::new();
        let mut in_cell_formats = false;
        while let Some(event) = part.next()? {
            match event {
                Event::Start(element) => match element.local_name().as_ref() {
                    "cellXfs" => in_cell_formats = true,
                    "numFmt" => {
                        let id = attribute(&element, "numFmtId")?.and_then(|id| id.parse().ok());
                        if let (Some(id), Some(code)) = (id, attribute(&element, "formatCode")?) {
                            own.insert(id, NumberKind::of_code(&code));
                        }
                    }
                    "xf" if in_cell_formats => {
                        let id = attribute(&element, "numFmtId")?.and_then(|id| id.parse().ok()).unwrap_or(0);
                        kinds.push(own.get(&id).copied().unwrap_or_else(|| NumberKind::of_builtin(id)));
                    }
                    _ => {}
                },
                Event::End(element) if element.local_name().as_ref() == "cellXfs" => in_cell_formats = false,
                _ => {}
            }
            if kinds.len().max(own.len()) > MOST_FORMATS {
                return Err(SheetError::TooLarge(SheetBound::Formats));
            }
        }
        Ok(Self { kinds })
    }

    /// What a number means in a style.
    pub fn kind(&self, style: usize) -> NumberKind {
        self.kinds.get(style).copied().unwrap_or_default()
    }
}
