//! Which build of the program is tested: the one that was built for the tests, or the one that the variable
//! `DRIPLINE_PROGRAM` names, such as `target/release/dripline`.

use std::path::{Path, PathBuf};

/// A build of the program.
#[derive(Clone, Copy)]
pub enum Build {
    /// The one that was built for the tests.
    Own,
    /// The one that was asked for, if any; otherwise the own one.
    Wanted,
}

impl Build {
    /// The absolute path of the program, as it is run in other folders.
    pub fn program(self) -> PathBuf {
        match (self, another()) {
            (Self::Wanted, Some(program)) => program,
            (Self::Own | Self::Wanted, _) => env!("CARGO_BIN_EXE_dripline").into(),
        }
    }
}

/// The build that was asked for.
pub fn another() -> Option<PathBuf> {
    std::env::var_os("DRIPLINE_PROGRAM").map(|program| Path::new(env!("CARGO_MANIFEST_DIR")).join(program))
}
