//! The glyph of every kind of item, in the icon font.

use std::sync::LazyLock;

use lucide_icons::Icon;

use crate::campaign::kinds::{DESCRIPTIONS, Kind};

/// The glyphs, in the palette's order: found by name once, as there are thousands of names.
static GLYPHS: LazyLock<Vec<char>> = LazyLock::new(|| {
    let glyph = |name: &str| Icon::try_from(name).map_or(char::from(Icon::CircleQuestionMark), char::from);
    DESCRIPTIONS.iter().map(|description| glyph(description.glyph)).collect()
});

/// The glyph for a kind of item.
pub fn of(kind: &Kind) -> char {
    GLYPHS[kind.place()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_a_glyph_of_its_own() {
        let mut glyphs = GLYPHS.clone();
        glyphs.sort_unstable();
        glyphs.dedup();
        assert_eq!(glyphs.len(), DESCRIPTIONS.len());
        assert!(!glyphs.contains(&char::from(Icon::CircleQuestionMark)));
    }
}
