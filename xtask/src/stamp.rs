//! Whether something made from files is still up to date: a stamp holds a hash of what it was made from.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// A hash of what something is made from.
pub struct Inputs(DefaultHasher);

impl Inputs {
    /// No input yet.
    pub fn new() -> Inputs {
        Inputs(DefaultHasher::new())
    }

    /// Adds a word, such as a version.
    pub fn word(mut self, word: &str) -> Inputs {
        word.hash(&mut self.0);
        self
    }

    /// Adds a file, or all files of a folder.
    pub fn path(mut self, path: &Path) -> Result<Inputs> {
        if path.is_dir() {
            let mut entries = fs::read_dir(path)?.map(|entry| Ok(entry?.path())).collect::<Result<Vec<PathBuf>>>()?;
            entries.sort();
            return entries.iter().try_fold(self, |inputs, entry| inputs.path(entry));
        }
        path.hash(&mut self.0);
        fs::read(path).with_context(|| format!("cannot read {}", path.display()))?.hash(&mut self.0);
        Ok(self)
    }

    /// Calls `make` unless `stamp` says that it was called with these inputs; true when it was called now.
    pub fn unless_made(self, stamp: &Path, make: impl FnOnce() -> Result<()>) -> Result<bool> {
        let hash = self.0.finish().to_string();
        if fs::read_to_string(stamp).is_ok_and(|old| old == hash) {
            return Ok(false);
        }
        let _ = fs::remove_file(stamp);
        make()?;
        fs::write(stamp, hash).with_context(|| format!("cannot write {}", stamp.display()))?;
        Ok(true)
    }
}
