//! Going to a part of the window, in the mode that has it.

use super::app::App;
use crate::ui::context::parts::WindowPart;
use crate::ui::context::view_state::{Overlay, WindowMode};
use crate::ui::panels::directory::state::DirectoryPart;
use crate::ui::panels::rehearse::state::RehearseTab;
use crate::ui::panels::report::state::ReportTab;

impl App {
    /// Goes to a part of the window.
    pub(super) fn show_part(&mut self, part: WindowPart) {
        match part {
            WindowPart::Contacts => (self.view.mode, self.view.shows_population) = (WindowMode::Rehearse, true),
            WindowPart::ContactList => self.show_rehearse(RehearseTab::People),
            WindowPart::Story => self.show_rehearse(RehearseTab::Story),
            WindowPart::Agenda => self.show_rehearse(RehearseTab::Agenda),
            WindowPart::Items => self.show_report(ReportTab::Items),
            WindowPart::Counted => self.show_report(ReportTab::People),
            WindowPart::OverTime => self.show_report(ReportTab::OverTime),
            WindowPart::Load => {
                self.show_report(ReportTab::Load);
                self.panels.report.show_month(false);
            }
            WindowPart::Month => {
                self.show_report(ReportTab::Load);
                self.panels.report.show_month(true);
            }
            WindowPart::Compare => self.show_report(ReportTab::Compare),
            WindowPart::CampaignSettings => self.open_directory(None),
            WindowPart::CampaignRules => {
                self.open_directory(None);
                self.panels.directory.part = DirectoryPart::Rules;
            }
            WindowPart::Entries(list) => self.open_directory(Some(list)),
        }
    }

    fn show_rehearse(&mut self, tab: RehearseTab) {
        self.view.mode = WindowMode::Rehearse;
        (self.panels.rehearse.tab, self.panels.rehearse.is_open) = (tab, true);
    }

    fn show_report(&mut self, tab: ReportTab) {
        self.view.mode = WindowMode::Report;
        self.panels.report.tab = tab;
    }

    /// Opens an overlay. Those that list templates see the folder as it is now.
    pub(super) fn show_overlay(&mut self, overlay: Overlay) {
        if matches!(overlay, Overlay::Gallery | Overlay::SaveTemplate | Overlay::Commands) {
            self.templates.refresh();
        }
        self.view.overlay = overlay;
    }

    /// Whether a panel of Build mode is shown after its command: it is switched in Build mode, and shown when the
    /// command comes from another mode.
    pub(super) fn shows_in_build(&mut self, is_shown: bool) -> bool {
        std::mem::replace(&mut self.view.mode, WindowMode::Build) != WindowMode::Build || !is_shown
    }
}
