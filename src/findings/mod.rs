//! The problems of a campaign as drawn, in sentences.
//!
//! **Owns** every rule of `dripline check` that needs no run: its [`Code`], severity, sentence and advice, and the
//! [`Fix`] if one is obvious.
//! **Must not know** files, drawing, the current time, or how a campaign is simulated;
//! [`campaign::configured`](crate::campaign::configured) decides whether an item is configured.
//! **Start reading** at [`check()`], then [`codes`] for the table of all rules.
//! **Invariants**: the same campaign and contacts give the same findings in the same order; each cause is reported
//! once; a well-drawn campaign has no errors and no warnings; nothing here recurses over the graph, and time grows
//! with the size of the campaign and the list of contacts.
//!
//! # Codes
//! | code | severity | what it says | what to do |
//! |---|---|---|---|
//! | `unknown-time-zone` | error | The campaign's time zone is not in the zone database. | Choose the zone's IANA name, such as `America/New_York`. |
//! | `field-key-taken` | error | A custom field has the key of a contact column. | Give the custom field another key. |
//! | `no-start` | error | A sequence has no Start, so no contact enters it. | Add a Start and link it to the first item. |
//! | `link-from-nowhere` | error | A link starts where there is no item. | Remove the link, or draw it from an item. |
//! | `link-to-nowhere` | error | A link ends where there is no item. | Remove the link, or draw it to an item. |
//! | `link-into-start` | error | A link enters a Start. | Remove the link; a Start has nothing before it. |
//! | `second-incoming-link` | error | A link enters an item that has an incoming link already. | Remove one of the two links; copy the item where both tracks need it. |
//! | `link-closes-loop` | error | A link leads back to an item it comes from. | Remove the link; a contact never passes an item twice. |
//! | `timer-not-set-up` | error | A timer is not set up: it holds every contact who reaches it. | Complete the timer's schedule. |
//! | `not-configured` | error | An item lacks a setting, so it is skipped for all contacts. | Fill in what is missing. |
//! | `unknown-tag` | error | An item names a tag that is not in the directory. | Choose a tag from the directory, or add this one. |
//! | `unknown-user` | error | An item names a user who isn't in the directory. | Choose a user from the directory, or add this one. |
//! | `unknown-round-robin` | error | An item names a round robin that is not in the directory. | Choose a round robin from the directory, or add this one. |
//! | `unknown-stage` | error | An item names a sales stage that is not in the directory. | Choose a stage from the directory, or add this one. |
//! | `unknown-product` | error | An order names a product that is not in the directory. | Choose a product from the directory, or add this one. |
//! | `unknown-action-set` | error | An item names an action set that is not in the directory. | Choose an action set from the directory, or add this one. |
//! | `unknown-column` | error | A fulfilment list has a column that isn't a field of a contact. | Choose a contact column or a custom field. |
//! | `unknown-field` | error | An item names a field that no contact can have. | Choose a contact column or a custom field. |
//! | `field-holds-no-date` | error | A date is read from a field that isn't a date field. | Choose `birthday`, `anniversary`, or a custom date field. |
//! | `protected-field` | error | Set field value names a field that can't be changed. | Choose `birthday`, `anniversary` or a custom field. |
//! | `value-does-not-fit` | error | A value doesn't fit the kind of the field it is written to. | Choose a value of the field's kind. |
//! | `merge-field-in-value` | error | The value of Set field value has a merge field, but merge fields don't work there. | Type the value itself. |
//! | `bad-url` | error | An HTTP post has a web address that doesn't work. | Type an address that begins with http:// or https://. |
//! | `bad-port` | error | An HTTP post goes to a port other than 80 and 443. | Leave the port out, or use 80 or 443. |
//! | `not-a-sales-rep` | error | An opportunity is assigned to a user who isn't a sales rep. | Choose a sales rep, or mark the user as one. |
//! | `owner-assigns-owner` | error | Assign owner is set to assign the current owner. | Choose a user or a round robin. |
//! | `empty-sequence` | warning | A sequence has no items. | Add a Start and the first items, or remove the sequence. |
//! | `start-leads-nowhere` | warning | A Start has no item after it. | Link it to an item, or remove it. |
//! | `not-reachable` | warning | No Start leads to an item. | Link it after a Start, or remove it. |
//! | `draft` | warning | An item is set up but not marked ready, so it is skipped for all contacts. | Mark it ready. |
//! | `emails-without-timer` | warning | Two emails to the same recipient have no timer between them, so they are sent at the same time. | Put a timer between them, or combine them into one email. |
//! | `date-passed` | warning | A timer's date has passed for all or many of the contacts who reach it, or today. | Choose a later date, or let contacts enter earlier. |
//! | `dates-descend` | warning | A date timer's dates are before those of an earlier date timer on its track. | Put the dates in order. |
//! | `timers-together` | warning | A timer is due together with the timer before it, so it never waits. | Remove one of the two timers, or choose another date or time for the second. |
//! | `field-read-at-entry` | warning | A field timer reads a field at entry, but an item on its track sets that field only later. | Choose in the campaign's rules to read fields on arrival, or set the field before contacts enter. |
//! | `year-of-birth` | warning | A field timer waits for the day of birth itself, which has passed long ago. | Choose the next occurrence. |
//! | `unknown-merge-field` | warning | A text has an unknown merge field, which is shown as typed. | Choose a merge field from the list. |
//! | `broken-link` | warning | A message has a link that leads nowhere. | Type the whole address of the website, beginning with https. |
//! | `user-without-address` | warning | An email goes to a user who has no email address. | Add the user's email address in the directory. |
//! | `bad-address` | warning | An address that isn't an email address is typed as the recipient. | Type an address such as `name@example.com`. |
//! | `tag-applied-and-removed` | warning | An item applies and removes the same tag, which ends up applied. | Remove the tag from one of the two lists. |
//! | `no-license` | warning | Add to CustomerHub is used without a licence in the campaign's directory. | Enter the licence in the directory, or remove the item. |
//! | `unknown-member` | warning | A round robin has a member who isn't in the directory. | Choose a user from the directory, or add this one. |
//! | `no-eligible-user` | warning | A round robin that is used has no member it can choose. | Add a member with a maximum of 1 or more. |
//! | `duplicate-name` | warning | Two entries in a list have the same name. | Rename or remove one of them. |
//! | `blank-name` | warning | A name in a list is blank. | Type a name, or remove the entry. |
//! | `unknown-sequence` | warning | A rehearsal is of a sequence that doesn't exist. | Choose a sequence of the campaign. |
//! | `unknown-breakpoint` | warning | A rehearsal has a breakpoint at an item that doesn't exist. | Choose an item of the rehearsal's sequence, or remove the breakpoint. |
//! | `rehearsal-ends-too-soon` | warning | A rehearsal ends before any contact enters. | Let it end later, or let contacts enter earlier. |
//! | `rehearsal-without-people` | warning | A rehearsal has no contacts. | Add contacts, or generate some. |
//! | `bad-contact-address` | warning | Contacts have an address that is none, so no email reaches them. | Correct the addresses in the list of contacts. |
//! | `unknown-owner` | warning | Contacts have an owner who isn't in the directory. | Add the user to the directory, or correct the contacts. |
//! | `nobody-has-owner` | warning | An item needs the contact's owner, and no contact has one. | Assign an owner earlier, or fill in the owners of the contacts. |
//! | `nobody-has-date` | warning | An item reads a date field that is empty for all contacts. | Choose another field, or fill it in for the contacts. |
//! | `nobody-has-field` | warning | A text or list uses a field that is empty for all contacts. | Fill it in for the contacts, or remove it from the text or list. |
//! | `nobody-has-address` | warning | No contact has the address this item sends to. | Fill in the addresses of the contacts. |
//! | `timer-after-timer` | hint | A timer comes directly after another timer. | Combine the two into one timer, unless you want both waits. |
//! | `mixed-timers` | hint | Timers of several kinds come directly after one Start, which some marketing programs don't accept. | Give each kind of timer a Start of its own. |
//! | `timer-at-end` | hint | Nothing comes after a timer. | Add what should happen after the wait, or remove the timer. |
//! | `timer-never-waits` | hint | A delay timer never waits. | Choose a wait, days or a time of day, or remove the timer. |
//! | `no-merge-field` | hint | An email to the contact has no merge field: all contacts get the same text. | Add a merge field, such as `~Contact.FirstName~`. |
//! | `blank-text` | hint | A text is blank. | Write the text. |
//! | `empty-queue` | hint | A fulfilment list waits for 0 contacts. | Choose 1 or more contacts, or don't wait for a number of contacts. |
//! | `wait-under-a-day` | hint | In a run, a timer of a day or more released contacts after less than 24 hours: days are dates. | Choose a time of day, or let the campaign's rules count days from the time of arrival. |
//! | `due-out-of-hours` | hint | In a run, most contacts got a message outside Monday to Friday, 07:00 to 21:00. | Let the timer before it run on weekdays, at a time of day. |

pub mod codes;
pub mod finding;
pub mod fix;

mod bad_addresses;
mod broken_links;
mod check;
pub mod creation;
mod dated;
mod directory;
mod links;
mod mail;
pub mod merge_offers;
mod nearest;
mod notes;
mod oddities;
mod parts;
mod passed;
mod people;
mod population;
mod rehearsals;
mod scene;
mod settings;
mod texts;
mod together;
mod tracks;
pub mod words;

pub use check::check;
pub use codes::{Code, CodeInfo, Severity, table};
pub use finding::{Finding, FindingPlace};
pub use fix::Fix;
pub use parts::why_not_set_up;
pub use population::{AssumedEntry, CheckedContacts, EnteringContacts, TimerArrivals};
