//! Repeatable chance: a number that depends on nothing but what is asked.

/// A number in 0..1 for these keys, always the same.
pub fn unit(keys: &[u64]) -> f32 {
    (hash(keys) >> 40) as f32 / (1u64 << 24) as f32
}

/// A well-mixed hash of these keys (the finalizer of SplitMix64).
pub fn hash(keys: &[u64]) -> u64 {
    let mut state = 0x5851_f42d_4c95_7f2d_u64;
    for &key in keys {
        state = (state ^ key).wrapping_add(0x9e37_79b9_7f4a_7c15);
        state = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        state = (state ^ (state >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        state ^= state >> 31;
    }
    state
}

/// The hash of a text.
pub fn text(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
