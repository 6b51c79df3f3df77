//! The control with which the settings of an item are entered.

use crate::campaign::configured::faults;
use crate::campaign::kinds::setting::Setting;
use crate::campaign::kinds::{DateTimerSettings, Kind};
use crate::campaign::known::IndexedDirectory;
use crate::campaign::schedule::On;

/// The label of the first control that is missing or wrong; `None` if the item is set up.
pub fn of_missing(kind: &Kind, known: &IndexedDirectory<'_>) -> Option<&'static str> {
    faults(kind, known).first().map(|fault| of_setting(kind, fault.setting()))
}

/// The label of the first control of a setting.
pub fn of_setting(kind: &Kind, setting: Setting) -> &'static str {
    if setting != Setting::Schedule {
        setting.control()
    } else if let Kind::DateTimer(DateTimerSettings { schedule }) = kind {
        match schedule.as_ref().and_then(|schedule| schedule.on) {
            Some(On::Range(..)) => "First date",
            Some(On::Date(_)) | None => "Date",
        }
    } else if let Kind::FieldTimer(_) = kind {
        "Field"
    } else {
        "Wait at least"
    }
}
