//! A file's bytes as text: UTF-8 where they are, otherwise the encoding that the document declares.

use encoding_rs::{Encoding, WINDOWS_1252};

/// Where a declaration may stand (<https://html.spec.whatwg.org/multipage/parsing.html#prescan-a-byte-stream-to-determine-its-encoding>).
const PRESCAN: usize = 1024;

/// The text of a document.
pub fn decode(bytes: Vec<u8>) -> String {
    let bytes = match String::from_utf8(bytes) {
        Ok(text) => return text,
        Err(error) => error.into_bytes(),
    };
    let encoding = Encoding::for_bom(&bytes).map(|(encoding, _)| encoding).or_else(|| declared(&bytes));
    encoding.unwrap_or(WINDOWS_1252).decode(&bytes).0.into_owned()
}

/// The encoding that a `meta` element among the first bytes names.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(bytes.get(..PRESCAN).unwrap_or(bytes)).to_ascii_lowercase();
    let (_, after) = head.split_once("charset")?;
    let value = after.trim_start().strip_prefix('=')?.trim_start().trim_start_matches(['"', '\'']);
    let label: String = value.chars().take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ':')).collect();
    Encoding::for_label(label.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn a_document_is_read_in_the_encoding_it_declares() {
        assert_eq!(decode("<p>Fähre 渡轮".into()), "<p>Fähre 渡轮");
        assert_eq!(decode(b"<meta charset=\"gb18030\"><p>\xb6\xc9\xc2\xd6".to_vec()), "<meta charset=\"gb18030\"><p>渡轮");
        assert_eq!(
            decode(b"<meta content='text/html; charset=ISO-8859-2'>\xb1".to_vec()),
            "<meta content='text/html; charset=ISO-8859-2'>ą"
        );
        assert_eq!(decode(b"<p>F\xe4hre \x96 undeclared".to_vec()), "<p>Fähre – undeclared");
        assert_eq!(decode(b"\xff\xfeh\0i\0".to_vec()), "hi");
        assert_eq!(decode(b"<meta charset=utf-8><p>broken \xe4 byte".to_vec()), "<meta charset=utf-8><p>broken \u{fffd} byte");
    }
}
