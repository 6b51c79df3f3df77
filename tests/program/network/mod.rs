//! No network: a rehearsal opens no internet socket, and the Test button's one request keeps to its limits.

mod posts;
mod samples;
