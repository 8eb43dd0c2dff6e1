//! A byline cut where something else begins, and what each piece says of who stands in it.

use super::filter::Filter;
use super::name_words::*;
use super::phrase::{fold, is_unspaced};
use crate::letters;

/// What the words before a text say of who stands in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    Unknown,
    Author,
    /// A photographer, a reviewer, a source.
    Other,
}

/// A byline cut where something else begins, each piece with its role.
pub fn voices(text: &str) -> Vec<(Role, &str)> {
    let mut voices = Vec::new();
    // A label that stands alone is for the piece after it.
    let mut pending = Role::Unknown;
    for segment in segments(text).flat_map(labeled_pieces) {
        let (mut role, rest) = label(segment);
        if role == Role::Unknown {
            role = pending;
        }
        pending = if rest.is_empty() { role } else { Role::Unknown };
        push_inner(&mut voices, role, rest);
    }
    voices
}

fn segments(text: &str) -> impl Iterator<Item = &str> {
    #[rustfmt::skip]
    const SEPARATORS: [char; 28] = [
        '\n', '|', '·', '•', '∙', '／', '\t', '—', '–', '►', '»', '›', '(', ')', '[', ']', '{', '}', '【', '】', '（', '）', '丨', '│', '→', '…', '~', '⋅',
    ];
    text.split(SEPARATORS)
        .flat_map(|part| part.split(" - "))
        .flat_map(|part| part.split(" / "))
        .map(str::trim)
        .filter(|part| !part.is_empty())
}

/// The segment cut before each label in it: "Text: A Photo: B".
fn labeled_pieces(segment: &str) -> Vec<&str> {
    if !segment.contains([':', '：']) {
        return vec![segment];
    }
    let base = segment.as_ptr() as usize;
    let mut cuts = vec![0];
    for word in segment.split_whitespace() {
        let before = word.split_once([':', '：']).map(|(before, _)| fold(before));
        if before.is_some_and(|before| LABELS.contains(&before.as_str()) || OTHER_LABELS.contains(&before.as_str())) {
            cuts.push(word.as_ptr() as usize - base);
        }
    }
    cuts.push(segment.len());
    cuts.windows(2)
        .filter_map(|cut| Some(segment.get(*cut.first()?..*cut.last()?)?.trim()))
        .filter(|piece| !piece.is_empty())
        .collect()
}

/// The role that the segment begins with, and the rest.
fn label(segment: &str) -> (Role, &str) {
    let mut rest = segment;
    let mut role = Role::Unknown;
    for _ in 0..3 {
        let Some(after) = after_label(rest) else { break };
        rest = after;
        role = Role::Author;
    }
    if let Some((before, after)) = rest.split_once([':', '：']) {
        let key = fold(before);
        let is_other = OTHER_LABELS.iter().any(|label| key == *label || key.ends_with(label) && !key.starts_with(is_unspaced));
        // "Author A:" has its colon behind.
        if after.trim().is_empty() && role == Role::Author && !before.trim().is_empty() {
            return (role, before.trim());
        }
        // An unknown label is a section or a format: "Interview: …", "Opinion: …".
        return (if is_other { Role::Other } else { role }, after.trim());
    }
    if role == Role::Unknown && OTHER_LABELS.contains(&fold(rest).as_str()) {
        return (Role::Other, "");
    }
    (role, rest)
}

/// What follows a label at the start of `text`.
pub fn after_label(text: &str) -> Option<&str> {
    let text = text.trim_start();
    if !may_begin_with_label(text) {
        return None;
    }
    let lower =
        super::date_tokens::lower(text.char_indices().nth(MAX_LABEL).map_or(text, |(end, _)| text.get(..end).unwrap_or(text)));
    let best = LABELS.iter().filter_map(|label| {
        let rest = lower.strip_prefix(label)?;
        // A label ends where a word ends; the name follows a Chinese reporter's profession at once.
        let is_joined = label.ends_with("记者") || label.ends_with("記者");
        let ends = rest.is_empty()
            || is_joined
            || rest.starts_with(|c: char| !letters::is_alphanumeric(c) && !matches!(c, '\'' | '’' | '_'));
        ends.then_some(label.len())
    });
    let rest = text.get(best.max()?..)?;
    Some(rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '：' | '/' | '／' | '-' | '.' | ',')))
}

/// False for most texts, at little cost.
fn may_begin_with_label(text: &str) -> bool {
    static STARTS: Filter<16> = Filter::starts(LABELS, 2);
    static LONGER_STARTS: Filter<16> = Filter::starts(LABELS, 3);
    if let [a @ 0..=0x7f, b @ 0..=0x7f, c @ 0..=0x7f, ..] = text.as_bytes() {
        let start = [a, b, c].map(u8::to_ascii_lowercase);
        // Behind a label of two letters there is no third.
        return LONGER_STARTS.may_have(&start)
            || !c.is_ascii_alphanumeric() && STARTS.may_have(&[a, b].map(u8::to_ascii_lowercase));
    }
    let start: String = text.chars().take(2).flat_map(letters::to_lowercase).collect();
    start.as_bytes().get(..2).is_some_and(|start| STARTS.may_have(start))
}

/// The longest label is shorter than this, in characters.
const MAX_LABEL: usize = 32;

/// Cuts a piece where "by" says what the next ones did: "A. Reviewed by B".
fn push_inner<'t>(voices: &mut Vec<(Role, &'t str)>, mut role: Role, text: &'t str) {
    let base = text.as_ptr() as usize;
    let place = |word: &str| word.as_ptr() as usize - base;
    let mut start = 0;
    let mut before: Option<&str> = None;
    for word in text.split_whitespace() {
        let is_by = BY_WORDS.iter().any(|by| word.trim_end_matches(':').eq_ignore_ascii_case(by));
        if let Some(verb) = before.filter(|_| is_by) {
            let is_other = OTHER_VERBS.contains(&fold(verb).as_str());
            // Only "by" stands between other words; "Ludwig von Mises" is one name, "Opinion Von A B" is not.
            let n_after = text.get(place(word)..).unwrap_or_default().split_whitespace().count() - 1;
            let is_capital = word.starts_with(char::is_uppercase) && place(verb) == start && n_after >= 2;
            if is_other || word.eq_ignore_ascii_case("by") || is_capital {
                if is_other {
                    voices.push((role, text.get(start..place(verb)).unwrap_or_default().trim()));
                }
                role = if is_other { Role::Other } else { Role::Author };
                start = place(word) + word.len();
            }
        }
        before = Some(word);
    }
    voices.push((role, text.get(start..).unwrap_or_default().trim()));
}

/// True when the text ends with what someone else did: "Peer reviewed by".
pub fn ends_with_other(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let [.., verb, by] = words.as_slice() else { return false };
    let is_by = BY_WORDS.iter().any(|each| by.trim_end_matches(':').eq_ignore_ascii_case(each));
    is_by && OTHER_VERBS.contains(&fold(verb).as_str())
}
