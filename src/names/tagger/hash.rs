//! Hashes of words and of features: the same on every machine, and part of the model's format.

/// FNV-1a over numbers.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Hash(u32);

impl Hash {
    /// Of nothing.
    pub const fn new() -> Self {
        Self(0x811c_9dc5)
    }

    /// Goes on with one number.
    pub fn add(&mut self, number: u32) {
        self.0 = (self.0 ^ number).wrapping_mul(0x0100_0193);
    }

    /// The hash so far, its bits stirred: FNV leaves the low ones weak.
    pub fn value(self) -> u32 {
        stir(self.0)
    }
}

/// Spreads what the bits tell over all bits (the finalizer of MurmurHash3).
#[inline(always)]
pub(crate) const fn stir(mut bits: u32) -> u32 {
    bits ^= bits >> 16;
    bits = bits.wrapping_mul(0x85eb_ca6b);
    bits ^= bits >> 13;
    bits = bits.wrapping_mul(0xc2b2_ae35);
    bits ^ bits >> 16
}

/// A letter or digit in lower case and without its accent; 0 for every other character.
pub fn fold(char: char) -> u32 {
    match char {
        'a'..='z' | '0'..='9' | '&' | '+' => u32::from(char),
        'A'..='Z' => u32::from(char.to_ascii_lowercase()),
        '\u{c0}'..='\u{17f}' => {
            // À to ſ, each as the letter that a keyboard without accents gives.
            const LETTERS: &[u8; 192] = b"aaaaaaaceeeeiiiidnooooo.ouuuuytsaaaaaaaceeeeiiiidnooooo.ouuuuyty\
aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll\
lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
            let letter = LETTERS.get((u32::from(char) - 0xc0) as usize).copied().unwrap_or(b'.');
            if letter == b'.' { 0 } else { u32::from(letter) }
        }
        _ if char.is_alphanumeric() => u32::from(crate::text::lower_char(char)),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding() {
        let folded = |word: &str| {
            word.chars()
                .filter_map(|char| char::from_u32(fold(char)).filter(|&char| char != '\0'))
                .collect::<String>()
        };
        assert_eq!(folded("Oekraïne"), "oekraine");
        assert_eq!(folded("Łódź's-Hértogenbosch, Ž ñ Ø ÿ × ÷"), "lodzshertogenboschznoy");
        assert_eq!(folded("ŠĆőŝ Ξ"), "scosξ");
    }
}
