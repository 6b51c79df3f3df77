//! Finds columns that look like consent and aren't read.

use crate::contacts::words::{LONGEST_CELL, is_none_word, trimmed, word_key};

use super::column::consent_column;
use super::vocabulary::consent_word;
use super::when::{WhenCell, when_of};

/// Parts of names that only consent has.
const PLAIN_PARTS: [&str; 37] = [
    "optin",
    "optout",
    "optedin",
    "optedout",
    "consent",
    "unsub",
    "gdpr",
    "dsgvo",
    "rgpd",
    "lgpd",
    "einwillig",
    "abmeld",
    "abgemeldet",
    "werbeerlaub",
    "widerruf",
    "widerspr",
    "desabonn",
    "desinscri",
    "desuscri",
    "disiscri",
    "descadastr",
    "consenso",
    "toestemming",
    "afgemeld",
    "afmeld",
    "uitgeschreven",
    "marketable",
    "donotemail",
    "donotmail",
    "donotcontact",
    "donotsend",
    "suppress",
    "blacklist",
    "blocklist",
    "mailable",
    "bounced",
    "complain",
];
/// Parts of names that consent often has, and other columns, too. The cells decide.
const LIKELY_PARTS: [&str; 24] = [
    "subscri",
    "newsletter",
    "marketing",
    "permission",
    "abonn",
    "suscri",
    "iscri",
    "inscri",
    "werbung",
    "erlaub",
    "zustimm",
    "einverst",
    "nieuwsbrief",
    "boletin",
    "boletim",
    "infolettre",
    "bounce",
    "spam",
    "mailing",
    "emailstatus",
    "mailok",
    "nomail",
    "autoriz",
    "agree",
];
/// Parts of names for consent to other channels than email.
const OTHER_CHANNELS: [&str; 10] =
    ["sms", "phone", "call", "fax", "whatsapp", "push", "mobile", "telefon", "directmail", "cookie"];
/// Words that only columns of status have.
const STATUS_CELLS: [&str; 14] = [
    "subscribed",
    "unsubscribed",
    "neversubscribed",
    "nonsubscribed",
    "optedin",
    "optedout",
    "optin",
    "optout",
    "singleoptin",
    "doubleoptin",
    "hardbounce",
    "bounced",
    "nonmarketable",
    "spamcomplaint",
];

/// Whether a column looks like consent to email, although [`consent_column`] doesn't know its name. Such a column isn't
/// read, and people who said no may be in it: it deserves a warning of its own.
///
/// `cells` are a sample of its cells. Without one that isn't empty, there is nothing to warn of.
pub fn looks_like_consent(header_name: &str, cells: &[&str]) -> bool {
    if consent_column(header_name).is_some_and(|column| !column.needs_cells) {
        return false;
    }
    let key = word_key(header_name);
    let filled: Vec<&str> = cells.iter().map(|cell| trimmed(cell)).filter(|cell| !is_none_word(cell)).collect();
    if filled.is_empty() || OTHER_CHANNELS.iter().any(|channel| key.contains(channel)) {
        return false;
    }
    let most = |is_it: &dyn Fn(&str) -> bool| filled.iter().filter(|cell| is_it(cell)).count() * 2 >= filled.len();
    let is_status = |cell: &str| cell.len() <= LONGEST_CELL && STATUS_CELLS.contains(&word_key(cell).as_str());
    let is_answer = |cell: &str| consent_word(cell).is_some() || when_of(cell) == WhenCell::Date;
    let has = |parts: &[&str]| parts.iter().any(|part| key.contains(part));
    has(&PLAIN_PARTS) || has(&LIKELY_PARTS) && most(&is_answer) || most(&is_status)
}
