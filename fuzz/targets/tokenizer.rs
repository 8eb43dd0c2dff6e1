//! Any bytes as a document that a browser serialised.

#![no_main]

#[allow(dead_code, reason = "a target needs its own part of it")]
#[path = "../invariants.rs"]
mod invariants;
#[allow(dead_code, reason = "a target needs its own part of it")]
#[path = "../page.rs"]
mod page;

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    invariants::reads_anything(&String::from_utf8_lossy(data));
});
