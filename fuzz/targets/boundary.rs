//! Any bytes as what crosses the boundary: choices and layout facts in the first line, the page below.

#![no_main]

#[allow(dead_code, reason = "a target needs its own part of it")]
#[path = "../invariants.rs"]
mod invariants;
#[allow(dead_code, reason = "a target needs its own part of it")]
#[path = "../page.rs"]
mod page;

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    invariants::choices_are_survived(&String::from_utf8_lossy(data));
});
