//! `build`: the crate as WebAssembly modules, and the extension around them for both browsers.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::parallel::in_parallel;
use crate::process::{cargo, command, read, run};
use crate::root::{root, target};
use crate::setup::{self, Browser, WASM};
use crate::stamp::Inputs;

/// Build the extension: `dist/chromium` and `dist/firefox`, unpacked. Makes again only what has changed.
#[derive(clap::Args)]
pub struct Args {}

/// The command.
pub fn run_command(_: &Args) -> Result<()> {
    build()?;
    for (name, module) in [("lectern.wasm", Module::Engine), ("write.wasm", Module::Writer)] {
        let wasm = fs::read(module.folder().join("lectern_bg.wasm"))?;
        println!("{name}: {} bytes, {} gz", wasm.len(), gzipped_len(&wasm)?);
    }
    println!("built dist/chromium and dist/firefox");
    Ok(())
}

/// Builds what is out of date.
pub fn build() -> Result<()> {
    Module::build_all(&[Module::Engine, Module::Writer])?;
    build_extension(&Browser::ALL)
}

/// A WebAssembly module that is made of the crate. What one is for, no other has to carry.
#[derive(Clone, Copy)]
pub enum Module {
    /// Reads pages: the extension's.
    Engine,
    /// Writes articles down: the extension's and the playground's.
    Writer,
    /// Reads pages and says why: the playground's.
    Explainer,
    /// Reads files and writes articles down: the npm package's.
    Npm,
}

impl Module {
    /// Every one.
    pub const ALL: [Module; 4] = [Module::Engine, Module::Explainer, Module::Npm, Module::Writer];

    /// Builds those that are out of date, two at a time: the optimizer works on a module with one thread.
    pub fn build_all(modules: &[Module]) -> Result<()> {
        setup::npm_packages()?;
        setup::wasm_target()?;
        // Modules of one profile would wait for each other.
        let (writers, readers): (Vec<Module>, Vec<Module>) = modules.iter().partition(|module| matches!(module, Module::Writer));
        in_parallel(&[readers, writers], 2, |modules| modules.iter().try_for_each(|module| module.build()))?;
        Ok(())
    }

    /// The folder with `lectern.js` and `lectern_bg.wasm`.
    pub fn folder(self) -> PathBuf {
        let engine = target().join("engine");
        match self {
            Module::Engine => engine,
            Module::Writer => engine.join("write"),
            Module::Explainer => engine.join("explain"),
            Module::Npm => engine.join("npm"),
        }
    }

    /// The profile of cargo, and the crate's feature that makes the module.
    fn made_with(self) -> (&'static str, Option<&'static str>) {
        match self {
            Module::Engine => ("wasm", None),
            Module::Writer => ("write", Some("write")),
            Module::Explainer => ("wasm", Some("explain")),
            Module::Npm => ("wasm", Some("npm")),
        }
    }

    /// What of wasm-bindgen's kinds its JavaScript side is.
    fn kind(self) -> &'static str {
        // A content script is a classic script, a package a module.
        if matches!(self, Module::Npm) { "web" } else { "no-modules" }
    }

    /// The compiler's flags. What reads a page is compiled for speed, but not at any size: functions are inlined and loops unrolled
    /// where that costs a tenth of what the compiler would let it cost. `docs/performance.md` has the figures.
    fn flags(self) -> Result<Vec<String>> {
        let mut flags = remapped()?;
        if !matches!(self, Module::Writer) {
            flags.push("-Ctarget-feature=+simd128".to_owned());
            flags.push("-Cllvm-args=-inline-threshold=25 -unroll-threshold=20".to_owned());
        }
        Ok(flags)
    }

    /// Rust → WebAssembly → its JavaScript side → optimized, where that is out of date.
    fn build(self) -> Result<()> {
        let (profile, feature) = self.made_with();
        let mut cargo_build =
            cargo(["build", "--quiet", "--package", "lectern", "--lib", "--target", WASM, "--profile", profile]);
        run(cargo_build
            .args(feature.iter().flat_map(|feature| ["--features", *feature]))
            .env("CARGO_ENCODED_RUSTFLAGS", self.flags()?.join("\u{1f}")))?;
        let module = target().join(WASM).join(profile).join("lectern.wasm");
        let bindgen = root().join("xtask/bindgen");
        let inputs = ["Cargo.toml", "Cargo.lock", "src/main.rs"];
        let inputs = inputs.iter().try_fold(Inputs::new(), |inputs, path| inputs.path(&bindgen.join(path)))?;
        let folder = self.folder();
        fs::create_dir_all(&folder)?;
        inputs.path(&module)?.path(&root().join("package-lock.json"))?.unless_made(&folder.join("stamp"), || {
            let built = target().join("bindgen");
            if !built.exists() {
                println!("compiling wasm-bindgen, once: about 90 seconds");
            }
            let mut bindgen =
                cargo(["run", "--quiet", "--release", "--manifest-path", "xtask/bindgen/Cargo.toml", "--target-dir"]);
            run(bindgen.arg(built).arg("--").arg(&module).arg(&folder).arg(self.kind()))?;
            optimize(&folder.join("lectern_bg.wasm"))
        })?;
        Ok(())
    }
}

/// The compiler's flags that keep this machine's folders out of the module: a panic knows its file by its path.
/// Flags are handed on in the form of which cargo splits nothing at spaces, for a folder's name may have one.
fn remapped() -> Result<Vec<String>> {
    let cargo_home = match std::env::var_os("CARGO_HOME") {
        Some(home) => PathBuf::from(home),
        None => std::env::home_dir().context("there is no home folder")?.join(".cargo"),
    };
    let mut flags = vec![format!("--remap-path-prefix={}=", root().display())];
    // The longest last: the compiler takes the last that fits.
    flags.push(format!("--remap-path-prefix={}=cargo", cargo_home.display()));
    for registry in fs::read_dir(cargo_home.join("registry/src")).into_iter().flatten() {
        flags.push(format!("--remap-path-prefix={}=", registry?.path().display()));
    }
    flags.push(standard_library()?);
    Ok(flags)
}

/// The flag that gives the standard library's files the names that they have where its sources are not installed: whoever has
/// them (rust-analyzer wants them) has their folder in the module otherwise.
fn standard_library() -> Result<String> {
    let sysroot = read(&mut command("rustc", ["--print", "sysroot"]))?;
    let version = read(&mut command("rustc", ["--version", "--verbose"]))?;
    let commit =
        version.lines().find_map(|line| line.strip_prefix("commit-hash: ")).context("rustc knows no commit of its own")?;
    Ok(format!("--remap-path-prefix={}/lib/rustlib/src/rust=/rustc/{commit}", sysroot.trim()))
}

/// Runs the npm package `binaryen`'s `wasm-opt` over a module, in place. Debian's is too old for wasm-bindgen's output.
fn optimize(module: &Path) -> Result<()> {
    let wasm_opt = root().join("node_modules/binaryen/bin/wasm-opt");
    run(command("node", [wasm_opt.as_path(), "-Oz".as_ref(), module, "-o".as_ref(), module]).env("NODE_NO_WARNINGS", "1"))
}

/// Bundles the extension for these browsers, where that is out of date.
pub fn build_extension(browsers: &[Browser]) -> Result<()> {
    let dist = root().join("dist");
    fs::create_dir_all(&dist)?;
    let script = root().join("extension/build.mjs");
    let version = env!("CARGO_PKG_VERSION");
    let inputs = ["extension", "package-lock.json", "tsconfig.json"];
    // Where one browser's alone is built, the other's is out of date.
    let words = browsers.iter().fold(Inputs::new().word(version), |inputs, browser| inputs.word(browser.name()));
    let inputs = inputs.iter().try_fold(words, |inputs, path| inputs.path(&root().join(path)))?;
    let modules = [Module::Engine, Module::Writer].map(Module::folder);
    let files = modules.iter().flat_map(|folder| ["lectern.js", "lectern_bg.wasm"].map(|file| folder.join(file)));
    let inputs = files.into_iter().try_fold(inputs, |inputs, file| inputs.path(&file))?;
    inputs.unless_made(&dist.join(".stamp"), || {
        let mut node =
            command("node", [script.as_path(), "--engine".as_ref(), &Module::Engine.folder(), "--out".as_ref(), &dist]);
        node.args(["--version", version]).args(browsers.iter().flat_map(|browser| ["--browser", browser.name()]));
        run(&mut node).context("the extension could not be bundled")
    })?;
    Ok(())
}

/// How long `bytes` are when compressed as a server or a store would.
pub fn gzipped_len(bytes: &[u8]) -> Result<usize> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?.len())
}
