//! Words for a status, and for yes and no.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;
use unicode_normalization::char::is_combining_mark;

use crate::contacts::words::word_key;

use crate::contacts::status::EmailStatus;

/// What a word says in a column of status or consent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ConsentWord {
    /// The status it names, if it does.
    pub status: Option<EmailStatus>,
    /// Whether it is a yes or a no, if it is one.
    pub answer: Option<bool>,
}

static WORDS: LazyLock<FxHashMap<String, ConsentWord>> = LazyLock::new(|| {
    let mut words: FxHashMap<String, ConsentWord> = FxHashMap::default();
    for line in include_str!("words.txt").lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let Some((kind, list)) = line.split_once('\t') else { continue };
        for name in list.split("; ") {
            let word = words.entry(sign_key(name)).or_insert(ConsentWord { status: None, answer: None });
            match kind {
                "yes" => word.answer = Some(true),
                "no" => word.answer = Some(false),
                kind => word.status = EmailStatus::of_word(kind).max(word.status),
            }
        }
    }
    words
});

/// The key of a word, or the sign itself: a tick has no letters.
fn sign_key(text: &str) -> String {
    let key = word_key(text);
    if key.is_empty() {
        text.trim_matches(|sign: char| sign.is_whitespace() || sign == '\u{FE0F}').to_owned()
    } else {
        key
    }
}

/// A word of status or consent, if it is known.
pub(super) fn consent_word(text: &str) -> Option<ConsentWord> {
    // `Unsubscribed - manually` and the like are sentences. A key forgets the sign of `-1`.
    if text.starts_with('-') {
        return None;
    }
    let word = WORDS.get(&sign_key(text)).copied()?;
    let permits = word.answer.is_some() || word.status.is_some_and(EmailStatus::is_marketable);
    // `yes?` and `!subscribed` have the keys of a yes.
    (!permits || !has_doubtful_sign(text)).then_some(word)
}

/// Whether a word has a sign that could take back what it says. A sign alone is a word of its own, such as a tick.
pub(super) fn has_doubtful_sign(text: &str) -> bool {
    let is_plain = |letter: char| {
        letter.is_alphanumeric()
            || letter.is_whitespace()
            || is_combining_mark(letter)
            || "-–—_.,;:'’\"()[]/&+".contains(letter)
    };
    let text = text.strip_suffix('!').unwrap_or(text);
    !word_key(text).is_empty() && !text.chars().all(is_plain)
}

/// Parts of sentences that say that a contact may not be mailed, as keys; the worst come first.
const OBJECTIONS: [(EmailStatus, &[&str]); 4] = [
    (EmailStatus::SpamComplaint, &["spam", "complain", "beschwerde", "plainte"]),
    (
        EmailStatus::HardBounce,
        &["bounce", "invalid", "undeliverable", "nondeliverable", "doesnotexist", "unzustellbar", "rebot", "rimbalz"],
    ),
    (
        EmailStatus::Unsubscribed,
        &[
            "optedout",
            "optout",
            "optingout",
            "unsubscrib",
            "donotcontact",
            "donotemail",
            "donotmail",
            "donotsend",
            "blacklist",
            "blocklist",
            "withdr",
            "revoke",
            "abgemeldet",
            "abmeld",
            "widerruf",
            "widerspr",
            "desabonn",
            "desinscri",
            "dadodebaja",
            "dadadebaja",
            "desuscri",
            "disiscri",
            "descadastr",
            "afgemeld",
            "uitgeschreven",
        ],
    ),
    (
        EmailStatus::NonMarketable,
        &[
            "nonmarket",
            "notmarket",
            "onlysendmarketingemail",
            "canonlysend",
            "cannot",
            "cant",
            "notoptedin",
            "neversubscribed",
            "notsubscribed",
            "nopermission",
            "notallowed",
            "noconsent",
            "awaiting",
            "pending",
            "suppress",
            "quarantin",
            "performanceofacontract",
            "notapplicable",
        ],
    ),
];

/// The objection that a sentence contains, such as Keap's `This person has opted out of …`.
///
/// Sentences never permit: a part of one could be about something else.
pub(super) fn objection_in(sentence: &str) -> Option<EmailStatus> {
    let key = word_key(sentence);
    let has = |(_, parts): &&(EmailStatus, &[&str])| parts.iter().any(|part| key.contains(part));
    OBJECTIONS.iter().find(has).map(|(status, _)| *status)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_has_one_status_and_one_answer() {
        let mut seen: FxHashMap<String, &str> = FxHashMap::default();
        for line in include_str!("words.txt").lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let (kind, list) = line.split_once('\t').expect(line);
            assert!(matches!(kind, "yes" | "no") || EmailStatus::of_word(kind).is_some(), "{kind}");
            for name in list.split("; ") {
                assert!(!sign_key(name).is_empty(), "{kind}: {name}");
                let before = seen.insert(sign_key(name), kind);
                let is_answer = |kind: &str| matches!(kind, "yes" | "no");
                let agrees = |before: &str| before == kind || is_answer(before) != is_answer(kind);
                assert!(before.is_none_or(agrees), "{name}: {kind} and {before:?}");
            }
        }
        for status in EmailStatus::ALL {
            assert_eq!(consent_word(status.word()).and_then(|word| word.status), Some(status));
        }
    }
}
