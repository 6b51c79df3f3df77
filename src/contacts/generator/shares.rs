//! The share of each kind of generated contact.
//!
//! Email, on average: of 1,000 contacts, 20 have no address. Of 1,000 addresses, 600 are confirmed, 220 unconfirmed,
//! 100 unengaged, 35 unsubscribed, 20 non-marketable, 20 hard bounces and 5 spam complaints. So 80 can't be sent
//! marketing email.
//!
//! Empty cells in 1,000: first name 10, last name 20, phone 150, fax 900, company 300, job title 350, street 100, city
//! 50, state 50 where the country has states, postal code 80, country 50, zone 100, birthday 150, anniversary 700,
//! owner 400, tags 300, card on file 200 (350 have one), each custom field 200. If the campaign has no users or tags,
//! all owners or tags are empty.
//!
//! Of 1,000 birthdays, 10 are on 29 February. Dates in custom fields are in 2025, 2026 and 2027.

use crate::campaign::fields::Column;
use crate::contacts::status::EmailStatus;

/// Contacts in a thousand with an empty cell, by column.
pub const EMPTY: [(Column, u64); 16] = [
    (Column::FirstName, 10),
    (Column::LastName, 20),
    (Column::Email, 20),
    (Column::Phone, 150),
    (Column::Fax, 900),
    (Column::Company, 300),
    (Column::JobTitle, 350),
    (Column::Street, 100),
    (Column::City, 50),
    (Column::PostalCode, 80),
    (Column::Country, 50),
    (Column::TimeZone, 100),
    (Column::Birthday, 150),
    (Column::Anniversary, 700),
    (Column::Owner, 400),
    (Column::Tags, 300),
];
/// Contacts in a thousand without a state, in countries with states.
pub const EMPTY_STATE: u64 = 50;
/// Contacts in a thousand with an empty cell, for each custom field.
pub const EMPTY_CUSTOM: u64 = 200;
/// Contacts in a thousand with an email address, by email status.
pub const STATUSES: [(EmailStatus, u64); 7] = [
    (EmailStatus::Confirmed, 600),
    (EmailStatus::Unconfirmed, 220),
    (EmailStatus::Unengaged, 100),
    (EmailStatus::Unsubscribed, 35),
    (EmailStatus::NonMarketable, 20),
    (EmailStatus::HardBounce, 20),
    (EmailStatus::SpamComplaint, 5),
];
/// Contacts in a thousand with `yes` or `no` in `card_on_file`; for the rest it is empty.
pub const CARDS: [(&str, u64); 2] = [("yes", 350), ("no", 450)];
/// Birthdays in a thousand on 29 February.
pub const LEAP_BIRTHDAYS: u64 = 10;
