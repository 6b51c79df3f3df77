//! What isn't read of a contacts file: the same lines from every command, and the list of all of it.

use std::path::{Path, PathBuf};

use crate::cli::{Ran, arg, dripline};

/// A folder with a copy of a file, since commands save its mapping next to it.
fn copy_of(file: &Path) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let copy = folder.path().join(file.file_name().expect("a name"));
    std::fs::copy(file, &copy).expect("a copy");
    (folder, copy)
}

/// All contacts files of `tests/field`.
fn field() -> Vec<PathBuf> {
    let folders = std::fs::read_dir("tests/field").expect("the field").map(|folder| folder.expect("a folder").path());
    let files = folders.filter(|folder| folder.is_dir()).flat_map(|folder| std::fs::read_dir(folder).expect("files"));
    let mut files: Vec<PathBuf> = files.map(|file| file.expect("a file").path()).collect();
    files.retain(|path| path.extension().is_some_and(|ending| ending == "csv"));
    files.sort();
    files
}

const BASE: &str = "tests/field/base.ron";

/// A file with everything that can be wrong, and what isn't read of it: 3,000 cells and 300 rows.
fn bad_file(folder: &Path) -> PathBuf {
    let mut text = "id,first_name,birthday,time_zone\n".to_owned();
    for row in 0..1_500 {
        text.push_str(&format!("c{row},Zoë,=2+{row},\"Mars, \"\"Base\"\"\"\n"));
        if row % 5 == 0 {
            text.push_str(&format!("c{row},Again,,\n"));
        }
    }
    let path = folder.join("bad.csv");
    std::fs::write(&path, text).expect("a file");
    path
}

#[test]
fn check_and_simulate_say_about_rows_and_cells_what_read_says() {
    let mut compared = 0;
    for file in field() {
        let read_of = copy_of(&file);
        let read = dripline(["contacts", "read", arg(&read_of.1), "--campaign", BASE]);
        assert_eq!(read.status, 0, "{}: {}", file.display(), read.err);
        let about: Vec<&str> = read.out.lines().skip_while(|line| line.contains(" → ")).collect();
        for command in [vec!["check", BASE], vec!["simulate", BASE, "--enter", "2026-03-02T09:00"]] {
            let (_folder, copy) = copy_of(&file);
            let said = dripline(command.iter().copied().chain(["--contacts", arg(&copy)]));
            // Of a native file of which everything is read, nothing is said.
            let is_quiet = about.len() == 2 && !said.err.contains(about[0]) && !said.err.contains(" → ");
            if is_quiet {
                continue;
            }
            for line in &about {
                let with_file = format!("{}: {line}", copy.display());
                let is_said = said.err.lines().any(|said| said == *line || said == with_file);
                assert!(is_said, "{command:?} doesn't say “{line}”, but: {}", said.err);
                compared += 1;
            }
        }
    }
    assert!(compared > 120, "{compared} lines");
}

#[test]
fn everything_that_is_not_read_is_written_and_counts_add_up() {
    let folder = tempfile::tempdir().expect("a folder");
    let (contacts, list) = (bad_file(folder.path()), folder.path().join("list.csv"));
    let read = dripline(["contacts", "read", arg(&contacts), "--json", "--not-read", arg(&list)]);
    assert_eq!(read.status, 0, "{}", read.err);
    let said: serde_json::Value = serde_json::from_str(&read.out).expect("JSON");
    let number = |of: &str, what: &str| said[of][what].as_u64().expect("a number");
    assert_eq!((number("rows", "rejected"), number("cells", "not_read")), (300, 3_000));
    assert_eq!(number("rows", "read") + number("rows", "rejected") + number("rows", "passed_over"), 1_800);
    let cells = number("cells", "read") + number("cells", "empty") + number("cells", "not_read");
    assert_eq!((cells, number("cells", "all")), (1_800 * 4, 1_800 * 4));
    let mut rows = csv::Reader::from_path(&list).expect("the list");
    assert_eq!(
        rows.headers().expect("a header"),
        &csv::StringRecord::from(vec!["line", "column", "kind", "text", "reason"])
    );
    let rows: Vec<csv::StringRecord> = rows.records().map(|row| row.expect("a row")).collect();
    assert_eq!(rows.len(), 3_300);
    let lines: Vec<u64> = rows.iter().map(|row| row[0].parse().expect("a line")).collect();
    assert!(lines.is_sorted() && lines[0] == 2);
    let kinds = |kind: &str| rows.iter().filter(|row| &row[2] == kind).count();
    assert_eq!([kinds("Date"), kinds("Time zone"), kinds("Repeated row")], [1_500, 1_500, 300]);
    // No cell is a formula, and the text is that of the file.
    assert_eq!((&rows[0][1], &rows[0][3]), ("birthday", "'=2+0"));
    assert_eq!((&rows[1][1], &rows[1][3]), ("time_zone", "Mars, \"Base\""));
    assert_eq!((&rows[2][1], &rows[2][3], &rows[2][4]), ("", "c0", "line 2 is the same contact, `c0`"));
    // For Excel, the same list.
    let for_excel = folder.path().join("excel.csv");
    let read = dripline(["contacts", "read", arg(&contacts), "--excel", "--not-read", arg(&for_excel)]);
    assert!(read.out.contains("3,000 not read"), "{}", read.out);
    let [plain, excel] = [&list, &for_excel].map(|path| std::fs::read_to_string(path).expect("a file"));
    assert_eq!(excel, format!("\u{FEFF}{}", plain.replace('\n', "\r\n")));
    // On standard output, only the list.
    let read = dripline(["contacts", "read", arg(&contacts), "--not-read", "-"]);
    assert_eq!((read.status, read.out), (0, plain));
}

#[test]
fn the_list_of_what_is_not_read_goes_only_where_it_may() {
    let folder = tempfile::tempdir().expect("a folder");
    let contacts = bad_file(folder.path());
    let before = std::fs::read(&contacts).expect("a file");
    let run = |more: &[&str]| -> Ran {
        dripline(["contacts", "read", arg(&contacts)].into_iter().chain(more.iter().copied()))
    };
    for (list, status, words) in [
        (folder.path().join("list.xlsx"), 2, "ends in .csv"),
        (contacts.clone(), 2, "would replace a file that this command reads"),
        (folder.path().join("missing/list.csv"), 4, "doesn't exist"),
    ] {
        let ran = run(&["--not-read", arg(&list)]);
        assert!(ran.status == status && ran.err.contains(words), "{}: {}", list.display(), ran.err);
        assert_eq!(ran.out, "");
    }
    assert_eq!(std::fs::read(&contacts).expect("a file"), before);
    assert_eq!(run(&["--excel"]).status, 2, "there is no CSV");
}
