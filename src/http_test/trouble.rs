//! Why a request was not sent, or had no answer: what happened and what to do.

use std::io::ErrorKind;

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Trouble {
    /// It is no web address.
    #[error("“{url}” is no web address ({why}). Write one like https://example.com/hook.")]
    NoUrl {
        /// As it was given.
        url: String,
        /// What is wrong with it.
        why: String,
    },
    /// It is a web address of another kind.
    #[error("A web address of an HTTP post begins with http:// or https://, not with {0}:. Change the beginning.")]
    Scheme(String),
    /// Another port than those of the web.
    #[error("Port {0} is not allowed: an HTTP post goes to port 80 or 443. Take the port out of the web address.")]
    Port(u16),
    /// The host has no address.
    #[error("No address was found for {host} ({why}). Check how it is spelled, and whether this computer is online.")]
    NoAddress {
        /// The host.
        host: String,
        /// What the system says.
        why: String,
    },
    /// Nothing was heard of its address in time.
    #[error(
        "The address of {host} was not found within {seconds} s. Check whether this computer is online, then test again."
    )]
    LookUpTooLong {
        /// The host.
        host: String,
        /// How long it was waited for.
        seconds: u64,
    },
    /// It is not an address of the open internet, and there was no permission.
    #[error(
        "{address} is {what}, so nothing was sent. Allow it for this one request if that is where it is meant to go."
    )]
    NotAllowed {
        /// The address.
        address: String,
        /// What it is.
        what: &'static str,
    },
    /// Nobody listens there.
    #[error("{host} refused the connection: nobody listens there. Check the web address, and whether the server runs.")]
    Refused {
        /// The host.
        host: String,
    },
    /// There is no way there.
    #[error("{host} can't be reached ({why}). Check whether this computer is online, and the web address.")]
    Unreachable {
        /// The host.
        host: String,
        /// What the system says.
        why: String,
    },
    /// No whole answer in time.
    #[error(
        "No answer came from {host} within {seconds} s. It may have received the request all the same: look there first."
    )]
    TooLong {
        /// The host.
        host: String,
        /// How long it was waited for.
        seconds: u64,
    },
    /// No secure connection.
    #[error("No secure connection to {host} came about ({why}). Check its certificate, and that it answers https.")]
    NotSecure {
        /// The host.
        host: String,
        /// What TLS says.
        why: String,
    },
    /// The connection ended too early.
    #[error(
        "{host} closed the connection without a whole answer. It may have received the request all the same: look there \
         first."
    )]
    Closed {
        /// The host.
        host: String,
    },
    /// It is no answer of HTTP.
    #[error("What {host} answered is not HTTP ({why}). Check that the web address is one of a web server.")]
    NotHttp {
        /// The host.
        host: String,
        /// What is wrong with it.
        why: String,
    },
    /// It was stopped.
    #[error("It was stopped. The request may have been received all the same.")]
    Stopped,
    /// Anything else.
    #[error("The request to {host} failed ({why}). It may have been received all the same: look there first.")]
    Other {
        /// The host.
        host: String,
        /// What happened.
        why: String,
    },
}

impl Trouble {
    /// Why a request to a host that was given so many seconds had no answer.
    pub(super) fn of(error: ureq::Error, host: &str, seconds: u64) -> Self {
        let host = host.to_owned();
        match error {
            ureq::Error::Timeout(_) => Trouble::TooLong { host, seconds },
            ureq::Error::Rustls(error) => Trouble::NotSecure { host, why: error.to_string() },
            ureq::Error::Tls(why) => Trouble::NotSecure { host, why: why.to_owned() },
            ureq::Error::Protocol(error) => Trouble::NotHttp { host, why: error.to_string() },
            ureq::Error::LargeResponseHeader(_, most) => {
                Trouble::NotHttp { host, why: format!("its head is longer than {most} bytes") }
            }
            ureq::Error::Io(error) => Self::of_io(error, host, seconds),
            error => Trouble::Other { host, why: error.to_string() },
        }
    }

    fn of_io(error: std::io::Error, host: String, seconds: u64) -> Self {
        match error.kind() {
            // This is how TLS wraps its own errors; nothing else on the way finds data wrong.
            ErrorKind::InvalidData => Trouble::NotSecure { host, why: error.to_string() },
            ErrorKind::ConnectionRefused => Trouble::Refused { host },
            ErrorKind::TimedOut | ErrorKind::WouldBlock => Trouble::TooLong { host, seconds },
            ErrorKind::UnexpectedEof
            | ErrorKind::NotConnected
            | ErrorKind::ConnectionReset
            | ErrorKind::ConnectionAborted
            | ErrorKind::BrokenPipe => Trouble::Closed { host },
            ErrorKind::HostUnreachable
            | ErrorKind::NetworkUnreachable
            | ErrorKind::NetworkDown
            | ErrorKind::AddrNotAvailable => Trouble::Unreachable { host, why: error.to_string() },
            _ => Trouble::Other { host, why: error.to_string() },
        }
    }
}
