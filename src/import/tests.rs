use super::*;
use crate::analysis::{Analysis, Entity, Event, Quotation, Time};
use crate::export::{Format, Options, write};

#[cfg(feature = "embedded-packs")]
const TEXT: &str = "Brand in Utrecht\n\n\"We wachten af 😀\", zei burgemeester Sharon Dijksma op 24 maart 2022. Volgens Dijksma begon de brand gisteren. In de zomer van 2021 brandde het ook. Caesar stierf in 44 v.Chr.\n";

#[cfg(feature = "embedded-packs")]
fn found() -> Analysis {
    crate::analyze(TEXT, &crate::Options::default())
}

#[cfg(feature = "embedded-packs")]
#[test]
fn our_json_restores_every_mark() {
    let analysis = found();
    assert!(!analysis.entities.is_empty() && !analysis.quotes.is_empty() && !analysis.events.is_empty());
    let written = write(Format::Json, TEXT, &analysis, &Options::default());
    let import = read(None, &written).unwrap();
    assert_eq!((import.unplaced, import.text.as_deref()), (0, Some(TEXT)));
    let again = crate::analyze(TEXT, &import.options());
    assert_eq!(write(Format::Json, TEXT, &again, &Options::default()), written);
    assert_eq!(again.times, analysis.times);
}

#[cfg(feature = "embedded-packs")]
#[test]
fn web_annotation_restores_marks_and_speakers() {
    let analysis = found();
    let written = write(Format::WebAnnotation, TEXT, &analysis, &Options::default());
    let Import { marks, unplaced, .. } = read(Some(TEXT), &written).unwrap();
    assert_eq!(unplaced, 0);
    let spans = |entities: &[Entity]| -> Vec<_> {
        entities
            .iter()
            .map(|one| {
                (
                    one.name.clone(),
                    one.kind,
                    one.mentions.iter().map(|mention| mention.span).collect::<Vec<_>>(),
                )
            })
            .collect()
    };
    let marks = *marks.found;
    assert_eq!(spans(&marks.entities), spans(&analysis.entities));
    let quotes = |quotes: &[Quotation]| -> Vec<_> {
        quotes.iter().map(|one| (one.span, one.kind, one.speaker, one.speaker_name.clone())).collect()
    };
    assert_eq!(quotes(&marks.quotes), quotes(&analysis.quotes));
    let times = |times: &[Time]| -> Vec<_> {
        times.iter().map(|one| (one.span, one.kind, one.value.clone())).collect()
    };
    assert_eq!(times(&marks.times), times(&analysis.times));
    let events = |events: &[Event]| -> Vec<_> {
        events.iter().map(|one| (one.span, one.status, one.label.clone(), one.value.clone())).collect()
    };
    assert_eq!(events(&marks.events), events(&analysis.events));
}

#[cfg(feature = "embedded-packs")]
#[test]
fn marks_follow_their_words_or_are_counted() {
    let analysis = found();
    let before = ["Een regel vooraf. ", TEXT].concat();
    let after = TEXT.replace("Utrecht", "Zwolle");
    for format in [Format::Json, Format::WebAnnotation] {
        let written = write(format, TEXT, &analysis, &Options::default());
        let moved = read(Some(&before), &written).unwrap();
        let quote = moved.marks.found.quotes.first().expect("the quotation");
        assert_eq!(quote.span.of(&before), "We wachten af 😀");
        let gone = read(Some(&after), &written).unwrap();
        assert!(gone.unplaced > 0 && gone.marks.found.entities.iter().all(|entity| entity.name != "Utrecht"));
        assert!(
            gone.marks
                .found
                .entities
                .iter()
                .flat_map(|entity| &entity.mentions)
                .all(|one| !one.span.of(&after).is_empty())
        );
    }
}

#[test]
fn what_is_no_export_is_refused_with_a_reason() {
    for (export, reason) in [
        ("", "not JSON, from byte 0"),
        ("{\"schema\":\"kroniek/1\",}", "not JSON, from byte 22"),
        ("{}", "neither an analysis"),
        ("[1]", "neither an analysis"),
        ("{\"schema\":\"kroniek/2\"}", "another version, kroniek/2"),
        ("{\"schema\":\"kroniek/1\"}", "a damaged analysis: entities"),
        (
            r#"{"schema":"kroniek/1","entities":[],"times":[{"start":0,"end":1}],"quotes":[],"events":[]}"#,
            "times[0].text",
        ),
        (r#"{"type":"Annotation"}"#, "no @context"),
    ] {
        let refusal = read(Some("a"), export).unwrap_err().to_string();
        assert!(refusal.contains(reason), "{export}: {refusal}");
    }
}

/// A right annotation with one field changed.
fn changed(field: &str, value: &str) -> String {
    let mut fields = vec![
        ("@context", "\"http://www.w3.org/ns/anno.jsonld\""),
        ("id", "\"http://example.org/1\""),
        ("type", "\"Annotation\""),
        ("target", "\"http://example.org/2\""),
    ];
    fields.retain(|(key, _)| *key != field);
    if !value.is_empty() {
        fields.push((field, value));
    }
    let fields: Vec<_> = fields.iter().map(|(key, value)| format!("\"{key}\":{value}")).collect();
    format!("{{{}}}", fields.join(","))
}

#[test]
fn every_must_is_checked_on_its_own() {
    assert!(read(Some("a"), &changed("label", "\"x\"")).is_ok());
    for (field, value, reason) in [
        ("@context", "\"fish\"", "@context"),
        ("@context", "", "no @context"),
        ("id", "\"not a uri\"", "one IRI"),
        ("id", "[\"http://a/1\",\"http://a/2\"]", "one IRI"),
        ("id", "", "no id"),
        ("type", "\"Squirrel\"", "type is not Annotation"),
        ("type", "", "type is not Annotation"),
        ("target", "", "no target"),
        ("target", "[]", "no target"),
        ("target", "9", "no resource"),
        ("target", "{\"type\":\"SpecificResource\"}", "without source"),
        (
            "target",
            "{\"source\":\"http://a/\",\"selector\":{\"type\":\"FragmentSelector\"}}",
            "a selector without",
        ),
        (
            "target",
            "{\"source\":\"http://a/\",\"selector\":{\"type\":\"FragmentSelector\",\"value\":[\"x\",\"y\"]}}",
            "a selector without",
        ),
        (
            "target",
            "{\"source\":\"http://a/\",\"selector\":{\"type\":\"TextPositionSelector\",\"start\":-1,\"end\":2}}",
            "a selector without",
        ),
        ("body", "\"this is not a uri\"", "no IRI"),
        ("body", "{\"id\":\"no uri either\"}", "one IRI"),
        ("body", "{\"id\":\"http://a/1\",\"format\":6}", "format or language"),
        ("body", "{\"id\":\"http://a/1\",\"language\":3}", "format or language"),
        ("body", "{\"id\":\"http://a/1\",\"textDirection\":\"squirrel\"}", "textDirection"),
        ("body", "{\"id\":\"http://a/1\",\"textDirection\":[\"ltr\",\"rtl\"]}", "textDirection"),
        ("body", "{\"id\":\"http://a/1\",\"processingLanguage\":[\"en\",\"de\"]}", "processingLanguage"),
        ("body", "{\"type\":\"TextualBody\"}", "TextualBody"),
        ("body", "{\"type\":\"TextualBody\",\"value\":[\"a\",\"b\"]}", "TextualBody"),
        ("body", "{\"type\":[\"Choice\",\"List\"],\"items\":[\"http://a/1\"]}", "more than one type"),
        ("body", "{\"items\":[\"http://a/1\"]}", "items without"),
        ("bodyValue", "23", "bodyValue"),
        ("bodyValue", "[\"a\"]", "bodyValue"),
        ("creator", "6", "no agent"),
        ("generator", "42", "no agent"),
        ("created", "\"yesterday\"", "one date"),
        ("modified", "[\"2015-01-28T12:00:00Z\"]", "one date"),
        ("generated", "\"2015-01-28\"", "one date"),
        ("rights", "\"not a uri\"", "rights or via"),
        ("via", "\"not a uri\"", "rights or via"),
        ("canonical", "\"not a uri\"", "one IRI"),
    ] {
        let refusal = read(Some("a"), &changed(field, value)).unwrap_err().to_string();
        assert!(refusal.contains(reason), "{field} {value}: {refusal}");
    }
}

#[test]
fn dates_are_those_of_exports() {
    let moment = |text: &str| {
        let json = format!(
            r#"{{"schema":"kroniek/1","entities":[],"times":[{{"start":0,"end":1,"text":"a","type":"DATE","value":"x","begin":"{text}"}}],"quotes":[],"events":[]}}"#
        );
        read(Some("a"), &json)
            .ok()
            .and_then(|import| import.marks.found.times[0].interval?.begin)
            .map(|moment| moment.to_string())
    };
    for text in ["2022-03-24", "2022-03-24T20:30", "-0043-03-15", "0000-02-29", "+10000-01-01"] {
        assert_eq!(moment(text).as_deref(), Some(text));
    }
    for text in ["", "22", "2022-02-30", "-0043-02-29", "x", "2022-03-24T"] {
        assert_eq!(moment(text), None, "{text}");
    }
}

#[test]
fn no_place_lies_behind_the_end() {
    for count in [0, 4, 127, 128, 129, 256] {
        let text = "é".repeat(count);
        let places = place::Places::new(&text);
        assert_eq!(places.byte(count as u32), Some(text.len() as u32));
        for behind in [count + 1, count + 128, count.next_multiple_of(128).max(count + 1)] {
            assert_eq!(places.byte(behind as u32), None, "{behind} of {count}");
        }
    }
}

proptest::proptest! {
    #[test]
    fn nothing_panics(text in "\\PC{0,40}", export in "[\\[\\]{}:,\"a-z@0-9 ]{0,60}") {
        let _ = read(Some(&text), &export);
    }

    #[test]
    fn places_are_those_of_characters(text in proptest::prelude::any::<String>(), start in 0_u32..300, end in 0_u32..300) {
        let count = text.chars().count() as u32;
        let places = place::Places::new(&text);
        let span = places.span(start, end);
        proptest::prop_assert_eq!(span.is_some(), start <= end && end <= count);
        if let Some(span) = span {
            let expected: String = text.chars().skip(start as usize).take((end - start) as usize).collect();
            proptest::prop_assert_eq!(span.of(&text), expected);
        }
    }
}
