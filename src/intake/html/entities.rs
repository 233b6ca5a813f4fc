//! Character references: `&eacute;`, `&#233;`, `&#xE9;`.

use crate::text::{head, tail};

/// The names of U+00A0 to U+00FF in order (HTML 4, section 24.2).
const LATIN_1: &str = "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn \
    sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde \
    Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde \
    Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil \
    egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave \
    uacute ucirc uuml yacute thorn yuml";

/// Other names that news pages use.
const OTHERS: [(&str, char); 34] = [
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("bdquo", '„'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("sbquo", '‚'),
    ("lsaquo", '‹'),
    ("rsaquo", '›'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("hellip", '…'),
    ("bull", '•'),
    ("euro", '€'),
    ("trade", '™'),
    ("permil", '‰'),
    ("prime", '′'),
    ("OElig", 'Œ'),
    ("oelig", 'œ'),
    ("Scaron", 'Š'),
    ("scaron", 'š'),
    ("Yuml", 'Ÿ'),
    ("ensp", '\u{2002}'),
    ("emsp", '\u{2003}'),
    ("thinsp", '\u{2009}'),
    ("zwnj", '\u{200C}'),
    ("zwj", '\u{200D}'),
    ("lrm", '\u{200E}'),
    ("rlm", '\u{200F}'),
    ("minus", '−'),
];

/// What windows-1252 has at 0x80 to 0x9F: pages number their characters so, and HTML gives in to it.
const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž', '\u{8F}', '\u{90}',
    '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}', 'ž', 'Ÿ',
];

/// The longest reference, in bytes.
const LONGEST: usize = 10;

/// Gives `sink` the characters of `text` with its references replaced. What is no known reference stays.
pub fn decode(text: &str, sink: &mut impl FnMut(char)) {
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        head(rest, at).chars().for_each(&mut *sink);
        rest = tail(rest, at + 1);
        match reference(rest) {
            Some((c, length)) => {
                sink(c);
                rest = tail(rest, length);
            }
            None => sink('&'),
        }
    }
    rest.chars().for_each(sink);
}

/// The character that a reference names, and the bytes it takes behind its `&`.
fn reference(text: &str) -> Option<(char, usize)> {
    let end = text.bytes().take(LONGEST).position(|byte| !byte.is_ascii_alphanumeric() && byte != b'#');
    let end = end.unwrap_or(text.len().min(LONGEST));
    let name = text.get(..end)?;
    let closed = tail(text, end).starts_with(';');
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(digits) => u32::from_str_radix(digits, 16).ok()?,
            None => number.parse().ok()?,
        };
        let c = match code {
            0 => char::REPLACEMENT_CHARACTER,
            0x80..=0x9F => WINDOWS_1252[code as usize - 0x80],
            _ => char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER),
        };
        return Some((c, end + usize::from(closed)));
    }
    if !closed {
        return None;
    }
    let other = OTHERS.iter().find(|(other, _)| *other == name).map(|&(_, c)| c);
    let latin =
        || LATIN_1.split(' ').position(|latin| latin == name).and_then(|at| char::from_u32(0xA0 + at as u32));
    Some((other.or_else(latin)?, end + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_become_characters() {
        for (text, expected) in [
            ("caf&eacute; &amp; &euro;&nbsp;3", "café & €\u{A0}3"),
            ("&ldquo;ja&rdquo; &#8220;&#x201D;&#147;", "“ja” “”“"),
            ("&yuml;&Agrave;&shy;", "ÿÀ\u{AD}"),
            ("&#233 &#xE9.", "é é."),
            ("R&D, &onbekend; & &; &#; &#x; &amp", "R&D, &onbekend; & &; &#; &#x; &amp"),
            ("&#0;&#xD800;&#1114112;", "\u{FFFD}\u{FFFD}\u{FFFD}"),
            ("&amp;lt;", "&lt;"),
            ("é&é;&ééééééééééé", "é&é;&ééééééééééé"),
        ] {
            let mut decoded = String::new();
            decode(text, &mut |c| decoded.push(c));
            assert_eq!(decoded, expected);
        }
    }
}
