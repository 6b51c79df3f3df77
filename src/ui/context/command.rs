//! All commands of the window. Menus, keys and the list of commands use this one table.

use eframe::egui::{Key, KeyboardShortcut, Modifiers};

/// A menu of the menu bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Menu {
    File,
    Edit,
    View,
    Insert,
    Arrange,
    Run,
    Help,
}

impl Menu {
    /// All menus, in the order of the menu bar.
    pub const ALL: [Menu; 7] = [Menu::File, Menu::Edit, Menu::View, Menu::Insert, Menu::Arrange, Menu::Run, Menu::Help];

    /// The text in the menu bar.
    pub const fn label(self) -> &'static str {
        match self {
            Menu::File => "File",
            Menu::Edit => "Edit",
            Menu::View => "View",
            Menu::Insert => "Insert",
            Menu::Arrange => "Arrange",
            Menu::Run => "Run",
            Menu::Help => "Help",
        }
    }
}

/// When the keys of a command work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyScope {
    /// In the whole window.
    Window,
    /// Only while the canvas has focus, so that the keys can be typed in text fields.
    Canvas,
}

macro_rules! commands {
    ($($variant:ident $label:literal $menu:ident $scope:ident [$($keys:expr),*];)*) => {
        /// A command, which can be run from a menu, by keys or from the list of commands.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[allow(missing_docs)]
        pub enum Command {
            $($variant,)*
            /// Add an object, by its index in [`crate::campaign::catalog::OFFERS`].
            Insert(usize),
            /// Open a recent file, by its index in the list.
            OpenRecent(usize),
        }

        impl Command {
            /// All commands except those that depend on a list.
            pub const PLAIN: &[Command] = &[$(Command::$variant,)*];

            /// The label in menus.
            pub fn label(self) -> String {
                match self {
                    $(Command::$variant => $label.to_owned(),)*
                    Command::Insert(place) => crate::campaign::catalog::OFFERS[place].label.to_owned(),
                    Command::OpenRecent(place) => format!("Recent file {}", place + 1),
                }
            }

            /// The menu that contains the command.
            pub fn menu(self) -> Menu {
                match self {
                    $(Command::$variant => Menu::$menu,)*
                    Command::Insert(_) => Menu::Insert,
                    Command::OpenRecent(_) => Menu::File,
                }
            }

            /// When its keys work.
            pub fn scope(self) -> KeyScope {
                match self {
                    $(Command::$variant => KeyScope::$scope,)*
                    Command::Insert(_) | Command::OpenRecent(_) => KeyScope::Window,
                }
            }

            /// The keys of the command; the first is shown in menus.
            pub fn keys(self) -> Vec<KeyboardShortcut> {
                match self {
                    $(Command::$variant => vec![$($keys),*],)*
                    Command::Insert(_) | Command::OpenRecent(_) => Vec::new(),
                }
            }
        }
    };
}

const fn ctrl(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND, key)
}

const fn ctrl_shift(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), key)
}

const fn plain(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::NONE, key)
}

commands! {
    New "New campaign" File Window [ctrl(Key::N)];
    Open "Open…" File Window [ctrl(Key::O)];
    Gallery "Open sample or template…" File Window [];
    Save "Save" File Window [ctrl(Key::S)];
    SaveAs "Save as…" File Window [ctrl_shift(Key::S)];
    SaveAsTemplate "Save as template…" File Window [];
    ImportContacts "Import contacts…" File Window [ctrl_shift(Key::I)];
    ExportAll "Export…" File Window [ctrl_shift(Key::E)];
    Export "Export picture…" File Window [ctrl(Key::E)];
    ClearRecent "Clear recent files" File Window [];
    OpenLast "Open the last file at start" File Window [];
    Quit "Quit" File Window [ctrl(Key::Q)];
    Undo "Undo" Edit Window [ctrl(Key::Z)];
    Redo "Redo" Edit Window [ctrl(Key::Y), ctrl_shift(Key::Z)];
    Cut "Cut" Edit Canvas [ctrl(Key::X)];
    Copy "Copy" Edit Canvas [ctrl(Key::C)];
    Paste "Paste" Edit Canvas [ctrl(Key::V)];
    Duplicate "Duplicate" Edit Canvas [ctrl(Key::D)];
    Delete "Delete" Edit Canvas [plain(Key::Delete), plain(Key::Backspace)];
    SelectAll "Select all" Edit Canvas [ctrl(Key::A)];
    EditItem "Edit settings" Edit Canvas [plain(Key::Enter)];
    EditText "Edit text in large editor…" Edit Window [];
    Rename "Rename" Edit Canvas [plain(Key::F2)];
    RenameCampaign "Rename campaign" Edit Window [];
    Find "Find…" Edit Window [ctrl(Key::F)];
    Commands "Commands…" Edit Window [ctrl(Key::K)];
    Directory "Users, tags, fields, counting days…" Edit Window [ctrl_shift(Key::D)];
    ZoomIn "Zoom in" View Canvas [plain(Key::Plus), plain(Key::Equals)];
    ZoomOut "Zoom out" View Canvas [plain(Key::Minus)];
    ActualSize "Actual size" View Canvas [plain(Key::Num0)];
    Fit "Fit to window" View Canvas [plain(Key::Num1)];
    Build "Build" View Window [ctrl(Key::Num1)];
    Rehearse "Rehearse" View Window [ctrl(Key::Num2)];
    Report "Report" View Window [ctrl(Key::Num3)];
    ShowLeft "Left panel" View Window [];
    ShowPalette "Palette" View Window [];
    ShowOutline "Outline" View Window [ctrl_shift(Key::O)];
    ShowInspector "Item settings" View Window [];
    ShowProblems "Problems" View Window [];
    ShowMinimap "Minimap" View Window [];
    Snap "Snap to grid" View Window [];
    Light "Light theme" View Window [];
    Dark "Dark theme" View Window [];
    System "Theme of the system" View Window [];
    DayFirst "Dates as 12 Mar 2026" View Window [];
    MonthFirst "Dates as Mar 12, 2026" View Window [];
    YearFirst "Dates as 2026-03-12" View Window [];
    Hours24 "Times as 17:30" View Window [];
    Hours12 "Times as 5:30 pm" View Window [];
    WeekMonday "Weeks start on Monday" View Window [];
    WeekSunday "Weeks start on Sunday" View Window [];
    WeekSaturday "Weeks start on Saturday" View Window [];
    CampaignTime "Times in the campaign’s zone" View Window [];
    ContactTime "Times in the contact’s zone" View Window [];
    MyTime "Times in this computer’s zone" View Window [];
    Larger "Larger text" View Window [ctrl(Key::Plus), ctrl(Key::Equals)];
    Smaller "Smaller text" View Window [ctrl(Key::Minus)];
    UsualSize "Normal text size" View Window [ctrl(Key::Num0)];
    Present "Present" View Window [plain(Key::F11)];
    NewNote "Canvas note" Insert Window [];
    NewFrame "Frame around selection" Insert Window [];
    NewSequence "Sequence" Insert Window [];
    Tidy "Tidy" Arrange Window [];
    AlignRow "Align in a row" Arrange Window [];
    AlignColumn "Align in a column" Arrange Window [];
    ConnectTo "Connect to…" Arrange Canvas [plain(Key::L)];
    MarkReady "Mark ready" Arrange Window [];
    MarkDraft "Mark as draft" Arrange Window [];
    Disconnect "Remove links" Arrange Window [];
    NextSequence "Next sequence" Arrange Window [ctrl(Key::PageDown)];
    PreviousSequence "Previous sequence" Arrange Window [ctrl(Key::PageUp)];
    MoveSequenceRight "Move sequence right" Arrange Window [ctrl_shift(Key::PageDown)];
    MoveSequenceLeft "Move sequence left" Arrange Window [ctrl_shift(Key::PageUp)];
    RenameSequence "Rename sequence" Arrange Window [];
    DuplicateSequence "Duplicate sequence" Arrange Window [];
    DeleteSequence "Delete sequence" Arrange Window [];
    RehearseNow "Rehearse from the start" Run Window [plain(Key::F5)];
    Play "Play or pause" Run Canvas [plain(Key::Space)];
    StepBack "Step back" Run Canvas [plain(Key::Comma)];
    StepForward "Step forward" Run Canvas [plain(Key::Period)];
    ToStart "To the start" Run Canvas [];
    NextDay "To the next day" Run Canvas [];
    ToEnd "To the end" Run Canvas [];
    RunToHere "Run to here" Run Window [];
    Slower "Slower" Run Canvas [plain(Key::OpenBracket)];
    Faster "Faster" Run Canvas [plain(Key::CloseBracket)];
    FollowNobody "Stop following" Run Window [];
    CopySends "Copy what the contact gets" Run Window [];
    Preview "Preview message…" Run Window [ctrl_shift(Key::P)];
    Population "Contacts to rehearse" Run Window [];
    KeptRuns "Saved runs…" Run Window [];
    ReadAgain "Reload contacts" Run Window [];
    Live "Live numbers while building" Run Window [];
    LiveAtClock "Live numbers at the rehearsal’s clock" Run Window [];
    LiveAtDate "Live numbers at a date…" Run Window [];
    LiveAtEnd "Live numbers at the end" Run Window [];
    ReduceMotion "Reduce motion" Run Window [];
    Rules "Rules" Help Window [plain(Key::F1)];
    Keys "Keys" Help Canvas [plain(Key::Questionmark)];
    About "About Dripline" Help Window [];
}

impl Command {
    /// The first keys as shown in menus, or an empty text.
    pub fn shown_keys(self, ctx: &eframe::egui::Context) -> String {
        self.keys().first().map(|keys| shown(ctx, keys)).unwrap_or_default()
    }
}

/// A shortcut as menus show it: `Ctrl+Shift+S`, and `Ctrl++` or `[` rather than the names of those keys.
pub fn shown(ctx: &eframe::egui::Context, keys: &KeyboardShortcut) -> String {
    let words = ctx.format_shortcut(keys);
    match words.strip_suffix(keys.logical_key.name()) {
        Some(modifiers) => format!("{modifiers}{}", key_name(keys.logical_key)),
        // For this key, egui shows its own symbol instead of the name.
        None => words,
    }
}

/// The text on a key: its character if it has one, else its name.
pub fn key_name(key: Key) -> &'static str {
    match key {
        // egui's own symbol is the mathematical minus, which isn't on keyboards.
        Key::Minus => "-",
        // egui's arrow symbols are not in every font.
        Key::ArrowDown | Key::ArrowLeft | Key::ArrowRight | Key::ArrowUp => key.name(),
        _ => key.symbol_or_name(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_shown_by_the_characters_on_them() {
        let ctx = eframe::egui::Context::default();
        let shown = |modifiers, key| shown(&ctx, &KeyboardShortcut::new(modifiers, key));
        let characters = [
            (Key::OpenBracket, "["),
            (Key::CloseBracket, "]"),
            (Key::Comma, ","),
            (Key::Period, "."),
            (Key::Plus, "+"),
            (Key::Equals, "="),
            (Key::Minus, "-"),
            (Key::Questionmark, "?"),
            (Key::F5, "F5"),
            (Key::Space, "Space"),
        ];
        for (key, character) in characters {
            assert_eq!(shown(Modifiers::NONE, key), character);
        }
        if !cfg!(target_os = "macos") {
            assert_eq!(shown(Modifiers::COMMAND, Key::Plus), "Ctrl++");
            assert_eq!(shown(Modifiers::COMMAND | Modifiers::SHIFT, Key::S), "Ctrl+Shift+S");
        }
    }

    #[test]
    fn no_command_shows_the_name_of_a_key_that_has_a_character() {
        let ctx = eframe::egui::Context::default();
        for command in Command::PLAIN {
            for keys in command.keys() {
                let words = shown(&ctx, &keys);
                let spelt = ["Bracket", "Comma", "Period", "Plus", "Equals", "Minus", "Slash", "Question"];
                assert!(spelt.iter().all(|name| !words.contains(name)), "{command:?}: {words}");
            }
        }
    }
}
