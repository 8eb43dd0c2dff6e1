//! Points in time as pages write them: ISO 8601, feeds' and databases' forms, and dates in words.

use std::fmt;

use super::months::month;

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

/// The first date in a text that people read.
pub fn find(text: &str, order: Order) -> Option<Found> {
    if !text.chars().any(|c| digit(c).is_some()) {
        return None;
    }
    let tokens = tokens(text);
    (0..tokens.len()).find_map(|at| {
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

#[derive(Clone, Debug, PartialEq)]
enum Kind {
    /// A number and how many digits it is written with.
    Number(u32, usize),
    /// A word in lower case.
    Word(String),
    Sign(char),
}

#[derive(Clone, Debug)]
struct Token {
    kind: Kind,
    start: usize,
    end: usize,
    /// True when whitespace stands before it.
    spaced: bool,
}

impl Token {
    fn number(&self) -> Option<(u32, usize)> {
        if let Kind::Number(value, n_digits) = self.kind { Some((value, n_digits)) } else { None }
    }

    fn word(&self) -> Option<&str> {
        if let Kind::Word(word) = &self.kind { Some(word) } else { None }
    }

    fn is(&self, sign: char) -> bool {
        self.kind == Kind::Sign(sign)
    }
}

/// The value of a decimal digit in the scripts that dates are written with.
fn digit(c: char) -> Option<u32> {
    let zero = match c {
        '0'..='9' => '0',
        '\u{660}'..='\u{669}' => '\u{660}',
        '\u{6f0}'..='\u{6f9}' => '\u{6f0}',
        '\u{966}'..='\u{96f}' => '\u{966}',
        '\u{9e6}'..='\u{9ef}' => '\u{9e6}',
        '\u{e50}'..='\u{e59}' => '\u{e50}',
        '\u{ff10}'..='\u{ff19}' => '\u{ff10}',
        _ => return None,
    };
    Some(c as u32 - zero as u32)
}

fn is_thai(c: char) -> bool {
    ('\u{e00}'..='\u{e7f}').contains(&c)
}

fn is_word(c: char) -> bool {
    // Vowel signs of the Indic scripts are no letters, but parts of words.
    c.is_alphabetic() || matches!(c, '\u{300}'..='\u{36f}' | '\u{900}'..='\u{dff}' | '\u{e31}'..='\u{e4e}')
}

fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}')
}

/// Numbers, words and signs; ideographs and Hangul syllables one by one, as they stand next to numbers.
fn tokens(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut chars = text.char_indices().peekable();
    let mut spaced = true;
    while let Some((start, c)) = chars.next() {
        let mut end = start + c.len_utf8();
        let kind = if c.is_whitespace() {
            spaced = true;
            continue;
        } else if let Some(first) = digit(c) {
            let (mut value, mut n_digits) = (first, 1);
            while let Some((at, next)) = chars.next_if(|&(_, next)| digit(next).is_some()) {
                value = value.saturating_mul(10).saturating_add(digit(next).unwrap_or(0));
                n_digits += 1;
                end = at + next.len_utf8();
            }
            Kind::Number(value, n_digits)
        } else if is_ideograph(c) {
            Kind::Word(c.to_string())
        } else if is_word(c) {
            let mut word: String = c.to_lowercase().collect();
            // Thai abbreviations carry their dots: ต.ค.
            while let Some((at, next)) =
                chars.next_if(|&(_, next)| is_word(next) && !is_ideograph(next) || next == '.' && is_thai(c))
            {
                word.extend(next.to_lowercase());
                end = at + next.len_utf8();
            }
            Kind::Word(word)
        } else {
            Kind::Sign(c)
        };
        tokens.push(Token { kind, start, end, spaced });
        spaced = false;
    }
    tokens
}

/// A date that starts with the first of these tokens, and how many it takes.
fn date_at(tokens: &[Token], order: Order) -> Option<(Moment, usize, Option<Order>)> {
    match tokens.first()?.kind {
        Kind::Number(value, n_digits) => number_first(tokens, value, n_digits, order),
        Kind::Word(ref word) => era_year(tokens)
            .or_else(|| month(word).and_then(|month| month_first(tokens, month)))
            .map(|(moment, len)| (moment, len, None)),
        Kind::Sign(_) => None,
    }
}

fn number_first(tokens: &[Token], first: u32, n_digits: usize, order: Order) -> Option<(Moment, usize, Option<Order>)> {
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
fn east_asian(tokens: &[Token], year: u32, n_digits: usize) -> Option<(Moment, usize)> {
    let (month, _) = tokens.get(2)?.number()?;
    tokens.get(3)?.word().filter(|word| matches!(*word, "月" | "월"))?;
    let (day, _) = tokens.get(4)?.number()?;
    let len =
        if tokens.get(5).and_then(Token::word).is_some_and(|word| matches!(word, "日" | "号" | "號" | "일")) { 6 } else { 5 };
    let year = if n_digits == 2 { short_year(year) } else { year };
    Some((Moment::new(year, month, day)?, len))
}

/// 令和元年10月16日, 平成30年…, 民國108年….
fn era_year(tokens: &[Token]) -> Option<(Moment, usize)> {
    let base = match (tokens.first()?.word()?, tokens.get(1)?.word()?) {
        ("令", "和") => 2018,
        ("平", "成") => 1988,
        ("昭", "和") => 1925,
        ("民", "國" | "国") => 1911,
        _ => return None,
    };
    let year = match &tokens.get(2)?.kind {
        Kind::Number(year, _) => *year,
        Kind::Word(word) if word == "元" => 1,
        _ => return None,
    };
    tokens.get(3)?.word().filter(|word| *word == "年")?;
    let (moment, len) = east_asian(tokens.get(2..)?, base + year, 4)?;
    Some((moment, len + 2))
}

/// 2019-10-16, 2019/10/16, 16.10.2019, 10/16/2019, 16.10.19: three numbers with one sign between them.
fn numeric(tokens: &[Token], first: u32, n_digits: usize, order: Order) -> Option<(Moment, usize, Option<Order>)> {
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
fn day_month_year(tokens: &[Token], day: u32, n_digits: usize) -> Option<(Moment, usize)> {
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
fn month_first(tokens: &[Token], month: u8) -> Option<(Moment, usize)> {
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
fn year_month_day(tokens: &[Token], year: u32) -> Option<(Moment, usize)> {
    let at = skip_filler(tokens, 1);
    let (month, at) = month_at(tokens, at)?;
    let at = skip_filler(tokens, at);
    let (day, _) = tokens.get(at)?.number().filter(|(_, n_digits)| *n_digits <= 2)?;
    Some((Moment::new(year, month, day)?, at + 1))
}

/// The month named at this place, and the place after it.
fn month_at(tokens: &[Token], at: usize) -> Option<(u32, usize)> {
    let word = tokens.get(at)?.word()?;
    // Vietnamese numbers its months.
    if word == "tháng" {
        let (month, _) = tokens.get(at + 1)?.number()?;
        return Some((month, at + 2));
    }
    month(word).map(|month| (u32::from(month), at + 1))
}

/// The place after what stands between the parts of a date: signs, endings of ordinals, small words.
fn skip_filler(tokens: &[Token], mut at: usize) -> usize {
    for _ in 0..3 {
        let is_filler = tokens.get(at).is_some_and(|token| match &token.kind {
            Kind::Sign(sign) => matches!(sign, '.' | ',' | '-' | '/' | '،' | 'º' | 'ª' | '°' | '\'' | '’' | '–'),
            Kind::Word(word) => matches!(
                word.as_str(),
                "st" | "nd"
                    | "rd"
                    | "th"
                    | "er"
                    | "º"
                    | "ª"
                    | "of"
                    | "de"
                    | "del"
                    | "d"
                    | "den"
                    | "the"
                    | "m"
                    | "gada"
                    | "năm"
                    | "e"
                    | "i"
            ),
            Kind::Number(..) => false,
        });
        if !is_filler {
            break;
        }
        at += 1;
    }
    at
}

fn time(hour: u32, minute: u32, second: u32) -> Option<(u8, u8, u8)> {
    (hour < 24 && minute < 60 && second < 61).then_some((hour as u8, minute as u8, second as u8))
}

/// The time of day within the next few tokens, with its zone.
fn time_after(tokens: &[Token]) -> (Option<(u8, u8, u8)>, Option<i16>) {
    // "T", "at", "um", "um … Uhr", a comma, a dash, a bracketed weekday.
    for at in 0..tokens.len().min(5) {
        let rest = tokens.get(at..).unwrap_or_default();
        if let Some((time, len)) = clock(rest) {
            return (Some(time), zone(rest.get(len..).unwrap_or_default()));
        }
        if rest.first().is_some_and(|token| token.number().is_some()) {
            break;
        }
    }
    (None, None)
}

/// 10:30, 10:30:00.000, 10:30 pm: the time and how many tokens it takes.
fn clock(tokens: &[Token]) -> Option<((u8, u8, u8), usize)> {
    let (mut hour, _) = tokens.first()?.number().filter(|(_, n_digits)| *n_digits <= 2)?;
    tokens.get(1).filter(|token| token.is(':') || token.is('：'))?;
    let (minute, _) = tokens.get(2)?.number().filter(|(_, n_digits)| *n_digits == 2)?;
    let (mut second, mut len) = (0, 3);
    if let (Some(sign), Some((value, _))) = (tokens.get(3), tokens.get(4).and_then(Token::number))
        && sign.is(':')
    {
        (second, len) = (value, 5);
        if tokens.get(5).is_some_and(|token| token.is('.') || token.is(','))
            && tokens.get(6).is_some_and(|token| token.number().is_some() && !token.spaced)
        {
            len = 7;
        }
    }
    let half = |letter: &str| {
        let word = tokens.get(len).and_then(Token::word);
        word == Some(&format!("{letter}m")) || word == Some(letter) && tokens.get(len + 2).and_then(Token::word) == Some("m")
    };
    if half("p") && hour < 12 {
        hour += 12;
        len += if tokens.get(len).and_then(Token::word) == Some("p") { 4 } else { 1 };
    } else if half("a") {
        hour %= 12;
        len += if tokens.get(len).and_then(Token::word) == Some("a") { 4 } else { 1 };
    }
    Some((time(hour, minute, second)?, len))
}

/// Z, +02:00, -0500, GMT+2, CEST: minutes east of Greenwich. Abbreviations that mean several zones are left.
fn zone(tokens: &[Token]) -> Option<i16> {
    let first = tokens.first()?;
    match &first.kind {
        Kind::Sign('+' | '-' | '−')
            if !first.spaced || tokens.get(1).is_some_and(|token| matches!(token.number(), Some((_, 4)))) =>
        {
            let sign = if first.is('+') { 1 } else { -1 };
            let (value, n_digits) = tokens.get(1)?.number()?;
            let minutes = match n_digits {
                4 => value / 100 * 60 + value % 100,
                1 | 2 => {
                    let colon = tokens.get(2).is_some_and(|token| token.is(':'));
                    let minutes = tokens.get(3).and_then(Token::number).filter(|_| colon).map_or(0, |(minutes, _)| minutes);
                    value * 60 + minutes
                }
                _ => return None,
            };
            i16::try_from(minutes).ok().filter(|minutes| *minutes <= 14 * 60).map(|minutes| sign * minutes)
        }
        Kind::Sign('(') => zone(tokens.get(1..)?),
        Kind::Word(word) => match word.as_str() {
            "z" => Some(0),
            "utc" | "gmt" => Some(zone(tokens.get(1..)?).unwrap_or(0)),
            "est" => Some(-300),
            "edt" => Some(-240),
            "cdt" => Some(-300),
            "mst" => Some(-420),
            "mdt" => Some(-360),
            "pst" => Some(-480),
            "pdt" => Some(-420),
            "cet" | "mez" => Some(60),
            "cest" | "mesz" => Some(120),
            "eet" => Some(120),
            "eest" => Some(180),
            "msk" => Some(180),
            "jst" | "kst" => Some(540),
            "aest" => Some(600),
            "aedt" => Some(660),
            _ => None,
        },
        Kind::Sign(_) | Kind::Number(..) => None,
    }
}

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

    #[test]
    fn reads_what_machines_write() {
        for (value, want) in [
            ("20191016", "2019-10-16"),
            ("20191016103000", "2019-10-16T10:30:00"),
            ("1571221800", "2019-10-16T10:30:00Z"),
            ("1571221800000", "2019-10-16T10:30:00Z"),
            ("2019-10-16", "2019-10-16"),
        ] {
            assert_eq!(machine(value, Order::DayFirst).map(|moment| moment.to_string()).as_deref(), Some(want), "{value}");
        }
        assert_eq!(machine("12345", Order::DayFirst), None);
    }
}
