//! Any bytes as an article that was kept: whatever it holds, what is written of it is allowed.

#![no_main]

#[allow(dead_code, reason = "a target needs its own part of it")]
#[path = "../invariants.rs"]
mod invariants;
#[allow(dead_code, reason = "a target needs its own part of it")]
#[path = "../page.rs"]
mod page;

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    invariants::kept_article_is_clean(&String::from_utf8_lossy(data));
});
