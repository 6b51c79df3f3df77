//! Findings about the settings of one item: missing, impossible or unusual ones.

cases! {
    draft_email:
    "1 Start: Start
     2 Welcome (draft): EMAIL" => "
     warning draft item 2: Email “Welcome” (item 2) is a draft: it is skipped for everyone. [Mark ready]";
    item_that_lacks_settings_is_not_also_a_draft:
    r#"1 Start: Start
     2 Welcome (draft): Email(subject: "")
     3 (draft): CreateTask()
     4 Tag: ApplyRemoveTag(apply: [""])
     5 Assign: AssignOwner(assign: RoundRobin(""))
     6 Order: CreateOrder()"# => "
     error not-configured item 2: Email “Welcome” (item 2) lacks a recipient, a subject and a body, so it is skipped for everyone.
     error not-configured item 3: Create task (item 3) lacks a title and somebody to assign it to, so it is skipped for everyone.
     error not-configured item 4: Apply or remove tag “Tag” (item 4) lacks a tag, so it is skipped for everyone.
     error not-configured item 5: Assign owner “Assign” (item 5) lacks a round robin, so it is skipped for everyone.
     error not-configured item 6: Create order “Order” (item 6) lacks a product and a way to pay, so it is skipped for everyone.";
    timer_not_set_up_says_whom_it_holds_back:
    "1 Start: Start
     2 First: UNSET
     3 Welcome: EMAIL
     4 Second: UNSET
     5 Offer: EMAIL
     6 Third: UNSET" => "
     error timer-not-set-up item 2: Delay timer “First” (item 2) is not set up, so it holds everybody who reaches it, and the 4 items behind it never run.
     error timer-not-set-up item 4: Delay timer “Second” (item 4) is not set up, so it holds everybody who reaches it, and the 2 items behind it never run.
     error timer-not-set-up item 6: Delay timer “Third” (item 6) is not set up, so it holds everybody who reaches it.";
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
     error timer-not-set-up item 2: Delay timer “Delay” (item 2) is not set up (it lacks the time zone; its window of time ends before it begins; its wait is longer than 3650 days; no day of the week is chosen), so it holds everybody who reaches it, and the 9 items behind it never run.
     error timer-not-set-up item 4: Delay timer “Day” (item 4) is not set up (its day of the month does not lie between 1 and 31), so it holds everybody who reaches it, and the 7 items behind it never run.
     error timer-not-set-up item 6: Date timer “Date” (item 6) is not set up (its last date lies before its first), so it holds everybody who reaches it, and the 5 items behind it never run.
     error timer-not-set-up item 8: Date timer “Decade” (item 8) is not set up (its dates span more than ten years), so it holds everybody who reaches it, and the 3 items behind it never run.
     error timer-not-set-up item 10: Field timer “Field” (item 10) is not set up (it lacks the field and the year; its offset is longer than 120 months), so it holds everybody who reaches it, and the item behind it never runs.";
    field_timer_on_a_field_that_holds_no_date:
    r#"1 Start: Start
     2 Plan: FieldTimer(schedule: (field: "plan", offset: On, year: FromField, time: AnyTime, zone: Campaign))
     3 Tag: TAG
     4 Both: FieldTimer(schedule: (field: "plan", offset: On, year: FromField, zone: Campaign))
     5 Review: CreateAppointment(title: "Review", user: "kim", basis: Field("email"))"# => "
     error field-holds-no-date item 2: Field timer “Plan” (item 2) does not work: `plan` holds no date, so it holds everybody who reaches it, and the 3 items behind it never run.
     error timer-not-set-up item 4: Field timer “Both” (item 4) is not set up (it lacks the time of day), so it holds everybody who reaches it, and the item behind it never runs.
     error field-holds-no-date item 4: Field timer “Both” (item 4) does not work: `plan` holds no date, so it holds everybody who reaches it, and the item behind it never runs.
     error field-holds-no-date item 5: Create appointment “Review” (item 5) does not work: `email` holds no date, so it is skipped for everyone.";
    set_field_value:
    r#"1 Start: Start
     2 Rename: SetFieldValue(field: "first_name", value: Text("Ann"))
     3 Merge: SetFieldValue(field: "plan", value: Text("~Contact.City~"))
     4 Kind: SetFieldValue(field: "renewal_date", value: Number("3"))"# => "
     error protected-field item 2: Set field value “Rename” (item 2) does not work: `first_name` can't be updated, so it is skipped for everyone.
     error merge-field-in-value item 3: Set field value “Merge” (item 3) has a merge field in its value, so it is skipped for everyone.
     error value-does-not-fit item 4: Set field value “Kind” (item 4) has a value that does not fit its field, so it is skipped for everyone.";
    http_post:
    r#"1 Start: Start
     2 Port: SendHttpPost(url: "https://example.com:8080/hook")
     3 Scheme: SendHttpPost(url: "ftp://example.com/hook")
     4 Words: SendHttpPost(url: "our website")
     5 Fine: SendHttpPost(url: "http://example.com:80/hook")"# => "
     error bad-port item 2: Send HTTP post “Port” (item 2) cannot send to `https://example.com:8080/hook`: only the ports 80 and 443 are allowed, so it is skipped for everyone. [Use `https://example.com/hook`]
     error bad-url item 3: Send HTTP post “Scheme” (item 3) cannot send to `ftp://example.com/hook`: it begins with neither http:// nor https://, so it is skipped for everyone.
     error bad-url item 4: Send HTTP post “Words” (item 4) cannot send to `our website`: it is no web address, so it is skipped for everyone.";
    opportunity_for_a_user_who_is_no_sales_rep:
    r#"1 Start: Start
     2 Deal: CreateOpportunity(title: "Deal", assign: User("lee"), stage: "New")"# => "
     error not-a-sales-rep item 2: Create opportunity “Deal” (item 2) does not work: user `lee` is no sales rep, so it is skipped for everyone. [Make `lee` a sales rep]";
    owner_assigned_from_the_owner:
    "1 Start: Start
     2 Owner: AssignOwner(assign: Owner)" => "
     error owner-assigns-owner item 2: Assign owner “Owner” (item 2) takes the owner from the owner, so it is skipped for everyone.";
    customer_hub_without_licence:
    "directory: customer_hub: false
     1 Start: Start
     2 Hub: AddToCustomerHub" => "
     warning no-license item 2: Add to CustomerHub “Hub” (item 2) is skipped for everyone: the campaign's directory has no CustomerHub licence. [Add the licence]";
    addresses_that_are_none:
    r#"directory: users: [(id: "kim", name: "Kim")]
     1 Start: Start
     2 Tell Kim: Email(to: User("kim"), subject: "New", body: "New.")
     3 Office: Email(to: Address("office"), subject: "New", body: "New.")
     4 Gifts: FulfillmentList(name: "Gifts", deliver: Email("a@b@c"), columns: ["email"])
     5 Fine: Email(to: Address("a@b"), subject: "New", body: "New.")"# => "
     warning user-without-address item 2: Email “Tell Kim” (item 2) goes to the user `kim`, who has no address.
     warning bad-address item 3: Email “Office” (item 3) goes to `office`, which is no email address.
     warning bad-address item 4: Fulfilment list “Gifts” (item 4) goes to `a@b@c`, which is no email address.";
    tag_applied_and_removed:
    r#"1 Start: Start
     2 Tags: ApplyRemoveTag(apply: ["Customer", "Newsletter"], remove: ["Customer"])"# => "
     warning tag-applied-and-removed item 2: Apply or remove tag “Tags” (item 2) applies and removes the tag `Customer`, which ends up applied. [Do not remove `Customer`]";
    fulfilment_queue_of_nobody:
    r#"1 Start: Start
     2 Gifts: FulfillmentList(name: "Gifts", deliver: Dashboard("kim"), queue: (count: 0, within_days: 7), columns: ["city"])"# => "
     hint empty-queue item 2: Fulfilment list “Gifts” (item 2) waits until 0 people are queued. [Use no queue]";
    timer_that_never_waits:
    "1 Start: Start
     2 Zero: DelayTimer(schedule: (wait: 0, unit: Days, run_on: AnyDay, time: AnyTime, zone: Campaign))
     3 Welcome: EMAIL" => "
     hint timer-never-waits item 2: Delay timer “Zero” (item 2) lets everybody through at once.";
    birthday_in_the_year_of_birth:
    r#"1 Start: Start
     2 Birthday: FieldTimer(schedule: (field: "birthday", offset: On, year: FromField, time: AnyTime, zone: Campaign))
     3 Welcome: EMAIL"# => "
     warning year-of-birth item 2: Field timer “Birthday” (item 2) waits for the day of birth itself, which is long past. [Use next occurrence]";
    texts:
    r#"1 Start: Start
     2 Same for all: Email(to: Contact, subject: "News", body: "Hello.")
     3 Wait: WAIT
     4 Blank: Email(to: Contact, subject: "  ", body: "Hello.")
     5 Staff: Email(to: User("kim"), subject: "News", body: "Hello.")
     6 Note: ApplyNote(title: "Title", body: " \n ")"# => "
     hint no-merge-field item 2: Email “Same for all” (item 2) says the same to everybody: it holds no merge field.
     hint blank-text item 4: Email “Blank” (item 4) has nothing but blanks in its subject.
     hint blank-text item 6: Apply note “Note” (item 6) has nothing but blanks in its body.";
    unknown_merge_fields_in_a_fixed_address:
    r#"1 Start: Start
     2 Office: Email(to: Address("~Contact.Compny~@example.com"), subject: "News", body: "Hello.")"# => "
     warning unknown-merge-field item 2: Email “Office” (item 2) has the unknown merge field `~Contact.Compny~` in its address, which stays as it was typed. [Use `~Contact.Company~`]";
    unknown_merge_fields:
    r#"1 Start: Start
     2 Welcome: Email(to: Contact, subject: "~FirstName~", body: "~contact.firstname~, ~FirstName~, ~Contact.Shoe~ ~Contact.Plan~ ~Owner.Nane~")
     3 Hook: SendHttpPost(url: "https://example.com", pairs: [("city", "~Contact.Cty~"), ("half", "a ~ alone")])
     4 Long: Letter(body: "about ~5 people\nor, as the case may be, quite a few more of them, or ~6")"# => "
     warning unknown-merge-field item 2: Email “Welcome” (item 2) has the unknown merge field `~FirstName~` in its subject, which stays as it was typed. [Use `~Contact.FirstName~`]
     warning unknown-merge-field item 2: Email “Welcome” (item 2) has the unknown merge field `~contact.firstname~` in its body, which stays as it was typed. [Use `~Contact.FirstName~`]
     warning unknown-merge-field item 2: Email “Welcome” (item 2) has the unknown merge field `~Contact.Shoe~` in its body, which stays as it was typed.
     warning unknown-merge-field item 2: Email “Welcome” (item 2) has the unknown merge field `~Contact.Plan~` in its body, which stays as it was typed. [Use `~Contact.plan~`]
     warning unknown-merge-field item 2: Email “Welcome” (item 2) has the unknown merge field `~Owner.Nane~` in its body, which stays as it was typed. [Use `~Owner.Name~`]
     warning unknown-merge-field item 3: Send HTTP post “Hook” (item 3) has the unknown merge field `~Contact.Cty~` in its pairs, which stays as it was typed. [Use `~Contact.City~`]
     warning unknown-merge-field item 4: Letter “Long” (item 4) has the unknown merge field `~5 people or, as the case may be, quite a few more of them, …` in its body, which stays as it was typed.";
}
