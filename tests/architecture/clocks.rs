//! In the window, only one module decides in which time zone an instant is shown. A panel that asks a plan or a
//! rehearsal for the campaign's zone would ignore the zone that the user has chosen.

use crate::Breach;
use crate::source::{Source, begins};

/// The module that decides.
const DECIDES: &str = "src/ui/controls/shown_zone.rs";

/// Files that need the campaign's zone for something other than showing an instant, each with its reason.
const EXEMPT: &[&str] = &[
    // A contact's record has its entry as text in the campaign's local time.
    "src/ui/panels/rehearse/record.rs",
    // A rehearsal keeps the moment of the live numbers in the campaign's local time.
    "src/ui/canvas/live_moment.rs",
    // A rehearsal keeps its breakpoints in the campaign's local time.
    "src/ui/panels/transport/scrub.rs",
];

/// Code that gives the campaign's zone.
const GIVES: [&str; 2] = ["plan . zone (", "rehearsing . zone ("];

pub fn check(sources: &[Source]) -> Vec<Breach> {
    let of_window = sources.iter().filter(|source| source.room() == "ui");
    let checked = of_window.filter(|source| source.file != DECIDES && !EXEMPT.contains(&source.file.as_str()));
    checked.flat_map(check_source).collect()
}

fn check_source(source: &Source) -> Vec<Breach> {
    let mut breaches = Vec::new();
    for gives in GIVES {
        let wanted: Vec<&str> = gives.split(' ').collect();
        for (at, token) in source.tokens.iter().enumerate().filter(|(_, token)| !token.in_tests) {
            if begins(&source.tokens[at..], &wanted) {
                let what = format!("`{}` gives the campaign's zone, whatever zone is chosen", gives.replace(' ', ""));
                breaches.push(Breach::new(&source.file, token.line, what, "Use `ShownZone::of(panel)`"));
            }
        }
    }
    breaches
}

/// Exempt files that no longer need it, or no longer exist.
pub fn needless(sources: &[Source]) -> Vec<&'static str> {
    let needs = |file: &&str| sources.iter().any(|source| source.file == **file && !check_source(source).is_empty());
    EXEMPT.iter().copied().filter(|file| !needs(file)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::short;
    use crate::source::planted;

    #[test]
    fn campaign_zone_is_found_in_the_window_outside_of_tests() {
        let text = "fn f() { shown.scene.plan.zone().local_at(at) }\nfn g() { panel.rehearsing.zone() }\n\
                    fn h() { ShownZone::of(panel).zone(); plan.zones() }\n\
                    #[cfg(test)]\nmod tests { fn i() { plan.zone() } }";
        let told = short(check(&planted("src/ui/canvas/a.rs", text)));
        assert_eq!(
            told,
            [
                "src/ui/canvas/a.rs:1: `plan.zone(` gives the campaign's zone, whatever zone is chosen",
                "src/ui/canvas/a.rs:2: `rehearsing.zone(` gives the campaign's zone, whatever zone is chosen",
            ]
        );
        assert!(check(&planted("src/workbench/a.rs", text)).is_empty(), "other rooms compute in the campaign's zone");
        assert!(check(&planted(DECIDES, text)).is_empty());
    }

    #[test]
    fn exempt_files_are_told_when_they_no_longer_need_it() {
        let file = EXEMPT[0];
        assert!(!needless(&planted(file, "fn f() { plan.zone() }")).contains(&file));
        assert!(needless(&planted(file, "fn f() {}")).contains(&file));
    }
}
