//! A reader of CSV as strict as RFC 4180, for tests only.

/// The rows of a CSV file by RFC 4180; line ends may be CRLF or LF.
pub fn csv(text: &str) -> Result<Vec<Vec<String>>, String> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut rows = Vec::new();
    let (mut row, mut cell, mut quoted, mut closed) = (Vec::new(), String::new(), false, false);
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '"' if quoted && characters.peek() == Some(&'"') => {
                characters.next();
                cell.push('"');
            }
            '"' if quoted => (quoted, closed) = (false, true),
            _ if quoted => cell.push(character),
            '"' if cell.is_empty() && !closed => quoted = true,
            ',' => {
                row.push(std::mem::take(&mut cell));
                closed = false;
            }
            '\r' if characters.peek() == Some(&'\n') => {}
            '\n' => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
                closed = false;
            }
            // Real files have marks inside an open cell; ours never do.
            _ if !closed => cell.push(character),
            _ => return Err(format!("{character:?} after a closing mark in row {}", rows.len() + 1)),
        }
    }
    if quoted {
        return Err("an open mark at the end".to_owned());
    }
    if !cell.is_empty() || !row.is_empty() {
        row.push(cell);
        rows.push(row);
    }
    Ok(rows)
}
