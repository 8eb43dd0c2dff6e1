//! Numbers of attributes. The standard library's reading of them is exact, and brings ten kilobytes of tables that
//! hardly compress into a module that every click loads.

/// A number with or without a fraction: `640`, `1.5`.
pub(in crate::article) fn number(text: &str) -> Option<f32> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let is_number = |digits: &str| digits.len() < 10 && digits.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number(whole) || !is_number(fraction) || whole.len() + fraction.len() == 0 {
        return None;
    }
    let value = |digits: &str| digits.bytes().fold(0.0, |value, byte| value * 10.0 + f32::from(byte - b'0'));
    Some(value(whole) + value(fraction) / fraction.bytes().fold(1.0, |scale, _| scale * 10.0))
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn reads_numbers() {
        let read = ["640", "1.5", ".25", "2.", "0", "", ".", "-1", "1e3", "12px", "1234567890"].map(number);
        let known = [Some(640.0), Some(1.5), Some(0.25), Some(2.0), Some(0.0), None, None, None, None, None, None];
        assert_eq!(read, known);
    }
}
