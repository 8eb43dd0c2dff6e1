//! Any bytes as a document that a browser serialised.

#![no_main]

#[path = "../invariants.rs"]
mod invariants;
#[path = "../page.rs"]
mod page;

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    invariants::reads_anything(&String::from_utf8_lossy(data));
});
