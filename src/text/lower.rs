//! Lower case, for look-ups.
//!
//! The standard library does the same with tables of ten times the size, which the page's worker would carry.
//! This differs in one thing: a capital sigma becomes `σ` at the end of a word too.

/// Stretches of characters: first, last, step, and how far behind its lower case is.
const RUNS: &[(u32, u32, u32, i32)] = include!(concat!(env!("OUT_DIR"), "/lower.rs"));

/// `word` in lower case.
pub fn lower(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    let mut out = String::with_capacity(word.len());
    word.chars().for_each(|char| push_lower(&mut out, char));
    out
}

/// Appends the lower case of a character.
pub(crate) fn push_lower(out: &mut String, char: char) {
    out.push(lower_char(char));
    if char == 'İ' {
        out.push('\u{307}');
    }
}

/// The lower case of a character, or the first character of it.
pub(crate) fn lower_char(char: char) -> char {
    if char.is_ascii() {
        return char.to_ascii_lowercase();
    }
    let code = u32::from(char);
    if char == 'İ' {
        return 'i';
    }
    match RUNS.get(RUNS.partition_point(|run| run.1 < code)) {
        Some(&(first, _, step, distance)) if code >= first && (code - first) % step == 0 => {
            code.checked_add_signed(distance).and_then(char::from_u32).unwrap_or(char)
        }
        _ => char,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_is_as_the_standard_library_has_it() {
        for char in ('\0'..=char::MAX).filter(|&char| char != 'Σ') {
            assert_eq!(lower(&char.to_string()), char.to_lowercase().to_string(), "{char:?}");
        }
        assert_eq!(lower("ÉÉN İzmir ΑΣ"), "één i\u{307}zmir ας".replace('ς', "σ"));
    }
}
