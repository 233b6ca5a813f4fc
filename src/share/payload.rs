//! What a link holds, as bytes: fields of a letter, a length and a value.
//!
//! A field with a small letter may be left out by a version that does not know it; one with a capital may not,
//! and its link is refused as one of a later version. So later versions can add fields without breaking the
//! links or the programs of today.

use super::LinkError;
use crate::lang::Language;
use crate::times::PartialDate;

/// What a link holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Payload {
    /// The article.
    pub text: String,
    /// Its title, if it is not part of the text.
    pub title: Option<String>,
    /// When it was published, if the reader stated it.
    pub date: Option<PartialDate>,
    /// Its language, if the reader stated it.
    pub language: Option<Language>,
    /// The view that opens: letters, digits and hyphens.
    pub view: Option<String>,
    /// What is selected: letters, digits and hyphens.
    pub selection: Option<String>,
    /// The reader's corrections in order. What is in each is the business of [`super::corrections`]; here they
    /// are bytes that come back as they were.
    pub corrections: Vec<Vec<u8>>,
}

/// Longest name of a view or a selection.
const NAME: usize = 64;

impl Payload {
    /// The fields one after the other, the long one last.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = Vec::with_capacity(self.text.len() + 64);
        let date = self.date.map(|date| date.to_string());
        let language = self.language.map(Language::code);
        let fields = [
            (b'l', language),
            (b'd', date.as_deref()),
            (b'v', self.view.as_deref()),
            (b's', self.selection.as_deref()),
            (b't', self.title.as_deref()),
        ];
        for (letter, value) in fields {
            if let Some(value) = value {
                put(&mut out, letter, value.as_bytes());
            }
        }
        for correction in &self.corrections {
            put(&mut out, b'C', correction);
        }
        put(&mut out, b'A', self.text.as_bytes());
        out
    }

    /// Reads the fields.
    ///
    /// # Errors
    ///
    /// [`LinkError::Later`] for a field that has to be known and is not, [`LinkError::Broken`] for all else.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, LinkError> {
        let mut payload = Self::default();
        let mut text = None;
        let mut rest = bytes;
        while let Some((&letter, behind)) = rest.split_first() {
            let (length, behind) = number(behind)?;
            let (value, behind) = behind.split_at_checked(length).ok_or(LinkError::Broken)?;
            rest = behind;
            match letter {
                b'A' if text.is_none() => text = Some(words(value)?),
                b'C' => payload.corrections.push(value.to_vec()),
                b't' => payload.title = Some(words(value)?),
                b'd' => payload.date = Some(words(value)?.parse().map_err(|_| LinkError::Broken)?),
                b'l' => payload.language = Language::from_code(&words(value)?),
                b'v' => payload.view = Some(name(value)?),
                b's' => payload.selection = Some(name(value)?),
                b'a'..=b'z' => {}
                b'A'..=b'Z' if letter != b'A' => return Err(LinkError::Later),
                _ => return Err(LinkError::Broken),
            }
        }
        payload.text = text.ok_or(LinkError::Broken)?;
        Ok(payload)
    }
}

fn put(out: &mut Vec<u8>, letter: u8, value: &[u8]) {
    out.push(letter);
    let mut rest = value.len();
    while rest >= 128 {
        out.push(rest as u8 | 128);
        rest >>= 7;
    }
    out.push(rest as u8);
    out.extend_from_slice(value);
}

/// A length: seven bits a byte, the low ones first; the high bit tells that more follow.
fn number(bytes: &[u8]) -> Result<(usize, &[u8]), LinkError> {
    let mut value = 0;
    for (at, &byte) in bytes.iter().take(4).enumerate() {
        value |= usize::from(byte & 127) << (7 * at);
        if byte < 128 {
            return Ok((value, &bytes[at + 1..]));
        }
    }
    Err(LinkError::Broken)
}

fn words(bytes: &[u8]) -> Result<String, LinkError> {
    core::str::from_utf8(bytes).map(str::to_owned).map_err(|_| LinkError::Broken)
}

fn name(bytes: &[u8]) -> Result<String, LinkError> {
    let plain = bytes.len() <= NAME && bytes.iter().all(|&byte| byte.is_ascii_alphanumeric() || byte == b'-');
    if plain { words(bytes) } else { Err(LinkError::Broken) }
}
