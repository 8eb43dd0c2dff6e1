//! Any bytes as a file off the network: it is the tree of html5ever and, serialised, what the tokenizer reads.

#![no_main]

lectern_fuzz::target!(parsers_agree, oracle_agrees);
