//! Features of a block's own text.

use super::super::blocks::TextBlock;
use super::super::measure::share;
use super::super::survey::Survey;
use super::log;
use crate::letters;

pub(super) const WIDTH: usize = 25;
pub(super) const NAMES: [&str; WIDTH] = [
    "chars",
    "tokens",
    "sentence-ends",
    "commas",
    "link-density",
    "links",
    "upper-share",
    "digit-share",
    "mark-share",
    "ends-sentence",
    "emphasis-share",
    "dense-share",
    "separators",
    "currencies",
    "token-length",
    "sentence-length",
    "first-char",
    "in-title",
    "of-title",
    "in-social-title",
    "in-description",
    "in-common",
    "on-topic",
    "copies",
    "hidden",
];

pub(super) fn features(survey: &Survey<'_>, index: usize, block: &TextBlock) -> [f32; WIDTH] {
    let measure = block.measure;
    let words = survey.blocks.words_of(block);
    let relation = survey.wording.relation(words, survey.heavy.of(index).inside && block.is_prose());
    let tokens = measure.tokens as f32;
    let first = match block.first_char {
        Some(c) if letters::is_uppercase(c) => 3.0,
        Some(c) if c.is_lowercase() => 1.0,
        Some(c) if letters::is_alphabetic(c) => 2.0,
        Some(c) if letters::is_numeric(c) => 4.0,
        Some(_) => 5.0,
        None => 0.0,
    };
    [
        log(measure.chars),
        log(tokens),
        measure.sentence_ends.min(20) as f32,
        measure.commas.min(20) as f32,
        block.link_density(),
        block.links.min(20) as f32,
        share(measure.upper as f32, measure.chars),
        share(measure.digits as f32, measure.chars),
        share(measure.marks as f32, measure.chars),
        f32::from(u8::from(block.ends_sentence)),
        share(block.emphasis_chars, measure.chars),
        share(measure.dense as f32, tokens),
        measure.separators.min(10) as f32,
        measure.currencies.min(5) as f32,
        share(measure.chars, tokens),
        share(tokens, 1.0 + measure.sentence_ends as f32),
        first,
        relation.in_title,
        survey.of_title.get(index).copied().unwrap_or_default(),
        relation.in_social_title,
        relation.in_description,
        relation.in_common,
        relation.on_topic,
        survey.repetition.copies.get(index).copied().unwrap_or(1).min(20) as f32,
        f32::from(u8::from(block.hidden)),
    ]
}
