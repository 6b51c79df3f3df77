//! Tests the runner itself: a wrong expectation fails, and the error says where.

use super::check;

const RIGHT: &str = r#"
# rules.md §3.3, documented: a draft is passed over at once.
item 1 Start
item 2 DelayTimer(schedule: (wait: 1, unit: Days, run_on: AnyDay, time: At("09:00"), zone: Campaign))
item 3 Email(to: Contact, subject: "Hi", body: "x")
item 4 ready CreateTask(title: "Call ~Contact.FirstName~", body: "", assign: RoundRobin("reps"), due_after_days: 2)
links 1>2>3>4
contact ann first_name=Ann entered=2026-07-02T10:00
until 2026-08-01T00:00
events
  ann 1 ran
  ann 2 ran 2026-07-03T09:00
  ann 3 skipped draft
  ann 4 ran
status ann queued
assignments
  2026-07-03T09:00 ann 4 task kim
effects
  ann 4 task at=2026-07-03T09:00 title="Call Ann" due=2026-07-05 user=kim
explain ann 3
  draft
"#;

#[test]
fn a_right_expectation_passes() {
    check(RIGHT).expect("it is right");
}

#[test]
fn a_wrong_expectation_fails_and_both_sides_are_shown() {
    for (right, wrong, shown) in [
        ("ann 2 ran 2026-07-03T09:00", "ann 2 ran 2026-07-03T09:01", "≠ ann 2 ran 2026-07-03T09:01"),
        ("ann 2 ran 2026-07-03T09:00", "ann 2 waiting 2026-07-03T09:00 \n", "no item before 3"),
        ("  ann 3 skipped draft\n  ann 4 ran\n", "  ann 3 skipped draft\n", "–"),
        ("ann 4 ran", "ann 4 ran\n  ann 4 ran", "≠ ann 4 ran 2026-07-03T09:00"),
        ("ann 3 skipped draft", "ann 3 skipped not_configured", "ann 3 skipped draft"),
        ("ann 3 skipped draft", "ann 3 skipped draft arrived 2026-07-03T09:02", "(arrived 2026-07-03T09:02)"),
        ("status ann queued", "status ann held", "≠ ann held"),
        ("status ann queued", "", "ann needs one status"),
        ("ann 4 task kim", "ann 4 task lee", "ann 4 task lee"),
        ("  2026-07-03T09:00 ann 4 task kim\n", "", "assignments"),
        ("due=2026-07-05", "due=2026-07-06", "due=2026-07-06"),
        ("title=\"Call Ann\"", "title=Call", "title=Call Ann"),
        ("at=2026-07-03T09:00", "at=2026-07-03T09:30", "at=2026-07-03T09:30"),
        ("  ann 4 task at", "  ann 3 email\n  ann 4 task at", "≠ ann 3 email"),
        ("explain ann 3\n  draft", "explain ann 3\n  purple", "`purple` is not in"),
    ] {
        assert!(RIGHT.contains(right), "{right}");
        let difference = check(&RIGHT.replace(right, wrong)).expect_err(wrong);
        assert!(difference.contains(shown), "`{shown}` is not in:\n{difference}");
    }
}

#[test]
fn a_file_that_says_nothing_clear_is_refused() {
    for (right, wrong, shown) in [
        ("until 2026-08-01T00:00", "till 2026-08-01T00:00", "`till` is nothing"),
        ("ann 3 skipped draft", "ann 3 skipped", "is no event"),
        ("ann 2 ran 2026-07-03T09:00", "ann 2 ran 2026-03-08T02:30", "2026-03-08T02:30"),
        ("status ann queued", "status ann,bob queued", "who is no contact"),
        ("contact ann first_name=Ann", "contact ann first_name", "is no key=value"),
        ("run_on: AnyDay", "run_on: Someday", "Someday"),
        ("entered=2026-07-02T10:00", "entered=2026-07-02", "rejected"),
    ] {
        assert!(RIGHT.contains(right), "{right}");
        let error = check(&RIGHT.replace(right, wrong)).expect_err(wrong);
        assert!(error.contains(shown), "`{shown}` is not in:\n{error}");
    }
}
