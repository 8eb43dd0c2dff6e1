//! Points in time as pages write them: ISO 8601, feeds' and databases' forms, and dates in words.

use std::fmt;

use super::clock::time;
use super::date_text::find;

/// The web's first pages are from 1991; a year before is a mistake or something the text tells of.
const MIN_YEAR: u32 = 1990;
/// No page is from the next century; numbers above are something else.
const MAX_YEAR: u32 = 2099;

/// A day, and the time and zone as far as they are given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    pub year: u32,
    pub month: u8,
    pub day: u8,
    /// Hours, minutes, seconds.
    pub time: Option<(u8, u8, u8)>,
    /// Minutes east of Greenwich. The day is never shifted by it.
    pub zone: Option<i16>,
}

impl Moment {
    /// A day on the calendar, plausible as a publication date.
    pub fn new(year: u32, month: u32, day: u32) -> Option<Moment> {
        // Thai pages count from the Buddha's death.
        let year = if (MIN_YEAR + 543..=MAX_YEAR + 543).contains(&year) { year - 543 } else { year };
        let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let days = match month {
            2 => 28 + u32::from(is_leap),
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        };
        let is_date = (MIN_YEAR..=MAX_YEAR).contains(&year) && (1..=12).contains(&month) && (1..=days).contains(&day);
        is_date.then_some(Moment { year, month: month as u8, day: day as u8, time: None, zone: None })
    }

    /// Minutes on a common clock, to compare moments that are given in different zones.
    pub fn minutes(&self) -> Option<i64> {
        let (hour, minute, _) = self.time?;
        Some((self.day_number() * 24 + i64::from(hour)) * 60 + i64::from(minute) - i64::from(self.zone?))
    }

    /// Days from some day on, to count the days between two moments.
    pub fn day_number(&self) -> i64 {
        days_before(self.year, self.month) + i64::from(self.day)
    }

    /// The moment that a number of seconds since 1970 stands for, in UTC.
    fn from_epoch(seconds: u64) -> Option<Moment> {
        // Howard Hinnant's `civil_from_days`: https://howardhinnant.github.io/date_algorithms.html
        let days = seconds / 86_400 + 719_468;
        let (era, day_of_era) = (days / 146_097, days % 146_097);
        let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted = (5 * day_of_year + 2) / 153;
        let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
        let year = year_of_era + era * 400 + u64::from(month <= 2);
        let mut moment = Moment::new(year as u32, month as u32, (day_of_year - (153 * shifted + 2) / 5 + 1) as u32)?;
        let second = seconds % 86_400;
        moment.time = Some(((second / 3_600) as u8, (second / 60 % 60) as u8, (second % 60) as u8));
        moment.zone = Some(0);
        Some(moment)
    }
}

/// Days from some day to the first of this month.
fn days_before(year: u32, month: u8) -> i64 {
    // Howard Hinnant's `days_from_civil`, whose years begin in March.
    let (year, month) = if month <= 2 { (year - 1, month + 9) } else { (year, month - 3) };
    let (year, month) = (i64::from(year), i64::from(month));
    year * 365 + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5
}

impl fmt::Display for Moment {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:04}-{:02}-{:02}", self.year, self.month, self.day)?;
        let Some((hour, minute, second)) = self.time else { return Ok(()) };
        write!(out, "T{hour:02}:{minute:02}:{second:02}")?;
        match self.zone {
            None => Ok(()),
            Some(0) => write!(out, "Z"),
            Some(zone) => {
                let sign = if zone < 0 { '-' } else { '+' };
                write!(out, "{sign}{:02}:{:02}", zone.abs() / 60, zone.abs() % 60)
            }
        }
    }
}

/// Which number comes first in 3/4/2021.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    #[default]
    DayFirst,
    MonthFirst,
}

/// A date written for machines: in an attribute or as data. Runs of digits count too.
pub fn machine(value: &str, order: Order) -> Option<Moment> {
    let value = value.trim();
    if let Some(moment) = digits(value) {
        return Some(moment);
    }
    find(value, order).map(|found| found.moment)
}

/// `20191016`, `20191016T1030`, `20191016103000`, and seconds or milliseconds since 1970.
fn digits(value: &str) -> Option<Moment> {
    let n_digits = value.bytes().take_while(u8::is_ascii_digit).count();
    let number = |from: usize, to: usize| value.get(from..to)?.parse::<u32>().ok();
    match n_digits {
        10 if value.len() == 10 => Moment::from_epoch(value.parse().ok()?),
        13 if value.len() == 13 => Moment::from_epoch(value.parse::<u64>().ok()? / 1_000),
        8 | 12 | 14 => {
            let mut moment = Moment::new(number(0, 4)?, number(4, 6)?, number(6, 8)?)?;
            if n_digits > 8 {
                moment.time = time(number(8, 10)?, number(10, 12)?, number(12, 14).unwrap_or(0));
            }
            Some(moment)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_machines_write() {
        for (value, want) in [
            ("20191016", Some("2019-10-16")),
            ("20191016103000", Some("2019-10-16T10:30:00")),
            ("1571221800", Some("2019-10-16T10:30:00Z")),
            ("1571221800000", Some("2019-10-16T10:30:00Z")),
            ("2019-10-16", Some("2019-10-16")),
            ("12345", None),
        ] {
            assert_eq!(machine(value, Order::DayFirst).map(|moment| moment.to_string()).as_deref(), want, "{value}");
        }
    }

    #[test]
    fn moments_compare_across_zones() {
        let minutes = |value| machine(value, Order::DayFirst).and_then(|moment| moment.minutes());
        assert_eq!(minutes("2019-10-16T01:30:00+02:00"), minutes("2019-10-15T23:30:00Z"));
        assert_eq!(minutes("2020-02-29T23:00:00-01:00"), minutes("2020-03-01T00:00:00Z"));
        assert_eq!(minutes("2019-10-16T01:30:00"), None);
    }
}
