//! The pictures that an export carries with it, told by their first bytes: what a server says of one may be wrong.

use std::collections::BTreeMap;

/// Pictures by the address that the article knows them under. The engine fetches nothing: whoever calls may have asked
/// the person and the browser for them.
pub type Pictures = BTreeMap<String, Picture>;

/// A picture of a kind that every browser and every reading system shows, and that can run and fetch nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    media_type: &'static str,
    bytes: Vec<u8>,
}

/// The raster images among the core media types of EPUB 3.3 (<https://www.w3.org/TR/epub-33/#sec-core-media-types>), and
/// what their first bytes are; a dot is any byte. SVG is not here, for it can hold scripts and addresses, nor is AVIF:
/// whoever has one draws it anew as one of these.
const KINDS: [(&str, &[u8]); 4] = [
    ("image/jpeg", b"\xff\xd8\xff"),
    ("image/png", b"\x89PNG\r\n\x1a\n"),
    ("image/gif", b"GIF8.a"),
    ("image/webp", b"RIFF....WEBP"),
];

impl Picture {
    /// The picture that these bytes are, if they are one.
    pub fn new(bytes: Vec<u8>) -> Option<Picture> {
        let fits = |signature: &[u8]| {
            bytes.len() > signature.len() && signature.iter().zip(&bytes).all(|(known, byte)| *known == b'.' || known == byte)
        };
        let (media_type, _) = KINDS.into_iter().find(|(_, signature)| fits(signature))?;
        Some(Picture { media_type, bytes })
    }

    /// Its media type, such as `image/jpeg`.
    pub fn media_type(&self) -> &'static str {
        self.media_type
    }

    /// Its bytes.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// A `data:` address that holds the whole of it.
    pub(super) fn data_address(&self) -> String {
        const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        let mut address = format!("data:{};base64,", self.media_type);
        for group in self.bytes.chunks(3) {
            let bits = group.iter().fold(0_u32, |bits, byte| bits << 8 | u32::from(*byte)) << (8 * (3 - group.len()));
            for at in 0..4 {
                let digit = DIGITS.get((bits >> (18 - 6 * at) & 63) as usize).copied().unwrap_or(b'=');
                address.push(char::from(if at > group.len() { b'=' } else { digit }));
            }
        }
        address
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_what_its_first_bytes_say() {
        let kind = |bytes: &[u8]| Picture::new(bytes.to_vec()).map(|picture| picture.media_type());
        assert_eq!(kind(b"\xff\xd8\xff\xe0\0\x10JFIF"), Some("image/jpeg"));
        assert_eq!(kind(b"\x89PNG\r\n\x1a\n\0\0"), Some("image/png"));
        assert_eq!(kind(b"GIF87a\x01"), Some("image/gif"));
        assert_eq!(kind(b"GIF89a\x01"), Some("image/gif"));
        assert_eq!(kind(b"RIFF\x1a\0\0\0WEBPVP8 "), Some("image/webp"));
        for other in [
            &b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"[..],
            b"<!DOCTYPE html><img>",
            b"\0\0\0\x20ftypavif\0\0\0\0",
            b"RIFF\x1a\0\0\0WAVEfmt ",
            b"GIF89a",
            b"",
        ] {
            assert_eq!(kind(other), None, "{other:?}");
        }
    }

    #[test]
    fn a_data_address_is_base64() {
        let address = |bytes: &[u8]| Picture::new([b"GIF89a", bytes].concat()).unwrap().data_address();
        assert_eq!(address(b"\0"), "data:image/gif;base64,R0lGODlhAA==");
        assert_eq!(address(b"\0\xff"), "data:image/gif;base64,R0lGODlhAP8=");
        assert_eq!(address(b"\0\xff\x3e"), "data:image/gif;base64,R0lGODlhAP8+");
    }
}
