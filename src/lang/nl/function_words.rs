//! The most frequent short words of written Dutch.

/// Function words in byte order. They make up about two fifths of a news text.
pub const FUNCTION_WORDS: &[&str] = &[
    "aan", "af", "al", "alle", "als", "andere", "bij", "dan", "dat", "de", "deze", "die", "dit", "door",
    "een", "en", "er", "geen", "haar", "had", "heb", "hebben", "heeft", "hem", "het", "hij", "hoe", "hun",
    "ik", "in", "is", "je", "kan", "kon", "maar", "meer", "met", "mijn", "moet", "na", "naar", "niet", "nog",
    "nu", "of", "om", "onder", "ons", "ook", "op", "over", "sinds", "te", "tegen", "toen", "tot", "tussen",
    "uit", "van", "veel", "voor", "waar", "was", "wat", "we", "weer", "wel", "werd", "wij", "wil", "worden",
    "wordt", "ze", "zegt", "zei", "zich", "zij", "zijn", "zo", "zou",
];
