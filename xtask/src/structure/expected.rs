//! What a set expects: HTML, or Markdown with what is known of the page in a JSON block at its head.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use lectern::page::{NodeId, Page, Tag, html};
use pulldown_cmark::{Options, Parser};

use super::parts::{Kind, Parts, image_key};
use super::{last_letters, letters};

/// The expected article as a page.
pub fn page(folder: &Path, id: &str) -> Result<Page> {
    let html = folder.join(id).with_added_extension("html");
    if html.exists() {
        return Ok(html::parse(&fs::read_to_string(html)?));
    }
    let path = folder.join(id).with_added_extension("md");
    let source = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    let source =
        source.strip_prefix("```json").and_then(|rest| rest.split_once("\n```")).map_or(source.as_str(), |(_, body)| body);
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_MATH;
    let mut rendered = String::new();
    pulldown_cmark::html::push_html(&mut rendered, Parser::new_ext(source, options));
    Ok(html::parse(&rendered))
}

/// The parts of an expected article. The title is no heading of it.
pub fn parts(page: &Page, title: &str) -> Parts {
    let mut parts = Parts::default();
    let title = letters(title);
    for node in page.subtree(page.body()) {
        let text = |node| letters(&page.text_content(node));
        match page.tag(node) {
            Tag::Img => {
                let key = page.attr(node, "src").map(image_key).unwrap_or_default();
                let others = page.attrs(node).filter(|(_, value)| value.starts_with("http")).map(|(_, value)| image_key(value));
                parts.add_known_by(Kind::Image, key, others.collect());
            }
            Tag::Figcaption => parts.add(Kind::Caption, text(node)),
            Tag::H1 | Tag::H2 | Tag::H3 | Tag::H4 | Tag::H5 | Tag::H6 => {
                let text = letters(&without(page, node, |each| is_tool(page, each)));
                if !title.starts_with(&text) && !is_over_places(page, node) {
                    parts.add(Kind::Heading, text);
                }
            }
            Tag::Li if is_place_in_contents(page, node) => {}
            Tag::Li => parts.add(Kind::Item, last_letters(&without(page, node, |each| page.tag(each) == Tag::Figure))),
            Tag::Table if is_data(page, node) => parts.add(Kind::Table, text(node)),
            Tag::Pre => parts.add(Kind::Code, text(node)),
            Tag::A if is_tool(page, node) => {}
            Tag::A if page.attr(node, "href").is_some_and(|href| !href.starts_with('#')) => parts.add(Kind::Link, text(node)),
            _ => {}
        }
    }
    parts
}

/// The text of `node` but that of the elements that are `unwanted`.
fn without(page: &Page, node: NodeId, unwanted: impl Fn(NodeId) -> bool) -> String {
    let mut text = String::new();
    let mut nodes = page.subtree(node);
    while let Some(each) = nodes.next() {
        if unwanted(each) {
            nodes.skip_to(page.end(each));
        }
        text.push_str(page.text(each));
    }
    text
}

/// True for what edits a section of an encyclopedia: the reader leaves it out by design.
fn is_tool(page: &Page, node: NodeId) -> bool {
    page.tag(node) == Tag::A && page.attr(node, "href").is_some_and(|href| href.contains("action=edit"))
}

/// True for an item that says nothing but where a part of the same page is: the reader has its own table of contents.
fn is_place_in_contents(page: &Page, item: NodeId) -> bool {
    let mut nodes = page.descendants(item);
    let mut leads = false;
    while let Some(each) = nodes.next() {
        if page.tag(each) == Tag::A && page.attr(each, "href").is_some_and(|href| href.contains('#')) {
            leads = true;
            nodes.skip_to(page.end(each));
        } else if page.text(each).contains(char::is_alphabetic) {
            return false;
        }
    }
    leads
}

/// True for a heading over a table of contents or over notes, and nothing else: the reader has both, in places of its own.
fn is_over_places(page: &Page, heading: NodeId) -> bool {
    let mut after = page.nodes();
    after.skip_to(page.end(heading));
    let section: Vec<NodeId> = after.take_while(|&id| page.tag(id).heading_level().is_none()).collect();
    let leads = |id: NodeId| page.tag(id) == Tag::A && page.attr(id, "href").is_some_and(|href| href.contains('#'));
    let items = || section.iter().filter(|&&id| page.tag(id) == Tag::Li);
    let has_text = section.iter().any(|&id| page.tag(id) == Tag::P && !page.text_content(id).trim().is_empty());
    !has_text && items().count() > 0 && items().all(|&item| page.descendants(item).any(leads))
}

/// Rows and columns, and no page laid out in them.
fn is_data(page: &Page, table: NodeId) -> bool {
    let count = |tag| page.descendants(table).filter(|node| page.tag(*node) == tag).count();
    let (rows, cells) = (count(Tag::Tr), count(Tag::Td) + count(Tag::Th));
    rows > 1 && cells > rows && count(Tag::Table) == 0 && count(Tag::P) <= cells
}
