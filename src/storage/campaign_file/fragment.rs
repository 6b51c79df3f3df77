//! A part of a sequence as text, for the clipboard.

use ron::extensions::Extensions;
use rustc_hash::FxHashSet;

use crate::campaign::fragment::Fragment;

use super::friendly::explain;
use super::line::push;
use super::locate::is_blank;
use super::v1;
use super::write::IndentedText;

/// Longest text that is read as a fragment. Longer texts on the clipboard are ignored.
const LONGEST: usize = 64 << 20;

/// The text of a fragment: `Fragment(..)`, one item a line.
pub fn fragment_to_ron(fragment: &Fragment) -> String {
    let v1::fragment::FragmentV1 { items, links, notes, frames } = v1::fragment::FragmentV1::of(fragment);
    let mut page = IndentedText::new();
    page.begin("Fragment(");
    page.list("items", &items, push);
    page.list("links", &links, push);
    page.list("notes", &notes, push);
    page.list("frames", &frames, push);
    page.end(")")
}

/// Reads the text of a fragment.
///
/// # Errors
/// If the text isn't a fragment or can't be read. The error is a sentence.
pub fn parse_fragment(text: &str) -> Result<Fragment, String> {
    let begins = text.trim_start_matches('\u{feff}').trim_start();
    if is_blank(begins) {
        return Err("There is nothing to paste. Copy some items first.".to_owned());
    }
    if !begins.starts_with("Fragment") || text.len() > LONGEST {
        return Err("The clipboard has no items. Copy some on a canvas first.".to_owned());
    }
    let options = ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
    let fragment: v1::fragment::FragmentV1<'static> = options.from_str(begins).map_err(|error| {
        let (place, problem) = explain(begins, &error);
        format!("The copied items can't be read: line {}, column {}: {problem}.", place.line, place.column)
    })?;
    let fragment = fragment.into_document();
    let mut seen = FxHashSet::default();
    if let Some(id) = fragment.ids().find(|id| !seen.insert(*id)) {
        return Err(format!("The copied items can't be read: the id {id} is used twice."));
    }
    Ok(fragment)
}
