//! The table of rooms and their allowed arrows, and of what each room must not have.
//!
//! It is copied from the table of rooms in the architecture. If you add a row or an arrow, say why in a comment next to
//! it.

/// A room (a folder in `src`), or a file directly in `src`.
pub struct Room {
    pub name: &'static str,
    pub may_import: &'static [&'static str],
}

const fn room(name: &'static str, may_import: &'static [&'static str]) -> Room {
    Room { name, may_import }
}

/// The rooms, lowest floor first. An arrow may only go to a row above.
pub const ROOMS: &[Room] = &[
    room("calendar", &[]),
    room("campaign", &["calendar"]),
    room("contacts", &["calendar", "campaign"]),
    room("findings", &["calendar", "campaign", "contacts"]),
    room("simulate", &["calendar", "campaign", "contacts", "findings"]),
    room("report", &["calendar", "campaign", "contacts", "simulate"]),
    // The only room that may open a socket. It knows no other room, and only `workbench` calls it.
    room("http_test", &[]),
    room("storage", &["calendar", "campaign", "contacts", "findings", "simulate", "report"]),
    room("picture", &["campaign", "findings", "report"]),
    room(
        "workbench",
        &["calendar", "campaign", "contacts", "findings", "simulate", "report", "http_test", "storage", "picture"],
    ),
    room(
        "cli",
        &["calendar", "campaign", "contacts", "findings", "simulate", "report", "storage", "picture", "workbench"],
    ),
    room("ui", &["calendar", "campaign", "contacts", "findings", "simulate", "report", "picture", "workbench"]),
    // Pages of documentation: only text, which no room imports.
    room("docs", &[]),
    // Declares the rooms and imports none. A path through the crate's root would hide an arrow.
    room("lib.rs", &[]),
    // Passes the current time on, as an instant of `calendar`.
    room("main.rs", &["calendar", "cli", "ui"]),
];

/// The row of a room; `None` if it has none.
pub fn find(name: &str) -> Option<&'static Room> {
    ROOMS.iter().find(|room| room.name == name)
}

/// Whether a rule applies to `#[cfg(test)]` modules, too.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    OutsideTests,
    TestsToo,
}

/// Something that only some rooms may have.
pub struct Absence {
    /// The name in messages.
    pub what: &'static str,
    /// Paths, including everything below them. The first segment may end with `*`.
    pub paths: &'static [&'static str],
    /// Code as tokens separated by blanks. It doesn't count right after `fn`.
    pub marks: &'static [&'static str],
    pub only_in: &'static [&'static str],
    pub reach: Reach,
    pub instead: &'static str,
}

/// Crates that open sockets. Each stands for its whole family (`hyper` also for `hyper-util`).
pub const SOCKET_CRATES: &str = "\
    actix async-net async-std attohttpc awc axum curl ehttp hickory hyper isahc lettre mail-send minreq mio \
    mysql native-tls openssl postgres quinn redis reqwest rocket rouille rustls self_update sentry smol socket2 \
    ssh2 suppaftp surf tiny_http tokio tonic tungstenite ureq warp websocket";

/// Crates of [`SOCKET_CRATES`] that `Cargo.toml` may name anyway, each with its reason.
pub const ALLOWED_SOCKET_CRATES: &[&str] = &[
    // For the only request of `http_test`. It is blocking, and has no async runtime that opens sockets.
    "ureq",
];

pub const ABSENCES: &[Absence] = &[
    Absence {
        what: "sockets",
        paths: &["std::net", "std::os::unix::net"],
        marks: &[
            "TcpStream",
            "TcpListener",
            "UdpSocket",
            "UnixStream",
            "ToSocketAddrs",
            ". to_socket_addrs",
            ". socket_addrs",
        ],
        only_in: &["http_test"],
        reach: Reach::TestsToo,
        instead: "Nothing is ever sent: the one request of the Test button is made in `http_test`; the form of an \
                  address is known to `url` and `core::net`",
    },
    Absence {
        what: "files and standard streams",
        paths: &["std::fs", "std::io::stdin", "std::io::stdout", "std::io::stderr", "tempfile"],
        marks: &[],
        only_in: &["storage", "workbench", "cli"],
        reach: Reach::OutsideTests,
        instead: "Take bytes, a reader or a writer, and let `storage` open it",
    },
    Absence {
        what: "the environment and processes",
        paths: &["std::env", "std::process", "jiff::tz::TimeZone::system"],
        marks: &[],
        only_in: &["storage", "workbench", "cli", "ui", "main.rs"],
        reach: Reach::OutsideTests,
        instead: "Take what is needed as a parameter; `cli` or `main` reads it",
    },
    Absence {
        what: "the present moment",
        paths: &["std::time::SystemTime", "std::time::Instant", "chrono::Local", "chrono::offset::Local"],
        marks: &[":: now", "now ("],
        only_in: &["workbench", "cli", "ui", "main.rs"],
        reach: Reach::OutsideTests,
        instead: "Take an instant as a parameter: the present moment comes in from outside, as a default only",
    },
    Absence {
        what: "threads of its own",
        paths: &["std::thread"],
        marks: &[],
        only_in: &["storage", "workbench", "cli"],
        reach: Reach::OutsideTests,
        instead: "Iterate in parallel in the pool the caller is in; work in the background is a `workbench::job`",
    },
    Absence {
        what: "widgets",
        paths: &["egui*", "eframe", "epaint", "emath", "winit", "rfd"],
        marks: &[],
        only_in: &["ui"],
        reach: Reach::TestsToo,
        instead: "Give plain data (shapes in `picture`, steps in `workbench`) and let `ui` paint it",
    },
    Absence {
        what: "SQLite",
        paths: &["rusqlite", "libsqlite3_sys"],
        marks: &[],
        only_in: &["storage"],
        reach: Reach::TestsToo,
        instead: "Ask `storage::run_store`, from `ui` through `workbench`",
    },
    Absence {
        what: "the terminal",
        paths: &["clap*", "indicatif", "ctrlc"],
        marks: &[],
        only_in: &["cli"],
        reach: Reach::TestsToo,
        instead: "Take plain values; arguments, progress bars and Ctrl-C belong to `cli`",
    },
    Absence {
        what: "printing by macro",
        paths: &[],
        marks: &["println !", "eprintln !", "print !", "eprint !", "dbg !"],
        only_in: &[],
        reach: Reach::OutsideTests,
        instead: "Return it; `cli` writes results to a `storage::output` and messages with `cli::messages`",
    },
    Absence {
        what: "unfinished code",
        paths: &[],
        marks: &["todo !", "unimplemented !"],
        only_in: &[],
        reach: Reach::TestsToo,
        instead: "Finish it, or leave it out until it works",
    },
    Absence {
        what: "unwrap",
        paths: &[],
        marks: &[". unwrap ( )", ":: unwrap"],
        only_in: &[],
        reach: Reach::OutsideTests,
        instead: "Return the error, or say with `expect` why it cannot happen",
    },
    Absence {
        what: "unsafe",
        paths: &[],
        marks: &["unsafe"],
        only_in: &[],
        reach: Reach::OutsideTests,
        instead: "Find a safe way: no speed here is worth it",
    },
    Absence {
        what: "a source outside the tree of modules",
        paths: &[],
        marks: &["include !", "# [ path"],
        only_in: &[],
        reach: Reach::TestsToo,
        instead: "Make it a module where its room is, so that its arrows can be read",
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrows_point_only_to_lower_floors() {
        for (floor, room) in ROOMS.iter().enumerate() {
            for lower in room.may_import {
                let found = ROOMS.iter().position(|other| other.name == *lower);
                assert!(
                    found.is_some_and(|found| found < floor),
                    "{} → {lower}: no row above it has that name",
                    room.name
                );
            }
        }
    }

    #[test]
    fn absences_name_rooms_of_the_table() {
        for absence in ABSENCES {
            for name in absence.only_in {
                assert!(find(name).is_some(), "{}: there is no room {name}", absence.what);
            }
        }
    }

    #[test]
    fn only_workbench_calls_http_test() {
        let callers: Vec<&str> =
            ROOMS.iter().filter(|room| room.may_import.contains(&"http_test")).map(|room| room.name).collect();
        assert_eq!(callers, ["workbench"]);
    }
}
