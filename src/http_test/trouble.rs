//! Why a request was not sent, or had no response: what happened and what to do.

use std::io::ErrorKind;

/// Why there is no response. Displays as a sentence for the user.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RequestError {
    /// The text isn't a web address.
    #[error("“{url}” isn't a web address ({why}). Type one such as https://example.com/hook.")]
    NoUrl {
        /// The text as typed.
        url: String,
        /// What is wrong, in words.
        why: String,
    },
    /// The address has a scheme other than http and https.
    #[error("A web address of an HTTP post begins with http:// or https://, not with {0}:. Change the beginning.")]
    Scheme(String),
    /// The address has a port other than 80 and 443.
    #[error("Port {0} isn't allowed: an HTTP post goes to port 80 or 443. Remove the port from the web address.")]
    Port(u16),
    /// The host name has no address.
    #[error("No address was found for {host} ({why}). Check the spelling, and whether this computer is online.")]
    NoAddress {
        /// The name of the host.
        host: String,
        /// The error message of the system.
        why: String,
    },
    /// The lookup of the host's address timed out.
    #[error(
        "The address of {host} was not found within {seconds} s. Check whether this computer is online, then test again."
    )]
    LookUpTooLong {
        /// The name of the host.
        host: String,
        /// The timeout, in seconds.
        seconds: u64,
    },
    /// The address is not on the open internet, and there was no permission.
    #[error(
        "{address} is {what}, so nothing was sent. Allow it for this one request if you really want to send it there."
    )]
    NotAllowed {
        /// The address with its port.
        address: String,
        /// What the address is, such as `this computer itself`.
        what: &'static str,
    },
    /// The connection was refused: no program listens at the address.
    #[error(
        "{host} refused the connection: no server answers there. Check the web address, and that the server is running."
    )]
    Refused {
        /// The name of the host.
        host: String,
    },
    /// The host can't be reached.
    #[error("{host} can't be reached ({why}). Check whether this computer is online, and the web address.")]
    Unreachable {
        /// The name of the host.
        host: String,
        /// The error message of the system.
        why: String,
    },
    /// The response was not complete before the timeout.
    #[error("{host} didn't respond within {seconds} s. It may still have received the request. Check there first.")]
    TooLong {
        /// The name of the host.
        host: String,
        /// The timeout, in seconds.
        seconds: u64,
    },
    /// The secure connection failed.
    #[error("Couldn't connect securely to {host} ({why}). Check its certificate, and that it answers https.")]
    NotSecure {
        /// The name of the host.
        host: String,
        /// The error message of TLS.
        why: String,
    },
    /// The connection ended before the response.
    #[error(
        "{host} closed the connection before its response was complete. It may still have received the request. Check \
         there first."
    )]
    Closed {
        /// The name of the host.
        host: String,
    },
    /// The response isn't HTTP.
    #[error("The response of {host} isn't HTTP ({why}). Check that the web address belongs to a web server.")]
    NotHttp {
        /// The name of the host.
        host: String,
        /// What is wrong, in words.
        why: String,
    },
    /// The user stopped the request.
    #[error("Stopped. The request may still have been received.")]
    Stopped,
    /// Any other failure of the request.
    #[error("The request to {host} failed ({why}). It may still have been received. Check there first.")]
    Other {
        /// The name of the host.
        host: String,
        /// What happened, in words.
        why: String,
    },
}

impl RequestError {
    /// Converts an error of the HTTP library. `seconds` is the timeout of the request.
    pub(super) fn of(error: ureq::Error, host: &str, seconds: u64) -> Self {
        let host = host.to_owned();
        match error {
            ureq::Error::Timeout(_) => RequestError::TooLong { host, seconds },
            ureq::Error::Rustls(error) => RequestError::NotSecure { host, why: error.to_string() },
            ureq::Error::Tls(why) => RequestError::NotSecure { host, why: why.to_owned() },
            ureq::Error::Protocol(error) => RequestError::NotHttp { host, why: error.to_string() },
            ureq::Error::LargeResponseHeader(_, most) => {
                RequestError::NotHttp { host, why: format!("its head is longer than {most} bytes") }
            }
            ureq::Error::Io(error) => Self::of_io(error, host, seconds),
            error => RequestError::Other { host, why: error.to_string() },
        }
    }

    fn of_io(error: std::io::Error, host: String, seconds: u64) -> Self {
        match error.kind() {
            // TLS errors have this kind. No other layer reports invalid data.
            ErrorKind::InvalidData => RequestError::NotSecure { host, why: error.to_string() },
            ErrorKind::ConnectionRefused => RequestError::Refused { host },
            ErrorKind::TimedOut | ErrorKind::WouldBlock => RequestError::TooLong { host, seconds },
            ErrorKind::UnexpectedEof
            | ErrorKind::NotConnected
            | ErrorKind::ConnectionReset
            | ErrorKind::ConnectionAborted
            | ErrorKind::BrokenPipe => RequestError::Closed { host },
            ErrorKind::HostUnreachable
            | ErrorKind::NetworkUnreachable
            | ErrorKind::NetworkDown
            | ErrorKind::AddrNotAvailable => RequestError::Unreachable { host, why: error.to_string() },
            _ => RequestError::Other { host, why: error.to_string() },
        }
    }
}
