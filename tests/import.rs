//! What an export says comes back from it, whatever somebody changed in it, and nothing panics.

use kroniek::analysis::{Entity, EntityId, EntityKind, Event, EventStatus, Mention, Quotation, Reason, Time};
use kroniek::edits::Edit;
use kroniek::export::{Format, Options as Choice, Table, View, write};
use kroniek::import::{Refusal, read};
use kroniek::marks::Marks;
use kroniek::reading;
use kroniek::text::Span;
use kroniek::times::{DateSource, DocumentDate, Interval, Moment, TimeKind};
use kroniek::{Analysis, Language, Options, analyze};
use proptest::prelude::*;
use serde_json::Value;

const DUTCH: &[&str] = &[
    "Brand in Zwolle",
    "\n\n",
    " ",
    "Burgemeester Sharon Dijksma van Utrecht opende de brug.",
    "\"We wachten af 😀\", zei Dijksma.",
    "Volgens minister Femke Rietveld wordt de dijk in 2031 hoger.",
    "Gisteren brandde een molen af in Veldhoven.",
    "Op 24 maart 2022 overleed de oprichter.",
    "Het Rode Kruis en de NAVO vergaderden vorige week.",
    "“Dat is é\u{301}én grote fout”, aldus Rietveld en Dijksma.",
    "Hij zei dat de brug te oud was.",
    "In de zomer van 2021 stortte de kade in. Die instorting kostte veel geld.",
    "date 2022-03-24\n\n",
    "De Russen trokken zich in 1989 terug uit Afghanistan. Caesar stierf in 44 v.Chr.",
];
const ENGLISH: &[&str] = &[
    "Flood in Halderby",
    "\n\n",
    " ",
    "Mayor Owen Thackeray closed the bridge on 21 May 2023.",
    "“The dyke is safe 🌊,” said minister Priya Allerton.",
    "Thackeray said that the bridge was too old.",
    "Yesterday a mill burned down. According to Allerton it will be rebuilt next year.",
    "The Red Cross met in London in the summer of 2019.",
    "Published: 31 May 2023\n\n",
];

fn article(pieces: &'static [&'static str]) -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(pieces), 0..24).prop_map(|pieces| pieces.join(" "))
}

fn any_article() -> impl Strategy<Value = String> {
    prop_oneof![3 => article(DUTCH), 2 => article(ENGLISH), 1 => any::<String>()]
}

fn any_date() -> impl Strategy<Value = Option<DocumentDate>> {
    let dates = prop::sample::select(vec!["2022-03-24", "2022-03", "1999", "2023-12-31"]);
    prop::option::of(dates.prop_map(stated))
}

fn stated(date: &str) -> DocumentDate {
    DocumentDate { value: date.parse().expect("a date"), source: DateSource::Reader }
}

/// With confidences as exports have them.
fn rounded(analysis: &Analysis) -> Analysis {
    let mut rounded = analysis.clone();
    let round = |confidence: &mut f32| *confidence = (*confidence * 100.0).round() / 100.0;
    rounded
        .entities
        .iter_mut()
        .flat_map(|entity| &mut entity.mentions)
        .for_each(|one| round(&mut one.confidence));
    rounded.quotes.iter_mut().for_each(|quote| round(&mut quote.confidence));
    rounded.events.iter_mut().for_each(|event| round(&mut event.confidence));
    rounded
}

/// A correction of the time expression `which`, if there is one.
fn correction(analysis: &Analysis, which: usize, value: Option<&str>) -> Vec<Edit> {
    let time = analysis.times.get(which % analysis.times.len().max(1));
    let value = value.map(|value| value.parse().expect("a date"));
    time.map(|time| Edit::Time { span: time.span, value }).into_iter().collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_export_comes_back_as_it_went(
        text in any_article(), date in any_date(), which in 0_usize..4,
        value in prop::option::of(prop::sample::select(vec!["2020-02-29", "2019"])), corrected: bool,
    ) {
        let mut options = Options { date, ..Options::default() };
        if corrected {
            options.edits = correction(&analyze(&text, &options), which, value);
        }
        let found = analyze(&text, &options);
        let written = write(Format::Json, &text, &found, &Choice::default());
        let import = read(None, &written).expect("our own export");
        prop_assert_eq!((import.unplaced, import.text.as_deref()), (0, Some(&*text)));
        prop_assert!(import.marks.fit(&text));
        let again = analyze(&text, &import.options());
        prop_assert_eq!(&rounded(&again), &rounded(&found));
        prop_assert_eq!(write(Format::Json, &text, &again, &Choice::default()), written);

        let without = Choice { without_text: true, ..Choice::default() };
        let bare = write(Format::Json, &text, &found, &without);
        prop_assert_eq!(read(None, &bare), Err(Refusal::NoText));
        let again = analyze(&text, &read(Some(&text), &bare).expect("our own export").options());
        prop_assert_eq!(&rounded(&again), &rounded(&found));
    }

    #[test]
    fn any_marks_at_all_do_no_harm(text in any_article(), marks in any_marks(), date in any_date()) {
        let fit = marks.fit(&text);
        let options = Options { marks: Some(marks.clone()), date, ..Options::default() };
        let found = analyze(&text, &options);
        prop_assert_eq!(fit, found.entities == marks.found.entities && found.times == marks.found.times && fit);
        harmless(&text, &found);
        let edits = correction(&found, 0, Some("2021-01-01"));
        harmless(&text, &analyze(&text, &Options { edits, ..options }));
    }

    #[test]
    fn a_changed_file_is_refused_or_does_no_harm(
        text in any_article(), changes in prop::collection::vec((any::<prop::sample::Index>(), any_value()), 1..4)
    ) {
        let found = analyze(&text, &Options::default());
        for format in [Format::Json, Format::WebAnnotation] {
            let written = write(format, &text, &found, &Choice::default());
            let mut value: Value = serde_json::from_str(&written).expect("JSON");
            for (at, new) in &changes {
                let count = count(&value);
                let mut left = at.index(count);
                replace(&mut value, &mut left, new);
            }
            if let Ok(import) = read(Some(&text), &value.to_string()) {
                prop_assert!(import.marks.fit(&text), "{}", value);
                harmless(&text, &analyze(&text, &import.options()));
            }
        }
    }
}

/// Whatever reads an analysis reads this one.
fn harmless(text: &str, found: &Analysis) {
    for format in Format::ALL {
        for (table, view) in Table::ALL.into_iter().zip(View::ALL.into_iter().cycle()) {
            write(format, text, found, &Choice { table, view, ..Choice::default() });
        }
    }
    let marks = reading::Marks::new(found);
    found.blocks.iter().for_each(|block| drop(marks.segments(block.span)));
    assert_eq!(kroniek::timeline::groups::groups(&found.events).len(), found.events.len());
}

fn any_span() -> impl Strategy<Value = Span> {
    (0_u32..200, 0_u32..30).prop_map(|(start, length)| Span { start, end: start + length })
}

fn any_interval() -> impl Strategy<Value = Option<Interval>> {
    let moment = prop_oneof![Just(i64::MIN), Just(i64::MAX), -900_000_000_i64..900_000_000];
    let side = || prop::option::of(moment.clone().prop_map(Moment));
    prop::option::of((side(), side()).prop_map(|(begin, until)| Interval { begin, until }))
}

fn any_words() -> impl Strategy<Value = String> {
    prop_oneof![
        "[A-Z][a-z ]{0,8}",
        prop::sample::select(vec![
            "2022-03",
            "2022-W12",
            "2021-SU",
            "P2W",
            "-0044",
            "XXXX",
            "2022-13-99",
            "/",
            "é/\u{0}"
        ])
        .prop_map(str::to_owned),
        any::<String>()
    ]
}

fn any_marks() -> impl Strategy<Value = Marks> {
    let confidence = || prop_oneof![Just(1.0_f32), Just(f32::NAN), Just(-1.0), 0.0_f32..1.0];
    let confidence = || prop_oneof![9 => Just(0.5_f32), 1 => confidence()];
    let mention = (any_span(), confidence()).prop_map(|(span, confidence)| Mention { span, confidence });
    let entity = (any_words(), prop::collection::vec(mention, 0..4), prop::option::of(0_u32..3)).prop_map(
        |(name, mut mentions, place)| {
            mentions.sort_by_key(|mention| mention.span);
            Entity { place: place.map(EntityId), ..Entity::new(name, EntityKind::Person, mentions) }
        },
    );
    let time = (any_span(), any_words(), any_interval()).prop_map(|(span, value, interval)| Time {
        span,
        kind: TimeKind::Date,
        value,
        modifier: None,
        interval,
    });
    let quote =
        (any_span(), any_words(), prop::option::of(0_u32..3), prop::option::of(any_span()), confidence())
            .prop_map(|(span, speaker_name, speaker, source, confidence)| Quotation {
                span,
                kind: kroniek::analysis::QuotationKind::Direct,
                speaker: speaker.map(EntityId),
                speaker_name,
                source,
                cue: None,
                confidence,
                reason: Reason::NoSource,
            });
    let event = (any_span(), any_words(), any_interval(), prop::option::of(0_u32..3), 0_u32..3, confidence())
        .prop_map(|(span, label, interval, same_as, who, confidence)| Event {
            span,
            value: Some(label.clone()),
            interval,
            status: EventStatus::Past,
            label,
            sentence: who * 1000,
            participants: vec![EntityId(who)],
            place: None,
            same_as,
            confidence,
            reason: Reason::NoTime,
        });
    let many = 0..4_usize;
    (
        prop::collection::vec(entity, many.clone()),
        prop::collection::vec(time, many.clone()),
        prop::collection::vec(quote, many.clone()),
        prop::collection::vec(event, many),
        any::<bool>(),
    )
        .prop_map(|(entities, mut times, mut quotes, mut events, whole)| {
            times.sort_by_key(|time| time.span);
            quotes.sort_by_key(|quote| quote.span);
            events.sort_by_key(|event| event.span);
            let found = Analysis { entities, times, quotes, events, ..Analysis::default() };
            Marks { whole, found: Box::new(found) }
        })
}

fn any_value() -> impl Strategy<Value = Value> {
    prop::sample::select(vec![
        Value::Null,
        Value::Bool(true),
        (-1).into(),
        0.into(),
        1.into(),
        7.into(),
        4_294_967_296_i64.into(),
        0.5.into(),
        1e300.into(),
        "".into(),
        "e2".into(),
        "e999".into(),
        "2022-03-24".into(),
        "999999-12-31".into(),
        "-999999-01-01".into(),
        "2022-02-30T25:61".into(),
        "Dijksma".into(),
        Value::Array(Vec::new()),
        Value::Object(serde_json::Map::new()),
    ])
}

fn count(value: &Value) -> usize {
    match value {
        Value::Array(items) => 1 + items.iter().map(count).sum::<usize>(),
        Value::Object(pairs) => 1 + pairs.values().map(count).sum::<usize>(),
        _ => 1,
    }
}

/// Puts `new` in the place of value number `left`, counted from the outside.
fn replace(value: &mut Value, left: &mut usize, new: &Value) -> bool {
    if *left == 0 {
        *value = new.clone();
        return true;
    }
    *left -= 1;
    match value {
        Value::Array(items) => items.iter_mut().any(|item| replace(item, left, new)),
        Value::Object(pairs) => pairs.iter_mut().any(|(_, item)| replace(item, left, new)),
        _ => false,
    }
}

const TEXT: &str = "date 2022-03-24\n\nBrand\n\nGisteren brandde een molen af. Op 1 mei 2021 opende Karin Oosterling de molen. \"Wij bouwen hem weer op\", zei Oosterling. Volgens burgemeester Joris Haksteen was de molen oud.\n";

fn export() -> Value {
    let found = analyze(TEXT, &Options::default());
    serde_json::from_str(&write(Format::Json, TEXT, &found, &Choice::default())).expect("JSON")
}

fn opened(value: &Value) -> Options {
    read(None, &value.to_string()).expect("our own export").options()
}

fn at(value: &Value, list: &str, text: &str) -> usize {
    let items = value[list].as_array().expect("a list");
    items.iter().position(|item| item["text"] == text).unwrap_or_else(|| panic!("no {text} in {list}"))
}

#[test]
fn a_changed_speaker_is_the_speaker() {
    let mut value = export();
    let entities = value["entities"].as_array().unwrap().clone();
    let haksteen = entities.iter().find(|entity| entity["name"] == "Joris Haksteen").expect("Haksteen");
    let quote = at(&value, "quotes", "Wij bouwen hem weer op");
    value["quotes"][quote]["speaker"] = haksteen["id"].clone();
    let found = analyze(TEXT, &opened(&value));
    assert_eq!(found.quotes[quote].speaker_name, "Joris Haksteen");
    let speaker = found.quotes[quote].speaker.expect("a speaker");
    assert_eq!(found.entities[speaker.0 as usize].name, "Joris Haksteen");

    value["quotes"][quote]["speaker"] = Value::Null;
    value["quotes"][quote]["speaker_name"] = "de buurvrouw".into();
    let found = analyze(TEXT, &opened(&value));
    assert_eq!((found.quotes[quote].speaker, &*found.quotes[quote].speaker_name), (None, "de buurvrouw"));
}

#[test]
fn what_is_taken_out_is_gone_and_what_is_added_is_there() {
    let mut value = export();
    let entities = value["entities"].as_array_mut().unwrap();
    entities.retain(|entity| entity["name"] != "Karin Oosterling");
    // At the end of the list, and earlier in the text than the others.
    let start = TEXT.find("molen").unwrap();
    let times = value["times"].as_array_mut().unwrap();
    times.push(serde_json::json!({"start": start, "end": start + 5, "text": "molen", "type": "DATE", "value": "1850"}));
    let found = analyze(TEXT, &opened(&value));
    assert!(found.entities.iter().all(|entity| entity.name != "Karin Oosterling"));
    let quote =
        found.quotes.iter().find(|quote| quote.span.of(TEXT).starts_with("Wij")).expect("the quotation");
    assert_eq!((quote.speaker, &*quote.speaker_name), (None, "Karin Oosterling"));
    assert!(found.times.iter().any(|time| time.value == "1850"));
    assert!(found.times.is_sorted_by_key(|time| time.span.start));
}

#[test]
fn corrections_move_what_nobody_changed() {
    let mut value = export();
    let fire = at(&value, "events", "brandde");
    let opening = at(&value, "events", "opende");
    value["events"][opening]["value"] = "1921-05-01".into();
    value["events"][opening]["begin"] = "1921-05-01".into();
    value["events"][opening]["until"] = "1921-05-02".into();
    let options = opened(&value);
    let told = |options: &Options| {
        let found = analyze(TEXT, options);
        [fire, opening].map(|at| found.events[at].value.clone().unwrap_or_default())
    };
    assert_eq!(told(&options), ["2022-03-23", "1921-05-01"]);
    // Another document's date moves what counts from it.
    let later = Options { date: Some(stated("2022-04-30")), ..options.clone() };
    assert_eq!(told(&later), ["2022-04-29", "1921-05-01"]);
    // So does a corrected time; what somebody dated in the file stays.
    for words in ["Gisteren", "1 mei 2021"] {
        let start = TEXT.find(words).unwrap();
        let edit = Edit::Time { span: Span::new(start, start + words.len()), value: "2020".parse().ok() };
        let corrected = Options { edits: vec![edit], ..options.clone() };
        let expected =
            if words == "Gisteren" { ["2020", "1921-05-01"] } else { ["2022-03-23", "1921-05-01"] };
        assert_eq!(told(&corrected), expected, "{words}");
        let found = analyze(TEXT, &corrected);
        assert!(found.times.iter().any(|time| time.span.of(TEXT) == words && time.value == "2020"));
    }
}

#[test]
fn a_date_that_the_file_does_not_tell_is_not_guessed() {
    let mut value = export();
    value["date"] = Value::Null;
    let options = Options { file_name: Some("krant-2019-01-01.json".to_owned()), ..opened(&value) };
    assert_eq!(analyze(TEXT, &options).date, None);
}

#[test]
fn several_articles_come_back_as_one_text() {
    let texts = [TEXT, "Flood\n\nMayor Owen Thackeray closed the bridge on 21 May 2023.\n"];
    let parts = texts.map(|text| {
        let analysis = analyze(text, &Options::default());
        let pack = kroniek::lang::embedded(analysis.language);
        kroniek::collection::Part { file_name: None, text, analysis, pack }
    });
    let joined = kroniek::collection::join(parts.into());
    let written = write(Format::Json, &joined.text, &joined.analysis, &Choice::default());
    let import = read(None, &written).expect("our own export");
    assert_eq!(import.unplaced, 0);
    let found = analyze(&joined.text, &import.options());
    assert_eq!(rounded(&found).entities, rounded(&joined.analysis).entities);
    assert_eq!(found.times, joined.analysis.times);
    assert_eq!(rounded(&found).quotes, rounded(&joined.analysis).quotes);
    assert_eq!(found.events.len(), joined.analysis.events.len());
    assert_eq!(found.language, Language::Dutch);
}
