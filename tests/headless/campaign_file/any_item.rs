//! Random items that a file can have, and their values.

use dripline::calendar::timer::{
    ClosingTime, Nth, Offset, OffsetUnit, RunOn, TimeOfDay, TimeWindow, Unit, YearRule, ZoneChoice,
};
use dripline::calendar::{Date, DateTime, Weekday};
use dripline::campaign::item::Position;
use dripline::campaign::kinds::{
    ActionSet, ApplyNote, ApplyRemoveTag, Assign, AssignOwner, Basis, CreateAppointment, CreateOpportunity,
    CreateOrder, CreateTask, DateTimerSettings, DelayTimerSettings, Deliver, Email, Fax, FieldTimerSettings,
    FulfillmentList, Kind, Letter, OverwriteMode, Payment, Queue, Recipient, Response, SendHttpPost, SetFieldValue,
    TextMessage, Value,
};
use dripline::campaign::schedule::{DateSchedule, DelaySchedule, FieldSchedule, On};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;

pub fn text() -> BoxedStrategy<String> {
    let tricky = vec![
        "",
        " ",
        "\"",
        "\\",
        "\\n",
        "\n",
        "\r\n",
        "\t",
        "'",
        "Don't",
        "//",
        "/*",
        "*/",
        "(",
        "]",
        "r#\"",
        "\"#",
        "None",
        "\0",
        "\u{7f}",
        "\u{85}",
        "\u{feff}",
        "\u{2028}",
        "\u{202e}",
        "שלום",
        "مرحبا",
        "e\u{301}",
        "👩\u{200d}🚀",
        "日本",
        "~Contact.FirstName~",
        "\\u{41}",
        "\u{10ffff}",
        "#![enable(x)]",
    ];
    let tricky = vec(select(tricky), 0..5).prop_map(|parts| parts.concat());
    prop_oneof![3 => tricky, 1 => any::<String>(), 2 => "[a-zA-Z ]{0,12}"].boxed()
}

pub fn texts() -> BoxedStrategy<Vec<String>> {
    vec(text(), 0..4).boxed()
}

pub fn number() -> BoxedStrategy<u64> {
    prop_oneof![0..100_u64, any::<u64>(), Just(u64::MAX)].boxed()
}

fn coordinate() -> BoxedStrategy<f64> {
    let whole = (-1_000_000..=1_000_000_i32).prop_map(f64::from);
    prop_oneof![whole, -1e6..1e6_f64, Just(-0.0), Just(1e6), Just(5e-324), Just(0.1 + 0.2)].boxed()
}

pub fn position() -> BoxedStrategy<Position> {
    (coordinate(), coordinate()).prop_map(|(x, y)| Position(x, y)).boxed()
}

fn day() -> BoxedStrategy<Date> {
    let (first, last) = (Date::from_civil(1, 1, 1).number(), Date::from_civil(9999, 12, 31).number());
    prop_oneof![20_000..23_000_i32, first..=last].prop_map(Date::from_number).boxed()
}

pub fn local() -> BoxedStrategy<DateTime> {
    (day(), 0..1440_i64).prop_map(|(day, minute)| day.at_second(minute * 60)).boxed()
}

fn time_of_day() -> BoxedStrategy<TimeOfDay> {
    (0..1440_u16).prop_filter_map("a time", TimeOfDay::from_minutes).boxed()
}

fn window() -> BoxedStrategy<TimeWindow> {
    let closing = (0..=1440_u16).prop_filter_map("a time", ClosingTime::from_minutes);
    prop_oneof![
        Just(TimeWindow::AnyTime),
        time_of_day().prop_map(TimeWindow::At),
        (time_of_day(), closing).prop_map(|(from, to)| TimeWindow::Between(from, to)),
    ]
    .boxed()
}

fn zone() -> BoxedStrategy<Option<ZoneChoice>> {
    of(select(vec![ZoneChoice::Campaign, ZoneChoice::Contact])).boxed()
}

fn run_on() -> BoxedStrategy<RunOn> {
    let weekday = || select(Weekday::ALL.to_vec());
    let nth = select(vec![Nth::First, Nth::Second, Nth::Third, Nth::Fourth, Nth::Last]);
    prop_oneof![
        Just(RunOn::AnyDay),
        Just(RunOn::Weekdays),
        Just(RunOn::Weekends),
        vec(weekday(), 0..4).prop_map(RunOn::Days),
        number().prop_map(RunOn::DayOfMonth),
        (nth, weekday()).prop_map(|(nth, day)| RunOn::Nth(nth, day)),
    ]
    .boxed()
}

fn delay() -> BoxedStrategy<DelaySchedule> {
    let unit = select(vec![Unit::Minutes, Unit::Hours, Unit::Days, Unit::Weekdays, Unit::Weeks, Unit::Months]);
    (of(number()), of(unit), of(run_on()), of(window()), zone())
        .prop_map(|(wait, unit, run_on, time, zone)| DelaySchedule { wait, unit, run_on, time, zone })
        .boxed()
}

fn dated() -> BoxedStrategy<DateSchedule> {
    let on = prop_oneof![day().prop_map(On::Date), (day(), day()).prop_map(|(first, last)| On::Range(first, last))];
    (of(on), of(window()), zone()).prop_map(|(on, time, zone)| DateSchedule { on, time, zone }).boxed()
}

fn fielded() -> BoxedStrategy<FieldSchedule> {
    let unit = || select(vec![OffsetUnit::Days, OffsetUnit::Weeks, OffsetUnit::Months]);
    let offset = prop_oneof![
        Just(Offset::On),
        (number(), unit()).prop_map(|(amount, unit)| Offset::Before(amount, unit)),
        (number(), unit()).prop_map(|(amount, unit)| Offset::After(amount, unit)),
    ];
    let year = select(vec![YearRule::NextOccurrence, YearRule::FromField]);
    (of(text()), of(offset), of(year), of(window()), zone())
        .prop_map(|(field, offset, year, time, zone)| FieldSchedule { field, offset, year, time, zone })
        .boxed()
}

fn assign() -> BoxedStrategy<Option<Assign>> {
    of(prop_oneof![text().prop_map(Assign::User), text().prop_map(Assign::RoundRobin), Just(Assign::Owner)]).boxed()
}

fn value() -> BoxedStrategy<Value> {
    prop_oneof![
        text().prop_map(Value::Text),
        text().prop_map(Value::Number),
        day().prop_map(Value::Date),
        local().prop_map(Value::DateTime),
        Just(Value::RunDate),
    ]
    .boxed()
}

fn fulfilment() -> BoxedStrategy<Kind> {
    let deliver = of(prop_oneof![text().prop_map(Deliver::Dashboard), text().prop_map(Deliver::Email)]);
    let queue = (of(number()), of(number())).prop_map(|(count, within_days)| Queue { count, within_days });
    (text(), deliver, of(queue), texts(), of(text()))
        .prop_map(|(name, deliver, queue, columns, attachment)| {
            Kind::FulfillmentList(FulfillmentList { name, deliver, queue, columns, attachment })
        })
        .boxed()
}

fn appointment() -> BoxedStrategy<Kind> {
    let basis = of(prop_oneof![Just(Basis::EntryDate), text().prop_map(Basis::Field)]);
    (text(), of(text()), basis, number(), of(time_of_day()), number())
        .prop_map(|(title, user, basis, after_days, time, minutes)| {
            Kind::CreateAppointment(CreateAppointment { title, user, basis, after_days, time, minutes })
        })
        .boxed()
}

pub fn kind() -> BoxedStrategy<Kind> {
    let recipient = of(prop_oneof![
        Just(Recipient::Contact),
        text().prop_map(Recipient::User),
        text().prop_map(Recipient::Address)
    ]);
    let mode = of(select(vec![OverwriteMode::Overwrite, OverwriteMode::OnlyIfBlank]));
    let payment = of(select(vec![Payment::AutoCharge, Payment::PayableInvoice, Payment::InvoiceOnly]));
    let response = prop_oneof![any::<u16>().prop_map(Response::Status), Just(Response::Timeout)];
    prop_oneof![
        Just(Kind::Start),
        of(delay()).prop_map(|schedule| Kind::DelayTimer(DelayTimerSettings { schedule })),
        of(dated()).prop_map(|schedule| Kind::DateTimer(DateTimerSettings { schedule })),
        of(fielded()).prop_map(|schedule| Kind::FieldTimer(FieldTimerSettings { schedule })),
        (recipient, text(), text()).prop_map(|(to, subject, body)| Kind::Email(Email { to, subject, body })),
        text().prop_map(|body| Kind::Fax(Fax { body })),
        text().prop_map(|body| Kind::Letter(Letter { body })),
        text().prop_map(|body| Kind::TextMessage(TextMessage { body })),
        (texts(), texts()).prop_map(|(apply, remove)| Kind::ApplyRemoveTag(ApplyRemoveTag { apply, remove })),
        (text(), text()).prop_map(|(title, body)| Kind::ApplyNote(ApplyNote { title, body })),
        (text(), text(), assign(), number()).prop_map(|(title, body, assign, due_after_days)| Kind::CreateTask(
            CreateTask { title, body, assign, due_after_days }
        )),
        appointment(),
        (of(text()), of(value()), mode).prop_map(|(field, value, mode)| Kind::SetFieldValue(SetFieldValue {
            field,
            value,
            mode
        })),
        assign().prop_map(|assign| Kind::AssignOwner(AssignOwner { assign })),
        (text(), assign(), of(text())).prop_map(|(title, assign, stage)| Kind::CreateOpportunity(CreateOpportunity {
            title,
            assign,
            stage
        })),
        fulfilment(),
        (vec((text(), number()), 0..3), payment)
            .prop_map(|(products, payment)| Kind::CreateOrder(CreateOrder { products, payment })),
        Just(Kind::AddToCustomerHub),
        (text(), vec((text(), text()), 0..3), response).prop_map(
            |(url, pairs, simulated_response)| Kind::SendHttpPost(SendHttpPost { url, pairs, simulated_response })
        ),
        text().prop_map(|name| Kind::ActionSet(ActionSet { name })),
    ]
    .boxed()
}
