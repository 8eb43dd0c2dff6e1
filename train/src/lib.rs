//! What training and measuring share: which pages are held out together, and twins of pages without modern signals.

pub mod plain;
pub mod random;
pub mod split;
