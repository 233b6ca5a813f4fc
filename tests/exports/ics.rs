//! A reader of iCalendar as strict as RFC 5545 where our files could go wrong, for tests only.

/// The content lines of an iCalendar file, unfolded.
pub fn ics(text: &str) -> Result<Vec<(String, String)>, String> {
    if text.replace("\r\n", "").contains(['\r', '\n']) {
        return Err("a line end that is not CRLF".to_owned());
    }
    if let Some(line) = text.split("\r\n").find(|line| line.len() > 75) {
        return Err(format!("a line of {} octets: {line}", line.len()));
    }
    let mut open = Vec::new();
    let mut lines = Vec::new();
    for line in text.replace("\r\n ", "").split_terminator("\r\n") {
        let (name, value) = line.split_once(':').ok_or(format!("no colon: {line}"))?;
        if !name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-;=".contains(&byte)) {
            return Err(format!("no property: {line}"));
        }
        match name {
            "BEGIN" => open.push(value.to_owned()),
            "END" if open.pop().as_deref() != Some(value) => return Err(format!("{line} closes nothing")),
            _ => {}
        }
        lines.push((name.to_owned(), value.to_owned()));
    }
    if open.is_empty() { Ok(lines) } else { Err(format!("{open:?} stay open")) }
}
