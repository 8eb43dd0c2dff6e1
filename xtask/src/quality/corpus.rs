//! The development corpora: found beside the repository, unpacked once into `target/corpus`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::root::{root, target};
use crate::score::Truth;
use crate::set;

/// One collection of pages, unpacked.
pub struct Corpus {
    pub name: String,
    pub dir: PathBuf,
    pub truth: Vec<Truth>,
}

impl Corpus {
    /// The file of a page.
    pub fn page(&self, id: &str) -> PathBuf {
        page(&self.dir, id)
    }
}

/// Where sets are unpacked, and where training leaves its models.
pub fn folder() -> PathBuf {
    target().join("corpus")
}

/// The folder with the archives: `shared/corpus` beside the repository or beside any folder above it.
pub fn archives() -> Option<PathBuf> {
    root().ancestors().skip(1).map(|folder| folder.join("shared/corpus")).find(|folder| folder.is_dir())
}

/// The named sets, or all of them, unpacked where they are not yet.
pub fn open(names: &[String]) -> Result<Vec<Corpus>> {
    let all = all_names()?;
    let names = if names.is_empty() { &all } else { names };
    names.iter().map(|name| open_one(name).with_context(|| format!("set {name} (there are: {})", all.join(", ")))).collect()
}

fn all_names() -> Result<Vec<String>> {
    let Some(archives) = archives() else {
        bail!("no corpora: shared/corpus is not beside the repository (see CONTRIBUTING.md)");
    };
    let mut names = Vec::new();
    for entry in fs::read_dir(&archives)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        names.extend(name.strip_suffix(".tar.xz").map(str::to_owned));
    }
    names.sort();
    Ok(names)
}

fn open_one(name: &str) -> Result<Corpus> {
    let dir = folder().join(name);
    if !dir.is_dir() {
        let archive = archives().map(|folder| folder.join(format!("{name}.tar.xz"))).filter(|archive| archive.exists());
        unpack(&archive.context("there is no such archive")?, &dir)?;
    }
    let mut truth: Vec<Truth> = set::read_jsonl(&dir.join("truth.jsonl"))?;
    truth.sort_by(|a, b| a.id.cmp(&b.id));
    for row in &truth {
        let page = page(&dir, &row.id);
        if !page.exists() {
            bail!("{} is missing: remove {} to have it unpacked again", page.display(), dir.display());
        }
    }
    Ok(Corpus { name: name.to_owned(), dir, truth })
}

fn page(dir: &Path, id: &str) -> PathBuf {
    dir.join("html").join(id).with_added_extension("html")
}

/// Unpacks beside the final folder first, so that what is there is whole.
fn unpack(archive: &Path, dir: &Path) -> Result<()> {
    println!("unpacking {}", archive.display());
    let parts = dir.with_added_extension("part");
    fs::create_dir_all(&parts)?;
    let status = Command::new("tar").arg("-xJf").arg(archive).arg("-C").arg(&parts).status().context("cannot run tar")?;
    if !status.success() {
        bail!("tar could not unpack {}", archive.display());
    }
    let name = dir.file_name().context("a set has a name")?;
    fs::rename(parts.join(name), dir)?;
    fs::remove_dir_all(parts)?;
    Ok(())
}
