//! What layout adds to the model's verdicts, where the page was captured live: text beside the article's column
//! is less likely its own, whatever its markup. Without layout nothing changes.

use super::measure::share;
use super::survey::Survey;
use crate::capture::{ElementFacts, Facts};
use crate::page::NodeId;
use crate::sort;

/// Text this likely says where the column is…
const SURE: f32 = 0.8;
/// …if it has as many words: a column is made of paragraphs.
const MIN_WORDS: u32 = 8;
/// How far up the element may be that layout was asked about.
const REACH: usize = 3;
/// A block that shares less than this of its width with the column stands beside it.
const BESIDE: f32 = 0.1;
/// What standing beside takes from a block, in logits: enough against a doubtful one, too little against a sure one.
const PENALTY: f32 = 2.0;

/// Left and right edge, in CSS pixels.
type Span = (f32, f32);

/// Lowers the probabilities of blocks that stand beside the column of the surest.
pub fn adjust(survey: &Survey<'_>, facts: &Facts, probabilities: &mut [f32]) {
    if facts.elements.is_empty() {
        return;
    }
    let spans: Vec<Option<Span>> = survey.blocks.items.iter().map(|block| span(survey, facts, block.container)).collect();
    let Some(column) = column(survey, &spans, probabilities) else { return };
    for (p, span) in probabilities.iter_mut().zip(&spans) {
        if span.is_some_and(|span| overlap(span, column) < BESIDE) {
            let odds = *p / (1.0 - *p).max(1e-6) * (-PENALTY).exp();
            *p = odds / (1.0 + odds);
        }
    }
}

/// Where a block stands, from its container or the nearest ancestor that was asked about.
fn span(survey: &Survey<'_>, facts: &Facts, container: NodeId) -> Option<Span> {
    let page = survey.page;
    let mut around = std::iter::once(container).chain(page.ancestors(container)).take(REACH + 1);
    let known = around.find_map(|id| facts.of(page.element_index(id)?).filter(|facts| is_laid_out(facts)))?;
    let [left, _, width, _] = known.rect;
    Some((left, left + width))
}

fn is_laid_out(facts: &ElementFacts) -> bool {
    let [_, _, width, height] = facts.rect;
    facts.visible && width > 0.0 && height > 0.0
}

/// The column: the median edges of the sure blocks, by words.
fn column(survey: &Survey<'_>, spans: &[Option<Span>], probabilities: &[f32]) -> Option<Span> {
    let blocks = survey.blocks.items.iter().zip(spans).zip(probabilities);
    let sure: Vec<(Span, u32)> = blocks
        .filter(|((block, _), p)| **p > SURE && block.measure.tokens >= MIN_WORDS)
        .filter_map(|((block, span), _)| Some(((*span)?, block.measure.tokens)))
        .collect();
    let left = median(sure.iter().map(|((left, _), words)| (*left, *words)).collect())?;
    let right = median(sure.iter().map(|((_, right), words)| (*right, *words)).collect())?;
    (right > left).then_some((left, right))
}

/// The value that half of the weight lies below.
fn median(mut values: Vec<(f32, u32)>) -> Option<f32> {
    sort::by(&mut values, |a, b| a.0.total_cmp(&b.0));
    let half = values.iter().map(|(_, weight)| weight).sum::<u32>() / 2;
    let mut below = 0;
    values.into_iter().find_map(|(value, weight)| {
        below += weight;
        (below > half).then_some(value)
    })
}

/// Share of the narrower span that both have.
fn overlap((a, b): Span, (c, d): Span) -> f32 {
    share((b.min(d) - a.max(c)).max(0.0), (b - a).min(d - c))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::lexicon::Lexicon;
    use crate::extract::survey::survey;
    use crate::page::Page;

    const PAGE: &str = "<body><div><p>one two three four five six seven eight nine</p><p>one two three four five six seven \
                        eight nine ten</p></div><div><p>aside one two three four five six seven eight nine</p></div></body>";

    fn facts(page: &Page, lefts: [f32; 3]) -> Facts {
        let paragraphs = page.nodes().filter(|&id| page.name(id) == "p").filter_map(|id| page.element_index(id));
        let fact =
            |(element, left)| ElementFacts { element, visible: true, rect: [left, 0.0, 300.0, 50.0], ..ElementFacts::default() };
        Facts { elements: paragraphs.zip(lefts).map(fact).collect(), ..Facts::default() }
    }

    fn adjusted(lefts: [f32; 3], last: f32) -> Vec<f32> {
        let page = Page::parse(PAGE.to_owned());
        let mut probabilities = vec![0.95, 0.95, last];
        adjust(&survey(&page, &Facts::default(), &Lexicon::default()), &facts(&page, lefts), &mut probabilities);
        probabilities
    }

    #[test]
    fn text_beside_the_column_is_less_likely() {
        let beside = adjusted([100.0, 100.0, 500.0], 0.6);
        assert_eq!(beside.first(), Some(&0.95));
        assert!(beside.last().is_some_and(|&p| p < 0.2), "{beside:?}");
        assert_eq!(adjusted([100.0, 100.0, 120.0], 0.6), [0.95, 0.95, 0.6], "in the column");
    }

    #[test]
    fn without_layout_nothing_changes() {
        let page = Page::parse(PAGE.to_owned());
        let mut probabilities = vec![0.95, 0.95, 0.6];
        adjust(&survey(&page, &Facts::default(), &Lexicon::default()), &Facts::default(), &mut probabilities);
        assert_eq!(probabilities, [0.95, 0.95, 0.6]);
    }
}
