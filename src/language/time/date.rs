//! Days of the Gregorian calendar, and the fiscal years that they fall in.

/// A day. Only real days exist: see [`Date::new`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    /// Western year.
    pub year: i32,
    /// Month, 1–12.
    pub month: u32,
    /// Day of the month, from 1.
    pub day: u32,
}

impl Date {
    /// The day, unless the calendar has no such day (2月30日).
    #[must_use]
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        let real = (1..=12).contains(&month) && (1..=days_in_month(year, month)).contains(&day);
        real.then_some(Self { year, month, day })
    }

    /// First day of a fiscal year.
    #[must_use]
    pub const fn fiscal_year_start(fiscal_year: i32) -> Self {
        Self { year: fiscal_year, month: 4, day: 1 }
    }

    /// Last day of a fiscal year.
    #[must_use]
    pub const fn fiscal_year_end(fiscal_year: i32) -> Self {
        Self { year: fiscal_year.saturating_add(1), month: 3, day: 31 }
    }

    /// The fiscal year (April to March) that the day falls in.
    #[must_use]
    pub const fn fiscal_year(self) -> i32 {
        if self.month < 4 { self.year.saturating_sub(1) } else { self.year }
    }
}

impl std::fmt::Display for Date {
    /// The form that messages show, such as `2023年3月31日`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}年{}月{}日", self.year, self.month, self.day)
    }
}

/// How many days a month has; 0 where there is no such month.
pub(super) const fn days_in_month(year: i32, month: u32) -> u32 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_days_of_the_calendar_exist() {
        for (year, month, day) in [(2024, 2, 29), (2000, 2, 29), (2023, 3, 31), (2022, 4, 30)] {
            assert!(Date::new(year, month, day).is_some(), "{year}-{month}-{day}");
        }
        for (year, month, day) in [
            (2023, 2, 29),
            (2100, 2, 29),
            (2024, 2, 30),
            (2022, 4, 31),
            (2022, 13, 1),
            (2022, 0, 1),
        ] {
            assert_eq!(Date::new(year, month, day), None, "{year}-{month}-{day}");
        }
    }

    #[test]
    fn january_to_march_belong_to_the_fiscal_year_before() {
        let fiscal_year = |year, month, day| Date::new(year, month, day).map(Date::fiscal_year);
        assert_eq!(fiscal_year(2023, 3, 31), Some(2022));
        assert_eq!(fiscal_year(2023, 4, 1), Some(2023));
        assert_eq!(fiscal_year(2022, 12, 31), Some(2022));
    }
}
