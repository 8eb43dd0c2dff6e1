//! Times of day and their zones, as they stand behind a date.

use super::date_tokens::{Kind, Token};

/// A time of day, if it is one.
pub fn time(hour: u32, minute: u32, second: u32) -> Option<(u8, u8, u8)> {
    (hour < 24 && minute < 60 && second < 61).then_some((hour as u8, minute as u8, second as u8))
}

/// The time of day within the next few tokens, with its zone.
pub fn time_after(tokens: &[Token<'_>]) -> (Option<(u8, u8, u8)>, Option<i16>) {
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
pub fn clock(tokens: &[Token<'_>]) -> Option<((u8, u8, u8), usize)> {
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
        word.is_some_and(|word| word.strip_prefix(letter) == Some("m"))
            || word == Some(letter) && tokens.get(len + 2).and_then(Token::word) == Some("m")
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
fn zone(tokens: &[Token<'_>]) -> Option<i16> {
    let first = tokens.first()?;
    match first.kind {
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
        Kind::Word(word) => match word {
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
