//! The objects a person can put on a canvas, each as it is when it is new.

use super::item::{Kind, Mode, Response};

/// What the palette says of an object.
#[derive(Clone, Copy, Debug)]
pub struct Offer {
    /// The heading it stands under.
    pub group: Group,
    /// One line of help.
    pub help: &'static str,
    /// A new one, with nothing chosen yet.
    pub new: fn() -> Kind,
}

/// A heading of the palette.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Group {
    Timers,
    Communications,
    Processes,
}

impl Group {
    /// The heading.
    pub fn label(self) -> &'static str {
        match self {
            Group::Timers => "Timers",
            Group::Communications => "Communications",
            Group::Processes => "Processes",
        }
    }
}

impl Offer {
    /// What people call it.
    pub fn label(&self) -> &'static str {
        (self.new)().label()
    }
}

const fn offer(group: Group, help: &'static str, new: fn() -> Kind) -> Offer {
    Offer { group, help, new }
}

/// All objects, in the palette's order.
pub const OFFERS: &[Offer] = &[
    offer(Group::Timers, "Where contacts come in", || Kind::Start),
    offer(Group::Timers, "Waits, then for a fitting day and time", || Kind::DelayTimer { schedule: None }),
    offer(Group::Timers, "Waits for a date or a range of dates", || Kind::DateTimer { schedule: None }),
    offer(Group::Timers, "Waits for a date that a field of the contact holds", || Kind::FieldTimer { schedule: None }),
    offer(Group::Communications, "An email to the contact, a user or an address", || Kind::Email {
        to: None,
        subject: String::new(),
        body: String::new(),
    }),
    offer(Group::Communications, "A fax to the contact", || Kind::Fax { body: String::new() }),
    offer(Group::Communications, "A letter to the contact", || Kind::Letter { body: String::new() }),
    offer(Group::Processes, "Puts tags on the contact, takes others off", || Kind::ApplyRemoveTag {
        apply: Vec::new(),
        remove: Vec::new(),
    }),
    offer(Group::Processes, "Writes a note on the contact's record", || Kind::ApplyNote {
        title: String::new(),
        body: String::new(),
    }),
    offer(Group::Processes, "Gives a user something to do", || Kind::CreateTask {
        title: String::new(),
        body: String::new(),
        assign: None,
        due_after_days: 0,
    }),
    offer(Group::Processes, "Puts an appointment into a user's calendar", || Kind::CreateAppointment {
        title: String::new(),
        user: None,
        basis: None,
        after_days: 0,
        time: None,
        minutes: 30,
    }),
    offer(Group::Processes, "Writes a value into a field of the contact", || Kind::SetFieldValue {
        field: None,
        value: None,
        mode: Some(Mode::Overwrite),
    }),
    offer(Group::Processes, "Gives the contact an owner", || Kind::AssignOwner { assign: None }),
    offer(Group::Processes, "Opens an opportunity for a sales rep", || Kind::CreateOpportunity {
        title: String::new(),
        assign: None,
        stage: None,
    }),
    offer(Group::Processes, "Puts the contact on a list that somebody ships from", || Kind::FulfillmentList {
        name: String::new(),
        deliver: None,
        queue: None,
        columns: Vec::new(),
        attachment: None,
    }),
    offer(Group::Processes, "Makes an order of products", || Kind::CreateOrder { products: Vec::new(), payment: None }),
    offer(Group::Processes, "Gives the contact a CustomerHub login", || Kind::AddToCustomerHub),
    offer(Group::Processes, "Hands data to a web address; simulated, never sent", || Kind::SendHttpPost {
        url: String::new(),
        pairs: Vec::new(),
        simulated_response: Response::received(),
    }),
    offer(Group::Processes, "Runs a named set of actions", || Kind::ActionSet { name: String::new() }),
];
