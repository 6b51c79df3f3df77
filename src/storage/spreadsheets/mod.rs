//! Spreadsheets and zips as contacts files: turns a sheet into CSV, within bounds.
//!
//! calamine 0.38 isn't used: `uniqueCount="9999999999"` in an `.xlsx` of some hundred bytes, or two cells far apart, end
//! the process, since it reserves memory for what a file only states, and it never comes back from an `.ods` that is
//! cut off. A file that someone drops must not do that. Tests let calamine read the same files.
//!
//! **Owns** finding out what a file is by its first bytes, the readers of `.xlsx`, `.xls`, `.ods` and `.zip`, and the
//! table that says which row of the sheet a record of the CSV comes from ([`SheetRows`]).
//! **Must not know** what a cell means.
//! **Start reading** at [`SheetSource::look`] and [`Workbook::to_csv`].
//! **Invariants**: no file, however broken or hostile, makes a panic, takes memory beyond [`limits`], or can't be
//! cancelled within 64 KB of unpacked data; nothing is unpacked to a path that a file names.

mod archive;
mod counted;
mod error;
mod first_rows;
mod formats;
mod grid;
mod info;
mod kind;
pub mod limits;
mod lists;
mod lists_join;
mod numbers;
mod ods;
mod rows;
mod strings;
mod unpack;
mod workbook;
mod xls;
mod xlsx;
mod xml;

pub use error::{SheetBound, SheetError, SheetNames, plain_name};
pub use info::{BookForm, SheetInfo, SheetPart, SheetSize};
pub use kind::is_packed;
pub use rows::{SheetPlace, SheetRows};
pub use workbook::{SheetSource, Workbook};
