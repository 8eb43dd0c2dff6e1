//! Features of the place where a block stands: its element, its ancestors, its names, what repeats there.

use super::super::blocks::{TextBlock, Total};
use super::super::elements::Flags;
use super::super::measure::share;
use super::super::survey::{Branches, Survey};
use super::log;
use crate::page::{NodeId, Tag};

const LEVELS: usize = 4;
const FLAGS: usize = Flags::NAMES.len();
pub(super) const WIDTH: usize = 59 + FLAGS;
pub(super) const NAMES: [&str; WIDTH] = names();

const fn names() -> [&'static str; WIDTH] {
    const OWN: [&str; 59] = [
        "tag",
        "parent-tag",
        "depth",
        "names",
        "names-sum",
        "names-min",
        "names-max",
        "names-parent",
        "names-item",
        "level1-chars",
        "level1-link-density",
        "level1-blocks",
        "level1-prose",
        "level1-flags",
        "level1-page-share",
        "level2-chars",
        "level2-link-density",
        "level2-blocks",
        "level2-prose",
        "level2-flags",
        "level2-page-share",
        "level3-chars",
        "level3-link-density",
        "level3-blocks",
        "level3-prose",
        "level3-flags",
        "level3-page-share",
        "level4-chars",
        "level4-link-density",
        "level4-blocks",
        "level4-prose",
        "level4-flags",
        "level4-page-share",
        "heavy-inside",
        "heavy-below",
        "heavy-branch-link-density",
        "heavy-branch-prose",
        "heavy-branch-names",
        "heavy-branch-share",
        "top-inside",
        "top-below",
        "top-branch-link-density",
        "top-branch-prose",
        "top-branch-names",
        "top-ratio",
        "item-count",
        "item-mean",
        "item-variation",
        "item-link-density",
        "item-chars",
        "item-prose-share",
        "item-prose-before",
        "item-times",
        "item-images",
        "caption",
        "alike-count",
        "alike-mean",
        "alike-variation",
        "alike-link-density",
    ];
    let mut names = [""; WIDTH];
    let mut at = 0;
    while at < WIDTH {
        #[allow(clippy::indexing_slicing, reason = "evaluated by the compiler")]
        {
            names[at] = if at < OWN.len() { OWN[at] } else { Flags::NAMES[at - OWN.len()] };
        }
        at += 1;
    }
    names
}

/// Writes numbers into a row one after another.
struct Row {
    values: [f32; WIDTH],
    at: usize,
}

impl Row {
    fn push(&mut self, value: f32) {
        if let Some(slot) = self.values.get_mut(self.at) {
            *slot = value;
        }
        self.at += 1;
    }
}

/// What the last block was told of the levels above it: those that stand beside each other have the same above them.
#[derive(Debug, Default)]
pub(super) struct Levels {
    lowest: Option<NodeId>,
    values: [[f32; 6]; LEVELS],
}

pub(super) fn features(survey: &Survey<'_>, index: usize, block: &TextBlock, known: &mut Levels) -> [f32; WIDTH] {
    let page = survey.page;
    let container = block.container;
    let element = survey.elements.get(container);
    let parent = page.parent(container);
    let mut row = Row { values: [0.0; WIDTH], at: 0 };
    row.push(tag_class(page.tag(container)));
    row.push(parent.map_or(0.0, |parent| tag_class(page.tag(parent))));
    row.push(element.depth as f32);
    row.push(element.names);
    row.push(element.names_sum);
    row.push(element.names_min);
    row.push(element.names_max);
    row.push(parent.map_or(0.0, |parent| survey.elements.get(parent).names));
    let item = survey.repetition.item.get(block.first);
    row.push(item.map_or(0.0, |item| survey.elements.get(item).names));
    levels(survey, container, known).iter().flatten().for_each(|&value| row.push(value));
    branch(survey, index, &survey.heavy, &mut row);
    let prose = survey.blocks.sum(0..survey.blocks.items.len()).prose;
    row.push(survey.heavy.target.map_or(0.0, |target| share(survey.blocks.total(page, target).prose, prose)));
    branch(survey, index, &survey.top, &mut row);
    let best = survey.candidates.best.get(container);
    row.push(share(best, survey.candidates.top_score));
    let group = item.map(|item| survey.repetition.siblings(item)).unwrap_or_default();
    row.push(log(group.count));
    row.push(log(group.mean));
    row.push(group.variation);
    row.push(group.link_density);
    row.push(item.map_or(0.0, |item| log(survey.blocks.total(page, item).chars)));
    row.push(group.prose_share);
    row.push(group.prose_before);
    row.push(item.map_or(-1.0, |item| survey.times.inside(page, item).min(10) as f32));
    row.push(item.map_or(-1.0, |item| survey.images.inside(page, item).min(10) as f32));
    row.push(f32::from(u8::from(survey.captions.get(index).copied().unwrap_or(false))));
    let alike = survey.repetition.alike.get(index).copied().unwrap_or_default();
    row.push(log(alike.count));
    row.push(log(alike.mean));
    row.push(alike.variation);
    row.push(alike.link_density);
    for bit in 0..FLAGS {
        row.push(f32::from(u8::from(element.flags.0 & (1 << bit) != 0)));
    }
    row.values
}

/// The nearest ancestors that hold more than what is below them.
fn levels<'l>(survey: &Survey<'_>, container: NodeId, known: &'l mut Levels) -> &'l [[f32; 6]; LEVELS] {
    let mut next = survey.above.get(container);
    if next.is_some() && next == known.lowest {
        return &known.values;
    }
    known.lowest = next;
    let all = survey.blocks.sum(0..survey.blocks.items.len()).prose;
    let mut total = Total::default();
    for values in &mut known.values {
        // Above the root there is nothing more: the root again.
        let mut flags = Flags::default();
        if let Some(ancestor) = next {
            total = survey.blocks.total(survey.page, ancestor);
            flags = survey.elements.get(ancestor).own_flags;
            next = survey.above.get(ancestor);
        }
        *values = level(total, flags, all);
    }
    &known.values
}

fn level(total: Total, flags: Flags, page_prose: f32) -> [f32; 6] {
    [
        log(total.chars),
        total.link_density(),
        log(total.blocks),
        share(total.prose, total.chars),
        if flags.0 == 0 { 0.0 } else { 1.0 + flags.0.trailing_zeros() as f32 },
        share(total.prose, page_prose),
    ]
}

fn branch(survey: &Survey<'_>, index: usize, branches: &Branches, row: &mut Row) {
    let branch = branches.of(index);
    let total = branch.root.map(|root| survey.blocks.total(survey.page, root));
    row.push(f32::from(u8::from(branch.inside)));
    row.push(if branch.inside { 0.0 } else { (branches.depth + 1).saturating_sub(branch.depth) as f32 });
    row.push(total.map_or(-1.0, |total| total.link_density()));
    row.push(total.map_or(-1.0, |total| share(total.prose, total.chars)));
    row.push(branch.root.map_or(0.0, |root| survey.elements.get(root).names));
}

/// Tags in an order in which neighbors mean alike, so that a threshold parts kinds.
fn tag_class(tag: Tag) -> f32 {
    match tag {
        Tag::P => 1.0,
        Tag::Blockquote => 2.0,
        Tag::Pre | Tag::Code => 3.0,
        Tag::Figcaption | Tag::Caption => 4.0,
        Tag::H1 => 5.0,
        Tag::H2 => 6.0,
        Tag::H3 => 7.0,
        Tag::H4 | Tag::H5 | Tag::H6 => 8.0,
        Tag::Li => 9.0,
        Tag::Dd => 10.0,
        Tag::Dt => 11.0,
        Tag::Td => 12.0,
        Tag::Th => 13.0,
        Tag::Article | Tag::Main | Tag::Section => 14.0,
        Tag::Div => 15.0,
        Tag::Unknown => 16.0,
        Tag::Figure => 17.0,
        Tag::Ul | Tag::Ol | Tag::Dl => 18.0,
        Tag::Tr | Tag::Table | Tag::Tbody => 19.0,
        Tag::Header => 20.0,
        Tag::Aside => 21.0,
        Tag::Footer => 22.0,
        Tag::Nav => 23.0,
        Tag::Button | Tag::Label | Tag::Form | Tag::Fieldset | Tag::Legend => 24.0,
        Tag::Body => 25.0,
        _ => 26.0,
    }
}
