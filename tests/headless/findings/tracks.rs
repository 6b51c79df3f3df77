//! Findings about the order of items on a track.

cases! {
    two_emails_without_a_timer_between:
    "1 Start: Start
     2 Welcome: EMAIL
     3 Tag: TAG
     4 Offer: EMAIL
     5 Wait: WAIT
     6 Reminder: EMAIL
     7 Last: EMAIL" => "
     warning emails-without-timer item 4: Email “Offer” (item 4) is sent at the same time as “Welcome” (item 2): there is no timer between them. [Put a timer between]
     warning emails-without-timer item 7: Email “Last” (item 7) is sent at the same time as “Reminder” (item 6): there is no timer between them. [Put a timer between]";
    emails_to_others_or_on_other_tracks_are_fine:
    r#"1 Start: Start
     2 Welcome: EMAIL
     3 Tell Kim: Email(to: User("kim"), subject: "New", body: "New.")
     4 Tell Lee: Email(to: User("lee"), subject: "New", body: "New.")
     5 Wait: WAIT
     6 Offer: EMAIL
     7 Wait too: WAIT
     8 Other offer: EMAIL
     links: (1, 2), (2, 3), (3, 4), (4, 5), (5, 6), (4, 7), (7, 8)"# => "";
    emails_on_branches_are_compared_with_their_own_track:
    r#"1 Start: Start
     2 Tag: TAG
     3 Welcome: EMAIL
     4 Tell Kim: Email(to: User("kim"), subject: "New", body: "New.")
     5 Tell Kim again: Email(to: User("kim"), subject: "New", body: "New.")
     6 Wait: WAIT
     7 Other branch: EMAIL
     8 Welcome again: EMAIL
     links: (1, 2), (2, 3), (2, 7), (2, 4), (4, 5), (3, 6), (3, 8)"# => "
     warning emails-without-timer item 5: Email “Tell Kim again” (item 5) is sent at the same time as “Tell Kim” (item 4): there is no timer between them. [Put a timer between]
     warning emails-without-timer item 8: Email “Welcome again” (item 8) is sent at the same time as “Welcome” (item 3): there is no timer between them. [Put a timer between]
     hint timer-at-end item 6: Delay timer “Wait” (item 6) ends its track: nothing comes after the wait.";
    timers_in_a_row_and_at_the_end:
    "1 Start: Start
     2 Wait: WAIT
     3 Birthday: BIRTHDAY
     4 Welcome: EMAIL
     5 Wait again: WAIT" => "
     hint timer-after-timer item 3: Field timer “Birthday” (item 3) comes directly after the timer “Wait” (item 2).
     hint timer-at-end item 5: Delay timer “Wait again” (item 5) ends its track: nothing comes after the wait.";
    two_timers_that_are_due_together:
    r#"1 Start: Start
     2 Birthday: FieldTimer(schedule: (field: "birthday", offset: On, year: NextOccurrence, time: At("09:00"), zone: Contact))
     3 Greeting: EMAIL
     4 Again: FieldTimer(schedule: (field: "birthday", offset: On, year: NextOccurrence, time: Between("08:00", "10:00"), zone: Contact))
     5 Second: EMAIL
     6 Third: FieldTimer(schedule: (field: "birthday", offset: On, year: NextOccurrence, time: AnyTime, zone: Contact))
     7 Fourth: FieldTimer(schedule: (field: "birthday", offset: On, year: NextOccurrence, time: AnyTime, zone: Contact))
     8 Third greeting: EMAIL"# => "
     warning timers-together item 4: Field timer “Again” (item 4) never waits after “Birthday” (item 2): both are due at the same time. [Put a timer between]
     warning timers-together item 6: Field timer “Third” (item 6) never waits after “Again” (item 4): both are due at the same time. [Put a timer between]
     warning timers-together item 7: Field timer “Fourth” (item 7) never waits after “Third” (item 6): both are due at the same time. [Put a timer between]";
    timers_on_one_date_that_will_not_come_again:
    "1 Start: Start
     2 Renewal: RENEWAL
     3 Greeting: EMAIL
     4 Renewal again: RENEWAL
     5 Second: EMAIL
     6 July: JULY
     7 Third: EMAIL
     8 July again: JULY
     9 Fourth: EMAIL" => "
     warning timers-together item 4: Field timer “Renewal again” (item 4) never waits after “Renewal” (item 2): both are due at the same time.
     warning timers-together item 8: Date timer “July again” (item 8) never waits after “July” (item 6): both are due at the same time.";
    timers_on_one_field_that_wait_for_each_other:
    r#"1 Start: Start
     2 Week before: FieldTimer(schedule: (field: "birthday", offset: Before(1, Weeks), year: NextOccurrence, time: At("09:00"), zone: Contact))
     3 Soon: EMAIL
     4 Birthday: FieldTimer(schedule: (field: "birthday", offset: On, year: NextOccurrence, time: At("09:00"), zone: Contact))
     5 Today: EMAIL
     6 Later today: FieldTimer(schedule: (field: "birthday", offset: On, year: NextOccurrence, time: At("17:00"), zone: Contact))
     7 Evening: EMAIL
     8 Our time: FieldTimer(schedule: (field: "birthday", offset: On, year: NextOccurrence, time: At("17:00"), zone: Campaign))
     9 Ours: EMAIL
     10 Wait: WAIT
     11 A year later: FieldTimer(schedule: (field: "birthday", offset: On, year: NextOccurrence, time: At("17:00"), zone: Campaign))
     12 Next: EMAIL"# => "
     hint timer-after-timer item 11: Field timer “A year later” (item 11) comes directly after the timer “Wait” (item 10).";
    a_field_that_is_set_between_two_timers_and_read_on_arrival:
    "rules: field_timers_read: OnArrival
     1 Start: Start
     2 Renewal: RENEWAL
     3 Stamp: STAMP
     4 Renewal again: RENEWAL
     5 Welcome: EMAIL" => "";
    timers_of_several_kinds_behind_one_start:
    "1 Start: Start
     2 Wait: WAIT
     3 Welcome: EMAIL
     4 July: JULY
     5 Welcome: EMAIL
     6 Birthday: BIRTHDAY
     7 Welcome: EMAIL
     8 All alike: Start
     9 Wait: WAIT
     10 Welcome: EMAIL
     11 Wait: WAIT
     12 Welcome: EMAIL
     links: (1, 2), (2, 3), (1, 4), (4, 5), (1, 6), (6, 7), (8, 9), (9, 10), (8, 11), (11, 12)" => "
     hint mixed-timers item 1: Start (item 1) has a date timer, a delay timer and a field timer directly after it.";
    dates_that_descend_on_a_track:
    r#"1 Start: Start
     2 July: JULY
     3 Welcome: EMAIL
     4 June: DateTimer(schedule: (on: Range("2026-06-01", "2026-07-03"), time: AnyTime, zone: Campaign))
     5 Offer: EMAIL
     6 Same day: DateTimer(schedule: (on: Date("2026-07-04"), time: At("09:00"), zone: Campaign))
     7 Last: EMAIL"# => "
     warning dates-descend item 4: Date timer “June” (item 4) ends before the earlier date timer “July” (item 2) releases anyone. [Move to Tue 1 Jun 2027 – Sat 3 Jul 2027]";
    times_that_descend_on_one_day:
    r#"1 Start: Start
     2 Evening: DateTimer(schedule: (on: Date("2026-07-04"), time: At("17:00"), zone: Contact))
     3 Welcome: EMAIL
     4 Same time: DateTimer(schedule: (on: Date("2026-07-04"), time: At("17:00"), zone: Contact))
     5 Offer: EMAIL
     6 Morning: DateTimer(schedule: (on: Date("2026-07-04"), time: Between("08:00", "17:00"), zone: Contact))
     7 Last: EMAIL"# => "
     warning timers-together item 4: Date timer “Same time” (item 4) never waits after “Evening” (item 2): both are due at the same time.
     warning dates-descend item 6: Date timer “Morning” (item 6) ends before the earlier date timer “Evening” (item 2) releases anyone. [Move to Sun 4 Jul 2027]";
    dates_on_different_clocks_descend_only_days_apart:
    r#"1 Start: Start
     2 July: JULY
     3 Welcome: EMAIL
     4 Day before: DateTimer(schedule: (on: Date("2026-07-03"), time: AnyTime, zone: Contact))
     5 Offer: EMAIL
     6 Week before: DateTimer(schedule: (on: Date("2026-06-27"), time: AnyTime, zone: Contact))
     7 Last: EMAIL"# => "
     warning dates-descend item 6: Date timer “Week before” (item 6) ends before the earlier date timer “July” (item 2) releases anyone. [Move to Sun 27 Jun 2027]";
    field_set_on_the_way_and_read_at_entry:
    "1 Start: Start
     2 Stamp: STAMP
     3 Renewal: RENEWAL
     4 Welcome: EMAIL
     5 Other track: Start
     6 Renewal too: RENEWAL
     7 Welcome: EMAIL
     links: (1, 2), (2, 3), (3, 4), (5, 6), (6, 7)" => "
     warning field-read-at-entry item 3: Field timer “Renewal” (item 3) reads “Renewal date” when contacts enter, before “Stamp” (item 2) sets it. [Read fields on arrival]";
    field_read_on_arrival_may_be_set_on_the_way:
    "rules: field_timers_read: OnArrival
     1 Start: Start
     2 Stamp: STAMP
     3 Renewal: RENEWAL
     4 Welcome: EMAIL" => "";
}
