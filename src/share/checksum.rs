//! CRC-32 (ISO 3309) in digits and small letters.

/// Digits of a checksum.
pub(super) const DIGITS: usize = 7;

/// The checksum of a link's version and data.
pub(super) fn digits(version: char, data: &[u8]) -> String {
    let mut rest = crc(&[version as u8], crc(data, 0));
    let mut digits = [b'0'; DIGITS];
    for digit in digits.iter_mut().rev() {
        *digit = b"0123456789abcdefghijklmnopqrstuvwxyz"[(rest % 36) as usize];
        rest /= 36;
    }
    digits.iter().copied().map(char::from).collect()
}

/// A bit at a time: links are short, and a table is a kilobyte.
fn crc(bytes: &[u8], before: u32) -> u32 {
    !bytes.iter().fold(!before, |crc, &byte| {
        (0..8).fold(crc ^ u32::from(byte), |crc, _| crc >> 1 ^ 0xedb8_8320 & (crc & 1).wrapping_neg())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_check_value_of_the_standard() {
        assert_eq!(crc(b"123456789", 0), 0xcbf4_3926);
        assert_eq!(crc(b"6789", crc(b"12345", 0)), 0xcbf4_3926);
        assert_eq!(digits('1', b"").len(), DIGITS);
    }
}
