//! `package`: what stores take, and the sources that their reviewers build it from. The same sources give the same
//! bytes, on whatever machine and in whatever folder.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::build::build;
use crate::npm;
use crate::process::{command, read};
use crate::root::root;

/// Write what the stores take to `dist/packages`: Chromium's zip, Firefox's xpi, the sources for reviewers, the npm package.
#[derive(clap::Args)]
pub struct Args {}

/// The command.
pub fn run_command(_: &Args) -> Result<()> {
    build()?;
    let out = root().join("dist/packages");
    fs::create_dir_all(&out)?;
    let named = |ending: &str| out.join(format!("lectern-{}{ending}", env!("CARGO_PKG_VERSION")));
    let mut packages = Vec::new();
    for (browser, ending) in [("chromium", "-chromium.zip"), ("firefox", "-firefox.xpi")] {
        let folder = root().join("dist").join(browser);
        pack(&folder, "", &below(&folder)?, &named(ending))?;
        packages.push(named(ending));
    }
    match sources()? {
        Some(files) => {
            let folder = format!("lectern-{}/", env!("CARGO_PKG_VERSION"));
            pack(root(), &folder, &files, &named("-source.zip"))?;
            packages.push(named("-source.zip"));
        }
        None => println!("no archive of the sources: this is one, without a repository"),
    }
    packages.push(npm::pack(&out)?);
    for package in packages {
        let bytes = fs::read(&package)?;
        let name = package.file_name().unwrap_or_default().to_string_lossy();
        println!("{} {name}, {} bytes", hex(&Sha256::digest(&bytes)), bytes.len());
    }
    Ok(())
}

/// The built files that name a folder of this machine: their bytes would be others elsewhere.
pub fn traces_of_this_machine() -> Result<Vec<String>> {
    let homes = std::env::home_dir().into_iter().chain(std::env::var_os("CARGO_HOME").map(PathBuf::from));
    let folders: Vec<String> = homes.chain([root().to_owned()]).map(|folder| format!("{}/", folder.display())).collect();
    let mut traces = Vec::new();
    for browser in ["chromium", "firefox"] {
        let folder = root().join("dist").join(browser);
        for name in below(&folder)? {
            let bytes = fs::read(folder.join(&name))?;
            // A folder whose name is a few letters long is in any file.
            let holds = |needle: &str| needle.len() > 5 && bytes.windows(needle.len()).any(|window| window == needle.as_bytes());
            traces.extend(folders.iter().filter(|path| holds(path)).map(|path| format!("{browser}/{name} names {path}")));
        }
    }
    Ok(traces)
}

/// Writes `files` of `folder` as a zip archive that holds nothing of when and where it was made: entries in the order
/// of their names, one time, one mode. Compressed in Rust alone: zlib-rs chooses by what the processor can do.
fn pack(folder: &Path, prefix: &str, files: &[String], archive: &Path) -> Result<()> {
    let mut zip = ZipWriter::new(File::create(archive).with_context(|| format!("cannot write {}", archive.display()))?);
    for name in files {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .compression_level(Some(9))
            .last_modified_time(DateTime::default())
            .unix_permissions(if is_executable(name) { 0o755 } else { 0o644 });
        zip.start_file(format!("{prefix}{name}"), options)?;
        let path = folder.join(name);
        zip.write_all(&fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?)?;
    }
    zip.finish()?;
    Ok(())
}

/// What a person starts by its name.
fn is_executable(name: &str) -> bool {
    name == ".ci/run"
}

/// The files below a folder, by their paths in it, sorted.
fn below(folder: &Path) -> Result<Vec<String>> {
    let mut folders = vec![PathBuf::new()];
    let mut files = Vec::new();
    while let Some(inner) = folders.pop() {
        for entry in fs::read_dir(folder.join(&inner)).with_context(|| format!("cannot read {}", folder.display()))? {
            let entry = entry?;
            let path = inner.join(entry.file_name());
            if entry.file_type()?.is_dir() {
                folders.push(path);
            } else {
                files.push(path.to_string_lossy().replace('\\', "/"));
            }
        }
    }
    files.sort_unstable();
    Ok(files)
}

/// The files that git knows, sorted; none where this is no repository but an archive of one.
fn sources() -> Result<Option<Vec<String>>> {
    if !root().join(".git").exists() {
        return Ok(None);
    }
    let listed = read(&mut command("git", ["ls-files", "-z"]))?;
    let mut files: Vec<String> = listed.split_terminator('\0').map(str::to_owned).collect();
    // What was deleted and not yet committed is listed too.
    files.retain(|file| root().join(file).is_file());
    files.sort_unstable();
    Ok(Some(files))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    #[test]
    fn an_archive_holds_nothing_of_when_it_was_made() {
        let folder = std::env::temp_dir().join(format!("lectern-package-{}", std::process::id()));
        fs::create_dir_all(folder.join("in/b")).unwrap();
        let write = |name: &str| fs::write(folder.join("in").join(name), name.repeat(40)).unwrap();
        let packed = |archive: &str| {
            let files = below(&folder.join("in")).unwrap();
            assert_eq!(files, ["a", "b/c", "z"]);
            pack(&folder.join("in"), "p/", &files, &folder.join(archive)).unwrap();
            fs::read(folder.join(archive)).unwrap()
        };
        ["z", "a", "b/c"].into_iter().for_each(write);
        let first = packed("first.zip");
        ["b/c", "a", "z"].into_iter().for_each(|name| fs::remove_file(folder.join("in").join(name)).unwrap());
        ["a", "b/c", "z"].into_iter().for_each(write);
        let later = File::options().write(true).open(folder.join("in/a")).unwrap();
        later.set_modified(std::time::SystemTime::UNIX_EPOCH).unwrap();
        assert_eq!(packed("second.zip"), first);
        fs::remove_dir_all(&folder).unwrap();
    }
}
