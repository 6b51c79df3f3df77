//! The second step: send one request, to the addresses of the first step.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use ureq::Agent;
use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::{Connector, NextTimeout, RustlsConnector, TcpConnector};

use super::answer::HttpResponse;
use super::lookup::ResolvedRequest;
use super::trouble::RequestError;

/// The timeout for the request and its response together.
pub const TIMEOUT: Duration = Duration::from_secs(10);

/// Most bytes of a response's status line and headers.
const MOST_HEAD: usize = 16 * 1024;

/// A request that is ready to be sent.
#[derive(Debug)]
pub struct PreparedRequest {
    addressed: ResolvedRequest,
    agent: Agent,
    timeout: Duration,
    is_stopped: Arc<AtomicBool>,
}

/// Stops a request that is in progress, from another thread.
#[derive(Clone, Debug)]
pub struct CancelHandle {
    agent: Agent,
    is_stopped: Arc<AtomicBool>,
}

impl CancelHandle {
    /// Closes the connection. What was sent before that stays sent.
    pub fn stop(&self) {
        self.is_stopped.store(true, Ordering::Relaxed);
        self.agent.clone().shutdown();
    }
}

impl PreparedRequest {
    /// Prepares the one request. `may_be_special` is the permission to send this request to an address that is not on
    /// the open internet.
    ///
    /// # Errors
    /// If one of the addresses is special and `may_be_special` is false.
    pub fn new(addressed: ResolvedRequest, may_be_special: bool, timeout: Duration) -> Result<Self, RequestError> {
        let special = addressed.places().into_iter().find_map(|place| Some((place.address, place.special?)));
        if let Some((address, what)) = special.filter(|_| !may_be_special) {
            return Err(RequestError::NotAllowed { address, what });
        }
        let pinned = PinnedResolver { uri: addressed.uri.clone(), addresses: addressed.addresses.clone() };
        // This chain of connectors has no part that could use a proxy.
        let connector = ().chain(TcpConnector::default()).chain(RustlsConnector::default());
        let agent = Agent::with_parts(config(timeout), connector, pinned);
        Ok(Self { addressed, agent, timeout, is_stopped: Arc::default() })
    }

    /// A handle that stops this request from another thread.
    pub fn stopper(&self) -> CancelHandle {
        CancelHandle { agent: self.agent.clone(), is_stopped: Arc::clone(&self.is_stopped) }
    }

    /// Sends the request, and waits for the response.
    ///
    /// # Errors
    /// If there is no response. The error says why.
    pub fn run(self) -> Result<HttpResponse, RequestError> {
        let ResolvedRequest { uri, pairs, host, .. } = self.addressed;
        let answer = self.agent.post(uri).send_form(pairs).map(HttpResponse::read);
        if self.is_stopped.load(Ordering::Relaxed) {
            return Err(RequestError::Stopped);
        }
        answer.map_err(|error| RequestError::of(error, &host, self.timeout.as_secs()))
    }
}

fn config(timeout: Duration) -> Config {
    Config::builder()
        .timeout_global(Some(timeout))
        .max_redirects(0)
        .proxy(None)
        .http_status_as_error(false)
        .max_response_header_size(MOST_HEAD)
        .max_idle_connections(0)
        .user_agent(concat!("Dripline/", env!("CARGO_PKG_VERSION"), " (test of an HTTP post)"))
        .build()
}

/// A resolver that knows only one host, with the addresses that were shown. It never looks anything up.
#[derive(Debug)]
struct PinnedResolver {
    uri: Uri,
    addresses: Vec<SocketAddr>,
}

impl Resolver for PinnedResolver {
    fn resolve(&self, uri: &Uri, _: &Config, _: NextTimeout) -> Result<ResolvedSocketAddrs, ureq::Error> {
        let mut known = self.empty();
        if uri.authority() == self.uri.authority() {
            self.addresses.iter().for_each(|address| known.push(*address));
        }
        if known.is_empty() { Err(ureq::Error::HostNotFound) } else { Ok(known) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::http_test::lookup::look_up;

    fn addressed(url: &str) -> ResolvedRequest {
        look_up(url, Vec::new(), Duration::from_secs(1)).expect("an address")
    }

    #[test]
    fn special_addresses_need_a_permission() {
        for url in ["http://127.0.0.1/", "http://[::1]/", "http://10.0.0.1/", "http://[::ffff:7f00:1]/", "http://0/"] {
            let refused = PreparedRequest::new(addressed(url), false, TIMEOUT);
            assert!(matches!(refused, Err(RequestError::NotAllowed { .. })), "{url}");
            assert!(PreparedRequest::new(addressed(url), true, TIMEOUT).is_ok(), "{url}");
        }
        assert!(PreparedRequest::new(addressed("http://8.8.8.8/"), false, TIMEOUT).is_ok());
    }

    #[test]
    fn one_special_address_among_others_needs_a_permission_too() {
        let mut some = addressed("http://8.8.8.8/");
        some.addresses.push("192.168.1.1:80".parse().expect("an address"));
        let refused = PreparedRequest::new(some, false, TIMEOUT).expect_err("a private address is among them");
        assert_eq!(
            refused.to_string(),
            "192.168.1.1:80 is a private network, so nothing was sent. Allow it for this one request if you really \
             want to send it there."
        );
    }

    #[test]
    fn a_request_goes_nowhere_else() {
        let addressed = addressed("http://127.0.0.1/");
        let pinned = PinnedResolver { uri: addressed.uri, addresses: addressed.addresses };
        let resolve = |uri: &str| {
            let found = pinned.resolve(&uri.parse().expect("a uri"), &Config::default(), NextTimeout::default());
            found.map(|found| found.iter().map(ToString::to_string).collect::<Vec<_>>())
        };
        assert_eq!(resolve("http://127.0.0.1/other").expect("known"), ["127.0.0.1:80"]);
        assert!(resolve("http://localhost/").is_err());
    }

    #[test]
    fn nothing_is_followed_and_no_proxy_is_asked() {
        let config = config(TIMEOUT);
        assert_eq!(config.timeouts().global, Some(Duration::from_secs(10)));
        assert_eq!((config.max_redirects(), config.proxy().is_none()), (0, true));
    }
}
