//! The documentation pages: how to use Dripline, what it promises, and the specification.
//!
//! **Owns** the pages below, each a Markdown file in this folder.
//! **Must not know** any code: a page is text, and no module imports this one.
//! **Start reading** at [`window`] or [`command_line`] to use the program, at [`rules`] to change the engine.
//! **Invariants**: every `dripline` command on a page runs as written (`tests/program/cli/readme.rs`); [`rules`] and
//! [`files_and_commands`] are normative: code cites them, and tests compare the product with them.

#[doc = include_str!("window.md")]
pub mod window {}

#[doc = include_str!("command-line.md")]
pub mod command_line {}

#[doc = include_str!("samples.md")]
pub mod samples {}

#[doc = include_str!("contacts.md")]
pub mod contacts {}

#[doc = include_str!("run-store.md")]
pub mod run_store {}

#[doc = include_str!("promises.md")]
pub mod promises {}

#[doc = include_str!("hostile-files.md")]
pub mod hostile_files {}

#[doc = include_str!("speed.md")]
pub mod speed {}

#[doc = include_str!("rules.md")]
pub mod rules {}

#[doc = include_str!("files-and-commands.md")]
pub mod files_and_commands {}
