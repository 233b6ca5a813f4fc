//! A reader's corrections as a link holds them: one a field, a letter for the kind first.
//!
//! ```text
//! t <start> - <end> [= <value>]
//! ```
//!
//! `t` corrects a time expression: where it stands in UTF-8 bytes, and what it means; without a value it is no
//! time. A kind that a version does not know makes its link one of a later version: an article that is shown
//! without some of its corrections would be another one.

use super::LinkError;
use crate::edits::Edit;
use crate::text::Span;

/// The corrections as fields of a [`super::Payload`].
pub fn write(edits: &[Edit]) -> Vec<Vec<u8>> {
    edits.iter().map(|edit| field(edit).into_bytes()).collect()
}

fn field(edit: &Edit) -> String {
    match edit {
        Edit::Time { span, value } => {
            let mut field = ["t", &span.start.to_string(), "-", &span.end.to_string()].concat();
            if let Some(value) = value {
                field.push('=');
                field.push_str(&value.to_string());
            }
            field
        }
    }
}

/// The corrections of a link whose text begins at byte `from` of what is opened.
///
/// # Errors
///
/// [`LinkError::Later`] for a kind that is not known, [`LinkError::Broken`] for what no correction looks like.
pub fn read(fields: &[Vec<u8>], from: u32) -> Result<Vec<Edit>, LinkError> {
    fields.iter().map(|field| edit(field, from)).collect()
}

fn edit(field: &[u8], from: u32) -> Result<Edit, LinkError> {
    match field.split_first() {
        Some((b't', rest)) => time(rest, from).ok_or(LinkError::Broken),
        Some((b'a'..=b'z', _)) => Err(LinkError::Later),
        _ => Err(LinkError::Broken),
    }
}

fn time(field: &[u8], from: u32) -> Option<Edit> {
    let field = core::str::from_utf8(field).ok()?;
    let (place, value) = match field.split_once('=') {
        Some((place, value)) => (place, Some(value.parse().ok()?)),
        None => (field, None),
    };
    let (start, end) = place.split_once('-')?;
    let [start, end] = [start, end].map(|text| text.parse::<u32>().ok()?.checked_add(from));
    let span = Span { start: start?, end: end? };
    (span.start < span.end).then_some(Edit::Time { span, value })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn times() -> Vec<Edit> {
        let value = |text: &str| Some(text.parse().unwrap());
        vec![
            Edit::Time { span: Span::new(3, 11), value: value("2022-03-24") },
            Edit::Time { span: Span::new(20, 28), value: value("2022-03-24T20:30") },
            Edit::Time { span: Span::new(300, 301), value: value("0043") },
            Edit::Time { span: Span::new(40, 44), value: None },
        ]
    }

    #[test]
    fn what_is_written_is_read() {
        assert_eq!(read(&write(&times()), 0), Ok(times()));
        assert_eq!(write(&times())[0], b"t3-11=2022-03-24");
        assert_eq!(write(&times())[3], b"t40-44");
        assert_eq!(read(&[], 0), Ok(Vec::new()));
    }

    #[test]
    fn a_text_that_begins_later_moves_them() {
        let edit = Edit::Time { span: Span::new(10, 12), value: None };
        assert_eq!(read(&[b"t3-5".to_vec()], 7), Ok(vec![edit]));
    }

    #[test]
    fn a_kind_of_a_later_version_is_refused_as_such_and_nonsense_as_nonsense() {
        assert_eq!(read(&[b"t3-5".to_vec(), b"n3-5=PER".to_vec()], 0), Err(LinkError::Later));
        let wrong: [&[u8]; 11] = [
            b"",
            b"t",
            b"t3",
            b"t5-3",
            b"t3-3",
            b"t3-5=",
            b"t3-5=gisteren",
            b"t-1-5",
            b"t3-4294967296",
            b"\xff",
            b"t3-5\xff",
        ];
        for field in wrong {
            assert_eq!(read(&[field.to_vec()], 0), Err(LinkError::Broken), "{field:?}");
        }
        assert_eq!(read(&[b"t3-4294967295".to_vec()], 7), Err(LinkError::Broken));
    }
}
