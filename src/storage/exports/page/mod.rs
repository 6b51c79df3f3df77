//! The report as one page to print: HTML that needs no other file and runs no script.

pub mod contents;
mod html;
mod tables;
pub mod wording;

use contents::{Figure, PageContents};
use html::Html;

const STYLE: &str = include_str!("style.css");

/// The page as HTML that is well-formed XML.
pub fn to_html(page: &PageContents<'_>) -> String {
    let mut html = Html::default();
    html.raw("<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n");
    // If the page contains a link or script by mistake, this keeps browsers from fetching or running it.
    html.raw(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\"/>\n",
    );
    html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n");
    html.tagged("title", page.title).raw("\n");
    html.raw("<style>\n").raw(STYLE).raw("</style>\n</head>\n");
    html.element("body", |html| {
        html.raw("\n").element("main", |html| body(html, page));
    });
    html.raw("\n</html>\n");
    html.finish()
}

fn body(html: &mut Html, page: &PageContents<'_>) {
    html.raw("\n").named("h1", page.title);
    html.element("p class=\"lead\"", |html| {
        html.name(page.sequence).text(&format!(", {}", page.lead));
    });
    html.raw("\n");
    html.element("dl", |html| {
        for (what, fact) in &page.facts {
            html.tagged("dt", what);
            html.named("dd", fact).raw("\n");
        }
    });
    tables::statuses(html, page);
    let class = if page.canvas.is_wide { "wide" } else { "new" };
    html.section(class, wording::SEQUENCE, |html| figure(html, &page.canvas));
    tables::items(html, page);
    tables::unreached(html, page);
    if let Some(stretches) = &page.stretches {
        html.section("new", wording::OVER_TIME, |html| {
            page.plots.iter().for_each(|plot| figure(html, plot));
            html.paragraph(wording::WHAT_IS_COUNTED);
            tables::stretches(html, stretches);
        });
    }
    if !page.load_plots.is_empty() || !page.users.is_empty() {
        html.section("new", wording::LOAD, |html| {
            page.load_plots.iter().for_each(|plot| figure(html, plot));
            tables::users(html, page);
            tables::crowded(html, page);
        });
    }
    tables::findings(html, page);
    html.tagged("footer", &page.foot).raw("\n");
}

fn figure(html: &mut Html, figure: &Figure) {
    html.raw("<figure>").raw(&figure.svg).raw("</figure>\n");
}
