//! When the article was published and changed: claims first, then what the page shows by its headline.

use super::clues::{Clue, Clues, shown_lines};
use super::date::{Moment, Order, machine};
use super::date_text::{Found, find};
use super::precedence::{Claims, order};
use super::shown_dates::{Shown, shown};
use super::{Field, Source};
use crate::page::Page;

/// The two dates with their sources.
#[derive(Clone, Debug, Default)]
pub struct Dates {
    pub published: Option<(Moment, Source)>,
    pub modified: Option<(Moment, Source)>,
}

/// Finds the dates.
pub fn dates(page: &Page, clues: &Clues, claims: &Claims, url: &str, lang: &str, heading: Option<Clue>) -> Dates {
    let reading = reading(page, clues, claims, url, lang);
    let shown = shown(page, clues, heading, &reading);
    let pick = |field: Field| {
        order(field).iter().find_map(|&source| {
            let found = match source {
                // The nearest to the headline, whether a `time` element has it or not.
                Source::TimeElement | Source::Visible => {
                    let nearest = shown.iter().find(|each| each.is_update == (field == Field::Modified));
                    nearest.map(|each| (each.moment, each.source))
                }
                Source::Address => in_address(url).map(|moment| (moment, source)),
                _ => claims.from(field, source).find_map(|claim| reading.machine(&claim.value)).map(|moment| (moment, source)),
            };
            let (moment, source) = found?;
            let in_zone = claims.about(field).find_map(|claim| local(moment, reading.machine(&claim.value)?));
            Some((in_zone.unwrap_or(moment), source))
        })
    };
    let (published, modified) = (pick(Field::Published), pick(Field::Modified));
    let corrected = published.and_then(|(claimed, _)| {
        let nearest = doubt(claimed, &shown)?;
        let claims = order(Field::Published).iter().flat_map(|&source| claims.from(Field::Published, source));
        let mut said = claims.filter_map(|claim| Some((reading.machine(&claim.value)?, claim.source)));
        // Two that agree are believed more than one.
        let day = nearest.moment.day_number();
        let is_modified = modified.is_some_and(|(modified, _)| modified.day_number() == day);
        let confirmed = said.find(|(moment, _)| moment.day_number() == day && !is_modified);
        confirmed.or_else(|| correct(claimed, is_modified, nearest))
    });
    Dates { published: corrected.or(published), modified }
}

/// A date by the headline counts as a correction of a claim no farther from it than this, in bytes of text.
const BY_THE_HEADLINE: u32 = 600;

/// The date of publication that the page shows by the headline, where it does not show the claimed one.
fn doubt(claimed: Moment, shown: &[Shown]) -> Option<&Shown> {
    let mut published = shown.iter().filter(|each| !each.is_update);
    let is_shown = published.clone().any(|each| each.moment.day_number() == claimed.day_number());
    published.find(|each| each.distance <= BY_THE_HEADLINE).filter(|_| !is_shown)
}

/// The date that the page shows, where it proves the claimed one to be another: a day before it, since nothing
/// is shown as published earlier than it was (imported articles claim the day of the import, newspapers that of
/// the printed issue); or the publisher's day, where the claim by another clock falls on the next.
fn correct(claimed: Moment, is_modified: bool, nearest: &Shown) -> Option<(Moment, Source)> {
    let days = nearest.moment.day_number() - claimed.day_number();
    let is_zone =
        claimed.zone == Some(0) && claimed.time.is_some_and(|(hour, ..)| if hour < 12 { days == -1 } else { days == 1 });
    let is_issue = days == -1 && claimed.time.is_none() && nearest.moment.time.is_some();
    let is_earlier = (days < -1 || is_issue) && !is_modified;
    (is_zone || is_other_clock(claimed, nearest.moment) || is_earlier).then_some((nearest.moment, nearest.source))
}

/// True where two moments can be the same by clocks in different zones: full hours apart, and less than a day.
fn is_other_clock(claimed: Moment, shown: Moment) -> bool {
    let minutes = |moment: Moment| Moment { zone: Some(0), ..moment }.minutes();
    let apart = minutes(claimed).zip(minutes(shown)).map(|(claimed, shown)| (claimed - shown).abs());
    apart.is_some_and(|apart| apart % 60 == 0 && apart <= 14 * 60)
}

/// Settles how this page's dates are to be read.
pub fn reading(page: &Page, clues: &Clues, claims: &Claims, url: &str, lang: &str) -> Reading {
    Reading { order: number_order(page, clues, url, lang), known: known(claims, url) }
}

/// The same moment as the publisher's clock shows it, where one claim gives it in UTC and another with a zone.
fn local(moment: Moment, other: Moment) -> Option<Moment> {
    let is_local = moment.zone == Some(0) && other.zone.is_some_and(|zone| zone != 0);
    (is_local && moment.minutes() == other.minutes()).then_some(other)
}

/// How this page's dates in numbers are to be read.
pub struct Reading {
    order: Order,
    /// Days that are known beyond doubt: they settle whether 3/4 is in March or in April.
    known: Vec<(u32, u8, u8)>,
}

impl Reading {
    /// A date written for machines.
    pub fn machine(&self, value: &str) -> Option<Moment> {
        match find(value, self.order) {
            Some(found) if found.swapped.is_some() => Some(self.settle(found)),
            _ => machine(value, self.order),
        }
    }

    /// The first date in a text, with its place.
    pub fn find(&self, text: &str) -> Option<Found> {
        let found = find(text, self.order)?;
        Some(Found { moment: self.settle(found), ..found })
    }

    fn settle(&self, found: Found) -> Moment {
        let is_known = |moment: Moment| self.known.contains(&(moment.year, moment.month, moment.day));
        found.swapped.filter(|&swapped| is_known(swapped) && !is_known(found.moment)).unwrap_or(found.moment)
    }
}

/// The days that the address and the page's unmistakable claims name.
fn known(claims: &Claims, url: &str) -> Vec<(u32, u8, u8)> {
    let said = [Field::Published, Field::Modified].into_iter().flat_map(|field| claims.about(field));
    let found = said.filter_map(|claim| find(&claim.value, Order::DayFirst)).filter(|found| found.swapped.is_none());
    found.map(|found| found.moment).chain(in_address(url)).map(|moment| (moment.year, moment.month, moment.day)).collect()
}

/// /2019/10/16/, /2019/october/16/, /2019-10-16-, /16-10-2019-, /20191016/.
fn in_address(url: &str) -> Option<Moment> {
    let path = url.split_once("://").map_or(url, |(_, rest)| rest).split(['?', '#']).next()?;
    let runs: Vec<&str> = path.split(|c: char| !c.is_ascii_alphanumeric()).filter(|run| !run.is_empty()).collect();
    let number = |run: &str, n_digits: std::ops::RangeInclusive<usize>| {
        let is_number = n_digits.contains(&run.len()) && run.bytes().all(|b| b.is_ascii_digit());
        is_number.then(|| run.parse::<u32>().ok()).flatten()
    };
    let month = |run: &str| number(run, 1..=2).or_else(|| super::months::month(&run.to_ascii_lowercase()).map(u32::from));
    let apart = runs.windows(3).find_map(|window| match window {
        [first, name, last] => match number(first, 4..=4) {
            Some(year) => Moment::new(year, month(name)?, number(last, 1..=2)?),
            None => Moment::new(number(last, 4..=4)?, month(name)?, number(first, 2..=2)?),
        },
        _ => None,
    });
    apart.or_else(|| {
        runs.iter().find_map(|run| number(run, 8..=8)).and_then(|run| Moment::new(run / 10_000, run / 100 % 100, run % 100))
    })
}

/// Whether the page writes the day or the month first: told from a date that fits only one, else from the
/// language and the host's country.
fn number_order(page: &Page, clues: &Clues, url: &str, lang: &str) -> Order {
    for clue in clues.dates.iter().take(24) {
        let text = shown_lines(page, clue.node);
        let found = (text.len() <= super::shown_dates::MAX_LEN).then(|| find(&text, Order::DayFirst)).flatten();
        if let Some(order) = found.and_then(|found| found.order) {
            return order;
        }
    }
    let lang = lang.to_ascii_lowercase();
    let country = super::site::host(url).rsplit('.').next().unwrap_or_default();
    // A country's own suffix: only the United States write the month first.
    let is_national = country.len() == 2 && !matches!(country, "us" | "io" | "co" | "tv" | "me" | "ai");
    match lang.as_str() {
        "en-us" => Order::MonthFirst,
        "en" | "" if !is_national => Order::MonthFirst,
        _ => Order::DayFirst,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_carry_dates() {
        for (url, want) in [
            ("https://a.example/2019/10/16/title", Some("2019-10-16")),
            ("https://a.example/blog/2019/october/16/title", Some("2019-10-16")),
            ("https://a.example/news/2019-10-16-title.html", Some("2019-10-16")),
            ("https://a.example/news/16-10-2019-title.html", Some("2019-10-16")),
            ("https://a.example/20191016/title", Some("2019-10-16")),
            ("https://a.example/2019/title-12", None),
            ("https://a.example/?d=2019-10-16", None),
        ] {
            assert_eq!(in_address(url).map(|moment| moment.to_string()).as_deref(), want, "{url}");
        }
    }

    #[test]
    fn known_days_settle_the_order_of_numbers() {
        let reading = Reading { order: Order::MonthFirst, known: vec![(2019, 4, 3)] };
        assert_eq!(reading.find("3/4/2019").map(|found| found.moment.to_string()).as_deref(), Some("2019-04-03"));
        assert_eq!(reading.find("5/6/2019").map(|found| found.moment.to_string()).as_deref(), Some("2019-05-06"));
    }
}
