//! Files: campaigns in RON, and what else is read from and written to disk.
//!
//! **Owns** every byte that the program reads from or writes to a file, and the sentences that say
//! where a file is wrong.
//! **Must not know** egui, or what a person is doing when a file is opened or saved.
//! **Start reading** at [`campaign_file`].
//! **Invariants**: what is written reads back equal; a file that can't be read is left alone and the
//! error says where, what and what was expected; no input makes anything here panic.

pub mod campaign_file;
pub mod exports;
pub mod output;
pub mod run_store;
