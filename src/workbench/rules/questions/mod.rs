//! The questions, by topic.

mod changes;
mod dates;
mod days;
mod moving;
mod needs;
mod skipped;
mod terms;
mod zones;

use super::question::{Question, Topic};

/// All topics, in the order in which one learns them.
pub const TOPICS: &[Topic] = &[
    Topic {
        id: "days",
        title: "Days and hours",
        about: "How long a delay timer waits, and on which day and at which time it releases a contact.",
        questions: days::QUESTIONS,
    },
    Topic {
        id: "dates",
        title: "Dates and birthdays",
        about: "Timers that go by a date, or by a date field of each contact.",
        questions: dates::QUESTIONS,
    },
    Topic {
        id: "zones",
        title: "Time zones and clock changes",
        about: "Whose time counts, when a day begins, and what happens when the clocks change.",
        questions: zones::QUESTIONS,
    },
    Topic {
        id: "moving",
        title: "How contacts move",
        about: "How a contact enters a sequence, goes from item to item, and leaves it.",
        questions: moving::QUESTIONS,
    },
    Topic {
        id: "not-sent",
        title: "Why something was not sent",
        about: "The reasons for which an item is skipped.",
        questions: skipped::QUESTIONS,
    },
    Topic {
        id: "needs",
        title: "What items need",
        about: "What you fill in before an item works, and which values it takes.",
        questions: needs::QUESTIONS,
    },
    Topic {
        id: "changes",
        title: "What items do",
        about: "What an item changes in a contact's record, and what a rehearsal does instead of the real thing.",
        questions: changes::QUESTIONS,
    },
    Topic {
        id: "terms",
        title: "What the words mean",
        about: "The words that the canvas, the lists and the report use.",
        questions: terms::QUESTIONS,
    },
];

/// All questions, in the order of their topics.
pub fn questions() -> impl Iterator<Item = &'static Question> {
    TOPICS.iter().flat_map(|topic| topic.questions)
}

/// The question with this id, or the one that explains the rule with this id best: a question that begins with the
/// rule, else the first that has it.
pub fn question(id: &str) -> Option<&'static Question> {
    let leads = |question: &&Question| question.rules.first().is_some_and(|precise| precise.rule == id);
    let has = |question: &&Question| question.rules.iter().any(|precise| precise.rule == id);
    questions().find(|question| question.id == id).or_else(|| questions().find(leads)).or_else(|| questions().find(has))
}
