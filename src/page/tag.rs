//! The names of elements, as one byte each.

macro_rules! tags {
    ($($variant:ident $name:literal,)*) => {
        /// What a node is: an HTML element by name, an element with another name, or a text.
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        #[allow(missing_docs, reason = "a variant is the element of that name")]
        pub enum Tag {
            /// A text node.
            #[default]
            Text,
            /// An element whose name is not in this list: custom or made up, or any foreign element below the
            /// `svg` or `math` element. [`Page::name`](super::Page::name) has its name.
            Unknown,
            $($variant,)*
        }

        /// Every tag, in order.
        const TAGS: &[Tag] = &[Tag::Text, Tag::Unknown, $(Tag::$variant,)*];

        /// Their names.
        static NAMES: [&str; TAGS.len()] = ["", "", $($name,)*];
    };
}

tags! {
    A "a", Abbr "abbr", Address "address", Applet "applet", Area "area", Article "article", Aside "aside",
    Audio "audio", B "b", Base "base", Basefont "basefont", Bdi "bdi", Bdo "bdo", Bgsound "bgsound", Big "big",
    Blink "blink", Blockquote "blockquote", Body "body", Br "br", Button "button", Canvas "canvas", Caption "caption",
    Center "center", Cite "cite", Code "code", Col "col", Colgroup "colgroup", Command "command", Content "content",
    Data "data", Datalist "datalist", Dd "dd", Del "del", Details "details", Dfn "dfn", Dialog "dialog", Dir "dir",
    Div "div", Dl "dl", Dt "dt", Em "em", Embed "embed", Fieldset "fieldset", Figcaption "figcaption", Figure "figure",
    Font "font", Footer "footer", Form "form", Frame "frame", Frameset "frameset", H1 "h1", H2 "h2", H3 "h3", H4 "h4",
    H5 "h5", H6 "h6", Head "head", Header "header", Hgroup "hgroup", Hr "hr", Html "html", I "i", Iframe "iframe",
    Image "image", Img "img", Input "input", Ins "ins", Kbd "kbd", Keygen "keygen", Label "label", Legend "legend",
    Li "li", Link "link", Listing "listing", Main "main", Map "map", Mark "mark", Marquee "marquee", Math "math",
    Menu "menu", Meta "meta", Meter "meter", Nav "nav", Nobr "nobr", Noembed "noembed", Noframes "noframes",
    Noscript "noscript", Object "object", Ol "ol", Optgroup "optgroup", Option "option", Output "output", P "p",
    Param "param", Picture "picture", Plaintext "plaintext", Portal "portal", Pre "pre", Progress "progress", Q "q",
    Rb "rb", Rp "rp", Rt "rt", Rtc "rtc", Ruby "ruby", S "s", Samp "samp", Script "script", Search "search",
    Section "section", Select "select", Slot "slot", Small "small", Source "source", Span "span", Strike "strike",
    Strong "strong", Style "style", Sub "sub", Summary "summary", Sup "sup", Svg "svg", Table "table", Tbody "tbody",
    Td "td", Template "template", Textarea "textarea", Tfoot "tfoot", Th "th", Thead "thead", Time "time",
    Title "title", Tr "tr", Track "track", Tt "tt", U "u", Ul "ul", Var "var", Video "video", Wbr "wbr", Xmp "xmp",
}

impl Tag {
    /// The tag of an HTML element's name in lower case.
    pub fn from_name(name: &str) -> Tag {
        let tag = SLOTS.get(slot(name.as_bytes())).copied().unwrap_or(Tag::Unknown);
        if tag.name() == name { tag } else { Tag::Unknown }
    }

    /// The tag of an HTML element's name, which is the start of `text` of this length, upper and lower case alike.
    pub(super) fn from_any_case(text: &[u8], len: usize) -> Tag {
        let name = text.get(..len).unwrap_or(text);
        let start = text.first_chunk().map_or_else(|| first_bytes(name), |start| u64::from_le_bytes(*start));
        let unused = u64::BITS - (len * 8).clamp(8, 64) as u32;
        // This bit is what makes a letter lower; digits have it, and what is neither is told apart below.
        let lower = (start | 0x2020_2020_2020_2020) << unused >> unused;
        let tag = SLOTS.get(slot_of(lower)).copied().unwrap_or(Tag::Unknown);
        if tag.name().as_bytes().eq_ignore_ascii_case(name) { tag } else { Tag::Unknown }
    }

    /// The element's name; empty for [`Tag::Text`] and [`Tag::Unknown`].
    pub fn name(self) -> &'static str {
        NAMES.get(self as usize).copied().unwrap_or_default()
    }

    /// Elements whose content a browser keeps as text and does not show as such.
    pub fn is_raw_text(self) -> bool {
        use Tag::*;
        matches!(self, Script | Style | Noscript | Iframe | Xmp | Noembed | Noframes | Plaintext)
    }

    /// Elements that never have content.
    pub fn is_void(self) -> bool {
        use Tag::*;
        matches!(
            self,
            Area | Base
                | Basefont
                | Bgsound
                | Br
                | Col
                | Embed
                | Frame
                | Hr
                | Img
                | Input
                | Keygen
                | Link
                | Meta
                | Param
                | Source
                | Track
                | Wbr
        )
    }

    /// Elements that a browser lays out within a line unless a style says otherwise.
    pub fn is_inline(self) -> bool {
        use Tag::*;
        matches!(
            self,
            Text | A
                | Abbr
                | B
                | Bdi
                | Bdo
                | Big
                | Br
                | Cite
                | Code
                | Data
                | Del
                | Dfn
                | Em
                | Font
                | I
                | Img
                | Ins
                | Kbd
                | Label
                | Mark
                | Math
                | Nobr
                | Picture
                | Q
                | Rb
                | Rp
                | Rt
                | Rtc
                | Ruby
                | S
                | Samp
                | Small
                | Span
                | Strike
                | Strong
                | Sub
                | Sup
                | Svg
                | Time
                | Tt
                | U
                | Var
                | Wbr
        )
    }

    /// `h1` to `h6`: the level.
    pub fn heading_level(self) -> Option<u8> {
        match self {
            Tag::H1 => Some(1),
            Tag::H2 => Some(2),
            Tag::H3 => Some(3),
            Tag::H4 => Some(4),
            Tag::H5 => Some(5),
            Tag::H6 => Some(6),
            _ => None,
        }
    }
}

/// A hash table without collisions: a name's slot holds that name's tag or another's.
#[allow(clippy::indexing_slicing, reason = "evaluated by the compiler, which reports an index out of bounds")]
static SLOTS: [Tag; N_SLOTS] = {
    let mut slots = [Tag::Unknown; N_SLOTS];
    let mut at = Tag::Unknown as usize + 1;
    while at < TAGS.len() {
        let slot = &mut slots[slot(NAMES[at].as_bytes())];
        assert!(matches!(slot, Tag::Unknown), "two names share a slot: try another odd FACTOR");
        *slot = TAGS[at];
        at += 1;
    }
    slots
};

const N_SLOTS: usize = 1 << SLOT_BITS;
const SLOT_BITS: u32 = 10;

/// Found by trying: any odd number does that keeps the names apart.
const FACTOR: u64 = 0x503D33449A25957;

/// The slot of a name, told from its first eight bytes: no two names have those in common.
const fn slot(name: &[u8]) -> usize {
    slot_of(first_bytes(name))
}

/// The first eight bytes of a name, the first one lowest.
const fn first_bytes(name: &[u8]) -> u64 {
    let mut key = 0;
    let mut rest = name;
    let mut shift = 0;
    while let [byte, others @ ..] = rest {
        key |= (*byte as u64) << shift;
        shift += 8;
        if shift == 64 {
            break;
        }
        rest = others;
    }
    key
}

/// The slot of a name's first eight bytes.
const fn slot_of(key: u64) -> usize {
    (key.wrapping_mul(FACTOR) >> (u64::BITS - SLOT_BITS)) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The tag of a name, of which nothing or something is behind it.
    fn from_any_case(name: &str) -> Tag {
        let tag = Tag::from_any_case(name.as_bytes(), name.len());
        assert_eq!(tag, Tag::from_any_case(format!("{name} class='x y'>").as_bytes(), name.len()));
        tag
    }

    #[test]
    fn every_name_is_found_and_no_other() {
        for &tag in TAGS.iter().filter(|&&tag| tag > Tag::Unknown) {
            let name = tag.name();
            assert_eq!(Tag::from_name(name), tag);
            assert_eq!(Tag::from_name(&format!("{name}x")), Tag::Unknown);
            assert_eq!(from_any_case(&name.to_ascii_uppercase()), tag);
            assert_eq!(from_any_case(&format!("{name}x")), Tag::Unknown);
        }
        for name in ["", "DIV", "foreignObject", "blockquot", "blockquotf", "x-div"] {
            assert_eq!(Tag::from_name(name), Tag::Unknown, "{name:?}");
            if name != "DIV" {
                assert_eq!(from_any_case(name), Tag::Unknown, "{name:?}");
            }
        }
    }
}
