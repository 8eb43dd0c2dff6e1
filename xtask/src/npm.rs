//! `npm`: the engine as a package for bundlers and Node, from the folder `npm` and a WebAssembly module of its own.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::build::{Module, gzipped_len};
use crate::process::{command, read, run};
use crate::root::root;

/// Build the npm package in `dist/npm`: the engine for Node and for bundlers, with types.
#[derive(clap::Args)]
pub struct Args {}

/// The command.
pub fn run_command(_: &Args) -> Result<()> {
    let wasm = fs::read(build()?.join("lectern_bg.wasm"))?;
    println!("lectern_bg.wasm: {} bytes, {} gz", wasm.len(), gzipped_len(&wasm)?);
    println!("built dist/npm");
    Ok(())
}

/// Builds the package, ready to be published or installed from the folder it gives.
pub fn build() -> Result<PathBuf> {
    Module::build_all(&[Module::Npm])?;
    let folder = root().join("dist/npm");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder)?;
    for name in ["api.js", "browser.js", "node.js", "index.d.ts", "README.md"] {
        copy(&root().join("npm"), &folder, name)?;
    }
    for name in ["LICENSE-APACHE", "LICENSE-MIT"] {
        copy(root(), &folder, name)?;
    }
    for name in ["lectern.js", "lectern_bg.wasm"] {
        copy(&Module::Npm.folder(), &folder, name)?;
    }
    fs::write(folder.join("package.json"), manifest()?)?;
    types(&folder)?;
    Ok(folder)
}

fn copy(from: &Path, to: &Path, name: &str) -> Result<()> {
    fs::copy(from.join(name), to.join(name)).with_context(|| format!("cannot copy {name}"))?;
    Ok(())
}

/// The package's manifest, with the version of the crate: it is written down nowhere else. As text, because the order of
/// its conditions counts.
fn manifest() -> Result<String> {
    const NAME: &str = "  \"name\": \"lectern\",\n";
    let manifest = fs::read_to_string(root().join("npm/package.json"))?;
    let (before, after) = manifest.split_once(NAME).context("npm/package.json has its name on a line of its own")?;
    Ok(format!("{before}{NAME}  \"version\": \"{}\",\n{after}", env!("CARGO_PKG_VERSION")))
}

/// The article's types are those that the extension reads it by.
fn types(folder: &Path) -> Result<()> {
    let source = root().join("extension/src/engine/article.ts");
    let compiler = root().join("node_modules/typescript/bin/tsc");
    let made = folder.join("types");
    let options = ["--declaration", "--emitDeclarationOnly", "--skipLibCheck", "--target", "es2024", "--module", "esnext"];
    let resolution = ["--moduleResolution", "bundler", "--allowImportingTsExtensions", "--ignoreConfig", "--rootDir"];
    let mut tsc = command("node", [compiler.as_path(), source.as_path()]);
    tsc.args(options).args(resolution).arg(root().join("extension/src")).arg("--outDir").arg(&made);
    run(&mut tsc).context("the article's types could not be written")?;
    copy(&made.join("engine"), folder, "article.d.ts")?;
    fs::remove_dir_all(&made)?;
    Ok(())
}

/// The package as one file in `out`, as it is published.
pub fn pack(out: &Path) -> Result<PathBuf> {
    let folder = build()?;
    let name = read(command("npm", ["pack", "--silent", "--pack-destination"]).arg(out).arg(&folder))?;
    Ok(out.join(name.trim()))
}
