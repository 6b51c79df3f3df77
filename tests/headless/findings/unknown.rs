//! Names that aren't in the directory: each gives one finding, and its item doesn't also count as not set up.

cases! {
    unknown_tag_alone_is_told:
    r#"1 Start: Start
     2 Tags: ApplyRemoveTag(apply: ["Custmer", "Custmer"], remove: ["VIP"])"# => "
     error unknown-tag item 2: Apply or remove tag “Tags” (item 2) names the tag `Custmer`, which isn't in the directory, so it is skipped for all contacts. [Use `Customer`]
     error unknown-tag item 2: Apply or remove tag “Tags” (item 2) names the tag `VIP`, which isn't in the directory, so it is skipped for all contacts. [Create tag `VIP`]";
    unknown_user:
    r#"1 Start: Start
     2 Call: CreateTask(title: "Call", assign: User("kin"))
     3 Mail: Email(to: User("Lee Novak"), subject: "New", body: "New.")
     4 Review: CreateAppointment(title: "Review", user: "somebody", basis: EntryDate, minutes: 30)
     5 Gifts: FulfillmentList(name: "Gifts", deliver: Dashboard("nobody"), columns: ["email"])"# => "
     error unknown-user item 2: Create task “Call” (item 2) names the user `kin`, who isn't in the directory, so it is skipped for all contacts. [Use `kim`]
     error unknown-user item 3: Email “Mail” (item 3) names the user `Lee Novak`, who isn't in the directory, so it is skipped for all contacts. [Use `lee`]
     error unknown-user item 4: Create appointment “Review” (item 4) names the user `somebody`, who isn't in the directory, so it is skipped for all contacts. [Create user `somebody`]
     error unknown-user item 5: Fulfilment list “Gifts” (item 5) names the user `nobody`, who isn't in the directory, so it is skipped for all contacts. [Create user `nobody`]";
    unknown_round_robin_and_stage:
    r#"1 Start: Start
     2 Deal: CreateOpportunity(title: "Deal", assign: RoundRobin("rep"), stage: "new")"# => "
     error unknown-round-robin item 2: Create opportunity “Deal” (item 2) names the round robin `rep`, which isn't in the directory, so it is skipped for all contacts. [Use `reps`]
     error unknown-stage item 2: Create opportunity “Deal” (item 2) names the stage `new`, which isn't in the directory, so it is skipped for all contacts. [Use `New`]";
    unknown_product:
    r#"1 Start: Start
     2 Order: CreateOrder(products: [("Starter kit", 1)], payment: InvoiceOnly)"# => "
     error unknown-product item 2: Create order “Order” (item 2) names the product `Starter kit`, which isn't in the directory, so it is skipped for all contacts. [Use `starter`]";
    unknown_action_set:
    r#"1 Start: Start
     2 Actions: ActionSet(name: "Start over")"# => "
     error unknown-action-set item 2: Action set “Actions” (item 2) names the action set `Start over`, which isn't in the directory, so it is skipped for all contacts. [Create action set `Start over`]";
    unknown_columns:
    r#"1 Start: Start
     2 Gifts: FulfillmentList(name: "Gifts", deliver: Dashboard("kim"), columns: ["FirstName", "shoe_size"])"# => "
     error unknown-column item 2: Fulfilment list “Gifts” (item 2) names the column `FirstName`, which no contact can have, so it is skipped for all contacts. [Use `first_name`]
     error unknown-column item 2: Fulfilment list “Gifts” (item 2) names the column `shoe_size`, which no contact can have, so it is skipped for all contacts. [Create text field `shoe_size`]";
    unknown_fields:
    r#"1 Start: Start
     2 Renewal: FieldTimer(schedule: (field: "renewal_dte", offset: On, year: FromField, time: AnyTime, zone: Campaign))
     3 Set: SetFieldValue(field: "colour", value: Text("red"))
     4 Review: CreateAppointment(title: "Review", user: "kim", basis: Field("brithday"), minutes: 30)"# => "
     error unknown-field item 2: Field timer “Renewal” (item 2) names the field `renewal_dte`, which no contact can have, so it holds every contact who reaches it, and the 2 items after it never run. [Use `renewal_date`]
     error unknown-field item 3: Set field value “Set” (item 3) names the field `colour`, which no contact can have, so it is skipped for all contacts. [Create text field `colour`]
     error unknown-field item 4: Create appointment “Review” (item 4) names the field `brithday`, which no contact can have, so it is skipped for all contacts. [Use `birthday`]";
}
