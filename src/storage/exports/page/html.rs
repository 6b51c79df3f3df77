//! HTML that is XML too: every element closed, every text escaped, nothing that a browser would fetch or run.

use crate::campaign::text::{push_xml, thousands};

/// A document that is being written.
#[derive(Default)]
pub(super) struct Html {
    out: String,
}

impl Html {
    /// What was written.
    pub(super) fn finish(self) -> String {
        self.out
    }

    /// Markup of our own, as it stands.
    pub(super) fn raw(&mut self, markup: &str) -> &mut Self {
        self.out.push_str(markup);
        self
    }

    /// Text of whatever origin.
    pub(super) fn text(&mut self, text: &str) -> &mut Self {
        for (place, part) in text.split('\'').enumerate() {
            if place > 0 {
                self.out.push_str("&#39;");
            }
            push_xml(&mut self.out, part);
        }
        self
    }

    /// A name that a person gave: in whatever direction it is written, it turns nothing around it.
    pub(super) fn name(&mut self, name: &str) -> &mut Self {
        self.raw("<bdi>").text(name).raw("</bdi>")
    }

    /// An element, given by its opening tag, around what `inside` writes.
    pub(super) fn element(&mut self, tag: &str, inside: impl FnOnce(&mut Self)) -> &mut Self {
        self.out.push('<');
        self.out.push_str(tag);
        self.out.push('>');
        inside(self);
        self.out.push_str("</");
        self.out.push_str(tag.split(' ').next().unwrap_or(tag));
        self.out.push('>');
        self
    }

    /// An element around a text.
    pub(super) fn tagged(&mut self, tag: &str, text: &str) -> &mut Self {
        self.element(tag, |html| {
            html.text(text);
        })
    }

    /// An element around a name that a person gave.
    pub(super) fn named(&mut self, tag: &str, name: &str) -> &mut Self {
        self.element(tag, |html| {
            html.name(name);
        })
    }

    /// A paragraph.
    pub(super) fn paragraph(&mut self, text: &str) -> &mut Self {
        self.tagged("p", text)
    }

    /// A section under a heading; `class` decides about its pages.
    pub(super) fn section(&mut self, class: &str, heading: &str, inside: impl FnOnce(&mut Self)) -> &mut Self {
        self.element(&format!("section class=\"{class}\""), |html| {
            html.tagged("h2", heading);
            inside(html);
        });
        self.raw("\n")
    }

    /// A table under its columns; those of numbers stand at the right.
    pub(super) fn table(&mut self, columns: &[(&str, bool)], rows: impl FnOnce(&mut Self)) -> &mut Self {
        self.element("table", |html| {
            html.element("thead", |html| {
                html.element("tr", |html| {
                    for (column, is_number) in columns {
                        let tag = if *is_number { "th scope=\"col\" class=\"n\"" } else { "th scope=\"col\"" };
                        html.tagged(tag, column);
                    }
                });
            });
            html.element("tbody", rows);
        });
        self.raw("\n")
    }

    /// A cell of text.
    pub(super) fn cell(&mut self, text: &str) -> &mut Self {
        self.tagged("td", text)
    }

    /// A cell with a date, on one line.
    pub(super) fn date(&mut self, date: &str) -> &mut Self {
        self.tagged("td class=\"date\"", date)
    }

    /// A cell with a number; a zero steps back.
    pub(super) fn number(&mut self, number: u64) -> &mut Self {
        let tag = if number == 0 { "td class=\"n zero\"" } else { "td class=\"n\"" };
        self.tagged(tag, &thousands(number))
    }
}
