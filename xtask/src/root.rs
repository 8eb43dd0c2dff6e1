//! Where things are.

use std::path::{Path, PathBuf};

/// The workspace's folder.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("."))
}

/// A folder for what the commands make; git ignores it.
pub fn target() -> PathBuf {
    root().join("target")
}
