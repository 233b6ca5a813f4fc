//! The model file: weights, lists and calibration, read once.

use core::fmt;

use super::decode::{LABELS, Row, Transitions, factors};
use super::features;
use super::lists::Lists;

/// First bytes of a model file: what it is and the version of its form.
pub const MAGIC: &[u8] = b"kroniek-names 1\n";

/// How many points the calibration has.
pub const POINTS: usize = 11;

/// A trained model.
pub struct Model {
    keys: Vec<u32>,
    rows: Vec<[i8; 16]>,
    buckets: Vec<u32>,
    shift: u32,
    /// What a step of a weight is worth.
    scale: f32,
    /// What label follows what.
    pub(crate) transitions: Transitions,
    /// The same as factors of probabilities.
    pub(crate) factors: Transitions,
    /// How often a name is right when the model is sure to 0, 0.1, ... 1.
    calibration: [f32; POINTS],
}

impl fmt::Debug for Model {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Model").field("features", &self.keys.len()).finish_non_exhaustive()
    }
}

/// What is wrong with a model file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InvalidModel;

impl fmt::Display for InvalidModel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no model of this version, or a damaged one")
    }
}

impl core::error::Error for InvalidModel {}

/// Reads a file of two models and lists.
pub(crate) fn parse(bytes: &[u8]) -> Result<(Model, Model, Lists), InvalidModel> {
    let rest = bytes.strip_prefix(MAGIC).ok_or(InvalidModel)?;
    let mut reader = Reader(rest);
    let mut read = || Some((Model::read(&mut reader)?, Model::read(&mut reader)?, lists(&mut reader)?));
    let all = read().ok_or(InvalidModel)?;
    if reader.0.is_empty() { Ok(all) } else { Err(InvalidModel) }
}

fn lists(reader: &mut Reader<'_>) -> Option<Lists> {
    let keys = reader.keys()?;
    let kinds = (0..reader.number()?).map(|_| reader.number()).collect::<Option<Vec<u32>>>()?;
    let sets = keys.iter().map(|_| kinds.get(reader.number()? as usize).copied()).collect::<Option<Vec<u32>>>()?;
    Some(Lists::new(keys, sets))
}

impl Model {
    fn read(reader: &mut Reader<'_>) -> Option<Self> {
        let scale = reader.float()?;
        let mut transitions = [[0.0; LABELS]; LABELS];
        for weight in transitions.iter_mut().flatten() {
            *weight = reader.float()?;
        }
        let mut calibration = [0.0; POINTS];
        for point in &mut calibration {
            *point = reader.float()?;
        }
        let keys = reader.keys()?;
        let masks = keys.iter().map(|_| reader.number()).collect::<Option<Vec<u32>>>()?;
        let mut rows = Vec::with_capacity(keys.len());
        for mask in masks {
            let mut row = [0i8; 16];
            for (label, weight) in row.iter_mut().enumerate().take(LABELS) {
                if mask >> label & 1 == 1 {
                    *weight = reader.byte()? as i8;
                }
            }
            rows.push(row);
        }
        Self::new(scale, transitions, calibration, keys, rows)
    }

    /// From weights: keys in order with a row each.
    pub fn new(
        scale: f32,
        transitions: Transitions,
        calibration: [f32; POINTS],
        keys: Vec<u32>,
        rows: Vec<[i8; 16]>,
    ) -> Option<Self> {
        let bits = (32 - (keys.len() as u32 / 2).leading_zeros()).min(features::KEY_BITS);
        let shift = features::KEY_BITS - bits;
        let mut buckets = vec![0u32; (1 << bits) + 1];
        for &key in &keys {
            *buckets.get_mut((key >> shift) as usize + 1)? += 1;
        }
        let mut sum = 0;
        for bucket in &mut buckets {
            sum += *bucket;
            *bucket = sum;
        }
        let factors = factors(&transitions);
        Some(Self { keys, rows, buckets, shift, scale, transitions, factors, calibration })
    }

    /// What a step of a weight is worth.
    pub fn scale(&self) -> f32 {
        self.scale
    }

    /// What label follows what.
    pub fn transitions(&self) -> &Transitions {
        &self.transitions
    }

    /// How often a name is right when the model is sure to 0, 0.1, ... 1.
    pub fn calibration(&self) -> &[f32; POINTS] {
        &self.calibration
    }

    /// Sets [`Model::calibration`].
    pub fn calibrate(&mut self, points: [f32; POINTS]) {
        self.calibration = points;
    }

    /// The keys of the features in order, and the weights of each.
    pub fn features(&self) -> (&[u32], &[[i8; 16]]) {
        (&self.keys, &self.rows)
    }

    /// Adds the weights of a feature to a row of sums.
    pub(crate) fn add(&self, key: u32, sums: &mut [i32; 16]) {
        let at = (key >> self.shift) as usize;
        let (Some(&from), Some(&to)) = (self.buckets.get(at), self.buckets.get(at + 1)) else { return };
        let bucket = self.keys.get(from as usize..to as usize).unwrap_or_default();
        if let Some(at) = bucket.iter().position(|&other| other == key)
            && let Some(row) = self.rows.get(from as usize + at)
        {
            sums.iter_mut().zip(row).for_each(|(sum, &weight)| *sum += i32::from(weight));
        }
    }

    /// Sums of weights as scores.
    pub(crate) fn scores(&self, sums: &[i32; 16]) -> Row {
        core::array::from_fn(|label| sums[label] as f32 * self.scale)
    }

    /// How often a name is right when the model gives it this probability.
    pub fn confidence(&self, probability: f32) -> f32 {
        let place = probability * (POINTS - 1) as f32;
        let at = (place as usize).min(POINTS - 2);
        let (low, high) = (self.calibration[at], self.calibration[at + 1]);
        low + (high - low) * (place - at as f32)
    }
}

/// Reads numbers, low byte first.
struct Reader<'b>(&'b [u8]);

impl Reader<'_> {
    fn byte(&mut self) -> Option<u8> {
        let (&first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(first)
    }

    fn float(&mut self) -> Option<f32> {
        let (bytes, rest) = self.0.split_first_chunk::<4>()?;
        self.0 = rest;
        Some(f32::from_le_bytes(*bytes)).filter(|number| number.is_finite())
    }

    /// Seven bits a byte; the highest says that more follow.
    fn number(&mut self) -> Option<u32> {
        let mut number = 0;
        for place in 0..5 {
            let byte = self.byte()?;
            number |= u32::from(byte & 0x7f) << (7 * place);
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }

    /// Numbers in order, each as the distance from the one before.
    fn keys(&mut self) -> Option<Vec<u32>> {
        let count = self.number()? as usize;
        if count > self.0.len() {
            return None;
        }
        let mut last = 0u32;
        (0..count)
            .map(|_| {
                last = last.checked_add(self.number()?)?;
                Some(last)
            })
            .collect()
    }
}
