//! Actions of the dialog for testing an HTTP post.

use eframe::egui;

use super::app::App;
use crate::ui::context::action::TestPost;
use crate::ui::context::view_state::Overlay;
use crate::ui::panels::post_test::state::PostTestState;
use crate::workbench::failure::Failure;
use crate::workbench::post_test::PostTest;
use crate::workbench::post_test::filled::filled;

impl App {
    pub(super) fn act_on_post_test(&mut self, ctx: &egui::Context, wish: TestPost) {
        match wish {
            TestPost::Begin => match self.begun(ctx) {
                Ok(test) => {
                    (self.post_test, self.panels.post_test) = (Some(test), PostTestState::default());
                    self.view.overlay = Overlay::TestPost;
                }
                Err(failure) => self.toasts.warn(failure.to_string()),
            },
            TestPost::Send { may_be_special } => {
                if let Some(test) = &mut self.post_test {
                    test.send(may_be_special);
                }
            }
            TestPost::Stop => {
                if let Some(test) = &mut self.post_test {
                    test.stop();
                }
            }
            TestPost::Close => self.close(),
        }
    }

    /// Starts a test of the selected post, with the lookup.
    fn begun(&self, ctx: &egui::Context) -> Result<PostTest, Failure> {
        let selection = &self.view.selection;
        let campaign = self.editor.campaign();
        let item = selection.single().and_then(|id| campaign.sequence(selection.sequence)?.item(id));
        let item = item.ok_or_else(|| Failure::Usage("Select an HTTP post to test it.".to_owned()))?;
        let wake = ctx.clone();
        PostTest::start(filled(campaign, &item.kind)?, move || wake.request_repaint())
    }

    /// Follows the test. If its dialog was closed, the test ends.
    pub(super) fn follow_post_test(&mut self) {
        if let Some(test) = &mut self.post_test {
            test.follow();
        }
        if self.view.overlay != Overlay::TestPost {
            self.post_test = None;
        }
    }
}
