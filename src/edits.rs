//! A reader's corrections: operations over what was found, so that they survive every new analysis of the same text.
//!
//! A correction is applied right after the stage that it corrects, so that later stages build on it: an event whose time was
//! corrected moves along.

use serde::{Deserialize, Serialize};

use crate::analysis::Time;
use crate::text::Span;
use crate::times::{PartialDate, TimeKind};

/// One correction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Edit {
    /// The time expression at `span` means `value`, or is none.
    Time {
        /// Where the time expression stands: UTF-8 bytes of the text.
        span: Span,
        /// What it means; `None` where it is no time at all.
        value: Option<PartialDate>,
    },
}

/// Appends a correction; an earlier one of the same thing is replaced.
pub fn record(edits: &mut Vec<Edit>, edit: Edit) {
    let Edit::Time { span, .. } = edit;
    take_back(edits, span);
    edits.push(edit);
}

/// Takes back the correction of the time expression at `span`.
pub fn take_back(edits: &mut Vec<Edit>, span: Span) {
    edits.retain(|Edit::Time { span: other, .. }| *other != span);
}

/// Applies the corrections of time expressions. One whose time was not found this time changes nothing.
pub(crate) fn correct_times(edits: &[Edit], times: &mut Vec<Time>) {
    for &Edit::Time { span, value } in edits {
        match (value, times.iter().position(|time| time.span == span)) {
            (_, None) => {}
            (None, Some(at)) => drop(times.remove(at)),
            (Some(value), Some(at)) => {
                let kind = if value.minute.is_some() { TimeKind::Time } else { TimeKind::Date };
                let interval = Some(value.interval());
                times[at] = Time { span, kind, value: value.to_string(), modifier: None, interval };
            }
        }
    }
}

#[cfg(all(test, feature = "embedded-packs"))]
mod tests {
    use super::*;
    use crate::pipeline::{Options, analyze};

    const TEXT: &str = "date 2022-03-24\n\nBrand\n\nGisteren brandde een molen af.\n";

    fn values(edits: Vec<Edit>) -> Vec<String> {
        let options = Options { edits, ..Options::default() };
        let found = analyze(TEXT, &options);
        let told = |time: &Time| [time.span.of(TEXT), " ", &time.value].concat();
        let events = found.events.iter().filter_map(|event| event.value.clone());
        found.times.iter().skip(1).map(told).chain(events).collect()
    }

    fn yesterday() -> Span {
        let start = TEXT.find("Gisteren").unwrap();
        Span::new(start, start + "Gisteren".len())
    }

    #[test]
    fn an_event_moves_with_its_time() {
        assert_eq!(values(Vec::new()), ["Gisteren 2022-03-23", "2022-03-23"]);
        let value = Some("2022-03".parse().unwrap());
        let edit = Edit::Time { span: yesterday(), value };
        assert_eq!(values(vec![edit]), ["Gisteren 2022-03", "2022-03"]);
    }

    #[test]
    fn what_is_no_time_goes_and_comes_back() {
        let mut edits = Vec::new();
        record(&mut edits, Edit::Time { span: yesterday(), value: Some("2020".parse().unwrap()) });
        record(&mut edits, Edit::Time { span: yesterday(), value: None });
        assert_eq!(edits.len(), 1);
        assert!(!values(edits.clone()).iter().any(|value| value.starts_with("Gisteren")));
        take_back(&mut edits, yesterday());
        assert_eq!(values(edits), values(Vec::new()));
    }

    #[test]
    fn a_correction_of_another_text_changes_nothing() {
        let edit = Edit::Time { span: Span::new(3, 900), value: None };
        assert_eq!(values(vec![edit]), values(Vec::new()));
    }
}
