//! Network use: a rehearsal opens no internet socket, and the Test button's only request stays within its limits.

mod posts;
mod samples;
