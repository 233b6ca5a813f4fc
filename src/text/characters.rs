//! Classes of characters that the segmentation rules speak of.

/// What a byte is to the tokenizer. [`Byte::High`] stands for every byte of a character beyond ASCII.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Byte {
    /// ASCII white space: tab, line feed, vertical tab, form feed, carriage return, space.
    Space,
    /// `A` to `Z` and `a` to `z`: `ALetter` of UAX 29.
    Letter,
    /// `0` to `9`: `Numeric` of UAX 29.
    Digit,
    /// `_`: `ExtendNumLet` of UAX 29.
    Underscore,
    /// Any other visible ASCII character.
    Mark,
    /// An ASCII control character that is no white space.
    Control,
    /// Part of a character beyond ASCII.
    High,
}

impl Byte {
    /// Whether UAX 29 keeps a run of such bytes together (WB5, WB8 to WB10, WB13a, WB13b).
    pub(super) fn is_word(self) -> bool {
        matches!(self, Self::Letter | Self::Digit | Self::Underscore)
    }
}

const BYTES: [Byte; 256] = {
    let mut table = [Byte::High; 256];
    let mut byte = 0;
    while byte < 128 {
        table[byte] = match byte as u8 {
            b'\t'..=b'\r' | b' ' => Byte::Space,
            b'A'..=b'Z' | b'a'..=b'z' => Byte::Letter,
            b'0'..=b'9' => Byte::Digit,
            b'_' => Byte::Underscore,
            0x21..=0x7E => Byte::Mark,
            _ => Byte::Control,
        };
        byte += 1;
    }
    table
};

/// The class of a byte.
pub(super) fn byte(byte: u8) -> Byte {
    BYTES[byte as usize]
}

/// Whether a character leaves no mark on paper, so that no token need cover it: white space, controls,
/// and the format characters that news texts carry along (soft hyphen, zero-width space and joiners,
/// direction marks, byte order mark).
pub fn is_blank(character: char) -> bool {
    character.is_whitespace() || is_invisible(character)
}

/// The characters of [`is_blank`] that are no white space.
pub(super) fn is_invisible(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}')
        || matches!(character, '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}')
}

/// Whether a character is punctuation rather than a symbol (`%` and `#` count as symbols).
pub(super) fn is_punctuation(character: char) -> bool {
    match character {
        '$' | '+' | '<' | '=' | '>' | '^' | '`' | '|' | '~' | '%' | '#' | '@' | '&' | '*' | '_' => false,
        '!'..='~' => true,
        '¡' | '«' | '¶' | '·' | '»' | '¿' | '´' => true,
        '\u{2010}'..='\u{2027}' | '\u{2032}'..='\u{203F}' | '\u{2045}'..='\u{2051}' => true,
        '\u{2E00}'..='\u{2E7F}' | '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3011}' => true,
        '\u{3014}'..='\u{301F}' | '！' | '，' | '．' | '：' | '；' | '？' => true,
        _ => false,
    }
}

/// Whether a character ends a sentence (`STerm` and `ATerm` of UAX 29, as far as Latin texts use them,
/// and the ellipsis).
pub(super) fn is_terminator(character: char) -> bool {
    matches!(character, '.' | '!' | '?' | '…' | '‼' | '⁇' | '⁈' | '⁉' | '‽' | '。' | '！' | '？' | '．')
}

/// Whether a character is a hyphen that joins words.
pub(super) fn is_hyphen(character: char) -> bool {
    matches!(character, '-' | '\u{2010}' | '\u{2011}')
}

/// Whether a character serves as an apostrophe.
pub(super) fn is_apostrophe(character: char) -> bool {
    matches!(character, '\'' | '’' | '´')
}

/// Whether a character can open a quotation or a bracket, or stand before a sentence as a dash or bullet.
pub(super) fn is_opening(character: char) -> bool {
    matches!(character, '"' | '\'' | '“' | '”' | '„' | '‟' | '‘' | '’' | '‚' | '‛' | '«' | '»' | '‹' | '›')
        || matches!(character, '(' | '[' | '{' | '-' | '–' | '—' | '―' | '•' | '*' | '¿' | '¡' | '`')
}

/// Whether a character can close what a sentence opened: `Close` of UAX 29 less what only opens.
pub(super) fn is_closing(character: char) -> bool {
    matches!(character, '"' | '\'' | '”' | '“' | '’' | '‘' | '»' | '›' | ')' | ']' | '}')
}

/// Whether a character is a superscript, subscript or fraction that belongs to the word before it: `km²`.
pub(super) fn is_raised(character: char) -> bool {
    matches!(character, '²' | '³' | '¹' | '¼'..='¾' | '⁰'..='⁹' | '₀'..='₉' | '⅐'..='⅞' | 'ª' | 'º')
}

/// The first character of `text` from byte `at` on, `None` at the end or inside a character.
pub(super) fn char_at(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}
