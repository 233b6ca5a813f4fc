//! Every export is what its format says, for articles, for hostile texts, and for any text.

#[path = "exports/csv.rs"]
mod csv;
#[path = "exports/html.rs"]
mod html;
#[path = "exports/ics.rs"]
mod ics;
#[path = "exports/schema.rs"]
mod schema;

use std::fs;
use std::path::Path;

use kroniek::export::{Format, Options as Choice, Table, View, write};
use kroniek::{Analysis, Options, analyze};
use proptest::prelude::*;
use serde_json::Value;

/// Texts that reach for the markup of every format.
const HOSTILE: &[&str] = &[
    "",
    "\u{feff}",
    "]]> & <b>vet</b>\n\n\"</script><script>alert(1)</script>\", zei Jan <de> Vries op 24 maart 2022.",
    "=HYPERLINK(\"x\") zei Jansen.\n\n\"=1+1\", zei Jansen. \"-2\", zei hij. \"@SOM\", aldus Piet.",
    "Titel | met\tteken\n\n\"a|b\\c\r\nd;e,f\", zei Jan\u{0}sen \u{1}\u{8}\u{b}\u{85}\u{2028}gisteren in 44 v.Chr.",
    "\"BEGIN:VEVENT\r\nSUMMARY:x\", zei 😀 Zoë\u{301} op 1 mei 2022.\r\n\r\nEND:VCALENDAR gebeurde in 1999.",
    "# kop *vet* [a](javascript:x) `c`\n\n- \"<img src=x onerror=alert(1)>\", zei Jansen volgens \u{202e}Piet.",
    "' OR 1=1 -- \"'\"'\"\n\n\"${x} {{y}} %s\", zei Jansen; in 2022 overleed hij in Utrecht.",
    "\u{fffe}\u{ffff}\u{10ffff} \"\u{fffe}\", zei Jan\u{ffff}sen.",
];

/// Pieces of articles, joined in any order.
const PIECES: &[&str] = &[
    "Jan de Vries",
    "de NAVO",
    "Utrecht",
    "zei",
    "zegt",
    "volgens",
    "aldus",
    "\"",
    "“",
    "”",
    "'",
    ": ",
    ", ",
    ". ",
    "\n\n",
    "\n",
    "\r\n",
    " ",
    "gisteren",
    "op 24 maart 2022",
    "in 1953",
    "voor 2030",
    "sinds 2020",
    "in de zomer van 2021",
    "om 20.30 uur",
    "overleed",
    "vertrok",
    "zal komen",
    "twee weken",
    "<b>",
    "&amp;",
    "]]>",
    "=1",
    "|",
    "\t",
    "\\",
    ";",
    "\u{0}",
    "\u{b}",
    "😀",
    "é",
    "e\u{301}",
    "Hij",
    "We gaan door",
    "de burgemeester van",
    "—",
    "-",
    "#",
    "*",
    "{",
    "%",
];

fn any_text() -> impl Strategy<Value = String> {
    let pieces = prop::collection::vec(prop::sample::select(PIECES), 0..60);
    prop_oneof![1 => any::<String>(), 4 => pieces.prop_map(|pieces| pieces.concat()), 4 => prop::collection::vec(prop::sample::select(PIECES), 0..60).prop_map(|pieces| pieces.join(" "))]
}

fn articles() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/articles");
    let files = fs::read_dir(folder).expect("the articles").map(|file| file.expect("a file").path());
    let mut files: Vec<_> =
        files.filter(|file| file.extension().is_some_and(|found| found == "txt")).collect();
    files.sort();
    files.iter().map(|file| fs::read_to_string(file).expect("UTF-8")).collect()
}

/// Runs a check over articles and hostile texts.
fn over(check: fn(&str, &Analysis)) {
    for text in articles().iter().map(String::as_str).chain(HOSTILE.iter().copied()) {
        check(text, &analyze(text, &Options::default()));
    }
}

fn words(text: &str) -> Vec<&str> {
    text.split(|character: char| character.is_whitespace() || character.is_control())
        .filter(|word| !word.is_empty())
        .collect()
}

fn characters(text: &str, start: usize, end: usize) -> String {
    text.chars().skip(start).take(end - start).collect()
}

fn number(value: &Value) -> usize {
    value.as_u64().expect("a whole number") as usize
}

fn json(text: &str, analysis: &Analysis) {
    let schema = include_str!("../docs/kroniek-1.schema.json");
    let schema: Value = serde_json::from_str(schema).expect("the schema is JSON");
    let written = write(Format::Json, text, analysis, &Choice::default());
    let value: Value = serde_json::from_str(&written).expect("JSON");
    schema::check(&schema, &value).expect("as the schema says");
    for mention in
        value["entities"].as_array().unwrap().iter().flat_map(|one| one["mentions"].as_array().unwrap())
    {
        assert_eq!(characters(text, number(&mention["start"]), number(&mention["end"])), mention["text"]);
    }
    assert_eq!(value["text"], text);
    let import = kroniek::import::read(None, &written).expect("our own export");
    assert_eq!((import.unplaced, import.text.as_deref()), (0, Some(text)));
    assert!(import.marks.fit(text));
    let again = analyze(text, &import.options());
    assert_eq!(write(Format::Json, text, &again, &Choice::default()), written);
}

fn csv(text: &str, analysis: &Analysis) {
    for table in Table::ALL {
        let written = write(Format::Csv, text, analysis, &Choice { table, ..Choice::default() });
        let rows = csv::csv(&written).expect("CSV");
        assert!(written.ends_with("\r\n"));
        let count = match table {
            Table::Quotes => analysis.quotes.len(),
            Table::Entities => analysis.entities.iter().map(|entity| entity.mentions.len()).sum(),
            Table::Events => analysis.events.len(),
            Table::Times => analysis.times.len(),
        };
        assert_eq!(rows.len(), count + 1, "{written}");
        for row in &rows[1..] {
            assert_eq!(row.len(), rows[0].len());
            let said = characters(text, row[0].parse().unwrap(), row[1].parse().unwrap());
            let guarded = said.starts_with(['=', '+', '-', '@', '\t', '\r']);
            assert_eq!(row[2], if guarded { format!("'{said}") } else { said });
            assert!(row.iter().all(|cell| !cell.starts_with(['=', '+', '-', '@', '\t', '\r'])), "{row:?}");
        }
    }
}

fn timelinejs(text: &str, analysis: &Analysis) {
    let written = write(Format::TimelineJs, text, analysis, &Choice::default());
    let value: Value = serde_json::from_str(&written).expect("JSON");
    let events = value["events"].as_array().expect("events");
    let dated = |event: &&kroniek::analysis::Event| {
        event.interval.is_some_and(|interval| interval.begin.is_some() || interval.until.is_some())
    };
    // Mentions of one event with one date are one slide.
    let firsts = kroniek::timeline::groups::groups(&analysis.events);
    let told = analysis.events.iter().zip(&firsts).zip(0..).filter(|((event, first), index)| {
        *first == index || analysis.events[**first as usize].interval != event.interval
    });
    assert_eq!(events.len(), told.map(|((event, _), _)| event).filter(dated).count());
    for event in events {
        let start = &event["start_date"];
        assert!(start["year"].as_i64().is_some_and(|year| year != 0), "{event}");
        assert!(start["day"].is_null() || start["month"].is_u64());
        assert!(start["hour"].is_null() || start["day"].is_u64());
        assert!(event["end_date"].is_null() || event["end_date"] != *start);
        for words in [&event["text"]["headline"], &event["text"]["text"]] {
            assert!(!words.as_str().expect("words").contains(['<', '>', '"']));
        }
    }
}

fn web_annotation(text: &str, analysis: &Analysis) {
    let written = write(Format::WebAnnotation, text, analysis, &Choice::default());
    let value: Value = serde_json::from_str(&written).expect("JSON");
    let items = value["first"]["items"].as_array().expect("items");
    assert_eq!(number(&value["total"]), items.len());
    let mut seen = std::collections::HashSet::new();
    for item in items {
        assert!(seen.insert(item["id"].to_string()), "two annotations with one id");
        let selectors = &item["target"]["selector"];
        let (quote, position) = (&selectors[0], &selectors[1]);
        let (start, end) = (number(&position["start"]), number(&position["end"]));
        assert_eq!(characters(text, start, end), quote["exact"]);
        let around = [&quote["prefix"], &quote["exact"], &quote["suffix"]].map(|part| part.as_str().unwrap());
        assert!(text.contains(&around.concat()));
        assert!(item["bodyValue"].is_null() && item["body"].is_array());
    }
    let import = kroniek::import::read(Some(text), &written).expect("our own export");
    let kroniek::import::Import { marks, unplaced, .. } = import;
    assert!(marks.fit(text));
    let marks = *marks.found;
    let spans = |entities: &[kroniek::analysis::Entity]| -> Vec<_> {
        entities.iter().flat_map(|one| one.mentions.iter().map(|mention| mention.span)).collect()
    };
    assert_eq!((unplaced, spans(&marks.entities)), (0, spans(&analysis.entities)));
    let quotes = |quotes: &[kroniek::analysis::Quotation]| -> Vec<_> {
        quotes.iter().map(|one| (one.span, one.kind, one.speaker, one.speaker_name.clone())).collect()
    };
    assert_eq!(quotes(&marks.quotes), quotes(&analysis.quotes));
}

fn conllu(text: &str, analysis: &Analysis) {
    let written = write(Format::Conllu, text, analysis, &Choice::default());
    let mut sentences = 0;
    for sentence in written.split_terminator("\n\n") {
        let mut plain = String::new();
        let mut stated = None;
        let (mut count, mut depth) = (0, 0_i32);
        let rows: Vec<&str> =
            sentence.lines().filter(|line| !line.starts_with('#') || line.contains('\t')).collect();
        for line in sentence.lines().filter(|line| line.starts_with("# text = ")) {
            stated = Some(line["# text = ".len()..].to_owned());
        }
        for (at, row) in rows.iter().enumerate() {
            let columns: Vec<&str> = row.split('\t').collect();
            assert_eq!(columns.len(), 10, "{row:?}");
            assert_eq!(columns[0], (at + 1).to_string());
            assert!(columns.iter().all(|column| !column.is_empty() && !column.contains(' ')), "{row:?}");
            plain.push_str(columns[1]);
            if !columns[9].contains("SpaceAfter=No") && at + 1 < rows.len() {
                plain.push(' ');
            }
            for entity in columns[9].split('|').filter_map(|field| field.strip_prefix("Entity=")) {
                depth += entity.matches('(').count() as i32 - entity.matches(')').count() as i32;
            }
            assert!(depth >= 0, "{row}");
            count += 1;
        }
        if count > 0 {
            assert_eq!(stated, Some(plain));
            assert_eq!(depth, 0, "{sentence}");
            sentences += 1;
        }
    }
    assert_eq!(sentences, analysis.sentences.len());
}

fn brat(text: &str, analysis: &Analysis) {
    let written = write(Format::Brat, text, analysis, &Choice::default());
    let mut marks = std::collections::HashSet::new();
    // brat's reader takes all of these for line ends.
    assert!(!written.contains(['\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}']));
    for line in written.lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        match &line[..1] {
            "T" => {
                assert_eq!(fields.len(), 3, "{line:?}");
                marks.insert(fields[0].to_owned());
                let (_, places) = fields[1].split_once(' ').expect("a place");
                let parts = places.split(';').map(|part| {
                    let (start, end) = part.split_once(' ').expect("two offsets");
                    characters(text, start.parse().unwrap(), end.parse().unwrap())
                });
                let joined = parts.collect::<Vec<_>>().join(" ");
                assert!(!joined.contains('\n'));
                let visible = |c: char| if c.is_whitespace() || c.is_control() { ' ' } else { c };
                assert_eq!(fields[2], joined.chars().map(visible).collect::<String>());
            }
            "R" => {
                for mark in fields[1].split(' ').skip(1).map(|part| part.split_once(':').unwrap().1) {
                    assert!(marks.contains(mark), "{line}");
                }
            }
            "#" => assert!(marks.contains(fields[1].split(' ').nth(1).unwrap()), "{line}"),
            "E" | "A" | "*" => {}
            _ => panic!("{line:?}"),
        }
    }
}

fn ics(text: &str, analysis: &Analysis) {
    let lines = ics::ics(&write(Format::Ics, text, analysis, &Choice::default())).expect("iCalendar");
    let events = lines.iter().filter(|line| line == &&("BEGIN".into(), "VEVENT".into())).count();
    let count = |wanted: &str| lines.iter().filter(|(name, _)| name == wanted).count();
    for name in ["UID", "DTSTAMP", "DTSTART;VALUE=DATE", "DTEND;VALUE=DATE", "SUMMARY", "DESCRIPTION"] {
        assert_eq!(count(name), events, "{name}");
    }
    let days = |wanted: &str| {
        lines.iter().filter(|(name, _)| name == wanted).map(|(_, value)| value.clone()).collect::<Vec<_>>()
    };
    for (start, end) in days("DTSTART;VALUE=DATE").iter().zip(&days("DTEND;VALUE=DATE")) {
        assert!(start < end && start.len() == 8 && end.len() == 8, "{start} {end}");
    }
}

fn tei(text: &str, analysis: &Analysis) {
    let written = write(Format::Tei, text, analysis, &Choice::default());
    let document = roxmltree::Document::parse(&written).unwrap_or_else(|error| panic!("{error}\n{written}"));
    let ids: std::collections::HashSet<_> = document
        .descendants()
        .filter_map(|node| node.attribute(("http://www.w3.org/XML/1998/namespace", "id")))
        .collect();
    for node in document.descendants() {
        for name in ["ref", "who", "prev"] {
            if let Some(target) = node.attribute(name) {
                assert!(ids.contains(target.trim_start_matches('#')), "{target} points at nothing");
            }
        }
    }
    let body = document
        .descendants()
        .find(|node| node.has_tag_name(("http://www.tei-c.org/ns/1.0", "body")))
        .unwrap();
    let paragraphs: Vec<_> = body.children().filter(roxmltree::Node::is_element).collect();
    for (block, paragraph) in analysis.blocks.iter().zip(&paragraphs) {
        let shown: String =
            paragraph.descendants().filter_map(|node| node.text().filter(|_| node.is_text())).collect();
        let shown = shown.replace('\u{fffd}', " ");
        let unseen = |c: char| if matches!(c, '\u{fffe}' | '\u{ffff}' | '\u{fffd}') { ' ' } else { c };
        let expected: String = block.span.of(text).chars().map(unseen).collect();
        assert_eq!(words(&shown), words(&expected));
    }
}

fn svg(text: &str, analysis: &Analysis) {
    for view in View::ALL {
        let written = write(Format::Svg, text, analysis, &Choice { view, ..Choice::default() });
        let document =
            roxmltree::Document::parse(&written).unwrap_or_else(|error| panic!("{error}\n{written}"));
        for node in document.descendants().filter(roxmltree::Node::is_element) {
            assert!(!["script", "foreignObject", "image", "use", "a"].contains(&node.tag_name().name()));
            assert!(node.attributes().all(|attribute| !attribute.name().starts_with("on")));
        }
    }
}

fn html(text: &str, analysis: &Analysis) {
    let written = write(
        Format::Html,
        text,
        analysis,
        &Choice { address: Some("https://krant.nl/?a=1&b=\"<"), ..Choice::default() },
    );
    html::html(&written).unwrap_or_else(|fault| panic!("{fault}\n{written}"));
}

fn markdown(text: &str, analysis: &Analysis) {
    let written = write(Format::Markdown, text, analysis, &Choice::default());
    assert!(!written.contains('<'), "{written}");
    // A quotation may begin with a dash of its own.
    let lines: Vec<&str> = written.lines().collect();
    let speakers = lines.windows(2).filter(|pair| pair[0] == ">" && pair[1].starts_with("> — "));
    assert_eq!(speakers.count(), analysis.quotes.len(), "{written}");
}

const CHECKS: [fn(&str, &Analysis); 11] =
    [json, csv, timelinejs, web_annotation, conllu, brat, ics, tei, svg, html, markdown];

macro_rules! each {
    ($($name:ident)*) => { mod articles_and_hostile_texts { $(#[test] fn $name() { super::over(super::$name) })* } };
}
each!(json csv timelinejs web_annotation conllu brat ics tei svg html markdown);

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_in_every_format(text in any_text()) {
        let date = "2022-03-24".parse().ok();
        let date = date.map(|value| kroniek::times::DocumentDate { value, source: kroniek::times::DateSource::Reader });
        let analysis = analyze(&text, &Options { date, ..Options::default() });
        for check in CHECKS {
            check(&text, &analysis);
        }
    }
}
