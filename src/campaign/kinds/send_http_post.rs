//! HTTP posts of the contact's data to a web address. They are simulated, never sent.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::{Deserialize, Serialize};

use crate::campaign::left_out::or_none;
use crate::campaign::merge::ranges;

use super::description::{Description, Family, KindSettings};
use super::faults::{Faults, InvalidSetting};
use super::setting::Setting;
use super::walk::{Need, TextKind, Walk, walk};

/// The settings of Send HTTP Post.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SendHttpPost {
    /// The web address, with merge fields after its host.
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

/// Why the web address of an HTTP post can't work, as typed; `None` if it can (`rules.md` §6). The parser of the URL
/// standard reads it. It must be http or https, without a port or with 80 or 443.
pub fn url_fault(text: &str) -> Option<InvalidSetting> {
    let has_blank = text.contains(char::is_whitespace);
    // The parser takes blanks out of some places, and encodes them in others.
    let Ok(url) = url::Url::parse(text) else {
        let is_near = has_blank && url::Url::parse(&without_blanks(text)).is_ok();
        return Some(if is_near { InvalidSetting::BlankInUrl } else { InvalidSetting::Url("it isn't a web address") });
    };
    if !matches!(url.scheme(), "http" | "https") {
        return Some(InvalidSetting::Url("it begins with neither http:// nor https://"));
    }
    if has_blank {
        return Some(InvalidSetting::BlankInUrl);
    }
    if ranges(text).any(|field| field.start < host_end(text)) {
        return Some(InvalidSetting::Url("merge fields only work after the name of the website"));
    }
    match url.port() {
        None | Some(80 | 443) => None,
        Some(_) => Some(InvalidSetting::Port),
    }
}

/// A value as it is written into a web address: only letters, digits, `-`, `.`, `_` and `~` of ASCII stay.
pub fn percent_encoded(value: &str) -> String {
    const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');
    utf8_percent_encode(value, ENCODED).collect()
}

/// The text without any blanks.
pub fn without_blanks(text: &str) -> String {
    text.split_whitespace().collect()
}

/// Where the host of a web address ends, with its port: at the first `/`, `?` or `#` after it. As the URL standard says,
/// a backslash counts as a slash, and slashes before the host may be missing or too many.
pub fn host_end(text: &str) -> usize {
    let after_scheme = text.find(':').map_or(0, |colon| colon + 1);
    let slashes = text[after_scheme..].bytes().take_while(|byte| matches!(byte, b'/' | b'\\')).count();
    let host = after_scheme + slashes;
    text[host..].find(['/', '\\', '?', '#']).map_or(text.len(), |length| host + length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_web_address_is_read_as_the_url_standard_says() {
        for works in [
            "http://example.com",
            "HTTPS://EXAMPLE.COM/Hook?a=b#c",
            "https://user:word@example.com/",
            "https://example.com:/",
            "https://example.com:0443/",
            "http://example.com:443/",
            "https://münchen.example/ä",
            "http://127.0.0.1/",
            "http://[::1]:80/",
            "https://example.com/a|b\"c",
            "https://example.com/~Contact.Id~?city=~Contact.City~#~Owner.Name~",
            "https://example.com?~Contact.Id~",
            "https://a~b.example.com/~x",
            "http:example.com",
            "https:\\\\example.com\\~Contact.Id~",
            "https:///example.com/~Contact.Id~",
        ] {
            assert_eq!(url_fault(works), None, "{works}");
        }
    }

    #[test]
    fn a_web_address_that_can_not_work_says_why() {
        let not_one = InvalidSetting::Url("it isn't a web address");
        let scheme = InvalidSetting::Url("it begins with neither http:// nor https://");
        let host = InvalidSetting::Url("merge fields only work after the name of the website");
        for (text, why) in [
            ("example.com/hook", &not_one),
            ("https://", &not_one),
            ("https://exa<mple.com", &not_one),
            ("https://example.com:70000/", &not_one),
            ("our website", &not_one),
            ("ftp://example.com/", &scheme),
            ("mailto:a b@example.com", &scheme),
            ("https://example.com:8080/", &InvalidSetting::Port),
            (" https://example.com/", &InvalidSetting::BlankInUrl),
            ("https://example.com/\t", &InvalidSetting::BlankInUrl),
            ("https://example.com/a b", &InvalidSetting::BlankInUrl),
            ("https://example.com/a\nb", &InvalidSetting::BlankInUrl),
            ("https://example.com/a\u{a0}b", &InvalidSetting::BlankInUrl),
            ("https://exa mple.com/", &InvalidSetting::BlankInUrl),
            ("https://~Contact.City~.example.com/", &host),
            ("https://example.com~Contact.Nope~", &host),
            ("https://~Owner.Name~@example.com/", &host),
            ("http:~x~.example.com", &host),
        ] {
            assert_eq!(url_fault(text).as_ref(), Some(why), "{text}");
        }
    }
}
