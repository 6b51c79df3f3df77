//! Campaign files.
#![no_main]
// Each target uses only one of the readers.
#![allow(dead_code)]

#[path = "../../headless/fuzz/readers.rs"]
mod readers;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| readers::campaign(bytes));
