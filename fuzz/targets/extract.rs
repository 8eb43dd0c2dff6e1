//! Any bytes as a page to read: the article holds nothing that is not allowed and nothing that is not in the page.

#![no_main]

#[allow(dead_code, reason = "a target needs its own part of it")]
#[path = "../invariants.rs"]
mod invariants;
#[allow(dead_code, reason = "a target needs its own part of it")]
#[path = "../page.rs"]
mod page;

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    invariants::article_is_clean(&String::from_utf8_lossy(data));
});
