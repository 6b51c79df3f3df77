//! The findings on the canvas: a badge for each thing that has findings, with their sentences.

use rustc_hash::FxHashMap;

use crate::campaign::ids::SequenceId;
use crate::findings::{Finding, FindingPlace, Severity};

/// The findings about one thing on the canvas.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Badge {
    /// The worst severity of the findings.
    pub severity: Severity,
    /// Each finding's sentence, worst first.
    pub sentences: Vec<String>,
}

/// The badges of one sequence.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Badges {
    ids: FxHashMap<u64, Badge>,
    links: FxHashMap<usize, Badge>,
}

impl Badges {
    /// The badge of an item or note, by its id.
    pub fn of(&self, id: u64) -> Option<&Badge> {
        self.ids.get(&id)
    }

    /// The badge of a link, by its index.
    pub fn of_link(&self, link: usize) -> Option<&Badge> {
        self.links.get(&link)
    }
}

/// The badges of this sequence; findings come worst first.
pub fn badges(findings: &[Finding], sequence: SequenceId) -> Badges {
    let mut badges = Badges::default();
    for finding in findings.iter().filter(|finding| finding.sequence == Some(sequence)) {
        match finding.place {
            FindingPlace::Item(id) | FindingPlace::Note(id) => add(&mut badges.ids, id, finding),
            FindingPlace::Link { index, .. } => add(&mut badges.links, index, finding),
            _ => {}
        }
    }
    badges
}

fn add<K: std::hash::Hash + Eq>(badges: &mut FxHashMap<K, Badge>, key: K, finding: &Finding) {
    let new = Badge { severity: finding.severity, sentences: Vec::new() };
    let badge = badges.entry(key).or_insert(new);
    // `Severity` is ordered worst first.
    badge.severity = badge.severity.min(finding.severity);
    badge.sentences.push(finding.sentence());
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::findings::Code;

    #[test]
    fn an_item_has_the_worst_severity_and_all_its_sentences() {
        let of = |code, sequence, place, text: &str| Finding::new(code, Some(SequenceId::new(sequence)), place, text);
        let findings = [
            of(Code::Draft, 1, FindingPlace::Item(3), "It is a draft."),
            of(Code::UnknownTag, 1, FindingPlace::Item(3), "It (item 3) names the unknown tag `x`."),
            of(Code::UnknownTag, 2, FindingPlace::Item(4), "Another sequence."),
            of(Code::LinkClosesLoop, 1, FindingPlace::Link { from: 1, to: 3, index: 5 }, "A loop."),
        ];
        let badges = badges(&findings, SequenceId::new(1));
        let badge = badges.of(3).expect("item 3 has findings");
        assert_eq!(badge.severity, Severity::Error);
        assert_eq!(badge.sentences, ["It is a draft.", "It names the unknown tag x."]);
        assert_eq!(badges.of(4), None);
        assert_eq!(badges.of_link(5).map(|badge| badge.severity), Some(Severity::Error));
    }
}
