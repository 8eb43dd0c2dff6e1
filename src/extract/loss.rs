//! Counts what the page shows in the article's column but the selection leaves out: the check against the
//! complaint heard most of every reader, lost paragraphs.

use super::Selection;
use super::elements::Flags;
use super::survey::Survey;
use super::verdict::kept_nodes;
use crate::article::Missing;

/// Prose that stands between the first and the last selected block and was left out. Comments, navigation
/// and notices are no loss.
pub fn missing(survey: &Survey<'_>, selection: &Selection) -> Missing {
    let kept = kept_nodes(survey, selection);
    let blocks = &survey.blocks.items;
    let is_kept = |at: usize| blocks.get(at).is_some_and(|block| kept.contains(block.first));
    let first = (0..blocks.len()).find(|&at| is_kept(at)).unwrap_or(0);
    let last = (0..blocks.len()).rfind(|&at| is_kept(at)).unwrap_or(0);
    let aside = Flags::NAV | Flags::FOOTER | Flags::FORM | Flags::BUTTON | Flags::COMMENT_ITEM | Flags::DIALOG;
    let mut missing = Missing::default();
    for block in blocks.get(first..last.max(first)).unwrap_or_default() {
        let is_aside = survey.elements.get(block.container).flags.any(aside);
        if block.is_prose() && !is_aside && !kept.contains(block.first) {
            missing.blocks += 1;
            missing.words += block.measure.tokens;
        }
    }
    missing
}
