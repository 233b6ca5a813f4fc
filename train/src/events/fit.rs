//! Fits one scorer.

use super::*;

/// Fits one weight a feature and column so that the right options of each example get the most.
pub(super) fn fit(names: &Names, examples: &[Example], columns: usize, fit: Fit) -> Weights {
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
    let mut sums = vec![0.0_f64; size * columns];
    // In which order the examples come moves rare features: the mean of several orders does less so.
    for seed in SEEDS {
        descend(examples, columns, fit, &seen, seed, &mut sums);
    }
    let rounds = ((fit.epochs - fit.epochs / 2) * SEEDS.len()) as f64;
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

const SEEDS: [u64; 5] = [7, 11, 13, 17, 19];

/// Descends once over the examples in one order, and adds the weights of the later rounds to `sums`.
fn descend(examples: &[Example], columns: usize, fit: Fit, seen: &[usize], seed: u64, sums: &mut [f64]) {
    let mut weights = vec![0.0_f64; sums.len()];
    let mut squares = vec![1e-2_f64; sums.len()];
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let mut random = Random::new(seed);
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
                let step = example.weight * (wanted - score / all);
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
}
