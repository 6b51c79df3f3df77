//! The window as a whole: it opens, comes to rest, and follows its settings.

use dripline::workbench::editor::Editor;
use dripline::workbench::samples;

use crate::harness::{Opening, Window};

#[test]
fn every_sample_opens_in_both_themes_and_comes_to_rest() {
    for sample in samples::SAMPLES {
        let campaign = sample.campaign().expect("a campaign");
        Window::of(campaign.clone());
        Opening::of(Editor::of(campaign)).dark().sized(800.0, 600.0).open();
    }
}
