//! What a word looks like: the first clue to a name.

/// The shape of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// No capital, or no letter at all.
    Lower,
    /// A capital, then lower case: `Rotterdam`, `Oost-Europa`.
    Capital,
    /// Two capitals or more and no lower case: `NAVO`, `D66`, `N-VA`.
    Upper,
    /// A capital elsewhere: `PvdA`, `iPhone`, `VolkerWessels`.
    Mixed,
    /// Initials with their points: `J.`, `A.M.`, `Th.`.
    Initials,
}

impl Shape {
    /// Whether such a word can open or continue a name.
    pub fn is_name_like(self) -> bool {
        self != Self::Lower
    }
}

/// The shape of `word`.
pub(super) fn shape(word: &str) -> Shape {
    // Most words: told without a look at what Unicode says of each letter.
    if word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return Shape::Lower;
    }
    if is_initials(word) {
        return Shape::Initials;
    }
    let mut letters = word.chars().filter(|char| char.is_alphabetic());
    let Some(first) = letters.next() else { return Shape::Lower };
    let (mut upper, mut lower) = (usize::from(first.is_uppercase()), usize::from(first.is_lowercase()));
    for letter in letters {
        upper += usize::from(letter.is_uppercase());
        lower += usize::from(letter.is_lowercase());
    }
    let parts = word.split(['-', '\u{2011}', '\'', '’']);
    let inner = parts.map(inner_capitals).sum::<usize>();
    match (upper, lower) {
        (0, _) => Shape::Lower,
        (_, 0) if upper > 1 || word.chars().any(|char| char.is_ascii_digit()) => Shape::Upper,
        (_, 0) => Shape::Capital,
        _ if inner > 0 => Shape::Mixed,
        _ => Shape::Capital,
    }
}

/// Capitals after the first letter.
fn inner_capitals(part: &str) -> usize {
    part.chars().skip_while(|char| !char.is_alphabetic()).skip(1).filter(|char| char.is_uppercase()).count()
}

fn is_initials(word: &str) -> bool {
    let Some(body) = word.strip_suffix('.') else { return false };
    body.split('.').all(|part| {
        let mut chars = part.chars();
        chars.next().is_some_and(char::is_uppercase) && chars.as_str().chars().count() <= 1
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes() {
        for (word, expected) in [
            ("minister", Shape::Lower),
            ("3.000", Shape::Lower),
            ("Rotterdam", Shape::Capital),
            ("Oost-Europa", Shape::Capital),
            ("NAVO", Shape::Upper),
            ("A12", Shape::Upper),
            ("N-VA", Shape::Upper),
            ("PvdA", Shape::Mixed),
            ("iPhone", Shape::Mixed),
            ("J.", Shape::Initials),
            ("Th.", Shape::Initials),
            ("A.M.", Shape::Initials),
            ("Inc.", Shape::Capital),
            ("Étienne", Shape::Capital),
        ] {
            assert_eq!(shape(word), expected, "{word}");
        }
    }
}
