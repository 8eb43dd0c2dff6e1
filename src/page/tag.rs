//! The names of elements, as one byte each.

/// What a node is: an HTML element by name, an element with another name, or a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
#[allow(missing_docs, reason = "a variant is the element of that name")]
pub enum Tag {
    /// A text node.
    #[default]
    Text,
    /// An element whose name is not in this list: custom, foreign or made up.
    Unknown,
    A,
    Abbr,
    Address,
    Applet,
    Area,
    Article,
    Aside,
    Audio,
    B,
    Base,
    Basefont,
    Bdi,
    Bdo,
    Big,
    Blink,
    Blockquote,
    Body,
    Br,
    Button,
    Canvas,
    Caption,
    Center,
    Cite,
    Code,
    Col,
    Colgroup,
    Command,
    Content,
    Data,
    Datalist,
    Dd,
    Del,
    Details,
    Dfn,
    Dialog,
    Dir,
    Div,
    Dl,
    Dt,
    Em,
    Embed,
    Fieldset,
    Figcaption,
    Figure,
    Font,
    Footer,
    Form,
    Frame,
    Frameset,
    H1,
    H2,
    H3,
    H4,
    H5,
    H6,
    Head,
    Header,
    Hgroup,
    Hr,
    Html,
    I,
    Iframe,
    Image,
    Img,
    Input,
    Ins,
    Kbd,
    Keygen,
    Label,
    Legend,
    Li,
    Link,
    Listing,
    Main,
    Map,
    Mark,
    Marquee,
    Math,
    Menu,
    Meta,
    Meter,
    Nav,
    Nobr,
    Noembed,
    Noframes,
    Noscript,
    Object,
    Ol,
    Optgroup,
    Option,
    Output,
    P,
    Param,
    Picture,
    Plaintext,
    Portal,
    Pre,
    Progress,
    Q,
    Rb,
    Rp,
    Rt,
    Rtc,
    Ruby,
    S,
    Samp,
    Script,
    Search,
    Section,
    Select,
    Slot,
    Small,
    Source,
    Span,
    Strike,
    Strong,
    Style,
    Sub,
    Summary,
    Sup,
    Svg,
    Table,
    Tbody,
    Td,
    Template,
    Textarea,
    Tfoot,
    Th,
    Thead,
    Time,
    Title,
    Tr,
    Track,
    Tt,
    U,
    Ul,
    Var,
    Video,
    Wbr,
    Xmp,
}

impl Tag {
    /// The tag of an element name in lower case.
    pub fn from_name(name: &str) -> Tag {
        match name {
            "a" => Tag::A,
            "abbr" => Tag::Abbr,
            "address" => Tag::Address,
            "applet" => Tag::Applet,
            "area" => Tag::Area,
            "article" => Tag::Article,
            "aside" => Tag::Aside,
            "audio" => Tag::Audio,
            "b" => Tag::B,
            "base" => Tag::Base,
            "basefont" => Tag::Basefont,
            "bdi" => Tag::Bdi,
            "bdo" => Tag::Bdo,
            "big" => Tag::Big,
            "blink" => Tag::Blink,
            "blockquote" => Tag::Blockquote,
            "body" => Tag::Body,
            "br" => Tag::Br,
            "button" => Tag::Button,
            "canvas" => Tag::Canvas,
            "caption" => Tag::Caption,
            "center" => Tag::Center,
            "cite" => Tag::Cite,
            "code" => Tag::Code,
            "col" => Tag::Col,
            "colgroup" => Tag::Colgroup,
            "command" => Tag::Command,
            "content" => Tag::Content,
            "data" => Tag::Data,
            "datalist" => Tag::Datalist,
            "dd" => Tag::Dd,
            "del" => Tag::Del,
            "details" => Tag::Details,
            "dfn" => Tag::Dfn,
            "dialog" => Tag::Dialog,
            "dir" => Tag::Dir,
            "div" => Tag::Div,
            "dl" => Tag::Dl,
            "dt" => Tag::Dt,
            "em" => Tag::Em,
            "embed" => Tag::Embed,
            "fieldset" => Tag::Fieldset,
            "figcaption" => Tag::Figcaption,
            "figure" => Tag::Figure,
            "font" => Tag::Font,
            "footer" => Tag::Footer,
            "form" => Tag::Form,
            "frame" => Tag::Frame,
            "frameset" => Tag::Frameset,
            "h1" => Tag::H1,
            "h2" => Tag::H2,
            "h3" => Tag::H3,
            "h4" => Tag::H4,
            "h5" => Tag::H5,
            "h6" => Tag::H6,
            "head" => Tag::Head,
            "header" => Tag::Header,
            "hgroup" => Tag::Hgroup,
            "hr" => Tag::Hr,
            "html" => Tag::Html,
            "i" => Tag::I,
            "iframe" => Tag::Iframe,
            "image" => Tag::Image,
            "img" => Tag::Img,
            "input" => Tag::Input,
            "ins" => Tag::Ins,
            "kbd" => Tag::Kbd,
            "keygen" => Tag::Keygen,
            "label" => Tag::Label,
            "legend" => Tag::Legend,
            "li" => Tag::Li,
            "link" => Tag::Link,
            "listing" => Tag::Listing,
            "main" => Tag::Main,
            "map" => Tag::Map,
            "mark" => Tag::Mark,
            "marquee" => Tag::Marquee,
            "math" => Tag::Math,
            "menu" => Tag::Menu,
            "meta" => Tag::Meta,
            "meter" => Tag::Meter,
            "nav" => Tag::Nav,
            "nobr" => Tag::Nobr,
            "noembed" => Tag::Noembed,
            "noframes" => Tag::Noframes,
            "noscript" => Tag::Noscript,
            "object" => Tag::Object,
            "ol" => Tag::Ol,
            "optgroup" => Tag::Optgroup,
            "option" => Tag::Option,
            "output" => Tag::Output,
            "p" => Tag::P,
            "param" => Tag::Param,
            "picture" => Tag::Picture,
            "plaintext" => Tag::Plaintext,
            "portal" => Tag::Portal,
            "pre" => Tag::Pre,
            "progress" => Tag::Progress,
            "q" => Tag::Q,
            "rb" => Tag::Rb,
            "rp" => Tag::Rp,
            "rt" => Tag::Rt,
            "rtc" => Tag::Rtc,
            "ruby" => Tag::Ruby,
            "s" => Tag::S,
            "samp" => Tag::Samp,
            "script" => Tag::Script,
            "search" => Tag::Search,
            "section" => Tag::Section,
            "select" => Tag::Select,
            "slot" => Tag::Slot,
            "small" => Tag::Small,
            "source" => Tag::Source,
            "span" => Tag::Span,
            "strike" => Tag::Strike,
            "strong" => Tag::Strong,
            "style" => Tag::Style,
            "sub" => Tag::Sub,
            "summary" => Tag::Summary,
            "sup" => Tag::Sup,
            "svg" => Tag::Svg,
            "table" => Tag::Table,
            "tbody" => Tag::Tbody,
            "td" => Tag::Td,
            "template" => Tag::Template,
            "textarea" => Tag::Textarea,
            "tfoot" => Tag::Tfoot,
            "th" => Tag::Th,
            "thead" => Tag::Thead,
            "time" => Tag::Time,
            "title" => Tag::Title,
            "tr" => Tag::Tr,
            "track" => Tag::Track,
            "tt" => Tag::Tt,
            "u" => Tag::U,
            "ul" => Tag::Ul,
            "var" => Tag::Var,
            "video" => Tag::Video,
            "wbr" => Tag::Wbr,
            "xmp" => Tag::Xmp,
            _ => Tag::Unknown,
        }
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
