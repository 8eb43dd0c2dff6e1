//! Any bytes as what crosses the boundary: choices and layout facts in the first line, the page below.

#![no_main]

lectern_fuzz::target!(choices_are_survived);
