//! What a copy is called.

/// `Welcome copy`, `Welcome copy 2`, …
pub(super) fn free_name(name: &str, is_taken: impl Fn(&str) -> bool) -> String {
    let mut tries = std::iter::once(format!("{name} copy")).chain((2..).map(|n| format!("{name} copy {n}")));
    tries.find(|name| !is_taken(name)).unwrap_or_default()
}
