//! What an element's attributes say that few elements say: told while they are read, so that nobody goes through the
//! attributes of all elements for it again.

use super::posts::signs;
use crate::metadata::clues;
use crate::metadata::filter::Filter;

/// What is said, one bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Said(u16);

impl Said {
    /// An author, a date or a headline of the page, by a name, a relation or an address.
    pub const AUTHOR: Said = Said(1);
    /// See [`Said::AUTHOR`].
    pub const DATE: Said = Said(1 << 1);
    /// See [`Said::AUTHOR`].
    pub const HEADLINE: Said = Said(1 << 2);
    /// Who writes a post, by a class.
    pub const WRITER: Said = Said(1 << 3);
    /// When a post was written, by a class.
    pub const TIME: Said = Said(1 << 4);
    /// Who writes a post, by the address of a link.
    pub const MEMBER: Said = Said(1 << 5);
    /// Who writes a post, by the relation of a link.
    pub const RELATED: Said = Said(1 << 6);
    /// A type or a property: `itemtype`, `itemprop`, `property`.
    pub const ITEM: Said = Said(1 << 7);
    /// It has an attribute that may hide it.
    pub const MAY_HIDE: Said = Said(1 << 8);

    /// True when any of this is said.
    pub fn any(self, of: Said) -> bool {
        self.0 & of.0 != 0
    }

    /// What a word of a name says.
    pub fn by_word(word: &str) -> Said {
        static OUTLINES: Filter<32> =
            Filter::outlines(&[clues::AUTHORS, clues::DATES, clues::HEADLINES, signs::AUTHORS, signs::TIMES]);
        // Most words are on none of these lists.
        if !OUTLINES.may_have_outline(word) {
            return Said::default();
        }
        let when_in = |list: &[&str], said: Said| {
            if list.iter().any(|each| each.eq_ignore_ascii_case(word)) { said } else { Said::default() }
        };
        when_in(clues::AUTHORS, Said::AUTHOR)
            | when_in(clues::DATES, Said::DATE)
            | when_in(clues::HEADLINES, Said::HEADLINE)
            | when_in(signs::AUTHORS, Said::WRITER)
            | when_in(signs::TIMES, Said::TIME)
    }

    /// What the address of a link says.
    pub fn by_address(href: &str) -> Said {
        let author = if clues::is_profile(href) { Said::AUTHOR } else { Said::default() };
        author | if signs::is_profile(href) { Said::MEMBER } else { Said::default() }
    }

    /// What the relation of a link, or of another element, says.
    pub fn by_relation(rel: &str, is_link: bool) -> Said {
        let is_author = |each: &str| each.eq_ignore_ascii_case("author");
        let author = if is_link && rel.split_ascii_whitespace().any(is_author) { Said::AUTHOR } else { Said::default() };
        author | if is_author(rel) { Said::RELATED } else { Said::default() }
    }

    /// Of what a name says, what counts of an identifier: its classes say what is a post's.
    pub fn of_page(self) -> Said {
        Said(self.0 & (Said::AUTHOR.0 | Said::DATE.0 | Said::HEADLINE.0))
    }
}

impl std::ops::BitOr for Said {
    type Output = Said;

    fn bitor(self, other: Said) -> Said {
        Said(self.0 | other.0)
    }
}

impl std::ops::BitOrAssign for Said {
    fn bitor_assign(&mut self, other: Said) {
        self.0 |= other.0;
    }
}
