//! The one table: rooms with their allowed arrows, and what must be absent from which.
//!
//! It is transcribed from the table of rooms in the architecture. Whoever adds a row or an arrow says
//! why in a comment beside it.

/// A room (a folder in `src`), or a file that may stand beside the rooms.
pub struct Room {
    pub name: &'static str,
    pub may_import: &'static [&'static str],
}

const fn room(name: &'static str, may_import: &'static [&'static str]) -> Room {
    Room { name, may_import }
}

/// Lowest floor first: an arrow points only to a row further up.
pub const ROOMS: &[Room] = &[
    room("calendar", &[]),
    room("campaign", &["calendar"]),
    room("contacts", &["calendar", "campaign"]),
    room("findings", &["calendar", "campaign", "contacts"]),
    room("simulate", &["calendar", "campaign", "contacts", "findings"]),
    room("report", &["calendar", "campaign", "contacts", "simulate"]),
    // The only room that may open a socket: it knows nothing, and only `workbench` calls it.
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
    // Pages of documentation: text only, which nothing imports.
    room("docs", &[]),
    // Declares the rooms and imports none: a path through the crate's root would hide an arrow.
    room("lib.rs", &[]),
    // The present moment is handed in as a calendar's instant.
    room("main.rs", &["calendar", "cli", "ui"]),
];

/// The row of a room, if it has one.
pub fn find(name: &str) -> Option<&'static Room> {
    ROOMS.iter().find(|room| room.name == name)
}

/// Whether a rule holds in `#[cfg(test)]` modules too.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    OutsideTests,
    TestsToo,
}

/// Something that may stand in some rooms only.
pub struct Absence {
    /// The name in messages.
    pub what: &'static str,
    /// Paths, and with them all that they lead to; a first segment may end with `*`.
    pub paths: &'static [&'static str],
    /// Pieces of code as tokens with spaces between them, but not right after `fn`.
    pub marks: &'static [&'static str],
    pub only_in: &'static [&'static str],
    pub reach: Reach,
    pub instead: &'static str,
}

/// Crates that open sockets; each stands for its family too (`hyper` for `hyper-util`).
pub const SOCKET_CRATES: &str = "\
    actix async-net async-std attohttpc awc axum curl ehttp hickory hyper isahc lettre mail-send minreq mio \
    mysql native-tls openssl postgres quinn redis reqwest rocket rouille rustls self_update sentry smol socket2 \
    ssh2 suppaftp surf tiny_http tokio tonic tungstenite ureq warp websocket";

/// Crates of [`SOCKET_CRATES`] that `Cargo.toml` may name all the same, each with its reason.
pub const ALLOWED_SOCKET_CRATES: &[&str] = &[
    // The one request of `http_test`: blocking, without a runtime that has sockets of its own.
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
