//! What a spreadsheet or zip holds, and which part of it is read.

/// The kind of a spreadsheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BookForm {
    /// Excel, since 2007.
    Xlsx,
    /// Excel, before 2007.
    Xls,
    /// OpenDocument.
    Ods,
    /// A zip of CSV files or spreadsheets.
    Zip,
}

/// The size of the part of a sheet that has values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SheetSize {
    /// Rows down to the last with a value.
    pub rows: u32,
    /// Columns up to the last with a value.
    pub columns: u32,
    /// Whether they were counted; else the file only states them.
    pub exact: bool,
}

/// A sheet of a workbook, or a file in a zip.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetInfo {
    /// The name.
    pub name: String,
    /// Whether the spreadsheet hides it.
    pub hidden: bool,
    /// Whether it has a value.
    pub has_data: bool,
    /// Whether it is a part of a list that a zip has in several files, one for each status.
    pub is_list: bool,
    /// Its size, where it is known.
    pub size: Option<SheetSize>,
}

impl SheetInfo {
    /// Whether it is shown and holds data.
    pub fn can_be_chosen(&self) -> bool {
        self.has_data && !self.hidden
    }
}

/// The part of a spreadsheet or zip that is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SheetPart {
    /// The sheet, or the file of a zip, with this number.
    One(usize),
    /// All files of a zip that are one list, each row with the status of its file.
    AllLists,
}
