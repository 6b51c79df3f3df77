//! What exports of Keap, Mailchimp, HubSpot and Google Contacts look like.

use crate::calendar::{Zone, zone};
use crate::contacts::status::EmailStatus;

/// Column names of exports by field key, as [`plain`] names. The first that a header has is used.
pub(super) const NAMES: &[(&str, &[&str])] = &[
    ("id", &["id", "contactid", "recordid", "recordidcontact", "customerid", "personid"]),
    ("first_name", &["firstname", "givenname", "forename", "fname", "vorname"]),
    ("last_name", &["lastname", "familyname", "surname", "lname", "nachname"]),
    (
        "email",
        &["email", "emailaddress", "email1value", "email1", "emailaddress1", "primaryemail", "mail", "emailadresse"],
    ),
    (
        "email_status",
        &[
            "emailstatus",
            "marketingcontactstatus",
            "optinstatus",
            "emailoptinstatus",
            "emailmarketingstatus",
            "subscriptionstatus",
        ],
    ),
    (
        "phone",
        &[
            "phone",
            "phone1",
            "phonenumber",
            "phone1value",
            "phonenumber1",
            "mobilephonenumber",
            "mobilephone",
            "mobile",
            "telephone",
            "telefon",
        ],
    ),
    ("fax", &["fax", "fax1", "faxnumber"]),
    (
        "company",
        &[
            "company",
            "companyname",
            "organizationname",
            "organization1name",
            "organization",
            "associatedcompany",
            "firma",
        ],
    ),
    ("job_title", &["jobtitle", "organizationtitle", "organization1title", "position"]),
    (
        "street",
        &[
            "street",
            "streetaddress",
            "streetaddress1",
            "address1street",
            "address",
            "addressline1",
            "address1",
            "strasse",
        ],
    ),
    ("city", &["city", "address1city", "town", "ort", "stadt"]),
    ("state", &["state", "stateregion", "address1region", "stateprovince", "province"]),
    ("postal_code", &["postalcode", "zip", "zipcode", "postcode", "address1postalcode", "plz"]),
    ("country", &["country", "countryregion", "address1country", "land"]),
    ("time_zone", &["timezone", "tz", "zeitzone"]),
    ("birthday", &["birthday", "birthdate", "dateofbirth", "dob", "geburtstag", "geburtsdatum"]),
    ("anniversary", &["anniversary", "anniversarydate", "weddinganniversary"]),
    ("owner", &["owner", "contactowner", "ownerid", "ownername", "assignedto"]),
    ("tags", &["tags", "labels", "groupmembership", "contacttags", "taglist"]),
    ("entered", &["entered"]),
    ("card_on_file", &["cardonfile"]),
];

/// A name in lower case, without blanks and punctuation.
pub(super) fn plain(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// A program whose exports are recognised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Vendor {
    Keap,
    Mailchimp,
    HubSpot,
    Google,
    Unknown,
}

impl Vendor {
    /// The vendor whose exports have such a header. `header` has [`plain`] names.
    pub fn of(header: &[String]) -> Self {
        let has = |names: &[&str]| names.iter().any(|name| header.iter().any(|column| column == name));
        if has(&["email1value"]) || (has(&["groupmembership"]) && has(&["givenname"])) {
            Vendor::Google
        } else if has(&["emailaddress"]) && has(&["memberrating", "leid", "euid", "optintime"]) {
            Vendor::Mailchimp
        } else if has(&["recordid", "recordidcontact"])
            || (has(&["marketingcontactstatus"]) && has(&["lifecyclestage"]))
        {
            Vendor::HubSpot
        } else if has(&["tagids", "phone1type", "phone1ext"])
            || (has(&["streetaddress1"]) && has(&["phone1", "optinstatus", "emailstatus"]))
        {
            Vendor::Keap
        } else {
            Vendor::Unknown
        }
    }

    pub const fn name(self) -> &'static str {
        match self {
            Vendor::Keap => "Keap",
            Vendor::Mailchimp => "Mailchimp",
            Vendor::HubSpot => "HubSpot",
            Vendor::Google => "Google Contacts",
            Vendor::Unknown => "",
        }
    }

    /// The separator between tags; `None` if it must be guessed from the rows.
    pub const fn tag_separator(self) -> Option<&'static str> {
        match self {
            Vendor::Keap | Vendor::Mailchimp => Some(","),
            Vendor::HubSpot => Some(";"),
            Vendor::Google => Some(":::"),
            Vendor::Unknown => None,
        }
    }

    /// The vendor's words for email statuses; for an unknown vendor, all words of all vendors.
    pub fn statuses(self) -> impl Iterator<Item = (&'static str, EmailStatus)> {
        let lists: &[&[(&str, EmailStatus)]] = match self {
            Vendor::Keap => &[KEAP],
            Vendor::Mailchimp => &[MAILCHIMP],
            Vendor::HubSpot => &[HUBSPOT, HUBSPOT_FLAGS],
            Vendor::Google => &[],
            Vendor::Unknown => &[KEAP, MAILCHIMP, HUBSPOT],
        };
        lists.iter().flat_map(|list| list.iter().copied())
    }
}

const KEAP: &[(&str, EmailStatus)] = &[
    ("Double Opt-In", EmailStatus::Confirmed),
    ("Confirmed", EmailStatus::Confirmed),
    ("Single Opt-In", EmailStatus::Unconfirmed),
    ("Unconfirmed", EmailStatus::Unconfirmed),
    ("Soft Bounce", EmailStatus::Unconfirmed),
    ("Unengaged", EmailStatus::Unengaged),
    ("Unengaged Marketable", EmailStatus::Unengaged),
    ("Non-Marketable", EmailStatus::NonMarketable),
    ("Unengaged Non-Marketable", EmailStatus::NonMarketable),
    ("Not Marketable", EmailStatus::NonMarketable),
    ("Opt-Out", EmailStatus::Unsubscribed),
    ("Opted Out", EmailStatus::Unsubscribed),
    ("List Unsubscribe", EmailStatus::Unsubscribed),
    ("System Opt-Out", EmailStatus::Unsubscribed),
    ("Unsubscribed", EmailStatus::Unsubscribed),
    ("Bounced", EmailStatus::HardBounce),
    ("Hard Bounce", EmailStatus::HardBounce),
    ("Invalid", EmailStatus::HardBounce),
    ("Reported Spam", EmailStatus::SpamComplaint),
    ("Spam Complaint", EmailStatus::SpamComplaint),
    ("Provided Spam Complaint", EmailStatus::SpamComplaint),
];

const MAILCHIMP: &[(&str, EmailStatus)] = &[
    ("subscribed", EmailStatus::Confirmed),
    ("pending", EmailStatus::NonMarketable),
    ("transactional", EmailStatus::NonMarketable),
    ("non-subscribed", EmailStatus::NonMarketable),
    ("archived", EmailStatus::NonMarketable),
    ("unsubscribed", EmailStatus::Unsubscribed),
    ("cleaned", EmailStatus::HardBounce),
];

const HUBSPOT: &[(&str, EmailStatus)] = &[
    ("Marketing contact", EmailStatus::Unconfirmed),
    ("Non-marketing contact", EmailStatus::NonMarketable),
    ("Subscribed", EmailStatus::Confirmed),
    ("Opted in", EmailStatus::Confirmed),
    ("Unsubscribed", EmailStatus::Unsubscribed),
    ("Hard bounced", EmailStatus::HardBounce),
];

/// The words of HubSpot's column "Unsubscribed from all email".
const HUBSPOT_FLAGS: &[(&str, EmailStatus)] = &[
    ("Yes", EmailStatus::Unsubscribed),
    ("true", EmailStatus::Unsubscribed),
    ("No", EmailStatus::Unconfirmed),
    ("false", EmailStatus::Unconfirmed),
];

/// Common names of time zones, as [`plain`] names.
const ZONE_WORDS: &[(&str, &str)] = &[
    ("easterntime", "America/New_York"),
    ("easternstandardtime", "America/New_York"),
    ("easterndaylighttime", "America/New_York"),
    ("centraltime", "America/Chicago"),
    ("centralstandardtime", "America/Chicago"),
    ("mountaintime", "America/Denver"),
    ("mountainstandardtime", "America/Denver"),
    ("arizona", "America/Phoenix"),
    ("pacifictime", "America/Los_Angeles"),
    ("pacificstandardtime", "America/Los_Angeles"),
    ("alaska", "America/Anchorage"),
    ("hawaii", "Pacific/Honolulu"),
    ("atlantictime", "America/Halifax"),
    ("newfoundland", "America/St_Johns"),
    ("brasilia", "America/Sao_Paulo"),
    ("greenwichmeantime", "Europe/London"),
    ("gmtstandardtime", "Europe/London"),
    ("edinburgh", "Europe/London"),
    ("centraleuropeantime", "Europe/Berlin"),
    ("centraleuropeanstandardtime", "Europe/Berlin"),
    ("weuropestandardtime", "Europe/Berlin"),
    ("bern", "Europe/Zurich"),
    ("chennai", "Asia/Kolkata"),
    ("mumbai", "Asia/Kolkata"),
    ("newdelhi", "Asia/Kolkata"),
    ("indiastandardtime", "Asia/Kolkata"),
    ("beijing", "Asia/Shanghai"),
    ("osaka", "Asia/Tokyo"),
    ("canberra", "Australia/Sydney"),
    ("wellington", "Pacific/Auckland"),
    ("coordinateduniversaltime", "UTC"),
];

/// The time zone with this name, as exports spell it: `(GMT-05:00) Eastern Time (US & Canada)`, `US/Eastern`,
/// `us_slash_eastern`, `america/new_york`, `Amsterdam, Berlin, Rome`.
pub fn zone_of_word(word: &str) -> Option<Zone> {
    let word = word.trim();
    if let Some(zone) = Zone::named(word) {
        return Some(zone);
    }
    let slashed = word.replace("_slash_", "/");
    if let Some(name) = zone::names().iter().find(|name| name.eq_ignore_ascii_case(&slashed)) {
        return Zone::named(name);
    }
    // The name after the offset is better: an offset doesn't say when summer time applies.
    let behind = match word.strip_prefix('(').and_then(|rest| rest.split_once(')')) {
        Some((offset, behind)) if offset.starts_with("GMT") || offset.starts_with("UTC") => behind,
        _ => word,
    };
    let first = behind.split(['(', ',', ';']).next().unwrap_or_default();
    let first = plain(first);
    if first.is_empty() {
        return None;
    }
    if let Some((_, name)) = ZONE_WORDS.iter().find(|(known, _)| *known == first) {
        return Zone::named(name);
    }
    let mut cities = zone::names().iter().filter(|name| {
        name.contains('/')
            && !name.starts_with("Etc/")
            && name.rsplit('/').next().is_some_and(|city| plain(city) == first)
    });
    match (cities.next(), cities.next()) {
        (Some(name), None) => Zone::named(name),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zones_as_exports_spell_them() {
        for (word, name) in [
            ("(GMT-05:00) Eastern Time (US & Canada)", "America/New_York"),
            ("(UTC-08:00) Pacific Time", "America/Los_Angeles"),
            ("US/Eastern", "US/Eastern"),
            ("us_slash_eastern", "US/Eastern"),
            ("america/new_york", "America/New_York"),
            ("America/New_York", "America/New_York"),
            ("(GMT+01:00) Amsterdam, Berlin, Bern, Rome", "Europe/Amsterdam"),
            ("New York", "America/New_York"),
            ("Sydney", "Australia/Sydney"),
        ] {
            assert_eq!(zone_of_word(word).map(|zone| zone.name().to_owned()).as_deref(), Some(name), "{word}");
        }
        for word in ["", "Mars/Base", "(GMT-05:00)", "Atlantis"] {
            assert!(zone_of_word(word).is_none(), "{word}");
        }
    }

    #[test]
    fn every_zone_word_names_a_zone() {
        for (word, name) in ZONE_WORDS {
            assert!(Zone::named(name).is_some(), "{word}");
        }
    }
}
