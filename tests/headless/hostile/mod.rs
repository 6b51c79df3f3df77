//! Malicious files, as large as possible, read through the library.

mod campaign;
mod contacts;
mod spreadsheets;
