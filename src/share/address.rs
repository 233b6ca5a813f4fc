//! The page's address: what stands behind `#`, with what host pages add to it.

/// The parameters behind `#`.
///
/// A program that embeds the page may add its own: WordPress ends the address with `#?secret=...`, whether
/// there was a `#` or not. What it adds is read after ours and never instead of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Address {
    pairs: Vec<(String, String)>,
}

impl Address {
    /// Reads what stands behind `#`, with or without it.
    pub fn read(hash: &str) -> Self {
        let hash = hash.strip_prefix('#').unwrap_or(hash);
        // A `?` further on is part of an address that is a value of ours.
        let end = if hash.starts_with('?') { 0 } else { hash.find('#').unwrap_or(hash.len()) };
        let (own, added) = hash.split_at(end);
        let mut pairs = Vec::new();
        for part in own.split('&').chain(added.trim_start_matches(['#', '?']).split('&')) {
            let (name, value) = part.split_once('=').unwrap_or((part, ""));
            if !name.is_empty() && pairs.iter().all(|(known, _)| known != name) {
                pairs.push((name.to_owned(), decode(value)));
            }
        }
        Self { pairs }
    }

    /// The value of a parameter, with its percent signs read.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.pairs.iter().find(|(known, _)| known == name).map(|(_, value)| &**value)
    }

    /// Whether a parameter is there, with or without a value.
    pub fn has(&self, name: &str) -> bool {
        self.get(name).is_some()
    }
}

/// What has to stand behind `#` when an article's address was put behind `?` by mistake, where it would have
/// reached the server: the query's `src` or `d`, then what is behind `#` already. `None` when nothing has to
/// move.
pub fn moved(query: &str, hash: &str) -> Option<String> {
    let query = query.strip_prefix('?').unwrap_or(query);
    let mistaken = |part: &&str| part.starts_with("src=") || part.starts_with("d=");
    let moved: Vec<&str> = query.split('&').filter(mistaken).collect();
    let hash = hash.strip_prefix('#').unwrap_or(hash);
    let both = moved.iter().copied().chain(Some(hash).filter(|hash| !hash.is_empty()));
    (!moved.is_empty()).then(|| both.collect::<Vec<_>>().join("&"))
}

/// Reads `%C3%A9`; what is no such sign stays as it is.
fn decode(text: &str) -> String {
    if !text.contains('%') {
        return text.to_owned();
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&byte, behind)) = rest.split_first() {
        let digit = |at: usize| behind.get(at).and_then(|&digit| char::from(digit).to_digit(16));
        match (byte, digit(0), digit(1)) {
            (b'%', Some(high), Some(low)) => {
                bytes.push((high * 16 + low) as u8);
                rest = &behind[2..];
            }
            _ => {
                bytes.push(byte);
                rest = behind;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameters_are_found() {
        let address = Address::read("#d=1a.b&view=events&embed&x=%C3%A9%zz");
        assert_eq!(address.get("d"), Some("1a.b"));
        assert_eq!((address.get("view"), address.get("x")), (Some("events"), Some("é%zz")));
        assert!(address.has("embed") && !address.has("sel"));
        assert_eq!(Address::read("").get("d"), None);
    }

    #[test]
    fn what_a_host_adds_is_no_part_of_ours() {
        let address = Address::read("#d=1a.b&view=events#?secret=abc");
        assert_eq!((address.get("view"), address.get("secret")), (Some("events"), Some("abc")));
        let address = Address::read("#?secret=abc");
        assert_eq!((address.get("d"), address.get("secret")), (None, Some("abc")));
        let address = Address::read("#src=https://krant.nl/a?b=c&view=all#?secret=abc&view=none");
        assert_eq!(address.get("src"), Some("https://krant.nl/a?b=c"));
        assert_eq!((address.get("view"), address.get("secret")), (Some("all"), Some("abc")));
    }

    #[test]
    fn an_article_behind_a_question_mark_moves() {
        assert_eq!(moved("?src=a.txt&x=1", "#view=all").as_deref(), Some("src=a.txt&view=all"));
        assert_eq!(moved("?src=a.txt", "").as_deref(), Some("src=a.txt"));
        assert_eq!(moved("?x=1", "#view=all"), None);
        assert_eq!(moved("", ""), None);
    }
}
