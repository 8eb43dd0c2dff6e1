//! What other extractors reach on exactly these pages, as the corpora's README records it.

/// Names of the peers, in the order of [`main_figures`].
pub const PEERS: [&str; 4] = ["dom_smoothie", "legible", "trafilatura", "rs-trafilatura"];

/// The main figure of each peer on a set: mean bag F1, or snippet F1 where the set has snippets only.
pub fn main_figures(set: &str) -> Option<[f64; 4]> {
    Some(match set {
        "scrapinghub" => [0.958, 0.914, 0.965, 0.957],
        "wcxb" => [0.811, 0.802, 0.857, 0.871],
        "fundus" => [0.923, 0.898, 0.949, 0.932],
        "zh-handmade" => [0.913, 0.914, 0.880, 0.803],
        "trafilatura" => [0.887, 0.885, 0.918, 0.890],
        "postlight" => [0.905, 0.916, 0.866, 0.848],
        "mozilla" => [0.999, 1.000, 0.946, 0.889],
        _ => return None,
    })
}

/// The best peer on a set and its main figure.
pub fn best(set: &str) -> Option<(&'static str, f64)> {
    let figures = main_figures(set)?;
    PEERS.into_iter().zip(figures).max_by(|(_, a), (_, b)| a.total_cmp(b))
}

/// The share of pages below .5 of the peer that has fewest of them, of the four above as run with their defaults.
pub fn lowest_low(set: &str) -> Option<f64> {
    Some(match set {
        "scrapinghub" => 0.0097,
        "wcxb" => 0.0979,
        "fundus" => 0.0128,
        "zh-handmade" => 0.0476,
        _ => return None,
    })
}
