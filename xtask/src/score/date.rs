//! The calendar day that a string names.

use std::sync::LazyLock;

use regex::{Captures, Regex};

/// A day as the number of days since 1970-01-01.
pub type Day = i64;

/// The day of a date string as written (time zones are not shifted), `None` where there is none.
pub fn day(text: &str) -> Option<Day> {
    let text = super::tokens::trim(text);
    if let Some(found) = pattern(0)?.captures(text).or_else(|| pattern(1)?.captures(text)) {
        return civil(number(&found, 1)?, number(&found, 2)?, number(&found, 3)?);
    }
    if let Some(found) = pattern(2)?.captures(text) {
        return civil(number(&found, 3)?, number(&found, 2)?, number(&found, 1)?);
    }
    let bare = pattern(3)?.replace_all(text, "$1");
    if let Some(found) = pattern(4)?.captures(&bare) {
        return civil(number(&found, 3)?, month(found.get(1)?.as_str())?, number(&found, 2)?);
    }
    if let Some(found) = pattern(5)?.captures(&bare) {
        return civil(number(&found, 3)?, month(found.get(2)?.as_str())?, number(&found, 1)?);
    }
    // What is left of RFC 5322 and `asctime`: "Thu Nov 25 10:00:00 2021".
    let found = pattern(6)?.captures(text)?;
    civil(number(&found, 3)?, month(found.get(1)?.as_str())?, number(&found, 2)?)
}

fn pattern(at: usize) -> Option<&'static Regex> {
    static PATTERNS: LazyLock<Vec<Regex>> = LazyLock::new(|| {
        let sources = [
            r"([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})",
            r"^([0-9]{4})([0-9]{2})([0-9]{2})(?:[^0-9]|$)",
            r"\b([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})\b",
            r"([0-9])(?:st|nd|rd|th)\b|,",
            r"([A-Za-z]{3,9})\.? ([0-9]{1,2}) ([0-9]{4})",
            r"([0-9]{1,2}) ([A-Za-z]{3,9})\.? ([0-9]{4})",
            r"^(?:[A-Za-z]{3,9},? +)?([A-Za-z]{3,9}) +([0-9]{1,2}) +[0-9]{2}:[0-9]{2}(?::[0-9]{2})? (?:[A-Z]{2,4} )?([0-9]{4})",
        ];
        sources.iter().filter_map(|source| Regex::new(source).ok()).collect()
    });
    PATTERNS.get(at)
}

fn number(found: &Captures<'_>, group: usize) -> Option<i64> {
    found.get(group)?.as_str().parse().ok()
}

/// The month whose English name starts with the first three letters of `name`.
fn month(name: &str) -> Option<i64> {
    const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let short = name.get(..3)?.to_ascii_lowercase();
    MONTHS.iter().position(|month| *month == short).map(|at| at as i64 + 1)
}

/// Days since 1970-01-01 of a day of the Gregorian calendar, `None` for one that does not exist.
///
/// The algorithm is Howard Hinnant's `days_from_civil` (<https://howardhinnant.github.io/date_algorithms.html>).
fn civil(year: i64, month: i64, day: i64) -> Option<Day> {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let length = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 => 28 + i64::from(leap),
        _ => return None,
    };
    if !(1..=9999).contains(&year) || !(1..=length).contains(&day) {
        return None;
    }
    let year = if month <= 2 { year - 1 } else { year };
    let (era, year_of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    Some(era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468)
}
