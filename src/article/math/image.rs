//! Formulas drawn as images, with their TeX in the alternative text or in the address.

use super::Found;
use crate::article::block::Math;
use crate::article::image::Images;
use crate::article::inline::Image;
use crate::page::{NodeId, Page};

/// Class names of images that are formulas: WordPress, MediaWiki, blog platforms.
const NAMES: [&str; 10] = [
    "latex",
    "tex",
    "mathtex",
    "math-tex",
    "mwe-math-fallback-image-inline",
    "mwe-math-fallback-image-display",
    "eeimg",
    "ql-img-inline-formula",
    "ql-img-displayed-equation",
    "math",
];

/// What stands before the TeX in the addresses of services that draw formulas.
const MARKS: [&str; 7] = ["latex.php?latex=", "?latex=", "&latex=", "cht=tx&chl=", "equation?tex=", "tex?", ".latex?"];

/// Reads an image as a formula.
pub(super) fn read(page: &Page, img: NodeId, images: Images<'_>) -> Option<Found> {
    let alt = page.attr(img, "alt").unwrap_or_default().trim();
    let is_named = page.classes(img).any(|class| NAMES.contains(&class)) || page.attr(img, "eeimg").is_some();
    let address = page.attr(img, "src").unwrap_or_default();
    let drawn = MARKS.iter().find_map(|mark| address.split_once(mark)).map(|(_, tex)| from_query(tex));
    let said = Some(alt.to_owned()).filter(|alt| !alt.is_empty() && (is_named || drawn.is_some() || is_tex(alt)));
    let tex = said.or(drawn.filter(|tex| !tex.is_empty()))?;
    let is_display =
        page.classes(img).any(|class| matches!(class, "mwe-math-fallback-image-display" | "ql-img-displayed-equation"));
    let tex = tex.trim();
    let tex = tex.strip_prefix("\\[").and_then(|tex| tex.strip_suffix("\\]")).unwrap_or(tex);
    let tex = tex.trim_start_matches("\\displaystyle").trim().to_owned();
    let image = images.image(img).map(|image| Image { alt: tex.clone(), ..image });
    Some(Found { math: Math { tex: Some(tex), image, ..Math::default() }, is_display })
}

/// True for alternative text that is TeX: a command, and a brace or a script after it.
fn is_tex(alt: &str) -> bool {
    let mut commands = alt.match_indices('\\').map(|(at, _)| alt.get(at + 1..).unwrap_or_default());
    let has_command = commands.any(|rest| rest.starts_with(|c: char| c.is_ascii_alphabetic()));
    has_command && alt.contains(['{', '^', '_', '=']) && !alt.contains(":\\")
}

/// The value at the start of a query, decoded.
fn from_query(query: &str) -> String {
    let value = query.split('&').next().unwrap_or_default().replace('+', " ");
    crate::article::link::decoded(&value)
}
