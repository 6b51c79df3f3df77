//! Findings about the whole campaign: its zone, its lists, its rehearsals.

cases! {
    time_zone_that_does_not_exist:
    "zone: America/NewYork
     1 Start: Start
     2 Welcome: EMAIL" => "
     error unknown-time-zone campaign: The campaign's time zone `America/NewYork` doesn't exist. [Use `America/New_York`]";
    time_zone_by_its_city:
    "zone: New York
     1 Start: Start
     2 Welcome: EMAIL" => "
     error unknown-time-zone campaign: The campaign's time zone `New York` doesn't exist. [Use `America/New_York`]";
    custom_field_with_the_key_of_a_column:
    r#"directory: custom_fields: [(key: "email", kind: Text)]
     1 Start: Start
     2 Welcome: EMAIL"# => "
     error field-key-taken custom field email: The custom field `email` has the key of a contact column.";
    custom_field_with_the_key_of_a_merge_field:
    r#"directory: custom_fields: [(key: "FirstName", kind: Text), (key: "Name", kind: Text)]
     1 Start: Start
     2 Welcome: EMAIL"# => "
     warning merge-field-taken custom field FirstName: The custom field `FirstName` can't be used in a text: `~Contact.FirstName~` is the built-in merge field.";
    names_that_stand_twice_or_are_blank:
    r#"directory: tags: ["A", "A", "", " ", "A", "a"], users: [(id: "kim", name: "Kim"), (id: "kim", name: "Kim 2")], sales_stages: [""]
     1 Start: Start
     2 Welcome: EMAIL
     rehearsals: (name: "R", sequence: "Case", people: File("a.csv"), enter: ByColumn, until: "2026-09-01T00:00"), (name: "R", sequence: "Case", people: File("a.csv"), enter: ByColumn, until: "2026-09-01T00:00")"# => "
     warning duplicate-name user kim: The user `kim` is in its list twice.
     warning duplicate-name tag A: The tag `A` is in its list twice. [Remove the second]
     warning duplicate-name rehearsal R: The rehearsal `R` is in its list twice.
     warning blank-name sales stage : 1 sales stage has a blank name. [Remove blank names]
     warning blank-name tag : 2 tags have a blank name. [Remove blank names]";
    round_robin_with_a_member_who_is_no_user:
    r#"directory: users: [(id: "kim", name: "Kim")], round_robins: [(id: "reps", name: "Reps", logic: ByRatio, members: [("kim", 1), ("kin", 1), ("robin", 1), ("robin", 2)])]
     1 Start: Start
     2 Welcome: EMAIL"# => "
     warning unknown-member round robin reps: The round robin “Reps” has the member `kin`, who isn't in the directory. [Use `kim`]
     warning unknown-member round robin reps: The round robin “Reps” has the member `robin`, who isn't in the directory. [Create user `robin`]";
    round_robin_in_use_without_anybody_to_choose:
    r#"directory: users: [(id: "kim", name: "Kim")], round_robins: [(id: "reps", name: "Reps", logic: ByRatio, members: [("kim", 0)]), (id: "none", name: "", logic: OnePerRound), (id: "unused", name: "Unused", logic: OnePerRound)]
     1 Start: Start
     2 Owner: AssignOwner(assign: RoundRobin("reps"))
     3 Owner: AssignOwner(assign: RoundRobin("none"))
     4 Call: CreateTask(title: "Call", assign: RoundRobin("none"))"# => "
     warning no-eligible-user round robin reps: The round robin “Reps” has only members whose maximum is 0, so 1 item that uses it is skipped for all contacts.
     warning no-eligible-user round robin none: The round robin “none” has no members, so 2 items that use it are skipped for all contacts.";
    rehearsals:
    r#"1 Start: Start
     2 Welcome: EMAIL
     rehearsals: (name: "Elsewhere", sequence: "Cases", people: People([]), enter: ByColumn, until: "2026-09-01T00:00", breakpoints: [AtItem(7)]), (name: "Stops", sequence: "Case", people: Generated(count: 0, seed: 1), enter: At("2026-09-02T00:00"), until: "2026-09-01T00:00", breakpoints: [AtItem(2), AtItem(7), AtCount(8, 3), AtTime("2026-08-01T00:00")])"# => "
     warning unknown-sequence rehearsal Elsewhere: The rehearsal “Elsewhere” is of the sequence “Cases”, which doesn't exist. [Use “Case”]
     warning unknown-breakpoint rehearsal Stops: The rehearsal “Stops” has a breakpoint at item 7, which isn't in the sequence “Case”. [Remove the breakpoint]
     warning unknown-breakpoint rehearsal Stops: The rehearsal “Stops” has a breakpoint at item 8, which isn't in the sequence “Case”. [Remove the breakpoint]
     warning rehearsal-ends-too-soon rehearsal Stops: The rehearsal “Stops” ends at 2026-09-01T00:00, before any contact enters at 2026-09-02T00:00. [End it on Thu 2 Sep 2027]
     warning rehearsal-without-people rehearsal Elsewhere: The rehearsal “Elsewhere” has no contacts. [Generate 1,000 contacts]
     warning rehearsal-without-people rehearsal Stops: The rehearsal “Stops” has no contacts. [Generate 1,000 contacts]";
}
