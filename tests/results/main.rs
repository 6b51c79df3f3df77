//! What is read off a finished run and written to files, on the samples and on names made to break it.

mod common;
mod load;
