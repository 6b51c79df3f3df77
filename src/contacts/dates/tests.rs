//! Hundreds of cells with what comes out of each (`cells/cells.txt`), and any text at all.

use chrono::NaiveDate;
use proptest::prelude::*;

use super::date_format::DateFormat;
use super::form::YearDigits;
use super::reader::{read_date, read_long};
use super::reading::{DateReading, DateRules, DayMonthOrder};
use super::survey::{DateSurvey, OrderFinding};

const CELLS: &str = include_str!("cells/cells.txt");

fn rules() -> DateRules {
    DateRules::new(NaiveDate::from_ymd_opt(2026, 3, 2).expect("a day"))
}

fn rules_of(section: &str) -> DateRules {
    let rules = rules();
    match section {
        "[any column]" | "[other dates]" => rules,
        "[birthdays]" => DateRules { is_birthday: true, ..rules },
        "[month first]" => DateRules { order: DayMonthOrder::MonthFirst, ..rules },
        "[day first]" => DateRules { order: DayMonthOrder::DayFirst, ..rules },
        "[numbers allowed]" => DateRules { allow_serials: true, ..rules },
        other => panic!("{other}: not a known column"),
    }
}

fn told(reading: DateReading) -> String {
    match reading {
        DateReading::Date(date, _) => date.to_string(),
        DateReading::Empty => "empty".to_owned(),
        DateReading::NeedsOrder(_) => "needs an order".to_owned(),
        DateReading::Unreadable(fault) => fault.to_string(),
    }
}

/// Rules, cell and what comes out, for each row of the table.
fn table() -> Vec<(DateRules, &'static str, &'static str)> {
    let mut rules = rules();
    let mut rows = Vec::new();
    for line in CELLS.split('\n') {
        if let Some((cell, wanted)) = line.rsplit_once('\t') {
            rows.push((rules, cell, wanted));
        } else if line.starts_with('[') {
            rules = rules_of(line);
        } else {
            assert!(line.is_empty() || line.starts_with('#'), "{line}: neither a cell nor a note");
        }
    }
    rows
}

#[test]
fn every_cell_of_the_table_is_read_as_it_says() {
    let rows = table();
    assert!(rows.len() > 400);
    let wrong = rows.iter().filter_map(|(rules, cell, wanted)| {
        let read = told(read_date(cell, rules));
        (read != *wanted).then(|| format!("{cell:?} ({:?}): {read}, not {wanted}", rules.order))
    });
    let wrong: Vec<String> = wrong.collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn long_cells_are_not_looked_at() {
    let cell = " ".repeat(10_000_000) + "2026-03-03";
    assert_eq!(told(read_date(&cell, &rules())), "is too long for a date");
    assert_eq!(told(read_date(&"\u{fdfa}".repeat(60), &rules())), "isn't a date");
    assert_eq!(told(read_date(&"9".repeat(200), &rules())), "is a number that isn't a date");
}

#[test]
fn a_pattern_reads_the_cells_that_have_it() {
    for (rules, cell, _) in table() {
        if let DateReading::Date(date, form) = read_date(cell, &rules)
            && form.is_month_first().is_some()
            && !form.has_time
            && cell.bytes().all(|byte| byte.is_ascii_digit() || byte == form.separator as u8)
            && !cell.ends_with('.')
        {
            let pattern = DateFormat::parse(&form.date_pattern()).expect(cell);
            assert_eq!(pattern.read(cell, &rules), Some(date), "{cell} by {form}");
        }
    }
}

fn survey(cells: &[&str]) -> DateSurvey {
    let mut survey = DateSurvey::new(DateRules { allow_serials: true, is_birthday: true, ..rules() });
    (2..).zip(cells).for_each(|(line, cell)| survey.add(line, cell));
    survey
}

fn finding(cells: &[&str]) -> String {
    match survey(cells).order() {
        OrderFinding::NotNeeded => "not needed".to_owned(),
        OrderFinding::MonthFirst => "month first".to_owned(),
        OrderFinding::DayFirst => "day first".to_owned(),
        OrderFinding::Ambiguous(question) => {
            let first = question.cells.first.expect("an example");
            format!("{} {}: {} or {}", first.line, first.text, question.month_first, question.day_first)
        }
        OrderFinding::TwoOrders { month_first, day_first } => {
            let (month, day) = (month_first.first.expect("a cell"), day_first.first.expect("a cell"));
            format!(
                "{}×{} {}, {}×{} {}",
                month_first.count, month.line, month.text, day_first.count, day.line, day.text
            )
        }
    }
}

#[test]
fn a_column_has_one_order_or_a_question() {
    for (cells, wanted) in [
        (&["1990-05-12", "", "3 May 1990", "--05-12", "33015"][..], "not needed"),
        (&["05/05/1990", "0/0/00"], "not needed"),
        (&["1/1/2025", "1/14", "3/22", "12/30/1988"], "month first"),
        (&["5/22/1965", "11/30/88"], "month first"),
        (&["03/04/1990", "31/12/1990"], "day first"),
        (&["3.4.1990", "5.6.90"], "day first"),
        (&["3.4.1990", "12.31.1990"], "month first"),
        (&["05/12", ""], "2 05/12: MM/DD or DD/MM"),
        (&["x", "03-04-90", "3/4/1990"], "3 03-04-90: MM-DD-YY or DD-MM-YY"),
        (&["3.4.1990", "3/4/1990"], "3 3/4/1990: MM/DD/YYYY or DD/MM/YYYY"),
        (&["03 04 1990 10:30"], "2 03 04 1990 10:30: MM DD YYYY or DD MM YYYY"),
        (&["12/31/1990", "31/12/1990", "1/2/90", "12/30/1990"], "2×2 12/31/1990, 1×3 31/12/1990"),
        (&["12/31/1990", "3.4.1990"], "1×2 12/31/1990, 1×3 3.4.1990"),
        (&["31/04/2026", "03/04/2026"], "3 03/04/2026: MM/DD/YYYY or DD/MM/YYYY"),
    ] {
        assert_eq!(finding(cells), wanted, "{cells:?}");
    }
}

#[test]
fn a_survey_counts_each_kind_with_its_first_cell() {
    let survey = survey(&[
        "1990-05-12",
        "2026-03-03T10:30",
        " 1990-05-12",
        "11/30/88",
        "1/14",
        "33015",
        "1412098448000",
        "2026-03-03 10:30 +01:00",
        "soon",
        "n/a",
        "",
        "3/4/90",
        "later",
    ]);
    let count = |tally: &super::tally::CellTally| (tally.count, tally.first.as_ref().map_or(0, |first| first.line));
    assert_eq!(count(&survey.cells), (13, 2));
    assert_eq!(count(&survey.empty), (2, 11));
    assert_eq!(count(&survey.read), (9, 2));
    assert_eq!(count(&survey.unreadable), (2, 10));
    assert_eq!(count(&survey.native), (2, 2));
    assert_eq!(count(&survey.two_digit_years), (2, 5));
    assert_eq!(count(&survey.without_year), (1, 6));
    assert_eq!(count(&survey.serials), (1, 7));
    assert_eq!(count(&survey.epochs), (1, 8));
    assert_eq!(count(&survey.with_offset), (2, 8));
    assert_eq!(count(&survey.with_time), (3, 3));
    assert!(!survey.is_native() && !survey.has_only_serials());
    assert!(self::survey(&["1990-05-12", "0000-00-00", ""]).is_native());
    assert!(self::survey(&["33015", "32874", ""]).has_only_serials());
}

/// Cells that are nearly dates: pieces of dates in any order, and cells of the table with a change.
fn near_date() -> impl Strategy<Value = String> {
    let pieces =
        "(0|1|5|12|22|31|90|05|1990|2026|0000|/|-|\\.|:| |,|T|Z|am|PM|mai|Mar|de|th|\\+02:00|'|\"|é|٣|３){0,9}";
    let cells: Vec<&str> = table().into_iter().map(|(_, cell, _)| cell).collect();
    let changed = (proptest::sample::select(cells), any::<prop::sample::Index>(), "[0-9/ .:a-zé-]{0,2}");
    let changed = changed.prop_map(|(cell, at, more)| {
        let at = cell.char_indices().map(|(at, _)| at).nth(at.index(cell.chars().count() + 1)).unwrap_or(cell.len());
        format!("{}{more}{}", &cell[..at], &cell[at..])
    });
    prop_oneof![pieces, changed, ".{0,40}"]
}

fn any_rules() -> impl Strategy<Value = DateRules> {
    const ORDERS: [DayMonthOrder; 3] = [DayMonthOrder::MonthFirst, DayMonthOrder::DayFirst, DayMonthOrder::Unknown];
    (proptest::sample::select(&ORDERS[..]), any::<bool>(), any::<bool>())
        .prop_map(|(order, is_birthday, allow_serials)| DateRules { order, is_birthday, allow_serials, ..rules() })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 20_000, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_without_a_panic_and_quick_ways_change_nothing(cell in near_date(), rules in any_rules()) {
        let read = read_date(&cell, &rules);
        prop_assert_eq!(read, read_long(&cell, &rules).unwrap_or_else(DateReading::Unreadable));
        if let DateReading::Date(date, form) = read {
            prop_assert!(date.year.is_none() || date.date().is_some());
            prop_assert!(date.time.is_none() || date.time_of_day().is_some());
            prop_assert_eq!(date.year.is_none(), form.year == YearDigits::Absent);
            // What is written in the native form is read back.
            let again = read_date(&date.to_string(), &rules);
            prop_assert!(matches!(again, DateReading::Date(same, _) if same == date), "{} {:?}", date, again);
        }
    }

    #[test]
    fn a_known_order_reads_what_fits_it_and_an_unknown_one_nothing_else(cell in near_date()) {
        let by = |order| read_date(&cell, &DateRules { order, ..rules() });
        let (month_first, day_first) = (by(DayMonthOrder::MonthFirst), by(DayMonthOrder::DayFirst));
        match by(DayMonthOrder::Unknown) {
            DateReading::NeedsOrder(_) => {
                let both = matches!((month_first, day_first), (DateReading::Date(one, _), DateReading::Date(two, _)) if one != two);
                prop_assert!(both);
            }
            DateReading::Date(date, _) => {
                let is_date = |reading| matches!(reading, DateReading::Date(same, _) if same == date);
                prop_assert!(is_date(month_first) || is_date(day_first));
            }
            other @ (DateReading::Empty | DateReading::Unreadable(_)) => {
                prop_assert_eq!(month_first, other);
                prop_assert_eq!(day_first, other);
            }
        }
    }

    #[test]
    fn surveys_do_not_depend_on_the_split(
        cells in prop::collection::vec(near_date(), 0..40),
        parts in prop::collection::vec(0_usize..4, 40),
    ) {
        let rules = DateRules { allow_serials: true, ..rules() };
        let mut whole = DateSurvey::new(rules);
        let mut split = vec![DateSurvey::new(rules); 4];
        for ((line, cell), part) in (2..).zip(&cells).zip(parts) {
            whole.add(line, cell);
            split[part].add(line, cell);
        }
        let merged = split.into_iter().rev().reduce(|mut one, other| { one.merge(other); one }).expect("four parts");
        prop_assert_eq!(whole.cells.count, whole.empty.count + whole.read.count + whole.unreadable.count);
        prop_assert_eq!(whole, merged);
    }
}
