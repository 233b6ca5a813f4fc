//! The articles, compiled in, so that a browser without files reads the same ones.

macro_rules! articles {
    ($($name:literal),* $(,)?) => {
        /// Each article's name and text.
        pub const ARTICLES: &[(&str, &str)] =
            &[$(($name, include_str!(concat!("../articles/", $name, ".txt")))),*];
    };
}

articles!(
    "economy-crlf",
    "english-flood",
    "english-museum",
    "interview-no-date",
    "politics-low-quotes",
    "regional-bridge",
    "science-wrapped",
    "sport-2024-02-18",
);

/// One line an article: the length and a hash of its analysis JSON. Whoever computes them, natively or in a
/// browser, gets the same lines.
pub fn checksums() -> String {
    let line = |(name, text): &(&str, &str)| {
        let options = kroniek::Options { file_name: Some(format!("{name}.txt")), ..Default::default() };
        let json = kroniek::export::json::to_json(text, &kroniek::analyze(text, &options));
        format!("{name} {} {:016x}\n", json.len(), hash(json.as_bytes()))
    };
    ARTICLES.iter().map(line).collect()
}

/// FNV-1a.
fn hash(bytes: &[u8]) -> u64 {
    let step = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, step)
}
