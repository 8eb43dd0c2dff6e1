//! What the commands need from the machine: each thing is made ready when it is first needed.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::process::{capture, command, exists, read, run};
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

/// A browser that the tests drive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Browser {
    Chromium,
    Firefox,
}

impl Browser {
    /// Both.
    pub const ALL: [Browser; 2] = [Browser::Chromium, Browser::Firefox];

    /// Its name in commands, folders and scripts.
    pub fn name(self) -> &'static str {
        match self {
            Browser::Chromium => "chromium",
            Browser::Firefox => "firefox",
        }
    }

    /// Names of its program, the usual one first.
    fn programs(self) -> &'static [&'static str] {
        match self {
            Browser::Chromium => &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
            Browser::Firefox => &["firefox-esr", "firefox"],
        }
    }

    /// The environment variable that names its program.
    pub fn variable(self) -> &'static str {
        match self {
            Browser::Chromium => "CHROMIUM",
            Browser::Firefox => "FIREFOX",
        }
    }

    /// The browser's program; installs it where it is missing and that is possible.
    pub fn program(self) -> Result<PathBuf> {
        if let Some(program) = self.find() {
            return Ok(program);
        }
        let [package, ..] = self.programs() else { bail!("{self:?} has no package") };
        install(package)?;
        self.find().with_context(|| {
            let variable = self.variable();
            format!("no {} found: install it (Debian: apt-get install {package}), or name its program in {variable}", self.name())
        })
    }

    fn find(self) -> Option<PathBuf> {
        if let Some(named) = std::env::var_os(self.variable()) {
            return Some(PathBuf::from(named));
        }
        let folders: Vec<PathBuf> = std::env::split_paths(&std::env::var_os("PATH")?).collect();
        let candidates = self.programs().iter().flat_map(|program| folders.iter().map(move |folder| folder.join(program)));
        candidates.into_iter().find(|path| path.is_file())
    }
}

/// Makes sure that the program that counts instructions is there.
pub fn valgrind() -> Result<()> {
    if !exists("valgrind") {
        install("valgrind")?;
    }
    if !exists("valgrind") {
        bail!("valgrind is not installed: install it (Debian: apt-get install valgrind)");
    }
    Ok(())
}

/// Installs a package of Debian's, where that is possible.
fn install(package: &str) -> Result<()> {
    if !is_root() || !exists("apt-get") {
        return Ok(());
    }
    println!("installing {package}");
    run(&mut command("apt-get", ["update", "-q"]))?;
    run(command("apt-get", ["install", "-qy", "--no-install-recommends", package]).env("DEBIAN_FRONTEND", "noninteractive"))
}

fn is_root() -> bool {
    capture(&mut command("id", ["-u"])).is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}
