//! Results that are read from a finished run and written to files, for the samples and for hostile names.

mod documents;
mod for_people;
mod hostile;
mod load;
mod markup;
mod page;
mod passes;
mod planned;
mod plots;
mod tables;
mod typed;
