//! The first step: where a request would go. The host's name is looked up, and nothing is sent to the host.

use std::io::ErrorKind;
use std::net::SocketAddr;
use std::time::Duration;

use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{DefaultResolver, Resolver};
use ureq::unversioned::transport::NextTimeout;
use url::Url;

use super::places::special;
use super::trouble::Trouble;

/// The only method there is.
pub const METHOD: &str = "POST";

/// So many addresses of a host are shown and tried, one after the other; the system puts the likeliest first.
const MOST_ADDRESSES: usize = 4;

/// A request, and where it goes. It can only be made by looking its host up, and only be sent once.
#[derive(Debug)]
pub struct Addressed {
    pub(super) uri: Uri,
    pub(super) pairs: Vec<(String, String)>,
    pub(super) host: String,
    pub(super) addresses: Vec<SocketAddr>,
}

/// One address that a request may go to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The address with its port, as it is written: `93.184.216.34:443`, `[2606:2800::1]:80`.
    pub address: String,
    /// What it is where it is not one of the open internet: `this computer itself`.
    pub special: Option<&'static str>,
}

/// Looks up where a request would go, for at most so long.
///
/// # Errors
/// If the web address is none, or of another scheme or port than those of the web, or its host has no address.
pub fn look_up(url: &str, pairs: Vec<(String, String)>, patience: Duration) -> Result<Addressed, Trouble> {
    let uri = checked(url)?;
    let host = uri.host().unwrap_or_default().to_owned();
    let timeout = NextTimeout { after: patience.into(), ..NextTimeout::default() };
    // A library's own thread: asking the system for an address can't be stopped, only left behind.
    let found = DefaultResolver::default().resolve(&uri, &Config::default(), timeout);
    let found = found.map_err(|error| no_address(error, &host, patience))?;
    let mut addresses: Vec<SocketAddr> = Vec::new();
    for address in found.iter() {
        if !addresses.contains(address) {
            addresses.push(*address);
        }
    }
    addresses.truncate(MOST_ADDRESSES);
    Ok(Addressed { uri, pairs, host, addresses })
}

/// The web address in its normal form, the one that is asked for.
fn checked(text: &str) -> Result<Uri, Trouble> {
    let no_url = |why: String| Trouble::NoUrl { url: text.to_owned(), why };
    let mut url = Url::parse(text).map_err(|error| no_url(error.to_string()))?;
    if !matches!(url.scheme(), "http" | "https") {
        return Err(Trouble::Scheme(url.scheme().to_owned()));
    }
    match url.port_or_known_default() {
        Some(80 | 443) => {}
        port => return Err(Trouble::Port(port.unwrap_or_default())),
    }
    // What stands behind # is for whoever reads an answer, and never sent.
    url.set_fragment(None);
    url.as_str().parse().map_err(|error| no_url(format!("{error}")))
}

fn no_address(error: ureq::Error, host: &str, patience: Duration) -> Trouble {
    let host = host.to_owned();
    let why = match error {
        ureq::Error::Timeout(_) => return Trouble::LookUpTooLong { host, seconds: patience.as_secs() },
        ureq::Error::Io(error) if error.kind() != ErrorKind::Other => error.kind().to_string(),
        // `failed to lookup address information: Name or service not known`
        error => error.to_string().rsplit(": ").next().unwrap_or_default().to_owned(),
    };
    Trouble::NoAddress { host, why }
}

impl Addressed {
    /// The web address in its normal form.
    pub fn url(&self) -> String {
        self.uri.to_string()
    }

    /// All that it may connect to.
    pub fn places(&self) -> Vec<Place> {
        let place = |address: &SocketAddr| Place { address: address.to_string(), special: special(address.ip()) };
        self.addresses.iter().map(place).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Addresses that are written as such are looked up without asking anybody.
    fn look(url: &str) -> Result<Vec<String>, Trouble> {
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
            // Other ways to write 127.0.0.1, which browsers know too.
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
        assert_eq!(look("http://127.0.0.1:8080/"), Err(Trouble::Port(8080)));
        assert_eq!(look("https://127.0.0.1:0/"), Err(Trouble::Port(0)));
        for scheme in ["ftp", "file", "ws", "mailto", "javascript"] {
            assert_eq!(look(&format!("{scheme}://127.0.0.1/")), Err(Trouble::Scheme(scheme.to_owned())));
        }
        for url in ["", "example.com/hook", "http://", "http://:80/", "http://exa mple.com/", "http://[::1/"] {
            assert!(matches!(look(url), Err(Trouble::NoUrl { .. })), "{url}: {:?}", look(url));
        }
    }

    #[test]
    fn what_is_sent_is_the_normal_form() {
        let found = look_up("http://2130706433/a b?q=ä#end", Vec::new(), Duration::from_secs(1)).expect("an address");
        assert_eq!(found.url(), "http://127.0.0.1/a%20b?q=%C3%A4");
        assert_eq!(found.places()[0].special, Some("this computer itself"));
    }
}
