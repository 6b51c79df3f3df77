//! Checks `Cargo.lock`: no direct dependency of the package opens sockets, under any name and for any target or build
//! stage.

use crate::Breach;
use crate::absences::is_of_family;
use crate::table::{ALLOWED_SOCKET_CRATES, SOCKET_CRATES};

pub fn check(lock: &str) -> Vec<Breach> {
    let sockets =
        |(_, name): &(usize, &str)| is_of_family(name, SOCKET_CRATES) && !ALLOWED_SOCKET_CRATES.contains(name);
    let breach = |(line, name): (usize, &str)| {
        Breach::new(
            "Cargo.lock",
            line,
            format!("{name} opens sockets, and nothing is ever sent"),
            "Do without it; if the one request of `http_test` needs it, add it to ALLOWED_SOCKET_CRATES in \
             tests/architecture/table.rs, with a reason",
        )
    };
    dependencies(lock).filter(sockets).map(breach).collect()
}

/// The crates that the package depends on, under their own names, with their lines in the lock file.
pub fn dependencies(lock: &str) -> impl Iterator<Item = (usize, &str)> {
    let ours = lock.lines().enumerate().skip_while(|(_, line)| *line != "name = \"dripline\"");
    let listed = ours.skip_while(|(_, line)| *line != "dependencies = [").skip(1).take_while(|(_, line)| *line != "]");
    listed.filter_map(|(index, line)| Some((index + 1, line.split('"').nth(1)?.split(' ').next()?)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_the_package_itself_names_is_told() {
        let lock = "[[package]]\nname = \"curl\"\ndependencies = [\n \"tokio\",\n]\n[[package]]\nname = \"dripline\"\n\
                    version = \"0.1.0\"\ndependencies = [\n \"curlew\",\n \"hyper-util 0.1.3\",\n \"ureq\",\n]\n\
                    [[package]]\nname = \"mio\"\ndependencies = [\n \"surf\",\n]";
        let told: Vec<String> = check(lock).iter().map(ToString::to_string).collect();
        assert_eq!(
            told,
            [
                "Cargo.lock:11: hyper-util opens sockets, and nothing is ever sent. Do without it; if the one request of \
                 `http_test` needs it, add it to ALLOWED_SOCKET_CRATES in tests/architecture/table.rs, with a reason"
            ]
        );
    }
}
