//! Line breaks typed in HTML. They are blanks there, so that lines run together which were meant to be apart.

use super::tags::{TagEffect, effect, tag_names};
use crate::campaign::document::Campaign;
use crate::campaign::edit::{CanvasEdit, Edit};
use crate::campaign::ids::ItemRef;
use crate::campaign::kinds::setting::Setting;
use crate::campaign::kinds::walk::{Need, TextKind, VisitorMut};

/// The label of the edit that keeps line breaks.
pub const KEEP_LINE_BREAKS: &str = "Keep line breaks";

/// Whether an HTML text has line breaks between its words, but no tag that begins a line: it then becomes one line.
pub fn loses_line_breaks(html: &str) -> bool {
    html.trim().contains('\n') && !tag_names(html).any(|name| begins_line(effect(&name)))
}

fn begins_line(effect: TagEffect) -> bool {
    effect.begins_block() || effect == TagEffect::Line
}

/// The text with a `<br>` at each line break between its words.
pub fn with_breaks(html: &str) -> String {
    let ends = html.trim_end().len();
    let begins = html.len() - html.trim_start().len();
    let mut kept = String::with_capacity(html.len() + 64);
    let mut in_tag = false;
    for (at, letter) in html.char_indices() {
        match letter {
            '<' => in_tag = html[at + 1..].starts_with(|next: char| next.is_ascii_alphabetic() || next == '/'),
            '>' => in_tag = false,
            '\n' if !in_tag && (begins..ends).contains(&at) => kept.push_str("<br>"),
            _ => {}
        }
        kept.push(letter);
    }
    kept
}

/// The edit that keeps the line breaks of an item's HTML; `None` if it has none to keep.
pub fn keep_line_breaks(campaign: &Campaign, at: ItemRef) -> Option<Edit> {
    struct Pages;
    impl<'a> VisitorMut<'a> for Pages {
        fn text(&mut self, _: Setting, text: &'a mut String, writing: TextKind, _: Need) {
            if writing == TextKind::Page && loses_line_breaks(text) {
                *text = with_breaks(text);
            }
        }
    }
    let was = campaign.item(at)?;
    let mut item = was.clone();
    item.kind.walk_mut(&mut Pages);
    let edit = (item != *was).then_some(Edit::Canvas(at.sequence, CanvasEdit::SetItem(item)))?;
    Some(Edit::Together(KEEP_LINE_BREAKS.to_owned(), vec![edit]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_text_without_tags_for_lines_loses_its_line_breaks() {
        for lost in ["Hi\n\nall of <b>you</b>", "<a href='x'>a</a>\nb"] {
            assert!(loses_line_breaks(lost), "{lost}");
        }
        for kept in ["<b>One line</b>\n", "<p>a</p>\n<p>b</p>", "a<br>\nb", "<table><tr>\n<td>a</table>"] {
            assert!(!loses_line_breaks(kept), "{kept}");
        }
    }

    #[test]
    fn a_break_is_kept_between_words_and_not_in_a_tag() {
        let kept = with_breaks("\nHi <b\nclass=x>you</b>,\n\n1 < 2\nbye\n");
        assert_eq!(kept, "\nHi <b\nclass=x>you</b>,<br>\n<br>\n1 < 2<br>\nbye\n");
        assert!(!loses_line_breaks(&kept));
    }
}
