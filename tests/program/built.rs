//! The build of the program to test: the one built for the tests, or the one in the variable `DRIPLINE_PROGRAM`, such
//! as `target/release/dripline`.

use std::path::{Path, PathBuf};

/// A build of the program.
#[derive(Clone, Copy)]
pub enum Build {
    /// The build for the tests.
    Own,
    /// The build in `DRIPLINE_PROGRAM`, if it is set; else the build for the tests.
    Wanted,
}

impl Build {
    /// The absolute path of the program, since it runs in other folders.
    pub fn program(self) -> PathBuf {
        match (self, another()) {
            (Self::Wanted, Some(program)) => program,
            (Self::Own | Self::Wanted, _) => env!("CARGO_BIN_EXE_dripline").into(),
        }
    }
}

/// The path in `DRIPLINE_PROGRAM`; `None` if it isn't set.
pub fn another() -> Option<PathBuf> {
    std::env::var_os("DRIPLINE_PROGRAM").map(|program| Path::new(env!("CARGO_MANIFEST_DIR")).join(program))
}
