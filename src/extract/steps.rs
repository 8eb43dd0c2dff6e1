//! Other selections that the reader can step to: wider, narrower, elsewhere.

use super::Selection;
use super::survey::Survey;
use crate::article::{Candidate, Relation};
use crate::page::NodeId;

/// A step must change the number of words by this share, or nothing would be seen of it.
const STEP: f32 = 0.15;

/// The most steps in one direction.
const MAX_STEPS: usize = 3;

/// Elements to read instead, best first.
pub fn steps(survey: &Survey<'_>, selection: &Selection) -> Vec<Candidate> {
    let page = survey.page;
    let words = |id: NodeId| survey.blocks.total(page, id).tokens;
    let Some(main) = selection.roots.iter().copied().max_by(|&a, &b| words(a).total_cmp(&words(b)).then(b.cmp(&a))) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    let mut push = |id: NodeId, relation: Relation| {
        if let Some(element) = page.element_index(id) {
            found.push(Candidate { element, relation, words: words(id) as u32 });
        }
    };
    let mut held = words(main);
    let mut wider = 0;
    let mut next = survey.above.get(main);
    while let Some(id) = next
        && wider < MAX_STEPS
    {
        if words(id) > held * (1.0 + STEP) {
            push(id, Relation::Wider);
            held = words(id);
            wider += 1;
        }
        next = survey.above.get(id);
    }
    let (mut at, mut held) = (main, words(main));
    for _ in 0..MAX_STEPS {
        // Down to the heaviest child until enough is left behind.
        let mut child = at;
        while let Some(heavier) =
            page.children(child).filter(|&id| !page.is_text(id)).max_by(|&a, &b| words(a).total_cmp(&words(b)))
        {
            child = heavier;
            if words(child) < held * (1.0 - STEP) {
                break;
            }
        }
        if child == at || words(child) < held * 0.2 || words(child) >= held {
            break;
        }
        push(child, Relation::Narrower);
        (at, held) = (child, words(child));
    }
    if let Some(top) = survey.top.target.filter(|&top| !page.is_inside(top, main) && !page.is_inside(main, top)) {
        push(top, Relation::Other);
    }
    found
}
