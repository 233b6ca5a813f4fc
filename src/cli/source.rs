//! From a file, or standard input, to text.

use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use encoding_rs::{UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::Failure;
use crate::intake::encoding::{Encoding, LARGEST, sniff};

/// An article as read.
pub(super) struct Article {
    /// The text that offsets count in.
    pub text: String,
    /// The file's name, which may hold a date.
    pub name: Option<String>,
}

/// Reads a file, or `input` when the file is `-`.
///
/// # Errors
///
/// When it cannot be read, or is no text.
pub(super) fn read(file: &OsStr, input: &mut dyn Read) -> Result<Article, Failure> {
    if file == "-" {
        let bytes = bytes(input).map_err(|error| Failure::File("standard input".to_owned(), error))?;
        let text =
            decode(&bytes).map_err(|refusal| Failure::Refused("standard input".to_owned(), refusal))?;
        return Ok(Article { text, name: None });
    }
    let shown = file.to_string_lossy().into_owned();
    let bytes = match File::open(file).and_then(|mut file| bytes(&mut file)) {
        Ok(bytes) => bytes,
        Err(error) => return Err(Failure::File(shown, error)),
    };
    let text = decode(&bytes).map_err(|refusal| Failure::Refused(shown, refusal))?;
    let name = Path::new(file).file_name().map(|name| name.to_string_lossy().into_owned());
    Ok(Article { text, name })
}

/// One byte more than is allowed is enough to know that a file is too large.
fn bytes(input: &mut dyn Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    input.take(LARGEST as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Decodes as the page does. A byte order mark of UTF-8 stays in the text, since offsets count the text
/// exactly as read; bytes that are wrong become U+FFFD.
fn decode(bytes: &[u8]) -> Result<String, crate::intake::encoding::Refusal> {
    let text = match sniff(bytes)? {
        Encoding::Utf8 => UTF_8.decode_without_bom_handling(bytes).0,
        Encoding::Utf16Le => UTF_16LE.decode_with_bom_removal(bytes).0,
        Encoding::Utf16Be => UTF_16BE.decode_with_bom_removal(bytes).0,
        Encoding::Windows1252 => WINDOWS_1252.decode_without_bom_handling(bytes).0,
    };
    Ok(text.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_byte_order_mark_counts() {
        assert_eq!(decode("\u{feff}één".as_bytes()).unwrap(), "\u{feff}één");
    }
}
