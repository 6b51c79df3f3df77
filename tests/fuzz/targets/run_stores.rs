//! Run stores.
#![no_main]
// Each target uses only one of the readers.
#![allow(dead_code)]

#[path = "../../headless/fuzz/readers.rs"]
mod readers;

use libfuzzer_sys::fuzz_target;

thread_local!(static FOLDER: tempfile::TempDir = tempfile::tempdir().expect("a folder"));

fuzz_target!(|bytes: &[u8]| FOLDER.with(|folder| readers::run_store(folder, bytes)));
