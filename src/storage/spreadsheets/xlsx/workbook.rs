//! The parts of a workbook: which sheets it has, and where they are.

use std::collections::HashMap;
use std::sync::atomic::AtomicBool;

use quick_xml::events::Event;

use crate::storage::spreadsheets::archive::PackedParts;
use crate::storage::spreadsheets::error::{SheetBound, SheetError};
use crate::storage::spreadsheets::limits::MOST_SHEETS;
use crate::storage::spreadsheets::numbers::FirstDay;
use crate::storage::spreadsheets::xml::{attribute, attribute_text};

/// A sheet of a workbook.
pub(super) struct XlsxSheet {
    pub name: String,
    /// The name of its part in the zip.
    pub part: String,
    pub hidden: bool,
}

/// What a workbook consists of.
pub(super) struct XlsxParts {
    pub sheets: Vec<XlsxSheet>,
    /// The names of the parts with the shared texts and the formats.
    pub texts: String,
    pub styles: String,
    pub first_day: FirstDay,
}

/// A part that another one refers to.
struct Relation {
    id: String,
    kind: String,
    part: String,
}

impl XlsxParts {
    pub fn read(parts: &mut PackedParts, cancel: &AtomicBool) -> Result<Self, SheetError> {
        let top = relations(parts, "_rels/.rels", "", cancel)?;
        let book = top.into_iter().find(|found| found.kind == "officeDocument").map(|found| found.part);
        let book = book.unwrap_or_else(|| "xl/workbook.xml".to_owned());
        let (folder, file) = book.rsplit_once('/').unwrap_or(("", &book));
        let folder = if folder.is_empty() { String::new() } else { format!("{folder}/") };
        let related = relations(parts, &format!("{folder}_rels/{file}.rels"), &folder, cancel)?;
        let of_kind = |kind: &str, usual: &str| {
            let found = related.iter().find(|found| found.kind == kind);
            found.map_or_else(|| format!("{folder}{usual}"), |found| found.part.clone())
        };
        let (texts, styles) = (of_kind("sharedStrings", "sharedStrings.xml"), of_kind("styles", "styles.xml"));
        let by_id: HashMap<&str, &Relation> = related.iter().map(|found| (found.id.as_str(), found)).collect();
        let (sheets, first_day) = sheets(parts, &book, &by_id, cancel)?;
        Ok(Self { sheets, texts, styles, first_day })
    }
}

fn sheets(
    parts: &mut PackedParts,
    book: &str,
    by_id: &HashMap<&str, &Relation>,
    cancel: &AtomicBool,
) -> Result<(Vec<XlsxSheet>, FirstDay), SheetError> {
    let Some(mut part) = parts.part(book, cancel)? else {
        return Err(SheetError::damaged("it has no workbook"));
    };
    let (mut sheets, mut first_day) = (Vec::new(), FirstDay::Of1900);
    while let Some(event) = part.next()? {
        let Event::Start(element) = event else { continue };
        match element.local_name().as_ref() {
            "workbookPr" if matches!(attribute(&element, "date1904")?.as_deref(), Some("1" | "true")) => {
                first_day = FirstDay::Of1904;
            }
            "sheet" => {
                let (name, id, state) = (
                    attribute_text(&element, "name")?,
                    attribute_text(&element, "id")?,
                    attribute_text(&element, "state")?,
                );
                // Charts and dialogs have no cells.
                if let Some(found) = by_id.get(id.as_str()).filter(|found| found.kind == "worksheet") {
                    let hidden = state == "hidden" || state == "veryHidden";
                    sheets.push(XlsxSheet { name, part: found.part.clone(), hidden });
                }
                if sheets.len() > MOST_SHEETS {
                    return Err(SheetError::TooLarge(SheetBound::Sheets));
                }
            }
            _ => {}
        }
    }
    Ok((sheets, first_day))
}

/// The parts that a part refers to; none if that isn't said.
fn relations(
    parts: &mut PackedParts,
    name: &str,
    folder: &str,
    cancel: &AtomicBool,
) -> Result<Vec<Relation>, SheetError> {
    let mut found = Vec::new();
    let Some(mut part) = parts.part(name, cancel)? else { return Ok(found) };
    while let Some(event) = part.next()? {
        let Event::Start(element) = event else { continue };
        if element.local_name().as_ref() != "Relationship" {
            continue;
        }
        let (id, kind, target) =
            (attribute_text(&element, "Id")?, attribute_text(&element, "Type")?, attribute_text(&element, "Target")?);
        let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
        found.push(Relation { id, kind, part: resolved(folder, &target) });
        if found.len() > 4 * MOST_SHEETS {
            return Err(SheetError::TooLarge(SheetBound::Sheets));
        }
    }
    Ok(found)
}

/// The name of a part: from the root of the zip, or from the folder of the part that names it.
fn resolved(folder: &str, target: &str) -> String {
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_owned();
    }
    let mut steps: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()),
            step => steps.push(step),
        }
    }
    steps.join("/")
}
