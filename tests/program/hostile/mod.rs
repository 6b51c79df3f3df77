//! Files that nobody means well with, given to the program: what it says, and how much memory that takes it.

mod commands;
mod graphs;
