//! The scorer of possible speakers: an averaged perceptron (Collins 2002) over the engine's own features.
//!
//! It starts from weights set by hand (`train/speaker_rules.txt`) and moves them where they choose wrongly.
//! Whole numbers and a fixed order make every run alike.

use std::fs;
use std::path::{Path, PathBuf};

use kroniek::lang::{Language, embedded};
use kroniek::quotes::{Asked, Choice, FEATURES, Feature, SITUATIONS, Who, find_with};
use kroniek::text::{Doc, Span, segment};
use kroniek::{analysis::Entity, intake, names};

use crate::novels;
use crate::quoted::{self, Sample};

/// Articles to train on; the others, and those whose names end in one of [`HELD_OUT`], are only scored.
const TRAINED_ON: [&str; 8] = ["a1", "a2", "a3", "s1", "s2", "s3", "s4", "s5"];
/// The articles of the `s` sets that no training sees.
const HELD_OUT: [&str; 2] = ["-08.xml", "-09.xml"];
/// Few and small steps: there are some 250 choices in the articles, so that more of them learn the articles by
/// heart (five folds: 92 % right after these, 86 % after three times as many and as large).
const EPOCHS: usize = 5;
/// How far a wrong choice moves a weight, in tenths: in an article, and in a novel.
const STEP: [i64; 2] = [20, 5];
/// Features whose weights stay as they are: how often a source is somebody new differs from one hand to the
/// next, and learned from one it cost 2 points on articles of another.
const FIXED: &str = "new";
const WEIGHTS: &str = "src/lang/speaker_weights.txt";
const RULES: &str = "train/speaker_rules.txt";

type Weights = Vec<[i64; SITUATIONS]>;

/// A text ready for the engine.
struct Prepared<'t> {
    sample: &'t Sample,
    doc: Doc<'t>,
    entities: Vec<Entity>,
}

/// Trains, or with `--evaluate` compares rules and scorer without writing anything.
///
/// # Errors
///
/// When a file cannot be read or written.
pub fn main(arguments: &[String]) -> Result<(), String> {
    let folder = arguments.first().map_or("train/corpus/articles", String::as_str);
    let novel_folder =
        arguments.iter().position(|word| word == "--novels").and_then(|at| arguments.get(at + 1));
    let articles = quoted::articles(Path::new(folder), &TRAINED_ON, &HELD_OUT)?;
    let novels = novel_folder.map_or(Ok(Vec::new()), |folder| novels::read(&PathBuf::from(folder)))?;
    let prepared = articles.iter().chain(&novels).map(prepare).collect::<Vec<_>>();
    let rules = read_weights(&fs::read_to_string(RULES).map_err(|error| format!("{RULES}: {error}"))?);

    report("rules", &prepared, &|_| rules.clone());
    // Every article is judged by weights that never saw it.
    let folds = 5;
    let without = (0..folds)
        .map(|fold| {
            train(
                &rules,
                prepared.iter().enumerate().filter(|(at, _)| at % folds != fold).map(|(_, one)| one),
            )
        })
        .collect::<Vec<_>>();
    report("scorer, five folds", &prepared, &|at| without[at % folds].clone());
    let trained = train(&rules, prepared.iter());
    report("scorer, seen", &prepared, &|_| trained.clone());
    // What no training saw.
    for (name, prefixes) in
        [("a4 a5 mt", &["a4", "a5", "mt"][..]), ("s 8 9", &["s1", "s2", "s3", "s4", "s5"])]
    {
        let mut others = quoted::articles(Path::new(folder), prefixes, &[])?;
        if name == "s 8 9" {
            let seen = |one: &Sample| articles.iter().any(|article| article.text == one.text);
            others.retain(|one| !seen(one));
        }
        let others = others.iter().map(prepare).collect::<Vec<_>>();
        report(&format!("rules, {name}"), &others, &|_| rules.clone());
        report(&format!("scorer, {name}"), &others, &|_| trained.clone());
    }
    if !arguments.iter().any(|word| word == "--evaluate") {
        fs::write(WEIGHTS, written(&trained)).map_err(|error| format!("{WEIGHTS}: {error}"))?;
    }
    Ok(())
}

fn prepare(sample: &Sample) -> Prepared<'_> {
    let pack = embedded(Language::Dutch);
    let layout = intake::layout::read(&sample.text, Language::Dutch);
    let doc = segment(&sample.text, pack, layout.blocks);
    let entities = names::find(&doc);
    Prepared { sample, doc, entities }
}

/// Which candidates are right, if the quotation is an annotated one.
fn right(prepared: &Prepared<'_>, choice: &Choice) -> Option<Vec<bool>> {
    let sample = prepared.sample;
    let (start, end) = (choice.span.start as usize, choice.span.end as usize);
    let gold = sample
        .quotes
        .iter()
        .filter(|quote| 2 * quote.shared(start, end) >= (quote.end.max(end) - quote.start.min(start)))
        .max_by_key(|quote| quote.shared(start, end))?;
    let described = gold.who.strip_prefix("desc:");
    let names = |span: Span| {
        let (start, end) = (span.start as usize, span.end as usize);
        sample.names.iter().any(|name| name.who == gold.who && name.shared(start, end) > 0)
    };
    let is_right =
        |(candidate, span): (&kroniek::quotes::Candidate, &Option<Span>)| match (candidate.who, described) {
            (Who::Entity(entity), None) => {
                prepared.entities[entity.0 as usize].mentions.iter().any(|mention| names(mention.span))
            }
            (_, None) => !sample.article && span.is_some_and(names),
            (Who::Entity(_), Some(_)) => false,
            (_, Some(words)) => span.is_some_and(|span| {
                let said = span.of(&sample.text).to_lowercase();
                words.to_lowercase().split(' ').any(|word| word.chars().count() > 3 && said.contains(word))
            }),
        };
    Some(choice.candidates.iter().zip(&choice.described).map(is_right).collect())
}

fn score(weights: &Weights, asked: Asked, features: &[Feature]) -> i64 {
    features.iter().map(|feature| weights[*feature as usize][asked as usize]).sum()
}

fn best(weights: &Weights, choice: &Choice, among: impl Fn(usize) -> bool) -> Option<(usize, i64)> {
    let mut best: Option<(usize, i64)> = None;
    for (at, candidate) in choice.candidates.iter().enumerate().filter(|(at, _)| among(*at)) {
        let score = score(weights, choice.asked, &candidate.features);
        if best.is_none_or(|best| score > best.1) {
            best = Some((at, score));
        }
    }
    best
}

fn is_free(feature: Feature) -> bool {
    !FEATURES[feature as usize].starts_with(FIXED)
}

fn train<'p>(rules: &Weights, prepared: impl Iterator<Item = &'p Prepared<'p>>) -> Weights {
    let mut weights = rules.iter().map(|row| row.map(|weight| weight * 10)).collect::<Weights>();
    let mut sum = vec![[0_i64; SITUATIONS]; FEATURES.len()];
    let mut steps = 0;
    let prepared = prepared.collect::<Vec<_>>();
    for _ in 0..EPOCHS {
        for one in &prepared {
            let step = STEP[usize::from(!one.sample.article)];
            find_with(&one.doc, &one.entities, &mut |choice| {
                let chosen = best(&weights, choice, |_| true).map_or(0, |best| best.0);
                let Some(right) = right(one, choice) else { return (chosen, 1.0) };
                let good = best(&weights, choice, |at| right[at]);
                let wrong = best(&weights, choice, |at| !right[at]);
                let Some((good, good_score)) = good else { return (chosen, 1.0) };
                if let Some((wrong, wrong_score)) = wrong
                    && good_score <= wrong_score
                {
                    for (at, sign) in [(good, step), (wrong, -step)] {
                        for feature in
                            choice.candidates[at].features.iter().filter(|feature| is_free(**feature))
                        {
                            weights[*feature as usize][choice.asked as usize] += sign;
                        }
                    }
                }
                // What follows is read as if this had been right.
                (good, 1.0)
            });
            steps += 1;
            for (sum, weights) in sum.iter_mut().zip(&weights) {
                sum.iter_mut().zip(weights).for_each(|(sum, weight)| *sum += weight);
            }
        }
    }
    sum.iter().map(|row| row.map(|sum| sum / (steps * 10).max(1))).collect()
}

/// How often the weights choose rightly, where there is a right candidate and a wrong one.
fn report(name: &str, prepared: &[Prepared<'_>], weights: &dyn Fn(usize) -> Weights) {
    for article in [true, false] {
        let (mut good, mut all) = ([0; SITUATIONS], [0; SITUATIONS]);
        for (at, one) in prepared.iter().enumerate().filter(|(_, one)| one.sample.article == article) {
            let weights = weights(at);
            find_with(&one.doc, &one.entities, &mut |choice| {
                let chosen = best(&weights, choice, |_| true).map_or(0, |best| best.0);
                if let Some(right) = right(one, choice)
                    && right.contains(&true)
                    && right.contains(&false)
                {
                    all[choice.asked as usize] += 1;
                    good[choice.asked as usize] += usize::from(right[chosen]);
                }
                (chosen, 1.0)
            });
        }
        let (sum, total) = (good.iter().sum::<usize>(), all.iter().sum::<usize>());
        if total > 0 {
            let kind = if article { "articles" } else { "novels" };
            println!(
                "{name}, {kind}: {sum} of {total} choices right ({:.1} %)",
                100.0 * sum as f64 / total as f64
            );
            let columns = ["he", "she", "they", "this", "office", "body", "phrase", "turn"];
            let each = columns
                .iter()
                .zip(good.iter().zip(&all))
                .map(|(name, (good, all))| format!("{name} {good}/{all}"));
            println!("    {}", each.collect::<Vec<_>>().join("  "));
        }
    }
}

fn read_weights(text: &str) -> Weights {
    let mut weights = vec![[0; SITUATIONS]; FEATURES.len()];
    for line in text.lines() {
        let mut cells = line.split_whitespace();
        let name = cells.next().unwrap_or_default();
        let Some(at) = FEATURES.iter().position(|feature| *feature == name) else { continue };
        for (weight, cell) in weights[at].iter_mut().zip(cells) {
            *weight = cell.parse().unwrap_or_default();
        }
    }
    weights
}

fn written(weights: &Weights) -> String {
    let mut text = String::from(
        "# What speaks for a possible speaker, one feature a line, with a weight for each situation:\n\
         # he she they this office body phrase turn (src/quotes/candidates.rs). Trained by `kroniek-train speakers`.\n",
    );
    for (name, row) in FEATURES.iter().zip(weights) {
        let cells = row.iter().map(i64::to_string).collect::<Vec<_>>().join(" ");
        text.push_str(&format!("{name} {cells}\n"));
    }
    text
}
