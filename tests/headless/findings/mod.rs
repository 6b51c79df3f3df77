//! The findings of `check`. Each case is a campaign in a few lines, and the expected findings, one on each line.

/// Makes a test of each case, and a list of all cases.
macro_rules! cases {
    ($($name:ident: $drawing:literal => $expected:literal;)*) => {
        pub const CASES: &[(&str, &str)] = &[$((stringify!($name), $expected),)*];
        $(#[test] fn $name() { crate::findings::drawing::check_case(stringify!($name), $drawing, $expected); })*
    };
}

mod campaign;
pub mod drawing;
mod links;
mod people;
mod settings;
mod table;
mod tracks;
mod unknown;
mod whole;
