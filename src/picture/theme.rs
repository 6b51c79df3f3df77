//! Colours by name, light and dark.

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Theme {
    #[default]
    Light,
    Dark,
}

/// A colour, red, green, blue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rgb(pub u8, pub u8, pub u8);

/// What a colour is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Ink {
    /// The canvas.
    Paper,
    /// Its dots.
    Dots,
    /// Panels around it.
    Panel,
    /// Lines between panels.
    Line,
    /// Quiet fields: inputs, chips.
    Field,
    Text,
    /// Text of less weight, still easy to read.
    Muted,
    /// What can be pressed, what is selected.
    Accent,
    /// Text on the accent.
    OnAccent,
    /// A field of the accent's hue, for what is selected.
    AccentField,
    /// Links.
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
    /// Links and code on a note's paper.
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
}

const fn rgb(hex: u32) -> Rgb {
    Rgb((hex >> 16) as u8, (hex >> 8) as u8, hex as u8)
}

impl Ink {
    /// The colour in a theme.
    pub const fn rgb(self, theme: Theme) -> Rgb {
        let (light, dark) = match self {
            Ink::Paper => (0xFAFBFD, 0x16181F),
            Ink::Dots => (0xD9DEE7, 0x2B2F3A),
            Ink::Panel => (0xFFFFFF, 0x1B1E26),
            Ink::Line => (0xE3E7EE, 0x2C303B),
            Ink::Field => (0xF2F4F8, 0x262A34),
            Ink::Text => (0x1C2230, 0xE9ECF3),
            Ink::Muted => (0x5E677A, 0xA2AABB),
            Ink::Accent => (0x3B5BDB, 0x7C97FF),
            Ink::OnAccent => (0xFFFFFF, 0x10131B),
            Ink::AccentField => (0xE6ECFF, 0x27315A),
            Ink::Wire => (0x8C97AA, 0x707A8D),
            Ink::Ran => (0x00785A, 0x34C79A),
            Ink::Waiting => (0x0072B2, 0x56B4E9),
            Ink::Held => (0xB34700, 0xF0803C),
            Ink::Skipped => (0x8A5A00, 0xE69F00),
            Ink::TimerEdge => (0x4A5F86, 0x9DB0D6),
            Ink::TimerFill => (0xE9EDF5, 0x232B3A),
            Ink::CommunicationEdge => (0x0B7A7A, 0x4FC4BF),
            Ink::CommunicationFill => (0xE0F3F2, 0x17322F),
            Ink::ProcessEdge => (0x6B46C1, 0xB39DF3),
            Ink::ProcessFill => (0xF0EBFC, 0x2C2547),
            Ink::StartEdge => (0x2F855A, 0x6CC795),
            Ink::StartFill => (0xE6F4EA, 0x1D3327),
            Ink::NoteLink => (0x2F4DC4, 0x9DB2FF),
            Ink::YellowPaper => (0xFFF6D6, 0x3A331B),
            Ink::BluePaper => (0xE5EFFC, 0x1E2C40),
            Ink::GreenPaper => (0xE5F5E8, 0x1E3325),
            Ink::PinkPaper => (0xFCE7EF, 0x3B2230),
            Ink::GreyPaper => (0xEFF1F4, 0x2A2D35),
            Ink::YellowEdge => (0xC79A12, 0xC2A445),
            Ink::BlueEdge => (0x4C86D0, 0x5E93D6),
            Ink::GreenEdge => (0x4A9A5E, 0x5BA671),
            Ink::PinkEdge => (0xCC5F8B, 0xC96A93),
            Ink::GreyEdge => (0x828A98, 0x858D9B),
        };
        match theme {
            Theme::Light => rgb(light),
            Theme::Dark => rgb(dark),
        }
    }
}
