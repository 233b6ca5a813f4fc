//! Writing JSON.

use core::fmt::Write as _;

/// A JSON text that grows. Commas are set where they belong; that brackets match is the caller's business.
#[derive(Default)]
pub struct Json {
    out: String,
    /// Whether the next value follows a bracket or a key, and so no comma.
    fresh: bool,
}

impl Json {
    /// An empty text.
    pub fn new() -> Self {
        Self { out: String::new(), fresh: true }
    }

    /// The text.
    pub fn finish(self) -> String {
        self.out
    }

    fn separate(&mut self) {
        if !self.fresh {
            self.out.push(',');
        }
        self.fresh = false;
    }

    /// Opens an object `{` or a list `[`.
    pub fn open(&mut self, bracket: char) -> &mut Self {
        self.separate();
        self.out.push(bracket);
        self.fresh = true;
        self
    }

    /// Closes an object `}` or a list `]`.
    pub fn close(&mut self, bracket: char) -> &mut Self {
        self.out.push(bracket);
        self.fresh = false;
        self
    }

    /// A key; its value follows.
    pub fn key(&mut self, key: &str) -> &mut Self {
        self.text(key);
        self.out.push(':');
        self.fresh = true;
        self
    }

    /// A string.
    pub fn text(&mut self, text: &str) -> &mut Self {
        self.separate();
        self.out.push('"');
        for character in text.chars() {
            match character {
                '"' => self.out.push_str("\\\""),
                '\\' => self.out.push_str("\\\\"),
                '\n' => self.out.push_str("\\n"),
                '\r' => self.out.push_str("\\r"),
                '\t' => self.out.push_str("\\t"),
                '\u{8}' => self.out.push_str("\\b"),
                '\u{c}' => self.out.push_str("\\f"),
                '\0'..='\u{1f}' => {
                    // Writing to a string does not fail.
                    let _ = write!(self.out, "\\u{:04x}", u32::from(character));
                }
                _ => self.out.push(character),
            }
        }
        self.out.push('"');
        self
    }

    /// A string, or `null`.
    pub fn text_or_null(&mut self, text: Option<&str>) -> &mut Self {
        match text {
            Some(text) => self.text(text),
            None => self.literal("null"),
        }
    }

    /// A whole number.
    pub fn number(&mut self, number: i64) -> &mut Self {
        self.separate();
        let _ = write!(self.out, "{number}");
        self
    }

    /// What is JSON already: `null`, `true`, `0.95`.
    pub fn literal(&mut self, literal: &str) -> &mut Self {
        self.separate();
        self.out.push_str(literal);
        self
    }

    /// A key with a string.
    pub fn pair(&mut self, key: &str, text: &str) -> &mut Self {
        self.key(key).text(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commas_stand_between_values_only() {
        let mut json = Json::new();
        json.open('{')
            .key("a")
            .open('[')
            .number(-1)
            .literal("null")
            .text("x")
            .open('[')
            .close(']')
            .close(']');
        json.pair("b", "\"\\\n\u{1}</script>").close('}');
        assert_eq!(json.finish(), r#"{"a":[-1,null,"x",[]],"b":"\"\\\n\u0001</script>"}"#);
    }
}
