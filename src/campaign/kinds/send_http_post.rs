//! HTTP posts of the contact's data to a web address. They are simulated, never sent.

use serde::{Deserialize, Serialize};

use crate::campaign::left_out::or_none;

use super::description::{Description, Family, KindSettings};
use super::faults::{Faults, InvalidSetting};
use super::setting::Setting;
use super::walk::{Need, TextKind, Walk, walk};

/// The settings of Send HTTP Post.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SendHttpPost {
    /// The web address, with merge fields.
    #[serde(default, deserialize_with = "or_none")]
    pub url: String,
    /// Names and values; merge fields work in the values.
    #[serde(default, deserialize_with = "or_none")]
    pub pairs: Vec<(String, String)>,
    /// The response that the simulation assumes.
    #[serde(default, deserialize_with = "or_none")]
    pub simulated_response: Response,
}

/// The response to an HTTP post that the simulation assumes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Response {
    /// A response with this status.
    Status(u16),
    /// No response before the timeout.
    Timeout,
}

impl Response {
    /// The response of a server that received the request: status 200.
    pub fn received() -> Self {
        Response::Status(200)
    }

    /// What the response means (`rules.md` §7), simulated or real.
    pub fn meaning(self) -> &'static str {
        match self {
            Response::Status(200) => "received",
            Response::Status(409) => "the person may already have a CustomerHub member record",
            Response::Status(_) | Response::Timeout => "needs a look",
        }
    }
}

impl Default for Response {
    fn default() -> Self {
        Response::received()
    }
}

pub(super) const DESCRIPTION: Description<SendHttpPost> = Description::of(
    "Send HTTP post",
    Family::Process,
    "webhook",
    "Sends data to a web address; simulated, never sent",
    || {
        let (url, pairs) = (String::new(), Vec::new());
        SendHttpPost { url, pairs, simulated_response: Response::received() }
    },
);

walk!(SendHttpPost { url, pairs, simulated_response: _ } => |visitor| {
    visitor.text(Setting::WebAddress, url, TextKind::Address, Need::Required);
    for (name, value) in pairs {
        visitor.text(Setting::PairName, name, TextKind::Plain, Need::Optional);
        visitor.text(Setting::PairValue, value, TextKind::Address, Need::Optional);
    }
});

impl KindSettings for SendHttpPost {
    fn faults(&self, faults: &mut Faults<'_>) {
        self.walk(faults);
        if let Some(wrong) = url_fault(&self.url).filter(|_| !self.url.is_empty()) {
            faults.wrong(Setting::WebAddress, wrong);
        }
    }
}

/// Why the web address of an HTTP post can't work; `None` if it can. It must be http or https, without a port or with
/// 80 or 443.
pub fn url_fault(text: &str) -> Option<InvalidSetting> {
    let Ok(url) = url::Url::parse(text) else { return Some(InvalidSetting::Url("it isn't a web address")) };
    if !matches!(url.scheme(), "http" | "https") {
        return Some(InvalidSetting::Url("it begins with neither http:// nor https://"));
    }
    // The parser accepts missing or extra slashes, but a user who typed them meant something else.
    let after_scheme = &text.trim_start()[url.scheme().len()..];
    if after_scheme.strip_prefix("://").is_none_or(|rest| rest.starts_with(['/', '\\'])) {
        return Some(InvalidSetting::Url("it isn't a web address"));
    }
    match url.port() {
        None | Some(80 | 443) => None,
        Some(_) => Some(InvalidSetting::Port),
    }
}
