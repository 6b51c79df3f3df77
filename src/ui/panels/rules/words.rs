//! Dates and outcomes of examples in words.

use crate::calendar::DateTime;
use crate::ui::context::settings::Settings;
use crate::ui::controls::dates;
use crate::workbench::examples::ExampleOutcome;

/// When the contact continues, or why it doesn't.
pub(in crate::ui::panels::rules) fn outcome(settings: &Settings, answer: ExampleOutcome) -> String {
    match answer {
        ExampleOutcome::GoesOn { local, .. } => dates::date_time(settings, local),
        ExampleOutcome::BeyondTime | ExampleOutcome::Jumps(_) | ExampleOutcome::Held => answer.words(),
    }
}

/// A date and a time without the year.
pub(in crate::ui::panels::rules) fn near(settings: &Settings, local: DateTime) -> String {
    format!("{} {}", dates::near(settings, local.date()), dates::clock(settings, local))
}
