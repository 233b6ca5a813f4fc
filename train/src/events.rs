//! The scorers of events: which words are events, whether each happened, and when.
//!
//! Three logistic regressions over the engine's own named features, fitted by stochastic descent with steps
//! that shrink where a feature is common (AdaGrad) and weights that shrink to nothing without evidence.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use kroniek::analysis::{Entity, Event, EventStatus, Quotation, Time};
use kroniek::events::{ALL_STATUSES, Dated, Features, Scorer, find_with};
use kroniek::lang::{Language, embedded};
use kroniek::text::{Doc, Span, segment};
use kroniek::times::PartialDate;
use kroniek::{intake, names, quotes, times};

use crate::quoted::attribute;
use crate::random::Random;

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
    lastd lastt yest told told0 pt pi pd pm pw py z0 z? r= r? u0 u1 u2 u3 u4 z r as bs";

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
        self.examples[0]
            .push(Example { options: vec![(numbers, 0), (Vec::new(), 0)], right: vec![gold, !gold] });
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
        self.examples[1].push(Example { options, right: rights });
        right
    }

    fn date(&mut self, span: Span, dates: &[Dated]) -> (usize, f32) {
        // What is no event has no date.
        let right = self.gold(span).and_then(|gold| gold.value.clone());
        let rights: Vec<bool> = dates.iter().map(|dated| dated.value == right).collect();
        let options = dates.iter().map(|dated| (self.numbers(2, &dated.features), 0)).collect();
        let chosen = rights.iter().position(|&right| right);
        if chosen.is_some() {
            self.examples[2].push(Example { options, right: rights });
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
    let articles = read(Path::new(folder))?;
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
    let (shift, sure) = calibrate(&scored);
    println!("shift {shift:.2}");
    scored.iter_mut().for_each(|(_, _, models)| models.shift = shift);
    let (undated, figures) = calibrate_dates(&mut scored);
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

const WORDS: Fit = Fit { epochs: 20, rate: 0.03, ridge: 1e-4, lasso: 1e-2, least: 2, small: 0.1 };
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
        run(one, &mut Watcher { gold: &one.article.events, names, examples, models });
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

/// Fits one weight a feature and column so that the right options of each example get the most.
fn fit(names: &Names, examples: &[Example], columns: usize, fit: Fit) -> Weights {
    let size = names.numbers.len();
    let mut seen = vec![0_usize; size];
    let nothing = names.numbers.get("").copied();
    for example in examples {
        let mut features: Vec<u32> =
            example.options.iter().flat_map(|(features, _)| features.iter().copied()).collect();
        features.sort_unstable();
        features.dedup();
        let named = features.iter().filter(|&&feature| Some(feature) != nothing);
        named.for_each(|&feature| seen[feature as usize] += 1);
    }
    let mut weights = vec![0.0_f64; size * columns];
    let mut sums = vec![0.0_f64; size * columns];
    let mut squares = vec![1e-2_f64; size * columns];
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let mut random = Random::new(7);
    let mut scores = Vec::new();
    for epoch in 0..fit.epochs {
        random.shuffle(&mut order);
        for &at in &order {
            let example = &examples[at];
            scores.clear();
            for (features, column) in &example.options {
                let sum = features.iter().map(|&feature| weights[feature as usize * columns + column]);
                scores.push(sum.sum::<f64>());
            }
            let top = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
            scores.iter_mut().for_each(|score| *score = (*score - top).exp());
            let all: f64 = scores.iter().sum();
            let good: f64 = scores.iter().zip(&example.right).filter(|pair| *pair.1).map(|pair| pair.0).sum();
            for ((features, column), (score, right)) in
                example.options.iter().zip(scores.iter().zip(&example.right))
            {
                let wanted = if *right && good > 0.0 { score / good } else { 0.0 };
                let step = wanted - score / all;
                for &feature in features.iter().filter(|&&feature| seen[feature as usize] >= fit.least) {
                    let place = feature as usize * columns + column;
                    let slope = step - fit.ridge * weights[place];
                    squares[place] += slope * slope;
                    let rate = fit.rate / squares[place].sqrt();
                    let moved = weights[place] + rate * slope;
                    weights[place] = moved.signum() * (moved.abs() - rate * fit.lasso).max(0.0);
                }
            }
        }
        if epoch >= fit.epochs / 2 {
            sums.iter_mut().zip(&weights).for_each(|(sum, weight)| *sum += weight);
        }
    }
    let rounds = (fit.epochs - fit.epochs / 2) as f64;
    let row = |number: u32| {
        let start = number as usize * columns;
        sums[start..start + columns].iter().map(|sum| sum / rounds).collect::<Vec<f64>>()
    };
    names
        .numbers
        .iter()
        .map(|(name, &number)| (name.clone(), row(number)))
        .filter(|(_, row)| row.iter().any(|weight| weight.abs() >= fit.small))
        .collect()
}

/// The scores of the words of an article, with whether each is an event.
fn word_scores(one: &Prepared<'_>, models: &Models) -> Vec<(f64, bool)> {
    struct Look<'a>(&'a Models, &'a [Gold], Vec<(f64, bool)>);
    impl Scorer for Look<'_> {
        fn word(&mut self, span: Span, features: &Features) -> Option<i32> {
            let (start, end) = (span.start as usize, span.end as usize);
            let gold = self.1.iter().any(|gold| gold.start < end && start < gold.end);
            self.2.push((Models::sum(&self.0.words, features, 0), gold));
            None
        }
        fn status(&mut self, _: Span, _: &Features) -> EventStatus {
            EventStatus::Past
        }
        fn date(&mut self, _: Span, _: &[Dated]) -> (usize, f32) {
            (0, 0.0)
        }
    }
    let mut look = Look(models, &one.article.events, Vec::new());
    run(one, &mut look);
    look.2
}

type Scored<'a, 't> = (&'a Prepared<'t>, Vec<(f64, bool)>, Models);

/// What "undated" gets so that dates are right most often: of near equals what leaves the fewest undated, since
/// an event on the shelf tells less than one on the axis.
fn calibrate_dates(scored: &mut [Scored<'_, '_>]) -> (f64, Figures) {
    let mut tried = Vec::new();
    for step in -8..=0 {
        let undated = f64::from(step) * 0.25;
        let mut figures = Figures::default();
        for (one, _, models) in scored.iter_mut() {
            models.undated = undated;
            figures.add(one, models);
        }
        tried.push((undated, figures));
    }
    let most = tried.iter().map(|(_, figures)| figures.date_f1()).fold(0.0, f64::max);
    let chosen = tried.iter().position(|(_, figures)| figures.date_f1() > most - 0.8).unwrap_or_default();
    let chosen = tried.swap_remove(chosen);
    scored.iter_mut().for_each(|(_, _, models)| models.undated = chosen.0);
    chosen
}

/// Where the line between event and none goes, for the best F1; and how sure a score above it is.
fn calibrate(scored: &[Scored<'_, '_>]) -> (f64, Vec<(i32, i32)>) {
    let mut all: Vec<(f64, bool)> = scored.iter().flat_map(|one| one.1.iter().copied()).collect();
    all.sort_by(|one, other| other.0.total_cmp(&one.0));
    let gold: usize = scored.iter().map(|one| one.0.article.events.len()).sum();
    let mut hits = 0;
    let f1 = all.iter().enumerate().map(|(at, (_, right))| {
        hits += usize::from(*right);
        2.0 * hits as f64 / (gold + at + 1) as f64
    });
    let f1 = f1.collect::<Vec<_>>();
    let most = f1.iter().copied().fold(0.0, f64::max);
    // The curve is flat at its top: of equally good lines the one that misses least.
    let line = f1.iter().rposition(|&f1| f1 > most - 0.003).unwrap_or_default();
    let best = (most, all[line].0);
    let shift = -best.1;
    let mut sure = Vec::new();
    let above: Vec<_> = all.iter().take_while(|one| one.0 + shift > 0.0).collect();
    for part in above.chunks((above.len() / 8).max(20)) {
        let score = part[part.len() / 2].0 + shift;
        let share = part.iter().filter(|one| one.1).count() * 100 / part.len();
        sure.push(((score * 100.0) as i32, share as i32));
    }
    sure.reverse();
    // More is never less sure.
    for at in 1..sure.len() {
        sure[at].1 = sure[at].1.max(sure[at - 1].1);
    }
    (shift, sure)
}

/// What was found otherwise than annotated, for reading.
fn errors(one: &Prepared<'_>, models: &mut Models) -> String {
    struct Look<'a>(&'a mut Models, &'a [Gold], BTreeMap<u32, bool>);
    impl Scorer for Look<'_> {
        fn word(&mut self, span: Span, features: &Features) -> Option<i32> {
            self.0.word(span, features)
        }
        fn status(&mut self, span: Span, features: &Features) -> EventStatus {
            self.0.status(span, features)
        }
        fn date(&mut self, span: Span, dates: &[Dated]) -> (usize, f32) {
            let gold =
                self.1.iter().find(|gold| gold.start < span.end as usize && (span.start as usize) < gold.end);
            if let Some(gold) = gold {
                self.2.insert(span.start, dates.iter().any(|dated| dated.value == gold.value));
            }
            self.0.date(span, dates)
        }
    }
    let mut look = Look(models, &one.article.events, BTreeMap::new());
    let found = run(one, &mut look);
    let mut text = String::new();
    let none = |value: &Option<String>| value.clone().unwrap_or_else(|| "?".to_owned());
    for event in &found {
        let (start, end) = (event.span.start as usize, event.span.end as usize);
        let gold = one.article.events.iter().find(|gold| gold.start < end && start < gold.end);
        let place = format!("{} {} {:?}", one.article.name, event.span.of(&one.article.text), event.label);
        match gold {
            None => text.push_str(&format!("SPURIOUS {place}\n")),
            Some(gold) => {
                if gold.status != event.status {
                    let (right, wrong) = (gold.status.label(), event.status.label());
                    text.push_str(&format!("STATUS {right}>{wrong} {place}\n"));
                }
                if gold.value != event.value {
                    let offered = look.2.get(&event.span.start).copied().unwrap_or_default();
                    let (right, wrong) = (none(&gold.value), none(&event.value));
                    let kind = if offered { "offered" } else { "absent" };
                    let (status, reason) = (event.status.label(), event.reason.code());
                    text.push_str(&format!("DATE {kind} {right} > {wrong} {reason} {status} {place}\n"));
                }
            }
        }
    }
    let missed = one.article.events.iter().filter(|gold| {
        !found
            .iter()
            .any(|event| (event.span.start as usize) < gold.end && gold.start < event.span.end as usize)
    });
    for gold in missed {
        let from = one.article.text[..gold.start].char_indices().rev().nth(40).map_or(0, |at| at.0);
        let before = one.article.text[from..gold.start].replace('\n', " ");
        text.push_str(&format!(
            "MISSED {} {before}[{}]\n",
            one.article.name,
            &one.article.text[gold.start..gold.end]
        ));
    }
    text
}

/// What the figures of issue 7 count.
#[derive(Default)]
struct Figures {
    gold: usize,
    found: usize,
    hits: usize,
    status: usize,
    dated_gold: usize,
    dated_found: usize,
    dated_hits: usize,
    undated: [usize; 2],
    pairs: usize,
    ordered: usize,
    /// How often a status was found for another.
    confused: BTreeMap<(&'static str, &'static str), usize>,
    /// How often each kind of date was found for each.
    dates: BTreeMap<(&'static str, &'static str, &'static str), usize>,
}

/// What kind of date a value is.
fn kind(value: Option<&str>) -> &'static str {
    match value {
        None => "none",
        Some(value) if value.contains('/') => "interval",
        Some(value) if value.contains('T') => "minute",
        Some(value) if value.len() == 10 => "day",
        Some(_) => "long",
    }
}

impl Figures {
    fn date_f1(&self) -> f64 {
        200.0 * self.dated_hits as f64 / (self.dated_gold + self.dated_found).max(1) as f64
    }

    fn add(&mut self, one: &Prepared<'_>, models: &mut Models) {
        let found = run(one, models);
        let gold = &one.article.events;
        self.gold += gold.len();
        self.found += found.len();
        self.dated_gold += gold.iter().filter(|gold| gold.value.is_some()).count();
        self.dated_found += found.iter().filter(|event| event.value.is_some()).count();
        let mut used = vec![false; found.len()];
        let mut matched = Vec::new();
        for gold in gold {
            let fits = |event: &Event| {
                (event.span.start as usize) < gold.end && gold.start < event.span.end as usize
            };
            let Some(at) = (0..found.len()).find(|&at| !used[at] && fits(&found[at])) else { continue };
            used[at] = true;
            matched.push((gold, &found[at]));
        }
        self.hits += matched.len();
        for (gold, event) in &matched {
            self.status += usize::from(gold.status == event.status);
            if gold.status != event.status {
                *self.confused.entry((gold.status.label(), event.status.label())).or_default() += 1;
            }
            if gold.value != event.value {
                let key = (kind(gold.value.as_deref()), kind(event.value.as_deref()), event.reason.code());
                *self.dates.entry(key).or_default() += 1;
            }
            self.dated_hits += usize::from(gold.value.is_some() && gold.value == event.value);
            if gold.value.is_none() {
                self.undated[0] += 1;
                self.undated[1] += usize::from(event.value.is_none());
            }
        }
        for (at, (gold, event)) in matched.iter().enumerate() {
            for (other_gold, other) in &matched[at + 1..] {
                let (Some(a), Some(b)) = (range(gold.value.as_deref()), range(other_gold.value.as_deref()))
                else {
                    continue;
                };
                let (Some(c), Some(d)) = (side(event), side(other)) else { continue };
                if let Some(order) = before(a, b) {
                    self.pairs += 1;
                    self.ordered += usize::from(before(c, d) == Some(order));
                }
            }
        }
    }
}

/// Which of two stretches comes first, if one ends before the other begins.
fn before(one: (i64, i64), other: (i64, i64)) -> Option<bool> {
    match () {
        () if one.1 <= other.0 => Some(true),
        () if other.1 <= one.0 => Some(false),
        () => None,
    }
}

fn side(event: &Event) -> Option<(i64, i64)> {
    let interval = event.interval?;
    Some((interval.begin?.0, interval.until?.0))
}

/// The stretch of an annotated date.
fn range(value: Option<&str>) -> Option<(i64, i64)> {
    let value = value?;
    let (first, last) = value.split_once('/').unwrap_or((value, value));
    let part = |value: &str| -> Option<(i64, i64)> {
        let interval = value.parse::<PartialDate>().ok()?.interval();
        Some((interval.begin?.0, interval.until?.0))
    };
    Some((part(first)?.0, part(last)?.1))
}

impl std::fmt::Display for Figures {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let f1 = |hits: usize, gold: usize, found: usize| 200.0 * hits as f64 / (gold + found).max(1) as f64;
        let share = |part: usize, all: usize| 100.0 * part as f64 / all.max(1) as f64;
        write!(
            f,
            "words F1 {:.1} (P {:.1} R {:.1})  dates F1 {:.1} (right of matched {:.1} %)  status {:.1} %  order {:.1} % of {}  undated kept {:.1} %",
            f1(self.hits, self.gold, self.found),
            share(self.hits, self.found),
            share(self.hits, self.gold),
            f1(self.dated_hits, self.dated_gold, self.dated_found),
            share(self.dated_hits + self.undated[1], self.hits),
            share(self.status, self.hits),
            share(self.ordered, self.pairs),
            self.pairs,
            share(self.undated[1], self.undated[0]),
        )
    }
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

/// Reads the annotated articles of a folder in the order of their names.
fn read(folder: &Path) -> Result<Vec<Article>, String> {
    let failed = |error: std::io::Error| format!("{}: {error}", folder.display());
    let mut paths =
        fs::read_dir(folder).map_err(failed)?.flatten().map(|entry| entry.path()).collect::<Vec<_>>();
    paths.sort();
    let mut articles = Vec::new();
    for path in paths.iter().filter(|path| path.extension().is_some_and(|end| end == "xml")) {
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        articles.push(article(name, &fs::read_to_string(path).map_err(failed)?));
    }
    Ok(articles)
}

/// Reads one article: its blocks with an empty line behind each, as the scorer has them.
fn article(name: String, xml: &str) -> Article {
    let mut article = Article { name, text: String::new(), date: None, events: Vec::new() };
    let mut open: Vec<(String, usize, String)> = Vec::new();
    let mut rest = xml;
    while let Some(at) = rest.find('<') {
        if open.len() > 1 {
            push_text(&mut article.text, &rest[..at]);
        }
        let Some(length) = rest[at..].find('>') else { break };
        let tag = &rest[at + 1..at + length];
        rest = &rest[at + length + 1..];
        if !tag.starts_with('/') {
            let name = tag.split_whitespace().next().unwrap_or_default().to_owned();
            if name == "article" {
                article.date = attribute(tag, "date").parse().ok();
            }
            open.push((name, article.text.len(), tag.to_owned()));
            continue;
        }
        let Some((name, start, tag)) = open.pop() else { break };
        if name == "EV" {
            let status = attribute(&tag, "st");
            let status = ALL_STATUSES.iter().find(|known| known.label() == status);
            let value = attribute(&tag, "d");
            article.events.push(Gold {
                start,
                end: article.text.len(),
                value: (value != "?" && !value.is_empty()).then_some(value),
                status: status.copied().unwrap_or(EventStatus::Past),
            });
        } else if open.len() == 1 {
            article.text.push_str("\n\n");
        }
    }
    article
}

fn push_text(text: &mut String, part: &str) {
    let plain = part.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&apos;", "'");
    text.push_str(&plain.replace("&amp;", "&"));
}
