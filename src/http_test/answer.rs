//! The response to the test request: a status, and the beginning of its body as text.

use std::io::Read;

use encoding_rs::{Encoding, UTF_8};
use ureq::Body;
use ureq::http::{HeaderMap, Response, header};

/// Most bytes of a response body that are read.
pub const MOST_READ: u64 = 32 * 1024;

/// The response to the test request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HttpResponse {
    /// The HTTP status code.
    pub status: u16,
    /// The name of the status, such as `Not Found`; empty if it has none.
    pub called: &'static str,
    /// The target of a redirect, which is not followed.
    pub sends_on: Option<String>,
    /// The body as text, without characters that can't be shown.
    pub text: String,
    /// Why the text is not the whole body; `None` if it is.
    pub cut: Option<Truncation>,
}

/// Why a text is not the whole body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Truncation {
    /// The body is longer than [`MOST_READ`].
    TooLong,
    /// The body did not end before the timeout.
    TooSlow,
    /// The connection ended before the body.
    BrokenOff,
}

impl HttpResponse {
    /// Reads the body of a response. The status is already known, so an error only shortens the text.
    pub(super) fn read(response: Response<Body>) -> Self {
        let (parts, body) = response.into_parts();
        let mut bytes = Vec::new();
        let read = body.into_reader().take(MOST_READ + 1).read_to_end(&mut bytes);
        let cut = match read.map_err(ureq::Error::from) {
            Ok(_) if bytes.len() as u64 > MOST_READ => Some(Truncation::TooLong),
            Ok(_) => None,
            Err(ureq::Error::Timeout(_)) => Some(Truncation::TooSlow),
            Err(_) => Some(Truncation::BrokenOff),
        };
        bytes.truncate(MOST_READ as usize);
        let location = parts.headers.get(header::LOCATION).filter(|_| parts.status.is_redirection());
        Self {
            status: parts.status.as_u16(),
            called: parts.status.canonical_reason().unwrap_or_default(),
            sends_on: location.map(|to| shown(&String::from_utf8_lossy(to.as_bytes()))),
            text: shown(&encoding(&parts.headers).decode(&bytes).0),
            cut,
        }
    }
}

/// The encoding that the headers name; UTF-8 if they name none.
fn encoding(headers: &HeaderMap) -> &'static Encoding {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let named = kind.split(';').filter_map(|part| {
        let (name, value) = part.split_once('=')?;
        name.trim().eq_ignore_ascii_case("charset").then(|| value.trim().trim_matches('"'))
    });
    named.filter_map(|label| Encoding::for_label(label.as_bytes())).next().unwrap_or(UTF_8)
}

/// A text without control characters, except line ends, and without characters that change the text direction.
fn shown(text: &str) -> String {
    let turns = |c: char| matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let text = text.replace("\r\n", "\n").replace(['\r'], "\n").replace('\t', "    ");
    text.chars().filter(|&c| c == '\n' || !(c.is_control() || turns(c) || c == '\u{feff}')).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_and_turns_are_left_out() {
        assert_eq!(shown("a\r\nb\rc\td\u{1b}[31m\0\u{202e}e"), "a\nb\nc    d[31me");
    }

    #[test]
    fn the_encoding_that_is_named_counts() {
        let named = |kind: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::CONTENT_TYPE, kind.parse().expect("a head"));
            encoding(&headers).name()
        };
        assert_eq!(named("text/plain; Charset=\"ISO-8859-1\""), "windows-1252");
        assert_eq!(named("text/html;charset=nonsense"), "UTF-8");
        assert_eq!(named("text/html"), "UTF-8");
        assert_eq!(encoding(&HeaderMap::new()), UTF_8);
    }
}
