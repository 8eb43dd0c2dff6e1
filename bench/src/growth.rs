//! Pages of one pattern, again and again, each in two sizes: what is not linear in some pattern grows faster than the page.

use crate::readers::core;
use crate::scale::KINDS;

#[path = "../../fuzz/pieces.rs"]
mod pieces;

use pieces::PIECES;

/// Repetitions in the smaller page: more than the bounds that parsers have, up to which anything grows.
const REPETITIONS: usize = 2_500;
/// The larger page is so many times as large.
const FACTOR: usize = 3;

/// Reads each pattern of one of `parts` parts in both sizes, the smaller first, and gives their names. The instructions of each
/// reading are counted by whoever runs this.
pub fn read_part(part: usize, parts: usize) -> Vec<String> {
    // The first reading reads the model too.
    core("");
    let mut names = Vec::new();
    let mut turns = (0..parts).cycle();
    let mut read = |name: String, make: &dyn Fn(usize) -> String| {
        if turns.next() == Some(part) {
            core(&make(REPETITIONS));
            core(&make(REPETITIONS * FACTOR));
            names.push(name);
        }
    };
    for (name, make) in KINDS {
        read((*name).to_owned(), &|n| make(4 * n));
    }
    let text = PIECES.iter().max_by_key(|piece| piece.len()).copied().unwrap_or_default();
    for (at, piece) in PIECES.iter().enumerate() {
        // Each by itself, and with another of which nobody has thought.
        let other = PIECES[(at * 31 + 17) % PIECES.len()];
        for pattern in [(*piece).to_owned(), format!("{piece}{other}")] {
            read(pattern.clone(), &|n| format!("<body><p>{text}</p>{}{text}", pattern.repeat(n)));
        }
    }
    names
}
