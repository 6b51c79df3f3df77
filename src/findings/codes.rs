//! The table of all rules that findings can come from. It is shown in this module's docs.

use std::fmt;

/// The severity of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Something can't work as drawn.
    Error,
    /// Something works, but probably not as meant.
    Warning,
    /// Something works, and may well be meant, but is worth checking.
    Hint,
}

impl Severity {
    /// The word in lists and JSON: `error`, `warning`, `hint`.
    pub const fn word(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Hint => "hint",
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

/// The description of a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CodeInfo {
    /// The code of the rule.
    pub code: Code,
    /// The stable name, such as `not-reachable`, which scripts can rely on.
    pub name: &'static str,
    /// The severity of the finding.
    pub severity: Severity,
    /// What it means, in one line.
    pub description: &'static str,
    /// What to do, unless the finding has better advice.
    pub help: &'static str,
}

macro_rules! codes {
    ($($code:ident $name:literal $severity:ident $description:literal $help:literal;)*) => {
        /// The rule that a finding comes from, worst first.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $(#[doc = $description] $code,)*
        }

        static TABLE: &[CodeInfo] = &[
            $(CodeInfo {
                code: Code::$code,
                name: $name,
                severity: Severity::$severity,
                description: $description,
                help: $help,
            },)*
        ];
    };
}

/// Every code, worst first.
pub fn table() -> &'static [CodeInfo] {
    TABLE
}

/// The table as Markdown, for the documentation.
pub fn markdown() -> String {
    let mut text = String::from("| code | severity | what it says | what to do |\n|---|---|---|---|\n");
    for CodeInfo { name, severity, description, help, .. } in TABLE {
        text.push_str(&format!("| `{name}` | {severity} | {description} | {help} |\n"));
    }
    text
}

impl Code {
    /// The description of the code.
    pub fn info(self) -> &'static CodeInfo {
        // One macro writes the table and the enum, in the same order.
        &TABLE[self as usize]
    }

    /// The stable name, such as `not-reachable`.
    pub fn name(self) -> &'static str {
        self.info().name
    }

    /// The severity of the finding.
    pub fn severity(self) -> Severity {
        self.info().severity
    }

    /// Whether the rule looks at contacts.
    pub fn needs_contacts(self) -> bool {
        const NEED: [Code; 9] = [
            Code::DatePassed,
            Code::BadContactAddress,
            Code::UnknownOwner,
            Code::NobodyHasOwner,
            Code::NobodyHasDate,
            Code::NobodyHasField,
            Code::NobodyHasAddress,
            Code::WaitUnderADay,
            Code::DueOutOfHours,
        ];
        NEED.contains(&self)
    }

    /// The code with this name.
    pub fn named(name: &str) -> Option<Code> {
        TABLE.iter().find(|info| info.name == name).map(|info| info.code)
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

codes! {
    UnknownTimeZone "unknown-time-zone" Error "The campaign's time zone is not in the zone database."
        "Choose the zone's IANA name, such as `America/New_York`.";
    FieldKeyTaken "field-key-taken" Error "A custom field has the key of a contact column."
        "Give the custom field another key.";
    NoStart "no-start" Error "A sequence has no Start, so no contact enters it."
        "Add a Start and link it to the first item.";
    LinkFromNowhere "link-from-nowhere" Error "A link starts where there is no item."
        "Remove the link, or draw it from an item.";
    LinkToNowhere "link-to-nowhere" Error "A link ends where there is no item."
        "Remove the link, or draw it to an item.";
    LinkIntoStart "link-into-start" Error "A link enters a Start."
        "Remove the link; a Start has nothing before it.";
    SecondIncomingLink "second-incoming-link" Error "A link enters an item that has an incoming link already."
        "Remove one of the two links; copy the item where both tracks need it.";
    LinkClosesLoop "link-closes-loop" Error "A link leads back to an item it comes from."
        "Remove the link; a contact never passes an item twice.";
    TimerNotSetUp "timer-not-set-up" Error "A timer is not set up: it holds every contact who reaches it."
        "Complete the timer's schedule.";
    NotConfigured "not-configured" Error "An item lacks a setting, so it is skipped for all contacts."
        "Fill in what is missing.";
    UnknownTag "unknown-tag" Error "An item names a tag that is not in the directory."
        "Choose a tag from the directory, or add this one.";
    UnknownUser "unknown-user" Error "An item names a user who isn't in the directory."
        "Choose a user from the directory, or add this one.";
    UnknownRoundRobin "unknown-round-robin" Error "An item names a round robin that is not in the directory."
        "Choose a round robin from the directory, or add this one.";
    UnknownStage "unknown-stage" Error "An item names a sales stage that is not in the directory."
        "Choose a stage from the directory, or add this one.";
    UnknownProduct "unknown-product" Error "An order names a product that is not in the directory."
        "Choose a product from the directory, or add this one.";
    UnknownActionSet "unknown-action-set" Error "An item names an action set that is not in the directory."
        "Choose an action set from the directory, or add this one.";
    UnknownColumn "unknown-column" Error "A fulfilment list has a column that isn't a field of a contact."
        "Choose a contact column or a custom field.";
    UnknownField "unknown-field" Error "An item names a field that no contact can have."
        "Choose a contact column or a custom field.";
    FieldHoldsNoDate "field-holds-no-date" Error "A date is read from a field that isn't a date field."
        "Choose `birthday`, `anniversary`, or a custom date field.";
    ProtectedField "protected-field" Error "Set field value names a field that can't be changed."
        "Choose `birthday`, `anniversary` or a custom field.";
    ValueDoesNotFit "value-does-not-fit" Error "A value doesn't fit the kind of the field it is written to."
        "Choose a value of the field's kind.";
    MergeFieldInValue "merge-field-in-value" Error "The value of Set field value has a merge field, but merge fields don't work there."
        "Type the value itself.";
    BadUrl "bad-url" Error "An HTTP post has a web address that doesn't work."
        "Type an address that begins with http:// or https://.";
    BadPort "bad-port" Error "An HTTP post goes to a port other than 80 and 443."
        "Leave the port out, or use 80 or 443.";
    NotASalesRep "not-a-sales-rep" Error "An opportunity is assigned to a user who isn't a sales rep."
        "Choose a sales rep, or mark the user as one.";
    OwnerAssignsOwner "owner-assigns-owner" Error "Assign owner is set to assign the current owner."
        "Choose a user or a round robin.";
    EmptySequence "empty-sequence" Warning "A sequence has no items."
        "Add a Start and the first items, or remove the sequence.";
    StartLeadsNowhere "start-leads-nowhere" Warning "A Start has no item after it."
        "Link it to an item, or remove it.";
    NotReachable "not-reachable" Warning "No Start leads to an item."
        "Link it after a Start, or remove it.";
    Draft "draft" Warning "An item is set up but not marked ready, so it is skipped for all contacts."
        "Mark it ready.";
    EmailsWithoutTimer "emails-without-timer" Warning "Two emails to the same recipient have no timer between them, so they are sent at the same time."
        "Put a timer between them, or combine them into one email.";
    DatePassed "date-passed" Warning "A timer's date has passed for all or many of the contacts who reach it, or today."
        "Choose a later date, or let contacts enter earlier.";
    DatesDescend "dates-descend" Warning "A date timer's dates are before those of an earlier date timer on its track."
        "Put the dates in order.";
    TimersTogether "timers-together" Warning "A timer is due together with the timer before it, so it never waits."
        "Remove one of the two timers, or choose another date or time for the second.";
    FieldReadAtEntry "field-read-at-entry" Warning "A field timer reads a field at entry, but an item on its track sets that field only later."
        "Choose in the campaign's rules to read fields on arrival, or set the field before contacts enter.";
    YearOfBirth "year-of-birth" Warning "A field timer waits for the day of birth itself, which has passed long ago."
        "Choose the next occurrence.";
    UnknownMergeField "unknown-merge-field" Warning "A text has an unknown merge field, which is shown as typed."
        "Choose a merge field from the list.";
    BrokenLink "broken-link" Warning "A message has a link that leads nowhere."
        "Type the whole address of the website, beginning with https.";
    UserWithoutAddress "user-without-address" Warning "An email goes to a user who has no email address."
        "Add the user's email address in the directory.";
    BadAddress "bad-address" Warning "An address that isn't an email address is typed as the recipient."
        "Type an address such as `name@example.com`.";
    TagAppliedAndRemoved "tag-applied-and-removed" Warning "An item applies and removes the same tag, which ends up applied."
        "Remove the tag from one of the two lists.";
    NoLicense "no-license" Warning "Add to CustomerHub is used without a licence in the campaign's directory."
        "Enter the licence in the directory, or remove the item.";
    UnknownMember "unknown-member" Warning "A round robin has a member who isn't in the directory."
        "Choose a user from the directory, or add this one.";
    NoEligibleUser "no-eligible-user" Warning "A round robin that is used has no member it can choose."
        "Add a member with a maximum of 1 or more.";
    DuplicateName "duplicate-name" Warning "Two entries in a list have the same name."
        "Rename or remove one of them.";
    BlankName "blank-name" Warning "A name in a list is blank."
        "Type a name, or remove the entry.";
    UnknownSequence "unknown-sequence" Warning "A rehearsal is of a sequence that doesn't exist."
        "Choose a sequence of the campaign.";
    UnknownBreakpoint "unknown-breakpoint" Warning "A rehearsal has a breakpoint at an item that doesn't exist."
        "Choose an item of the rehearsal's sequence, or remove the breakpoint.";
    RehearsalEndsTooSoon "rehearsal-ends-too-soon" Warning "A rehearsal ends before any contact enters."
        "Let it end later, or let contacts enter earlier.";
    RehearsalWithoutPeople "rehearsal-without-people" Warning "A rehearsal has no contacts."
        "Add contacts, or generate some.";
    BadContactAddress "bad-contact-address" Warning "Contacts have an address that is none, so no email reaches them."
        "Correct the addresses in the list of contacts.";
    UnknownOwner "unknown-owner" Warning "Contacts have an owner who isn't in the directory."
        "Add the user to the directory, or correct the contacts.";
    NobodyHasOwner "nobody-has-owner" Warning "An item needs the contact's owner, and no contact has one."
        "Assign an owner earlier, or fill in the owners of the contacts.";
    NobodyHasDate "nobody-has-date" Warning "An item reads a date field that is empty for all contacts."
        "Choose another field, or fill it in for the contacts.";
    NobodyHasField "nobody-has-field" Warning "A text or list uses a field that is empty for all contacts."
        "Fill it in for the contacts, or remove it from the text or list.";
    NobodyHasAddress "nobody-has-address" Warning "No contact has the address this item sends to."
        "Fill in the addresses of the contacts.";
    TimerAfterTimer "timer-after-timer" Hint "A timer comes directly after another timer."
        "Combine the two into one timer, unless you want both waits.";
    MixedTimers "mixed-timers" Hint "Timers of several kinds come directly after one Start, which some marketing programs don't accept."
        "Give each kind of timer a Start of its own.";
    TimerAtEnd "timer-at-end" Hint "Nothing comes after a timer."
        "Add what should happen after the wait, or remove the timer.";
    TimerNeverWaits "timer-never-waits" Hint "A delay timer never waits."
        "Choose a wait, days or a time of day, or remove the timer.";
    NoMergeField "no-merge-field" Hint "An email to the contact has no merge field: all contacts get the same text."
        "Add a merge field, such as `~Contact.FirstName~`.";
    BlankText "blank-text" Hint "A text is blank."
        "Write the text.";
    EmptyQueue "empty-queue" Hint "A fulfilment list waits for 0 contacts."
        "Choose 1 or more contacts, or don't wait for a number of contacts.";
    WaitUnderADay "wait-under-a-day" Hint "In a run, a timer of a day or more released contacts after less than 24 hours: days are dates."
        "Choose a time of day, or let the campaign's rules count days from the time of arrival.";
    DueOutOfHours "due-out-of-hours" Hint "In a run, most contacts got a message outside Monday to Friday, 07:00 to 21:00."
        "Let the timer before it run on weekdays, at a time of day.";
}
