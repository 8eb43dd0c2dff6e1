//! Decodes [character references](https://html.spec.whatwg.org/multipage/parsing.html#character-reference-state).
//!
//! A serialised document has five of them. What people write by hand has more: those of HTML 4 that are in use
//! are here. The two thousand of HTML 5 are in [`html`](super::html), which reads what people wrote; the tokenizer
//! ships without them.

use memchr::{memchr, memchr2};

/// Where a reference stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Text,
    Attribute,
    /// In the content of an element that holds text alone.
    Content,
    /// Where there are no references.
    Raw,
}

/// Appends what the name at the start of a text (after `&`) means and gives the rest of the text; `None` where it
/// means nothing.
pub(super) type Named = for<'t> fn(&'t str, Place, &mut String) -> Option<&'t str>;

/// Appends `text` with its references decoded. NULs are no characters of a text; elsewhere they are kept visible, so
/// that they hide nothing.
pub(super) fn decode(text: &str, place: Place, named: Named, out: &mut String) {
    let mut rest = text;
    let find = |rest: &str| if place == Place::Raw { memchr(0, rest.as_bytes()) } else { memchr2(b'&', 0, rest.as_bytes()) };
    while let Some((plain, tail)) = find(rest).and_then(|at| rest.split_at_checked(at)) {
        out.push_str(plain);
        rest = match tail.strip_prefix('\0') {
            Some(tail) => {
                if place != Place::Text {
                    out.push(char::REPLACEMENT_CHARACTER);
                }
                tail
            }
            None => reference(tail, place, named, out),
        };
    }
    out.push_str(rest);
}

/// Appends what the reference at the start of `text` stands for, and gives the rest of the text.
fn reference<'a>(text: &'a str, place: Place, named: Named, out: &mut String) -> &'a str {
    for (written, meant) in SERIALISED {
        if let Some(rest) = text.strip_prefix(written) {
            out.push(meant);
            return rest;
        }
    }
    let after = text.strip_prefix('&').unwrap_or(text);
    let rest = match after.strip_prefix('#') {
        Some(number) => numeric(number).map(|(meant, rest)| {
            out.push(meant);
            rest
        }),
        None => named(after, place, out),
    };
    rest.unwrap_or_else(|| {
        out.push('&');
        after
    })
}

/// What serialisation writes.
const SERIALISED: [(&str, char); 5] = [("&amp;", '&'), ("&nbsp;", '\u{a0}'), ("&lt;", '<'), ("&gt;", '>'), ("&quot;", '"')];

/// The character that a number (after `#`) means.
fn numeric(text: &str) -> Option<(char, &str)> {
    let (digits, radix) = match text.strip_prefix(['x', 'X']) {
        Some(digits) => (digits, 16),
        None => (text, 10),
    };
    let (digits, rest) = digits.split_at(digits.find(|c: char| !c.is_digit(radix)).unwrap_or(digits.len()));
    if digits.is_empty() {
        return None;
    }
    // A number too long for its type is past the last character as well.
    let number = u32::from_str_radix(digits, radix).unwrap_or(u32::MAX);
    let meant = match number {
        0 => char::REPLACEMENT_CHARACTER,
        0x80..=0x9F => WINDOWS_1252.chars().nth(number as usize - 0x80).unwrap_or_default(),
        _ => char::from_u32(number).unwrap_or(char::REPLACEMENT_CHARACTER),
    };
    Some((meant, rest.strip_prefix(';').unwrap_or(rest)))
}

/// The names of HTML 4.
pub(super) fn named<'t>(text: &'t str, place: Place, out: &mut String) -> Option<&'t str> {
    let (meant, rest) = named_character(text, place)?;
    out.push(meant);
    Some(rest)
}

/// The character that a name (after `&`) means.
fn named_character(text: &str, place: Place) -> Option<(char, &str)> {
    let (name, rest) = text.split_at(text.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(text.len()));
    if let Some(rest) = rest.strip_prefix(';') {
        let meant = lookup(name)?;
        return Some((meant, rest));
    }
    // The names of Latin-1 count without their semicolon: at the start of a longer word too, but not in an
    // attribute, where `&copy=` is a part of an address.
    if place == Place::Attribute {
        let meant = lookup(name).filter(|&meant| is_latin_1(meant))?;
        return (!rest.starts_with('=')).then_some((meant, rest));
    }
    (2..=name.len().min(LONGEST)).rev().find_map(|len| {
        let (name, rest) = text.split_at_checked(len)?;
        lookup(name).filter(|&meant| is_latin_1(meant)).map(|meant| (meant, rest))
    })
}

fn is_latin_1(c: char) -> bool {
    c <= '\u{ff}' && c != '\''
}

/// The longest name that counts without a semicolon (`frac12` and others).
const LONGEST: usize = 6;

fn lookup(name: &str) -> Option<char> {
    if let Some(at) = LATIN_1.split(' ').position(|each| each == name) {
        return char::from_u32(0xA0 + at as u32);
    }
    NAMED.binary_search_by(|(each, _)| (*each).cmp(name)).ok().and_then(|at| NAMED.get(at)).map(|&(_, meant)| meant)
}

/// The characters 80 to 9F of Windows-1252, which is what such numbers mean.
const WINDOWS_1252: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";

/// The names of U+00A0 to U+00FF, in order.
const LATIN_1: &str = "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr \
    deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest \
    Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml \
    ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig \
    agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml \
    eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml";

/// Names of other characters, sorted.
#[rustfmt::skip]
const NAMED: &[(&str, char)] = &[
    ("AMP", '&'), ("Alpha", 'Α'), ("Beta", 'Β'), ("COPY", '©'), ("Chi", 'Χ'), ("Dagger", '‡'), ("Delta", 'Δ'),
    ("Epsilon", 'Ε'), ("Eta", 'Η'), ("GT", '>'), ("Gamma", 'Γ'), ("Iota", 'Ι'), ("Kappa", 'Κ'), ("LT", '<'),
    ("Lambda", 'Λ'), ("Mu", 'Μ'), ("NewLine", '\n'), ("Nu", 'Ν'), ("OElig", 'Œ'), ("Omega", 'Ω'), ("Omicron", 'Ο'),
    ("Phi", 'Φ'), ("Pi", 'Π'), ("Prime", '″'), ("Psi", 'Ψ'), ("QUOT", '"'), ("REG", '®'), ("Rho", 'Ρ'),
    ("Scaron", 'Š'), ("Sigma", 'Σ'), ("Tab", '\t'), ("Tau", 'Τ'), ("Theta", 'Θ'), ("Upsilon", 'Υ'), ("Xi", 'Ξ'),
    ("Yuml", 'Ÿ'), ("Zeta", 'Ζ'), ("alefsym", 'ℵ'), ("alpha", 'α'), ("amp", '&'), ("and", '∧'), ("ang", '∠'),
    ("apos", '\''), ("ast", '*'), ("asymp", '≈'), ("bdquo", '„'), ("beta", 'β'), ("bsol", '\\'), ("bull", '•'),
    ("cap", '∩'), ("check", '✓'), ("chi", 'χ'), ("circ", 'ˆ'), ("clubs", '♣'), ("colon", ':'), ("comma", ','),
    ("commat", '@'), ("cong", '≅'), ("crarr", '↵'), ("cup", '∪'), ("dArr", '⇓'), ("dagger", '†'), ("darr", '↓'),
    ("delta", 'δ'), ("diams", '♦'), ("dollar", '$'), ("empty", '∅'), ("emsp", '\u{2003}'), ("ensp", '\u{2002}'),
    ("epsilon", 'ε'), ("equals", '='), ("equiv", '≡'), ("eta", 'η'), ("euro", '€'), ("excl", '!'), ("exist", '∃'),
    ("fnof", 'ƒ'), ("forall", '∀'), ("frasl", '⁄'), ("gamma", 'γ'), ("ge", '≥'), ("grave", '`'), ("gt", '>'),
    ("hArr", '⇔'), ("hairsp", '\u{200a}'), ("harr", '↔'), ("hearts", '♥'), ("hellip", '…'), ("horbar", '―'),
    ("hyphen", '‐'), ("image", 'ℑ'), ("infin", '∞'), ("int", '∫'), ("iota", 'ι'), ("isin", '∈'), ("kappa", 'κ'),
    ("lArr", '⇐'), ("lambda", 'λ'), ("lang", '⟨'), ("larr", '←'), ("lbrace", '{'), ("lbrack", '['), ("lceil", '⌈'),
    ("ldquo", '“'), ("le", '≤'), ("lfloor", '⌊'), ("lowast", '∗'), ("lowbar", '_'), ("loz", '◊'), ("lpar", '('),
    ("lrm", '\u{200e}'), ("lsaquo", '‹'), ("lsquo", '‘'), ("lt", '<'), ("mdash", '—'), ("minus", '−'), ("mu", 'μ'),
    ("nabla", '∇'), ("ndash", '–'), ("ne", '≠'), ("ni", '∋'), ("notin", '∉'), ("nsub", '⊄'), ("nu", 'ν'),
    ("num", '#'), ("numsp", '\u{2007}'), ("oelig", 'œ'), ("oline", '‾'), ("omega", 'ω'), ("omicron", 'ο'),
    ("oplus", '⊕'), ("or", '∨'), ("otimes", '⊗'), ("part", '∂'), ("percnt", '%'), ("period", '.'), ("permil", '‰'),
    ("perp", '⊥'), ("phi", 'φ'), ("pi", 'π'), ("piv", 'ϖ'), ("plus", '+'), ("prime", '′'), ("prod", '∏'),
    ("prop", '∝'), ("psi", 'ψ'), ("puncsp", '\u{2008}'), ("quest", '?'), ("quot", '"'), ("rArr", '⇒'), ("radic", '√'),
    ("rang", '⟩'), ("rarr", '→'), ("rbrace", '}'), ("rbrack", ']'), ("rceil", '⌉'), ("rdquo", '”'), ("real", 'ℜ'),
    ("rfloor", '⌋'), ("rho", 'ρ'), ("rlm", '\u{200f}'), ("rpar", ')'), ("rsaquo", '›'), ("rsquo", '’'),
    ("sbquo", '‚'), ("scaron", 'š'), ("sdot", '⋅'), ("semi", ';'), ("sigma", 'σ'), ("sigmaf", 'ς'), ("sim", '∼'),
    ("sol", '/'), ("spades", '♠'), ("star", '☆'), ("starf", '★'), ("sub", '⊂'), ("sube", '⊆'), ("sum", '∑'),
    ("sup", '⊃'), ("supe", '⊇'), ("tau", 'τ'), ("there4", '∴'), ("theta", 'θ'), ("thetasym", 'ϑ'),
    ("thinsp", '\u{2009}'), ("tilde", '˜'), ("trade", '™'), ("uArr", '⇑'), ("uarr", '↑'), ("upsih", 'ϒ'),
    ("upsilon", 'υ'), ("verbar", '|'), ("vert", '|'), ("weierp", '℘'), ("xi", 'ξ'), ("zeta", 'ζ'),
    ("zwj", '\u{200d}'), ("zwnj", '\u{200c}'),
];
