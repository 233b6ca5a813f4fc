//! The JSON that TimelineJS3 reads: dated events, as precise as they were stated.
//!
//! Events without a date are left out: TimelineJS skips a slide without one. A year before Christ is negative
//! there, and there is no year 0: 44 BC is -44. The words of a slide are live markup and so escaped.

use super::common::{description, happenings, one_line, title};
use super::markup::escape;
use super::stretch::Stretch;
use super::words::Words;
use crate::analysis::{Analysis, Event};
use crate::json::Json;
use crate::times::PartialDate;

/// The timeline of `text`.
pub fn to_timelinejs(text: &str, analysis: &Analysis) -> String {
    let words = Words::of(analysis.language);
    let mut json = Json::new();
    json.open('{');
    if let Some(title) = title(text, analysis) {
        json.key("title").open('{').key("text").open('{').pair("headline", &escape(&title));
        json.pair("text", &escape(&description(text, analysis))).close('}').close('}');
    }
    json.key("events").open('[');
    for (index, event) in happenings(analysis) {
        if let Some(stretch) = event.interval.and_then(Stretch::of) {
            json.open('{');
            slide(&mut json, stretch, words);
            slide_text(&mut json, text, analysis, event);
            json.pair("group", words.status(event.status));
            json.pair("unique_id", &["event-", &(index + 1).to_string()].concat()).close('}');
        }
    }
    json.close(']').close('}');
    json.finish()
}

fn slide(json: &mut Json, stretch: Stretch, words: &Words) {
    let Some(first) = stretch.first.or(stretch.last) else { return };
    json.key("start_date");
    date(json, first);
    if let Some(last) = stretch.last.filter(|&last| last != first) {
        json.key("end_date");
        date(json, last);
    }
    json.pair("display_date", &words.stretch(stretch));
}

fn date(json: &mut Json, date: PartialDate) {
    let year = i64::from(date.year);
    json.open('{').key("year").number(if year > 0 { year } else { year - 1 });
    for (key, part) in [("month", date.month), ("day", date.day)] {
        if let Some(part) = part {
            json.key(key).number(part.into());
        }
    }
    if let Some(minute) = date.minute {
        json.key("hour").number((minute / 60).into()).key("minute").number((minute % 60).into());
    }
    json.close('}');
}

fn slide_text(json: &mut Json, text: &str, analysis: &Analysis, event: &Event) {
    let sentence = analysis.sentences.get(event.sentence as usize);
    let sentence = one_line(sentence.map_or("", |sentence| sentence.span.of(text)));
    json.key("text").open('{').pair("headline", &escape(&event.label));
    json.pair("text", &escape(&sentence)).close('}');
}
