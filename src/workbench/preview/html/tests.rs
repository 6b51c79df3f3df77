use proptest::prelude::*;

use super::marks::mark_of;
use super::page::{BlockKind, RunLook};
use super::writer::MOST_BLOCKS;
use super::*;
use crate::workbench::preview::marked::TextMark;

fn plain(text: &str) -> Vec<MarkedText> {
    vec![MarkedText { text: text.to_owned(), mark: TextMark::Plain }]
}

fn of(html: &str) -> HtmlPage {
    page(plain(html))
}

/// The texts of the blocks.
fn texts(html: &str) -> Vec<String> {
    of(html).blocks.iter().map(|block| block.text()).collect()
}

#[test]
fn simple_html_becomes_blocks_of_styled_text() {
    let page = of("<h1>Welcome</h1><p>Dear  <b>Ana</b>,<br>how <i>are\n you</i>?</p>");
    assert_eq!(page.blocks[0].kind, BlockKind::Heading(1));
    let texts: Vec<String> = page.blocks.iter().map(|block| block.text()).collect();
    assert_eq!(texts, ["Welcome", "Dear Ana,\nhow are you?"]);
    let bold: Vec<&str> = page.blocks[1].runs.iter().filter(|run| run.look.bold).map(|run| run.text.as_str()).collect();
    assert_eq!(bold.concat().trim(), "Ana");
    assert!(page.blocks[1].runs.iter().any(|run| run.look.italic && run.text.contains("are you")));
    assert!(page.as_source.is_empty() && !page.is_cut && !page.hides);
}

#[test]
fn lists_tables_quotes_and_rules_keep_their_shape() {
    let page = of("<ul><li>One<li><p>Two</p><ol start=3><li>Three</li><li>Four</li></ol></ul><hr>\
                   <table><tr><th>Day</th><th>Time</th></tr><tr><td>Mon</td><td>9:00</td></tr></table>\
                   <blockquote>Said</blockquote><pre>a\n  b</pre>");
    assert_eq!(page.plain(), "• One\n• Two\n  3. Three\n  4. Four\n———\nDay │ Time\nMon │ 9:00\n> Said\na\n  b");
    assert!(page.blocks[5].runs[0].look.bold, "a head cell");
}

#[test]
fn a_link_says_its_address_and_an_image_its_description() {
    assert_eq!(texts("<a href='https://example.com/x'>Book now</a>!"), ["Book now (https://example.com/x)!"]);
    assert_eq!(texts("<a href='https://example.com'>https://example.com</a>"), ["https://example.com"]);
    assert_eq!(texts("<a href='mailto:a@b.c'>a@b.c</a>"), ["a@b.c"]);
    assert_eq!(texts("See <a href='javascript:alert(1)'>this"), ["See this (javascript:alert(1))"]);
    assert_eq!(texts("x <img src='https://spy.example/p.gif' alt='A cat'> y"), ["x [image: A cat] y"]);
    assert_eq!(texts("<img src=a><img alt=''>"), ["[image without a description][image without a description]"]);
}

#[test]
fn what_is_not_simple_is_shown_as_source_and_never_anything_else() {
    let page = of("<script>steal()</script><form action='https://x'><input name=a></form><p onclick='run()'>Hi</p>");
    assert_eq!(page.as_source, ["script", "form", "input"]);
    let source = &page.blocks[0];
    assert_eq!(source.text(), "<script>steal()</script><form action='https://x'><input name=a></form>");
    assert!(source.runs.iter().all(|run| run.look.source));
    assert_eq!(page.blocks[1].text(), "Hi");
    assert_eq!(texts("<style>p { color: red }</style><title>T</title><!-- no --><p>Hi"), ["Hi"]);
    assert_eq!(texts("<iframe src='https://x'><b>in</b></iframe>"), ["<iframe src='https://x'><b>in</b></iframe>"]);
}

#[test]
fn hidden_text_is_left_out_and_said() {
    let page = of("<div style='DISPLAY : none'>Preview<div>text</div></div><p>Seen</p>");
    assert_eq!((page.plain().as_str(), page.hides), ("Seen", true));
    let never_ends = of("<span style='display:none'>gone <p>gone");
    assert!(never_ends.blocks.is_empty() && never_ends.hides);
}

#[test]
fn a_hidden_element_without_an_end_tag_ends_where_another_tag_ends_it() {
    for (html, seen) in [
        ("<p style='display:none'>gone <b>gone</b><p>Seen", "Seen"),
        ("<p style='display:none'>gone<h1>Seen</h1>", "Seen"),
        ("<div><p style='display:none'>gone</div>Seen", "Seen"),
        ("<div><p style='display:none'>gone</span> gone</p>Seen</div>", "Seen"),
        ("<ul><li style='display:none'>gone<ul><li>gone</ul>gone<li>Seen</ul>", "• Seen"),
        ("<ul><li style='display:none'>gone</ul><p>Seen", "Seen"),
        ("<table><tr><td style='display:none'>gone<td>Seen</table>", "Seen"),
        ("<table><tr style='display:none'><td>gone<td>gone<tr><td>Seen</table>", "Seen"),
        ("<td style='display:none'>gone<table><tr><td>gone</table>gone</td><td>Seen", "Seen"),
        ("<dl><dt style='display:none'>gone<dd>Seen</dl>", "Seen"),
        ("<div style='display:none'>gone<p>gone<p>gone<div>gone</div>gone</div>Seen", "Seen"),
    ] {
        let page = of(html);
        assert_eq!((page.plain().as_str(), page.hides), (seen, true), "{html}");
    }
}

#[test]
fn a_mark_ends_in_a_hidden_text_too() {
    let piece = |text: &str, mark| MarkedText { text: text.to_owned(), mark };
    for opening in ["<b style='display:none'>x", "<title>x"] {
        let closing = if opening.starts_with("<b") { "</b>Seen" } else { "</title>Seen" };
        let page = page([piece(opening, TextMark::Value), piece(closing, TextMark::Plain)]);
        assert_eq!(page.blocks[0].runs[0].look, RunLook::default(), "{page:?}");
    }
}

#[test]
fn a_page_is_cut_only_where_something_is_left() {
    let full = "x".repeat(MOST_SHOWN);
    assert!(!of(&full).is_cut);
    let page = of(&format!("{full}<b>y"));
    assert!(page.is_cut);
    assert_eq!(laid_out(&page), MOST_SHOWN);
    let rules = "<hr>".repeat(MOST_BLOCKS);
    assert!(!of(&rules).is_cut && of(&format!("{rules}x")).is_cut);
    let tags = format!("{}the end", "<b class='a long name of a class'></b>".repeat(3_000));
    assert_eq!(texts(&tags), ["the end"], "tags take no room");
}

/// The characters of a page that are laid out.
fn laid_out(page: &HtmlPage) -> usize {
    page.blocks.iter().flat_map(|block| &block.runs).map(|run| run.shown().chars().count()).sum()
}

#[test]
fn marks_of_merge_fields_stay_in_text_and_leave_tags() {
    let piece = |text: &str, mark| MarkedText { text: text.to_owned(), mark };
    let pieces = [
        piece("<p>Dear <b>", TextMark::Plain),
        piece("First name", TextMark::Empty),
        piece("</b>, ", TextMark::Plain),
        piece("~Nope~", TextMark::Unknown),
        piece(" of ", TextMark::Plain),
        piece("Ulm & <i>Bonn", TextMark::Value),
        piece("</i> <a href='https://x/?id=", TextMark::Plain),
        piece("7", TextMark::Value),
        piece("&f=", TextMark::Plain),
        piece("First name", TextMark::Empty),
        piece("'>go</a>", TextMark::Plain),
    ];
    let page = page(pieces);
    assert_eq!(page.plain(), "Dear [First name: empty], [~Nope~: unknown] of Ulm & Bonn go (https://x/?id=7&f=)");
    let look = |text: &str| page.blocks[0].runs.iter().find(|run| run.text == text).expect("a run").look;
    assert_eq!(look("First name"), RunLook { mark: TextMark::Empty, bold: true, ..RunLook::default() });
    assert_eq!(look("~Nope~").mark, TextMark::Unknown);
}

#[test]
fn the_blank_before_a_field_is_not_a_part_of_it() {
    let piece = |text: &str, mark| MarkedText { text: text.to_owned(), mark };
    let pieces = [
        piece("<p> ", TextMark::Plain),
        piece("Kim", TextMark::Value),
        piece(" and  ", TextMark::Plain),
        piece("Name", TextMark::Empty),
        piece(" x", TextMark::Plain),
    ];
    assert_eq!(page(pieces).plain(), "Kim and [Name: empty] x");
}

#[test]
fn reserved_characters_in_the_text_make_no_mark() {
    let page = of("a\u{fdd1}b\u{fdd3} &#xfdd1; &#X000FDD1 &#64977; c &#xfdd &#38;");
    assert!(page.blocks[0].runs.iter().all(|run| run.look.mark == TextMark::Plain), "{page:?}");
}

#[test]
fn hostile_html_takes_neither_time_nor_room() {
    let deep = "<div><ul><li><b><blockquote>".repeat(50_000);
    let page = of(&format!("{deep}x"));
    assert!(page.is_cut && page.blocks.len() <= MOST_BLOCKS);
    for html in [
        "<a href='".repeat(20_000),
        "<".repeat(300_000),
        "&".repeat(300_000),
        format!("<p {}>", "a=b ".repeat(60_000)),
        "</b></ul></blockquote></pre></td>".repeat(5_000),
        "<tr><td>x".repeat(50_000),
        format!("<x{}>", "y".repeat(200_000)),
        "<a href=x>y".repeat(30_000),
    ] {
        let page = of(&html);
        let length = laid_out(&page);
        assert!(length <= MOST_SHOWN && page.blocks.len() <= MOST_BLOCKS, "{length} of {}", &html[..20]);
    }
}

proptest! {
    /// Any text, and any text that looks like HTML, becomes a page, without a character that isn't text.
    #[test]
    fn any_text_becomes_a_page(parts in proptest::collection::vec(
        prop_oneof![
            any::<String>(),
            "[<>/a-z=\"' &#;!-]{0,12}",
            Just("<script>".to_owned()), Just("</".to_owned()), Just("<!--".to_owned()), Just("<li>".to_owned()),
            Just("<div style='display:none'>".to_owned()), Just("</div>".to_owned()), Just("<textarea>".to_owned()),
        ],
        0..30,
    )) {
        let pieces: Vec<MarkedText> = parts.iter().enumerate().map(|(place, text)| {
            let marks = [TextMark::Plain, TextMark::Value, TextMark::Empty, TextMark::Unknown];
            MarkedText { text: text.clone(), mark: marks[place % 4] }
        }).collect();
        let page = page(pieces);
        let is_marker = |letter: char| mark_of(letter).is_some();
        prop_assert!(!page.plain().contains(is_marker) && laid_out(&page) <= MOST_SHOWN);
        prop_assert!(!page.blocks.iter().any(|block| block.quoted as usize > 6));
    }
}
