//! Plain text: a newline between blocks.

use crate::article::Block;

/// The text of `blocks`, a newline between them.
pub fn text(blocks: &[Block]) -> String {
    let _ = blocks;
    String::new()
}
