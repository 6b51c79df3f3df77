//! What an entry of the list of commands runs or goes to.

use crate::campaign::directory::List;
use crate::campaign::selection::Selection;
use crate::ui::context::command::Command;
use crate::ui::context::parts::WindowPart;
use crate::workbench::templates::TemplateId;

/// What an entry runs or goes to.
#[derive(Clone, Debug, PartialEq)]
pub enum CommandTarget {
    /// Run a command of the window.
    Run(Command),
    /// Go to a sequence, or things in it.
    Go(Selection),
    /// Go to a part of the window, in its mode.
    Part(WindowPart),
    /// Open a sample, by its index.
    Sample(usize),
    /// Open a list of what items can name.
    Entries(List),
    /// Open a template.
    Template(TemplateId),
    /// Open a rule, by its id.
    Rules(String),
    /// Find the typed text in the campaign.
    Find(String),
}
