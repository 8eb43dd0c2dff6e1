//! `pictures`: the icons in every size, and the screenshots of the stores and of the README.

use std::fs;

use anyhow::Result;

use crate::build::build;
use crate::process::{command, run};
use crate::root::root;
use crate::setup::{self, Browser};

/// Draw the icons from their SVG, and take the screenshots for the stores: `dist/store`.
#[derive(clap::Args)]
pub struct Args {}

/// The command.
pub fn run_command(_: &Args) -> Result<()> {
    setup::npm_packages()?;
    let chromium = Browser::Chromium.program()?;
    let out = root().join("dist/store");
    fs::create_dir_all(&out)?;
    let in_chromium = |script: &str| {
        let mut node = command("node", [script]);
        node.env(Browser::Chromium.variable(), &chromium);
        node
    };
    run(in_chromium("extension/icons/draw.mjs").arg("--sheet").arg(out.join("icons.png")))?;
    build()?;
    run(in_chromium("tests/browser/pictures.mjs").arg("--out").arg(&out).arg("--dist").arg(root().join("dist")))?;
    fs::copy(out.join("1-reader.png"), root().join("docs/reader.png"))?;
    println!("drew extension/icons, docs/reader.png and dist/store");
    Ok(())
}
