//! Malicious files, given to the program: its messages, and its memory use.

mod commands;
mod graphs;
