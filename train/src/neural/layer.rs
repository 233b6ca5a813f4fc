//! Rows of weights: steps of AdaGrad, and rounding to one byte.

use kroniek::names::tagger::exp;

use crate::random::Random;

/// Rows of weights with what AdaGrad keeps of them.
#[derive(Clone)]
pub struct Layer<const N: usize> {
    /// The weights, a row each.
    pub weights: Vec<[f32; N]>,
    squares: Vec<[f32; N]>,
    /// What the next step goes down.
    pub gradient: Vec<[f32; N]>,
}

impl<const N: usize> Layer<N> {
    /// Rows of random weights up to `size`.
    pub fn new(rows: usize, size: f32, random: &mut Random) -> Self {
        let mut number = || (random.below(2001) as f32 / 1000.0 - 1.0) * size;
        let weights = (0..rows).map(|_| core::array::from_fn(|_| number())).collect();
        Self { weights, squares: vec![[0.1; N]; rows], gradient: vec![[0.0; N]; rows] }
    }

    /// One step of one row.
    pub fn step(&mut self, row: usize, gradient: &[f32; N], rate: f32) {
        let (weights, squares) = (&mut self.weights[row], &mut self.squares[row]);
        for at in 0..N {
            squares[at] += gradient[at] * gradient[at];
            weights[at] -= rate * gradient[at] / squares[at].sqrt();
        }
    }

    /// One step of all rows, down the sums of their gradients.
    pub fn step_all(&mut self, rate: f32) {
        for row in 0..self.weights.len() {
            let gradient = std::mem::replace(&mut self.gradient[row], [0.0; N]);
            self.step(row, &gradient, rate);
        }
    }

    /// Rounds every weight to one byte, and appends the rows: two bytes of scale, then the weights.
    pub fn round(&mut self, bytes: &mut Vec<u8>) {
        for row in &mut self.weights {
            let largest = row.iter().fold(0.0f32, |largest, weight| largest.max(weight.abs()));
            let high = if largest > 0.0 { ((largest / 127.0).to_bits() >> 16) + 1 } else { 0 };
            let scale = f32::from_bits(high << 16).max(f32::MIN_POSITIVE);
            bytes.extend((high as u16).to_le_bytes());
            for weight in row {
                let cell = (*weight / scale).round() as i8;
                bytes.push(cell as u8);
                *weight = f32::from(cell) * scale;
            }
        }
    }
}

/// The sum of products, eight at a time in a fixed order.
pub fn dot<const N: usize>(one: &[f32; N], two: &[f32; N]) -> f32 {
    let mut sums = [0.0; 8];
    for (one, two) in one.chunks_exact(8).zip(two.chunks_exact(8)) {
        sums.iter_mut().zip(one.iter().zip(two)).for_each(|(sum, (one, two))| *sum += one * two);
    }
    sums.iter().sum()
}

/// The hyperbolic tangent, the same on every machine.
pub fn tanh(x: f32) -> f32 {
    1.0 - 2.0 / (exp(2.0 * x) + 1.0)
}
