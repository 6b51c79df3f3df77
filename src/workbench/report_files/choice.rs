//! What a person may choose to save of a rehearsal, and the kinds of files it comes as.

use std::path::Path;

use super::plots::{PlotOf, PlotWanted};
use super::tables::{ReportFormat, Table, table_format};
use super::{Wanted, picture};
use crate::picture::options::Options;
use crate::workbench::failure::Failure;
use crate::workbench::picture::Format;

/// Something of a rehearsal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum What {
    /// The table of items, or all of the report as a page.
    #[default]
    Report,
    /// A row for each thing that happened.
    Table(Table),
    /// The canvas with its counts.
    Canvas,
    /// A plot.
    Plot(PlotOf),
    /// What is to come: of all, or of the contact at a place in the list.
    Planned(Option<u64>),
}

impl What {
    /// What people call it.
    pub const fn label(self) -> &'static str {
        match self {
            What::Report => "Report",
            What::Table(Table::Events) => "Every visit of every contact",
            What::Table(Table::Effects) => "What the items would have done",
            What::Table(Table::Assignments) => "Who was given what",
            What::Canvas => "Picture of the canvas with its counts",
            What::Plot(PlotOf::Runs) => "Plot of what ran when",
            What::Plot(PlotOf::Emails) => "Plot of emails by day and hour",
            What::Plot(PlotOf::Tasks) => "Plot of tasks by day and hour",
            What::Planned(None) => "Calendar of what is to come",
            What::Planned(Some(_)) => "Calendar of the contact that is followed",
        }
    }

    /// What its file is called, after the sequence's name.
    pub const fn name(self) -> &'static str {
        match self {
            What::Report => "report",
            What::Table(Table::Events) => "events",
            What::Table(Table::Effects) => "effects",
            What::Table(Table::Assignments) => "assignments",
            What::Canvas => "canvas",
            What::Plot(PlotOf::Runs) => "runs over time",
            What::Plot(PlotOf::Emails) => "emails by hour",
            What::Plot(PlotOf::Tasks) => "tasks by hour",
            What::Planned(_) => "planned",
        }
    }

    /// The endings of the files that it comes as, the usual one first.
    pub const fn endings(self) -> &'static [&'static str] {
        match self {
            What::Report => &["csv", "json", "html"],
            What::Table(_) => &["csv", "json"],
            What::Canvas | What::Plot(_) => &["png", "svg"],
            What::Planned(_) => &["ics"],
        }
    }

    /// What is written to a path, by its ending.
    ///
    /// # Errors
    /// If it does not come as such a file.
    pub fn wanted(self, path: &Path, options: Options) -> Result<Wanted<'static>, Failure> {
        let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_ascii_lowercase();
        if !self.endings().contains(&ending.as_str()) {
            let endings: Vec<String> = self.endings().iter().map(|ending| format!(".{ending}")).collect();
            return Err(Failure::Usage(format!("Name a file that ends in {}.", endings.join(" or "))));
        }
        Ok(match self {
            What::Report => Wanted::Report(ReportFormat::of(path)),
            What::Table(table) => Wanted::Table(table, table_format(path)),
            What::Canvas => Wanted::Canvas(picture::Wanted { format: Format::of(path)?, options, counts: None }),
            What::Plot(of) => Wanted::Plot(PlotWanted { of, format: Format::of(path)?, options }),
            What::Planned(contact) => Wanted::Planned(contact),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ending_decides_what_is_written() {
        let options = Options { scale: 2.0, ..Options::default() };
        let wanted = |what: What, path: &str| what.wanted(Path::new(path), options);
        assert!(matches!(wanted(What::Report, "a.HTML"), Ok(Wanted::Report(ReportFormat::Html))));
        assert!(matches!(wanted(What::Report, "a.csv"), Ok(Wanted::Report(ReportFormat::Csv))));
        let plot = wanted(What::Plot(PlotOf::Emails), "a.svg");
        let of = PlotOf::Emails;
        assert!(matches!(plot, Ok(Wanted::Plot(wanted)) if wanted == PlotWanted { of, format: Format::Svg, options }));
        assert!(matches!(wanted(What::Planned(Some(3)), "a.ics"), Ok(Wanted::Planned(Some(3)))));
        let refused = wanted(What::Table(Table::Events), "a.png").expect_err("no picture").to_string();
        assert!(refused.contains(".csv or .json"), "{refused}");
    }
}
