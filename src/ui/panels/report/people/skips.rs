//! The items that were skipped for a contact, and why.

use crate::calendar::Instant;
use crate::simulate::outcome::Outcome;
use crate::ui::panels::report::figures::Figures;

/// Most items in a tooltip.
const MOST: usize = 8;

/// What was skipped up to an instant, in a line: `“Offer”: no email address`, `3 items: draft (2), no email address`.
/// `None` if nothing was skipped.
pub(super) fn in_words(figures: &Figures, place: u64, clock: Instant) -> Option<String> {
    line(&skipped(figures, place, clock))
}

/// `Skipped` and a line for each item with its reason, up to an instant, for a tooltip. `None` if nothing was skipped.
pub(super) fn listed(figures: &Figures, place: u64, clock: Instant) -> Option<String> {
    let all = skipped(figures, place, clock);
    let more = match all.len().saturating_sub(MOST) {
        0 => String::new(),
        more => format!("\nand {more} more"),
    };
    let lines: Vec<String> = all.iter().take(MOST).map(|(item, why)| format!("“{item}”: {why}")).collect();
    (!lines.is_empty()).then(|| format!("Skipped\n{}{more}", lines.join("\n")))
}

/// The names of the items that were skipped up to an instant, each with its reason.
fn skipped(figures: &Figures, place: u64, clock: Instant) -> Vec<(&str, String)> {
    let run = &figures.run;
    let email = run.contact(place).map(|contact| contact.email_status());
    let visits = run.visits(place).filter_map(|visit| visit.at(clock));
    let skipped = visits.filter_map(|visit| match visit.outcome {
        Outcome::Skipped(reason) => {
            let why = email.map_or_else(|| reason.brief().to_owned(), |email| reason.brief_for(email));
            Some((figures.report.items[visit.rank as usize].label.as_str(), why))
        }
        Outcome::Ran | Outcome::Waiting | Outcome::Held => None,
    });
    skipped.collect()
}

fn line(skipped: &[(&str, String)]) -> Option<String> {
    let mut reasons: Vec<(&str, usize)> = Vec::new();
    for (_, why) in skipped {
        match reasons.iter_mut().find(|(known, _)| known == why) {
            Some((_, count)) => *count += 1,
            None => reasons.push((why, 1)),
        }
    }
    match (skipped, reasons.as_slice()) {
        ([], _) => None,
        ([(item, why)], _) => Some(format!("“{item}”: {why}")),
        (_, [(why, count)]) => Some(format!("{count} items: {why}")),
        (_, several) => {
            let several = several.iter().map(|(why, count)| match count {
                1 => (*why).to_owned(),
                count => format!("{why} ({count})"),
            });
            Some(format!("{} items: {}", skipped.len(), several.collect::<Vec<_>>().join(", ")))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::line as of;

    #[test]
    fn what_was_skipped_is_one_line_with_reasons() {
        let line = |skipped: &[(&str, &str)]| {
            let skipped: Vec<(&str, String)> = skipped.iter().map(|(item, why)| (*item, (*why).to_owned())).collect();
            of(&skipped)
        };
        let said = |words: &str| Some(words.to_owned());
        assert_eq!(line(&[]), None);
        assert_eq!(line(&[("Offer", "draft")]), said("“Offer”: draft"));
        assert_eq!(line(&[("A", "draft"), ("B", "draft")]), said("2 items: draft"));
        let three = [("A", "draft"), ("B", "no phone"), ("C", "draft")];
        assert_eq!(line(&three), said("3 items: draft (2), no phone"));
    }
}
