//! The first step: find where a request would go. The host's name is looked up, and nothing is sent to the host.

use std::io::ErrorKind;
use std::net::SocketAddr;
use std::time::Duration;

use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{DefaultResolver, Resolver};
use ureq::unversioned::transport::NextTimeout;
use url::Url;

use super::places::special;
use super::trouble::RequestError;

/// The HTTP method of every test request.
pub const METHOD: &str = "POST";

/// Most addresses of a host that are shown and tried, in the order that the system gives.
const MOST_ADDRESSES: usize = 4;

/// A request whose host has been looked up. Only [`look_up`] makes one, and it can be sent only once.
#[derive(Debug)]
pub struct ResolvedRequest {
    pub(super) uri: Uri,
    pub(super) pairs: Vec<(String, String)>,
    pub(super) host: String,
    pub(super) addresses: Vec<SocketAddr>,
}

/// One address that a request may be sent to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServerAddress {
    /// The address with its port, as written: `93.184.216.34:443`, `[2606:2800::1]:80`.
    pub address: String,
    /// What the address is, if it is not on the open internet: `this computer itself`.
    pub special: Option<&'static str>,
}

/// Looks up where a request would go, for at most `patience`.
///
/// # Errors
/// If `url` isn't a web address, has a scheme other than http and https or a port other than 80 and 443, or if its
/// host has no address.
pub fn look_up(url: &str, pairs: Vec<(String, String)>, patience: Duration) -> Result<ResolvedRequest, RequestError> {
    let uri = checked(url)?;
    let host = uri.host().unwrap_or_default().to_owned();
    let timeout = NextTimeout { after: patience.into(), ..NextTimeout::default() };
    // This runs on a thread of the library: a system lookup can't be cancelled, only abandoned.
    let found = DefaultResolver::default().resolve(&uri, &Config::default(), timeout);
    let found = found.map_err(|error| no_address(error, &host, patience))?;
    let mut addresses: Vec<SocketAddr> = Vec::new();
    for address in found.iter() {
        if !addresses.contains(address) {
            addresses.push(*address);
        }
    }
    addresses.truncate(MOST_ADDRESSES);
    Ok(ResolvedRequest { uri, pairs, host, addresses })
}

/// Checks a web address and normalises it.
fn checked(text: &str) -> Result<Uri, RequestError> {
    let no_url = |why: String| RequestError::NoUrl { url: text.to_owned(), why };
    let mut url = Url::parse(text).map_err(|error| no_url(error.to_string()))?;
    if !matches!(url.scheme(), "http" | "https") {
        return Err(RequestError::Scheme(url.scheme().to_owned()));
    }
    match url.port_or_known_default() {
        Some(80 | 443) => {}
        port => return Err(RequestError::Port(port.unwrap_or_default())),
    }
    // A fragment (after `#`) is never sent.
    url.set_fragment(None);
    url.as_str().parse().map_err(|error| no_url(format!("{error}")))
}

fn no_address(error: ureq::Error, host: &str, patience: Duration) -> RequestError {
    let host = host.to_owned();
    let why = match error {
        ureq::Error::Timeout(_) => return RequestError::LookUpTooLong { host, seconds: patience.as_secs() },
        ureq::Error::Io(error) if error.kind() != ErrorKind::Other => error.kind().to_string(),
        // Takes the last part of an error such as `failed to lookup address information: Name or service not known`.
        error => error.to_string().rsplit(": ").next().unwrap_or_default().to_owned(),
    };
    RequestError::NoAddress { host, why }
}

impl ResolvedRequest {
    /// The normalised web address.
    pub fn url(&self) -> String {
        self.uri.to_string()
    }

    /// The addresses that the request may connect to.
    pub fn places(&self) -> Vec<ServerAddress> {
        let place =
            |address: &SocketAddr| ServerAddress { address: address.to_string(), special: special(address.ip()) };
        self.addresses.iter().map(place).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Numeric addresses are looked up without a name server.
    fn look(url: &str) -> Result<Vec<String>, RequestError> {
        let found = look_up(url, Vec::new(), Duration::from_secs(1))?;
        Ok(found.places().into_iter().map(|place| place.address).collect())
    }

    #[test]
    fn an_address_is_found_whichever_way_it_is_written() {
        for (url, address) in [
            ("http://127.0.0.1/hook", "127.0.0.1:80"),
            ("https://127.0.0.1/hook", "127.0.0.1:443"),
            ("http://127.0.0.1:443/hook", "127.0.0.1:443"),
            ("https://127.0.0.1:80", "127.0.0.1:80"),
            ("HTTP://[::1]/", "[::1]:80"),
            // Other spellings of 127.0.0.1, which browsers accept too.
            ("http://2130706433/", "127.0.0.1:80"),
            ("http://0x7f.1/", "127.0.0.1:80"),
            ("http://0177.0.0.1/", "127.0.0.1:80"),
            ("http://１２７.０.０.１/", "127.0.0.1:80"),
            ("http://user:word@127.0.0.1/", "127.0.0.1:80"),
            ("http://8.8.8.8@127.0.0.1/", "127.0.0.1:80"),
            ("http://8.8.8.8\\@127.0.0.1/", "8.8.8.8:80"),
        ] {
            assert_eq!(look(url), Ok(vec![address.to_owned()]), "{url}");
        }
    }

    #[test]
    fn other_ports_and_schemes_are_refused() {
        assert_eq!(look("http://127.0.0.1:8080/"), Err(RequestError::Port(8080)));
        assert_eq!(look("https://127.0.0.1:0/"), Err(RequestError::Port(0)));
        for scheme in ["ftp", "file", "ws", "mailto", "javascript"] {
            assert_eq!(look(&format!("{scheme}://127.0.0.1/")), Err(RequestError::Scheme(scheme.to_owned())));
        }
        for url in ["", "example.com/hook", "http://", "http://:80/", "http://exa mple.com/", "http://[::1/"] {
            assert!(matches!(look(url), Err(RequestError::NoUrl { .. })), "{url}: {:?}", look(url));
        }
    }

    #[test]
    fn what_is_sent_is_the_normal_form() {
        let found = look_up("http://2130706433/a b?q=ä#end", Vec::new(), Duration::from_secs(1)).expect("an address");
        assert_eq!(found.url(), "http://127.0.0.1/a%20b?q=%C3%A4");
        assert_eq!(found.places()[0].special, Some("this computer itself"));
    }
}
