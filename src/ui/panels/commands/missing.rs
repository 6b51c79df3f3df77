//! What Dripline doesn't have, by the words that people type for it, and what comes closest.

use crate::campaign::catalog::OFFERS;
use crate::ui::context::command::Command;
use crate::ui::context::parts::WindowPart;

use super::target::CommandTarget;

/// Something that Dripline doesn't have.
pub(super) struct MissingFeature {
    /// The words that people type for it.
    pub(super) words: &'static [&'static str],
    /// What the program does instead, in a sentence.
    pub(super) says: &'static str,
    /// Where the closest thing is.
    pub(super) closest: CommandTarget,
}

/// Everything that people look for in vain, with what comes closest.
pub(super) fn all() -> Vec<MissingFeature> {
    let missing = |words, says, closest| MissingFeature { words, says, closest };
    let (run, part) = (CommandTarget::Run, CommandTarget::Part);
    let mut all = vec![
        missing(
            &["goal", "goals", "campaign goal", "stop on goal", "end goal"],
            "No goals: contacts enter at a Start. Choose the contacts and when they enter",
            part(WindowPart::Contacts),
        ),
        missing(
            &["form", "web form", "landing page", "opt-in", "sign up", "signup", "subscribe", "checkout form"],
            "No forms: in a rehearsal, contacts enter at the times you choose",
            part(WindowPart::Contacts),
        ),
        missing(
            &[
                "decision",
                "decision diamond",
                "condition",
                "if",
                "if else",
                "split",
                "ab test",
                "a/b test",
                "rule path",
            ],
            "No decisions: draw a sequence for each group of contacts",
            run(Command::NewSequence),
        ),
        missing(
            &["send test", "test email", "test send", "send now", "send email", "send a test email", "deliver", "smtp"],
            "Nothing is ever sent, not even a test. Preview the message for any contact",
            run(Command::Preview),
        ),
        missing(
            &["undo send", "unsend", "recall", "cancel sending", "stop sending", "delete sent email"],
            "Nothing was sent, so there is nothing to take back. Start again from the first day",
            run(Command::RehearseNow),
        ),
        missing(
            &["go live", "launch", "publish campaign", "activate campaign", "start campaign", "turn on"],
            "Nothing goes live here: publish in Keap. See first what would happen",
            run(Command::RehearseNow),
        ),
        missing(
            &[
                "log in",
                "login",
                "sign in",
                "account",
                "password",
                "sync",
                "connect keap",
                "keap account",
                "infusionsoft",
            ],
            "No connection to Keap: import the contacts that you exported there",
            run(Command::ImportContacts),
        ),
        missing(
            &["import campaign", "import from keap", "keap campaign", "load keap campaign"],
            "Keap campaigns can't be read: start from a sample or draw it",
            run(Command::Gallery),
        ),
        missing(
            &["open rate", "opens", "clicks", "click rate", "conversion", "conversion rate", "bounces", "revenue"],
            "Opens and clicks aren't rehearsed: see what each contact gets",
            part(WindowPart::Items),
        ),
        missing(
            &["unsubscribe", "opt out", "opt-out", "marketable", "email status", "consent"],
            "No contact opts out during a rehearsal: set each contact's email status before it",
            part(WindowPart::Contacts),
        ),
        missing(
            &["share", "collaborate", "cloud", "invite", "send to a colleague", "link to share"],
            "No sharing: save the campaign and send its file, or export a picture",
            run(Command::SaveAs),
        ),
        missing(
            &["autosave", "version history", "earlier version", "restore version", "backups"],
            "Earlier versions are next to the campaign's file, ending in .bak1 and so on",
            run(Command::Open),
        ),
        missing(
            &["holiday", "holidays", "bank holiday", "public holiday", "easter", "christmas"],
            "No list of holidays: each timer has its own days. See the rules",
            run(Command::Rules),
        ),
        missing(
            &["language", "translate", "german", "spanish", "french"],
            "Dripline is in English. Dates and times can follow your habits",
            run(Command::DayFirst),
        ),
    ];
    if let Some(tag) = OFFERS.iter().position(|offer| offer.label == "Apply or remove tag") {
        all.push(missing(
            &["lead score", "scoring", "score", "segment", "smart list"],
            "No scores or segments: insert “Apply or remove tag” to mark contacts",
            run(Command::Insert(tag)),
        ));
    }
    all
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn no_word_leads_to_two_answers_and_each_answer_fits_its_row() {
        let all = all();
        let words: Vec<_> = all.iter().flat_map(|missing| missing.words).collect();
        assert_eq!(words.iter().collect::<BTreeSet<_>>().len(), words.len());
        for missing in &all {
            assert!(missing.says.chars().count() <= 84, "{}", missing.says);
            assert!(!missing.says.ends_with('.'), "{}", missing.says);
        }
    }
}
