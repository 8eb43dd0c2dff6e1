//! Any bytes as a file off the network: it is the tree of html5ever and, serialised, what the tokenizer reads.

#![no_main]

#[allow(dead_code, reason = "a target needs its own part of it")]
#[path = "../invariants.rs"]
mod invariants;
#[allow(dead_code, reason = "a target needs its own part of it")]
#[path = "../page.rs"]
mod page;

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let document = String::from_utf8_lossy(data);
    invariants::parsers_agree(&document);
    invariants::oracle_agrees(&document);
});
