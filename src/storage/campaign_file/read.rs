//! Reads a campaign from a file, or returns an error that says where and what is wrong.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use ron::extensions::Extensions;

use crate::campaign::document::Campaign;
use crate::simulate::run::Control;
use crate::storage::aside::aside;

use super::checks::check;
use super::error::{CampaignError, TextPosition};
use super::fingerprint::Fingerprint;
use super::format::{NEWEST, NOT_READ_YET, needed_by, needed_by_item};
use super::friendly::explain;
use super::limits::LARGEST_FILE;
use super::locate::{PathStep, is_blank, locate, place_of};
use super::nearest::short;
use super::tokens::has_comments;
use super::v1;

/// Bytes that are read between two checks for cancellation.
const PART: u64 = 1 << 20;

/// The contents of a campaign file.
#[derive(Clone, Debug, PartialEq)]
pub struct Loaded {
    /// The campaign that was read.
    pub campaign: Campaign,
    /// Whether the file has comments, which saving would lose.
    pub has_comments: bool,
    /// The fingerprint of the bytes that were read.
    pub fingerprint: Fingerprint,
}

/// Reads a campaign file.
///
/// # Errors
/// If the file can't be opened, is larger than 256 MB, isn't a campaign, or has a newer format. The error names file,
/// line and column, and says what was expected.
///
/// # Examples
/// ```
/// use std::path::Path;
///
/// use dripline::storage::campaign_file::read;
///
/// let file = concat!(env!("CARGO_MANIFEST_DIR"), "/saved-campaigns/welcome.ron");
/// let campaign = read(Path::new(file))?.campaign;
/// assert_eq!(campaign.name, "Welcome to Juniper Tea");
/// assert_eq!(campaign.sequences[0].items.len(), 17);
/// # Ok::<(), dripline::storage::campaign_file::CampaignError>(())
/// ```
pub fn read(path: &Path) -> Result<Loaded, CampaignError> {
    let on = AtomicBool::new(false);
    parse_bytes(read_bytes(path, &|_| {}, &on)?, path)
}

/// Reads a campaign file, which may be large, on a slow disk, or a pipe. `control` receives the number of bytes read,
/// and can cancel at any time, even while the text is parsed: the parsing thread is then abandoned.
///
/// # Errors
/// Those of [`read`], or if it was cancelled.
pub fn read_with(path: &Path, control: &Control) -> Result<Loaded, CampaignError> {
    control.begin("Reading", std::fs::metadata(path).map_or(0, |about| about.len()));
    let cancelled = || CampaignError::Cancelled { file: shown(path) };
    let its_path = path.to_owned();
    let read = aside(control, move |shared| {
        let done = |bytes| shared.done.store(bytes, Ordering::Relaxed);
        parse_bytes(read_bytes(&its_path, &done, &shared.cancel)?, &its_path)
    });
    read.map_err(|_| cancelled())?
}

fn parse_bytes(bytes: Vec<u8>, path: &Path) -> Result<Loaded, CampaignError> {
    let text = match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let offset = error.utf8_error().valid_up_to();
            let before = String::from_utf8_lossy(&error.as_bytes()[..offset]);
            let place = place_of(without_bom(&before), usize::MAX);
            return Err(CampaignError::NotUtf8 { file: shown(path), place, offset });
        }
    };
    parse(&text, path)
}

/// Reads the text of a campaign file; `name` is what errors call the file.
///
/// # Errors
/// If the text isn't a campaign, has an unknown format, or fails a check: unique ids and names, at least one sequence,
/// an existing time zone, custom fields that don't hide a column.
pub fn parse(text: &str, name: &Path) -> Result<Loaded, CampaignError> {
    let fingerprint = Fingerprint::of(text.as_bytes());
    let text = without_bom(text);
    let campaign = parse_form(text, name)?;
    check(&campaign, text, &shown(name))?;
    Ok(Loaded { campaign, has_comments: has_comments(text), fingerprint })
}

/// Reads a campaign and checks only its form: ids and names may occur twice, and the time zone may be unknown.
///
/// # Errors
/// If the text isn't a campaign, has an unknown format, or has an item that needs a newer format.
pub fn parse_form(text: &str, name: &Path) -> Result<Campaign, CampaignError> {
    if is_blank(text) {
        return Err(CampaignError::Empty { file: shown(name), place: place_of(text, usize::MAX) });
    }
    let format = check_format(text, name)?;
    if format == Some(2) {
        check_sections(text, name)?;
    }
    // `implicit_some` also applies to a file that doesn't enable it.
    let options = ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
    let file: v1::campaign::CampaignV1<'static> = options.from_str(text).map_err(|error| {
        let (place, problem) = explain(text, &error);
        CampaignError::Form { file: shown(name), place, problem }
    })?;
    let format = file.format;
    if !(1..=NEWEST).contains(&format) {
        return Err(wrong_format(name, format_place(text), format.to_string(), format > NEWEST));
    }
    let campaign = file.into_document();
    if format < needed_by(&campaign) {
        return Err(too_old(&campaign, format, text, name));
    }
    Ok(campaign)
}

/// The error for an item whose kind needs a newer format than that of the file.
fn too_old(campaign: &Campaign, format: u64, text: &str, name: &Path) -> CampaignError {
    let mut problem = format!("it has an item that format {format} doesn't know");
    let mut place = format_place(text);
    for (sequence, one) in campaign.sequences.iter().enumerate() {
        let Some(at) = one.items.iter().position(|item| needed_by_item(item) > format) else { continue };
        let (label, needed) = (one.items[at].kind.label(), needed_by_item(&one.items[at]));
        problem = format!("a {} needs format {needed}. Write `format: {needed}` above", label.to_lowercase());
        let items =
            [PathStep::Field("sequences"), PathStep::Index(sequence), PathStep::Field("items"), PathStep::Index(at)];
        let path: Vec<PathStep<'_>> = items.into_iter().chain([PathStep::Field("kind")]).collect();
        place = place_of(text, locate(text, &path).map_or(0, |(start, _)| start));
        break;
    }
    CampaignError::Form { file: shown(name), place, problem }
}

/// The file's format; `None` if it is missing or not a number. A newer format is an error before the rest is read,
/// since this program may not be able to parse it.
fn check_format(text: &str, name: &Path) -> Result<Option<u64>, CampaignError> {
    let Some((start, end)) = locate(text, &[PathStep::Field("format")]) else { return Ok(None) };
    let digits = text[start..end].replace('_', "");
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Ok(None);
    }
    let format = digits.trim_start_matches('0');
    match format.parse::<u64>() {
        Ok(format @ 1..=NEWEST) => Ok(Some(format)),
        // A number too large to read is a newer format too.
        _ if !format.is_empty() => Err(wrong_format(name, place_of(text, start), short(format), true)),
        _ => Err(wrong_format(name, place_of(text, start), "0".to_owned(), false)),
    }
}

/// Returns an error for fields that this program can't read yet. It says so, instead of calling the field unknown.
fn check_sections(text: &str, name: &Path) -> Result<(), CampaignError> {
    for section in NOT_READ_YET {
        if let Some((start, _)) = locate(text, &[PathStep::Field(section)]) {
            let problem = format!(
                "this program can't read `{section}` yet. Open it with a newer Dripline; the file is unchanged"
            );
            return Err(CampaignError::Form { file: shown(name), place: place_of(text, start), problem });
        }
    }
    Ok(())
}

fn format_place(text: &str) -> TextPosition {
    place_of(text, locate(text, &[PathStep::Field("format")]).map_or(0, |(start, _)| start))
}

fn wrong_format(name: &Path, place: TextPosition, found: String, is_newer: bool) -> CampaignError {
    let file = shown(name);
    if is_newer {
        return CampaignError::Newer { file, place, found, known: NEWEST };
    }
    let problem = format!("there is no format {found}, expected 1 or {NEWEST}");
    CampaignError::Form { file, place, problem }
}

fn read_bytes(path: &Path, done: &dyn Fn(u64), cancel: &AtomicBool) -> Result<Vec<u8>, CampaignError> {
    let unreadable = |source: io::Error| match source.kind() {
        io::ErrorKind::NotFound => CampaignError::Missing { file: shown(path) },
        io::ErrorKind::IsADirectory => CampaignError::Folder { file: shown(path) },
        _ => CampaignError::Unreadable { file: shown(path), source },
    };
    let too_large = || CampaignError::TooLarge { file: shown(path), limit: LARGEST_FILE };
    let mut file = File::open(path).map_err(unreadable)?;
    let about = file.metadata().map_err(unreadable)?;
    if about.is_dir() {
        return Err(CampaignError::Folder { file: shown(path) });
    }
    if about.len() > LARGEST_FILE {
        return Err(too_large());
    }
    // A pipe has no length, and a file may grow meanwhile, so the limit is checked while reading.
    let mut bytes = Vec::with_capacity(about.len() as usize + 1);
    loop {
        let read = (&mut file).take(PART).read_to_end(&mut bytes).map_err(unreadable)?;
        done(bytes.len() as u64);
        if cancel.load(Ordering::Relaxed) {
            return Err(CampaignError::Cancelled { file: shown(path) });
        }
        if bytes.len() as u64 > LARGEST_FILE {
            return Err(too_large());
        }
        if (read as u64) < PART {
            return Ok(bytes);
        }
    }
}

/// The text without the byte-order mark that some editors write.
fn without_bom(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

/// The name of a file for an error message.
fn shown(path: &Path) -> String {
    let name = path.display().to_string();
    if name.contains(char::is_control) { name.escape_debug().to_string() } else { name }
}
