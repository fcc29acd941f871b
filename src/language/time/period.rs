//! What a written time means in days, once the year is known.

use super::date::{Date, days_in_month};
use super::year::Year;

/// One end of a time as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Point {
    pub(super) year: Option<Year>,
    /// The year is a 年度.
    pub(super) fiscal: bool,
    pub(super) part: Part,
}

/// The part of a year that a time names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// The year itself.
    Whole,
    /// 年内, 年度内: up to its end.
    Within,
    /// 年末, 年度末: its last days.
    End,
    /// 年度当初: its first month.
    Start,
    Day(u32, u32),
    Month(u32, Stretch),
    Quarter(u32, Stretch),
    Half(u32, Stretch),
    /// A school term: 1学期, 2学期, 3学期.
    Term(u32, Stretch),
}

/// The stretch of a month, quarter or half year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stretch {
    Whole,
    /// 上旬, 初め.
    Early,
    /// 中旬, 半ば.
    Middle,
    /// 下旬.
    Late,
    /// 末: a little less than a week, since an office's last working day lies in it.
    End,
    FirstHalf,
    SecondHalf,
}

impl Point {
    /// First and last day. Without a year of its own the time is taken from the fiscal year, where
    /// January to March belong to the calendar year after.
    pub(super) fn resolve(self, fiscal_year: i32) -> Option<(Date, Date)> {
        let year = match self.year {
            Some(year) => year.near(fiscal_year)?,
            None => fiscal_year,
        };
        let calendar = self.year.is_some() && !self.fiscal;
        let in_year = |month: u32| {
            if calendar || month >= 4 { year } else { year.saturating_add(1) }
        };
        let months = |first: u32, last: u32| {
            let end = in_year(last);
            Some((
                Date::new(in_year(first), first, 1)?,
                Date::new(end, last, days_in_month(end, last))?,
            ))
        };
        let whole_year = || if calendar { months(1, 12) } else { months(4, 3) };
        let without_year_word = self.year.is_none() && !self.fiscal;
        match self.part {
            Part::Whole => whole_year(),
            // A bare 年内 or 年末 means the calendar year that the fiscal year begins in.
            Part::Within if without_year_word => months(4, 12),
            Part::Within => whole_year(),
            Part::End if without_year_word => months(4, 12).map(last_days),
            Part::End => whole_year().map(last_days),
            Part::Start => {
                if calendar {
                    months(1, 1)
                } else {
                    months(4, 4)
                }
            }
            Part::Day(month, day) => {
                let date = Date::new(in_year(month), month, day)?;
                Some((date, date))
            }
            Part::Month(month, stretch) => months(month, month).map(|all| stretch.of(all)),
            // Quarters and halves are the fiscal year's even where only 年 is written.
            Part::Quarter(quarter @ 1..=3, stretch) => {
                let first = quarter * 3 + 1;
                months(first, first + 2).map(|all| stretch.of(all))
            }
            Part::Quarter(4, stretch) => of_next_year(year, 1, 3).map(|all| stretch.of(all)),
            Part::Half(1, stretch) => months(4, 9).map(|all| stretch.of(all)),
            Part::Half(2, stretch) => of_next_year(year, 10, 3).map(|all| stretch.of(all)),
            Part::Term(1, stretch) => months(4, 7).map(|all| stretch.of(all)),
            Part::Term(2, stretch) => months(8, 12).map(|all| stretch.of(all)),
            Part::Term(3, stretch) => of_next_year(year, 1, 3).map(|all| stretch.of(all)),
            Part::Quarter(..) | Part::Half(..) | Part::Term(..) => None,
        }
    }

    /// Whether the calendar can have such a time, whatever the year if none is written.
    pub(super) fn is_possible(self) -> bool {
        let leap_fiscal_years = [2023, 2024];
        match self.year {
            Some(Year::Blank) => true,
            _ => leap_fiscal_years.iter().any(|year| self.resolve(*year).is_some()),
        }
    }

    /// The same time so many years later.
    pub(super) fn later(self, base: i32, years: i32) -> Self {
        let year = self.year.map_or(Some(base), |year| year.near(base));
        let fiscal = self.fiscal || self.year.is_none();
        Self { year: year.map(|year| Year::Known(year.saturating_add(years))), fiscal, ..self }
    }
}

impl Stretch {
    fn of(self, (first, last): (Date, Date)) -> (Date, Date) {
        let one_month = (first.year, first.month) == (last.year, last.month);
        let until = |date: Date, day: u32| Date { day, ..date };
        let middle = halfway(first, last);
        match self {
            Self::Whole => (first, last),
            Self::Early => (first, until(first, 10)),
            Self::Middle if one_month => (until(first, 11), until(first, 20)),
            Self::Middle => (first, last),
            Self::Late => (until(last, 21), last),
            Self::End => last_days((first, last)),
            Self::FirstHalf if one_month => (first, until(first, 15)),
            Self::SecondHalf if one_month => (until(first, 16), last),
            Self::FirstHalf => (first, middle.unwrap_or(last)),
            Self::SecondHalf => (middle.map_or(first, after), last),
        }
    }
}

/// 末, down from the last day: the last working day lies in it, so that 年度末 and a due date of
/// 3月29日 do not contradict each other.
fn last_days((_, last): (Date, Date)) -> (Date, Date) {
    (Date { day: last.day.saturating_sub(5).max(1), ..last }, last)
}

fn of_next_year(year: i32, first: u32, last: u32) -> Option<(Date, Date)> {
    let next = year.checked_add(1)?;
    let start = if first > last { year } else { next };
    Some((Date::new(start, first, 1)?, Date::new(next, last, days_in_month(next, last))?))
}

/// The last day of the month that ends the first half of several whole months.
fn halfway(first: Date, last: Date) -> Option<Date> {
    let years = u32::try_from(last.year.checked_sub(first.year)?).ok()?;
    let count = (years * 12 + last.month + 1).checked_sub(first.month)?;
    let index = first.month + count / 2 - 1;
    let (year, month) = if index > 12 { (last.year, index - 12) } else { (first.year, index) };
    Date::new(year, month, days_in_month(year, month))
}

/// The first day of the month after.
fn after(date: Date) -> Date {
    if date.month == 12 {
        Date { year: date.year.saturating_add(1), month: 1, day: 1 }
    } else {
        Date { month: date.month + 1, day: 1, ..date }
    }
}
