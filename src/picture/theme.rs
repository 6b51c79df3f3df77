//! Colours by name, light and dark.

/// The theme of the window and of pictures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Theme {
    #[default]
    Light,
    Dark,
}

/// A colour: red, green and blue, 0 to 255.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rgb(pub u8, pub u8, pub u8);

/// A named colour, by what it is used for. Its value depends on the theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum ColorRole {
    /// The background of the canvas.
    Paper,
    /// The dots of the canvas.
    Dots,
    /// The panels around the canvas.
    Panel,
    /// The lines between panels.
    Line,
    /// The background of inputs and chips.
    Field,
    Text,
    /// Secondary text, still easy to read.
    Muted,
    /// Buttons and selected things.
    Accent,
    /// Text on the accent.
    OnAccent,
    /// The background of selected things, in a light tint of the accent.
    AccentField,
    /// The links between items.
    Wire,
    Ran,
    Waiting,
    Held,
    Skipped,
    TimerEdge,
    TimerFill,
    CommunicationEdge,
    CommunicationFill,
    ProcessEdge,
    ProcessFill,
    StartEdge,
    StartFill,
    /// Web links and code in a note.
    NoteLink,
    YellowPaper,
    BluePaper,
    GreenPaper,
    PinkPaper,
    GreyPaper,
    YellowEdge,
    BlueEdge,
    GreenEdge,
    PinkEdge,
    GreyEdge,
    /// The colours of a plot's series, in order. The first eight can also be told apart with red-green colour blindness.
    Series1,
    Series2,
    Series3,
    Series4,
    Series5,
    Series6,
    Series7,
    Series8,
    Series9,
    Series10,
    Series11,
    Series12,
    Series13,
    Series14,
}

const fn rgb(hex: u32) -> Rgb {
    Rgb((hex >> 16) as u8, (hex >> 8) as u8, hex as u8)
}

impl ColorRole {
    /// The colours of a plot's series, in order.
    pub const SERIES: [ColorRole; 14] = [
        ColorRole::Series1,
        ColorRole::Series2,
        ColorRole::Series3,
        ColorRole::Series4,
        ColorRole::Series5,
        ColorRole::Series6,
        ColorRole::Series7,
        ColorRole::Series8,
        ColorRole::Series9,
        ColorRole::Series10,
        ColorRole::Series11,
        ColorRole::Series12,
        ColorRole::Series13,
        ColorRole::Series14,
    ];

    /// The value of the colour in a theme.
    pub const fn rgb(self, theme: Theme) -> Rgb {
        let (light, dark) = match self {
            ColorRole::Paper => (0xFAFBFD, 0x16181F),
            ColorRole::Dots => (0xD9DEE7, 0x2B2F3A),
            ColorRole::Panel => (0xFFFFFF, 0x1B1E26),
            ColorRole::Line => (0xE3E7EE, 0x2C303B),
            ColorRole::Field => (0xF2F4F8, 0x262A34),
            ColorRole::Text => (0x1C2230, 0xE9ECF3),
            ColorRole::Muted => (0x5E677A, 0xA2AABB),
            ColorRole::Accent => (0x3B5BDB, 0x7C97FF),
            ColorRole::OnAccent => (0xFFFFFF, 0x10131B),
            ColorRole::AccentField => (0xE6ECFF, 0x27315A),
            ColorRole::Wire => (0x768296, 0x7D889C),
            ColorRole::Ran => (0x00785A, 0x34C79A),
            ColorRole::Waiting => (0x0072B2, 0x56B4E9),
            ColorRole::Held => (0xA61B1B, 0xFF7A6B),
            ColorRole::Skipped => (0x806600, 0xE6B800),
            ColorRole::TimerEdge => (0x4A5F86, 0x9DB0D6),
            ColorRole::TimerFill => (0xE9EDF5, 0x232B3A),
            ColorRole::CommunicationEdge => (0x0B7A7A, 0x4FC4BF),
            ColorRole::CommunicationFill => (0xE0F3F2, 0x17322F),
            ColorRole::ProcessEdge => (0x6B46C1, 0xB39DF3),
            ColorRole::ProcessFill => (0xF0EBFC, 0x2C2547),
            ColorRole::StartEdge => (0x2F855A, 0x6CC795),
            ColorRole::StartFill => (0xE6F4EA, 0x1D3327),
            ColorRole::NoteLink => (0x2F4DC4, 0x9DB2FF),
            ColorRole::YellowPaper => (0xFFF6D6, 0x3A331B),
            ColorRole::BluePaper => (0xE5EFFC, 0x1E2C40),
            ColorRole::GreenPaper => (0xE5F5E8, 0x1E3325),
            ColorRole::PinkPaper => (0xFCE7EF, 0x3B2230),
            ColorRole::GreyPaper => (0xEFF1F4, 0x2A2D35),
            ColorRole::YellowEdge => (0xA9810A, 0xC2A445),
            ColorRole::BlueEdge => (0x4C86D0, 0x5E93D6),
            ColorRole::GreenEdge => (0x4A9A5E, 0x5BA671),
            ColorRole::PinkEdge => (0xCC5F8B, 0xC96A93),
            ColorRole::GreyEdge => (0x828A98, 0x858D9B),
            ColorRole::Series1 => (0x0072B2, 0x56B4E9),
            ColorRole::Series2 => (0xC75B00, 0xF0803C),
            ColorRole::Series3 => (0x00785A, 0x34C79A),
            ColorRole::Series4 => (0x8449C4, 0xB39DF3),
            ColorRole::Series5 => (0xA37A00, 0xE6C34A),
            ColorRole::Series6 => (0xC2417C, 0xF28AB8),
            ColorRole::Series7 => (0x2C93B8, 0x9ADBEA),
            ColorRole::Series8 => (0x5F5346, 0xC0B3A4),
            ColorRole::Series9 => (0xA93226, 0xFF9E8F),
            ColorRole::Series10 => (0x2B3F9E, 0x8FA8FF),
            ColorRole::Series11 => (0x5B7F00, 0xB5D85B),
            ColorRole::Series12 => (0x8A4B12, 0xD9A066),
            ColorRole::Series13 => (0x7A1F6B, 0xE59BE0),
            ColorRole::Series14 => (0x006D77, 0x5ED6D0),
        };
        match theme {
            Theme::Light => rgb(light),
            Theme::Dark => rgb(dark),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAPERS: [ColorRole; 5] = [
        ColorRole::YellowPaper,
        ColorRole::BluePaper,
        ColorRole::GreenPaper,
        ColorRole::PinkPaper,
        ColorRole::GreyPaper,
    ];
    const STATES: [ColorRole; 4] = [ColorRole::Ran, ColorRole::Waiting, ColorRole::Held, ColorRole::Skipped];

    /// The relative luminance of WCAG 2.
    fn luminance(Rgb(r, g, b): Rgb) -> f64 {
        let part = |byte: u8| match f64::from(byte) / 255.0 {
            dark if dark <= 0.04045 => dark / 12.92,
            light => ((light + 0.055) / 1.055).powf(2.4),
        };
        0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b)
    }

    fn contrast(a: Rgb, b: Rgb) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    fn reads(ink: ColorRole, grounds: impl IntoIterator<Item = ColorRole>, least: f64) {
        for ground in grounds {
            for theme in [Theme::Light, Theme::Dark] {
                let found = contrast(ink.rgb(theme), ground.rgb(theme));
                assert!(found >= least, "{ink:?} on {ground:?}, {theme:?}: {found:.2} is less than {least}");
            }
        }
    }

    #[test]
    fn black_on_white_is_21() {
        assert!((contrast(Rgb(0, 0, 0), Rgb(255, 255, 255)) - 21.0).abs() < 1e-9);
    }

    #[test]
    fn every_text_reads_on_every_ground_it_stands_on() {
        let grounds =
            || [ColorRole::Paper, ColorRole::Panel, ColorRole::Field, ColorRole::AccentField].into_iter().chain(PAPERS);
        reads(ColorRole::Text, grounds(), 4.5);
        reads(ColorRole::Muted, grounds(), 4.5);
        reads(ColorRole::Accent, [ColorRole::Paper, ColorRole::Panel, ColorRole::Field], 4.5);
        reads(ColorRole::OnAccent, [ColorRole::Accent], 4.5);
        reads(ColorRole::NoteLink, PAPERS, 4.5);
        STATES.into_iter().for_each(|ink| reads(ink, [ColorRole::Paper, ColorRole::Panel], 4.5));
        // Merge fields in text fields: unknown ones, and those of communications and processes.
        let merge_fields = [ColorRole::Held, ColorRole::CommunicationEdge, ColorRole::ProcessEdge];
        merge_fields.into_iter().for_each(|ink| reads(ink, [ColorRole::Field], 4.5));
    }

    #[test]
    fn every_line_shows_on_every_ground_it_crosses() {
        let grounds = || [ColorRole::Paper].into_iter().chain(PAPERS);
        let edges = [ColorRole::TimerEdge, ColorRole::CommunicationEdge, ColorRole::ProcessEdge, ColorRole::StartEdge];
        let fills = [ColorRole::TimerFill, ColorRole::CommunicationFill, ColorRole::ProcessFill, ColorRole::StartFill];
        let on_paper = [
            ColorRole::YellowEdge,
            ColorRole::BlueEdge,
            ColorRole::GreenEdge,
            ColorRole::PinkEdge,
            ColorRole::GreyEdge,
        ];
        reads(ColorRole::Wire, grounds(), 3.0);
        reads(ColorRole::Accent, grounds().chain([ColorRole::AccentField]), 3.0);
        STATES.into_iter().for_each(|ink| reads(ink, grounds(), 3.0));
        edges.into_iter().zip(fills).for_each(|(edge, fill)| reads(edge, grounds().chain([fill]), 3.0));
        ColorRole::SERIES.into_iter().for_each(|ink| reads(ink, [ColorRole::Paper, ColorRole::Panel], 3.0));
        on_paper.into_iter().zip(PAPERS).for_each(|(edge, paper)| reads(edge, [ColorRole::Paper, paper], 3.0));
    }

    #[test]
    fn states_have_the_colours_of_the_look() {
        let hex = |ink: ColorRole, theme| {
            let Rgb(r, g, b) = ink.rgb(theme);
            format!("{r:02X}{g:02X}{b:02X}")
        };
        assert_eq!(STATES.map(|ink| hex(ink, Theme::Light)), ["00785A", "0072B2", "A61B1B", "806600"]);
        assert_eq!(STATES.map(|ink| hex(ink, Theme::Dark)), ["34C79A", "56B4E9", "FF7A6B", "E6B800"]);
    }
}
