//! What the commands need from the machine: each thing is made ready when it is first needed.

use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::process::{command, exists, read, run};
use crate::root::root;
use crate::stamp::Inputs;

/// The target that the engine is compiled for.
pub const WASM: &str = "wasm32-unknown-unknown";

/// Makes sure that the compiler has its library for WebAssembly.
pub fn wasm_target() -> Result<()> {
    let library = read(&mut command("rustc", ["--print", "target-libdir", "--target", WASM]))?;
    if Path::new(library.trim()).is_dir() {
        return Ok(());
    }
    println!("adding the target {WASM}");
    run(&mut command("rustup", ["target", "add", WASM])).with_context(|| format!("the compiler lacks the target {WASM}"))
}

/// Makes sure that node is there and new enough.
pub fn node() -> Result<()> {
    const OLDEST: u32 = 20;
    if !exists("node") || !exists("npm") {
        bail!("node and npm are not installed: install Node.js {OLDEST} or later (Debian: apt-get install nodejs npm)");
    }
    let version = read(&mut command("node", ["--version"]))?;
    let major = version.trim_start_matches('v').split('.').next().and_then(|major| major.parse::<u32>().ok());
    match major {
        Some(major) if major >= OLDEST => Ok(()),
        _ => bail!("node {} is too old: install Node.js {OLDEST} or later", version.trim()),
    }
}

/// Makes sure that the npm packages are those of the lock file.
pub fn npm_packages() -> Result<()> {
    node()?;
    let installed = root().join("node_modules");
    let stamp = installed.join(".lectern-stamp");
    Inputs::new().path(&root().join("package-lock.json"))?.unless_made(&stamp, || {
        println!("installing the npm packages of package-lock.json");
        run(&mut command("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"]))
    })?;
    Ok(())
}
