//! `import.js`, which the page reads marks with, and `kroniek::import` give the same. Needs Node.

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use kroniek::export::{Format, Options as Choice, write};
use kroniek::import::read;
use kroniek::marks::Marks;
use kroniek::{Analysis, Options, analyze};
use serde_json::{Value, json};

const TEXTS: [&str; 5] = [
    "date 2022-03-24\n\nBrand\n\nGisteren brandde een molen af. \"Wij bouwen hem 😀 weer op\", zei Karin Oosterling. Volgens burgemeester Joris Haksteen van Zwolle was de molen oud. De Russen trokken zich in 1989 terug uit Rusland. In de zomer van 2021 stortte de kade in; die instorting kostte veel geld.\n",
    "Flood\n\nMayor Owen Thackeray closed the bridge on 21 May 2023 at 8 p.m. “The dyke is safe 🌊,” said Thackeray. He said that it was é\u{301}ld.\n",
    "Caesar stierf in 44 v.Chr. \"Ja\", zei Jansen. \"Ja\", zei Jansen.\n",
    "",
    "\u{feff}\u{0}\r\n\"\\\u{2028}Jansen zei \u{10ffff}gisteren niets.",
];

/// What stands in the place of a value.
fn values() -> Vec<Value> {
    let texts = [
        "",
        "e1",
        "e2",
        "e999",
        "PER",
        "quote:direct",
        "past",
        "2022-03",
        "2022-03-24T20:30:10Z",
        "999999-12-31",
        "-999999-01-01",
        "2022-02-30",
        "2000-02-29",
        "1900-02-29",
        "2021/2022",
        "2022/2021",
        "Karin Oosterling",
        "Jansen",
        "in",
        "language-unknown",
    ];
    let mut values: Vec<Value> = texts.map(Value::from).into();
    values.extend([json!(null), json!(true), json!([]), json!({}), json!(["language-unknown"])]);
    values.extend([
        json!(-1),
        json!(0),
        json!(1),
        json!(9),
        json!(4_294_967_295_u32),
        json!(0.29),
        json!(1e300),
    ]);
    values
}

/// A number at random, the same every time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit.max(1)
    }
}

fn count(value: &Value) -> usize {
    match value {
        Value::Array(items) => 1 + items.iter().map(count).sum::<usize>(),
        Value::Object(pairs) => 1 + pairs.values().map(count).sum::<usize>(),
        _ => 1,
    }
}

fn at<'v>(value: &'v mut Value, left: &mut usize) -> Option<&'v mut Value> {
    if *left == 0 {
        return Some(value);
    }
    *left -= 1;
    match value {
        Value::Array(items) => items.iter_mut().find_map(|item| at(item, left)),
        Value::Object(pairs) => pairs.iter_mut().find_map(|(_, item)| at(item, left)),
        _ => None,
    }
}

/// A JSON text, and the text that it is read over, if any.
type Case = (String, Option<String>);

fn cases() -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/articles");
    let mut texts = TEXTS.map(str::to_owned).to_vec();
    let mut files: Vec<_> =
        fs::read_dir(folder).expect("the articles").map(|file| file.unwrap().path()).collect();
    files.sort();
    texts.extend(files.iter().filter_map(|file| fs::read_to_string(file).ok()));
    let (mut cases, mut chance, values) = (Vec::new(), Chance(1), values());
    for (index, text) in texts.iter().enumerate() {
        let found = analyze(text, &Options::default());
        for (format, without_text) in
            [(Format::Json, false), (Format::Json, true), (Format::WebAnnotation, false)]
        {
            let written = write(format, text, &found, &Choice { without_text, ..Choice::default() });
            let own = format == Format::Json && !without_text;
            let over = |text: &str| (!own).then(|| text.to_owned());
            // As it is; over a text in which its words have moved, or are gone; over another.
            cases.push((written.clone(), over(text)));
            if !own {
                cases.push((written.clone(), Some(format!("Een regel 😀 vooraf.\n\n{text}"))));
                cases.push((written.clone(), Some(text.replace("Jan", "Piet").replace('e', "ee"))));
                cases.push((written.clone(), Some(TEXTS[(index + 1) % TEXTS.len()].to_owned())));
            }
            let mut original: Value = serde_json::from_str(&written).expect("JSON");
            // Tokens and sentences are not read.
            if let Some(map) = original.as_object_mut() {
                map.remove("tokens");
                map.remove("sentences");
            }
            let many = if index < TEXTS.len() { 400 } else { 20 };
            for _ in 0..many {
                let mut value = original.clone();
                for _ in 0..=chance.below(2) {
                    let mut left = chance.below(count(&value));
                    let new = values[chance.below(values.len())].clone();
                    match (at(&mut value, &mut left), chance.below(4)) {
                        (Some(Value::Array(items)), 0) => items.reverse(),
                        (Some(Value::Array(items)), 1) if !items.is_empty() => drop(items.remove(0)),
                        (Some(place), _) => *place = new,
                        (None, _) => {}
                    }
                }
                cases.push((value.to_string(), over(text)));
            }
        }
    }
    for other in [
        "",
        "{",
        "[]",
        "[1]",
        "{}",
        "7",
        "null",
        "{\"schema\":\"kroniek/2\"}",
        "{\"type\":\"FeatureCollection\"}",
    ] {
        cases.push((other.to_owned(), None));
        cases.push((other.to_owned(), Some(TEXTS[0].to_owned())));
    }
    cases
}

fn placed(marks: &Marks) -> usize {
    let Analysis { entities, times, quotes, events, .. } = &*marks.found;
    let mentions: usize = entities.iter().map(|entity| entity.mentions.len()).sum();
    mentions + times.len() + quotes.len() + events.len()
}

/// What `import.js` writes: pieces with an index, names, and words in Dutch and in English.
type Answer = (Vec<(u32, (String, Options))>, String, String, String);

/// What `import.js` gives for each case.
fn run(cases: &[Case]) -> Option<Vec<Answer>> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/exports/reader.mjs");
    let mut node =
        Command::new("node").arg(script).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().ok()?;
    let lines: Vec<String> = cases
        .iter()
        .map(|(json, text)| json!([json, text.iter().collect::<Vec<_>>()]).to_string() + "\n")
        .collect();
    let mut input = node.stdin.take().expect("a pipe");
    let writing = std::thread::spawn(move || input.write_all(lines.concat().as_bytes()).expect("written"));
    let output = node.wait_with_output().expect("Node");
    writing.join().expect("written");
    assert!(output.status.success());
    let lines = String::from_utf8(output.stdout).expect("UTF-8");
    Some(lines.lines().map(|line| postcard::from_bytes(&bytes(line)).expect("an answer")).collect())
}

fn bytes(hexadecimal: &str) -> Vec<u8> {
    let digits = hexadecimal.as_bytes().chunks(2);
    digits.map(|pair| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap()).collect()
}

#[test]
fn the_two_readers_give_the_same() {
    let cases = cases();
    let Some(answers) = run(&cases) else { return println!("SKIPPED: no Node on this machine") };
    assert_eq!(answers.len(), cases.len());
    let (mut same, mut refused) = (0, 0);
    for ((json, over), (pieces, left, dutch, told)) in cases.iter().zip(answers) {
        let expected = read(over.as_deref(), json);
        assert_eq!(dutch.is_empty(), told.is_empty());
        let Some((at, (text, options))) = pieces.into_iter().next() else {
            refused += 1;
            assert_eq!((left.as_str(), told.is_empty()), ("a.json", false));
            if let Ok(import) = &expected {
                // Marks that hardly fit are of another article.
                let placed = placed(&import.marks);
                assert!(placed == 0 || placed < import.unplaced as usize, "{told}: {json}");
                assert!(over.is_some(), "{told}: {json}");
            }
            continue;
        };
        assert_eq!((at, left.as_str()), (0, ""));
        let marks = options.marks.as_ref().expect("marks");
        assert!(marks.fit(over.as_deref().unwrap_or(&text)), "{json}");
        match expected {
            Ok(import) => {
                same += 1;
                assert_eq!(import.unplaced > 0, !told.is_empty(), "{told}: {json}");
                assert_eq!(import.text.clone().unwrap_or_default(), text);
                let Options { language, date, marks: Some(own), .. } = import.options() else {
                    unreachable!()
                };
                assert_eq!(*marks, own, "{json}");
                assert_eq!((options.language, options.date), (language, date));
            }
            // The command line also holds others' annotations to all that the Recommendation asks.
            Err(refusal) => assert!(json.contains("anno.jsonld"), "{refusal}: {json}"),
        }
    }
    println!("{same} the same, {refused} refused, of {}", cases.len());
    assert!(same > 1_000 && refused > 1_000);
}
