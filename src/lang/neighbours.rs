//! Languages that share many short words with Dutch or English and are neither.

/// Frequent words of German, Afrikaans, Frisian, Danish, Norwegian, Swedish, French and Spanish, in byte
/// order. None of them is frequent in Dutch or English, also not as part of a name (`der`, `den`, `le`).
pub const FUNCTION_WORDS: &[&str] = &[
    "att", "auch", "auf", "aux", "av", "baie", "binne", "con", "dans", "das", "del", "dem", "deur", "du",
    "dy't", "dêr", "eine", "einem", "einen", "einer", "ek", "est", "et", "foar", "für", "gewees", "gjin",
    "hierdie", "hjir", "hulle", "hy", "ich", "ist", "jy", "les", "los", "mit", "nicht", "nie", "oan", "och",
    "og", "oor", "par", "para", "por", "pour", "que", "qui", "seit", "sich", "sur", "sy", "sê", "troch",
    "und", "une", "vir", "von", "wurdt", "yn",
];
