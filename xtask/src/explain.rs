//! `explain`: a page as a tree, with what became of every part of it and why.

use std::collections::HashMap;
use std::path::PathBuf;

use anyhow::{Context, Result};
use lectern::capture::Facts;
use lectern::extract::extract_page;
use lectern::extract::survey::survey;
use lectern::model::Model;
use lectern::page::{NodeId, Page, html};
use lectern::trace::Removal;
use lectern::{Article, Options};

use crate::set::PageFile;

/// Print a page as a tree: what was kept (+), what was removed (-) and why, and how likely each text is the article's.
#[derive(clap::Args)]
pub struct Args {
    /// The page.
    file: PathBuf,
    /// Its address.
    #[arg(long, default_value = "")]
    url: String,
}

/// The command.
pub fn run(args: &Args) -> Result<()> {
    let html = PageFile { id: String::new(), path: args.file.clone() }.read()?;
    let page = html::parse(&html);
    let mut options = Options::default();
    options.read_anyway = true;
    match extract_page(&page, &args.url, &Facts::default(), &options) {
        Ok(article) => print!("{}", explain(&page, &article)?),
        Err(reason) => println!("{reason}"),
    }
    Ok(())
}

fn explain(page: &Page, article: &Article) -> Result<String> {
    let metadata = serde_json::to_value(&article.metadata)?;
    let mut out = String::new();
    for (field, value) in metadata.as_object().context("metadata are fields")? {
        out.push_str(&format!("{field:10} {value}\n"));
    }
    let verdict = if article.readable { "readable" } else { "not readable, read anyway" };
    out.push_str(&format!("{:10} {}, {verdict}\n\n", "kind", serde_json::to_value(article.kind)?));
    out.push_str(&tree(page, article));
    Ok(out)
}

/// A line for each element or text that the article could be made of; one line for a whole removed subtree.
fn tree(page: &Page, article: &Article) -> String {
    let removals: HashMap<NodeId, &Removal> = article.trace.removals.iter().map(|removal| (removal.node, removal)).collect();
    let likelihoods = likelihoods(page);
    let blocks: HashMap<u32, String> = article.blocks.iter().filter_map(|block| Some((block.element?, kind(block)))).collect();
    let mut out = String::new();
    let mut depth = 0;
    let mut open: Vec<NodeId> = Vec::new();
    let mut nodes = page.subtree(page.body());
    while let Some(id) = nodes.next() {
        while open.pop_if(|element| page.end(*element) <= id).is_some() {
            depth -= 1;
        }
        let indent = "  ".repeat(depth);
        if let Some(Removal { stage, reason, score, .. }) = removals.get(&id) {
            out.push_str(&format!(
                "- {indent}{} | {stage:?}: {reason:?} {score:.2} | {}\n",
                name(page, id),
                start(&text(page, id))
            ));
            nodes.skip_to(page.end(id));
        } else if page.is_text(id) {
            if !page.text(id).trim().is_empty() {
                let likely = likelihoods.get(&id).map_or_else(String::new, |likely| format!("{likely:.2} "));
                out.push_str(&format!("  {indent}{likely}{}\n", start(page.text(id))));
            }
        } else if text(page, id).trim().is_empty() && !has_picture(page, id) {
            nodes.skip_to(page.end(id));
        } else {
            let block = page.element_index(id).and_then(|element| blocks.get(&element));
            let sign = if block.is_some() { '+' } else { ' ' };
            let block = block.map_or_else(String::new, |kind| format!(" | {kind}"));
            out.push_str(&format!("{sign} {indent}{}{block}\n", name(page, id)));
            open.push(id);
            depth += 1;
        }
    }
    out
}

/// How likely each text block is the article's, by the block's first text.
fn likelihoods(page: &Page) -> HashMap<NodeId, f32> {
    let model = Model::built_in();
    let survey = survey(page, &Facts::default(), &model.lexicon);
    let likely = model.probabilities(&survey);
    survey.blocks.items.iter().map(|block| block.first).zip(likely).collect()
}

/// The kind of a block, as it crosses to TypeScript.
fn kind(block: &lectern::article::Block) -> String {
    let json = serde_json::to_value(&block.body).unwrap_or_default();
    json.get("kind").and_then(serde_json::Value::as_str).unwrap_or_default().to_owned()
}

/// An element as a selector would name it.
pub fn name(page: &Page, id: NodeId) -> String {
    let name = if page.is_text(id) { "text" } else { page.name(id) };
    let classes: Vec<&str> = page.classes(id).take(3).collect();
    [vec![name], classes].concat().join(".")
}

/// The text of a subtree, without what is never shown.
pub fn text(page: &Page, root: NodeId) -> String {
    let shown = |id: &NodeId| page.is_text(*id) && page.parent(*id).is_none_or(|parent| !page.tag(parent).is_raw_text());
    let texts: Vec<&str> = page.subtree(root).filter(shown).map(|id| page.text(id)).collect();
    texts.join(" ")
}

/// The first words of a text on one line.
pub fn start(text: &str) -> String {
    let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
    flat.chars().take(90).collect()
}

fn has_picture(page: &Page, root: NodeId) -> bool {
    page.subtree(root).any(|id| matches!(page.name(id), "img" | "picture" | "video" | "audio" | "svg" | "math" | "iframe"))
}
