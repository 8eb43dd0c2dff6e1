//! What every target shares: the invariants, and how the fuzzer's bytes come to them.

pub mod invariants;
pub mod page;

/// A target that holds these invariants for any bytes, taken as text.
#[macro_export]
macro_rules! target {
    ($($invariant:ident),+) => {
        libfuzzer_sys::fuzz_target!(|data: &[u8]| {
            let text = String::from_utf8_lossy(data);
            $($crate::invariants::$invariant(&text);)+
        });
    };
}
