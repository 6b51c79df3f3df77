//! The commands of the README work as it says.

use std::process::Command;

/// Every line `$ dripline ..` in a `console` block, with the status that a comment behind it names.
fn commands(readme: &str) -> Vec<(String, i32)> {
    let mut inside = false;
    let mut commands = Vec::new();
    for line in readme.lines() {
        if line.starts_with("```") {
            inside = line == "```console";
        } else if let (true, Some(command)) = (inside, line.strip_prefix("$ dripline ")) {
            let (command, status) = match command.split_once("# exit status ") {
                Some((command, status)) => (command, status.trim().parse().expect("a status")),
                None => (command, 0),
            };
            commands.push((command.trim().to_owned(), status));
        }
    }
    commands
}

#[test]
fn every_command_of_the_readme_runs() {
    let root = env!("CARGO_MANIFEST_DIR");
    let readme = std::fs::read_to_string(format!("{root}/README.md")).expect("the README");
    let commands = commands(&readme);
    assert!(commands.len() >= 6, "{commands:?}");
    let folder = tempfile::tempdir().expect("a folder");
    for name in ["saved-campaigns", "assets"] {
        let target = folder.path().join(name);
        std::fs::create_dir(&target).expect("a folder");
        for entry in std::fs::read_dir(format!("{root}/{name}")).expect("a folder") {
            let entry = entry.expect("a file");
            if entry.path().is_file() {
                std::fs::copy(entry.path(), target.join(entry.file_name())).expect("a copy");
            }
        }
    }
    for (command, status) in commands {
        let program = env!("CARGO_BIN_EXE_dripline");
        let output = Command::new("sh")
            .args(["-c", &format!("{program} {command}")])
            .current_dir(folder.path())
            .output()
            .expect("a shell");
        let err = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(status), "dripline {command}: {err}");
    }
}
