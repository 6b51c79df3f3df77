//! Tools that a test needs on the machine, besides a C compiler.

use std::process::{Command, Stdio};

/// The index of the first command that works here. If none does, the test says so and is skipped. In CI it fails, since
/// everything is installed there.
pub fn works(commands: &[Vec<&str>]) -> Option<usize> {
    let mut why = String::new();
    for (place, command) in commands.iter().enumerate() {
        let tried = Command::new(command[0]).args(&command[1..]).stdin(Stdio::null()).output();
        match tried {
            Ok(output) if output.status.success() => return Some(place),
            Ok(output) => why.push_str(&String::from_utf8_lossy(&output.stderr)),
            Err(error) => why.push_str(&format!("{}: {error}\n", command[0])),
        }
    }
    assert!(std::env::var_os("CI").is_none(), "CI has to have what this test needs: {why}");
    println!("passed over, as the machine can't do what this test needs: {why}");
    None
}
