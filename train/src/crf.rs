//! Fits the weights of a linear-chain conditional random field.
//!
//! Regularised dual averaging with step sizes of its own for each weight (AdaGrad, Duchi, Hazan and Singer 2011): weights that
//! do not help become 0. One stretch after another, in an order drawn anew each round; single precision and a fixed
//! order of operations, so that every run gives the same bits.

use std::collections::HashMap;

use kroniek::names::tagger::{Chain, Decoder, LABELS, Model, POINTS, Row, Transitions, factors, follows};

use crate::random::Random;

/// A stretch of units: the keys of the clues of each, and its label.
#[derive(Clone, Debug, Default)]
pub struct Stretch {
    /// For each unit the keys of its clues.
    pub clues: Vec<Vec<u32>>,
    /// For each unit its label.
    pub labels: Vec<u8>,
}

/// How to fit.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// How often every stretch is seen.
    pub rounds: usize,
    /// The size of a step.
    pub rate: f32,
    /// What a weight must earn to be kept, over the whole training.
    pub price: f32,
    /// Clues seen less often are left out.
    pub least: u32,
}

/// A weight with what dual averaging keeps of it.
#[derive(Clone, Copy)]
struct Weights {
    now: Row,
    sum: Row,
    squares: Row,
}

impl Weights {
    const ZERO: Self = Self { now: [0.0; LABELS], sum: [0.0; LABELS], squares: [0.0; LABELS] };

    fn step(&mut self, gradient: &Row) {
        for ((sum, square), part) in self.sum.iter_mut().zip(&mut self.squares).zip(gradient) {
            *sum += part;
            *square += part * part;
        }
    }

    fn renew(&mut self, rate: f32, price: f32) {
        for label in 0..LABELS {
            let earned = self.sum[label].abs() - price;
            self.now[label] = if earned > 0.0 {
                -self.sum[label].signum() * rate * earned / (0.1 + self.squares[label]).sqrt()
            } else {
                0.0
            };
        }
    }
}

/// Fits a model to the stretches.
pub fn fit(stretches: &[&Stretch], settings: Settings) -> Model {
    let mut counts: HashMap<u32, u32> = HashMap::new();
    for key in stretches.iter().flat_map(|stretch| stretch.clues.iter().flatten()) {
        *counts.entry(*key).or_insert(0) += 1;
    }
    let mut keys = counts
        .into_iter()
        .filter(|&(_, count)| count >= settings.least)
        .map(|(key, _)| key)
        .collect::<Vec<_>>();
    keys.sort_unstable();
    let index: HashMap<u32, u32> = keys.iter().zip(0..).map(|(&key, at)| (key, at)).collect();
    let data = stretches
        .iter()
        .map(|stretch| {
            let clues = stretch
                .clues
                .iter()
                .map(|clues| clues.iter().filter_map(|key| index.get(key).copied()).collect::<Vec<u32>>());
            (clues.collect::<Vec<_>>(), &stretch.labels)
        })
        .collect::<Vec<_>>();
    drop(index);

    let mut weights = vec![Weights::ZERO; keys.len()];
    let mut links = [Weights::ZERO; LABELS];
    let mut order = (0..data.len()).collect::<Vec<_>>();
    let mut random = Random::new(0x5eed);
    let mut decoder = Decoder::default();
    let (mut scores, mut marginals) = (Vec::new(), Vec::new());
    let (mut done, all) = (0.0f32, (settings.rounds * data.len()) as f32);
    for _ in 0..settings.rounds {
        random.shuffle(&mut order);
        for &at in &order {
            let (clues, labels) = &data[at];
            done += 1.0;
            let price = settings.price * done / all;
            scores.clear();
            scores.extend(clues.iter().map(|clues| {
                let mut row = [0.0; LABELS];
                for &clue in clues {
                    row.iter_mut().zip(&weights[clue as usize].now).for_each(|(sum, weight)| *sum += weight);
                }
                row
            }));
            let transitions: Transitions = links.map(|link| link.now);
            let mut pairs = [[0.0; LABELS]; LABELS];
            decoder.marginals(&scores, &factors(&transitions), &mut marginals, Some(&mut pairs));
            // Into the stretch and out of it.
            for label in 0..LABELS {
                pairs[0][label] += marginals.first().map_or(0.0, |row: &Row| row[label]);
                pairs[label][0] += marginals.last().map_or(0.0, |row: &Row| row[label]);
            }
            let mut before = 0;
            for &label in labels.iter().chain([&0]) {
                pairs[before][label as usize] -= 1.0;
                before = label as usize;
            }
            for (link, pairs) in links.iter_mut().zip(&pairs) {
                link.step(pairs);
                link.renew(settings.rate, 0.0);
            }
            for ((clues, &label), marginal) in clues.iter().zip(labels.iter()).zip(&marginals) {
                let mut gradient = *marginal;
                gradient[label as usize] -= 1.0;
                if gradient.iter().all(|part| part.abs() < 1e-4) {
                    continue;
                }
                for &clue in clues {
                    let weights = &mut weights[clue as usize];
                    weights.step(&gradient);
                    weights.renew(settings.rate, price);
                }
            }
        }
    }
    weights.iter_mut().for_each(|weights| weights.renew(settings.rate, settings.price));
    quantised(&keys, &weights, &links)
}

/// The model with weights of one byte.
fn quantised(keys: &[u32], weights: &[Weights], links: &[Weights; LABELS]) -> Model {
    let mut sizes = weights
        .iter()
        .flat_map(|weights| weights.now)
        .map(f32::abs)
        .filter(|&size| size > 0.0)
        .collect::<Vec<_>>();
    sizes.sort_unstable_by(f32::total_cmp);
    let largest = sizes.get(sizes.len().saturating_sub(1 + sizes.len() / 2000)).copied().unwrap_or(1.0);
    let scale = largest / 127.0;
    let (mut kept, mut rows) = (Vec::new(), Vec::new());
    for (&key, weights) in keys.iter().zip(weights) {
        let row = weights.now.map(|weight| (weight / scale).round().clamp(-127.0, 127.0) as i8);
        if row.iter().any(|&cell| cell != 0) {
            kept.push(key);
            rows.push(row);
        }
    }
    let transitions = core::array::from_fn(|label| {
        core::array::from_fn(|next| if follows(label, next) { links[label].now[next] } else { 0.0 })
    });
    let calibration = core::array::from_fn(|at| at as f32 / (POINTS - 1) as f32);
    let chain = Chain { scale, transitions, factors: factors(&transitions), calibration };
    Model::new(&kept, &rows, chain).expect("keys within their bits")
}
