//! Which encoding a file is in, and whether it is text at all.

/// The largest file that is read, in bytes. A long book is about 1 MB.
pub const LARGEST: usize = 20 * 1024 * 1024;

/// How files open that no reader would call text. Most hold NULs as well; a short or compressed one may
/// not, and a PDF and RTF are ASCII for the most part.
const SIGNATURES: [&[u8]; 14] = [
    b"%PDF-",
    b"{\\rtf",
    b"PK\x03\x04",
    b"PK\x05\x06",
    b"PK\x07\x08",
    b"\x89PNG",
    b"\xFF\xD8\xFF",
    b"GIF87a",
    b"GIF89a",
    b"\xD0\xCF\x11\xE0",
    b"\x1F\x8B",
    b"7z\xBC\xAF",
    b"Rar!\x1A",
    // UTF-32: nobody saves articles in it, and its mark would pass for that of UTF-16.
    b"\xFF\xFE\0\0",
];

/// An encoding that news texts come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark.
    Utf8,
    /// UTF-16, little-endian, with or without a byte order mark.
    Utf16Le,
    /// UTF-16, big-endian, with or without a byte order mark.
    Utf16Be,
    /// windows-1252, for everything older.
    Windows1252,
}

/// Why a file is not opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It holds nothing.
    Empty,
    /// It is no text: a picture, a PDF, a word processor's file.
    Binary,
    /// It is larger than [`LARGEST`].
    TooLarge,
}

/// Looks at a file's bytes and says how to decode them, in a few passes over them.
///
/// UTF-8 is chosen when it is the better reading, not only when it is valid: a file that was cut in the
/// middle of a character, or that has one bad byte, is still UTF-8.
///
/// # Errors
///
/// A [`Refusal`] when the bytes are no text that can be read.
pub fn sniff(bytes: &[u8]) -> Result<Encoding, Refusal> {
    if bytes.len() > LARGEST {
        return Err(Refusal::TooLarge);
    }
    if SIGNATURES.iter().any(|signature| bytes.starts_with(signature)) {
        return Err(Refusal::Binary);
    }
    match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => single_bytes(rest).map(|_| Encoding::Utf8),
        [0xFF, 0xFE, rest @ ..] => utf16(rest, Encoding::Utf16Le, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => utf16(rest, Encoding::Utf16Be, u16::from_be_bytes),
        _ => match unmarked_utf16(bytes) {
            Some(Encoding::Utf16Le) => utf16(bytes, Encoding::Utf16Le, u16::from_le_bytes),
            Some(_) => utf16(bytes, Encoding::Utf16Be, u16::from_be_bytes),
            None => single_bytes(bytes),
        },
    }
}

/// UTF-8 or windows-1252.
fn single_bytes(bytes: &[u8]) -> Result<Encoding, Refusal> {
    // The end-of-file character of DOS.
    let bytes = bytes.strip_suffix(b"\x1A").unwrap_or(bytes);
    if bytes.contains(&0) {
        return Err(Refusal::Binary);
    }
    let controls = bytes.iter().filter(|&&byte| is_control(byte.into())).count();
    if too_many(controls, bytes.len()) {
        return Err(Refusal::Binary);
    }
    if reads_better_as_utf8(bytes) {
        let blank = bytes.utf8_chunks().all(|chunk| chunk.invalid().is_empty() && is_blank(chunk.valid()));
        return if blank { Err(Refusal::Empty) } else { Ok(Encoding::Utf8) };
    }
    let high = bytes.iter().filter(|&&byte| byte >= 0x80).count();
    let undefined = bytes.iter().filter(|byte| matches!(byte, 0x81 | 0x8D | 0x8F | 0x90 | 0x9D)).count();
    if bytes.iter().all(|&byte| byte == 0xA0 || byte.is_ascii_whitespace()) {
        Err(Refusal::Empty)
    } else if too_many(undefined, bytes.len()) || high * 3 > bytes.len().max(6) {
        // Dutch has an accent in a hundred letters; a third means another alphabet or no text.
        Err(Refusal::Binary)
    } else {
        Ok(Encoding::Windows1252)
    }
}

/// Whether at least as many characters are whole in UTF-8 as are broken. A lead byte with the right bytes behind it that
/// stops too early counts as whole: windows-1252 would read it as `â€`, which nobody writes, whereas a
/// lead byte alone is an accented letter there.
fn reads_better_as_utf8(bytes: &[u8]) -> bool {
    let (mut whole, mut broken) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        whole += chunk.valid().bytes().filter(|byte| *byte >= 0xC0).count();
        match chunk.invalid().len() {
            0 => {}
            1 => broken += 1,
            _ => whole += 1,
        }
    }
    whole >= broken
}

/// Recognises UTF-16 without a mark: every other byte of Latin text is NUL, and none of the rest.
fn unmarked_utf16(bytes: &[u8]) -> Option<Encoding> {
    let head = &bytes[..bytes.len().min(4096) & !1];
    let nuls = |side: usize| head.iter().skip(side).step_by(2).filter(|&&byte| byte == 0).count();
    let most = |count: usize| count > 1 && count * 8 >= head.len() * 3;
    match (nuls(0), nuls(1)) {
        (0, high) if most(high) => Some(Encoding::Utf16Le),
        (high, 0) if most(high) => Some(Encoding::Utf16Be),
        _ => None,
    }
}

fn utf16(bytes: &[u8], encoding: Encoding, unit: fn([u8; 2]) -> u16) -> Result<Encoding, Refusal> {
    let units = || bytes.as_chunks::<2>().0.iter().map(|&pair| unit(pair));
    let controls = units().filter(|&unit| is_control(unit)).count();
    let blank =
        units().all(|unit| char::from_u32(unit.into()).is_some_and(|c| c.is_whitespace() || c == '\u{FEFF}'));
    if blank {
        Err(Refusal::Empty)
    } else if units().any(|unit| unit == 0) || too_many(controls, bytes.len() / 2) {
        Err(Refusal::Binary)
    } else {
        Ok(encoding)
    }
}

/// Control characters that no editor writes into a text.
fn is_control(unit: u16) -> bool {
    matches!(unit, 0..=0x08 | 0x0E..=0x1F | 0x7F)
}

/// A stray control character is a slip of some newsroom system; one in a hundred characters is no text.
fn too_many(controls: usize, length: usize) -> bool {
    controls * 100 > length
}

fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || matches!(c, '\u{FEFF}' | '\u{200B}'))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "De burgemeester zei: “Eén café blijft open.”\r\n";

    fn encoded(text: &str, unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(unit).collect()
    }

    #[test]
    fn text_is_utf8_with_or_without_a_mark() {
        assert_eq!(sniff(TEXT.as_bytes()), Ok(Encoding::Utf8));
        assert_eq!(sniff(b"plain ASCII"), Ok(Encoding::Utf8));
        assert_eq!(sniff(format!("\u{FEFF}{TEXT}").as_bytes()), Ok(Encoding::Utf8));
    }

    #[test]
    fn a_cut_or_damaged_utf8_file_stays_utf8() {
        let bytes = TEXT.as_bytes();
        for end in 20..bytes.len() {
            let expected = if end == bytes.iter().position(|&byte| byte >= 0x80).unwrap() + 1 {
                // Nothing but one accented letter at the very end: windows-1252 reads it better.
                Encoding::Windows1252
            } else {
                Encoding::Utf8
            };
            assert_eq!(sniff(&bytes[..end]), Ok(expected), "cut at {end}");
        }
        let mut damaged = TEXT.repeat(3).into_bytes();
        damaged[4] = 0xE9;
        assert_eq!(sniff(&damaged), Ok(Encoding::Utf8));
    }

    #[test]
    fn older_texts_are_windows_1252() {
        assert_eq!(
            sniff(b"E\xE9n caf\xE9 in Oekra\xEFne kost \x80 3, zei zij: \x93ja\x94."),
            Ok(Encoding::Windows1252)
        );
        assert_eq!(sniff(b"het caf\xE9"), Ok(Encoding::Windows1252));
    }

    #[test]
    fn utf16_is_found_by_its_mark_or_by_its_nuls() {
        for (mark, unit, expected) in [
            (&b"\xFF\xFE"[..], u16::to_le_bytes as fn(u16) -> [u8; 2], Encoding::Utf16Le),
            (&b"\xFE\xFF"[..], u16::to_be_bytes, Encoding::Utf16Be),
        ] {
            let body = encoded(TEXT, unit);
            assert_eq!(sniff(&[mark, &body].concat()), Ok(expected));
            assert_eq!(sniff(&body), Ok(expected));
            assert_eq!(sniff(&[mark, &encoded(" \r\n", unit)].concat()), Err(Refusal::Empty));
            assert_eq!(sniff(mark), Err(Refusal::Empty));
        }
    }

    #[test]
    fn other_files_are_refused() {
        let noise: Vec<u8> = (0..2000u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8 | 1).collect();
        for bytes in [
            &b"%PDF-1.7\n1 0 obj"[..],
            b"{\\rtf1\\ansi tekst}",
            b"PK\x03\x04\x14",
            b"\x89PNG\r\n\x1A\n",
            b"\xFF\xD8\xFF\xE0",
            b"\xD0\xCF\x11\xE0\xA1\xB1",
            b"\x1F\x8B\x08",
            b"tekst met een \0 erin",
            b"a\x01b\x02c\x03",
            b"\x8F\xD0\xE8\xE2\xE5\xF2 \xEC\xE8\xF0 \xEA\xE0\xEA \xE4\xE5\xEB\xE0",
            &noise,
        ] {
            assert_eq!(sniff(bytes), Err(Refusal::Binary), "{bytes:?}");
        }
    }

    #[test]
    fn a_stray_control_character_is_forgiven() {
        let text = format!("{}\x02{}\x1A", TEXT.repeat(5), TEXT);
        assert_eq!(sniff(text.as_bytes()), Ok(Encoding::Utf8));
    }

    #[test]
    fn nothing_and_white_space_are_empty() {
        for bytes in [&b""[..], b" \r\n\t", b"\xEF\xBB\xBF", "\u{A0}\u{2028}\n".as_bytes(), b"\xA0\xA0 \n"] {
            assert_eq!(sniff(bytes), Err(Refusal::Empty), "{bytes:?}");
        }
    }

    #[test]
    fn a_large_file_is_refused_unread() {
        assert_eq!(sniff(&vec![b'a'; LARGEST + 1]), Err(Refusal::TooLarge));
        assert_eq!(sniff(&vec![b'a'; LARGEST]), Ok(Encoding::Utf8));
    }
}
