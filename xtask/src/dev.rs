//! `dev`: a browser with the extension, which follows the sources as they are saved.

use std::collections::HashMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::{Duration, Instant, SystemTime};

use anyhow::{Context, Result};

use crate::browser::script;
use crate::build::{build, build_extension};
use crate::root::root;
use crate::setup::Browser;

/// Open a browser on a sample article, and after each change of the sources rebuild the extension, reload it, and click again.
#[derive(clap::Args)]
pub struct Args {
    /// The browser.
    #[arg(default_value = "chromium")]
    browser: Browser,
    /// File to open instead of the sample.
    #[arg(long, value_name = "FILE")]
    page: Option<PathBuf>,
}

/// How often the sources are looked at: often enough that nobody waits for it, seldom enough that it costs nothing.
const EVERY: Duration = Duration::from_millis(100);

/// What the extension is bundled from, and what its modules are compiled from.
const BUNDLED: [&str; 1] = ["extension"];
const COMPILED: [&str; 2] = ["src", "Cargo.toml"];

/// The command.
pub fn run_command(args: &Args) -> Result<()> {
    let mut script = script("tests/browser/dev.mjs", args.browser)?;
    if let Some(page) = &args.page {
        script.arg("--page").arg(fs::canonicalize(page).with_context(|| format!("there is no {}", page.display()))?);
    }
    let mut browser = script.stdin(Stdio::piped()).spawn().context("node cannot be started")?;
    let mut reload = browser.stdin.take().context("the script has an input")?;
    let (mut bundled, mut compiled) = (Sources::of(&BUNDLED), Sources::of(&COMPILED));
    while browser.try_wait()?.is_none() {
        std::thread::sleep(EVERY);
        let is_compiled = compiled.changed();
        if !is_compiled && !bundled.changed() {
            continue;
        }
        let start = Instant::now();
        let (what, built) = if is_compiled { ("Rust", build()) } else { ("the extension", build_extension(&[args.browser])) };
        match built {
            // What does not compile says so itself; the next change may mend it.
            Err(error) => println!("{error:#}"),
            Ok(()) => {
                println!("{what} built in {:.2} s", start.elapsed().as_secs_f64());
                // Where the browser was closed, the loop ends.
                let _ = writeln!(reload, "reload");
            }
        }
    }
    Ok(())
}

/// When each of some files was last written.
struct Sources {
    paths: Vec<PathBuf>,
    written: HashMap<PathBuf, SystemTime>,
}

impl Sources {
    fn of(paths: &[&str]) -> Sources {
        let paths: Vec<PathBuf> = paths.iter().map(|path| root().join(path)).collect();
        let written = written(&paths);
        Sources { paths, written }
    }

    /// Whether a file was written, added or removed since the last time.
    fn changed(&mut self) -> bool {
        let now = written(&self.paths);
        let changed = now != self.written;
        self.written = now;
        changed
    }
}

fn written(paths: &[PathBuf]) -> HashMap<PathBuf, SystemTime> {
    let mut files = HashMap::new();
    for path in paths {
        note(path, &mut files);
    }
    files
}

/// A file may be gone before it is looked at: it is written anew, or it is gone.
fn note(path: &Path, files: &mut HashMap<PathBuf, SystemTime>) {
    if path.is_dir() {
        for entry in fs::read_dir(path).into_iter().flatten().flatten() {
            note(&entry.path(), files);
        }
    } else if let Ok(time) = fs::metadata(path).and_then(|about| about.modified()) {
        files.insert(path.to_owned(), time);
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    #[test]
    fn sources_change_when_a_file_is_written_added_or_removed() {
        let folder = std::env::temp_dir().join(format!("lectern-dev-{}", std::process::id()));
        fs::create_dir_all(folder.join("inner")).unwrap();
        let file = folder.join("inner/view.ts");
        fs::write(&file, "1").unwrap();
        let mut sources = Sources { paths: vec![folder.clone()], written: written(std::slice::from_ref(&folder)) };
        assert!(!sources.changed());
        fs::File::options().write(true).open(&file).unwrap().set_modified(SystemTime::UNIX_EPOCH).unwrap();
        assert!(sources.changed());
        assert!(!sources.changed());
        fs::write(folder.join("new.css"), "").unwrap();
        assert!(sources.changed());
        fs::remove_file(&file).unwrap();
        assert!(sources.changed());
        fs::remove_dir_all(&folder).unwrap();
    }
}
