//! What every element inherits from those around it: depth, semantic flags, sums of learned name weights.

use super::lexicon::{Lexicon, Names};
use super::said::Said;
use crate::page::{NodeMap, Page, Tag};

/// What an element and its ancestors are, one bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Flags(pub u32);

impl Flags {
    /// Names of the bits, lowest first.
    pub const NAMES: [&'static str; 22] = [
        "article",
        "main",
        "section",
        "nav",
        "aside",
        "header",
        "footer",
        "form",
        "list",
        "table",
        "quote",
        "figure",
        "link",
        "heading",
        "definition",
        "button",
        "paragraph",
        "body-item",
        "comment-item",
        "complementary",
        "dialog",
        "live",
    ];

    const ARTICLE: u32 = 1;
    const MAIN: u32 = 1 << 1;
    const SECTION: u32 = 1 << 2;
    pub(super) const NAV: u32 = 1 << 3;
    pub(super) const ASIDE: u32 = 1 << 4;
    const HEADER: u32 = 1 << 5;
    pub(super) const FOOTER: u32 = 1 << 6;
    pub(super) const FORM: u32 = 1 << 7;
    const LIST: u32 = 1 << 8;
    pub(super) const TABLE: u32 = 1 << 9;
    pub(super) const QUOTE: u32 = 1 << 10;
    /// In a `figure`.
    pub const FIGURE: u32 = 1 << 11;
    const LINK: u32 = 1 << 12;
    const HEADING: u32 = 1 << 13;
    const DEFINITION: u32 = 1 << 14;
    pub(super) const BUTTON: u32 = 1 << 15;
    const PARAGRAPH: u32 = 1 << 16;
    const BODY_ITEM: u32 = 1 << 17;
    pub(super) const COMMENT_ITEM: u32 = 1 << 18;
    const COMPLEMENTARY: u32 = 1 << 19;
    pub(super) const DIALOG: u32 = 1 << 20;
    const LIVE: u32 = 1 << 21;
    /// In what holds program text. It has no name above: the model does not know it.
    pub(super) const CODE: u32 = 1 << 22;

    /// True when any of these bits is set.
    pub fn any(self, bits: u32) -> bool {
        self.0 & bits != 0
    }

    /// Says of itself that it is an article.
    pub fn is_article(self) -> bool {
        self.0 & Flags::ARTICLE != 0
    }

    fn of_tag(tag: Tag) -> u32 {
        match tag {
            Tag::Article => Flags::ARTICLE,
            Tag::Main => Flags::MAIN,
            Tag::Section => Flags::SECTION,
            Tag::Nav | Tag::Menu => Flags::NAV,
            Tag::Aside => Flags::ASIDE,
            Tag::Header => Flags::HEADER,
            Tag::Footer => Flags::FOOTER,
            Tag::Form | Tag::Fieldset => Flags::FORM,
            Tag::Ul | Tag::Ol => Flags::LIST,
            Tag::Table => Flags::TABLE,
            Tag::Blockquote => Flags::QUOTE,
            Tag::Figure => Flags::FIGURE,
            Tag::A => Flags::LINK,
            Tag::H1 | Tag::H2 | Tag::H3 | Tag::H4 | Tag::H5 | Tag::H6 => Flags::HEADING,
            Tag::Dl => Flags::DEFINITION,
            Tag::Button | Tag::Label => Flags::BUTTON,
            Tag::P => Flags::PARAGRAPH,
            Tag::Dialog => Flags::DIALOG,
            _ => 0,
        }
    }

    fn of_attr(name: &str, value: &str) -> u32 {
        match (name, value) {
            ("role", "main") => Flags::MAIN,
            ("role", "article") => Flags::ARTICLE,
            ("role", "navigation" | "menu" | "menubar" | "tablist") => Flags::NAV,
            ("role", "complementary") => Flags::COMPLEMENTARY,
            ("role", "banner") => Flags::HEADER,
            ("role", "contentinfo") => Flags::FOOTER,
            ("role", "search" | "form") => Flags::FORM,
            ("role", "button") => Flags::BUTTON,
            ("role", "dialog" | "alertdialog") => Flags::DIALOG,
            ("role", "heading") => Flags::HEADING,
            ("aria-live", "polite" | "assertive") => Flags::LIVE,
            ("itemprop", "articleBody" | "text" | "reviewBody" | "description") => Flags::BODY_ITEM,
            ("itemprop", "comment") => Flags::COMMENT_ITEM,
            ("itemtype", value) if value.ends_with("/Comment") => Flags::COMMENT_ITEM,
            _ => 0,
        }
    }
}

/// What is known of one element from itself and its ancestors.
#[derive(Clone, Copy, Debug, Default)]
pub struct Element {
    /// Its own flags and all its ancestors'.
    pub flags: Flags,
    /// Its own flags alone.
    pub own_flags: Flags,
    /// What its own attributes say; a text has none.
    pub said: Said,
    /// Number of ancestors.
    pub depth: u32,
    /// Learned weight of its own names.
    pub names: f32,
    /// Sum over itself and its ancestors.
    pub names_sum: f32,
    /// The lowest of itself and its ancestors.
    pub names_min: f32,
    /// The highest of itself and its ancestors.
    pub names_max: f32,
    /// Hash of tag and classes: elements that a site makes alike share it.
    pub signature: u32,
}

/// Surveys every element of the page; texts hold what their parent holds.
pub fn elements(page: &Page, lexicon: &Lexicon<'_>) -> NodeMap<Element> {
    let mut elements: NodeMap<Element> = NodeMap::new(page);
    let mut names = Names::of(page);
    for id in page.nodes() {
        let above = page.parent(id).map(|parent| elements.get(parent)).unwrap_or_default();
        let tag = page.tag(id);
        if tag == Tag::Text {
            elements.set(id, Element { said: Said::default(), ..above });
            continue;
        }
        let mut own = Flags::of_tag(tag);
        let mut is_code = tag == Tag::Pre;
        let mut signature = (tag as u32).wrapping_mul(0x9e37_79b1) ^ 0x85eb_ca6b;
        let mut said = Said::default();
        names.begin(id);
        for (name, value) in page.attrs(id) {
            match name {
                "class" => {
                    let class = names.add(value);
                    said |= class.said;
                    signature ^= class.hash;
                    is_code |= tag == Tag::Div && class.is_code_editor;
                }
                "id" => said |= names.add(value).said.of_page(),
                "data-testid" | "data-test" | "data-role" | "data-qa" | "data-component" | "data-hook" => {
                    said |= names.get(value).said.of_page();
                }
                "href" if tag == Tag::A => said |= Said::by_address(value),
                "rel" => said |= Said::by_relation(value, tag == Tag::A),
                "role" => {
                    names.add_role(value);
                    own |= Flags::of_attr(name, value);
                }
                "itemprop" => {
                    names.add_role(value);
                    own |= Flags::of_attr(name, value);
                    said |= Said::ITEM;
                }
                "itemtype" => {
                    own |= Flags::of_attr(name, value);
                    said |= Said::ITEM;
                }
                "property" => said |= Said::ITEM,
                "aria-live" => own |= Flags::of_attr(name, value),
                "hidden" | "aria-hidden" | "style" => said |= Said::MAY_HIDE,
                _ => {}
            }
        }
        let own_names = lexicon.weight(names.added());
        let element = Element {
            flags: Flags(above.flags.0 | own | if is_code { Flags::CODE } else { 0 }),
            own_flags: Flags(own),
            said,
            depth: above.depth + 1,
            names: own_names,
            names_sum: above.names_sum + own_names,
            names_min: above.names_min.min(own_names),
            names_max: above.names_max.max(own_names),
            signature,
        };
        elements.set(id, element);
    }
    elements
}
