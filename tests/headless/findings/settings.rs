//! Findings about the settings of one item: missing, impossible or unusual ones.

cases! {
    draft_email:
    "1 Start: Start
     2 Welcome (draft): EMAIL" => "
     warning draft item 2: Email “Welcome” (item 2) is a draft: it is skipped for all contacts. [Mark ready]";
    item_that_lacks_settings_is_not_also_a_draft:
    r#"1 Start: Start
     2 Welcome (draft): Email(subject: "")
     3 (draft): CreateTask()
     4 Tag: ApplyRemoveTag(apply: [""])
     5 Assign: AssignOwner(assign: RoundRobin(""))
     6 Order: CreateOrder()"# => "
     error not-configured item 2: Email “Welcome” (item 2) lacks a recipient, a subject and a body, so it is skipped for all contacts.
     error not-configured item 3: Create task (item 3) lacks a title and a user to assign it to, so it is skipped for all contacts.
     error not-configured item 4: Apply or remove tag “Tag” (item 4) lacks a tag, so it is skipped for all contacts.
     error not-configured item 5: Assign owner “Assign” (item 5) lacks a round robin, so it is skipped for all contacts.
     error not-configured item 6: Create order “Order” (item 6) lacks a product and a payment method, so it is skipped for all contacts.";
    timer_not_set_up_says_whom_it_holds_back:
    "1 Start: Start
     2 First: UNSET
     3 Welcome: EMAIL
     4 Second: UNSET
     5 Offer: EMAIL
     6 Third: UNSET" => "
     error timer-not-set-up item 2: Delay timer “First” (item 2) is not set up, so it holds every contact who reaches it, and the 4 items after it never run.
     error timer-not-set-up item 4: Delay timer “Second” (item 4) is not set up, so it holds every contact who reaches it, and the 2 items after it never run.
     error timer-not-set-up item 6: Delay timer “Third” (item 6) is not set up, so it holds every contact who reaches it.";
    timer_set_up_in_part:
    r#"1 Start: Start
     2 Delay: DelayTimer(schedule: (wait: 3651, unit: Days, run_on: Days([]), time: Between("17:00", "09:00")))
     3 Tag: TAG
     4 Day: DelayTimer(schedule: (wait: 1, unit: Days, run_on: DayOfMonth(32), time: AnyTime, zone: Campaign))
     5 Tag: TAG
     6 Date: DateTimer(schedule: (on: Range("2026-07-05", "2026-07-01"), time: AnyTime, zone: Campaign))
     7 Tag: TAG
     8 Decade: DateTimer(schedule: (on: Range("2026-01-01", "2056-01-01"), time: AnyTime, zone: Campaign))
     9 Tag: TAG
     10 Field: FieldTimer(schedule: (offset: Before(121, Months), time: AnyTime, zone: Contact))
     11 Tag: TAG"# => "
     error timer-not-set-up item 2: Delay timer “Delay” (item 2) is not set up (it lacks the time zone; its time, between 17:00 and 09:00, goes over midnight, which a timer's time can't; its wait is longer than 3650 days; no day of the week is chosen), so it holds every contact who reaches it, and the 9 items after it never run.
     error timer-not-set-up item 4: Delay timer “Day” (item 4) is not set up (its day of the month isn't between 1 and 31), so it holds every contact who reaches it, and the 7 items after it never run.
     error timer-not-set-up item 6: Date timer “Date” (item 6) is not set up (its last date is before its first), so it holds every contact who reaches it, and the 5 items after it never run.
     error timer-not-set-up item 8: Date timer “Decade” (item 8) is not set up (its dates span more than ten years), so it holds every contact who reaches it, and the 3 items after it never run.
     error timer-not-set-up item 10: Field timer “Field” (item 10) is not set up (it lacks the field and the year; its offset is longer than 120 months), so it holds every contact who reaches it, and the item after it never runs.";
    field_timer_on_a_field_that_holds_no_date:
    r#"1 Start: Start
     2 Plan: FieldTimer(schedule: (field: "plan", offset: On, year: FromField, time: AnyTime, zone: Campaign))
     3 Tag: TAG
     4 Both: FieldTimer(schedule: (field: "plan", offset: On, year: FromField, zone: Campaign))
     5 Review: CreateAppointment(title: "Review", user: "kim", basis: Field("email"))"# => "
     error field-holds-no-date item 2: Field timer “Plan” (item 2) doesn't work: `plan` isn't a date field, so it holds every contact who reaches it, and the 3 items after it never run.
     error timer-not-set-up item 4: Field timer “Both” (item 4) is not set up (it lacks the time of day), so it holds every contact who reaches it, and the item after it never runs.
     error field-holds-no-date item 4: Field timer “Both” (item 4) doesn't work: `plan` isn't a date field, so it holds every contact who reaches it, and the item after it never runs.
     error field-holds-no-date item 5: Create appointment “Review” (item 5) doesn't work: `email` isn't a date field, so it is skipped for all contacts.";
    set_field_value:
    r#"1 Start: Start
     2 Rename: SetFieldValue(field: "first_name", value: Text("Ann"))
     3 Merge: SetFieldValue(field: "plan", value: Text("~Contact.City~"))
     4 Kind: SetFieldValue(field: "renewal_date", value: Number("3"))"# => "
     error protected-field item 2: Set field value “Rename” (item 2) doesn't work: `first_name` can't be changed, so it is skipped for all contacts.
     error merge-field-in-value item 3: Set field value “Merge” (item 3) has a merge field in its value, so it is skipped for all contacts.
     error value-does-not-fit item 4: Set field value “Kind” (item 4) has a value that doesn't fit its field, so it is skipped for all contacts.";
    http_post:
    r#"1 Start: Start
     2 Port: SendHttpPost(url: "https://example.com:8080/hook")
     3 Scheme: SendHttpPost(url: "ftp://example.com/hook")
     4 Words: SendHttpPost(url: "our website")
     5 Fine: SendHttpPost(url: "http://example.com:80/hook")"# => "
     error bad-port item 2: Send HTTP post “Port” (item 2) can't send to `https://example.com:8080/hook`: only the ports 80 and 443 are allowed, so it is skipped for all contacts. [Use `https://example.com/hook`]
     error bad-url item 3: Send HTTP post “Scheme” (item 3) can't send to `ftp://example.com/hook`: it begins with neither http:// nor https://, so it is skipped for all contacts.
     error bad-url item 4: Send HTTP post “Words” (item 4) can't send to `our website`: it isn't a web address, so it is skipped for all contacts.";
    opportunity_for_a_user_who_is_no_sales_rep:
    r#"1 Start: Start
     2 Deal: CreateOpportunity(title: "Deal", assign: User("lee"), stage: "New")"# => "
     error not-a-sales-rep item 2: Create opportunity “Deal” (item 2) doesn't work: user `lee` isn't a sales rep, so it is skipped for all contacts. [Make `lee` a sales rep]";
    owner_assigned_from_the_owner:
    "1 Start: Start
     2 Owner: AssignOwner(assign: Owner)" => "
     error owner-assigns-owner item 2: Assign owner “Owner” (item 2) is set to assign the current owner, so it is skipped for all contacts.";
    customer_hub_without_licence:
    "directory: customer_hub: false
     1 Start: Start
     2 Hub: AddToCustomerHub" => "
     warning no-license item 2: Add to CustomerHub “Hub” (item 2) is skipped for all contacts: the campaign's directory has no CustomerHub licence. [Add the licence]";
    links_that_lead_nowhere:
    r#"1 Start: Start
     2 Offer: Email(to: Contact, subject: "For ~Contact.FirstName~", body: "<a href='~Contact.plan~'>Yours</a>, <a href=''>there</a> and http:// or <a href=''>there</a>")
     3 Phone: TextMessage(body: "Go [there](http://exa mple.com), ~Contact.FirstName~")
     4 Post: SendHttpPost(url: "https://example.com")"# => "
     warning broken-link item 2: Email “Offer” (item 2) has a broken link in its body: “there” has no web address.
     warning broken-link item 2: Email “Offer” (item 2) has a broken link in its body: “http://” has a web address without the name of a website.
     warning broken-link item 3: Text message “Phone” (item 3) has a broken link in its body: “there” has a web address with a blank in the name of the website.";
    addresses_that_are_none:
    r#"directory: users: [(id: "kim", name: "Kim")]
     1 Start: Start
     2 Tell Kim: Email(to: User("kim"), subject: "New", body: "New.")
     3 Office: Email(to: Address("office"), subject: "New", body: "New.")
     4 Gifts: FulfillmentList(name: "Gifts", deliver: Email("a@b@c"), columns: ["email"])
     5 Fine: Email(to: Address("a@b"), subject: "New", body: "New.")"# => "
     warning user-without-address item 2: Email “Tell Kim” (item 2) goes to the user `kim`, who has no email address.
     warning bad-address item 3: Email “Office” (item 3) goes to `office`, which isn't an email address.
     warning bad-address item 4: Fulfilment list “Gifts” (item 4) goes to `a@b@c`, which isn't an email address.";
    tag_applied_and_removed:
    r#"1 Start: Start
     2 Tags: ApplyRemoveTag(apply: ["Customer", "Newsletter"], remove: ["Customer"])"# => "
     warning tag-applied-and-removed item 2: Apply or remove tag “Tags” (item 2) applies and removes the tag `Customer`, which ends up applied. [Don't remove `Customer`]";
    fulfilment_queue_of_nobody:
    r#"1 Start: Start
     2 Gifts: FulfillmentList(name: "Gifts", deliver: Dashboard("kim"), queue: (count: 0, within_days: 7), columns: ["city"])"# => "
     hint empty-queue item 2: Fulfilment list “Gifts” (item 2) waits for 0 contacts. [Don't wait]";
    timer_that_never_waits:
    "1 Start: Start
     2 Zero: DelayTimer(schedule: (wait: 0, unit: Days, run_on: AnyDay, time: AnyTime, zone: Campaign))
     3 Welcome: EMAIL" => "
     hint timer-never-waits item 2: Delay timer “Zero” (item 2) never waits.";
    birthday_in_the_year_of_birth:
    r#"1 Start: Start
     2 Birthday: FieldTimer(schedule: (field: "birthday", offset: On, year: FromField, time: AnyTime, zone: Campaign))
     3 Welcome: EMAIL"# => "
     warning year-of-birth item 2: Field timer “Birthday” (item 2) waits for the day of birth itself, which has passed long ago. [Use the next occurrence]";
    texts:
    r#"1 Start: Start
     2 Same for all: Email(to: Contact, subject: "News", body: "Hello.")
     3 Wait: WAIT
     4 Blank: Email(to: Contact, subject: "  ", body: "Hello.")
     5 Staff: Email(to: User("kim"), subject: "News", body: "Hello.")
     6 Note: ApplyNote(title: "Title", body: " \n ")"# => "
     hint no-merge-field item 2: Email “Same for all” (item 2) has no merge field: all contacts get the same text.
     hint blank-text item 4: The subject of Email “Blank” (item 4) is blank.
     hint blank-text item 6: The body of Apply note “Note” (item 6) is blank.";
    unknown_merge_fields_in_a_fixed_address:
    r#"1 Start: Start
     2 Office: Email(to: Address("~Contact.Compny~@example.com"), subject: "News", body: "Hello.")"# => "
     warning unknown-merge-field item 2: Email “Office” (item 2) has the unknown merge field `~Contact.Compny~` in its address, which is shown as typed. [Use `~Contact.Company~`]";
    unknown_merge_fields:
    r#"1 Start: Start
     2 Welcome: Email(to: Contact, subject: "~FirstName~", body: "~contact.firstname~, ~FirstName~, ~Contact.Shoe~ ~Contact.Plan~ ~Owner.Nane~")
     3 Hook: SendHttpPost(url: "https://example.com", pairs: [("city", "~Contact.Cty~"), ("half", "a ~ alone")])
     4 Long: Letter(body: "about ~5 people\nor, as the case may be, quite a few more of them, or ~6")"# => "
     warning unknown-merge-field item 2: Email “Welcome” (item 2) has the unknown merge field `~FirstName~` in its subject, which is shown as typed. [Use `~Contact.FirstName~`]
     warning unknown-merge-field item 2: Email “Welcome” (item 2) has the unknown merge field `~contact.firstname~` in its body, which is shown as typed. [Use `~Contact.FirstName~`]
     warning unknown-merge-field item 2: Email “Welcome” (item 2) has the unknown merge field `~Contact.Shoe~` in its body, which is shown as typed. [Create text field `Shoe`]
     warning unknown-merge-field item 2: Email “Welcome” (item 2) has the unknown merge field `~Contact.Plan~` in its body, which is shown as typed. [Use `~Contact.plan~`]
     warning unknown-merge-field item 2: Email “Welcome” (item 2) has the unknown merge field `~Owner.Nane~` in its body, which is shown as typed. [Use `~Owner.Name~`]
     warning unknown-merge-field item 3: Send HTTP post “Hook” (item 3) has the unknown merge field `~Contact.Cty~` in its pairs, which is shown as typed. [Use `~Contact.City~`]
     warning unknown-merge-field item 4: Letter “Long” (item 4) has the unknown merge field `~5 people or, as the case may be, quite a few more of them, …` in its body, which is shown as typed.";
}
