//! The questions of Help: they cover all rules, are written in everyday words, and are found by them.

use std::collections::BTreeSet;

use dripline::calendar::DateTime;
use dripline::simulate::outcome::{Outcome, Status};
use dripline::workbench::rules::pictures::months::{DayMark, mark_field, months};
use dripline::workbench::rules::pictures::strip::{StretchKind, TimeStrip};
use dripline::workbench::rules::pictures::track::TrackPicture;
use dripline::workbench::rules::search::search;
use dripline::workbench::rules::{Exhibit, Precise, Question, TOPICS, all, question, questions, rule, sentences};

/// All texts of a question that a marketer reads.
fn texts(question: &Question) -> Vec<String> {
    let mut texts = vec![question.ask.to_owned(), question.answer.to_owned()];
    for exhibit in question.exhibits {
        match exhibit {
            Exhibit::Table(rows) => texts.extend(rows.iter().flat_map(|row| row.iter().map(|cell| (*cell).to_owned()))),
            Exhibit::Compare(timers) => texts.extend(timers.iter().map(|(name, _)| (*name).to_owned())),
            Exhibit::Track(track) => {
                texts.push(track.about.to_owned());
                texts.extend((track.items)().iter().map(|item| item.name.to_owned()));
            }
            Exhibit::Example(example) | Exhibit::Strip(example) | Exhibit::Months(example) => {
                texts.push(example.sentence());
                texts.extend(example.rows().into_iter().flat_map(|row| row.sentences));
            }
        }
    }
    texts
}

/// Why a word doesn't belong in a text for marketers.
fn fault(word: &str) -> Option<&'static str> {
    const CODE: &[&str] = &[
        "preorder",
        "rfc",
        "utc",
        "iana",
        "ron",
        "json",
        "enum",
        "null",
        "none",
        "boolean",
        "struct",
        "unconfigured",
        "instant",
        "clamped",
        "clamp",
        "rank",
        "visit",
        "forest",
        "wall",
        "seed",
    ];
    let lower = word.to_lowercase();
    let mut letters = word.chars().zip(word.chars().skip(1));
    if word.contains('_') {
        Some("has an underscore")
    } else if letters.any(|(one, next)| one.is_lowercase() && next.is_uppercase()) && word != "CustomerHub" {
        Some("is written like a name in code")
    } else if CODE.contains(&lower.as_str()) {
        Some("is a word of the specification or of code")
    } else {
        None
    }
}

#[test]
fn texts_for_marketers_have_no_identifiers() {
    for question in questions() {
        for text in texts(question) {
            assert!(!text.contains(['§', '`', '{', '}', '[', ']', '≤', '≥', '|']), "{}: {text}", question.id);
            for word in text.split(|letter: char| !letter.is_alphanumeric() && letter != '_') {
                if let Some(fault) = fault(word) {
                    panic!("{}: “{word}” {fault}: {text}", question.id);
                }
            }
        }
    }
    for topic in TOPICS {
        for word in topic.title.split(' ').chain(topic.about.split(' ')) {
            assert_eq!(fault(word), None, "{word}");
        }
    }
}

#[test]
fn the_test_of_identifiers_finds_them() {
    for word in ["day_count", "NextOccurrence", "preorder", "RFC", "AnyDay", "UTC"] {
        assert!(fault(word).is_some(), "{word}");
    }
    for word in ["CustomerHub", "HTTP", "Monday", "SMS", "Dripline"] {
        assert_eq!(fault(word), None, "{word}");
    }
}

#[test]
fn questions_are_questions_with_answers() {
    let mut ids = BTreeSet::new();
    let mut asked = BTreeSet::new();
    for question in questions() {
        assert!(question.ask.ends_with('?') && question.ask.matches('?').count() == 1, "{}", question.ask);
        assert!(question.ask.chars().count() <= 64, "too long for the list: {}", question.ask);
        assert!(question.answer.ends_with('.'), "{}", question.id);
        assert!(question.answer.split_whitespace().count() <= 110, "{} is too long", question.id);
        assert!(question.words.len() >= 3, "{} has few other words", question.id);
        assert!(ids.insert(question.id) && asked.insert(question.ask), "{} is there twice", question.id);
    }
    let rules: BTreeSet<&str> = all().map(|rule| rule.id).collect();
    for topic in TOPICS {
        assert!(!topic.questions.is_empty() && !rules.contains(topic.id) && ids.insert(topic.id), "{}", topic.id);
    }
}

#[test]
fn every_sentence_of_the_rules_is_below_a_question() {
    let lines: Vec<String> = questions().flat_map(|question| question.rules).flat_map(Precise::lines).collect();
    for rule in all() {
        for sentence in rule.text.lines().flat_map(sentences) {
            assert!(lines.iter().any(|line| line.contains(sentence)), "{}: no question has: {sentence}", rule.id);
        }
        let home = question(rule.id).expect(rule.id);
        assert!(home.rules.iter().any(|precise| precise.rule == rule.id), "{} leads to {}", rule.id, home.id);
    }
    for precise in questions().flat_map(|question| question.rules) {
        assert!(rule(precise.rule).is_some(), "{} is no rule", precise.rule);
        let lines = precise.lines();
        for beginning in precise.beginnings.iter().filter(|beginning| **beginning != "A merge field") {
            assert!(lines.iter().any(|line| line.contains(beginning)), "{}: {beginning}", precise.rule);
        }
    }
}

#[test]
fn everyday_words_find_the_question_that_is_meant() {
    for (typed, id) in [
        ("24 hours", "one-day"),
        ("why not 24 hours", "one-day"),
        ("is a day 24 hours", "one-day"),
        ("same time of day", "same-time"),
        ("daylight saving", "clock-change"),
        ("DST", "clock-change"),
        ("summer time", "clock-change"),
        ("weekend", "weekdays"),
        ("what about holidays", "weekdays"),
        ("business day", "weekdays"),
        ("opt out", "email"),
        ("opted out contacts", "email"),
        ("unsubscribed", "email"),
        ("bounced", "email"),
        ("why was the email not sent", "email"),
        ("birthday", "field"),
        ("birthday is over", "next-birthday"),
        ("no birthday", "empty-field"),
        ("leap year", "leap-day"),
        ("29 february", "leap-day"),
        ("end of month", "months"),
        ("31st", "months"),
        ("last friday", "run-on"),
        ("time zone", "whose-time"),
        ("timezone", "whose-time"),
        ("midnight", "one-day"),
        ("office hours", "hours"),
        ("two emails in a row", "next-item"),
        ("draft", "draft"),
        ("email not ready", "not-ready"),
        ("stuck", "timer-not-set-up"),
        ("missed the date", "missed"),
        ("webinar is over", "missed"),
        ("held", "held"),
        ("what does held mean", "held"),
        ("queued", "finished"),
        ("fell out", "dropped-out"),
        ("dropped out", "dropped-out"),
        ("skip ahead", "skips-ahead"),
        ("round robin", "round-robin"),
        ("sms", "letter"),
        ("no owner", "no-owner"),
        ("webhook", "http-post"),
        ("credit card", "card"),
        ("does it really send emails", "really-sent"),
        ("first name", "merge-fields"),
        ("parallel", "tracks"),
        ("which one runs first", "which-first"),
        ("daylight savings", "clock-change"),
        ("brithday", "field"),
        ("how long can a timer wait", "limits"),
        ("keap", "documented"),
    ] {
        let found = search(typed);
        let first = found.first().map(|question| question.id);
        let others: Vec<&str> = found.iter().take(4).map(|question| question.id).collect();
        assert_eq!(first, Some(id), "“{typed}” finds {others:?}");
    }
    assert!(search("xyzzy").is_empty());
    assert_eq!(search("").len(), questions().count(), "all, if nothing is typed");
}

#[test]
fn every_other_word_finds_its_question() {
    for question in questions() {
        for word in question.words.iter().chain([&question.ask]) {
            assert!(search(word).iter().any(|found| found.id == question.id), "{word}: {}", question.id);
        }
        assert_eq!(search(question.ask)[0].id, question.id, "{}", question.ask);
    }
}

/// The picture of a sequence, by its question and place.
fn track(id: &str, place: usize) -> TrackPicture {
    let exhibits = question(id).expect(id).exhibits;
    let mut tracks = exhibits.iter().filter_map(|exhibit| match exhibit {
        Exhibit::Track(track) => track.picture(),
        Exhibit::Example(_) | Exhibit::Strip(_) | Exhibit::Months(_) | Exhibit::Compare(_) | Exhibit::Table(_) => None,
    });
    tracks.nth(place).expect(id)
}

#[test]
fn pictures_of_sequences_show_what_the_engine_does() {
    let outcomes = |picture: &TrackPicture| -> Vec<&str> {
        picture.stops.iter().map(|stop| stop.outcome.map_or("", Outcome::word)).collect()
    };
    for (id, place, expected, status) in [
        ("held", 0, "ran held -", Status::Held),
        ("waiting", 0, "ran waiting -", Status::Active),
        ("not-ready", 0, "ran skipped ran", Status::Queued),
        ("missed", 0, "ran skipped skipped ran ran", Status::Queued),
        ("missed", 1, "ran skipped skipped skipped", Status::FellOut),
        ("empty-field", 0, "ran skipped skipped ran ran", Status::Queued),
        ("email", 0, "ran skipped ran", Status::Queued),
        ("already-set", 0, "ran skipped ran", Status::Queued),
        ("tracks", 0, "ran ran waiting - ran ran", Status::Active),
        ("in-a-row", 0, "ran ran ran ran", Status::Queued),
    ] {
        let picture = track(id, place);
        let found: Vec<&str> =
            outcomes(&picture).into_iter().map(|word| if word.is_empty() { "-" } else { word }).collect();
        assert_eq!(found.join(" "), expected, "{id}");
        assert_eq!(picture.status, status, "{id}");
    }
    let rows: Vec<(usize, usize)> = track("tracks", 0).stops.iter().map(|stop| (stop.column, stop.row)).collect();
    assert_eq!(rows, [(0, 0), (1, 0), (2, 0), (3, 0), (2, 1), (3, 1)]);
    let every = questions().flat_map(|question| question.exhibits);
    let tracks = every.filter_map(|exhibit| if let Exhibit::Track(track) = exhibit { Some(track) } else { None });
    for track in tracks {
        assert!(track.picture().is_some(), "{}", track.about);
    }
}

fn strip(id: &str, place: usize) -> TimeStrip {
    let example = question(id).expect(id).examples().nth(place).expect(id);
    TimeStrip::of(example, &example.rows()).expect(id)
}

#[test]
fn strips_of_time_show_midnights_closed_days_and_clock_changes() {
    let local = |text: &str| DateTime::parse_minutes(text).expect(text);
    let day = strip("one-day", 0);
    assert_eq!(day.lanes.len(), 2);
    assert!(day.lanes.iter().all(|lane| lane.continues.is_some_and(|(_, at)| at == local("2026-05-15T00:00"))));
    assert!(day.ticks.iter().any(|tick| tick.begins_day && tick.local == local("2026-05-15T00:00")));
    assert!(day.changes.is_empty());
    let weekend = strip("longer", 0);
    assert!(weekend.stretches.iter().any(|stretch| stretch.kind == StretchKind::NotAllowed), "Sunday");
    let gap = strip("clock-change", 0);
    let change = gap.changes[0];
    assert_eq!((change.before, change.after), (local("2026-03-08T02:00"), local("2026-03-08T03:00")));
    assert!(gap.ticks.iter().all(|tick| tick.local != local("2026-03-08T02:00")), "an hour that is missing");
    let twice = strip("clock-change", 1).changes[0];
    assert_eq!((twice.before, twice.after), (local("2026-11-01T02:00"), local("2026-11-01T01:00")));
    for question in questions() {
        for exhibit in question.exhibits {
            if let Exhibit::Strip(example) = exhibit {
                let strip = TimeStrip::of(example, &example.rows()).expect(question.id);
                assert!(strip.ticks.iter().any(|tick| tick.begins_day), "{}: no midnight", question.id);
                assert!(strip.lanes.iter().all(|lane| strip.from < lane.arrives && lane.arrives < strip.to));
            }
        }
    }
}

#[test]
fn calendars_mark_when_contacts_arrive_and_continue() {
    let of = |id: &str| months(&question(id).expect(id).examples().next().expect(id).rows());
    let example = question("next-birthday").expect("a question").examples().next().expect("an example");
    let mut birthdays = months(&example.rows());
    mark_field(&mut birthdays, example);
    assert!(!birthdays.is_empty());
    for month in birthdays {
        let is_may = month.first.civil().1 == 5;
        assert_eq!(month.field_day, is_may.then_some(12), "{}", month.first);
    }
    let ends = of("months");
    let marks: Vec<_> = ends.iter().map(|month| (month.first.to_string(), month.days, month.marks.clone())).collect();
    assert_eq!(
        marks,
        [
            ("2024-01-01".to_owned(), 31, vec![(31, DayMark::Arrives)]),
            ("2024-02-01".to_owned(), 29, vec![(29, DayMark::Continues)]),
        ]
    );
}

#[test]
fn the_table_of_round_robins_is_what_they_do() {
    let table = question("round-robin").expect("a question").exhibits.iter().find_map(|exhibit| match exhibit {
        Exhibit::Table(rows) => Some(*rows),
        Exhibit::Example(_) | Exhibit::Strip(_) | Exhibit::Months(_) | Exhibit::Compare(_) | Exhibit::Track(_) => None,
    });
    for (logic, row) in ["OnePerRound", "ByRatio"].into_iter().zip(&table.expect("a table")[1..]) {
        let mut case = format!(
            "directory round_robins: [(id: \"reps\", name: \"Reps\", logic: {logic}, \
             members: [(\"kim\", 4), (\"lee\", 2)])]\nitem 1 Start\n\
             item 2 ready CreateTask(title: \"Call\", body: \"\", assign: RoundRobin(\"reps\"))\n\
             links 1>2\nenter 2026-07-02T10:00\n"
        );
        let (mut events, mut given) = ("events\n".to_owned(), "assignments\n".to_owned());
        for (number, member) in row[1..].iter().enumerate() {
            case += &format!("contact c{number} first_name=C\n");
            events += &format!("  c{number} 1 ran\n  c{number} 2 ran\n");
            given += &format!("  2026-07-02T10:00 c{number} 2 task {}\n", member.to_lowercase());
        }
        let status = "status c0,c1,c2,c3,c4,c5 queued\n";
        crate::rules::check(&format!("{case}{events}{given}{status}"))
            .unwrap_or_else(|error| panic!("{logic}: {error}"));
    }
}

#[test]
fn a_whole_page_of_words_is_searched_as_its_first_sixteen() {
    let ids = |typed: &str| search(typed).iter().map(|question| question.id).collect::<Vec<_>>();
    let sixteen = "weekend ".repeat(16);
    assert_eq!(ids(&format!("{sixteen} birthday {}", "birthday ".repeat(40))), ids(&sixteen));
    assert_ne!(ids("weekend birthday"), ids("weekend"));
    assert_eq!(ids(&"x".repeat(1_000_000)), ids(&"x".repeat(1_000)));
}
