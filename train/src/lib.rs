//! What training and measuring share: how files are read, which pages are held out together, and twins of pages without modern signals.

pub mod decode;
pub mod plain;
pub mod random;
pub mod split;
