//! Whether a benchmark measures, or only shows that all of it still runs.
//!
//! `cargo bench` starts it with `--bench`, and it measures. Without that, as `cargo test --benches` starts it, or with
//! `--short`, it does every part once, at a small size, and is done in seconds.

/// Whether every part is done once, at a small size.
pub fn is_short() -> bool {
    let has = |wanted: &str| std::env::args().any(|argument| argument == wanted);
    has("--short") || !has("--bench")
}

/// The one for measuring, or the one for a short run.
pub fn pick<T>(full: T, short: T) -> T {
    if is_short() { short } else { full }
}

/// The names of the parts that were asked for; all of them if there are none.
pub fn names() -> Vec<String> {
    std::env::args().skip(1).filter(|argument| !argument.starts_with("--")).collect()
}
