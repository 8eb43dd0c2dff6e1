//! `www`: the playground, which shows a page, its article, and why the one became the other.

use anyhow::{Context, Result};

use crate::build::{Module, gzipped_len};
use crate::process::{command, run};
use crate::root::root;
use crate::stamp::Inputs;

/// Build the playground in `dist/www`, for any static server, and serve it on this machine.
#[derive(clap::Args)]
pub struct Args {
    /// Build only.
    #[arg(long)]
    no_serve: bool,
    /// The port that it is served on.
    #[arg(long, default_value_t = 8000)]
    port: u16,
}

/// The command.
pub fn run_command(args: &Args) -> Result<()> {
    build()?;
    let wasm = std::fs::read(Module::Explainer.folder().join("lectern_bg.wasm"))?;
    println!("explain.wasm: {} bytes, {} gz", wasm.len(), gzipped_len(&wasm)?);
    println!("built dist/www");
    if args.no_serve {
        return Ok(());
    }
    run(command("node", ["www/serve.mjs", "dist/www"]).arg(args.port.to_string()))
}

/// Builds what is out of date.
pub fn build() -> Result<()> {
    let modules = [Module::Explainer, Module::Writer];
    Module::build_all(&modules)?;
    let out = root().join("dist/www");
    std::fs::create_dir_all(root().join("dist"))?;
    let inputs = ["www", "extension", "tests/pages", "package-lock.json"];
    let inputs = inputs.iter().try_fold(Inputs::new(), |inputs, path| inputs.path(&root().join(path)))?;
    let inputs = modules.iter().try_fold(inputs, |inputs, module| inputs.path(&module.folder().join("stamp")))?;
    inputs.unless_made(&root().join("dist/.www-stamp"), || {
        let script = root().join("www/build.mjs");
        let mut node = command("node", [script.as_path(), "--engine".as_ref(), &Module::Engine.folder(), "--out".as_ref(), &out]);
        run(&mut node).context("the playground could not be bundled")
    })?;
    Ok(())
}
