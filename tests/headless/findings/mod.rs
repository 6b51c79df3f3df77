//! What `check` finds, as data: a campaign in a few lines, and below it the findings, one a line.

/// Cases by name: each is a test, and all are a list.
macro_rules! cases {
    ($($name:ident: $drawing:literal => $expected:literal;)*) => {
        pub const CASES: &[(&str, &str)] = &[$((stringify!($name), $expected),)*];
        $(#[test] fn $name() { crate::findings::drawing::check_case(stringify!($name), $drawing, $expected); })*
    };
}

mod campaign;
mod drawing;
mod links;
mod people;
mod settings;
mod table;
mod tracks;
mod unknown;
mod whole;
