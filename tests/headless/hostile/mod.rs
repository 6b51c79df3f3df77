//! Files that nobody means well with, as large as they come, read through the library.

mod campaign;
mod contacts;
