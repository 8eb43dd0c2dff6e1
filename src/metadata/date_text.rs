//! Finds a date in a text that people read: in numbers, in words of many languages, with its time.

use super::clock::{clock, time_after};
use super::date::{Moment, Order};
use super::date_tokens::{Kind, Token, digit, lower, tokens};
use super::months::month;

/// A date found in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    pub moment: Moment,
    /// The bytes it covers, without the time.
    pub start: usize,
    pub end: usize,
    /// What its numbers say about the order of day and month; `None` when they fit both or are no such numbers.
    pub order: Option<Order>,
    /// The date with day and month the other way round, where the numbers fit both.
    pub swapped: Option<Moment>,
}

/// The first date in a text that people read.
pub fn find(text: &str, order: Order) -> Option<Found> {
    if !text.chars().any(|c| digit(c).is_some()) {
        return None;
    }
    let text = lower(text);
    let tokens = tokens(&text);
    let is_near_number = |at: usize| tokens.get(at..).unwrap_or_default().iter().take(5).any(|token| token.number().is_some());
    (0..tokens.len()).filter(|&at| is_near_number(at)).find_map(|at| {
        let (mut moment, len, evidence) = date_at(tokens.get(at..)?, order)?;
        let start = tokens.get(at)?.start;
        let end = tokens.get(at + len - 1)?.end;
        if moment.time.is_none() {
            (moment.time, moment.zone) = time_after(tokens.get(at + len..).unwrap_or_default());
        }
        let is_numbers = evidence.is_none() && end - start <= "00/00/0000".len();
        let is_open = is_numbers
            && tokens.get(at)?.number().is_some_and(|(_, n_digits)| n_digits <= 2)
            && tokens.get(at + 2)?.number().is_some();
        let swapped = Moment::new(moment.year, u32::from(moment.day), u32::from(moment.month)).filter(|_| is_open);
        let swapped = swapped.map(|swapped| Moment { time: moment.time, zone: moment.zone, ..swapped });
        Some(Found { moment, start, end, order: evidence, swapped })
    })
}

/// A date that starts with the first of these tokens, and how many it takes.
fn date_at(tokens: &[Token<'_>], order: Order) -> Option<(Moment, usize, Option<Order>)> {
    match tokens.first()?.kind {
        Kind::Number(value, n_digits) => number_first(tokens, value, n_digits, order),
        Kind::Word(word) => era_year(tokens)
            .or_else(|| month(word).and_then(|month| month_first(tokens, month)))
            .map(|(moment, len)| (moment, len, None)),
        Kind::Sign(_) => None,
    }
}

fn number_first(tokens: &[Token<'_>], first: u32, n_digits: usize, order: Order) -> Option<(Moment, usize, Option<Order>)> {
    let marked = |marks: &[&str], moment: Option<(Moment, usize)>| {
        let is_marked = tokens.get(1).and_then(Token::word).is_some_and(|word| marks.contains(&word));
        moment.filter(|_| is_marked)
    };
    if let Some((moment, len)) = marked(&["年", "년"], east_asian(tokens, first, n_digits)) {
        return Some((moment, len, None));
    }
    if let Some(found) = numeric(tokens, first, n_digits, order) {
        return Some(found);
    }
    let (moment, len) = if n_digits == 4 { year_month_day(tokens, first)? } else { day_month_year(tokens, first, n_digits)? };
    Some((moment, len, None))
}

/// 2019年10月16日, 2019년 10월 16일; 98年 is a year of the last century or of the Republic of China.
fn east_asian(tokens: &[Token<'_>], year: u32, n_digits: usize) -> Option<(Moment, usize)> {
    let (month, _) = tokens.get(2)?.number()?;
    tokens.get(3)?.word().filter(|word| matches!(*word, "月" | "월"))?;
    let (day, _) = tokens.get(4)?.number()?;
    let len =
        if tokens.get(5).and_then(Token::word).is_some_and(|word| matches!(word, "日" | "号" | "號" | "일")) { 6 } else { 5 };
    let year = if n_digits == 2 { short_year(year) } else { year };
    Some((Moment::new(year, month, day)?, len))
}

/// 令和元年10月16日, 平成30年…, 民國108年….
fn era_year(tokens: &[Token<'_>]) -> Option<(Moment, usize)> {
    let base = match (tokens.first()?.word()?, tokens.get(1)?.word()?) {
        ("令", "和") => 2018,
        ("平", "成") => 1988,
        ("昭", "和") => 1925,
        ("民", "國" | "国") => 1911,
        _ => return None,
    };
    let year = match tokens.get(2)?.kind {
        Kind::Number(year, _) => year,
        Kind::Word("元") => 1,
        _ => return None,
    };
    tokens.get(3)?.word().filter(|word| *word == "年")?;
    let (moment, len) = east_asian(tokens.get(2..)?, base + year, 4)?;
    Some((moment, len + 2))
}

/// 2019-10-16, 2019/10/16, 16.10.2019, 10/16/2019, 16.10.19: three numbers with one sign between them.
fn numeric(tokens: &[Token<'_>], first: u32, n_digits: usize, order: Order) -> Option<(Moment, usize, Option<Order>)> {
    let sign = tokens.get(1)?;
    if !['-', '/', '.', '‐', '–', '／'].iter().any(|&each| sign.is(each)) || tokens.get(3)?.kind != sign.kind {
        return None;
    }
    let (second, n_second) = tokens.get(2)?.number()?;
    let (third, n_third) = tokens.get(4)?.number()?;
    // A fourth number after the same sign is a version or a telephone number.
    if tokens.get(5).is_some_and(|token| token.kind == sign.kind && !token.spaced)
        && tokens.get(6).is_some_and(|token| token.number().is_some() && !token.spaced)
    {
        return None;
    }
    if n_digits == 4 {
        let moment = Moment::new(first, second, third).filter(|_| n_second <= 2 && n_third <= 2);
        return moment.map(|moment| (moment, 5, None));
    }
    if n_digits > 2 || n_second > 2 || !(n_third == 4 || n_third == 2 && !sign.spaced) {
        return None;
    }
    let year = if n_third == 2 { short_year(third) } else { third };
    let (evidence, day, month) = match (first > 12, second > 12) {
        (true, false) => (Some(Order::DayFirst), first, second),
        (false, true) => (Some(Order::MonthFirst), second, first),
        // Only slashes are written between month and day in this order.
        _ if order == Order::DayFirst || !sign.is('/') => (None, first, second),
        _ => (None, second, first),
    };
    Some((Moment::new(year, month, day)?, 5, evidence))
}

/// The century of a year written with two digits: the web is younger than 1990.
fn short_year(year: u32) -> u32 {
    if year >= 90 { 1900 + year } else { 2000 + year }
}

/// 16 October 2019, 16. Oktober 2019, 16 de octubre de 2019, 16th of October, 2019, 16-Oct-19, 16 tháng 10, 2019.
fn day_month_year(tokens: &[Token<'_>], day: u32, n_digits: usize) -> Option<(Moment, usize)> {
    if n_digits > 2 {
        return None;
    }
    let at = skip_filler(tokens, 1);
    let (month, at) = month_at(tokens, at)?;
    let at = skip_filler(tokens, at);
    let (year, n_year) = tokens.get(at)?.number()?;
    // 16 Oct 10:30 gives no year.
    let is_time = tokens.get(at + 1).is_some_and(|token| token.is(':'));
    let year = match n_year {
        4 => year,
        2 if !is_time && tokens.get(at).is_some_and(|token| !token.spaced) => short_year(year),
        _ => return None,
    };
    Some((Moment::new(year, month, day)?, at + 1))
}

/// October 16, 2019; Oct. 16th 2019; Wed Oct 16 10:30:00 CEST 2019.
fn month_first(tokens: &[Token<'_>], month: u8) -> Option<(Moment, usize)> {
    let at = skip_filler(tokens, 1);
    let (day, n_day) = tokens.get(at)?.number().filter(|(_, n_digits)| *n_digits <= 2)?;
    let after = skip_filler(tokens, at + 1);
    let (value, n_digits) = tokens.get(after)?.number()?;
    if n_digits == 4 {
        return Some((Moment::new(value, u32::from(month), day)?, after + 1));
    }
    // The Unix form has the time before the year.
    let rest = tokens.get(at + 1..).unwrap_or_default();
    let clock = clock(rest).filter(|_| n_day <= 2)?;
    let year_at = (at + 1 + clock.1..tokens.len().min(at + 12))
        .find(|&at| tokens.get(at).is_some_and(|token| matches!(token.number(), Some((_, 4)))))?;
    let (year, _) = tokens.get(year_at)?.number()?;
    let mut moment = Moment::new(year, u32::from(month), day)?;
    (moment.time, moment.zone) = time_after(rest);
    Some((moment, year_at + 1))
}

/// 2019. október 16., 2019 m. spalio 16 d., 2019 Oct 16.
fn year_month_day(tokens: &[Token<'_>], year: u32) -> Option<(Moment, usize)> {
    let at = skip_filler(tokens, 1);
    let (month, at) = month_at(tokens, at)?;
    let at = skip_filler(tokens, at);
    let (day, _) = tokens.get(at)?.number().filter(|(_, n_digits)| *n_digits <= 2)?;
    Some((Moment::new(year, month, day)?, at + 1))
}

/// The month named at this place, and the place after it.
fn month_at(tokens: &[Token<'_>], at: usize) -> Option<(u32, usize)> {
    let word = tokens.get(at)?.word()?;
    // Vietnamese numbers its months.
    if word == "tháng" {
        let (month, _) = tokens.get(at + 1)?.number()?;
        return Some((month, at + 2));
    }
    month(word).map(|month| (u32::from(month), at + 1))
}

/// The place after what stands between the parts of a date: signs, endings of ordinals, small words.
fn skip_filler(tokens: &[Token<'_>], mut at: usize) -> usize {
    for _ in 0..3 {
        let is_filler = tokens.get(at).is_some_and(|token| match token.kind {
            Kind::Sign(sign) => matches!(sign, '.' | ',' | '-' | '/' | '،' | 'º' | 'ª' | '°' | '\'' | '’' | '–'),
            Kind::Word(word) => FILLERS.contains(&word),
            Kind::Number(..) => false,
        });
        if !is_filler {
            break;
        }
        at += 1;
    }
    at
}

/// Endings of ordinals, and the words for "of", "the" and "year".
#[rustfmt::skip]
const FILLERS: [&str; 18] = ["st", "nd", "rd", "th", "er", "º", "ª", "of", "de", "del", "d", "den", "the", "m", "gada", "năm", "e", "i"];

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, want: &str) {
        let got = find(text, Order::DayFirst).map_or("-".to_owned(), |found| found.moment.to_string());
        assert_eq!(got, want, "{text}");
    }

    #[test]
    fn reads_iso_forms_and_keeps_the_zone() {
        check("2019-10-16", "2019-10-16");
        check("2019-10-16T10:30:05+02:00", "2019-10-16T10:30:05+02:00");
        check("2019-10-16T10:30:05.123Z", "2019-10-16T10:30:05Z");
        check("2019-10-16 10:30:05 -0500", "2019-10-16T10:30:05-05:00");
        check("2019-10-16T10:30", "2019-10-16T10:30:00");
        check("2019/10/16", "2019-10-16");
        check("Wed, 16 Oct 2019 10:30:00 GMT", "2019-10-16T10:30:00Z");
        check("Wed Oct 16 2019 10:30:00 GMT+0200 (CEST)", "2019-10-16T10:30:00+02:00");
        check("Wed Oct 16 10:30:00 CEST 2019", "2019-10-16T10:30:00+02:00");
    }

    #[test]
    fn reads_dates_in_words() {
        check("Published on October 16th, 2019 at 3:05 pm", "2019-10-16T15:05:00");
        check("Oct. 16, 2019, 12:05 a.m. EDT", "2019-10-16T00:05:00-04:00");
        check("16. Oktober 2019, 14:00 Uhr", "2019-10-16T14:00:00");
        check("le 1er août 2019", "2019-08-01");
        check("16 de octubre de 2019", "2019-10-16");
        check("16 октября 2019 г.", "2019-10-16");
        check("2019. október 16.", "2019-10-16");
        check("2019 m. spalio 16 d.", "2019-10-16");
        check("16-Oct-19", "2019-10-16");
        check("٢٢ أيلول ٢٠٢٣", "2023-09-22");
        check("16 ต.ค. 2562", "2019-10-16");
        check("ngày 16 tháng 10 năm 2019", "2019-10-16");
        check("16 अक्टूबर 2019", "2019-10-16");
    }

    #[test]
    fn reads_east_asian_dates() {
        check("2005年07月18日 09:12", "2005-07-18T09:12:00");
        check("2019년 10월 16일", "2019-10-16");
        check("令和元年10月16日", "2019-10-16");
        check("民國108年10月16日", "2019-10-16");
    }

    #[test]
    fn reads_numbers_by_their_order() {
        check("16.10.2019", "2019-10-16");
        check("10/16/2019", "2019-10-16");
        check("03/04/2019", "2019-04-03");
        check("16.10.19", "2019-10-16");
        assert_eq!(find("03/04/2019", Order::MonthFirst).map(|found| found.moment.to_string()).as_deref(), Some("2019-03-04"));
    }

    #[test]
    fn leaves_what_is_no_date() {
        check("version 1.2.2019.4", "-");
        check("31.02.2019", "-");
        check("1970-01-01T00:00:00Z", "-");
        check("16 Oct 10:30", "-");
        check("Call 555-10-2019-22", "-");
        check("in 2019 we", "-");
        check("no digits", "-");
    }
}
