//! Words of status and consent: who may be mailed (files-and-commands.md, *Contacts file*).
//!
//! [`consent_column`] knows columns by their name, [`status_of`] reads a cell of one, and [`WorstStatus`] decides where a file
//! has several. A word that isn't understood means `non_marketable`: nobody is mailed on a
//! misunderstanding. [`looks_like_consent`] finds columns that aren't read, for a warning.

mod column;
mod hint;
mod read;
mod survey;
mod vocabulary;
mod when;
mod worst;

pub use column::{ConsentColumn, ConsentSense, EmptyConsent, consent_column};
pub use hint::looks_like_consent;
pub use read::{StatusReading, status_of};

pub use survey::ConsentSurvey;
pub use worst::WorstStatus;

#[cfg(test)]
mod tests;
