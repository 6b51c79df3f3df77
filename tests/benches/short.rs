//! Whether a benchmark only shows that it still works, as `cargo test --benches` wants it, or measures (`cargo bench`).

/// Whether every part runs once, on little data. `cargo bench` passes `--bench`, `cargo test` does not.
pub fn is_short() -> bool {
    !std::env::args().any(|argument| argument == "--bench")
}
