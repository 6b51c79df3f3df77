//! The fonts with which an SVG's texts are laid out, for PNG and PDF.

use std::sync::Arc;

use resvg::usvg::{self, fontdb};

use super::fonts;

/// The options for reading an SVG: the bundled fonts, and more font files for characters that these lack.
pub(super) fn usvg_options(more_fonts: Vec<Vec<u8>>) -> usvg::Options<'static> {
    let mut database = fontdb::Database::new();
    for file in [fonts::REGULAR, fonts::SEMIBOLD, fonts::EMOJI] {
        database.load_font_source(fontdb::Source::Binary(Arc::new(file)));
    }
    for file in more_fonts {
        database.load_font_data(file);
    }
    usvg::Options { fontdb: Arc::new(database), font_family: "Inter".to_owned(), ..usvg::Options::default() }
}
