//! Reads pages with the core and its peers, each in turn on one thread, and writes the milliseconds of each as JSON.
//!
//! `lectern-bench FILE…` reads each file with every reader; the readers take turns in being first. `lectern-bench --core
//! FILE…` reads with the core alone and says nothing: that is what instructions are counted of. `lectern-bench --scale KIND
//! N` reads one page that is made, and `lectern-bench --kinds` lists the kinds there are. `lectern-bench --growth PART PARTS`
//! reads pages of one pattern in two sizes, for one of so many parts of the patterns, and lists those.

mod growth;
mod readers;
mod scale;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Duration;

use anyhow::{Context, Result};
use serde_json::{Map, Value, json};

use readers::{READERS, core};

fn main() -> Result<()> {
    let mut files: Vec<String> = std::env::args().skip(1).collect();
    match files.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["--kinds"] => {
            println!("{}", json!(scale::KINDS.iter().map(|(name, _)| name).collect::<Vec<_>>()));
            return Ok(());
        }
        ["--scale", kind, n] => {
            let (_, make) = scale::KINDS.iter().find(|(name, _)| name == kind).context("no such kind of page")?;
            let scale::Cost { bytes, elements, time, memory } = scale::cost(*make, n.parse()?);
            println!("{}", json!({ "bytes": bytes, "elements": elements, "ms": time.as_secs_f64() * 1e3, "memory": memory }));
            return Ok(());
        }
        ["--growth", part, parts] => {
            println!("{}", json!(growth::read_part(part.parse()?, parts.parse()?)));
            return Ok(());
        }
        _ => {}
    }
    if files.first().is_some_and(|first| first == "--core") {
        for file in files.drain(1..) {
            core(&read(&file)?);
        }
        return Ok(());
    }
    // What a peer says when it panics is not for the reader of the table.
    std::panic::set_hook(Box::new(|_| {}));
    let pages = files.iter().enumerate().map(|(turn, file)| time(turn, file)).collect::<Result<Vec<Value>>>()?;
    println!("{}", Value::Array(pages));
    Ok(())
}

/// The milliseconds of each reader on one page; `null` for one that panics.
fn time(turn: usize, file: &str) -> Result<Value> {
    let html = read(file)?;
    let mut ms = Map::new();
    for at in 0..READERS.len() {
        let (name, reader) = READERS[(turn + at) % READERS.len()];
        let start = processor_time();
        let outcome = catch_unwind(AssertUnwindSafe(|| reader(&html)));
        let time = (processor_time() - start).as_secs_f64() * 1e3;
        ms.insert(name.to_owned(), outcome.map_or(Value::Null, |()| json!(time)));
    }
    Ok(json!({ "file": file, "bytes": html.len(), "ms": ms }))
}

fn read(file: &str) -> Result<String> {
    let bytes = std::fs::read(file).with_context(|| format!("cannot read {file}"))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// This thread's, which other work on the machine does not lengthen.
fn processor_time() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Duration::new(time.tv_sec.unsigned_abs(), u32::try_from(time.tv_nsec).unwrap_or_default())
}
