//! Escaping for XML and HTML.

/// Text as the content of an element or the value of an attribute, in XML and in HTML. What no XML document
/// may hold (most control characters) becomes U+FFFD, and every line end a line feed.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 16);
    escape_onto(&mut out, text);
    out
}

/// The same, at the end of another text.
pub(super) fn escape_onto(out: &mut String, text: &str) {
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\r' => {
                if characters.peek() != Some(&'\n') {
                    out.push('\n');
                }
            }
            '\t' | '\n' => out.push(character),
            '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            _ => out.push(character),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_stays_markup() {
        assert_eq!(
            escape("]]></script>&\"'\u{0}\r\n\r"),
            "]]&gt;&lt;/script&gt;&amp;&quot;&#39;\u{fffd}\n\n"
        );
    }
}
