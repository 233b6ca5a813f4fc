//! Reading JSON (RFC 8259), strictly: what a browser's `JSON.parse` refuses is refused.

use core::fmt;

/// A JSON value. Numbers keep their digits: what they count is known only to who asks.
#[derive(Clone, Debug, PartialEq)]
pub enum Value<'a> {
    /// `null`
    Null,
    /// `true` or `false`
    Truth(bool),
    /// A number as it is written.
    Number(&'a str),
    /// A string.
    Text(String),
    /// A list.
    List(Vec<Value<'a>>),
    /// An object, in the order of its keys in the text.
    Map(Vec<(String, Value<'a>)>),
}

impl<'a> Value<'a> {
    /// The value of a key of an object. Of a key that stands twice the last counts, as in `JSON.parse`.
    pub fn get(&self, key: &str) -> Option<&Value<'a>> {
        match self {
            Self::Map(pairs) => pairs.iter().rev().find(|(known, _)| known == key).map(|(_, value)| value),
            _ => None,
        }
    }

    /// A string.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// A whole number of 32 bits.
    pub fn whole(&self) -> Option<u32> {
        match self {
            Self::Number(digits) => digits.parse().ok(),
            _ => None,
        }
    }

    /// The items of a list; none when it is no list.
    pub fn items(&self) -> &[Value<'a>] {
        match self {
            Self::List(items) => items,
            _ => &[],
        }
    }

    /// The string under a key.
    pub fn text_of(&self, key: &str) -> Option<&str> {
        self.get(key)?.text()
    }
}

/// Where a text stops being JSON, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The first byte that does not fit.
    pub at: usize,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "not JSON, from byte {}", self.at)
    }
}

impl core::error::Error for Fault {}

/// No export of ours or of others lies deeper; the limit keeps a hostile file from filling the stack.
const DEEPEST: u32 = 64;

/// Reads one JSON text.
///
/// # Errors
///
/// When it is none, or nests deeper than 64 brackets.
pub fn parse(text: &str) -> Result<Value<'_>, Fault> {
    let start = if text.starts_with('\u{feff}') { 3 } else { 0 };
    let mut reader = Reader { text, at: start };
    let value = reader.value(0)?;
    reader.space();
    if reader.at < text.len() { Err(reader.fault()) } else { Ok(value) }
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Reader<'a> {
    fn fault(&self) -> Fault {
        Fault { at: self.at }
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    fn take(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(byte);
        self.at += usize::from(found);
        found
    }

    fn expect(&mut self, byte: u8) -> Result<(), Fault> {
        if self.take(byte) { Ok(()) } else { Err(self.fault()) }
    }

    fn value(&mut self, depth: u32) -> Result<Value<'a>, Fault> {
        self.space();
        match self.peek() {
            Some(b'{' | b'[') if depth >= DEEPEST => Err(self.fault()),
            Some(b'{') => self.map(depth),
            Some(b'[') => self.list(depth),
            Some(b'"') => self.string().map(Value::Text),
            Some(b'-' | b'0'..=b'9') => self.number(),
            _ => self.word(),
        }
    }

    fn word(&mut self) -> Result<Value<'a>, Fault> {
        let rest = &self.text[self.at..];
        for (word, value) in
            [("null", Value::Null), ("true", Value::Truth(true)), ("false", Value::Truth(false))]
        {
            if rest.starts_with(word) {
                self.at += word.len();
                return Ok(value);
            }
        }
        Err(self.fault())
    }

    fn map(&mut self, depth: u32) -> Result<Value<'a>, Fault> {
        self.at += 1;
        let mut pairs = Vec::new();
        self.space();
        if self.take(b'}') {
            return Ok(Value::Map(pairs));
        }
        loop {
            self.space();
            let key = self.string()?;
            self.space();
            self.expect(b':')?;
            pairs.push((key, self.value(depth + 1)?));
            self.space();
            if !self.take(b',') {
                self.expect(b'}')?;
                return Ok(Value::Map(pairs));
            }
        }
    }

    fn list(&mut self, depth: u32) -> Result<Value<'a>, Fault> {
        self.at += 1;
        let mut items = Vec::new();
        self.space();
        if self.take(b']') {
            return Ok(Value::List(items));
        }
        loop {
            items.push(self.value(depth + 1)?);
            self.space();
            if !self.take(b',') {
                self.expect(b']')?;
                return Ok(Value::List(items));
            }
        }
    }

    fn digits(&mut self) -> Result<(), Fault> {
        let start = self.at;
        while matches!(self.peek(), Some(b'0'..=b'9')) {
            self.at += 1;
        }
        if self.at == start { Err(self.fault()) } else { Ok(()) }
    }

    fn number(&mut self) -> Result<Value<'a>, Fault> {
        let start = self.at;
        self.take(b'-');
        if !self.take(b'0') {
            self.digits()?;
        }
        if self.take(b'.') {
            self.digits()?;
        }
        if self.take(b'e') || self.take(b'E') {
            let _ = self.take(b'+') || self.take(b'-');
            self.digits()?;
        }
        Ok(Value::Number(&self.text[start..self.at]))
    }

    fn string(&mut self) -> Result<String, Fault> {
        self.expect(b'"')?;
        let mut out = String::new();
        loop {
            let start = self.at;
            while self.peek().is_some_and(|byte| byte >= b' ' && byte != b'"' && byte != b'\\') {
                self.at += 1;
            }
            out.push_str(&self.text[start..self.at]);
            if self.take(b'"') {
                return Ok(out);
            }
            self.expect(b'\\')?;
            out.push(self.escape()?);
        }
    }

    fn escape(&mut self) -> Result<char, Fault> {
        let byte = self.peek().ok_or(self.fault())?;
        let plain = match byte {
            b'"' | b'\\' | b'/' => char::from(byte),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                self.at += 1;
                return self.unit();
            }
            _ => return Err(self.fault()),
        };
        self.at += 1;
        Ok(plain)
    }

    /// The character of `\uXXXX`, or of two that are a pair. Half a pair is refused: no text of ours has it.
    fn unit(&mut self) -> Result<char, Fault> {
        let high = self.hexadecimal()?;
        if !(0xd800..0xdc00).contains(&high) {
            return char::from_u32(high).ok_or(self.fault());
        }
        self.expect(b'\\')?;
        self.expect(b'u')?;
        let low = self.hexadecimal()?;
        if !(0xdc00..0xe000).contains(&low) {
            return Err(self.fault());
        }
        char::from_u32(0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00)).ok_or(self.fault())
    }

    fn hexadecimal(&mut self) -> Result<u32, Fault> {
        let mut value = 0;
        for _ in 0..4 {
            let digit = self.peek().and_then(|byte| char::from(byte).to_digit(16)).ok_or(self.fault())?;
            value = value * 16 + digit;
            self.at += 1;
        }
        Ok(value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_read() {
        let value =
            parse(" {\"a\": [1, -2.5e3, true, null], \"b\": \"\\u00e9\\ud83d\\ude00\\n\", \"b\": \"last\"} ")
                .unwrap();
        assert_eq!(value.text_of("b"), Some("last"));
        let items = value.get("a").unwrap().items();
        assert_eq!((items[0].whole(), items[1].whole()), (Some(1), None));
        assert_eq!(items[1..], [Value::Number("-2.5e3"), Value::Truth(true), Value::Null]);
        assert_eq!(parse("\"\\u00e9\\ud83d\\ude00\\n\"").unwrap().text(), Some("é😀\n"));
    }

    #[test]
    fn what_is_not_json_is_refused() {
        for text in [
            "",
            "{",
            "[1,]",
            "{\"a\":1,}",
            "{a:1}",
            "01",
            "1.",
            "+1",
            "nul",
            "\"\n\"",
            "\"\\x\"",
            "\"\\ud83d\"",
            "\"\\ude00\"",
            "[1] 2",
            "'a'",
            "NaN",
            "\"\\ud83d\\u0041\"",
            "-",
            "1e",
            "\u{feff}",
            "\"a",
            "[\"a\":1]",
        ] {
            assert!(parse(text).is_err(), "{text:?}");
        }
    }

    #[test]
    fn depth_is_limited() {
        let deep = |depth: usize| ["[".repeat(depth), "]".repeat(depth)].concat();
        assert!(parse(&deep(64)).is_ok());
        assert!(parse(&deep(65)).is_err());
        assert!(parse(&"[".repeat(1_000_000)).is_err());
    }

    proptest::proptest! {
        #[test]
        fn any_text_goes_there_and_back(text in proptest::prelude::any::<String>()) {
            let mut json = super::super::Json::new();
            json.text(&text);
            let written = json.finish();
            let read = parse(&written).unwrap();
            proptest::prop_assert_eq!(read.text(), Some(&*text));
            proptest::prop_assert_eq!(serde_json::from_str::<String>(&written).unwrap(), text);
        }

        #[test]
        fn what_is_refused_is_what_a_library_refuses(text in "[\\[\\]{}:,\"\\\\0-9.eEu\\-+ntrfals]{0,12}") {
            let library = serde_json::from_str::<serde_json::Value>(&text);
            // The library also refuses what no 64-bit float holds, such as 1e999.
            let too_large = library.as_ref().is_err_and(|error| error.to_string().contains("out of range"));
            proptest::prop_assert_eq!(parse(&text).is_ok(), library.is_ok() || too_large, "{:?}", text);
        }
    }
}
