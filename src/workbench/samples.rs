//! The samples that come with the program, and the time zone of new campaigns.

use std::path::Path;

use crate::calendar::Zone;
use crate::campaign::document::Campaign;
use crate::storage::campaign_file::parse;

/// A sample: its file's name and its text.
#[derive(Clone, Copy, Debug)]
pub struct Sample {
    /// The file's name in `saved-campaigns`.
    pub file: &'static str,
    text: &'static str,
}

macro_rules! samples {
    ($($file:literal),* $(,)?) => {
        &[$(Sample { file: $file, text: include_str!(concat!("../../saved-campaigns/", $file)) },)*]
    };
}

/// All samples. The first one is opened at the first start.
pub const SAMPLES: &[Sample] = samples![
    "welcome.ron",
    "abandoned-order.ron",
    "appointment-reminders.ron",
    "birthday.ron",
    "lesson-draft-email.ron",
    "lesson-one-day.ron",
    "lesson-unconfigured-timer.ron",
    "onboarding.ron",
    "post-purchase.ron",
    "re-engagement.ron",
    "renewal.ron",
    "webinar.ron",
];

impl Sample {
    /// The campaign of the sample.
    pub fn campaign(&self) -> Option<Campaign> {
        parse(self.text, Path::new(self.file)).ok().map(|loaded| loaded.campaign)
    }
}

/// The campaign that the window opens with.
pub fn first() -> Campaign {
    SAMPLES.iter().find_map(Sample::campaign).expect("samples are read by a test")
}

/// The time zone of the system, if the zone data has it; else UTC.
pub fn system_zone() -> String {
    let system = jiff::tz::TimeZone::system();
    let known = system.iana_name().filter(|name| Zone::named(name).is_some());
    known.unwrap_or("UTC").to_owned()
}

#[cfg(test)]
mod tests {
    use std::process::Command;

    use super::*;

    #[test]
    fn the_zone_is_that_of_the_system() {
        const ZONE: &str = "Asia/Tokyo";
        if std::env::var("TZ").as_deref() == Ok(ZONE) {
            assert_eq!(system_zone(), ZONE);
            return;
        }
        // A process reads its zone only once, so this test runs itself in a process with another zone.
        let test = std::env::current_exe().expect("the tests");
        let name = "workbench::samples::tests::the_zone_is_that_of_the_system";
        let run = Command::new(test).args(["--exact", name]).env("TZ", ZONE).output().expect("a process");
        let told = String::from_utf8_lossy(&run.stdout).into_owned();
        assert!(run.status.success() && told.contains("1 passed"), "{told}");
    }
}
