//! `build`: the engine as WebAssembly, and the extension around it for both browsers.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::process::{cargo, command, run};
use crate::root::{root, target};
use crate::setup::{self, WASM};
use crate::stamp::Inputs;

/// Build the extension: `dist/chromium` and `dist/firefox`, unpacked. Makes again only what has changed.
#[derive(clap::Args)]
pub struct Args {}

/// The command.
pub fn run_command(_: &Args) -> Result<()> {
    build()?;
    for (name, folder) in [("lectern.wasm", engine()), ("write.wasm", writer())] {
        let wasm = fs::read(folder.join("lectern_bg.wasm"))?;
        println!("{name}: {} bytes, {} gz", wasm.len(), gzipped_len(&wasm)?);
    }
    println!("built dist/chromium and dist/firefox");
    Ok(())
}

/// Builds what is out of date.
pub fn build() -> Result<()> {
    setup::npm_packages()?;
    build_module("wasm", &[], &engine())?;
    build_module("write", &["--features", "write"], &writer())?;
    build_extension()
}

/// The folder with the engine: `lectern.js` and `lectern_bg.wasm`.
pub fn engine() -> PathBuf {
    target().join("engine")
}

/// The folder with the module that writes articles down, of the same two files.
fn writer() -> PathBuf {
    engine().join("write")
}

/// Rust → WebAssembly → its JavaScript side → optimized, in `folder`.
fn build_module(profile: &str, features: &[&str], folder: &Path) -> Result<()> {
    setup::wasm_target()?;
    run(cargo(["build", "--quiet", "--package", "lectern", "--lib", "--target", WASM, "--profile", profile]).args(features))?;
    let module = target().join(WASM).join(profile).join("lectern.wasm");
    let bindgen = root().join("xtask/bindgen");
    let inputs = ["Cargo.toml", "Cargo.lock", "src/main.rs"];
    let inputs = inputs.iter().try_fold(Inputs::new(), |inputs, path| inputs.path(&bindgen.join(path)))?;
    fs::create_dir_all(folder)?;
    inputs.path(&module)?.path(&root().join("package-lock.json"))?.unless_made(&folder.join("stamp"), || {
        let built = target().join("bindgen");
        if !built.exists() {
            println!("compiling wasm-bindgen, once: about 90 seconds");
        }
        let mut bindgen = cargo(["run", "--quiet", "--release", "--manifest-path", "xtask/bindgen/Cargo.toml", "--target-dir"]);
        run(bindgen.arg(built).arg("--").arg(&module).arg(folder))?;
        optimize(&folder.join("lectern_bg.wasm"))
    })?;
    Ok(())
}

/// Runs the npm package `binaryen`'s `wasm-opt` over a module, in place. Debian's is too old for wasm-bindgen's output.
fn optimize(module: &Path) -> Result<()> {
    let wasm_opt = root().join("node_modules/binaryen/bin/wasm-opt");
    run(command("node", [wasm_opt.as_path(), "-Oz".as_ref(), module, "-o".as_ref(), module]).env("NODE_NO_WARNINGS", "1"))
}

fn build_extension() -> Result<()> {
    let dist = root().join("dist");
    fs::create_dir_all(&dist)?;
    let script = root().join("extension/build.mjs");
    let version = env!("CARGO_PKG_VERSION");
    let inputs = ["extension", "package-lock.json", "tsconfig.json"];
    let inputs = inputs.iter().try_fold(Inputs::new().word(version), |inputs, path| inputs.path(&root().join(path)))?;
    let modules = [engine(), writer()];
    let files = modules.iter().flat_map(|folder| ["lectern.js", "lectern_bg.wasm"].map(|file| folder.join(file)));
    let inputs = files.into_iter().try_fold(inputs, |inputs, file| inputs.path(&file))?;
    inputs.unless_made(&dist.join(".stamp"), || {
        let mut node = command("node", [script.as_path(), "--engine".as_ref(), &engine(), "--out".as_ref(), &dist]);
        run(node.args(["--version", version])).context("the extension could not be bundled")
    })?;
    Ok(())
}

/// How long `bytes` are when compressed as a server or a store would.
pub fn gzipped_len(bytes: &[u8]) -> Result<usize> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?.len())
}
