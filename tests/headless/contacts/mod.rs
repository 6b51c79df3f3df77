//! Contacts files: their contacts, rejected rows and reasons, the mapping of columns, and the generator.

mod exports;
mod field;
mod files;
mod generator;
mod people;
mod properties;
mod spreadsheets;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use dripline::calendar::Zone;
use dripline::campaign::directory::{CustomField, Directory, FieldKind, User};
use dripline::campaign::fields::Field;
use dripline::contacts::block::{Layout, Population};
use dripline::contacts::mapping::Overrides;
use dripline::contacts::reading::columns::CellContext;
use dripline::storage::contacts_file::ContactsFile;
use dripline::storage::contacts_file::blocks::ReadCounts;
use dripline::storage::contacts_file::error::ContactsError;
use dripline::storage::contacts_file::pieces::Cut;

/// A campaign's directory, its layout and zone.
pub struct Campaign {
    pub directory: Directory,
    pub layout: Arc<Layout>,
    pub zone: Zone,
}

impl Campaign {
    pub fn new() -> Self {
        let user = |id: &str, name: &str| User {
            id: id.to_owned(),
            name: name.to_owned(),
            email: format!("{id}@example.com"),
            sales_rep: true,
        };
        let field = |key: &str, label: &str, kind| CustomField { key: key.to_owned(), label: label.to_owned(), kind };
        let directory = Directory {
            users: vec![user("kim", "Kim Ortega"), user("lee", "Lee Novak")],
            tags: ["Customer", "Newsletter", "Prospect"].map(str::to_owned).to_vec(),
            custom_fields: vec![
                field("renewal_date", "Renewal date", FieldKind::Date),
                field("next_call", "Next call", FieldKind::DateTime),
                field("plan", "Plan", FieldKind::Text),
                field("score", "Score", FieldKind::Number),
            ],
            ..Directory::default()
        };
        let layout = Layout::new(&directory);
        Self { directory, layout, zone: Zone::named("America/New_York").expect("a zone") }
    }

    pub fn target(&self) -> CellContext<'_> {
        CellContext {
            layout: &self.layout,
            directory: &self.directory,
            zone: &self.zone,
            today: chrono::NaiveDate::from_ymd_opt(2026, 12, 1).expect("a day"),
        }
    }

    pub fn open(&self, path: &Path) -> Result<ContactsFile, ContactsError> {
        ContactsFile::open(path, self.target(), &Overrides::default())
    }

    pub fn read(&self, path: &Path) -> (Population, ReadCounts) {
        read(&self.open(path).unwrap_or_else(|error| panic!("{error}")), 2)
    }

    /// Reads bytes as a file that is cut into pieces in the given way.
    pub fn read_bytes(&self, bytes: &[u8], cut: Cut, threads: usize) -> (Population, ReadCounts) {
        let folder = tempfile::tempdir().expect("a folder");
        let path = file_in(&folder, bytes);
        let file = ContactsFile::open_cut(&path, self.target(), &Overrides::default(), cut);
        read(&file.unwrap_or_else(|error| panic!("{error}")), threads)
    }

    /// The cells of the contact at a position in the list, by the keys of their fields.
    pub fn cells(&self, people: &Population, place: usize, keys: &[&str]) -> Vec<String> {
        let (block, row) = people.places().locate(place as u64).expect("a contact");
        let field = |key| Field::named(key, &self.directory).expect("a field");
        keys.iter().map(|key| block.cell(field(key), row)).collect()
    }

    /// Every cell of every contact.
    pub fn table(&self, people: &Population) -> Vec<Vec<String>> {
        let columns = dripline::campaign::fields::Column::ALL.iter().map(|&column| Field::Column(column));
        let fields: Vec<Field> = columns.chain((0..self.directory.custom_fields.len()).map(Field::Custom)).collect();
        let rows = people.blocks().iter().flat_map(|block| (0..block.len()).map(move |row| (block, row)));
        rows.map(|(block, row)| fields.iter().map(|&field| block.cell(field, row)).collect()).collect()
    }
}

pub fn read(file: &ContactsFile, threads: usize) -> (Population, ReadCounts) {
    file.read_all(threads, &|_| {}, &AtomicBool::new(false)).unwrap_or_else(|error| panic!("{error}"))
}

pub fn file_in(folder: &tempfile::TempDir, bytes: &[u8]) -> PathBuf {
    let path = folder.path().join("people.csv");
    std::fs::write(&path, bytes).expect("written");
    path
}

pub fn export(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/exports").join(name)
}

/// The line, column, text and fault of each cell that could not be read.
pub fn not_read(counts: &ReadCounts) -> Vec<(u64, String)> {
    let told = counts.cells.not_read.iter();
    told.map(|cell| (cell.line, format!("{}: `{}` {}", cell.column, cell.text, cell.why))).collect()
}

/// The line and the reason of each rejected row.
pub fn reasons(counts: &ReadCounts) -> Vec<(u64, String)> {
    counts.rejects.iter().map(|reject| (reject.line, reject.reason.to_string())).collect()
}
