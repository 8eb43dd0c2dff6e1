//! `bench`: how fast the core is beside its peers, how it grows, how many instructions it takes, how large it is.

mod blocking;
mod browsers;
pub mod growth;
mod instructions;
pub mod limits;
mod scale;
mod times;

use std::fs;
use std::path::PathBuf;

use anyhow::Result;

use crate::process::{cargo, run as run_process};
use crate::root::{root, target};
use limits::Limits;

/// Time the core and its peers on the same pages, natively and in both browsers; grow made pages; count instructions; weigh
/// files. One table each, JSON beside them.
#[derive(clap::Args)]
pub struct Args {
    /// Parts to measure; all of them when none is named.
    #[arg(value_name = "PART")]
    parts: Vec<Part>,
    /// Take what was measured as the new limits of `bench/limits.json`.
    #[arg(long)]
    bless: bool,
    /// Where to write the JSON.
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
}

/// What can be measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Part {
    /// Milliseconds beside the peers', natively, over `tests/pages` and the corpora.
    Native,
    /// Milliseconds from the click on, beside Readability.js and Defuddle, in both browsers.
    Browsers,
    /// For how long a page stands still while somebody reads a very long article, in both browsers.
    Blocking,
    /// How time and memory grow with the page.
    Scale,
    /// Whether instructions grow as the page does, which `cargo xtask test` holds.
    Growth,
    /// Sizes of files and instructions for a page, which `cargo xtask test` holds.
    Limits,
}

/// The command.
pub fn run(args: &Args) -> Result<()> {
    let is_asked = |part: Part| args.parts.is_empty() || args.parts.contains(&part);
    let mut json = serde_json::Map::new();
    if is_asked(Part::Native) {
        let times = times::times()?;
        println!("{}\n", times.report());
        json.insert("native".to_owned(), times.json());
    }
    if is_asked(Part::Browsers) {
        json.insert("browsers".to_owned(), browsers::measure()?);
    }
    if is_asked(Part::Blocking) {
        json.insert("blocking".to_owned(), blocking::measure()?);
    }
    if is_asked(Part::Scale) {
        let scale = scale::scale()?;
        println!("{}\n", scale.report());
        let steep = scale.steep();
        if !steep.is_empty() {
            println!("grows by more than the power {}: {}\n", scale::MAX_EXPONENT, steep.join(", "));
        }
        json.insert("scale".to_owned(), scale.json());
    }
    if is_asked(Part::Growth) {
        println!("{}", growth::measure()?.report());
    }
    if is_asked(Part::Limits) {
        let measured = Limits::measure()?;
        println!("{}", measured.report(&Limits::read()?));
        json.insert("limits".to_owned(), serde_json::to_value(&measured)?);
        if args.bless {
            measured.write()?;
        }
    }
    let path = args.json.clone().unwrap_or_else(|| target().join("bench.json"));
    fs::write(&path, serde_json::to_string_pretty(&json)? + "\n")?;
    println!("written to {}", path.display());
    Ok(())
}

/// The pages that are in the repository, by name.
fn own_pages() -> Result<Vec<(String, PathBuf)>> {
    let mut pages = Vec::new();
    for entry in fs::read_dir(root().join("tests/pages"))? {
        let entry = entry?;
        let page = entry.path().join("page.html");
        if page.exists() {
            pages.push((entry.file_name().to_string_lossy().into_owned(), page));
        }
    }
    pages.sort();
    Ok(pages)
}

/// Builds the program in `bench/`, with these features, and gives its path.
fn program(profile: &str, features: &str) -> Result<PathBuf> {
    let folder = target().join("bench");
    let mut build =
        cargo(["build", "--quiet", "--manifest-path", "bench/Cargo.toml", "--profile", profile, "--features", features]);
    run_process(build.arg("--target-dir").arg(&folder))?;
    Ok(folder.join(profile).join("lectern-bench"))
}
