//! `new-page` and `bless`: test pages and what is expected of them.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use lectern::Options;
use lectern::capture::Facts;
use lectern::extract::extract_page;
use lectern::page::html;
use serde_json::json;

use crate::process::{cargo, run};
use crate::root::root;

/// Add a test page: tests/pages/SLUG from an HTML file. Write the page yourself; other people's pages stay outside.
#[derive(clap::Args)]
pub struct NewPage {
    /// Its name: what kind of page, then what is special about it, as in `news-ticker`.
    slug: String,
    /// The page.
    file: PathBuf,
}

/// Write down what is read of the test pages and cases now as what is expected. Read the difference before you commit.
#[derive(clap::Args)]
pub struct Bless {
    /// Test pages to bless; all pages and cases when none is named.
    slugs: Vec<String>,
}

/// `new-page`.
pub fn new_page(args: &NewPage) -> Result<()> {
    let NewPage { slug, file } = args;
    if slug.is_empty() || !slug.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-') {
        bail!("a slug is of lower-case letters, digits and hyphens, unlike {slug:?}");
    }
    let html = fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    let folder = root().join("tests/pages").join(slug);
    if folder.exists() {
        bail!("there is a page {slug} already");
    }
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("page.html"), &html)?;
    fs::write(folder.join("README.md"), format!("# {slug}\n\nSay what kind of page this is and what of it a rule needs.\n"))?;
    let mut claims = serde_json::to_string_pretty(&first_claims(slug, &html))?;
    claims.push('\n');
    fs::write(folder.join("claims.json"), claims)?;
    bless_pages(std::slice::from_ref(slug))?;
    println!(
        "added tests/pages/{slug}: now write its README.md and correct its claims.json by hand, then `cargo test --test golden`"
    );
    Ok(())
}

/// Claims to start from: what is read now, to be corrected by a person.
fn first_claims(slug: &str, html: &str) -> serde_json::Value {
    let url = format!("https://{slug}.example/page");
    match extract_page(&html::parse(html), &url, &Facts::default(), &Options::default()) {
        Err(_) => json!({ "url": url, "with": [], "without": [] }),
        Ok(article) => json!({
            "url": url,
            "title": article.metadata.title,
            "byline": article.metadata.byline,
            "dir": article.metadata.dir,
            "kind": article.kind,
            "with": [],
            "without": [],
        }),
    }
}

/// `bless`.
pub fn bless(args: &Bless) -> Result<()> {
    if !args.slugs.is_empty() {
        return bless_pages(&args.slugs);
    }
    run(cargo(["test", "--quiet", "--test", "golden", "--test", "cases"]).env("LECTERN_BLESS", "1"))
}

fn bless_pages(slugs: &[String]) -> Result<()> {
    for slug in slugs {
        if !root().join("tests/pages").join(slug).is_dir() {
            bail!("there is no page {slug} in tests/pages");
        }
    }
    run(cargo(["test", "--quiet", "--test", "golden", "as_blessed"]).env("LECTERN_BLESS", slugs.join(",")))
}
