//! Tells what is shown until the image is there, and what is never worth showing.

/// True for an address that stands for an image which a script loads later, or for none at all.
pub(super) fn is_placeholder(address: &str) -> bool {
    let address = address.trim();
    if address.is_empty() || address == "#" || address.starts_with("about:") {
        return true;
    }
    if address.get(..5).is_some_and(|scheme| scheme.eq_ignore_ascii_case("data:")) {
        return address.len() < MIN_DATA_LENGTH;
    }
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let file = path.rsplit('/').next().unwrap_or_default().to_ascii_lowercase();
    let stem = file.split('.').next().unwrap_or_default();
    let mut words = stem.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    // A GIF is no photograph, however much its name says.
    let is_short = stem.len() <= MAX_STEM_LENGTH || file.ends_with(".gif");
    is_short && words.any(|word| PLACEHOLDERS.contains(&word))
}

/// A `data:` image shorter than this holds a few dots or an empty drawing: a 1×1 GIF takes 80 characters, blurred
/// previews up to a thousand.
const MIN_DATA_LENGTH: usize = 1_500;

/// File names longer than this describe what they show, and may well show a "blank page".
const MAX_STEM_LENGTH: usize = 24;

/// Words in the file names of spacers and of images shown while loading.
const PLACEHOLDERS: [&str; 21] = [
    "1x1",
    "blank",
    "clear",
    "dot",
    "empty",
    "grey",
    "gray",
    "lazy",
    "lazyload",
    "loader",
    "loading",
    "pixel",
    "placeholder",
    "preloader",
    "preloading",
    "spacer",
    "spaceball",
    "spinner",
    "transparent",
    "trans",
    "transp",
];

/// True for an address with the ending of an image format.
pub(in crate::article) fn has_image_ending(address: &str) -> bool {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let ending = path.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    path.contains('.') && ["jpg", "jpeg", "png", "webp", "avif", "gif", "svg", "bmp", "jfif"].contains(&ending.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders() {
        for address in
            ["", "data:image/gif;base64,R0lGODlhAQABAAAAACw=", "/img/blank.gif", "https://a.example/lazy_placeholder.png?v=2"]
        {
            assert!(is_placeholder(address), "{address}");
        }
        for address in ["/img/blanket.jpg", "/clear-water-in-the-mountains-of-nepal.jpg", "photo.php?id=3"] {
            assert!(!is_placeholder(address), "{address}");
        }
    }

    #[test]
    fn endings() {
        assert!(has_image_ending("/a/b.JPG?w=3"));
        assert!(!has_image_ending("/a/jpg"));
    }
}
