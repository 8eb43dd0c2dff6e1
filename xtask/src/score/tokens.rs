//! Tokens of a text and how many of them two texts share.

use std::collections::HashMap;
use std::hash::Hash;

use caseless::Caseless;
use unicode_normalization::UnicodeNormalization;
use unicode_properties::{GeneralCategoryGroup, UnicodeGeneralCategory};

/// How often each thing occurs.
pub type Bag<T> = HashMap<T, usize>;

/// Precision, recall and their harmonic mean.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Prf {
    pub p: f64,
    pub r: f64,
    pub f1: f64,
}

/// Token precision and recall of `got` against `want`. Case does not count.
pub fn bag_prf(want: &str, got: &str) -> Prf {
    let (want, got) = (want.to_lowercase(), got.to_lowercase());
    let (want, got) = (bag(tokens(&want)), bag(tokens(&got)));
    if want.is_empty() || got.is_empty() {
        let both = f64::from(want.is_empty() && got.is_empty());
        return Prf { p: both, r: both, f1: both };
    }
    let hit = n_shared(&want, &got) as f64;
    let (p, r) = (hit / size(&got) as f64, hit / size(&want) as f64);
    Prf { p, r, f1: if hit > 0.0 { 2.0 * p * r / (p + r) } else { 0.0 } }
}

/// Precision and recall on runs of four words; `None` where the page does not enter that average.
pub fn shingle_pr(want: &str, got: &str) -> (Option<f64>, Option<f64>) {
    let (want, got) = (words(want), words(got));
    let (want, got) = (bag(shingles(&want)), bag(shingles(&got)));
    let hit = n_shared(&want, &got) as f64;
    let share = |bag: &Bag<_>| (!bag.is_empty()).then(|| hit / size(bag) as f64);
    (share(&got), share(&want))
}

/// The runs of word characters in `text`.
pub fn words(text: &str) -> Vec<&str> {
    text.split(|c| !is_word(c)).filter(|word| !word.is_empty()).collect()
}

/// The runs of four consecutive words; one shorter run when there are fewer than four.
pub fn shingles<'a>(words: &'a [&'a str]) -> impl Iterator<Item = &'a [&'a str]> {
    words.windows(words.len().clamp(1, 4))
}

/// `text` without differences of form: NFKC, case folded, words separated by one space.
pub fn norm(text: &str) -> String {
    let folded: String = text.nfkc().default_case_fold().collect();
    words(&folded).join(" ")
}

/// `text` with every run of white space as one space, none at the ends.
pub fn squash(text: &str) -> String {
    let parts: Vec<&str> = text.split(is_space).filter(|part| !part.is_empty()).collect();
    parts.join(" ")
}

/// `text` without white space at the ends.
pub fn trim(text: &str) -> &str {
    text.trim_matches(is_space)
}

/// Words, and every character by itself in scripts that are written without spaces.
fn tokens(text: &str) -> impl Iterator<Item = &str> {
    let in_word = |c| is_word(c) && !is_unspaced(c);
    let mut rest = text;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(|c| !is_word(c) && !is_unspaced(c));
        let first = rest.chars().next()?;
        let end = if in_word(first) { rest.find(|c| !in_word(c)).unwrap_or(rest.len()) } else { first.len_utf8() };
        let (token, tail) = rest.split_at_checked(end)?;
        rest = tail;
        Some(token)
    })
}

fn bag<T: Eq + Hash>(items: impl Iterator<Item = T>) -> Bag<T> {
    let mut bag = Bag::new();
    for item in items {
        *bag.entry(item).or_default() += 1;
    }
    bag
}

fn n_shared<T: Eq + Hash>(a: &Bag<T>, b: &Bag<T>) -> usize {
    a.iter().map(|(item, n)| b.get(item).copied().unwrap_or_default().min(*n)).sum()
}

fn size<T>(bag: &Bag<T>) -> usize {
    bag.values().sum()
}

/// Python's `\w`: letters, numbers and the underscore; combining marks are none.
fn is_word(c: char) -> bool {
    let group = |c: char| c.general_category_group();
    match c {
        _ if c.is_ascii() => c.is_ascii_alphanumeric() || c == '_',
        _ => matches!(group(c), GeneralCategoryGroup::Letter | GeneralCategoryGroup::Number),
    }
}

/// Python's `str.isspace`: Unicode's white space and the four information separators.
fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{1c}'..='\u{1f}')
}

/// Scripts written without spaces between words: one token a character. The ranges are `score.py`'s.
fn is_unspaced(c: char) -> bool {
    matches!(c,
        '\u{0e00}'..='\u{0eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{3040}'..='\u{30ff}'
        | '\u{31f0}'..='\u{31ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff66}'..='\u{ff9f}'
        | '\u{20000}'..='\u{3ffff}')
}
