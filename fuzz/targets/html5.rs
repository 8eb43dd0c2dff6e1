//! Any bytes as a file off the network: what html5ever builds, serialised, is what the tokenizer reads.

#![no_main]

#[path = "../invariants.rs"]
mod invariants;
#[path = "../page.rs"]
mod page;

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    invariants::parsers_agree(&String::from_utf8_lossy(data));
});
