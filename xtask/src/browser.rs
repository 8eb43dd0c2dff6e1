//! `run` and `shot`: a real browser with the extension installed, driven by the scripts of `tests/browser`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::build::build;
use crate::process::{command, run};
use crate::root::{root, target};
use crate::setup::Browser;

/// Open a browser with the extension installed, on a sample article; without a display, click and show what came of it.
#[derive(clap::Args)]
pub struct Run {
    /// The browser.
    #[arg(default_value = "chromium")]
    browser: Browser,
    /// Page to open instead of the sample.
    #[arg(long, conflicts_with = "page")]
    url: Option<String>,
    /// File to open instead of the sample.
    #[arg(long, value_name = "FILE")]
    page: Option<PathBuf>,
}

/// Click the real action on a page and write DIR/reader.png and DIR/reader.json.
#[derive(clap::Args)]
pub struct Shot {
    /// The browser.
    #[arg(long, default_value = "chromium")]
    browser: Browser,
    /// The page; it is served on the loopback address.
    #[arg(long, value_name = "FILE")]
    page: PathBuf,
    /// Content security policy that it is served with.
    #[arg(long, value_name = "POLICY")]
    csp: Option<String>,
    /// Width of the window in CSS pixels.
    #[arg(long, value_name = "N", default_value_t = 1280)]
    width: u32,
    /// The system's colors are dark.
    #[arg(long)]
    dark: bool,
    /// Folder to write to.
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
}

/// `run`.
pub fn run_command(args: &Run) -> Result<()> {
    let mut script = script("tests/browser/run.mjs", args.browser)?;
    script.arg("--out").arg(target());
    if let Some(url) = &args.url {
        script.arg("--url").arg(url);
    }
    if let Some(page) = &args.page {
        script.arg("--page").arg(existing(page)?);
    }
    run(&mut script)
}

/// `shot`.
pub fn shot(args: &Shot) -> Result<()> {
    fs::create_dir_all(&args.out)?;
    let mut script = script("tests/browser/shot.mjs", args.browser)?;
    script.arg("--page").arg(existing(&args.page)?).arg("--out").arg(existing(&args.out)?);
    script.arg("--width").arg(args.width.to_string());
    if let Some(csp) = &args.csp {
        script.arg("--csp").arg(csp);
    }
    if args.dark {
        script.arg("--dark");
    }
    run(&mut script)
}

/// A script that drives `browser`, with the extension built and the browser there.
pub fn script(path: &str, browser: Browser) -> Result<Command> {
    build()?;
    let program = browser.program()?;
    let mut script = command("node", [root().join(path)]);
    script.arg("--browser").arg(browser.name()).arg("--dist").arg(root().join("dist")).env(browser.variable(), program);
    Ok(script)
}

/// The path from any folder: the scripts run in the workspace's.
fn existing(path: &Path) -> Result<PathBuf> {
    fs::canonicalize(path).with_context(|| format!("there is no {}", path.display()))
}
