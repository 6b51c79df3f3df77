//! A count of cells with the first of them.

/// The first cell of its kind in a file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ExampleCell {
    /// Its line in the file.
    pub line: u64,
    /// Its text, cut at 200 characters.
    pub text: String,
}

/// How many cells are of one kind, and the first of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CellTally {
    /// The number of cells.
    pub count: u64,
    /// The one with the lowest line, in whatever order they were added.
    pub first: Option<ExampleCell>,
}

/// Most characters of an example. Every cell that is read as a date is shorter.
const LONGEST_EXAMPLE: usize = 200;

impl CellTally {
    /// Counts a cell.
    pub fn add(&mut self, line: u64, cell: &str) {
        self.count += 1;
        if self.first.as_ref().is_none_or(|first| line <= first.line) {
            let text = cell.trim().chars().take(LONGEST_EXAMPLE).collect();
            self.offer(ExampleCell { line, text });
        }
    }

    /// Adds the count of another part of the file.
    pub fn merge(&mut self, other: CellTally) {
        self.count += other.count;
        if let Some(first) = other.first {
            self.offer(first);
        }
    }

    fn offer(&mut self, example: ExampleCell) {
        self.first = Some(match self.first.take() {
            Some(first) => first.min(example),
            None => example,
        });
    }
}
