//! The blocks of an HTML body. All are measured once, and only those in view are laid out: a body can have thousands.

use std::sync::{Arc, Weak};

use eframe::egui::{FontSelection, Label, Rect, Sense, Ui, UiBuilder, WidgetText, pos2, vec2};

use super::ink;
use crate::picture::theme::ColorRole;
use crate::ui::controls::look;
use crate::workbench::preview::MessagePreview;
use crate::workbench::preview::html::page::{BlockKind, HtmlBlock, HtmlPage};

/// The space between two blocks.
const GAP: f32 = 7.0;
/// The height of a rule.
const RULE: f32 = 6.0;

/// Where the blocks of a body are, from its top. The measures belong to a message, in a width and at a scale.
#[derive(Debug, Default)]
pub struct BlockPlaces {
    of: Option<(Weak<MessagePreview>, f32, f32)>,
    /// The top and bottom of each block.
    places: Vec<(f32, f32)>,
}

impl BlockPlaces {
    fn measure(&mut self, ui: &Ui, message: &Arc<MessagePreview>, page: &HtmlPage) {
        let (width, scale) = (ui.available_width(), ui.ctx().pixels_per_point());
        let is_same = |of: &(Weak<MessagePreview>, f32, f32)| {
            (of.1, of.2) == (width, scale) && std::ptr::eq(of.0.as_ptr(), Arc::as_ptr(message))
        };
        if self.of.as_ref().is_some_and(is_same) {
            return;
        }
        let mut top = 0.0;
        self.places.clear();
        for block in &page.blocks {
            let bottom = top + height(ui, block, width);
            self.places.push((top, bottom));
            top = bottom + GAP;
        }
        self.of = Some((Arc::downgrade(message), width, scale));
    }

    /// The height of all blocks.
    fn height(&self) -> f32 {
        self.places.last().map_or(0.0, |(_, bottom)| *bottom)
    }

    /// The blocks that meet a part of the body, each with its index, top and bottom.
    fn within(&self, from: f32, to: f32) -> impl Iterator<Item = (usize, f32, f32)> {
        let first = self.places.partition_point(|(_, bottom)| *bottom < from);
        let met = self.places.iter().enumerate().skip(first).take_while(move |(_, (top, _))| *top <= to);
        met.map(|(place, (top, bottom))| (place, *top, *bottom))
    }
}

fn height(ui: &Ui, block: &HtmlBlock, width: f32) -> f32 {
    if block.kind == BlockKind::Rule {
        return RULE;
    }
    let text = WidgetText::from(ink::block(ui, block));
    text.into_galley(ui, None, (width - indent(block)).max(1.0), FontSelection::Default).size().y
}

fn indent(block: &HtmlBlock) -> f32 {
    let depth = match block.kind {
        BlockKind::Entry(depth, _) => f32::from(depth),
        BlockKind::Paragraph | BlockKind::Heading(_) | BlockKind::Preformatted | BlockKind::Rule => 0.0,
    };
    16.0 * (depth + f32::from(block.quoted))
}

/// Draws the blocks of a message's page, as far as they are in view.
pub(super) fn show(ui: &mut Ui, message: &Arc<MessagePreview>, page: &HtmlPage, places: &mut BlockPlaces) {
    if page.blocks.is_empty() {
        look::hint(ui, "Nothing in this HTML is seen by readers.");
        return;
    }
    places.measure(ui, message, page);
    let (all, _) = ui.allocate_exact_size(vec2(ui.available_width(), places.height()), Sense::hover());
    let seen = ui.clip_rect();
    for (place, top, bottom) in places.within(seen.top() - all.top(), seen.bottom() - all.top()) {
        let block = &page.blocks[place];
        let corner = pos2(all.left() + indent(block), all.top() + top);
        let rect = Rect::from_min_max(corner, pos2(all.right().max(corner.x + 1.0), all.top() + bottom));
        if block.kind == BlockKind::Rule {
            ui.painter().hline(rect.x_range(), rect.center().y, (1.0, look::ink(ui, ColorRole::Line)));
            continue;
        }
        let mut ui = ui.new_child(UiBuilder::new().id_salt(("block", place)).max_rect(rect));
        let job = ink::block(&ui, block);
        ui.add(Label::new(job).wrap().selectable(true));
    }
}
