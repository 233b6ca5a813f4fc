//! A small neural name tagger over the units of the linear one, to compare with.
//!
//! The vector of a unit is the sum of the vectors of its word, edges, pattern, lists and rule (hashed sub-words, Bojanowski
//! et al. 2017); a window of vectors goes through one hidden layer (Collobert et al. 2011) to the scores of labels, and the
//! linear chain of the other tagger decodes them. Everything is trained by AdaGrad and
//! rounded to one byte a weight, with a scale for each row.

mod layer;

use std::fs;
use std::ops::Range;
use std::path::Path;
use std::time::Instant;

use kroniek::names::tagger::{
    Decoder, LABELS, Lists, Page, Row, Tagged, Transitions, begin, factors, kind_of,
};
use kroniek::text::Span;

use self::layer::{Layer, dot, tanh};
use crate::corpus;
use crate::lists;
use crate::names::{Read, inner_words, is_dev, labels, mark, read, without_case};
use crate::random::Random;

/// Rows of the table that hashes fall in.
const HASHED: usize = 1 << 15;
/// Rows of their own: three for each bit of the lists, rules, the place in a run, flags, and the edge of a sentence.
const OWN: usize = 256;
/// Numbers of a unit's vector.
const WIDTH: usize = 32;
/// Units seen at once: two on both sides, and those before and after the run of capitals.
const SLOTS: usize = 7;
/// Numbers that go into the hidden layer; the last is always 1.
const INPUTS: usize = SLOTS * WIDTH + 1;
/// Numbers of the hidden layer.
const HIDDEN: usize = 96;
/// Stretches between two steps of the layers.
const BATCH: usize = 4;

/// How to fit.
#[derive(Clone, Copy)]
struct Settings {
    /// How often every stretch is seen.
    rounds: usize,
    /// The size of a step at first; it falls to 0.
    rate: f32,
    /// Parts, of eight, of the rows of units that are left out at random.
    rows_out: usize,
    /// The same of words.
    words_out: usize,
    /// The same of hidden numbers.
    hidden_out: usize,
    /// Where the random numbers start.
    seed: u64,
}

/// A document as rows of the table.
struct Text<'s> {
    read: Read<'s>,
    /// For each unit its rows, the word's first; after the last unit those of the edge.
    rows: Vec<Vec<u32>>,
    /// Units that may be of names, each stretch with the units that each of its units sees.
    stretches: Vec<(Range<usize>, Vec<[u32; SLOTS]>)>,
    labels: Vec<u8>,
}

impl<'s> Text<'s> {
    fn new(read: Read<'s>) -> Self {
        let labels = labels(&read.page, &read.sample.marks);
        let mut text = Self { read, rows: Vec::new(), stretches: Vec::new(), labels };
        text.see();
        text
    }

    /// Notes the rows and the windows.
    fn see(&mut self) {
        let page = &self.read.page;
        let edge = page.units.len();
        let mut slots = vec![[edge as u32; SLOTS]; edge];
        self.rows = vec![vec![(HASHED + OWN - 1) as u32]; edge + 1];
        for sentence in &page.sentences {
            for at in sentence.clone() {
                let within = |at: Option<usize>| at.filter(|at| sentence.contains(at)).unwrap_or(edge) as u32;
                let cased = |at: &usize| page.units[*at].cased;
                let before = (sentence.start..at).rev().take_while(cased).take(5).count();
                let after = (at + 1..sentence.end).take_while(cased).take(5).count();
                for (slot, by) in
                    [-2, -1, 0, 1, 2, -1 - before as isize, 1 + after as isize].iter().enumerate()
                {
                    slots[at][slot] = within(at.checked_add_signed(*by));
                }
                self.rows[at] = rows(page, at, before * 6 + after);
            }
        }
        self.stretches.clear();
        page.each_stretch(|range, _| self.stretches.push((range.clone(), slots[range].to_vec())));
    }
}

/// The rows of a unit.
fn rows(page: &Page, at: usize, place: usize) -> Vec<u32> {
    let unit = &page.units[at];
    let mut rows = Vec::with_capacity(20);
    let hashed = |kind: u32, hash: u32| {
        let mixed = (hash ^ kind.wrapping_mul(0xc2b2_ae3d)).wrapping_mul(0x9e37_79b1);
        (mixed ^ mixed >> 15).wrapping_mul(0x85eb_ca77) >> (32 - HASHED.trailing_zeros())
    };
    rows.push(hashed(1, unit.folded));
    rows.push(hashed(2, unit.pattern));
    for (kind, &hash) in (3..).zip(unit.prefixes.iter().chain(&unit.suffixes)) {
        if hash != 0 {
            rows.push(hashed(kind, hash));
        }
    }
    if page.hint(at) != 0 {
        rows.push(hashed(10, page.hint(at)));
    }
    for (kind, bits) in page.list_bits(at).into_iter().enumerate() {
        rows.extend((0..32).filter(|bit| bits >> bit & 1 == 1).map(|bit| (HASHED + kind * 32) as u32 + bit));
    }
    let own = HASHED as u32 + 96;
    let flags = [unit.opens, unit.glued, unit.cased, page.is_quoted(at)];
    rows.push(own + page.ruled(at));
    rows.push(own + 60 + if unit.cased { place as u32 } else { 36 });
    rows.extend((0..).zip(flags).filter(|(_, flag)| *flag).map(|(flag, _)| own + 100 + flag));
    rows
}

/// The network, with what it saw last.
struct Net {
    table: Layer<WIDTH>,
    hidden: Layer<HIDDEN>,
    /// The last row is always added.
    out: Layer<LABELS>,
    links: Layer<LABELS>,
    /// The units of the window of a stretch, in order, each with its vector and the rows that were not left out.
    seen: Vec<(u32, [f32; WIDTH], Vec<u32>)>,
    inputs: Vec<[f32; INPUTS]>,
    /// For each unit the hidden numbers, and what each is multiplied by.
    active: Vec<([f32; HIDDEN], [f32; HIDDEN])>,
    scores: Vec<Row>,
    decoder: Decoder,
    marginals: Vec<Row>,
}

impl Net {
    fn new(random: &mut Random) -> Self {
        Self {
            table: Layer::new(HASHED + OWN, 0.0, random),
            hidden: Layer::new(INPUTS, 0.1, random),
            out: Layer::new(HIDDEN + 1, 0.1, random),
            links: Layer::new(LABELS, 0.0, random),
            seen: Vec::new(),
            inputs: Vec::new(),
            active: Vec::new(),
            scores: Vec::new(),
            decoder: Decoder::default(),
            marginals: Vec::new(),
        }
    }

    fn transitions(&self) -> Transitions {
        core::array::from_fn(|label| self.links.weights[label])
    }

    /// Scores the labels of a stretch; `random` leaves parts out.
    fn see(&mut self, text: &Text<'_>, slots: &[[u32; SLOTS]], training: Option<(&mut Random, Settings)>) {
        let (mut random, settings) = training.unzip();
        let mut left_out = |parts: usize| random.as_deref_mut().is_some_and(|random| random.below(8) < parts);
        let [rows_out, words_out, hidden_out] =
            settings.map_or([0; 3], |settings| [settings.rows_out, settings.words_out, settings.hidden_out]);
        let mut units = slots.iter().flatten().copied().collect::<Vec<_>>();
        units.sort_unstable();
        units.dedup();
        self.seen.clear();
        for unit in units {
            let (mut vector, mut rows) = ([0.0; WIDTH], text.rows[unit as usize].clone());
            let mut parts = words_out;
            rows.retain(|_| !left_out(std::mem::replace(&mut parts, rows_out)));
            for &row in &rows {
                let weights = &self.table.weights[row as usize];
                vector.iter_mut().zip(weights).for_each(|(sum, weight)| *sum += weight);
            }
            self.seen.push((unit, vector, rows));
        }
        self.inputs.clear();
        self.active.clear();
        self.scores.clear();
        for slots in slots {
            let mut input = [1.0; INPUTS];
            for (slot, input) in slots.iter().zip(input.chunks_exact_mut(WIDTH)) {
                let at = self.seen.partition_point(|seen| seen.0 < *slot);
                input.copy_from_slice(&self.seen[at].1);
            }
            let mut hidden = [0.0; HIDDEN];
            for (input, weights) in input.iter().zip(&self.hidden.weights) {
                hidden.iter_mut().zip(weights).for_each(|(sum, weight)| *sum += input * weight);
            }
            hidden.iter_mut().for_each(|number| *number = tanh(*number));
            let mut kept = [1.0; HIDDEN];
            let full = 8.0 / (8 - hidden_out) as f32;
            kept.iter_mut().for_each(|kept| *kept = if left_out(hidden_out) { 0.0 } else { full });
            let mut scores = self.out.weights[HIDDEN];
            for ((number, kept), weights) in hidden.iter().zip(&kept).zip(&self.out.weights) {
                scores.iter_mut().zip(weights).for_each(|(sum, weight)| *sum += number * kept * weight);
            }
            self.inputs.push(input);
            self.active.push((hidden, kept));
            self.scores.push(scores);
        }
    }

    /// One stretch more.
    fn learn(&mut self, text: &Text<'_>, which: usize, rate: f32, training: (&mut Random, Settings)) {
        let (range, slots) = &text.stretches[which];
        self.see(text, slots, Some(training));
        let mut gold = text.labels[range.clone()].to_vec();
        // A name that begins outside the stretch begins here for the network.
        gold[0] -= u8::from(gold[0] > 0 && gold[0].is_multiple_of(2));
        let mut pairs = [[0.0; LABELS]; LABELS];
        let factors = factors(&self.transitions());
        self.decoder.marginals(&self.scores, &factors, &mut self.marginals, Some(&mut pairs));
        #[expect(clippy::needless_range_loop, reason = "the label is an index of two arrays")]
        for label in 0..LABELS {
            pairs[0][label] += self.marginals[0][label];
            pairs[label][0] += self.marginals[gold.len() - 1][label];
        }
        let mut before = 0;
        for &label in gold.iter().chain([&0]) {
            pairs[before][label as usize] -= 1.0;
            before = label as usize;
        }
        for (sum, pairs) in self.links.gradient.iter_mut().zip(&pairs) {
            sum.iter_mut().zip(pairs).for_each(|(sum, pair)| *sum += pair);
        }
        let mut back = vec![[0.0; WIDTH]; self.seen.len()];
        for (at, &label) in gold.iter().enumerate() {
            let mut error = self.marginals[at];
            error[label as usize] -= 1.0;
            if error.iter().all(|part| part.abs() < 1e-4) {
                continue;
            }
            let (numbers, kept) = &self.active[at];
            let mut hidden = [0.0; HIDDEN];
            for row in 0..=HIDDEN {
                let (number, factor) = if row < HIDDEN { (numbers[row], kept[row]) } else { (1.0, 1.0) };
                let sum = &mut self.out.gradient[row];
                sum.iter_mut().zip(&error).for_each(|(sum, error)| *sum += number * factor * error);
                if row < HIDDEN {
                    let sum: f32 = self.out.weights[row].iter().zip(&error).map(|(one, two)| one * two).sum();
                    hidden[row] = sum * factor * (1.0 - number * number);
                }
            }
            for (row, &input) in self.inputs[at].iter().enumerate() {
                let sum = &mut self.hidden.gradient[row];
                sum.iter_mut().zip(&hidden).for_each(|(sum, hidden)| *sum += input * hidden);
                if let Some(slot) = slots[at].get(row / WIDTH) {
                    let seen = self.seen.partition_point(|seen| seen.0 < *slot);
                    back[seen][row % WIDTH] += dot(&self.hidden.weights[row], &hidden);
                }
            }
        }
        for ((_, _, rows), back) in self.seen.iter().zip(&back) {
            for &row in rows {
                self.table.step(row as usize, back, rate);
            }
        }
    }

    /// The names of a document.
    fn tagged(&mut self, text: &Text<'_>) -> Vec<Tagged> {
        let (page, transitions) = (&text.read.page, self.transitions());
        let (mut found, mut labels) = (Vec::new(), Vec::new());
        for (range, slots) in &text.stretches {
            self.see(text, slots, None);
            self.decoder.best(&self.scores, &transitions, &mut labels);
            self.decoder.marginals(&self.scores, &factors(&transitions), &mut self.marginals, None);
            let mut at = 0;
            while at < labels.len() {
                let start = at;
                at += 1;
                if labels[start] == 0 {
                    continue;
                }
                let kind = kind_of(labels[start] as usize);
                at += labels[at..].iter().take_while(|&&next| next as usize == begin(kind) + 1).count();
                let (first, end) = (range.start + start, range.start + at);
                let row = &self.marginals[start];
                let sum: f32 = row.iter().skip(1).sum();
                found.push(Tagged {
                    first,
                    end,
                    span: Span::new(page.units[first].start as usize, page.units[end - 1].end as usize),
                    kind,
                    probability: row[labels[start] as usize],
                    kinds: core::array::from_fn(|kind| (row[begin(kind)] + row[begin(kind) + 1]) / sum),
                });
            }
        }
        found
    }

    /// Strict F1 and F1 of spans over documents.
    fn evaluate<'t, 's: 't>(&mut self, what: &str, texts: impl Iterator<Item = &'t Text<'s>>) {
        let (mut hits, mut spans, mut all, mut gold) = (0, 0, 0, 0);
        for text in texts {
            let marks = &text.read.sample.marks;
            let found = self.tagged(text).iter().map(mark).collect::<Vec<_>>();
            gold += marks.len();
            all += marks.len() + found.len();
            let same =
                |one: &corpus::Mark| marks.iter().any(|two| (one.start, one.end) == (two.start, two.end));
            hits += found.iter().filter(|mark| marks.contains(mark)).count();
            spans += found.iter().filter(|mark| same(mark)).count();
        }
        let f1 = |hits: usize| 200.0 * hits as f32 / all.max(1) as f32;
        println!("{what}: F1 {:.1}, spans {:.1}, of {gold} marks", f1(hits), f1(spans));
    }
}

/// Trains a network on some documents.
fn fit(texts: &[&Text<'_>], settings: Settings) -> Net {
    let mut random = Random::new(settings.seed);
    let mut net = Net::new(&mut random);
    let mut order = texts
        .iter()
        .enumerate()
        .flat_map(|(at, text)| (0..text.stretches.len()).map(move |stretch| (at, stretch)))
        .collect::<Vec<_>>();
    let (mut done, all) = (0, settings.rounds * order.len());
    for _ in 0..settings.rounds {
        random.shuffle(&mut order);
        for &(at, stretch) in &order {
            let now = settings.rate * (1.0 - done as f32 / all as f32);
            net.learn(texts[at], stretch, now, (&mut random, settings));
            done += 1;
            if done % BATCH == 0 {
                net.hidden.step_all(now);
                net.out.step_all(now);
                net.links.step_all(now);
            }
        }
    }
    net
}

pub fn main(arguments: &[String]) -> Result<(), String> {
    let option = |name: &str| {
        arguments.iter().position(|argument| argument == name).and_then(|at| arguments.get(at + 1))
    };
    let number =
        |name: &str, usual: f32| option(name).and_then(|number| number.parse().ok()).unwrap_or(usual);
    let settings = Settings {
        rounds: number("--rounds", 3.0) as usize,
        rate: number("--rate", 0.05),
        rows_out: number("--rows-out", 0.0) as usize,
        words_out: number("--words-out", 2.0) as usize,
        hidden_out: number("--hidden-out", 2.0) as usize,
        seed: number("--seed", 24301.0) as u64,
    };
    let clock = Instant::now();
    let told = |what: &str| eprintln!("{:6.1} s {what}", clock.elapsed().as_secs_f32());
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let samples = corpus::read(&folder.join("corpus"))?;
    let (mut dev, mut train): (Vec<_>, Vec<_>) = samples.into_iter().partition(|sample| is_dev(&sample.file));
    if arguments.iter().any(|argument| argument == "--tune") {
        // Settings are chosen on blocks of the training documents, not on the documents apart.
        let parts = train.into_iter().enumerate().partition::<Vec<_>, _>(|(at, _)| at / 50 % 8 == 3);
        let bare = |part: Vec<(usize, _)>| part.into_iter().map(|(_, sample)| sample).collect::<Vec<_>>();
        (dev, train) = (bare(parts.0), bare(parts.1));
    }
    let inner = inner_words(&train);
    train.extend(without_case(&train));
    let (keys, sets) = lists::read(&folder.join("lists"), &[], &inner)?.into_iter().unzip();
    let lists = Lists::new(keys, sets);
    let train = train.iter().map(|sample| Text::new(read(sample, &lists))).collect::<Vec<_>>();
    let dev = dev.iter().map(|sample| Text::new(read(sample, &lists))).collect::<Vec<_>>();
    let units = |texts: &[Text<'_>]| texts.iter().map(|text| text.read.page.units.len()).sum::<usize>();
    told(&format!("{} units to train on, {} apart", units(&train), units(&dev)));

    let mut net = fit(&train.iter().collect::<Vec<_>>(), settings);
    told("weights");
    let mut bytes = Vec::new();
    for precision in ["f32", "int8"] {
        if precision == "int8" {
            net.table.round(&mut bytes);
            net.hidden.round(&mut bytes);
            net.out.round(&mut bytes);
            net.links.round(&mut bytes);
        }
        for part in ["", "a", "mt", "s"] {
            let chosen = dev.iter().filter(|text| text.read.sample.file.starts_with(part));
            net.evaluate(&format!("dev {part}, {precision}"), chosen);
        }
    }
    if let Some(path) = option("--out") {
        fs::write(path, &bytes).map_err(|error| format!("{path}: {error}"))?;
    }
    told(&format!("{} bytes", bytes.len()));
    Ok(())
}
