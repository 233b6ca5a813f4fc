//! The scorers of events: which words are events, whether each happened, and when.
//!
//! Three logistic regressions over the engine's own named features, fitted by stochastic descent with steps
//! that shrink where a feature is common (AdaGrad) and weights that shrink to nothing without evidence.

mod articles;
mod calibration;
mod figures;
mod fit;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use kroniek::analysis::{Entity, Event, EventStatus, Quotation, Time};
use kroniek::events::{ALL_STATUSES, Dated, Features, Scorer, find_with};
use kroniek::lang::{Language, embedded};
use kroniek::text::{Doc, Span, segment};
use kroniek::times::PartialDate;
use kroniek::{intake, names, quotes, times};

use self::articles::read;
use self::calibration::{calibrate, calibrate_dates, errors, word_scores};
use self::figures::Figures;
use self::fit::fit;
use crate::quoted::attribute;
use crate::random::Random;

/// Articles with more of what is hard for dates, and more words marked than in the others.
const DENSE: &str = "train/corpus/events";
/// How much an example of those counts beside one of the others, of which there are fewer and which are as articles
/// are (of 0.4, 0.7 and 1, in the folds).
const DENSE_WEIGHT: f64 = 0.4;
const WEIGHTS: &str = "src/lang/nl/event_weights.txt";
/// Weights without those of words: for English, of which there are no annotated articles to train on.
const PLAIN_WEIGHTS: &str = "src/lang/en/event_weights.txt";

/// What no fold of the figures may see.
fn is_held_out(name: &str) -> bool {
    let last = name.ends_with("-08") || name.ends_with("-09");
    name.starts_with("a5") || name.starts_with("mt") || name.starts_with('s') && last
}

/// An event as annotated.
#[derive(Clone, Debug)]
struct Gold {
    start: usize,
    end: usize,
    value: Option<String>,
    status: EventStatus,
}

/// An annotated article.
struct Article {
    name: String,
    text: String,
    date: Option<PartialDate>,
    events: Vec<Gold>,
}

/// An article that the earlier stages have read.
struct Prepared<'t> {
    article: &'t Article,
    doc: Doc<'t>,
    entities: Vec<Entity>,
    times: Vec<Time>,
    quotes: Vec<Quotation>,
}

/// Weights by feature; of classes, one each.
type Weights = BTreeMap<String, Vec<f64>>;

/// One choice to learn from: options with their features, the weight column of each, and which are right.
struct Example {
    options: Vec<(Vec<u32>, usize)>,
    right: Vec<bool>,
    /// How much it counts.
    weight: f64,
}

/// Features by number.
#[derive(Default)]
struct Names {
    numbers: BTreeMap<String, u32>,
    /// Whether features that name words are left out.
    plain: bool,
}

/// What features are made of that hold for any language.
const CODES: &str = "bias f pp past pres inf noun nom oth m w h p - title head item lead second body d i n a c s y \
    dur set ref time day long t q o P I N F cue cued neg if ask e v end begin cap rep source no near last te ts \
    none future hypothetical negated present month year gap rel before b other main coming again doc clock since \
    until cut night pair ? sc sn ss bc bn bs -c -n -s sure sure0 sure1 sure2 sure3 sure4 sure5 sure8 whole mixl mixm week \
    hist tb lastd lastt yest told told0 pt pi pd pm pw py z0 z? r= r? u0 u1 u2 u3 u4 z r as bs";

fn is_plain(name: &str) -> bool {
    name.split(['=', '|', '<', '>']).all(|piece| {
        piece.is_empty()
            || piece.chars().all(|char| char.is_ascii_digit())
            || CODES.split_whitespace().any(|code| code == piece)
            || ["a", "c"].iter().any(|near| {
                piece
                    .strip_prefix(near)
                    .is_some_and(|kind| ["dur", "set", "ref", "time", "day", "long"].contains(&kind))
            })
    })
}

impl Names {
    fn number(&mut self, name: &str) -> u32 {
        if self.plain && !is_plain(name) {
            return self.number("");
        }
        if let Some(&number) = self.numbers.get(name) {
            return number;
        }
        let number = self.numbers.len() as u32;
        self.numbers.insert(name.to_owned(), number);
        number
    }
}

/// How a scorer is fitted.
#[derive(Clone, Copy)]
struct Fit {
    epochs: usize,
    rate: f64,
    /// Pull to nothing, of each step.
    ridge: f64,
    /// The same in absolute terms, which empties features of little use.
    lasso: f64,
    /// How often a feature must be seen.
    least: usize,
    /// Weights below are left out.
    small: f64,
}

/// The three scorers.
#[derive(Clone, Default)]
struct Models {
    words: Weights,
    status: Weights,
    dates: Weights,
    /// What is added to the score of a word.
    shift: f64,
    /// What is added to the score of "undated".
    undated: f64,
    sure: Vec<(i32, i32)>,
}

impl Models {
    fn sum(weights: &Weights, features: &Features, column: usize) -> f64 {
        features.names().map(|name| weights.get(name).map_or(0.0, |row| row[column])).sum()
    }
}

impl Scorer for Models {
    fn word(&mut self, _: Span, features: &Features) -> Option<i32> {
        let score = Self::sum(&self.words, features, 0) + self.shift;
        (score > 0.0).then_some((score * 100.0) as i32)
    }

    fn status(&mut self, _: Span, features: &Features) -> EventStatus {
        let scores = (0..ALL_STATUSES.len()).map(|column| Self::sum(&self.status, features, column));
        ALL_STATUSES[best(scores)]
    }

    fn date(&mut self, _: Span, dates: &[Dated]) -> (usize, f32) {
        let undated = |dated: &Dated| if dated.value.is_none() { self.undated } else { 0.0 };
        (best(dates.iter().map(|dated| Self::sum(&self.dates, &dated.features, 0) + undated(dated))), 1.0)
    }
}

fn best(scores: impl Iterator<Item = f64>) -> usize {
    let mut best = (0, f64::NEG_INFINITY);
    for (at, score) in scores.enumerate() {
        if score > best.1 {
            best = (at, score);
        }
    }
    best.0
}

/// Looks on while the engine reads an article, and notes what would have been right.
struct Watcher<'a> {
    gold: &'a [Gold],
    names: &'a mut [Names; 3],
    examples: &'a mut [Vec<Example>; 3],
    /// The models so far: dates are learned with words, statuses and earlier dates as they will be found.
    models: Option<&'a mut Models>,
    /// How much the article counts.
    weight: f64,
}

impl Watcher<'_> {
    fn gold(&self, span: Span) -> Option<&Gold> {
        let (start, end) = (span.start as usize, span.end as usize);
        self.gold.iter().find(|gold| gold.start < end && start < gold.end)
    }

    fn numbers(&mut self, kind: usize, features: &Features) -> Vec<u32> {
        features.names().map(|name| self.names[kind].number(name)).collect()
    }
}

impl Scorer for Watcher<'_> {
    fn word(&mut self, span: Span, features: &Features) -> Option<i32> {
        let gold = self.gold(span).is_some();
        if let Some(models) = &mut self.models {
            return models.word(span, features).or(gold.then_some(0));
        }
        let numbers = self.numbers(0, features);
        self.examples[0].push(Example {
            options: vec![(numbers, 0), (Vec::new(), 0)],
            right: vec![gold, !gold],
            weight: self.weight,
        });
        gold.then_some(300)
    }

    fn status(&mut self, span: Span, features: &Features) -> EventStatus {
        let right = self.gold(span).map_or(EventStatus::Past, |gold| gold.status);
        if let Some(models) = &mut self.models {
            return models.status(span, features);
        }
        let numbers = self.numbers(1, features);
        let options = (0..ALL_STATUSES.len()).map(|column| (numbers.clone(), column)).collect();
        let rights = ALL_STATUSES.iter().map(|status| *status == right).collect();
        self.examples[1].push(Example { options, right: rights, weight: self.weight });
        right
    }

    fn date(&mut self, span: Span, dates: &[Dated]) -> (usize, f32) {
        // What is no event has no date.
        let right = self.gold(span).and_then(|gold| gold.value.clone());
        let rights: Vec<bool> = dates.iter().map(|dated| dated.value == right).collect();
        let options = dates.iter().map(|dated| (self.numbers(2, &dated.features), 0)).collect();
        let chosen = rights.iter().position(|&right| right);
        if chosen.is_some() {
            self.examples[2].push(Example { options, right: rights, weight: self.weight });
        }
        match &mut self.models {
            Some(models) => models.date(span, dates),
            None => (chosen.unwrap_or(0), 1.0),
        }
    }
}

/// Trains and writes the weights, or with `--evaluate` only tells the figures.
///
/// # Errors
///
/// When a file cannot be read or written.
pub fn main(arguments: &[String]) -> Result<(), String> {
    let folder =
        arguments.iter().find(|word| !word.starts_with("--")).map_or("train/corpus/articles", String::as_str);
    let has = |name: &str| arguments.iter().any(|word| word == name);
    let mut articles = read(Path::new(folder))?;
    // Without the words they teach nothing that the others do not (figures in models/README.md).
    if !has("--plain") {
        articles.extend(read(Path::new(DENSE))?);
    }
    let prepared = articles.iter().map(prepare).collect::<Vec<_>>();
    let (held, seen): (Vec<_>, Vec<_>) = prepared.iter().partition(|one| is_held_out(&one.article.name));
    // Every article is judged by models that never saw it.
    let folds = 6;
    let mut scored = Vec::new();
    for fold in 0..folds {
        let train_on = |at: &usize| at % folds != fold;
        let part: Vec<_> = (0..seen.len()).filter(train_on).map(|at| seen[at]).collect();
        let models = train(&part, has("--plain"));
        for at in (0..seen.len()).filter(|at| at % folds == fold) {
            scored.push((seen[at], word_scores(seen[at], &models), models.clone()));
        }
    }
    // How readily a word is an event is for articles as they are, not for those written for their many events.
    scored.retain(|one| !one.0.article.name.starts_with('e'));
    let (shift, sure) = calibrate(&scored);
    println!("shift {shift:.2}");
    scored.iter_mut().for_each(|(_, _, models)| models.shift = shift);
    let (undated, figures) = calibrate_dates(&mut scored, has("--plain"));
    println!("undated {undated:.2}");
    println!("folds: {figures}");
    if has("--errors") {
        for (one, _, models) in &mut scored {
            print!("{}", errors(one, models));
        }
        return Ok(());
    }
    let mut models = train(&seen, has("--plain"));
    (models.shift, models.sure, models.undated) = (shift, sure, undated);
    if has("--held-out") {
        for set in ["a5", "mt", "s"] {
            let mut figures = Figures::default();
            held.iter()
                .filter(|one| one.article.name.starts_with(set))
                .for_each(|one| figures.add(one, &mut models));
            println!("held out, {set}: {figures}");
            if has("--confused") {
                println!("    {:?}\n    {:?}", figures.confused, figures.dates);
            }
        }
    }
    if let Some(at) = arguments.iter().position(|word| word == "--labels") {
        let set = arguments.get(at + 1).map_or("a5", String::as_str);
        for one in prepared.iter().filter(|one| one.article.name.starts_with(set)) {
            println!("{}", one.article.name);
            for (at, event) in run(one, &mut models).iter().enumerate() {
                let same = event.same_as.map_or(String::new(), |first| format!(" = {first}"));
                let (word, value) = (event.span.of(&one.article.text), event.value.as_deref().unwrap_or("?"));
                println!("{at}{same} {value} {} [{word}] {}", event.status.label(), event.label);
            }
        }
    }
    if has("--speed") {
        let bytes: usize = prepared.iter().map(|one| one.article.text.len()).sum();
        let start = std::time::Instant::now();
        for _ in 0..20 {
            for one in &prepared {
                let (doc, date) = (&one.doc, one.article.date);
                std::hint::black_box(kroniek::events::find(
                    doc,
                    &one.entities,
                    &one.times,
                    &one.quotes,
                    date,
                ));
            }
        }
        println!("{:.2} MB/s", 20.0 * bytes as f64 / start.elapsed().as_secs_f64() / 1e6);
    }
    if !has("--evaluate") {
        let path = if has("--plain") { PLAIN_WEIGHTS } else { WEIGHTS };
        fs::write(path, written(&models)).map_err(|error| format!("{path}: {error}"))?;
    }
    Ok(())
}

fn prepare(article: &Article) -> Prepared<'_> {
    let pack = embedded(Language::Dutch);
    let layout = intake::layout::read(&article.text, Language::Dutch);
    let doc = segment(&article.text, pack, layout.blocks);
    let entities = names::find(&doc);
    let times = times::find(&doc, article.date);
    let quotes = quotes::find(&doc, &entities);
    Prepared { article, doc, entities, times, quotes }
}

fn run(one: &Prepared<'_>, scorer: &mut dyn Scorer) -> Vec<Event> {
    find_with(&one.doc, &one.entities, &one.times, &one.quotes, one.article.date, scorer)
}

/// Where the line between event and none lies about, before it is drawn for the best figures.
const SHIFT: f64 = 0.8;

const WORDS: Fit = Fit { epochs: 20, rate: 0.03, ridge: 1e-4, lasso: 1e-2, least: 4, small: 0.08 };
const STATUS: Fit = Fit { epochs: 20, rate: 0.05, ridge: 2e-4, lasso: 3e-2, least: 4, small: 0.12 };
const DATES: Fit = Fit { epochs: 12, rate: 0.04, ridge: 1e-3, lasso: 2e-2, least: 6, small: 0.1 };

/// What articles teach, as numbered features with right answers.
#[derive(Default)]
struct Lessons {
    names: [Names; 3],
    examples: [Vec<Example>; 3],
}

impl Lessons {
    fn new(plain: bool) -> Self {
        let mut lessons = Self::default();
        lessons.names.iter_mut().for_each(|names| names.plain = plain);
        lessons
    }

    fn take(&mut self, one: &Prepared<'_>, models: Option<&mut Models>) {
        let (names, examples) = (&mut self.names, &mut self.examples);
        let weight = if one.article.name.starts_with('e') { DENSE_WEIGHT } else { 1.0 };
        run(one, &mut Watcher { gold: &one.article.events, names, examples, models, weight });
    }
}

/// Models of words and statuses, and of dates where all before is known.
fn first(articles: &[&Prepared<'_>], plain: bool) -> Models {
    let mut lessons = Lessons::new(plain);
    articles.iter().for_each(|one| lessons.take(one, None));
    let Lessons { names, examples } = &lessons;
    Models {
        words: fit(&names[0], &examples[0], 1, WORDS),
        status: fit(&names[1], &examples[1], ALL_STATUSES.len(), STATUS),
        dates: fit(&names[2], &examples[2], 1, DATES),
        shift: SHIFT,
        ..Models::default()
    }
}

/// The three models. Dates are learned in articles that the models of words, statuses and earlier dates have not
/// seen, so that what is found there is as good, and as bad, as it will be.
fn train(articles: &[&Prepared<'_>], plain: bool) -> Models {
    let parts = 3;
    let mut lessons = Lessons::new(plain);
    for part in 0..parts {
        let others: Vec<_> =
            (0..articles.len()).filter(|at| at % parts != part).map(|at| articles[at]).collect();
        let mut models = first(&others, plain);
        articles.iter().skip(part).step_by(parts).for_each(|one| lessons.take(one, Some(&mut models)));
    }
    Models { dates: fit(&lessons.names[2], &lessons.examples[2], 1, DATES), ..first(articles, plain) }
}

fn written(models: &Models) -> String {
    let whole = |weight: f64| (weight * 100.0).round() as i32;
    let mut text = String::from(
        "# Trained by `kroniek-train events`; src/lang/event_weights.rs says what each section is.\n\n[words]\n",
    );
    let line = |text: &mut String, name: &str, row: &[f64]| {
        if row.iter().any(|&weight| whole(weight).abs() > 2) {
            let cells = row.iter().map(|&weight| whole(weight).to_string()).collect::<Vec<_>>().join(" ");
            text.push_str(&format!("{name} {cells}\n"));
        }
    };
    let bias = models.words.get("bias").map_or(0.0, |row| row[0]) + models.shift;
    line(&mut text, "bias", &[bias]);
    models
        .words
        .iter()
        .filter(|(name, _)| *name != "bias")
        .for_each(|(name, row)| line(&mut text, name, row));
    text.push_str("\n[status]\n");
    models.status.iter().for_each(|(name, row)| line(&mut text, name, row));
    text.push_str("\n[dates]\n");
    let bias = models.dates.get("none").map_or(0.0, |row| row[0]) + models.undated;
    line(&mut text, "none", &[bias]);
    let others = models.dates.iter().filter(|(name, _)| *name != "none");
    others.for_each(|(name, row)| line(&mut text, name, row));
    text.push_str("\n[sure]\n");
    models.sure.iter().for_each(|(score, share)| text.push_str(&format!("{score} {share}\n")));
    text
}
