//! Splits a finding's sentence into a title and a detail.

use rustc_hash::FxHashMap;

use crate::campaign::document::Campaign;
use crate::campaign::ids::ItemRef;
use crate::campaign::kinds::Kind;
use crate::findings::words::without_ids;
use crate::findings::{Code, Finding, FindingPlace, Severity};

/// A finding as shown in a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// The title: what is wrong.
    pub title: String,
    /// The detail: the consequence, or what to do.
    pub detail: String,
}

/// What tells a finding from another one with the same sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Distinction {
    /// The name of the item before its item.
    After(String),
    /// Only the ids that the sentence has.
    Ids,
}

/// The listed findings whose sentences are the same without ids, and what tells each of them apart.
pub fn alike(campaign: &Campaign, findings: &[Finding], listed: &[usize]) -> FxHashMap<usize, Distinction> {
    let mut groups: FxHashMap<_, Vec<usize>> = FxHashMap::default();
    for place in listed {
        if let Some(finding) = findings.get(*place) {
            groups.entry((finding.sequence, without_ids(&finding.message))).or_default().push(*place);
        }
    }
    let mut alike = FxHashMap::default();
    for group in groups.into_values().filter(|group| group.len() > 1) {
        let before: Vec<Option<String>> =
            group.iter().map(|place| before(campaign, findings[*place].item()?)).collect();
        for (place, name) in group.iter().zip(&before) {
            let is_unique = name.is_some() && before.iter().filter(|other| *other == name).count() == 1;
            let told = name.clone().filter(|_| is_unique).map_or(Distinction::Ids, Distinction::After);
            alike.insert(*place, told);
        }
    }
    alike
}

/// The name of the item before an item.
fn before(campaign: &Campaign, item: ItemRef) -> Option<String> {
    let sequence = campaign.sequence(item.sequence)?;
    let (from, _) = sequence.links.iter().find(|(_, to)| *to == item.item)?;
    let previous = sequence.item(*from)?;
    Some(previous.called().to_owned())
}

/// Where a sentence continues with the consequence.
const SEAMS: [&str; 6] = [": ", ", so ", ", which ", ", where ", ", who ", "; "];

/// Splits the sentence between what is wrong and the consequence. Names stay whole. Without ids, unless nothing else
/// tells it from another finding.
pub fn words(finding: &Finding, told: Option<&Distinction>) -> Words {
    let sentence = match (told, finding.item()) {
        (Some(Distinction::After(name)), Some(item)) => {
            let id = format!(" (item {})", item.item);
            without_ids(&finding.message.replacen(&id, &format!(", after “{name}”,"), 1)).replace(",,", ",")
        }
        (Some(_), _) => finding.message.clone(),
        (None, _) => without_ids(&finding.message),
    };
    let sentence = sentence.strip_suffix('.').unwrap_or(&sentence);
    match seam(sentence) {
        Some((at, length)) => {
            let rest = sentence[at + length..].trim_start();
            // “so it waits” becomes “it waits”, which is shown alone.
            let rest = rest.strip_prefix("so ").unwrap_or(rest);
            Words { title: sentence[..at].to_owned(), detail: rest.to_owned() }
        }
        None => Words { title: sentence.to_owned(), detail: finding.help.trim_end_matches('.').to_owned() },
    }
}

/// The position and length of the first split point outside quotes and brackets.
fn seam(sentence: &str) -> Option<(usize, usize)> {
    let (mut depth, mut in_code) = (0_i32, false);
    for (at, char) in sentence.char_indices() {
        match char {
            '`' => in_code = !in_code,
            '“' | '(' => depth += 1,
            '”' | ')' => depth -= 1,
            _ if depth == 0 && !in_code => {
                if let Some(seam) = SEAMS.iter().find(|seam| sentence[at..].starts_with(**seam)) {
                    // A relative clause keeps its pronoun; other conjunctions are dropped.
                    let length = if seam.starts_with(", w") { 2 } else { seam.len() };
                    return Some((at, length));
                }
            }
            _ => {}
        }
    }
    None
}

/// Whether the button that opens the settings stands before the fix, which is only a guess.
pub fn is_chosen_by_hand(finding: &Finding) -> bool {
    matches!(finding.code, Code::DatePassed | Code::DatesDescend)
}

/// Whether the date that has passed is in the contacts, since the timer takes it from a field.
pub fn is_in_contacts(campaign: &Campaign, finding: &Finding) -> bool {
    let item = finding.item().and_then(|at| campaign.item(at));
    is_chosen_by_hand(finding) && item.is_some_and(|item| matches!(item.kind, Kind::FieldTimer(_)))
}

/// The label of the button that opens the settings, or the contacts whose dates are the problem; `None` if there is
/// nothing to open.
pub fn opens(campaign: &Campaign, finding: &Finding) -> Option<&'static str> {
    if is_in_contacts(campaign, finding) {
        return Some("Show the contacts");
    }
    if is_chosen_by_hand(finding) {
        return Some("Change the date…");
    }
    if finding.code == Code::BrokenLink {
        return Some("Edit the text");
    }
    match (&finding.place, finding.severity) {
        (FindingPlace::Item(_), Severity::Error) => Some("Set up"),
        (FindingPlace::Item(_), _) => Some("Edit"),
        (FindingPlace::Directory { .. }, _) => Some("Open directory"),
        (FindingPlace::Campaign, _) if finding.code == Code::UnknownTimeZone => Some("Open directory"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campaign::item::{Item, Position};
    use crate::campaign::kinds::Letter;
    use crate::workbench::samples;

    fn split(message: &str) -> (String, String) {
        let words = words(&Finding::new(Code::Draft, None, FindingPlace::Campaign, message), None);
        (words.title, words.detail)
    }

    #[test]
    fn a_sentence_splits_where_it_says_what_follows() {
        let (title, detail) = split("Email “How to start” (item 4) is a draft: it is skipped for all contacts.");
        assert_eq!(
            (title.as_str(), detail.as_str()),
            ("Email “How to start” is a draft", "it is skipped for all contacts")
        );
        let (title, detail) = split("Delay timer “Wait” (item 5) is not set up, so it holds every contact.");
        assert_eq!((title.as_str(), detail.as_str()), ("Delay timer “Wait” is not set up", "it holds every contact"));
        let (_, detail) = split("The round robin “A” has the member `x`, who isn't in the directory.");
        assert_eq!(detail, "who isn't in the directory");
    }

    #[test]
    fn two_findings_of_one_sentence_name_what_tells_them_apart() {
        let mut campaign = samples::first();
        let sequence = &mut campaign.sequences[0];
        let item =
            |id, name: &str, kind| Item { id, name: name.to_owned(), position: Position(0.0, 0.0), ready: false, kind };
        let written = || Kind::Letter(Letter { body: "Dear".to_owned() });
        sequence.items = vec![item(1, "In", Kind::Start)];
        sequence.items.extend((2..5).map(|id| item(id, "", written())));
        sequence.links = vec![(1, 2), (2, 3)];
        let of = Some(sequence.id);
        let letter = |id: u64| {
            let message = format!("Letter (item {id}) is a draft: it is skipped for all contacts.");
            Finding::new(Code::Draft, of, FindingPlace::Item(id), message)
        };
        let findings = [letter(2), letter(3), letter(4)];
        let alike = alike(&campaign, &findings, &[0, 1, 2]);
        let titles: Vec<String> =
            findings.iter().zip(0..).map(|(it, place)| words(it, alike.get(&place)).title).collect();
        let expected =
            ["Letter, after “In”, is a draft", "Letter, after “Letter”, is a draft", "Letter (item 4) is a draft"];
        assert_eq!(titles, expected);
        assert!(super::alike(&campaign, &findings, &[0]).is_empty(), "alone, it needs nothing more");
    }

    #[test]
    fn names_stay_whole_whatever_is_in_them() {
        let (title, detail) = split("Email “Hi: you, so there (item x” (item 4) has no `a: b`.");
        assert_eq!(title, "Email “Hi: you, so there (item x” has no `a: b`");
        assert_eq!(detail, "Mark it ready");
    }
}
