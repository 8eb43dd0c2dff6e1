//! Page in, article out: one stage a file, in the order in which they run.
//!
//! [`survey`](survey::survey) measures the page once, [`features`](features::features) and the model give each
//! block a probability, [`select`](select::select) chooses whole subtrees, `article::build` makes the tree.

pub mod blocks;
pub mod candidate;
pub mod clean;
mod dividing;
pub mod elements;
pub mod explain;
pub mod facts;
pub mod features;
pub mod figures;
pub mod headings;
pub mod hidden;
pub mod layout;
mod leftovers;
pub mod lexicon;
pub mod link_lines;
pub mod loss;
pub mod measure;
pub mod parts;
pub mod posts;
pub mod promotion;
pub mod readable;
pub mod removals;
pub mod repetition;
pub mod said;
pub mod sections;
pub mod select;
pub mod steps;
pub mod survey;
pub mod verdict;
mod within;
pub mod wording;
pub mod worth;

use crate::article::{self, Article, Block, Built, Context, PageKind, build};
use crate::capture::Facts;
use crate::error::NotReadable;
use crate::metadata;
use crate::model::Model;
use crate::options::Options;
use crate::page::{NodeId, NodeSet, Page};
use crate::trace::Trace;
use posts::role::Role;
use posts::{Post, Posts};
use removals::Known;

/// What of the page is the article: everything below `roots` except the subtrees in `removed`.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    /// Roots of the selected subtrees, in document order, none inside another.
    pub roots: Vec<NodeId>,
    /// Roots of subtrees that are left out; single texts are among them.
    pub removed: NodeSet,
}

impl Selection {
    /// True where any of an element's text is selected.
    fn keeps(&self, page: &Page, element: NodeId) -> bool {
        let is_removed = |text: NodeId| std::iter::once(text).chain(page.ancestors(text)).any(|each| self.removed.contains(each));
        let mut texts = page.descendants(element).filter(|&each| !page.text(each).trim_ascii().is_empty());
        self.roots.iter().any(|&root| page.is_inside(element, root)) && texts.any(|text| !is_removed(text))
    }
}

/// Finds the article in a page.
///
/// # Errors
///
/// [`NotReadable`] says why there is no article.
pub fn extract_page(page: &Page, url: &str, facts: &Facts, options: &Options) -> Result<Article, NotReadable> {
    extract_with(Model::built_in(), &select::COSTS, page, url, facts, options)
}

/// [`extract_page`] with another model or other costs than those that ship: for training, measuring and trying out.
///
/// # Errors
///
/// [`NotReadable`] says why there is no article.
pub fn extract_with(
    model: &Model<'_>,
    costs: &select::Costs,
    page: &Page,
    url: &str,
    facts: &Facts,
    options: &Options,
) -> Result<Article, NotReadable> {
    let survey = survey::survey(page, facts, &model.lexicon);
    let mut metadata = metadata::read(page, &survey.elements, url);
    let (probabilities, posts) = judge(model, &survey, facts, url);
    let chosen = options.root.and_then(|element| page.element(element));
    let mut selection = match chosen {
        Some(root) => Selection { roots: vec![root], removed: NodeSet::new() },
        None => {
            let mut selection = select::select(&survey, &probabilities, costs);
            clean::clean(&survey, &probabilities, &metadata.visible, &mut selection);
            promotion::remove(&survey, &probabilities, &mut selection);
            leftovers::remove(&survey, &mut selection);
            selection
        }
    };
    restore(page, options, &mut selection);
    if metadata.standfirst_node.take().is_some_and(|node| selection.keeps(page, node)) {
        metadata.standfirst = None;
    }
    let verdict = verdict::verdict(&survey, &probabilities, metadata.kind, &selection);
    if !verdict.readable && !posts.is_thread() && chosen.is_none() && !options.read_anyway {
        return Err(if verdict.kind == PageKind::Listing { NotReadable::Listing } else { nothing(&survey) });
    }
    // What the selection shows to be a list is one, whatever it says of itself; an article in a collection is none.
    let said = metadata.kind.filter(|&said| verdict.kind == PageKind::Article && said != PageKind::Listing);
    let thread = posts.of(Role::Thread);
    let context = Context { url, facts, title: &metadata.title, posts: &thread };
    let Built { blocks, notes, trace: built } = build(page, &selection, context);
    if blocks.is_empty() {
        return Err(nothing(&survey));
    }
    let blocks = article::with_lead_image(blocks, page, &selection, context, metadata.lead_image.as_deref());
    let said_below = posts.of(Role::Comment);
    let comments = comments(page, &said_below, context);
    let length = article::length(&blocks, metadata.lang.as_deref());
    let mut trace = Trace::default();
    let known = Known { repeats: &metadata.visible, comments: &said_below };
    removals::note_removals(&survey, &probabilities, known, &selection, &mut trace);
    let removed = removals::removed(&survey, &trace, &notes);
    trace.removals.extend(built.removals);
    Ok(Article {
        metadata,
        kind: if posts.is_thread() { PageKind::Thread } else { said.unwrap_or(verdict.kind) },
        readable: verdict.readable || posts.is_thread() || chosen.is_some(),
        blocks,
        notes,
        comments,
        length,
        next_page: article::next_page(page, url),
        missing: loss::missing(&survey, &selection),
        candidates: steps::steps(&survey, &selection),
        removed,
        trace,
    })
}

/// How likely each block is the article's, and the posts of a page where people talk, whose blocks weigh more.
fn judge(model: &Model<'_>, survey: &survey::Survey<'_>, facts: &Facts, url: &str) -> (Vec<f32>, Posts) {
    let mut probabilities = if model.is_neutral() {
        candidate::probabilities(survey.page, &survey.blocks, &survey.candidates)
    } else {
        model.probabilities(survey)
    };
    layout::adjust(survey, facts, &mut probabilities);
    let posts = posts::posts(survey, &probabilities, url);
    posts.weigh(survey, &mut probabilities);
    (probabilities, posts)
}

/// Why there is no article on a page that is no list: a page without any text is still to come.
fn nothing(survey: &survey::Survey<'_>) -> NotReadable {
    if survey.blocks.items.is_empty() { NotReadable::Empty } else { NotReadable::NoArticle }
}

/// The comments as blocks of their own: they are kept, but they are not the article.
fn comments(page: &Page, posts: &[Post], context: Context<'_>) -> Vec<Block> {
    let mut roots: Vec<NodeId> = Vec::new();
    for post in posts {
        if roots.last().is_none_or(|&last| !page.is_inside(post.node, last)) {
            roots.push(post.node);
        }
    }
    if roots.is_empty() {
        return Vec::new();
    }
    build(page, &Selection { roots, removed: NodeSet::new() }, Context { posts, ..context }).blocks
}

/// Puts back what the person asked for: inside a root it is no longer left out, elsewhere it is a root.
fn restore(page: &Page, options: &Options, selection: &mut Selection) {
    for id in options.restore.iter().filter_map(|&element| page.element(element)) {
        page.subtree(id).chain(page.ancestors(id)).for_each(|node| selection.removed.remove(node));
        if !selection.roots.iter().any(|&root| page.is_inside(id, root)) {
            selection.roots.retain(|&root| !page.is_inside(root, id));
            let at = selection.roots.partition_point(|&root| root < id);
            selection.roots.insert(at, id);
        }
    }
}
