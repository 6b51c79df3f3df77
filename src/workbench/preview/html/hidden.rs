//! Elements that are hidden, and where they end. HTML leaves out the end tags of some elements: another tag ends them.

use super::tags::{TagEffect, effect};

/// A hidden element that is open.
pub(super) struct HiddenElement {
    name: String,
    /// How many elements that keep it open are open in it. A list in a list entry has entries of its own.
    inner: u32,
}

/// What an end tag does to a hidden element.
pub(super) enum AtEnd {
    /// The element goes on.
    GoesOn,
    /// The tag ends the element.
    IsEnded,
    /// The tag ends another element, which contained this one.
    WasEnded,
}

impl HiddenElement {
    pub fn new(name: &str) -> Self {
        Self { name: name.to_owned(), inner: 0 }
    }

    /// Whether the element goes on at this start tag.
    pub fn goes_on_at_start(&mut self, name: &str) -> bool {
        if self.inner == 0 && is_ended_by_start(&self.name, name) {
            return false;
        }
        self.inner += u32::from(self.keeps_open(name));
        true
    }

    pub fn at_end(&mut self, name: &str) -> AtEnd {
        if self.inner > 0 {
            self.inner -= u32::from(self.keeps_open(name));
            AtEnd::GoesOn
        } else if name == self.name {
            AtEnd::IsEnded
        } else if is_ended_by_end(&self.name, name) {
            AtEnd::WasEnded
        } else {
            AtEnd::GoesOn
        }
    }

    /// Whether the element can't end before an element of this name that is open in it.
    fn keeps_open(&self, name: &str) -> bool {
        match self.name.as_str() {
            // Nothing that a paragraph can contain keeps it open.
            "p" => false,
            "li" => matches!(name, "ul" | "ol"),
            "dt" | "dd" => name == "dl",
            "td" | "th" | "tr" | "thead" | "tbody" | "tfoot" => name == "table",
            own => name == own,
        }
    }
}

/// Whether a style hides an element, as emails hide their preview text.
pub(super) fn hides(style: &str) -> bool {
    let style: String = style.chars().filter(|letter| !letter.is_whitespace()).take(2_000).collect();
    let style = style.to_ascii_lowercase();
    style.contains("display:none") || style.contains("visibility:hidden")
}

/// Whether a start tag ends an open element of the name `open`.
fn is_ended_by_start(open: &str, name: &str) -> bool {
    match open {
        "p" => is_block(name),
        "li" => name == "li",
        "dt" | "dd" => matches!(name, "dt" | "dd"),
        "td" | "th" => matches!(name, "td" | "th" | "tr" | "thead" | "tbody" | "tfoot"),
        "tr" => matches!(name, "tr" | "thead" | "tbody" | "tfoot"),
        "thead" | "tbody" | "tfoot" => matches!(name, "thead" | "tbody" | "tfoot"),
        _ => false,
    }
}

/// Whether the end tag of another element ends an open element of the name `open`.
fn is_ended_by_end(open: &str, name: &str) -> bool {
    match open {
        "p" => is_block(name),
        "li" => matches!(name, "ul" | "ol"),
        "dt" | "dd" => name == "dl",
        "td" | "th" => matches!(name, "tr" | "thead" | "tbody" | "tfoot" | "table"),
        "tr" => matches!(name, "thead" | "tbody" | "tfoot" | "table"),
        "thead" | "tbody" | "tfoot" => name == "table",
        _ => false,
    }
}

/// Whether an element begins a block, and so can't be in a paragraph.
fn is_block(name: &str) -> bool {
    let effect = effect(name);
    let is_in_source = matches!(name, "form" | "fieldset" | "details" | "summary" | "menu" | "dir" | "hgroup");
    effect.begins_block() || (effect == TagEffect::Source && is_in_source)
}
