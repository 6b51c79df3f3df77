//! The outcome of a test, in the words that a rehearsal uses for a response.

use crate::campaign::kinds::Response;
use crate::http_test::answer::{HttpResponse, MOST_READ, Truncation};
use crate::http_test::send::TIMEOUT;
use crate::http_test::trouble::RequestError;

/// Most lines of a response's text that are shown, and most characters of each.
const MOST_LINES: usize = 12;
const MOST_WIDE: usize = 240;

/// The outcome of a test.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TestOutcome {
    /// The simulated response that it corresponds to; `None` if nothing can have been received.
    pub response: Option<Response>,
    /// The headline: `200 OK: received`.
    pub headline: String,
    /// More to say, in sentences.
    pub notes: Vec<String>,
    /// The first lines of the response's text.
    pub lines: Vec<String>,
}

impl TestOutcome {
    /// The outcome of a request that was sent.
    pub(super) fn of(answer: Result<HttpResponse, RequestError>) -> Self {
        match answer {
            Ok(answer) => Self::answered(answer),
            Err(trouble @ RequestError::TooLong { .. }) => {
                let headline = format!("Timed out: {}", Response::Timeout.meaning());
                Self { response: Some(Response::Timeout), headline, ..Self::words(trouble.to_string()) }
            }
            Err(trouble @ RequestError::Stopped) => {
                Self { headline: "Stopped".to_owned(), ..Self::words(trouble.to_string()) }
            }
            Err(trouble) => Self::words(trouble.to_string()),
        }
    }

    /// The outcome of a request that was not sent.
    pub(super) fn not_sent(trouble: &RequestError) -> Self {
        Self { headline: "Nothing was sent".to_owned(), ..Self::words(trouble.to_string()) }
    }

    /// An outcome without a response, and why.
    pub(super) fn words(why: String) -> Self {
        Self { response: None, headline: "No answer".to_owned(), notes: vec![why], lines: Vec::new() }
    }

    fn answered(answer: HttpResponse) -> Self {
        let response = Response::Status(answer.status);
        let called = format!("{} {}", answer.status, answer.called);
        let mut notes = Vec::new();
        if let Some(to) = &answer.sends_on {
            notes.push(format!(
                "It redirects to {}, which was not followed: put that web address into the item.",
                cut(to)
            ));
        }
        let all: Vec<&str> = answer.text.lines().filter(|line| !line.trim().is_empty()).collect();
        let lines: Vec<String> = all.iter().take(MOST_LINES).map(|line| cut(line)).collect();
        match answer.cut {
            Some(Truncation::TooSlow) => {
                notes.push(format!("The answer was not complete after {} s.", TIMEOUT.as_secs()))
            }
            Some(Truncation::BrokenOff) => {
                notes.push("The connection ended before the answer was complete.".to_owned())
            }
            Some(Truncation::TooLong) => {
                notes.push(format!("Only the first {} kB of the answer were read.", MOST_READ / 1024))
            }
            None => {}
        }
        Self { response: Some(response), headline: format!("{}: {}", called.trim(), response.meaning()), notes, lines }
    }
}

/// A line, shortened to what is shown.
fn cut(line: &str) -> String {
    match line.char_indices().nth(MOST_WIDE) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answered(status: u16, called: &'static str) -> HttpResponse {
        HttpResponse { status, called, sends_on: None, text: String::new(), cut: None }
    }

    #[test]
    fn every_answer_has_its_words() {
        let headline = |status, called| TestOutcome::of(Ok(answered(status, called))).headline;
        assert_eq!(headline(200, "OK"), "200 OK: received");
        assert_eq!(headline(409, "Conflict"), "409 Conflict: the person may already have a CustomerHub member record");
        assert_eq!(headline(201, "Created"), "201 Created: needs a look");
        assert_eq!(headline(799, ""), "799: needs a look");
        let late = TestOutcome::of(Err(RequestError::TooLong { host: "example.com".to_owned(), seconds: 10 }));
        assert_eq!(late.headline, "Timed out: needs a look");
        assert_eq!(late.response, Some(Response::Timeout));
        let refused = TestOutcome::of(Err(RequestError::Refused { host: "example.com".to_owned() }));
        assert_eq!((refused.response, refused.headline.as_str()), (None, "No answer"));
    }

    #[test]
    fn a_redirect_says_where_to_and_long_texts_are_cut() {
        let text = format!("{}\n\n  \n{}", "x".repeat(1000), "line\n".repeat(100));
        let cut = Some(Truncation::TooLong);
        let to = Some("https://example.org/".to_owned());
        let outcome = TestOutcome::of(Ok(HttpResponse { sends_on: to, text, cut, ..answered(302, "Found") }));
        assert_eq!(outcome.headline, "302 Found: needs a look");
        assert_eq!(
            outcome.notes,
            [
                "It redirects to https://example.org/, which was not followed: put that web address into the item.",
                "Only the first 32 kB of the answer were read."
            ]
        );
        assert_eq!(outcome.lines.len(), MOST_LINES);
        assert_eq!(outcome.lines[0].chars().count(), MOST_WIDE + 1);
    }
}
