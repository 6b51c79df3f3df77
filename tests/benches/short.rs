//! Tells whether a benchmark measures, or only checks that all its parts still run.
//!
//! `cargo bench` starts it with `--bench`, and it measures. Without that (`cargo test --benches`) or with `--short`, it
//! runs every part once, at a small size, and ends within seconds.

/// Whether every part runs only once, at a small size.
pub fn is_short() -> bool {
    let has = |wanted: &str| std::env::args().any(|argument| argument == wanted);
    has("--short") || !has("--bench")
}

/// Picks the value for measuring, or the one for a short run.
pub fn pick<T>(full: T, short: T) -> T {
    if is_short() { short } else { full }
}

/// The names of the parts that were asked for; all of them if there are none.
pub fn names() -> Vec<String> {
    std::env::args().skip(1).filter(|argument| !argument.starts_with("--")).collect()
}
