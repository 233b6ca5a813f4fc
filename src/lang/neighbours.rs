//! Languages that share many short words with Dutch or English and are neither.

/// Frequent words of German, Afrikaans, Frisian, Danish, Norwegian and Swedish, in byte order. None of them
/// is frequent in Dutch or English, also not as part of a name (`der`, `den`).
pub const FUNCTION_WORDS: &[&str] = &[
    "att", "auch", "auf", "av", "baie", "binne", "das", "dem", "deur", "dy't", "dêr", "eine", "einem",
    "einen", "einer", "ek", "foar", "für", "gewees", "gjin", "hierdie", "hjir", "hulle", "hy", "ich", "ist",
    "jy", "mit", "nicht", "nie", "oan", "och", "og", "oor", "seit", "sich", "sy", "sê", "troch", "und",
    "vir", "von", "wurdt", "yn",
];
