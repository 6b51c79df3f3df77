//! TEMP
use crate::campaign::document::Campaign;
use crate::campaign::edit::{CanvasEdit, Edit};
use crate::findings::{Finding, Fix};
/// TEMP
pub fn edit_for(campaign: &Campaign, finding: &Finding) -> Option<Edit> {
    let place = campaign.sequences.iter().position(|s| Some(s.name.as_str()) == finding.sequence.as_deref())?;
    match finding.fix.as_ref()? {
        Fix::MarkReady(id) => Some(Edit::Canvas(place, CanvasEdit::MarkReady(vec![*id], true))),
        _ => None,
    }
}
