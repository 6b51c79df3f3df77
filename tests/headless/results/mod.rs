//! What is read off a finished run and written to files, on the samples and on names made to break it.

mod hostile;
mod load;
mod markup;
mod page;
mod planned;
mod plots;
mod tables;
mod typed;
