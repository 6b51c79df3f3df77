//! The README and the documentation pages are correct: their commands run and print the output shown, and their links
//! lead to files.

use std::path::{Path, PathBuf};
use std::process::Command;

/// A fenced block of a page: its language and its lines.
struct Block<'a> {
    language: &'a str,
    lines: Vec<&'a str>,
}

/// The fenced blocks of a page, in order.
fn blocks(page: &str) -> Vec<Block<'_>> {
    let mut blocks = Vec::new();
    let mut lines = page.lines();
    while let Some(line) = lines.next() {
        if let Some(language) = line.strip_prefix("```") {
            blocks
                .push(Block { language, lines: lines.by_ref().take_while(|line| !line.starts_with("```")).collect() });
        }
    }
    blocks
}

/// A line `$ dripline …`, and the exit status in the comment after it (0 by default).
fn command(line: &str) -> Option<(&str, i32)> {
    let command = line.strip_prefix("$ dripline ")?;
    Some(match command.split_once("# exit status ") {
        Some((command, status)) => (command.trim(), status.trim().parse().expect("a status")),
        None => (command.trim(), 0),
    })
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The README, and every page of the module `docs`.
fn pages() -> Vec<PathBuf> {
    let entries = std::fs::read_dir(root().join("src/docs")).expect("the folder of the pages");
    let mut pages: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    pages.retain(|path| path.extension().is_some_and(|ending| ending == "md"));
    pages.push(root().join("README.md"));
    pages.sort();
    pages
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("can't read {}: {error}", path.display()))
}

/// A folder with the files that the commands use.
fn folder_with_samples() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for name in ["saved-campaigns", "assets"] {
        let target = folder.path().join(name);
        std::fs::create_dir(&target).expect("a folder");
        for entry in std::fs::read_dir(root().join(name)).expect("a folder") {
            let entry = entry.expect("a file");
            if entry.path().is_file() {
                std::fs::copy(entry.path(), target.join(entry.file_name())).expect("a copy");
            }
        }
    }
    folder
}

/// Runs the commands of a page. A `text` block right after commands must have lines of their output, in order. Returns
/// the number of commands.
fn run_page(path: &Path) -> usize {
    let page = read(path);
    let folder = folder_with_samples();
    let (mut commands, mut output) = (0, String::new());
    for block in blocks(&page) {
        match block.language {
            "console" => {
                output.clear();
                for (command, status) in block.lines.iter().filter_map(|line| command(line)) {
                    output.push_str(&run(path, folder.path(), command, status));
                    commands += 1;
                }
            }
            "text" if !output.is_empty() => {
                let mut printed = output.lines().map(str::trim_end);
                for line in block.lines {
                    let is_printed = printed.any(|other| other == line.trim_end());
                    assert!(is_printed, "{}: not in the output, or not there: {line}\n{output}", path.display());
                }
                output.clear();
            }
            _ => output.clear(),
        }
    }
    commands
}

fn run(page: &Path, folder: &Path, command: &str, status: i32) -> String {
    let program = env!("CARGO_BIN_EXE_dripline");
    let output =
        Command::new("sh").args(["-c", &format!("{program} {command}")]).current_dir(folder).output().expect("a shell");
    let err = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(status), "{}: dripline {command}: {err}", page.display());
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn every_command_of_the_readme_and_the_pages_runs_and_prints_what_they_show() {
    let (mut in_readme, mut in_pages) = (0, 0);
    for page in pages() {
        let commands = run_page(&page);
        match page.ends_with("README.md") {
            true => in_readme += commands,
            false => in_pages += commands,
        }
    }
    assert!(in_readme >= 2 && in_pages >= 13, "{in_readme} commands in the README, {in_pages} in the pages");
}

/// A reader sees what Dripline is, how to start it and where to read more without much scrolling.
#[test]
fn readme_is_short_and_its_links_lead_to_files() {
    let readme = read(&root().join("README.md"));
    assert!(readme.lines().count() <= 120, "{} lines: move details to a page in src/docs", readme.lines().count());
    let links = readme.split("](").skip(1).filter_map(|rest| rest.split_once(')')).map(|(link, _)| link);
    let links: Vec<&str> = links.filter(|link| !link.contains("://")).collect();
    for link in &links {
        assert!(root().join(link).is_file(), "README.md links to {link}, which doesn't exist");
    }
    for page in pages() {
        let page = page.strip_prefix(root()).expect("a page of the repository").to_string_lossy().into_owned();
        assert!(page == "README.md" || links.contains(&page.as_str()), "README.md has no link to {page}");
    }
}

#[test]
fn readme_lists_every_module_of_the_crate() {
    let readme = read(&root().join("README.md"));
    let lib = read(&root().join("src/lib.rs"));
    let modules = lib.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'));
    let missing: Vec<&str> = modules.filter(|module| !readme.contains(&format!("| `{module}` |"))).collect();
    assert!(missing.is_empty(), "README.md has no row for {missing:?}");
}
