//! Surveys a column of dates: how many cells have which form, and which order of day and month they prove.

use super::form::{DateForm, DateLayout, YearDigits};
use super::quick;
use super::reader::read_date;
use super::reading::{DateCell, DateReading, DateRules, DayMonthOrder};
use super::tally::{CellTally, ExampleCell};

/// What the cells of a column say about its order of day and month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OrderFinding {
    /// No cell has an order: there are no dates of digits with day and month, or each is the same in both orders.
    NotNeeded,
    /// At least one cell proves it, and none proves another.
    MonthFirst,
    /// As [`OrderFinding::MonthFirst`]; also if dates with dots are the only evidence.
    DayFirst,
    /// At least one cell needs an order, and none proves one.
    Ambiguous(OrderQuestion),
    /// Some cells prove one order, others the other one.
    TwoOrders {
        /// The cells that prove month first.
        month_first: CellTally,
        /// The cells that prove day first (with dots, by custom).
        day_first: CellTally,
    },
}

/// The question for the order of day and month of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrderQuestion {
    /// The cells that need the answer.
    pub cells: CellTally,
    /// The form of the first of them, with the month first.
    pub form: DateForm,
    /// One answer, with the separator and the digits of the year of the first cell: `MM/DD/YYYY`.
    pub month_first: String,
    /// The other answer: `DD/MM/YYYY`.
    pub day_first: String,
}

/// The survey of a column of dates, or of a part of it. Parts may be surveyed on several threads and merged in any
/// order: the result is the same.
///
/// `cells` = `empty` + `read` + `unreadable`. All other counts are of cells that are read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateSurvey {
    rules: DateRules,
    /// All cells.
    pub cells: CellTally,
    /// Blank cells, dates of zeros, and words for "none".
    pub empty: CellTally,
    /// Dates in whatever form, also those that need an order.
    pub read: CellTally,
    /// `YYYY-MM-DD`, also with `THH:MM` or `THH:MM:SS`.
    pub native: CellTally,
    /// Dates with a year of two digits.
    pub two_digit_years: CellTally,
    /// Dates without a year.
    pub without_year: CellTally,
    /// Excel's numbers.
    pub serials: CellTally,
    /// Seconds or milliseconds since 1970.
    pub epochs: CellTally,
    /// Dates with a time of day.
    pub with_time: CellTally,
    /// Times with an offset from UTC. Those of seconds since 1970, too.
    pub with_offset: CellTally,
    /// Cells that aren't dates.
    pub unreadable: CellTally,
    /// Dates that fit only with the month first.
    month_first: CellTally,
    /// Dates that fit only with the day first.
    day_first: CellTally,
    /// Dates with dots that fit both orders: day first by custom.
    dotted: CellTally,
    /// Whether a date with dots fits only with the month first.
    has_dots_month_first: bool,
    /// Other dates that fit both orders, and differ.
    open: CellTally,
}

impl DateSurvey {
    /// An empty survey. The order in `rules` doesn't matter.
    pub fn new(rules: DateRules) -> Self {
        let none = CellTally::default;
        DateSurvey {
            rules: DateRules { order: DayMonthOrder::Unknown, ..rules },
            cells: none(),
            empty: none(),
            read: none(),
            native: none(),
            two_digit_years: none(),
            without_year: none(),
            serials: none(),
            epochs: none(),
            with_time: none(),
            with_offset: none(),
            unreadable: none(),
            month_first: none(),
            day_first: none(),
            dotted: none(),
            has_dots_month_first: false,
            open: none(),
        }
    }

    /// Adds a cell with its line. Lines may come in any order.
    pub fn add(&mut self, line: u64, cell: &str) {
        self.cells.add(line, cell);
        match read_date(cell, &self.rules) {
            DateReading::Empty => self.empty.add(line, cell),
            DateReading::Unreadable(_) => self.unreadable.add(line, cell),
            DateReading::NeedsOrder(form) => {
                self.add_form(line, cell, form);
                self.open.add(line, cell);
            }
            DateReading::Date(date, form) => {
                self.add_form(line, cell, form);
                self.add_order(line, cell, date, form);
                if date.offset.is_some() {
                    self.with_offset.add(line, cell);
                }
            }
        }
    }

    /// Adds the survey of another part of the file.
    pub fn merge(&mut self, other: DateSurvey) {
        self.cells.merge(other.cells);
        self.empty.merge(other.empty);
        self.read.merge(other.read);
        self.native.merge(other.native);
        self.two_digit_years.merge(other.two_digit_years);
        self.without_year.merge(other.without_year);
        self.serials.merge(other.serials);
        self.epochs.merge(other.epochs);
        self.with_time.merge(other.with_time);
        self.with_offset.merge(other.with_offset);
        self.unreadable.merge(other.unreadable);
        self.month_first.merge(other.month_first);
        self.day_first.merge(other.day_first);
        self.dotted.merge(other.dotted);
        self.has_dots_month_first |= other.has_dots_month_first;
        self.open.merge(other.open);
    }

    /// Counts what the form says.
    fn add_form(&mut self, line: u64, cell: &str, form: DateForm) {
        self.read.add(line, cell);
        if form.layout == DateLayout::YearMonthDay && quick::is_native(cell) {
            self.native.add(line, cell);
        }
        match form.year {
            YearDigits::Absent => self.without_year.add(line, cell),
            YearDigits::Two => self.two_digit_years.add(line, cell),
            YearDigits::Four => {}
        }
        if form.has_time {
            self.with_time.add(line, cell);
        }
        if form.layout == DateLayout::ExcelNumber {
            self.serials.add(line, cell);
        } else if form.is_number() {
            self.epochs.add(line, cell);
        }
    }

    /// Counts which order a date proves.
    fn add_order(&mut self, line: u64, cell: &str, date: DateCell, form: DateForm) {
        let Some(is_month_first) = form.is_month_first() else { return };
        // A day that may be a month proves nothing. Only dates with dots are read then, by custom.
        match (date.day > 12, is_month_first) {
            (true, true) => {
                self.month_first.add(line, cell);
                self.has_dots_month_first |= form.separator == '.';
            }
            (true, false) => self.day_first.add(line, cell),
            (false, _) if date.day != date.month => self.dotted.add(line, cell),
            (false, _) => {}
        }
    }

    /// What the cells say about the order of day and month. A column has one order, whatever its separators are.
    ///
    /// Dates with dots are day first by custom. That decides where no cell proves an order and no other date needs
    /// one. It is also taken as a second order if other dates prove month first, since `3.4.1990` is hardly 4 March
    /// then. If a date with dots proves month first itself (`12.31.1990`), the custom doesn't hold in this column.
    pub fn order(&self) -> OrderFinding {
        let (month_first, day_first) = (self.month_first.count > 0, self.day_first.count > 0);
        let has_custom = self.dotted.count > 0 && !self.has_dots_month_first;
        let two_orders = |day_first: &CellTally| OrderFinding::TwoOrders {
            month_first: self.month_first.clone(),
            day_first: day_first.clone(),
        };
        match (month_first, day_first) {
            (true, true) => two_orders(&self.day_first),
            (true, false) if has_custom => two_orders(&self.dotted),
            (true, false) => OrderFinding::MonthFirst,
            (false, true) => OrderFinding::DayFirst,
            (false, false) => match &self.open.first {
                Some(first) => OrderFinding::Ambiguous(self.question(first)),
                None if has_custom => OrderFinding::DayFirst,
                None => OrderFinding::NotNeeded,
            },
        }
    }

    /// Whether each cell that isn't empty is one of Excel's numbers.
    pub fn has_only_serials(&self) -> bool {
        self.serials.count > 0 && self.serials.count + self.empty.count == self.cells.count
    }

    /// Whether each cell that isn't empty is in the native form.
    pub fn is_native(&self) -> bool {
        self.native.count + self.empty.count == self.cells.count
    }

    fn question(&self, first: &ExampleCell) -> OrderQuestion {
        let form = match read_date(&first.text, &self.rules) {
            DateReading::NeedsOrder(form) => form,
            DateReading::Date(..) | DateReading::Empty | DateReading::Unreadable(_) => {
                DateForm { layout: DateLayout::MonthDayYear, separator: '/', ..DateForm::NATIVE }
            }
        };
        let (month_first, day_first) = form.both_orders();
        OrderQuestion {
            cells: self.open.clone(),
            form,
            month_first: month_first.date_pattern(),
            day_first: day_first.date_pattern(),
        }
    }
}

impl OrderFinding {
    /// The order by which the cells are read; unknown if it must be asked for.
    pub fn known(&self) -> DayMonthOrder {
        match self {
            OrderFinding::MonthFirst => DayMonthOrder::MonthFirst,
            OrderFinding::DayFirst => DayMonthOrder::DayFirst,
            OrderFinding::NotNeeded | OrderFinding::Ambiguous(_) | OrderFinding::TwoOrders { .. } => {
                DayMonthOrder::Unknown
            }
        }
    }
}
