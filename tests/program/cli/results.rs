//! The results that the commands print and write.

use crate::cli::{arg, dripline, folder, run, simulate};

#[test]
fn events_tell_every_visit_and_who_has_not_entered_has_none() {
    let folder = folder();
    let ran = simulate(&folder, &["--until", "2026-04-01T00:00", "--events", "-"]);
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    assert_eq!(
        ran.out,
        "contact_id,item_id,outcome,reason,arrived,due\n\
         ann,1,ran,,2026-03-06T22:30:00Z,2026-03-06T22:30:00Z\n\
         ann,2,ran,,2026-03-06T22:30:00Z,2026-03-06T22:30:00Z\n\
         ann,3,ran,,2026-03-06T22:30:00Z,2026-03-09T12:00:00Z\n\
         ann,4,skipped,draft,2026-03-09T12:00:00Z,\n\
         ann,5,ran,,2026-03-09T12:00:00Z,2026-03-09T12:00:00Z\n\
         bea,1,ran,,2026-03-06T22:30:00Z,2026-03-06T22:30:00Z\n\
         bea,2,skipped,no_email_address,2026-03-06T22:30:00Z,\n\
         bea,3,ran,,2026-03-06T22:30:00Z,2026-03-09T07:00:00Z\n\
         bea,4,skipped,draft,2026-03-09T07:00:00Z,\n\
         bea,5,ran,,2026-03-09T07:00:00Z,2026-03-09T07:00:00Z\n"
    );
}

#[test]
fn report_counts_every_item_and_adds_up() {
    let folder = folder();
    let ran = simulate(&folder, &["--report", "-", "--until", "2026-03-08T00:00"]);
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    let report: serde_json::Value = serde_json::from_str(&ran.out).expect("JSON");
    assert_eq!(
        report["contacts"],
        serde_json::json!({ "active": 2, "held": 0, "fell_out": 0, "queued": 0, "not_entered": 1 })
    );
    let items = report["items"].as_object().expect("items");
    assert_eq!(items.len(), 6, "also the item that nobody reaches");
    for (id, item) in items {
        let number = |key: &str| item[key].as_u64().expect("a number");
        let skipped: u64 =
            item["skipped"].as_object().expect("reasons").values().filter_map(|count| count.as_u64()).sum();
        assert_eq!(number("reached"), number("ran") + number("waiting") + number("held") + skipped, "item {id}");
    }
    assert_eq!(report["items"]["2"]["skipped"], serde_json::json!({ "no_email_address": 1 }));
    assert_eq!(report["items"]["3"]["waiting"], 2);
    assert_eq!(report["days"]["2026-03-06"]["2"], serde_json::json!({ "ran": 1, "skipped": 1 }));
}

#[test]
fn readable_report_is_printed_without_a_file_option() {
    let folder = folder();
    let ran = simulate(&folder, &[]);
    assert_eq!(ran.status, 0);
    assert!(
        ran.out.starts_with("Small, sequence “Main”, until no contact waits any more\nContacts: 3 "),
        "{}",
        ran.out
    );
    assert!(ran.out.contains("1 no email address"), "{}", ran.out);
}

#[test]
fn effects_are_filled_in_and_sorted() {
    let folder = folder();
    let ran = simulate(&folder, &["--effects", "-", "--until", "2026-04-01T00:00"]);
    assert_eq!(
        ran.out,
        "contact_id,item_id,at,effect,detail\n\
         ann,2,2026-03-06T22:30:00Z,email,\"{\"\"body\"\":\"\"Hello.\"\",\"\"subject\"\":\"\"Hi Ann\"\",\"\"to\"\":\"\"ann@example.com\"\"}\"\n\
         ann,5,2026-03-09T12:00:00Z,note,\"{\"\"body\"\":\"\"\"\",\"\"title\"\":\"\"Through\"\"}\"\n\
         bea,5,2026-03-09T07:00:00Z,note,\"{\"\"body\"\":\"\"\"\",\"\"title\"\":\"\"Through\"\"}\"\n"
    );
}

#[test]
fn explanation_derives_the_moment_in_sentences() {
    let folder = folder();
    let (campaign, people) = (folder.path().join("campaign.ron"), folder.path().join("people.csv"));
    let ran = dripline([
        "explain",
        arg(&campaign),
        "--contacts",
        arg(&people),
        "--contact",
        "ann",
        "--item",
        "3",
        "--until",
        "2026-04-01T00:00",
    ]);
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    assert_eq!(
        ran.out,
        "Ann Lee (ann) enters “Main” Fri 6 Mar 2026 17:30 New York and finishes.\n\n\
         Delay timer “Wait” (item 3): ran Mon 9 Mar 2026 08:00 New York (2026-03-09T12:00:00Z)\n  \
         Arrived Fri 6 Mar 17:30 New York. 3 days later is Mon 9 Mar, whatever the time: days are dates, not 24 hours. \
         Weekdays only: Mon 9 Mar is fine. At 08:00 → Mon 9 Mar 08:00.\n"
    );
    let ran = dripline(["explain", arg(&campaign), "--contacts", arg(&people), "--contact", "ann", "--item", "6"]);
    assert!(ran.out.ends_with("Apply note “Alone” (item 6): not reached\n"), "{}", ran.out);
}

/// What `explain` says about one item of a small campaign.
fn explained(kind: &str, contact: &str) -> String {
    let folder = tempfile::tempdir().expect("a folder");
    let (campaign, people) = (folder.path().join("campaign.ron"), folder.path().join("people.csv"));
    let text = format!(
        "#![enable(implicit_some)]\nCampaign(format: 1, name: \"One\", time_zone: \"Europe/Berlin\", directory: (\
         users: [(id: \"kim\", name: \"Kim\")], custom_fields: [(key: \"renewal\", label: \"Renewal\", kind: Date)]), \
         sequences: [(name: \"Main\", items: [(id: 1, name: \"In\", position: (0.0, 0.0), kind: Start), \
         (id: 2, name: \"It\", position: (1.0, 0.0), {kind})], links: [(1, 2)])])"
    );
    std::fs::write(&campaign, text).expect("a file");
    std::fs::write(&people, format!("id,renewal\nann,{contact}\n")).expect("a file");
    let (campaign, people) = (arg(&campaign), arg(&people));
    let enter = ["--item", "2", "--enter", "2026-03-02T09:00"];
    let ran = dripline(["explain", campaign, "--contacts", people, "--contact", "ann"].into_iter().chain(enter));
    assert_eq!(ran.status, 0, "{}", ran.err);
    ran.out
}

#[test]
fn explanation_says_what_an_answer_to_a_post_means() {
    let post = |answer: &str| {
        let kind =
            format!("ready: true, kind: SendHttpPost(url: \"https://a.example/\", simulated_response: {answer})");
        explained(&kind, "")
    };
    for (answer, words) in [
        ("Status(200)", "The answer set on the item is 200: received. Nothing was sent, and the contact continues."),
        ("Status(409)", "is 409: the person may already have a CustomerHub member record. Nothing was sent"),
        ("Status(500)", "is 500: needs a look. Nothing was sent"),
        ("Timeout", "is a time-out: needs a look. Nothing was sent"),
    ] {
        let told = post(answer);
        assert!(told.contains(words), "{told}");
    }
    let draft = explained("kind: SendHttpPost(url: \"https://a.example/\", simulated_response: Status(409))", "");
    assert!(!draft.contains("The answer"), "{draft}");
}

#[test]
fn explanation_of_a_date_without_a_year_says_that_the_year_is_missing() {
    let timer = |year: &str| {
        let schedule = format!("field: \"renewal\", offset: On, year: {year}, time: AnyTime, zone: Campaign");
        explained(&format!("kind: FieldTimer(schedule: ({schedule}))"), "--05-12")
    };
    let missing = "The field says 12 May, without a year. The year is needed here, so the field counts as empty.";
    let told = timer("FromField");
    assert!(told.contains("and has dropped out at the end: every track ended at a timer that was missed."), "{told}");
    assert!(told.contains(missing) && !told.contains("is empty for this contact"), "{told}");
    let told = timer("NextOccurrence");
    assert!(told.contains("The field says 12 May, without a year. In 2026 that date is Tue 12 May."), "{told}");
    let appointment = "ready: true, kind: CreateAppointment(title: \"A\", user: \"kim\", basis: Field(\"renewal\"), \
                       after_days: 0, minutes: 30)";
    let told = explained(appointment, "--05-12");
    assert!(told.contains(missing), "{told}");
    let told = explained(appointment, "");
    assert!(told.contains("The field “Renewal” is empty for this contact."), "{told}");
}

#[test]
fn check_lists_findings_and_says_1_only_for_errors() {
    let folder = folder();
    let campaign = folder.path().join("campaign.ron");
    let ran = dripline(["check", arg(&campaign)]);
    assert_eq!(ran.status, 0, "drafts and unreachable items are no errors: {}", ran.out);
    assert!(ran.out.contains("draft") && ran.out.contains("not-reachable"), "{}", ran.out);

    let ran = run("check saved-campaigns/lesson-unconfigured-timer.ron --json");
    assert_eq!(ran.status, 1);
    let found: serde_json::Value = serde_json::from_str(&ran.out).expect("JSON");
    let first = &found[0];
    assert_eq!(
        (&first["code"], &first["severity"], &first["item"]),
        (&"timer-not-set-up".into(), &"error".into(), &5.into())
    );
    for key in ["sequence", "message", "help"] {
        assert!(first[key].as_str().is_some_and(|text| !text.is_empty()), "{key}");
    }
}

#[test]
fn check_compares_dates_with_the_entry_that_is_given() {
    let folder = folder();
    let path = folder.path().join("sale.ron");
    let file = r#"#![enable(implicit_some)]
        Campaign(format: 1, name: "Sale", time_zone: "Europe/Berlin", sequences: [(name: "One", items: [
                (id: 1, name: "In", position: (0.0, 0.0), kind: Start),
                (id: 2, name: "Sale", position: (9.0, 0.0),
                    kind: DateTimer(schedule: (on: Date("2026-11-01"), time: AnyTime, zone: Campaign))),
                (id: 3, name: "Note", position: (18.0, 0.0), ready: true, kind: ApplyNote(title: "Sold"))],
            links: [(1, 2), (2, 3)])],
            rehearsals: [(name: "Early", sequence: "One", people: Generated(count: 10, seed: 1),
                enter: At("2026-10-01T09:00"), until: "2027-10-01T09:00")])"#;
    std::fs::write(&path, file).expect("a file");
    let ran = dripline(["check", arg(&path)]);
    assert!(!ran.out.contains("date-passed"), "the rehearsal begins in time: {}", ran.out);
    let ran = dripline(["check", arg(&path), "--enter", "2026-12-24T09:00"]);
    assert!(ran.out.contains("date-passed") && ran.out.contains("contacts enter on Thu 24 Dec 2026"), "{}", ran.out);
    assert!(!ran.out.contains("today is"), "{}", ran.out);
}

#[test]
fn check_with_people_sees_what_comes_at_night() {
    let folder = folder();
    let path = folder.path().join("night.ron");
    std::fs::write(
        &path,
        crate::cli::CAMPAIGN.replace("At(\"08:00\")", "At(\"03:00\")").replace(
            "ready: false, kind: Fax(body: \"Later\")",
            "ready: true, kind: Email(to: Contact, subject: \"~Contact.FirstName~\", body: \"Night\")",
        ),
    )
    .expect("a file");
    let ran = dripline(["check", arg(&path), "--generate", "500", "--enter", "2026-03-02T09:00"]);
    assert!(ran.out.contains("due-out-of-hours"), "{}", ran.out);
    assert!(ran.out.contains("(item 4)"), "{}", ran.out);
}

#[test]
fn generated_people_are_the_same_every_time_and_run_like_their_file() {
    let first = run("contacts generate 300 --seed 5");
    assert_eq!(first.out, run("contacts generate 300 --seed 5").out);
    assert_ne!(first.out, run("contacts generate 300 --seed 6").out);
    let folder = folder();
    let (campaign, people) = (folder.path().join("campaign.ron"), folder.path().join("made-up.csv"));
    std::fs::write(&people, &first.out).expect("a file");
    let from_file = dripline([
        "simulate",
        arg(&campaign),
        "--contacts",
        arg(&people),
        "--enter",
        "2026-03-02T09:00",
        "--events",
        "-",
    ]);
    let generated = dripline([
        "simulate",
        arg(&campaign),
        "--generate",
        "300",
        "--seed",
        "5",
        "--enter",
        "2026-03-02T09:00",
        "--events",
        "-",
    ]);
    assert_eq!(from_file.out, generated.out);
}

#[test]
fn rehearsal_runs_the_people_and_times_that_it_names() {
    let folder = folder();
    let text = crate::cli::CAMPAIGN.replace(
        "    )],\n)\n",
        "    )],\n    rehearsals: [\n        (name: \"All at once\", sequence: \"Main\", people: File(\"people.csv\"), enter: At(\"2026-03-02T09:00\"), until: \"2026-03-03T00:00\"),\n        (name: \"By hand\", sequence: \"Main\", people: People([(id: \"x\", email: \"x@example.com\"), (id: \"y\", birthday: \"1990-02-29\")]), enter: Spread(\"2026-03-06T16:00\", \"2026-03-09T10:00\", WorkingHours), until: \"2026-04-01T00:00\"),\n    ],\n)\n",
    );
    let campaign = folder.path().join("with.ron");
    std::fs::write(&campaign, text).expect("a file");
    let ran = dripline(["simulate", arg(&campaign), "--rehearsal", "All at once", "--report", "-"]);
    let report: serde_json::Value = serde_json::from_str(&ran.out).expect("JSON");
    assert_eq!(report["contacts"]["active"], 3, "all enter at the one moment, also who has another in the list");
    let ran = dripline(["simulate", arg(&campaign), "--rehearsal", "By hand", "--events", "-"]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    assert!(ran.err.contains("1990-02-29"), "a person who can't be read is told: {}", ran.err);
    assert!(ran.out.contains("x,1,ran,,2026-03-06T21:00:00Z"), "{}", ran.out);
}

#[test]
fn help_tells_effects_and_findings() {
    for words in ["--help effects", "help effects"] {
        let ran = run(words);
        assert_eq!(ran.status, 0);
        for name in ["email", "fulfillment_release", "http_post", "action_set"] {
            assert!(ran.out.contains(name), "{name}");
        }
    }
    assert!(run("--help findings").out.contains("timer-not-set-up"));
    assert!(run("--version").out.contains("zone data 20"), "the version of the zone data");
    assert!(run("--help").out.contains("simulate"));
}

#[test]
fn mapping_of_a_strangers_file_is_shown_and_kept_until_the_file_is_a_native_one() {
    let folder = folder();
    let (campaign, people) = (folder.path().join("campaign.ron"), folder.path().join("list.csv"));
    let run = |more: &[&str]| {
        let words =
            ["simulate", arg(&campaign), "--contacts", arg(&people), "--enter", "2026-03-02T09:00", "--events", "-"];
        dripline(words.into_iter().chain(more.iter().copied()))
    };
    std::fs::write(&people, "E-Mail;First Name;Birthday\na@example.com;Ann;03/04/1990\n").expect("a file");
    assert_eq!(run(&[]).status, 2, "day and month are asked for");
    let ran = run(&["--date-format", "MM/DD/YYYY"]);
    assert_eq!(ran.status, 0, "{}", ran.err);
    for words in ["E-Mail", "→ email", "03/04/1990", "list.mapping.ron: saved"] {
        assert!(ran.err.contains(words), "`{words}` is missing in: {}", ran.err);
    }
    let again = run(&[]);
    assert_eq!((again.status, &again.out), (0, &ran.out), "the kept mapping answers: {}", again.err);
    std::fs::write(&people, "id,email\nann,a@example.com\n").expect("a file");
    let native = run(&[]);
    assert_eq!((native.status, native.err.as_str()), (0, ""));
    assert!(native.out.contains("ann,2,ran"), "{}", native.out);
}

#[test]
fn check_says_about_rows_and_cells_what_simulate_says() {
    let folder = folder();
    let (campaign, people) = (folder.path().join("campaign.ron"), folder.path().join("odd.csv"));
    std::fs::write(&people, "id,email,birthday\na,a@example.com,1990-05-12\na,b@example.com,\nc,nowhere,soon\n")
        .expect("a file");
    let (campaign, people) = (arg(&campaign), arg(&people));
    let simulated = dripline(["simulate", campaign, "--contacts", people, "--enter", "2026-03-02T09:00"]);
    let checked = dripline(["check", campaign, "--contacts", people, "--enter", "2026-03-02T09:00"]);
    assert_eq!((checked.status, simulated.status), (0, 0), "cells that can't be read stop nothing");
    assert!(simulated.err.contains("3 rows: 2 contacts read, 1 row rejected"), "{}", simulated.err);
    assert_eq!(checked.err, simulated.err);
    assert!(checked.out.contains("1 contact has an address that is none. It is “nowhere”, of c."), "{}", checked.out);
}
