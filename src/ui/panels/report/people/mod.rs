//! The people behind the numbers: those who fit an item, what became of it, and how they stand, at the clock's instant.

mod filter;
mod rows;

use std::sync::Arc;

use eframe::egui::{self, RichText};

use super::figures::Figures;
use super::walk::Walk;
use crate::picture::theme::Ink;
use crate::report::people::{ContactSelection, Filter};
use crate::ui::controls::theme::{color, semibold};
use crate::ui::controls::words;
use crate::ui::shell::app::Panel;
use crate::workbench::rehearse::seek::{Seek, Sought};

/// How high a row is.
const ROW: f32 = 26.0;
/// What the rows are known by.
const NAME: &str = "people of the report";

/// What the list keeps between frames.
#[derive(Clone, Debug, Default)]
pub struct People {
    /// Who is looked for.
    pub filter: Filter,
    seeking: Seeking,
    /// The names that an item is chosen by, and the run they are of.
    names: Option<(u64, Arc<[String]>)>,
    walk: Walk,
}

/// The search beside the window; a copy of the view seeks anew.
#[derive(Debug, Default)]
struct Seeking(Seek);

impl Clone for Seeking {
    fn clone(&self) -> Self {
        Self::default()
    }
}

/// Draws it.
pub fn show(ui: &mut egui::Ui, panel: &mut Panel<'_>, figures: &Figures) {
    let mut people = std::mem::take(&mut panel.view.report.people);
    people.name_items(figures);
    let (number, clock) = figures.of;
    let wake = ui.ctx().clone();
    let plays = panel.rehearsing.clock().is_some_and(|clock| clock.plays);
    let sought = Sought { number, clock, filter: people.filter.clone() };
    people.seeking.0.ask(&figures.run, sought, plays, move || wake.request_repaint());
    let listed = people.seeking.0.listed().cloned();
    ui.horizontal_wrapped(|ui| {
        ui.set_min_height(36.0);
        filter::show(ui, &mut people, figures);
        let found = match &listed {
            None => "Looking…".to_owned(),
            Some(listed) => words::people(listed.len() as u64),
        };
        ui.label(RichText::new(found).family(semibold()));
    });
    if let Some(listed) = listed {
        list(ui, &mut people, panel, figures, &listed);
    }
    panel.view.report.people = people;
}

fn list(ui: &mut egui::Ui, people: &mut People, panel: &mut Panel<'_>, figures: &Figures, listed: &ContactSelection) {
    let columns = rows::Columns::of(ui.available_width() - 10.0);
    rows::head(ui, panel, &columns);
    if listed.is_empty() {
        ui.add_space(8.0);
        let words = "Nobody fits at this moment. Another filter or a later moment may find somebody.";
        ui.label(RichText::new(words).color(color(Ink::Muted, panel.theme)));
        return;
    }
    let mut walk = std::mem::take(&mut people.walk);
    walk.rows(ui, (NAME, listed.len(), ROW), |walk, ui, rect, row| {
        if let Some(place) = listed.place(row) {
            rows::row(ui, walk, panel, figures, &columns, rect, row, place);
        }
    });
    people.walk = walk;
}

impl People {
    /// Looks for those whom a number of the table counts.
    pub fn look_for(&mut self, filter: Filter) {
        self.filter = filter;
        self.walk.begin();
    }

    fn name_items(&mut self, figures: &Figures) {
        if self.names.as_ref().is_none_or(|(of, _)| *of != figures.of.0) {
            let any = std::iter::once("Any item".to_owned());
            let names = figures.report.items.iter().map(|item| match item.name.as_str() {
                "" => item.kind.to_owned(),
                name => name.to_owned(),
            });
            self.names = Some((figures.of.0, any.chain(names).collect()));
        }
    }
}
