//! A finished run with all that its files are written from.

use crate::calendar::Instant;
use crate::contacts::block::Population;
use crate::simulate::effects::Teller;
use crate::simulate::run::Run;
use crate::simulate::settle::Assignments;

/// A run with all that belongs to it.
#[derive(Clone, Copy)]
pub struct Finished<'a> {
    /// The compiled sequence and what it was compiled from.
    pub teller: Teller<'a>,
    /// The visits.
    pub run: &'a Run,
    /// The contacts.
    pub population: &'a Population,
    /// Who was given what.
    pub assignments: &'a Assignments,
    /// Where the clock stopped.
    pub until: Instant,
}
