//! Offsets between UTF-8 bytes, Unicode code points and UTF-16 units.
//!
//! Inside, every offset counts UTF-8 bytes. The JSON contract counts code points and the browser counts
//! UTF-16 units; each edge converts once, in one pass over the text.

/// Converts ascending or random byte offsets of one text.
///
/// Building takes one pass; each look-up walks at most `STRIDE` bytes.
pub struct Offsets<'t> {
    text: &'t str,
    /// Code points and UTF-16 units before every `STRIDE`-th byte.
    marks: Vec<(u32, u32)>,
}

/// Bytes between two marks.
const STRIDE: usize = 256;

impl<'t> Offsets<'t> {
    /// Reads `text` once.
    pub fn new(text: &'t str) -> Self {
        let mut marks = Vec::with_capacity(text.len() / STRIDE + 1);
        let (mut points, mut units) = (0, 0);
        for (index, byte) in text.bytes().enumerate() {
            if index % STRIDE == 0 {
                marks.push((points, units));
            }
            let (point, unit) = weight(byte);
            points += point;
            units += unit;
        }
        marks.push((points, units));
        Self { text, marks }
    }

    /// Code points before byte `offset`.
    pub fn code_points(&self, offset: u32) -> u32 {
        self.before(offset).0
    }

    /// UTF-16 units before byte `offset`.
    pub fn utf16(&self, offset: u32) -> u32 {
        self.before(offset).1
    }

    fn before(&self, offset: u32) -> (u32, u32) {
        let offset = (offset as usize).min(self.text.len());
        let mark = (offset / STRIDE).min(self.marks.len() - 1);
        let rest = &self.text.as_bytes()[(mark * STRIDE).min(offset)..offset];
        rest.iter().fold(self.marks[mark], |(points, units), &byte| {
            let (point, unit) = weight(byte);
            (points + point, units + unit)
        })
    }
}

/// What a byte adds: a leading byte is one code point, and two UTF-16 units above the basic plane.
fn weight(byte: u8) -> (u32, u32) {
    match byte {
        0x80..=0xBF => (0, 0),
        0xF0..=0xFF => (1, 2),
        _ => (1, 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_boundary_agrees_with_the_standard_library() {
        let text = "Één café 👩‍👩‍👧 in Oekraïne. ".repeat(40);
        let offsets = Offsets::new(&text);
        for (offset, _) in text.char_indices().chain([(text.len(), ' ')]) {
            let before = &text[..offset];
            assert_eq!(offsets.code_points(offset as u32) as usize, before.chars().count());
            assert_eq!(offsets.utf16(offset as u32) as usize, before.encode_utf16().count());
        }
    }

    #[test]
    fn an_empty_text_has_one_offset() {
        assert_eq!(Offsets::new("").code_points(7), 0);
    }
}
