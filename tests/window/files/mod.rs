//! Files in the window, and what their tests share.

mod closing;
mod dropped;
mod paths;
mod templates;
mod typing;

use std::path::{Path, PathBuf};

use dripline::campaign::edit::Edit;
use dripline::ui::context::action::Action;
use eframe::egui::ViewportCommand;

use crate::harness::Window;

pub fn sample(folder: &Path, name: &str) -> PathBuf {
    let path = folder.join(name);
    std::fs::copy("saved-campaigns/birthday.ron", &path).expect("a copy");
    path
}

/// A window with a renamed campaign that was not saved.
pub fn changed() -> Window {
    let mut window = Window::new();
    rename(&mut window, "Spring");
    window
}

pub fn rename(window: &mut Window, name: &str) {
    let ctx = window.harness.ctx.clone();
    window.app_mut().act(&ctx, Action::edit(Edit::RenameCampaign(name.to_owned())));
    window.settle();
}

/// The last window title that was set.
pub fn title(window: &Window) -> String {
    let title = window.asked().into_iter().rev().find_map(|command| match command {
        ViewportCommand::Title(title) => Some(title),
        _ => None,
    });
    title.expect("a title was set")
}

pub fn closes(window: &Window) -> bool {
    window.asked().contains(&ViewportCommand::Close)
}
