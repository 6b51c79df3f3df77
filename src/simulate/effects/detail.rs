//! The detail of each effect: what stands in it, with merge fields filled.

use serde_json::{Value, json};

use crate::campaign::fields::{Column, Field};
use crate::campaign::item::{Basis, Deliver, Kind, Recipient, Response};
use crate::simulate::kernel::Visit;

use super::order;
use super::record::Record;

/// The effect of a kind that changes nothing of the record.
pub(super) fn of(record: &Record<'_>, kind: &Kind, visit: &Visit, user: Option<&str>) -> Option<(&'static str, Value)> {
    let merged = |text: &str| record.merged(text);
    Some(match kind {
        Kind::Email { to, subject, body } => {
            let to = to.as_ref().map(|to| recipient(record, to)).unwrap_or_default();
            ("email", json!({ "to": to, "subject": merged(subject), "body": merged(body) }))
        }
        Kind::Fax { body } => ("fax", json!({ "number": record.column(Column::Fax), "body": merged(body) })),
        Kind::Letter { body } => ("letter", letter(record, &merged(body))),
        Kind::ApplyNote { title, body } => ("note", json!({ "title": merged(title), "body": merged(body) })),
        Kind::CreateTask { title, body, due_after_days, .. } => {
            let days = i64::try_from(*due_after_days).unwrap_or(i64::MAX);
            let due = record.wall(visit.arrived).day().plus_days(days);
            let detail = json!({ "title": merged(title), "body": merged(body), "user": user, "due": due.to_string() });
            ("task", detail)
        }
        Kind::CreateOpportunity { title, stage, .. } => {
            ("opportunity", json!({ "title": merged(title), "stage": stage, "user": user }))
        }
        Kind::CreateAppointment { title, user, .. } => {
            let (starts, minutes) = appointment(record, kind)?;
            ("appointment", json!({ "title": merged(title), "user": user, "starts": starts, "minutes": minutes }))
        }
        Kind::FulfillmentList { .. } => ("fulfillment", fulfillment(record, kind)),
        Kind::CreateOrder { products, payment } => ("order", order::order(record, products, *payment)),
        Kind::AddToCustomerHub => ("customer_hub", json!({ "login": record.column(Column::Email) })),
        Kind::SendHttpPost { url, pairs, simulated_response } => {
            let pairs: Vec<_> = pairs.iter().map(|(name, value)| (name, merged(value))).collect();
            let meaning = simulated_response.meaning();
            let response = match simulated_response {
                Response::Status(status) => json!(status),
                Response::Timeout => json!("timeout"),
            };
            ("http_post", json!({ "url": merged(url), "pairs": pairs, "response": response, "meaning": meaning }))
        }
        Kind::ActionSet { name } => ("action_set", json!({ "name": name })),
        _ => return None,
    })
}

/// A field that was set.
pub(super) fn field(record: &Record<'_>, field: Field, before: String) -> (&'static str, Value) {
    let key = field.key(&record.teller.campaign.directory);
    ("field", json!({ "field": key, "before": before, "value": record.value(field) }))
}

/// An owner that was assigned.
pub(super) fn owner(before: Option<String>, user: Option<&str>) -> (&'static str, Value) {
    ("owner", json!({ "before": before.unwrap_or_default(), "user": user }))
}

fn recipient(record: &Record<'_>, to: &Recipient) -> String {
    match to {
        Recipient::Contact => record.column(Column::Email),
        Recipient::User(id) => {
            record.teller.campaign.directory.user(id).map(|user| user.email.clone()).unwrap_or_default()
        }
        Recipient::Address(address) => record.merged(address),
    }
}

fn letter(record: &Record<'_>, body: &str) -> Value {
    let column = |column| record.column(column);
    let name = format!("{} {}", column(Column::FirstName), column(Column::LastName));
    json!({
        "body": body,
        "name": name.trim(),
        "street": column(Column::Street),
        "city": column(Column::City),
        "state": column(Column::State),
        "postal_code": column(Column::PostalCode),
        "country": column(Column::Country),
    })
}

/// When an appointment starts, on the campaign's wall clock, and how long it takes.
fn appointment(record: &Record<'_>, kind: &Kind) -> Option<(String, u64)> {
    let Kind::CreateAppointment { basis, after_days, time, minutes, .. } = kind else { return None };
    let day = match basis.as_ref()? {
        Basis::EntryDate => record.wall(record.entered).day(),
        Basis::Field(key) => {
            let field = Field::named(key, &record.teller.campaign.directory)?;
            record.date(field)?.wall.day()
        }
    };
    let day = day.plus_days(i64::try_from(*after_days).unwrap_or(i64::MAX));
    let starts = match time {
        Some(time) => day.at_second(time.secs()).to_string(),
        None => day.to_string(),
    };
    Some((starts, *minutes))
}

fn fulfillment(record: &Record<'_>, kind: &Kind) -> Value {
    let Kind::FulfillmentList { name, deliver, queue, columns, attachment } = kind else { return Value::Null };
    let directory = &record.teller.campaign.directory;
    let row: Vec<String> = columns
        .iter()
        .map(|key| Field::named(key, directory).map(|field| record.value(field)).unwrap_or_default())
        .collect();
    let mut detail = json!({
        "list": name,
        "deliver": deliver.as_ref().map(deliver_to),
        "columns": columns,
        "queued": queue.is_some(),
    });
    if queue.is_none() {
        detail["csv"] = Value::from(super::fulfilment::job_csv(columns, std::slice::from_ref(&row)));
    }
    if let Some(attachment) = attachment {
        detail["attachment"] = json!(attachment);
    }
    detail["row"] = json!(row);
    detail
}

/// Where a fulfilment list goes, in words.
pub(super) fn deliver_to(deliver: &Deliver) -> String {
    match deliver {
        Deliver::Dashboard(user) => format!("dashboard of {user}"),
        Deliver::Email(address) => address.clone(),
    }
}
