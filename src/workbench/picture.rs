//! Writes pictures of a sequence as SVG, PNG and PDF, without a display.

use std::path::Path;
use std::sync::atomic::Ordering;

use crate::campaign::document::Campaign;
use crate::campaign::ids::SequenceId;
use crate::campaign::known::IndexedDirectory;
use crate::campaign::sequence::Sequence;
use crate::campaign::text::thousands;
use crate::picture::counts::ItemCounts;
use crate::picture::draw::whole;
use crate::picture::measure::is_bundled;
use crate::picture::options::Options;
use crate::picture::paper::Paper;
use crate::picture::pdf::document::{PdfAbout, PdfError, PdfPage};
use crate::picture::pdf::drawing::{self, MOST_ITEMS, PagedDrawing};
use crate::picture::png::PngError;
use crate::picture::scene::Scene;
use crate::picture::svg::Svg;
use crate::picture::{pdf, png, svg};
use crate::simulate::run::Control;
use crate::storage::campaign_file::read::read_with;

use super::failure::Failure;
use super::scene::named_sequence;

/// Largest report file, in bytes.
const LARGEST_REPORT: u64 = 256 << 20;

/// The format of a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureFormat {
    /// SVG: sharp at any size.
    Svg,
    /// PNG: an image of pixels.
    Png,
}

/// A sequence as it is drawn.
pub struct Drawing<'a> {
    /// The campaign that has the sequence.
    pub campaign: &'a Campaign,
    /// Which sequence of it.
    pub sequence: SequenceId,
    /// The numbers on the items, if any.
    pub counts: Option<&'a ItemCounts>,
}

/// A sequence as its file's bytes.
///
/// # Errors
/// If the campaign has no sequence with this id, the picture would be too large, or it was cancelled.
pub(super) fn draw(
    drawing: &Drawing<'_>,
    format: PictureFormat,
    options: &Options,
    control: &Control,
) -> Result<Vec<u8>, Failure> {
    let Drawing { campaign, sequence, counts } = *drawing;
    let scene = Scene::new(
        sequence_of(campaign, sequence)?,
        &IndexedDirectory::new(&campaign.directory).in_zone(&campaign.time_zone),
    );
    encode(&svg::draw(&scene, counts, options), format, options.scale(), letters(&scene), control)
}

/// A sequence on the pages of a document, as its file's bytes.
///
/// # Errors
/// If the campaign has no sequence with this id, it has too many items for a document, or it was cancelled.
pub(super) fn document(
    drawing: &Drawing<'_>,
    choices: (&Options, Paper),
    control: &Control,
    notes: &mut Vec<String>,
) -> Result<Vec<u8>, Failure> {
    let Drawing { campaign, sequence, counts } = *drawing;
    let (options, paper) = choices;
    let of = sequence_of(campaign, sequence)?;
    if let Some(why) = too_large_to_print(of.items.len()) {
        return Err(Failure::Usage(why));
    }
    let scene = Scene::new(of, &IndexedDirectory::new(&campaign.directory).in_zone(&campaign.time_zone));
    let (shapes, bounds) = whole::draw(&scene, counts);
    let title = format!("{}: {}", campaign.name, of.name);
    let drawing = PagedDrawing { shapes: &shapes, bounds, title: &title, paper, options };
    let paged = drawing::pages(&drawing, &watch(control)).map_err(failure)?;
    if paged.is_tiny {
        notes.push("The drawing is too large to print: enlarge its page to read it.".to_owned());
    }
    let letters = letters(&scene).chain(title.chars());
    let about = PdfAbout { title: title.clone(), made: None, bookmarks: paged.bookmarks };
    encode_pages(&about, &paged.pages, letters, control)
}

/// Why a drawing with this number of items isn't put into a document, and what to do; `None` if it is.
pub(super) fn too_large_to_print(items: usize) -> Option<String> {
    (items > MOST_ITEMS).then(|| {
        let [items, most] = [items, MOST_ITEMS].map(|count| thousands(count as u64));
        format!("A PDF can show a sequence of at most {most} items; this one has {items}. Export an SVG instead.")
    })
}

/// The bytes of a document. `letters` are the characters in it.
pub(super) fn encode_pages(
    about: &PdfAbout,
    pages: &[PdfPage],
    letters: impl Iterator<Item = char>,
    control: &Control,
) -> Result<Vec<u8>, Failure> {
    pdf::write::write(about, pages, fonts_for(letters), &watch(control)).map_err(failure)
}

fn failure(error: PdfError) -> Failure {
    match error {
        PdfError::Stopped => Failure::Cancelled,
        error @ PdfError::Drawing(_) => Failure::Usage(error.to_string()),
    }
}

/// Shows the progress of drawing, and says whether to continue.
fn watch(control: &Control) -> impl Fn(u32, u32) -> bool + '_ {
    |done, total| {
        control.begin("drawing", u64::from(total));
        control.done.store(u64::from(done), Ordering::Relaxed);
        !control.is_cancelled()
    }
}

/// The bytes of a picture file. `letters` are the characters in the picture.
pub(super) fn encode(
    svg: &Svg,
    format: PictureFormat,
    scale: f32,
    letters: impl Iterator<Item = char>,
    control: &Control,
) -> Result<Vec<u8>, Failure> {
    if format == PictureFormat::Svg {
        return Ok(svg.text.clone().into_bytes());
    }
    png::draw(svg, scale, fonts_for(letters), &watch(control)).map_err(|error| match error {
        PngError::Stopped => Failure::Cancelled,
        error => Failure::Usage(error.to_string()),
    })
}

/// A campaign's file, and one of its sequences: the first, if none is named.
///
/// # Errors
/// If the file can't be read, has no sequence of that name, or it was cancelled.
pub fn open(path: &Path, sequence: Option<&str>, control: &Control) -> Result<(Campaign, SequenceId), Failure> {
    let campaign = read_with(path, control)?.campaign;
    let sequence = named_sequence(&campaign, sequence)?;
    Ok((campaign, sequence))
}

/// Reads the numbers of a report that `simulate --report` wrote, for the items of a sequence.
///
/// # Errors
/// If it can't be read, isn't a report, or belongs to another sequence.
pub fn counts(path: &Path, campaign: &Campaign, sequence: SequenceId) -> Result<ItemCounts, Failure> {
    let fail = |what: &str| Failure::Unreadable(format!("{}: {what}", path.display()));
    let read = std::fs::metadata(path).and_then(|there| match there.len() {
        0..=LARGEST_REPORT => std::fs::read(path),
        _ => Err(std::io::Error::other("it is too large for a report")),
    });
    let bytes = read.map_err(|error| fail(&format!("this report can't be read ({error})")))?;
    let json = serde_json::from_slice(&bytes).map_err(|error| fail(&format!("this isn't a report: {error}")))?;
    let counts = ItemCounts::from_json(&json, sequence).map_err(|what| fail(&what))?;
    let sequence = sequence_of(campaign, sequence)?;
    match counts.is_empty() || sequence.items.iter().any(|item| counts.has(sequence.id.item(item.id))) {
        true => Ok(counts),
        false => Err(fail(&format!(
            "none of this report's items is in sequence `{}`: the report is of another sequence",
            sequence.name
        ))),
    }
}

fn sequence_of(campaign: &Campaign, id: SequenceId) -> Result<&Sequence, Failure> {
    campaign.sequence(id).ok_or_else(|| Failure::Usage(format!("there is no sequence with the id {id}")))
}

/// The characters in a scene.
fn letters(scene: &Scene) -> impl Iterator<Item = char> {
    let faces = scene.faces.iter().map(|face| face.name.as_str());
    let notes = scene.notes.iter().map(|note| note.text.as_str());
    let frames = scene.frames.iter().map(|frame| frame.title.as_str());
    faces.chain(notes).chain(frames).flat_map(str::chars)
}

/// Font files of this computer, if there are characters that the bundled font lacks. Most pictures need none.
fn fonts_for(mut letters: impl Iterator<Item = char>) -> Vec<Vec<u8>> {
    match letters.any(|c| !c.is_whitespace() && !c.is_control() && !is_bundled(c)) {
        true => crate::storage::fonts::installed(),
        false => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sequence_with_too_many_items_for_a_document_is_refused_with_what_to_do() {
        assert_eq!(too_large_to_print(MOST_ITEMS), None);
        let mut campaign = crate::workbench::samples::first();
        let start = campaign.sequences[0].items[0].clone();
        campaign.sequences[0].items = vec![start; MOST_ITEMS + 1];
        let drawing = Drawing { campaign: &campaign, sequence: campaign.sequences[0].id, counts: None };
        let choices = (&Options::default(), Paper::A4);
        let said = document(&drawing, choices, &Control::default(), &mut Vec::new()).expect_err("too many").to_string();
        assert!(said.contains("10,000 items; this one has 10,001. Export an SVG"), "{said}");
    }
}
