//! When the article was published and changed: claims first, then what the page shows by its headline.

use super::clues::{Clue, Clues, shown_lines};
use super::date::{Found, Moment, Order, find, machine};
use super::phrase::fold;
use super::place::Place;
use super::precedence::{Claims, order};
use super::{Field, Source};
use crate::page::{Page, Tag};

/// The two dates with their sources.
#[derive(Clone, Debug, Default)]
pub struct Dates {
    pub published: Option<(Moment, Source)>,
    pub modified: Option<(Moment, Source)>,
}

/// A text with a date that is longer than this is prose, in bytes.
const MAX_LEN: usize = 200;

/// A date that the page shows.
struct Shown {
    moment: Moment,
    source: Source,
    is_update: bool,
}

/// Finds the dates.
pub fn dates(page: &Page, clues: &Clues, claims: &Claims, url: &str, lang: &str, heading: Option<Clue>) -> Dates {
    let number_order = number_order(page, clues, url, lang);
    let mut shown: Option<Vec<Shown>> = None;
    let mut pick = |field: Field| {
        for &source in order(field) {
            let found = match source {
                Source::TimeElement | Source::Visible => {
                    let shown = shown.get_or_insert_with(|| visible(page, clues, heading, number_order));
                    let mut fitting =
                        shown.iter().filter(|each| each.source == source && each.is_update == (field == Field::Modified));
                    fitting.next().map(|each| each.moment)
                }
                Source::Address => in_address(url),
                _ => claims.from(field, source).find_map(|claim| machine(&claim.value, number_order)),
            };
            if let Some(moment) = found {
                return Some((moment, source));
            }
        }
        None
    };
    Dates { published: pick(Field::Published), modified: pick(Field::Modified) }
}

/// The dates by the headline, the nearest first.
fn visible(page: &Page, clues: &Clues, heading: Option<Clue>, order: Order) -> Vec<Shown> {
    let place = Place::new(page, heading);
    let mut near: Vec<(u32, &Clue)> = clues.dates.iter().filter_map(|clue| Some((place.distance(page, *clue)?, clue))).collect();
    near.sort_by_key(|(distance, _)| *distance);
    let mut all = Vec::new();
    for (_, clue) in near.into_iter().take(24) {
        let text = shown_lines(page, clue.node);
        let is_time = page.tag(clue.node) == Tag::Time;
        let attr = page.attr(clue.node, "datetime").filter(|_| is_time);
        let moment = attr.and_then(|value| machine(value, order)).or_else(|| {
            let found: Option<Found> = (text.len() <= MAX_LEN).then(|| find(&text, order)).flatten();
            found.map(|found| found.moment)
        });
        let Some(moment) = moment else { continue };
        let source = if is_time { Source::TimeElement } else { Source::Visible };
        all.push(Shown {
            moment,
            source,
            is_update: says_updated(&text)
                || page.classes(clue.node).any(|class| class == "updated")
                    && !page.classes(clue.node).any(|class| class == "published"),
        });
    }
    all
}

/// True when the words by a date say that it is of a change.
fn says_updated(text: &str) -> bool {
    let text = fold(text);
    UPDATED.iter().any(|word| text.contains(word))
}

/// Beginnings of the words for "updated". Folded.
const UPDATED: [&str; 18] = [
    "updated",
    "modified",
    "last edited",
    "last reviewed",
    "aktualisiert",
    "zuletzt",
    "geändert",
    "mis à jour",
    "modifié",
    "actualiz",
    "atualizado",
    "aggiornat",
    "bijgewerkt",
    "oppdatert",
    "uppdaterad",
    "обновлен",
    "更新",
    "güncelle",
];

/// /2019/10/16/, /2019-10-16-, /20191016/.
fn in_address(url: &str) -> Option<Moment> {
    let path = url.split_once("://").map_or(url, |(_, rest)| rest).split(['?', '#']).next()?;
    let numbers: Vec<(u32, usize)> = path
        .split(|c: char| !c.is_ascii_digit())
        .filter(|run| !run.is_empty())
        .map(|run| (run.parse().unwrap_or(0), run.len()))
        .collect();
    let three = numbers.windows(3).find_map(|window| match *window {
        [(year, 4), (month, 1..=2), (day, 1..=2)] => Moment::new(year, month, day),
        _ => None,
    });
    three.or_else(|| {
        numbers.iter().find_map(|&(number, len)| {
            (len == 8).then(|| Moment::new(number / 10_000, number / 100 % 100, number % 100)).flatten()
        })
    })
}

/// Whether the page writes the day or the month first: told from a date that fits only one, else from the
/// language and the host's country.
fn number_order(page: &Page, clues: &Clues, url: &str, lang: &str) -> Order {
    for clue in clues.dates.iter().take(24) {
        let text = shown_lines(page, clue.node);
        if let Some(order) = (text.len() <= MAX_LEN).then(|| find(&text, Order::DayFirst)).flatten().and_then(|found| found.order)
        {
            return order;
        }
    }
    let lang = lang.to_ascii_lowercase();
    let country = super::site::host(url).rsplit('.').next().unwrap_or_default();
    let is_generic = matches!(
        country,
        "com" | "org" | "net" | "us" | "edu" | "gov" | "io" | "mil" | "" | "co" | "tv" | "info" | "blog" | "news" | "me"
    );
    match lang.as_str() {
        "en-us" | "en_us" => Order::MonthFirst,
        "en" | "" if is_generic => Order::MonthFirst,
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
            ("https://a.example/news/2019-10-16-title.html", Some("2019-10-16")),
            ("https://a.example/20191016/title", Some("2019-10-16")),
            ("https://a.example/2019/title-12", None),
            ("https://a.example/?d=2019-10-16", None),
        ] {
            assert_eq!(in_address(url).map(|moment| moment.to_string()).as_deref(), want, "{url}");
        }
    }
}
