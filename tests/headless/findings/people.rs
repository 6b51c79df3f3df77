//! Rules that need contacts: without contacts they find nothing, and they report only what affects every contact.

cases! {
    date_passed_before_anybody_enters:
    "1 Start: Start
     2 July: JULY
     3 Welcome: EMAIL
     person email=a@example.com first_name=Ann entered=2026-07-06T10:00Z
     person email=b@example.com entered=2026-07-05T04:00Z" => "
     warning date-passed item 2: Date timer “July” (item 2) has passed before any contact enters: its last date is Sat 4 Jul 2026, and the first contact enters on Sun 5 Jul 2026 00:00. [Move to Sun 4 Jul 2027]";
    date_that_the_first_contact_meets_by_a_second:
    "1 Start: Start
     2 July: JULY
     3 Welcome: EMAIL
     person email=a@example.com first_name=Ann entered=2026-07-06T10:00Z
     person email=b@example.com entered=2026-07-05T03:59:59Z" => "";
    date_passed_at_the_default_entry_is_not_told_again_as_descending:
    r#"1 Start: Start
     2 August: DateTimer(schedule: (on: Date("2026-08-01"), time: AnyTime, zone: Campaign))
     3 Welcome: EMAIL
     4 July: JULY
     5 Offer: EMAIL
     enter 2026-07-20T00:00Z
     person email=a@example.com first_name=Ann"# => "
     warning date-passed item 4: Date timer “July” (item 4) has passed before any contact enters: its last date is Sat 4 Jul 2026, and the first contact enters on Sun 19 Jul 2026 20:00. [Move to Sun 4 Jul 2027]";
    date_on_the_contacts_own_clocks:
    r#"1 Start: Start
     2 Kiritimati is over: DateTimer(schedule: (on: Date("2026-07-03"), time: AnyTime, zone: Contact))
     3 Welcome: EMAIL
     4 Honolulu is not: DateTimer(schedule: (on: Date("2026-07-04"), time: AnyTime, zone: Contact))
     5 Offer: EMAIL
     person email=a@example.com first_name=Ann entered=2026-07-05T09:00Z time_zone=Pacific/Kiritimati
     person email=b@example.com entered=2026-07-05T09:00Z time_zone=Pacific/Honolulu"# => "
     warning date-passed item 2: Date timer “Kiritimati is over” (item 2) has passed before any contact enters: its last date is Fri 3 Jul 2026, and the first contact enters on Sun 5 Jul 2026 05:00. [Move to Sat 3 Jul 2027]";
    addresses_that_are_none:
    "1 Start: Start
     2 Welcome: EMAIL
     person email=ann@example.com first_name=Ann
     person email=bo-at-example.com first_name=Bo last_name=Berg
     person email=cy@localhost
     person first_name=Di" => "
     warning bad-contact-address contacts: 2 contacts have an address that is none. The first is “bo-at-example.com”, of Bo Berg.";
    one_address_that_is_none:
    "1 Start: Start
     2 Welcome: EMAIL
     person email=ann@example.com first_name=Ann
     person email=bo@@example.com first_name=Bo" => "
     warning bad-contact-address contacts: 1 contact has an address that is none. It is “bo@@example.com”, of Bo.";
    owners_who_are_no_users:
    "1 Start: Start
     2 Welcome: EMAIL
     person email=a@example.com first_name=Ann owner=kin
     person email=b@example.com owner=kim
     person email=c@example.com owner=robin
     person email=d@example.com owner=robin" => "
     warning unknown-owner contacts: 1 contact has the owner `kin`, who isn't in the directory.
     warning unknown-owner contacts: 2 contacts have the owner `robin`, who isn't in the directory. [Create user `robin`]";
    many_unknown_owners_are_counted:
    "1 Start: Start
     2 Welcome: EMAIL
     person email=a@example.com first_name=Ann owner=unknown-01
     person owner=unknown-02
     person owner=unknown-03
     person owner=unknown-04
     person owner=unknown-05
     person owner=unknown-06
     person owner=unknown-07
     person owner=unknown-08
     person owner=unknown-09
     person owner=unknown-10
     person owner=unknown-11
     person owner=unknown-11
     person owner=unknown-12" => "
     warning unknown-owner contacts: 1 contact has the owner `unknown-01`, who isn't in the directory. [Create user `unknown-01`]
     warning unknown-owner contacts: 1 contact has the owner `unknown-02`, who isn't in the directory. [Create user `unknown-02`]
     warning unknown-owner contacts: 1 contact has the owner `unknown-03`, who isn't in the directory. [Create user `unknown-03`]
     warning unknown-owner contacts: 1 contact has the owner `unknown-04`, who isn't in the directory. [Create user `unknown-04`]
     warning unknown-owner contacts: 1 contact has the owner `unknown-05`, who isn't in the directory. [Create user `unknown-05`]
     warning unknown-owner contacts: 1 contact has the owner `unknown-06`, who isn't in the directory. [Create user `unknown-06`]
     warning unknown-owner contacts: 1 contact has the owner `unknown-07`, who isn't in the directory. [Create user `unknown-07`]
     warning unknown-owner contacts: 1 contact has the owner `unknown-08`, who isn't in the directory. [Create user `unknown-08`]
     warning unknown-owner contacts: 1 contact has the owner `unknown-09`, who isn't in the directory. [Create user `unknown-09`]
     warning unknown-owner contacts: 1 contact has the owner `unknown-10`, who isn't in the directory. [Create user `unknown-10`]
     warning unknown-owner contacts: 3 contacts have 2 more owners who aren't in the directory.";
    owner_needed_and_nobody_has_one:
    r#"1 Start: Start
     2 Call: CreateTask(title: "Call", assign: Owner)
     3 Note: ApplyNote(title: "For ~Owner.Name~")
     person email=a@example.com"# => "
     warning nobody-has-owner item 2: No contact has an owner, needed by Create task “Call” (item 2) and 1 other item.";
    dates_nobody_has:
    r#"1 Start: Start
     2 Birthday: BIRTHDAY
     3 Review: CreateAppointment(title: "Review", user: "kim", basis: Field("anniversary"))
     4 Renewal: RENEWAL
     5 Call: CreateAppointment(title: "Call", user: "kim", basis: Field("renewal_date"))
     person email=a@example.com renewal_date=2026-09-01"# => "
     warning nobody-has-date item 2: Field timer “Birthday” (item 2) reads “birthday”, but no contact has a date there, so all contacts skip ahead.
     warning nobody-has-date item 3: Create appointment “Review” (item 3) reads “anniversary”, but no contact has a date there, so it is skipped for all contacts.";
    field_set_on_the_way_is_told_once_and_is_there_for_what_reads_it_later:
    r#"1 Start: Start
     2 Stamp: STAMP
     3 Renewal: RENEWAL
     4 Call: CreateAppointment(title: "Call", user: "kim", basis: Field("renewal_date"))
     5 Note: ApplyNote(title: "Renewed ~Contact.renewal_date~")
     person email=a@example.com"# => "
     warning field-read-at-entry item 3: Field timer “Renewal” (item 3) reads “Renewal date” when contacts enter, before “Stamp” (item 2) sets it. [Read fields on arrival]";
    field_read_on_arrival_may_have_been_set:
    r#"rules: field_timers_read: OnArrival
     1 Start: Start
     2 Stamp: STAMP
     3 Renewal: RENEWAL
     4 Tag: TAG
     person email=a@example.com"# => "";
    fields_nobody_has_are_told_once:
    r#"1 Start: Start
     2 Letter to: ApplyNote(title: "~Contact.Company~ ~Contact.City~ ~Contact.Company~")
     3 Again: ApplyNote(title: "~Contact.Company~")
     4 Gifts: FulfillmentList(name: "Gifts", deliver: Dashboard("kim"), columns: ["company", "plan", "tags", "email_status", "time_zone", "entered"])
     person email=a@example.com city=Hudson"# => "
     warning nobody-has-field item 2: No contact has a value in “company”, used by Apply note “Letter to” (item 2) and 2 other items.
     warning nobody-has-field item 4: No contact has a value in “time zone”, “tags”, “entered” or “Plan”, used by Fulfilment list “Gifts” (item 4).";
    a_field_in_a_fixed_address_that_nobody_has:
    r#"1 Start: Start
     2 Office: Email(to: Address("~Contact.Company~@example.com"), subject: "News", body: "Hello.")
     person email=a@example.com"# => "
     warning nobody-has-field item 2: No contact has a value in “company”, used by Email “Office” (item 2).";
    addresses_nobody_has:
    r#"1 Start: Start
     2 Welcome: EMAIL
     3 Hub: AddToCustomerHub
     4 Fax: Fax(body: "Price list")
     5 Letter: Letter(body: "Dear customer")
     6 Letter: Letter(body: "Dear customer")
     7 Reminder: TextMessage(body: "Tomorrow at ten")
     person first_name=Ann street=Main city=Hudson
     person country=US"# => "
     warning nobody-has-address item 2: No contact has an email address, so Email “Welcome” (item 2) is skipped for all contacts.
     warning nobody-has-address item 3: No contact has an email address for a user name, so Add to CustomerHub “Hub” (item 3) is skipped for all contacts.
     warning nobody-has-address item 4: No contact has a fax number, so Fax (item 4) is skipped for all contacts.
     warning nobody-has-address item 5: No contact has a street, a city and a country, so Letter (item 5) and 1 other item are skipped for all contacts.
     warning nobody-has-address item 7: No contact has a phone number, so Text message “Reminder” (item 7) is skipped for all contacts.";
    addresses_that_may_not_be_written_to:
    "1 Start: Start
     2 Welcome: EMAIL
     3 Wait: WAIT
     4 Offer: EMAIL
     person first_name=Ann email=a@example.com email_status=unsubscribed
     person email_status=confirmed" => "
     warning nobody-has-address item 2: No contact has an email address that allows marketing email, so Email “Welcome” (item 2) and 1 other item are skipped for all contacts.";
}
