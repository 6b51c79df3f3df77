//! The edits of fixes, computed once for each state of the campaign.

use rustc_hash::FxHashMap;

use crate::campaign::edit::Edit;
use crate::campaign::ids::SequenceId;
use crate::findings::Finding;
use crate::ui::context::panel::DocumentView;
use crate::workbench::fixes;

use super::navigation::is_there;

/// The edits of fixes, by the index of their finding.
#[derive(Clone, Debug, Default)]
pub struct FixEdits {
    of: Option<FixesOf>,
    /// Empty for a finding without a fix, or with one that no longer applies.
    known: FxHashMap<usize, Vec<FixEdit>>,
}

/// What the edits depend on: the findings' number, the document's revision, and the open sequence.
type FixesOf = (u64, u64, SequenceId);

/// A fix with the edit that does it.
#[derive(Clone, Debug, PartialEq)]
pub struct FixEdit {
    /// The label of its button.
    pub label: String,
    /// What the button does.
    pub edit: Edit,
}

impl FixEdits {
    /// The fixes of the finding at an index that apply to the campaign as it is now, the likely one first.
    pub fn of(&mut self, panel: &DocumentView<'_>, place: usize) -> &[FixEdit] {
        let of = Some((panel.findings_number, panel.editor.revision(), panel.sequence_id()));
        if self.of != of {
            *self = Self { of, ..Self::default() };
        }
        let Some(finding) = panel.findings.get(place) else { return &[] };
        self.known.entry(place).or_insert_with(|| computed(panel, finding))
    }
}

fn computed(panel: &DocumentView<'_>, finding: &Finding) -> Vec<FixEdit> {
    // Findings about the whole campaign can be fixed from any sequence.
    let sequence = finding.sequence.unwrap_or(panel.sequence_id());
    if !is_there(panel.campaign, sequence, finding) {
        return Vec::new();
    }
    let fixes = [&finding.fix, &finding.other_fix].into_iter().flatten();
    let edits = fixes.filter_map(|fix| {
        let edit = fixes::edit_for(fix, panel.campaign, sequence)?;
        Some(FixEdit { label: fix.label(), edit })
    });
    edits.collect()
}
