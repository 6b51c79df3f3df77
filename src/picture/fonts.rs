//! The fonts of the window and of pictures, as TrueType files.

/// Inter at weight 400.
pub const REGULAR: &[u8] = include_bytes!("../../assets/fonts/Inter-Regular.ttf");
/// Inter at weight 600.
pub const SEMIBOLD: &[u8] = include_bytes!("../../assets/fonts/Inter-SemiBold.ttf");
/// Emoji in one colour, for characters that Inter lacks.
pub const EMOJI: &[u8] = include_bytes!("../../assets/fonts/NotoEmoji-Regular.ttf");
/// The icon font (Lucide).
pub const ICONS: &[u8] = lucide_icons::LUCIDE_FONT_BYTES;
