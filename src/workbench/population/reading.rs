//! A preview of a contacts file, read in the background: first its columns, then how many rows can be read and which
//! can't.

use std::path::PathBuf;
use std::sync::atomic::Ordering;
use std::sync::{Arc, Mutex, PoisonError};

use super::by_hand::{MOST, person_of};
use super::told::{self, Told};
use super::unread::UnreadList;
use crate::calendar::Zone;
use crate::campaign::directory::Directory;
use crate::campaign::rehearsal::Person;
use crate::contacts::block::Layout;
use crate::contacts::dates::date_format::DateFormat;
use crate::contacts::mapping::content::ColumnContent;
use crate::contacts::mapping::{Mapping, MappingError, Overrides};
use crate::contacts::reading::columns::CellContext;
use crate::simulate::run::Control;
use crate::storage::contacts_file::blocks::{BlockAt, ReadCounts};
use crate::storage::contacts_file::error::ContactsError;
use crate::storage::contacts_file::sheet::SheetRead;
use crate::storage::contacts_file::{ContactsFile, mapping_file};
use crate::storage::spreadsheets::{SheetError, SheetNames};
use crate::workbench::job::{Job, JobResult, Reporter};
use crate::workbench::today::today;

/// What to read for a preview.
#[derive(Clone, Debug, PartialEq)]
pub struct PreviewRequest {
    /// The path of the file.
    pub path: PathBuf,
    /// The directory with the custom fields that its columns can go into.
    pub directory: Directory,
    /// The IANA name of the campaign's time zone.
    pub time_zone: String,
    /// The date format, if the user was asked for it; the mapping is then saved.
    pub dates: Option<DateFormat>,
    /// The separator of tags, if the user was asked for it; the mapping is then saved.
    pub tags: Option<String>,
    /// The sheet, or the file of a zip, if the user chose one; empty if it is chosen anew. It is then saved.
    pub sheet: Option<String>,
}

impl PreviewRequest {
    /// Whether the user was asked something about the file, and has answered.
    pub fn is_answered(&self) -> bool {
        self.dates.is_some() || self.tags.is_some() || self.sheet.is_some()
    }
}

/// A column of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PreviewColumn {
    /// The name of the column in the header.
    pub name: String,
    /// The key of the field that the column is read into; `None` if it isn't used.
    pub field: Option<String>,
    /// The cells in the first rows, at most three.
    pub samples: Vec<String>,
    /// What the cells seem to be, if the column isn't used.
    pub content: Option<ColumnContent>,
}

/// The sheets of a spreadsheet, or the files of a zip, to choose from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PreviewSheets {
    /// The names of those that hold data.
    pub names: Vec<String>,
    /// The one that is read; `None` if all lists of a zip are read as one, or none is.
    pub read: Option<String>,
    /// Whether all lists of the zip can be read as one.
    pub has_lists: bool,
    /// Whether they are files of a zip.
    pub is_zip: bool,
}

impl PreviewSheets {
    fn of(sheet: &SheetRead) -> Option<Self> {
        let mut names: Vec<String> = sheet.all.iter().filter(|one| one.has_data).map(|one| one.name.clone()).collect();
        // A sheet of a spreadsheet in a zip.
        names.extend(sheet.name.clone().filter(|name| !names.contains(name)));
        let has_lists = sheet.all.iter().any(|one| one.is_list);
        (names.len() > 1).then(|| Self { names, read: sheet.name.clone(), has_lists, is_zip: sheet.is_zip })
    }
}

/// The header and the mapping of the file.
#[derive(Clone, Debug)]
pub struct PreviewHeader {
    /// The sheets to choose from, if there are several.
    pub sheets: Option<PreviewSheets>,
    /// The names in the header.
    pub header: Vec<String>,
    /// The columns, in order.
    pub columns: Vec<PreviewColumn>,
    /// The mapping, saved or guessed.
    pub mapping: Mapping,
    /// Whether the mapping is saved next to the file.
    pub is_kept: bool,
}

/// The result of reading the whole file.
#[derive(Clone, Debug, Default)]
pub struct ReadingResult {
    /// The rows read and rejected.
    pub counts: ReadCounts,
    /// The first contacts, at most [`MOST`], as the user would type them.
    pub first: Vec<Person>,
    /// What the user should know about the rows and cells.
    pub told: Vec<Told>,
    /// Everything that isn't read.
    pub unread: UnreadList,
}

/// Why there is no preview.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// Day and month could be swapped: the user must choose.
    Ambiguous {
        /// The name of the column.
        column: String,
        /// A date that can be read both ways.
        example: String,
    },
    /// A cell could be one tag or several: the user must choose.
    AmbiguousTags {
        /// The name of the column.
        column: String,
        /// A cell that can be read in several ways.
        example: String,
        /// The signs that could separate tags.
        signs: Vec<&'static str>,
    },
    /// Several sheets hold data, and none looks like contacts: the user must choose.
    Sheets(PreviewSheets),
    /// The saved mapping can't be used, in a sentence.
    UnusableMapping(String),
    /// The file can't be read, in a sentence.
    Unreadable(String),
    /// The user stopped it.
    Stopped,
}

/// The part of the preview that is known so far.
#[derive(Clone, Debug, Default)]
pub struct PartialPreview {
    /// The columns and the mapping, once known.
    pub top: Option<Arc<PreviewHeader>>,
    /// The counts, once the whole file was read.
    pub done: Option<Arc<ReadingResult>>,
    /// Why there will be no more.
    pub trouble: Option<Trouble>,
}

impl PartialPreview {
    /// Whether the preview is complete.
    pub fn is_final(&self) -> bool {
        self.done.is_some() || self.trouble.is_some()
    }
}

/// A preview that is being read. Dropping this cancels it.
#[derive(Debug)]
pub struct PendingPreview {
    question: PreviewRequest,
    /// The job, and its answers so far.
    state: Mutex<(Job<PreviewUpdate>, PartialPreview)>,
}

/// The job's answers: the columns first, then the result.
#[derive(Debug)]
enum PreviewUpdate {
    Top(Arc<PreviewHeader>),
    Done(Arc<ReadingResult>),
    Trouble(Trouble),
}

impl PendingPreview {
    /// Starts reading; `wake` is called whenever there is more to be [`seen`](Self::seen).
    ///
    /// # Errors
    /// If a thread can't be started.
    pub fn start(question: PreviewRequest, wake: impl Fn() + Send + 'static) -> std::io::Result<Self> {
        let of = question.clone();
        let work = move |reporter: &Reporter<PreviewUpdate>| {
            let top = |top| reporter.tell(PreviewUpdate::Top(Arc::new(top)));
            match read(&of, reporter.control(), top) {
                Ok(done) => reporter.tell(PreviewUpdate::Done(Arc::new(done))),
                Err(trouble) => reporter.tell(PreviewUpdate::Trouble(trouble)),
            }
        };
        let job = Job::start_reporting("contacts file", work, wake)?;
        Ok(Self { question, state: Mutex::new((job, PartialPreview::default())) })
    }

    /// The file and settings of the preview.
    pub fn question(&self) -> &PreviewRequest {
        &self.question
    }

    /// The part of the preview that is known so far.
    pub fn seen(&self) -> PartialPreview {
        self.with_state(|_, seen| seen.clone())
    }

    /// The progress, from 0 to 1.
    pub fn progress(&self) -> f32 {
        self.with_state(|job, _| job.control().share())
    }

    /// Cancels it. The known part of the preview stays available.
    pub fn stop(&self) {
        self.with_state(|job, seen| {
            job.cancel();
            if !seen.is_final() {
                seen.trouble = Some(Trouble::Stopped);
            }
        });
    }

    /// Calls `look` with the known part of the preview, after taking all new answers.
    fn with_state<T>(&self, look: impl FnOnce(&Job<PreviewUpdate>, &mut PartialPreview) -> T) -> T {
        // No code can leave the state inconsistent while it holds the lock.
        let (job, seen) = &mut *self.state.lock().unwrap_or_else(PoisonError::into_inner);
        while let Some(told) = job.poll() {
            seen.learn(told);
        }
        look(job, seen)
    }
}

impl PartialPreview {
    fn learn(&mut self, told: JobResult<PreviewUpdate>) {
        match told {
            // It was cancelled, or has finished.
            _ if self.is_final() => {}
            Ok(PreviewUpdate::Top(top)) => self.top = Some(top),
            Ok(PreviewUpdate::Done(done)) => self.done = Some(done),
            Ok(PreviewUpdate::Trouble(trouble)) => self.trouble = Some(trouble),
            Err(why) => self.trouble = Some(Trouble::Unreadable(format!("The file was only partly read: {why}."))),
        }
    }
}

/// Reads a file; `tell` receives its columns as soon as they are known.
fn read(
    question: &PreviewRequest,
    control: &Control,
    tell: impl FnOnce(PreviewHeader),
) -> Result<ReadingResult, Trouble> {
    let PreviewRequest { path, directory, time_zone, dates, tags, .. } = question;
    if Zone::named(time_zone).is_none() {
        return Err(Trouble::Unreadable(format!("“{time_zone}” isn't a known time zone.")));
    }
    let file = open(question, control)?;
    let keeps = question.is_answered();
    if keeps {
        // Who only chose a sheet has said nothing about its columns.
        let confirmed = file.mapping().confirmed || dates.is_some() || tags.is_some();
        mapping_file::save(path, &Mapping { confirmed, ..file.mapping().clone() })?;
    }
    tell(top_of(&file, keeps));
    control.begin("Reading", file.len_bytes());
    let first: Mutex<Vec<(usize, Person)>> = Mutex::default();
    let threads = std::thread::available_parallelism().map_or(1, |cores| cores.get().saturating_sub(1).max(1));
    let progress = |bytes| control.done.store(bytes, Ordering::Relaxed);
    let consume = |BlockAt { first_place, block, .. }: BlockAt| {
        let rows = 0..block.len().min(MOST.saturating_sub(first_place));
        let mut first = first.lock().unwrap_or_else(PoisonError::into_inner);
        first.extend(rows.map(|row| (first_place + row, person_of(directory, &block, row))));
    };
    let mut unread = UnreadList::default();
    let mut push = |entry| unread.push(entry);
    let counts = file.for_each_block_listing(threads, &progress, &control.cancel, &consume, &mut push)?;
    let mut first = first.into_inner().unwrap_or_else(PoisonError::into_inner);
    first.sort_by_key(|(place, _)| *place);
    let mut told = told::of_file(&file);
    told.extend(told::of_counts(&counts, file.header(), file.row_kind()));
    told.sort_by_key(|told| !told.is_warning);
    Ok(ReadingResult { counts, told, unread, first: first.into_iter().map(|(_, person)| person).collect() })
}

/// Opens the file as the request says.
///
/// # Errors
/// If it can't be read or mapped, or was cancelled.
pub(super) fn open(question: &PreviewRequest, control: &Control) -> Result<ContactsFile, ContactsError> {
    let PreviewRequest { path, directory, time_zone, dates, tags, sheet } = question;
    let zone = Zone::named(time_zone).unwrap_or_else(Zone::utc);
    let layout = Layout::new(directory);
    let target = CellContext { layout: &layout, directory, zone: &zone, today: today(&zone) };
    let (date_format, tag_separator) = (dates.clone(), tags.clone());
    let overrides = Overrides { date_format, tag_separator, sheet: sheet.clone(), ..Overrides::default() };
    ContactsFile::open_with(path, target, &overrides, control)
}

fn top_of(file: &ContactsFile, is_kept_now: bool) -> PreviewHeader {
    let (header, mapping) = (file.header().to_vec(), file.mapping().clone());
    let column = |(place, name): (usize, &String)| {
        let field = mapping.columns.iter().find(|known| known.column == *name).map(|known| known.field.clone());
        PreviewColumn {
            name: name.clone(),
            samples: file.samples().map(|row| row.get(place).cloned().unwrap_or_default()).collect(),
            content: field.is_none().then(|| file.content_of(place)),
            field,
        }
    };
    let columns = header.iter().enumerate().map(column).collect();
    let sheets = file.sheet().and_then(PreviewSheets::of);
    PreviewHeader { sheets, columns, is_kept: is_kept_now || file.has_saved_mapping(), header, mapping }
}

impl From<ContactsError> for Trouble {
    fn from(error: ContactsError) -> Self {
        match error {
            ContactsError::Interrupted => Trouble::Stopped,
            ContactsError::Mapping { ref source, .. } => match (**source).clone() {
                MappingError::AmbiguousDates { column, example, .. } => Trouble::Ambiguous { column, example },
                MappingError::TwoOrders { column, month_first, .. } => {
                    Trouble::Ambiguous { column, example: month_first.1 }
                }
                MappingError::AmbiguousTags { column, example, signs, .. } => {
                    Trouble::AmbiguousTags { column, example, signs }
                }
                MappingError::NoHeader
                | MappingError::ColumnTwice { .. }
                | MappingError::FieldTwice { .. }
                | MappingError::UnknownField(_)
                | MappingError::UnknownColumn(_)
                | MappingError::UnknownZone(_) => Trouble::Unreadable(error.to_string()),
            },
            ContactsError::Sheet { source: SheetError::Choose(SheetNames { names, in_zip }), .. } => {
                Trouble::Sheets(PreviewSheets { names, read: None, has_lists: false, is_zip: in_zip })
            }
            ContactsError::MappingFile { .. } => Trouble::UnusableMapping(error.to_string()),
            error => Trouble::Unreadable(error.to_string()),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;
    use std::sync::mpsc;

    use super::*;
    use crate::campaign::directory::{CustomField, FieldKind};
    use crate::contacts::reject::CellKind;
    use crate::workbench::population::mapping;

    /// The complete preview of a file.
    fn look(path: &Path, dates: Option<&str>) -> PartialPreview {
        look_with(path, dates, Directory::default())
    }

    /// As [`look`], for a campaign with a directory.
    fn look_with(path: &Path, dates: Option<&str>, directory: Directory) -> PartialPreview {
        let (called, calls) = mpsc::channel();
        let question = PreviewRequest {
            path: path.to_owned(),
            directory,
            time_zone: "Europe/Berlin".to_owned(),
            dates: dates.and_then(DateFormat::parse),
            tags: None,
            sheet: None,
        };
        let wake = move || called.send(()).unwrap_or_default();
        let reading = PendingPreview::start(question, wake).expect("a thread");
        while !reading.seen().is_final() {
            calls.recv().expect("a call");
        }
        reading.seen()
    }

    fn file(text: &str) -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("contacts.csv");
        std::fs::write(&path, text).expect("a file");
        (folder, path)
    }

    #[test]
    fn a_file_tells_its_columns_then_its_rows() {
        let (_folder, path) =
            file("Email,First Name,Birthday,Shoe size\na@x.com,Ann,03/30/1990,40\nb@x.com,Bo,soon,41\n");
        let seen = look(&path, None);
        let top = seen.top.expect("columns");
        let fields: Vec<_> = top.columns.iter().map(|column| column.field.as_deref()).collect();
        assert_eq!(fields, [Some("email"), Some("first_name"), Some("birthday"), None]);
        assert_eq!(top.columns[1].samples, ["Ann", "Bo"]);
        assert!(!top.is_kept);
        let done = seen.done.expect("counts");
        assert_eq!((done.counts.read, done.counts.rejected), (2, 0));
        let cell = &done.counts.cells.not_read[0];
        assert_eq!((cell.line, cell.kind, cell.text.as_str()), (3, CellKind::Date, "soon"));
        assert_eq!(done.told[0].words, "1 cell can't be read and counts as empty");
        assert_eq!(done.told[0].details, ["line 3, column “Birthday”: “soon” isn't a date"]);
        assert_eq!(done.first[0].0["birthday"], "1990-03-30");
    }

    #[test]
    fn an_ambiguous_order_is_asked_for_and_the_answer_kept() {
        let (_folder, path) = file("Email,Birthday\na@x.com,03/04/1990\n");
        let Some(Trouble::Ambiguous { column, example }) = look(&path, None).trouble else { panic!("a question") };
        assert_eq!((column.as_str(), example.as_str()), ("Birthday", "03/04/1990"));
        let (_, day_first) = mapping::orders(&example).expect("two orders");
        let read = |seen: PartialPreview| seen.done.expect("people").first[0].0["birthday"].clone();
        assert_eq!(read(look(&path, Some(day_first.pattern()))), "1990-04-03");
        assert_eq!(read(look(&path, None)), "1990-04-03", "kept");
        mapping::forget(&path).expect("no mapping");
        assert!(look(&path, None).trouble.is_some());
    }

    #[test]
    fn a_changed_mapping_is_kept_if_it_goes_with_the_header() {
        let (_folder, path) = file("Email,Nick\na@x.com,Ann\n");
        let top = look(&path, None).top.expect("columns");
        let mut changed = top.mapping.clone();
        mapping::feed(&mut changed, "Nick", Some("first_name"));
        mapping::keep(&path, &changed, &top.header, &Directory::default()).expect("a mapping");
        let seen = look(&path, None);
        assert_eq!(seen.done.expect("people").first[0].0["first_name"], "Ann");
        assert!(seen.top.expect("columns").is_kept);
        mapping::feed(&mut changed, "Nick", Some("no_such_field"));
        let refused = mapping::keep(&path, &changed, &top.header, &Directory::default());
        assert!(refused.is_err_and(|why| why.contains("no_such_field")));
    }

    #[test]
    fn a_new_field_takes_its_column_and_says_how_its_dates_are_written() {
        let (_folder, path) = file("Email,Born,Renewal date\na@x.com,1990-03-30,31/12/2026\nb@x.com,,03/04/2027\n");
        let top = look(&path, None).top.expect("columns");
        let Some(ColumnContent::Dates { format, .. }) = &top.columns[2].content else { panic!("{:?}", top.columns[2]) };
        assert_eq!(top.columns[0].content, None, "it is used");
        let mut directory = Directory::default();
        let field = CustomField { key: "renewal".to_owned(), label: "Renewal date".to_owned(), kind: FieldKind::Date };
        let mut changed = top.mapping.clone();
        mapping::feed(&mut changed, "Renewal date", Some("renewal"));
        mapping::set_dates_of(&mut changed, "Renewal date", format.clone());
        let refused = mapping::keep(&path, &changed, &top.header, &directory);
        assert!(refused.is_err(), "the campaign doesn't have it");
        directory.custom_fields.push(field);
        mapping::keep(&path, &changed, &top.header, &directory).expect("a mapping");
        let seen = look_with(&path, None, directory);
        let people = seen.done.expect("people").first.clone();
        assert_eq!([&people[0].0["renewal"], &people[1].0["renewal"]], ["2026-12-31", "2027-04-03"]);
        assert!(matches!(look(&path, None).trouble, Some(Trouble::UnusableMapping(why)) if why.contains("renewal")));
    }

    #[test]
    fn what_is_no_contacts_file_says_why() {
        let (folder, path) = file("");
        assert!(matches!(look(&path, None).trouble, Some(Trouble::Unreadable(why)) if why.contains("empty")));
        let nowhere = folder.path().join("nowhere.csv");
        assert!(matches!(look(&nowhere, None).trouble, Some(Trouble::Unreadable(_))));
    }
}
