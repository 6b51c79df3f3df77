//! HTML that is also XML: every element is closed, every text escaped, and there is nothing that a browser would fetch
//! or run.

use crate::campaign::text::{push_xml, thousands};

/// A document that is being written.
#[derive(Default)]
pub(super) struct Html {
    out: String,
}

impl Html {
    /// The finished document.
    pub(super) fn finish(self) -> String {
        self.out
    }

    /// Writes our own markup without escaping.
    pub(super) fn raw(&mut self, markup: &str) -> &mut Self {
        self.out.push_str(markup);
        self
    }

    /// Writes a text, escaped.
    pub(super) fn text(&mut self, text: &str) -> &mut Self {
        for (place, part) in text.split('\'').enumerate() {
            if place > 0 {
                self.out.push_str("&#39;");
            }
            push_xml(&mut self.out, part);
        }
        self
    }

    /// Writes a name that a user gave, isolated so that its text direction doesn't affect what is around it.
    pub(super) fn name(&mut self, name: &str) -> &mut Self {
        self.raw("<bdi>").text(name).raw("</bdi>")
    }

    /// Writes an element with this opening tag; `inside` writes its content.
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

    /// Writes an element with a text.
    pub(super) fn tagged(&mut self, tag: &str, text: &str) -> &mut Self {
        self.element(tag, |html| {
            html.text(text);
        })
    }

    /// Writes an element with a name that a user gave.
    pub(super) fn named(&mut self, tag: &str, name: &str) -> &mut Self {
        self.element(tag, |html| {
            html.name(name);
        })
    }

    /// Writes a paragraph.
    pub(super) fn paragraph(&mut self, text: &str) -> &mut Self {
        self.tagged("p", text)
    }

    /// Writes a section with a heading. `class` controls its page breaks.
    pub(super) fn section(&mut self, class: &str, heading: &str, inside: impl FnOnce(&mut Self)) -> &mut Self {
        self.element(&format!("section class=\"{class}\""), |html| {
            html.tagged("h2", heading);
            inside(html);
        });
        self.raw("\n")
    }

    /// Writes a table with its header; columns of numbers are right-aligned.
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

    /// Writes a cell with a text.
    pub(super) fn cell(&mut self, text: &str) -> &mut Self {
        self.tagged("td", text)
    }

    /// Writes a cell with a date, on one line.
    pub(super) fn date(&mut self, date: &str) -> &mut Self {
        self.tagged("td class=\"date\"", date)
    }

    /// Writes a cell with a number; zeros are grey.
    pub(super) fn number(&mut self, number: u64) -> &mut Self {
        let tag = if number == 0 { "td class=\"n zero\"" } else { "td class=\"n\"" };
        self.tagged(tag, &thousands(number))
    }
}
