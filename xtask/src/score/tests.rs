//! The scorer gives `score.py`'s figures.
