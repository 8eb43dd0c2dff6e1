//! The running text of a block itself: what is neither a block nor in one.

use super::Inline;
use super::block::{Body, Media};

impl Body {
    /// The running text of this block itself, in reading order.
    pub fn content(&self) -> Vec<&[Inline]> {
        match self {
            Body::Paragraph { content } | Body::Heading { content, .. } | Body::Verse { content } => vec![content],
            Body::Figure { caption: content, .. }
            | Body::Media(Media { caption: content, .. })
            | Body::Table { caption: content, .. }
            | Body::Quote { cite: content, .. }
            | Body::Details { summary: content, .. }
            | Body::Callout { title: content, .. } => vec![content],
            _ => Vec::new(),
        }
    }

    /// As [`Body::content`], to change.
    pub fn content_mut(&mut self) -> Vec<&mut Vec<Inline>> {
        match self {
            Body::Paragraph { content } | Body::Heading { content, .. } | Body::Verse { content } => vec![content],
            Body::Figure { caption: content, .. }
            | Body::Media(Media { caption: content, .. })
            | Body::Table { caption: content, .. }
            | Body::Quote { cite: content, .. }
            | Body::Details { summary: content, .. }
            | Body::Callout { title: content, .. } => vec![content],
            _ => Vec::new(),
        }
    }
}
