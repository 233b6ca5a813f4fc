//! The recipe of the name tagger.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::Instant;

use kroniek::intake::layout;
use kroniek::lang::{Language, embedded_words};
use kroniek::names::tagger::{self, Lists, Model, POINTS, Page, Tagged, begin, key_of};
use kroniek::text;

use crate::corpus::{self, Mark, Sample};
use crate::crf::{Settings, Stretch, fit};
use crate::{export, lists};

/// Articles that are never trained on: they give the figures of the model card.
pub(crate) fn is_dev(file: &str) -> bool {
    file.starts_with("a5-")
        || file.starts_with("mt-") && file != "mt-train"
        || file.starts_with('s') && (file.ends_with("-08") || file.ends_with("-09"))
}

/// A sample as the tagger reads it.
pub(crate) struct Read<'s> {
    pub(crate) sample: &'s Sample,
    pub(crate) page: Page,
}

pub fn main(arguments: &[String]) -> Result<(), String> {
    let option = |name: &str| {
        arguments.iter().position(|argument| argument == name).and_then(|at| arguments.get(at + 1))
    };
    let without = option("--without").map_or(Vec::new(), |lists| lists.split(',').collect());
    let number =
        |name: &str, usual: f32| option(name).and_then(|number| number.parse().ok()).unwrap_or(usual);
    let settings = Settings {
        rounds: number("--rounds", 12.0) as usize,
        rate: number("--rate", 0.15),
        price: number("--price", 0.6),
        least: number("--least", 2.0) as u32,
    };
    let clock = Instant::now();
    let told = |what: &str| eprintln!("{:6.1} s {what}", clock.elapsed().as_secs_f32());
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut samples = corpus::read(&folder.join("corpus"))?;
    if let Some(files) = option("--leave-out") {
        let files = files.split(',').collect::<Vec<_>>();
        samples
            .retain(|sample| is_dev(&sample.file) || !files.iter().any(|file| sample.file.starts_with(file)));
    }
    let mut train = samples.iter().filter(|sample| !is_dev(&sample.file)).cloned().collect::<Vec<_>>();
    let dev = samples.into_iter().filter(|sample| is_dev(&sample.file)).collect::<Vec<_>>();
    let inner = inner_words(&train);
    train.extend(without_case(&train));
    let names = lists::read(&folder.join("lists"), &without, &inner)?;
    let (keys, sets) = names.iter().map(|(&key, &set)| (key, set)).unzip();
    let lists = Lists::new(keys, sets);
    told(&format!(
        "{} documents to train on, {} apart, {} names on lists",
        train.len(),
        dev.len(),
        names.len()
    ));

    let pages = train.iter().map(|sample| read(sample, &lists)).collect::<Vec<_>>();
    let dev = dev.iter().map(|sample| read(sample, &lists)).collect::<Vec<_>>();
    let data = pages.iter().map(stretches).collect::<Vec<_>>();
    told("clues");
    // What a model makes of documents that it was not fitted to tells how sure to be.
    let (mut model, half) = std::thread::scope(|scope| {
        let whole = scope.spawn(|| fit(&data.iter().flatten().collect::<Vec<_>>(), settings));
        let even = data.iter().step_by(2).flatten();
        let half = fit(&even.collect::<Vec<_>>(), settings);
        (whole.join().expect("a fit"), half)
    });
    model.chain.calibration = calibration(pages.iter().skip(1).step_by(2), &half);
    told("weights");
    for (part, what) in [("", "dev"), ("a", "dev, a"), ("mt", "dev, mt"), ("s", "dev, s")] {
        evaluate(what, dev.iter().filter(|page| page.sample.file.starts_with(part)), &model);
    }
    let file = export::file(&model, &names);
    let path = folder.join("../models/nl.names");
    if !arguments.iter().any(|argument| argument == "--only-evaluate") {
        fs::write(&path, &file).map_err(|error| format!("{}: {error}", path.display()))?;
    }
    told(&format!("{} bytes; {} features", file.len(), model.features()));
    Ok(())
}

/// Words in lower case that stand inside names, twice or more.
pub(crate) fn inner_words(samples: &[Sample]) -> Vec<u32> {
    let mut counts: BTreeMap<u32, u32> = BTreeMap::new();
    for sample in samples {
        for mark in &sample.marks {
            for word in sample.text[mark.start..mark.end].split([' ', '-']) {
                if word.chars().next().is_some_and(char::is_lowercase) {
                    *counts.entry(key_of(word)).or_insert(0) += 1;
                }
            }
        }
    }
    counts.into_iter().filter(|&(_, count)| count > 1).map(|(key, _)| key).collect()
}

/// Some samples again in capitals only and in lower case only: headlines and tweets.
pub(crate) fn without_case(samples: &[Sample]) -> Vec<Sample> {
    let short = samples.iter().filter(|sample| sample.text.len() < 200 && !sample.marks.is_empty());
    let changed = short.enumerate().filter_map(|(at, sample)| {
        let text = match at % 24 {
            0 => sample.text.to_uppercase(),
            12 => sample.text.to_lowercase(),
            _ => return None,
        };
        (text.len() == sample.text.len()).then(|| Sample { text, ..sample.clone() })
    });
    changed.collect()
}

pub(crate) fn read<'s>(sample: &'s Sample, lists: &Lists) -> Read<'s> {
    let layout = layout::read(&sample.text, Language::Dutch);
    let doc = text::segment(&sample.text, embedded_words(Language::Dutch), layout.blocks);
    let ruled = kroniek::names::ruled(&doc);
    let page = Page::new(&doc, lists, &ruled);
    Read { sample, page }
}

/// The labels of a page's units by the annotators' marks.
pub(crate) fn labels(page: &Page, marks: &[Mark]) -> Vec<u8> {
    let mut labels = vec![0; page.units.len()];
    for mark in marks {
        let mut label = begin(mark.kind);
        let first = page.units.partition_point(|unit| unit.end as usize <= mark.start);
        for (unit, place) in page.units[first..].iter().zip(&mut labels[first..]) {
            if unit.start as usize >= mark.end {
                break;
            }
            *place = label as u8;
            label = begin(mark.kind) + 1;
        }
    }
    labels
}

fn stretches(read: &Read<'_>) -> Vec<Stretch> {
    let labels = labels(&read.page, &read.sample.marks);
    let mut found = Vec::new();
    read.page.each_stretch(|range, sight| {
        let mut stretch = Stretch::default();
        for at in range.clone() {
            let mut clues = Vec::with_capacity(64);
            sight.each(at, |key| clues.push(key));
            stretch.clues.push(clues);
            // A name that begins outside the stretch begins here for the model.
            let opens = at == range.start && labels[at] > 0 && labels[at].is_multiple_of(2);
            stretch.labels.push(labels[at] - u8::from(opens));
        }
        found.push(stretch);
    });
    found
}

fn tagged(read: &Read<'_>, model: &Model) -> Vec<Tagged> {
    let mut found = Vec::new();
    tagger::read(model, &read.page, &mut found);
    found
}

/// How often names are right by how sure the model is.
fn calibration<'r, 's: 'r>(pages: impl Iterator<Item = &'r Read<'s>>, model: &Model) -> [f32; POINTS] {
    let mut right = [0.0f32; POINTS];
    let mut all = [0.0f32; POINTS];
    for page in pages {
        for name in tagged(page, model) {
            let hit = page.sample.marks.contains(&mark(&name));
            let at = (name.probability * (POINTS - 1) as f32).round() as usize;
            all[at] += 1.0;
            right[at] += f32::from(u8::from(hit));
        }
    }
    let mut points: [f32; POINTS] = core::array::from_fn(|at| {
        let prior = at as f32 / (POINTS - 1) as f32;
        (right[at] + 4.0 * prior) / (all[at] + 4.0)
    });
    // More sure is never less often right.
    for at in 1..POINTS {
        points[at] = points[at].max(points[at - 1]);
    }
    points
}

pub(crate) fn mark(name: &Tagged) -> Mark {
    Mark { start: name.span.start as usize, end: name.span.end as usize, kind: name.kind }
}

fn evaluate<'r, 's: 'r>(what: &str, pages: impl Iterator<Item = &'r Read<'s>>, model: &Model) {
    let (mut hits, mut spans, mut gold, mut found, mut error) = (0, 0, 0, 0, [(0.0f32, 0.0f32, 0); 10]);
    for page in pages {
        let names = tagged(page, model);
        gold += page.sample.marks.len();
        found += names.len();
        for name in names {
            let mark = mark(&name);
            let hit = page.sample.marks.contains(&mark);
            hits += usize::from(hit);
            spans += usize::from(
                page.sample.marks.iter().any(|other| (other.start, other.end) == (mark.start, mark.end)),
            );
            let sure = model.chain.confidence(name.probability);
            let bin = &mut error[((sure * 10.0) as usize).min(9)];
            *bin = (bin.0 + sure, bin.1 + f32::from(u8::from(hit)), bin.2 + 1);
        }
    }
    let f1 = |hits: usize| 200.0 * hits as f32 / (gold + found).max(1) as f32;
    let ece = error.iter().map(|bin| (bin.0 - bin.1).abs()).sum::<f32>() / found.max(1) as f32;
    println!(
        "{what}: F1 {:.1}, spans {:.1}, of {gold} marks; calibration error {ece:.3}",
        f1(hits),
        f1(spans)
    );
}
