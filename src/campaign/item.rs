//! Items: every object that can stand on the canvas, with its settings.
//!
//! A choice not made yet is `None`, a text not written yet is empty; both load and simulate.

use serde::{Deserialize, Deserializer, Serialize};

use crate::calendar::timer::TimeOfDay;
use crate::calendar::{Day, Wall};

use super::left_out::or_none;
use super::schedule::{DateSchedule, DelaySchedule, FieldSchedule};

/// An item of a sequence (`rules.md` §1).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// Unique within the sequence, notes and frames included.
    pub id: u64,
    /// What people call it.
    #[serde(default, deserialize_with = "or_none")]
    pub name: String,
    /// Where it stands on the canvas, in points; decides only the order of ties (rank).
    pub position: Position,
    /// The Ready mark of a communication or process.
    #[serde(default, deserialize_with = "or_none")]
    pub ready: bool,
    /// What it is, with its settings.
    pub kind: Kind,
}

/// A point on the canvas: x to the right, y down, finite and within ±1,000,000.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Position(pub f64, pub f64);

impl Item {
    /// What people call it: its name, or what it is where it has none.
    pub fn called(&self) -> &str {
        if self.name.is_empty() { self.kind.label() } else { &self.name }
    }
}

impl Position {
    /// The farthest from the middle that anything stands, each way.
    pub const FARTHEST: f64 = 1_000_000.0;

    /// The nearest place on the canvas: finite, within ±[`Position::FARTHEST`], without a negative zero.
    pub fn within_canvas(self) -> Self {
        let fit = |number: f64| match number.is_nan() {
            true => 0.0,
            false => number.clamp(-Self::FARTHEST, Self::FARTHEST) + 0.0,
        };
        Position(fit(self.0), fit(self.1))
    }
}

impl<'de> Deserialize<'de> for Position {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (x, y) = <(f64, f64)>::deserialize(deserializer)?;
        let fits = |number: f64| number.is_finite() && number.abs() <= 1_000_000.0;
        if fits(x) && fits(y) {
            return Ok(Position(x, y));
        }
        Err(serde::de::Error::custom(format!(
            "({x}, {y}) is no place on the canvas: expected finite numbers within ±1,000,000"
        )))
    }
}

/// What an item is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Kind {
    /// Where contacts come in.
    Start,
    /// Waits, then for a fitting day and time (`rules.md` §4).
    DelayTimer {
        /// When; `None` while it is not set up.
        #[serde(default)]
        schedule: Option<DelaySchedule>,
    },
    /// Waits for a date or a range of dates (§5).
    DateTimer {
        /// When; `None` while it is not set up.
        #[serde(default)]
        schedule: Option<DateSchedule>,
    },
    /// Waits for a date that a field of the contact holds (§5).
    FieldTimer {
        /// When; `None` while it is not set up.
        #[serde(default)]
        schedule: Option<FieldSchedule>,
    },
    /// An email to the contact, a user or a fixed address.
    Email {
        /// To whom.
        #[serde(default)]
        to: Option<Recipient>,
        /// The subject line, with merge fields.
        #[serde(default, deserialize_with = "or_none")]
        subject: String,
        /// The text, with merge fields.
        #[serde(default, deserialize_with = "or_none")]
        body: String,
    },
    /// A fax to the contact.
    Fax {
        /// The text, with merge fields.
        #[serde(default, deserialize_with = "or_none")]
        body: String,
    },
    /// A letter to the contact.
    Letter {
        /// The text, with merge fields.
        #[serde(default, deserialize_with = "or_none")]
        body: String,
    },
    /// Puts tags on the contact and takes others off.
    ApplyRemoveTag {
        /// Tags to apply.
        #[serde(default, deserialize_with = "or_none")]
        apply: Vec<String>,
        /// Tags to remove; one that is also applied ends up applied.
        #[serde(default, deserialize_with = "or_none")]
        remove: Vec<String>,
    },
    /// Writes a note on the contact's record.
    ApplyNote {
        /// Its title, with merge fields.
        #[serde(default, deserialize_with = "or_none")]
        title: String,
        /// Its text, with merge fields.
        #[serde(default, deserialize_with = "or_none")]
        body: String,
    },
    /// Gives a user a task.
    CreateTask {
        /// Its title, with merge fields.
        #[serde(default, deserialize_with = "or_none")]
        title: String,
        /// Its text, with merge fields.
        #[serde(default, deserialize_with = "or_none")]
        body: String,
        /// Whose task.
        #[serde(default)]
        assign: Option<Assign>,
        /// Due that many days after the item runs.
        #[serde(default, deserialize_with = "or_none")]
        due_after_days: u64,
    },
    /// Puts an appointment into a user's calendar.
    CreateAppointment {
        /// Its title, with merge fields.
        #[serde(default, deserialize_with = "or_none")]
        title: String,
        /// The id of the user.
        #[serde(default)]
        user: Option<String>,
        /// The date that `after_days` counts from.
        #[serde(default)]
        basis: Option<Basis>,
        /// Days after the basis.
        #[serde(default, deserialize_with = "or_none")]
        after_days: u64,
        /// The time of day, in the campaign's zone.
        #[serde(default)]
        time: Option<TimeOfDay>,
        /// How long it takes.
        #[serde(default, deserialize_with = "or_none")]
        minutes: u64,
    },
    /// Sets a field of the contact.
    SetFieldValue {
        /// The field's key.
        #[serde(default)]
        field: Option<String>,
        /// The new value.
        #[serde(default)]
        value: Option<Value>,
        /// What to do with a value that is there; `None` is [`Mode::Overwrite`].
        #[serde(default)]
        mode: Option<Mode>,
    },
    /// Gives the contact an owner.
    AssignOwner {
        /// Who it is.
        #[serde(default)]
        assign: Option<Assign>,
    },
    /// Opens an opportunity.
    CreateOpportunity {
        /// Its title, with merge fields.
        #[serde(default, deserialize_with = "or_none")]
        title: String,
        /// The sales rep.
        #[serde(default)]
        assign: Option<Assign>,
        /// Its stage.
        #[serde(default)]
        stage: Option<String>,
    },
    /// Puts the contact on a list that somebody ships from.
    FulfillmentList {
        /// Its name.
        #[serde(default, deserialize_with = "or_none")]
        name: String,
        /// Where the list goes.
        #[serde(default)]
        deliver: Option<Deliver>,
        /// When the list is released; `None`: at once, for each contact.
        #[serde(default)]
        queue: Option<Queue>,
        /// The keys of the fields that the list holds.
        #[serde(default, deserialize_with = "or_none")]
        columns: Vec<String>,
        /// The name of a file that goes with it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        attachment: Option<String>,
    },
    /// Makes an order.
    CreateOrder {
        /// Product ids, each with how many.
        #[serde(default, deserialize_with = "or_none")]
        products: Vec<(String, u64)>,
        /// How it is paid.
        #[serde(default)]
        payment: Option<Payment>,
    },
    /// Gives the contact a CustomerHub login.
    AddToCustomerHub,
    /// Sends the contact's data to a web address; simulated, never sent.
    SendHttpPost {
        /// The web address.
        #[serde(default, deserialize_with = "or_none")]
        url: String,
        /// Names and values, with merge fields.
        #[serde(default, deserialize_with = "or_none")]
        pairs: Vec<(String, String)>,
        /// The answer that the simulation takes for given.
        #[serde(default, deserialize_with = "or_none")]
        simulated_response: Response,
    },
    /// Runs a named set of actions.
    ActionSet {
        /// Its name in the directory.
        #[serde(default, deserialize_with = "or_none")]
        name: String,
    },
}

/// To whom an email goes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Recipient {
    /// The contact.
    Contact,
    /// A user of the directory.
    User(String),
    /// A fixed address.
    Address(String),
}

/// Who gets a task, a contact or an opportunity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Assign {
    /// A user of the directory.
    User(String),
    /// The next member of a round robin.
    RoundRobin(String),
    /// The contact's owner.
    Owner,
}

/// The date an appointment counts from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Basis {
    /// The date on which the contact entered the sequence.
    EntryDate,
    /// The date in a field, read when the item runs.
    Field(String),
}

/// A value that Set Field Value writes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Value {
    /// A text.
    Text(String),
    /// A decimal number.
    Number(String),
    /// A date.
    Date(Day),
    /// A date and time.
    DateTime(Wall),
    /// The local date (and minute) of the moment at which the item runs.
    RunDate,
}

/// What Set Field Value does with a value that is there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Mode {
    /// Replaces it.
    #[default]
    Overwrite,
    /// Leaves it, and is skipped (`already_set`).
    OnlyIfBlank,
}

/// Where a fulfilment list goes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Deliver {
    /// To a user's dashboard.
    Dashboard(String),
    /// To an address.
    Email(String),
}

/// When a fulfilment list is released: at so many people or so long after the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Queue {
    /// Released when this many people are queued; `None`: however many they are.
    #[serde(default)]
    pub count: Option<u64>,
    /// Released this many times 24 hours after the first; `None`: however long it takes.
    #[serde(default)]
    pub within_days: Option<u64>,
}

/// How an order is paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Payment {
    /// The card on file is charged.
    AutoCharge,
    /// An invoice with a link to pay.
    PayableInvoice,
    /// An invoice.
    InvoiceOnly,
}

impl Payment {
    /// Its name in files.
    pub const fn word(self) -> &'static str {
        match self {
            Payment::AutoCharge => "AutoCharge",
            Payment::PayableInvoice => "PayableInvoice",
            Payment::InvoiceOnly => "InvoiceOnly",
        }
    }
}

/// The answer to an HTTP post that the simulation takes for given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Response {
    /// This status.
    Status(u16),
    /// None in time.
    Timeout,
}

impl Response {
    /// 200, received.
    pub fn received() -> Self {
        Response::Status(200)
    }

    /// What it means (`rules.md` §7), of a rehearsal's answer and of a real one.
    pub fn meaning(self) -> &'static str {
        match self {
            Response::Status(200) => "received",
            Response::Status(409) => "the person may already have a CustomerHub member record",
            Response::Status(_) | Response::Timeout => "needs a look",
        }
    }
}

impl Default for Response {
    fn default() -> Self {
        Response::received()
    }
}

/// The families of items that the canvas tells apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Family {
    Start,
    Timer,
    Communication,
    Process,
}

impl Kind {
    /// The family.
    pub fn family(&self) -> Family {
        match self {
            Kind::Start => Family::Start,
            Kind::DelayTimer { .. } | Kind::DateTimer { .. } | Kind::FieldTimer { .. } => Family::Timer,
            Kind::Email { .. } | Kind::Fax { .. } | Kind::Letter { .. } => Family::Communication,
            _ => Family::Process,
        }
    }

    /// Whether the Ready mark means something here.
    pub fn has_ready_mark(&self) -> bool {
        matches!(self.family(), Family::Communication | Family::Process)
    }

    /// What people call this kind of item.
    pub fn label(&self) -> &'static str {
        match self {
            Kind::Start => "Start",
            Kind::DelayTimer { .. } => "Delay timer",
            Kind::DateTimer { .. } => "Date timer",
            Kind::FieldTimer { .. } => "Field timer",
            Kind::Email { .. } => "Email",
            Kind::Fax { .. } => "Fax",
            Kind::Letter { .. } => "Letter",
            Kind::ApplyRemoveTag { .. } => "Apply or remove tag",
            Kind::ApplyNote { .. } => "Apply note",
            Kind::CreateTask { .. } => "Create task",
            Kind::CreateAppointment { .. } => "Create appointment",
            Kind::SetFieldValue { .. } => "Set field value",
            Kind::AssignOwner { .. } => "Assign owner",
            Kind::CreateOpportunity { .. } => "Create opportunity",
            Kind::FulfillmentList { .. } => "Fulfilment list",
            Kind::CreateOrder { .. } => "Create order",
            Kind::AddToCustomerHub => "Add to CustomerHub",
            Kind::SendHttpPost { .. } => "Send HTTP post",
            Kind::ActionSet { .. } => "Action set",
        }
    }

    /// The texts that may hold merge fields, with the setting's name.
    pub fn texts(&self) -> Vec<(&'static str, &str)> {
        match self {
            Kind::Email { subject, body, .. } => vec![("subject", subject), ("body", body)],
            Kind::Fax { body } | Kind::Letter { body } => vec![("body", body)],
            Kind::ApplyNote { title, body } | Kind::CreateTask { title, body, .. } => {
                vec![("title", title), ("body", body)]
            }
            Kind::CreateAppointment { title, .. } | Kind::CreateOpportunity { title, .. } => vec![("title", title)],
            Kind::SendHttpPost { url, pairs, .. } => {
                let values = pairs.iter().map(|(_, value)| ("pair", value.as_str()));
                std::iter::once(("url", url.as_str())).chain(values).collect()
            }
            _ => Vec::new(),
        }
    }
}
