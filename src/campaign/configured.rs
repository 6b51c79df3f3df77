//! Whether an item is configured (`rules.md` §6): the one place that decides it.

use super::directory::FieldKind;
use super::fields::Field;
use super::item::{Assign, Basis, Deliver, Kind, Recipient, Value};
use super::known::Known;
use super::merge::has_merge_field;

/// Why a setting does not count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lack {
    /// It is not set.
    Missing(&'static str),
    /// It is set to something that cannot work; the second text says what is wrong.
    Wrong(&'static str, String),
    /// It names something that is not in the directory: a `tag`, and its name.
    Unknown(&'static str, String),
}

/// What an item lacks to be configured; nothing if it is.
pub fn lacks(kind: &Kind, directory: &Known<'_>) -> Vec<Lack> {
    let mut lacks = Lacks { directory, found: Vec::new() };
    lacks.check(kind);
    lacks.found
}

/// Whether an item is configured.
pub fn is_configured(kind: &Kind, directory: &Known<'_>) -> bool {
    lacks(kind, directory).is_empty()
}

struct Lacks<'a> {
    directory: &'a Known<'a>,
    found: Vec<Lack>,
}

impl Lacks<'_> {
    fn check(&mut self, kind: &Kind) {
        match kind {
            Kind::Start | Kind::AddToCustomerHub => {}
            Kind::DelayTimer { schedule } => {
                self.schedule(schedule.is_some(), schedule.as_ref().and_then(|s| s.complete()).is_some());
            }
            Kind::DateTimer { schedule } => {
                self.schedule(schedule.is_some(), schedule.as_ref().and_then(|s| s.complete()).is_some());
            }
            Kind::FieldTimer { schedule } => {
                let complete = schedule.as_ref().and_then(|s| s.complete(self.directory));
                self.schedule(schedule.is_some(), complete.is_some());
                if let Some(field) = schedule.as_ref().and_then(|s| s.field.as_deref()) {
                    self.dated_field(field);
                }
            }
            Kind::Email { to, subject, body } => {
                self.recipient(to.as_ref());
                self.text("subject", subject);
                self.text("body", body);
            }
            Kind::Fax { body } | Kind::Letter { body } => self.text("body", body),
            Kind::ApplyRemoveTag { apply, remove } => {
                if apply.is_empty() && remove.is_empty() {
                    self.missing("tag");
                }
                for tag in apply.iter().chain(remove) {
                    self.known("tag", tag, self.directory.has_tag(tag));
                }
            }
            Kind::ApplyNote { title, .. } => self.text("title", title),
            Kind::CreateTask { title, assign, .. } => {
                self.text("title", title);
                self.assign(assign.as_ref());
            }
            Kind::CreateAppointment { title, user, basis, .. } => {
                self.text("title", title);
                match user {
                    Some(user) => self.user(user),
                    None => self.missing("user"),
                }
                match basis {
                    Some(Basis::EntryDate) => {}
                    Some(Basis::Field(key)) => self.dated_field(key),
                    None => self.missing("basis"),
                }
            }
            Kind::SetFieldValue { field, value, .. } => self.set_field(field.as_deref(), value.as_ref()),
            Kind::AssignOwner { assign } => {
                self.assign(assign.as_ref());
                if assign == &Some(Assign::Owner) {
                    self.wrong("assign", "the owner can't be the owner's own source");
                }
            }
            Kind::CreateOpportunity { title, assign, stage } => {
                self.opportunity(title, assign.as_ref(), stage.as_deref())
            }
            Kind::FulfillmentList { name, deliver, columns, .. } => {
                self.text("name", name);
                self.deliver(deliver.as_ref());
                if columns.is_empty() {
                    self.missing("columns");
                }
                for column in columns {
                    self.known("column", column, Field::named(column, self.directory).is_some());
                }
            }
            Kind::CreateOrder { products, payment } => {
                if products.is_empty() {
                    self.missing("products");
                }
                for (product, _) in products {
                    self.known("product", product, self.directory.product(product).is_some());
                }
                if payment.is_none() {
                    self.missing("payment");
                }
            }
            Kind::SendHttpPost { url, .. } => self.url(url),
            Kind::ActionSet { name } => {
                self.text("name", name);
                if !name.is_empty() {
                    self.known("action set", name, self.directory.has_action_set(name));
                }
            }
        }
    }

    fn missing(&mut self, setting: &'static str) {
        self.found.push(Lack::Missing(setting));
    }

    fn wrong(&mut self, setting: &'static str, why: &str) {
        self.found.push(Lack::Wrong(setting, why.to_owned()));
    }

    fn known(&mut self, what: &'static str, name: &str, is_known: bool) {
        if !is_known {
            self.found.push(Lack::Unknown(what, name.to_owned()));
        }
    }

    /// A text is set if it is not empty; blanks alone are not empty.
    fn text(&mut self, setting: &'static str, text: &str) {
        if text.is_empty() {
            self.missing(setting);
        }
    }

    fn schedule(&mut self, is_there: bool, is_complete: bool) {
        match (is_there, is_complete) {
            (_, true) => {}
            (false, _) => self.missing("schedule"),
            (true, false) => self.wrong("schedule", "a part of it is missing or out of bounds"),
        }
    }

    fn user(&mut self, id: &str) {
        if id.is_empty() {
            self.missing("user");
        } else {
            self.known("user", id, self.directory.user(id).is_some());
        }
    }

    fn recipient(&mut self, to: Option<&Recipient>) {
        match to {
            None => self.missing("to"),
            Some(Recipient::Contact) => {}
            Some(Recipient::User(id)) => self.user(id),
            Some(Recipient::Address(address)) => self.text("to", address),
        }
    }

    fn assign(&mut self, assign: Option<&Assign>) {
        match assign {
            None => self.missing("assign"),
            Some(Assign::Owner) => {}
            Some(Assign::User(id)) => self.user(id),
            Some(Assign::RoundRobin(id)) => {
                self.known("round robin", id, self.directory.round_robin_place(id).is_some());
            }
        }
    }

    fn opportunity(&mut self, title: &str, assign: Option<&Assign>, stage: Option<&str>) {
        self.text("title", title);
        self.assign(assign);
        if let Some(Assign::User(id)) = assign
            && self.directory.user(id).is_some_and(|user| !user.sales_rep)
        {
            self.wrong("assign", &format!("user `{id}` is no sales rep"));
        }
        match stage {
            None | Some("") => self.missing("stage"),
            Some(stage) => {
                self.known("stage", stage, self.directory.has_stage(stage));
            }
        }
    }

    fn deliver(&mut self, deliver: Option<&Deliver>) {
        match deliver {
            None => self.missing("deliver"),
            Some(Deliver::Dashboard(user)) => self.user(user),
            Some(Deliver::Email(address)) => self.text("deliver", address),
        }
    }

    fn dated_field(&mut self, key: &str) {
        match Field::named(key, self.directory) {
            _ if key.is_empty() => self.missing("field"),
            None => self.known("field", key, false),
            Some(field) if field.is_dated(self.directory) => {}
            Some(_) => self.wrong("field", &format!("`{key}` holds no date")),
        }
    }

    fn set_field(&mut self, key: Option<&str>, value: Option<&Value>) {
        let field = match key {
            None | Some("") => {
                self.missing("field");
                None
            }
            Some(key) => match Field::named(key, self.directory) {
                None => {
                    self.known("field", key, false);
                    None
                }
                Some(field) if !field.can_be_set() => {
                    self.wrong("field", &format!("`{key}` can't be updated"));
                    None
                }
                Some(field) => Some(field),
            },
        };
        match value {
            None => self.missing("value"),
            Some(Value::Text(text) | Value::Number(text)) if text.is_empty() => self.missing("value"),
            Some(Value::Text(text)) if has_merge_field(text) => {
                self.wrong("value", "merge fields don't work in a field's value");
            }
            Some(value) => {
                if let Some(field) = field
                    && !fits(value, field.kind(self.directory))
                {
                    self.wrong("value", "it does not fit the field's kind");
                }
            }
        }
    }

    fn url(&mut self, url: &str) {
        if url.is_empty() {
            return self.missing("url");
        }
        match url_fault(url) {
            None => {}
            Some(why) => self.wrong("url", why),
        }
    }
}

/// Whether a value is of a field's kind (`rules.md` §6).
pub fn fits(value: &Value, kind: FieldKind) -> bool {
    match value {
        Value::Text(_) => kind == FieldKind::Text,
        Value::Number(text) => kind == FieldKind::Number && is_decimal(text),
        Value::Date(_) => kind == FieldKind::Date,
        Value::DateTime(_) => kind == FieldKind::DateTime,
        Value::RunDate => matches!(kind, FieldKind::Date | FieldKind::DateTime),
    }
}

/// A decimal number: digits, with a sign before and a fraction behind if need be.
pub fn is_decimal(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    match unsigned.split_once('.') {
        Some((whole, fraction)) => digits(whole) && digits(fraction),
        None => digits(unsigned),
    }
}

/// What is wrong with the web address of an HTTP post: http or https, and no port, 80 or 443.
pub fn url_fault(text: &str) -> Option<&'static str> {
    let Ok(url) = url::Url::parse(text) else { return Some("it is no web address") };
    if !matches!(url.scheme(), "http" | "https") {
        return Some("it begins with neither http:// nor https://");
    }
    // The parser forgives missing or surplus slashes; a person who typed them meant something else.
    let after_scheme = &text.trim_start()[url.scheme().len()..];
    if after_scheme.strip_prefix("://").is_none_or(|rest| rest.starts_with(['/', '\\'])) {
        return Some("it is no web address");
    }
    match url.port() {
        None | Some(80 | 443) => None,
        Some(_) => Some("only the ports 80 and 443 are allowed"),
    }
}
