//! The model file: weights, lists and calibration, read once.

use core::fmt;

use super::decode::{LABELS, Row, Transitions, factors};
use super::features;
use super::lists::Lists;

/// First bytes of a model file: what it is and the version of its form.
pub const MAGIC: &[u8] = b"kroniek-names 1\n";

/// How many points the calibration has.
pub const POINTS: usize = 11;

/// A trained model: for each feature a row of weights for each of the two readings.
pub struct Model {
    /// Keys of the features, in order.
    keys: Vec<u32>,
    rows: Vec<[[i8; LABELS]; 2]>,
    /// Where the keys with the same first bits begin.
    buckets: Vec<u32>,
    shift: u32,
    /// What else the two readings have.
    pub readings: [Reading; 2],
}

/// What a reading has besides the weights of features.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Reading {
    /// What a step of a weight is worth.
    pub scale: f32,
    /// What label follows what.
    pub transitions: Transitions,
    /// The same as factors of probabilities.
    pub factors: Transitions,
    /// How often a name is right when the model is sure to 0, 0.1, ... 1.
    pub calibration: [f32; POINTS],
}

impl Reading {
    /// Sums of weights as scores.
    pub fn scores(&self, sums: &[i32; LABELS]) -> Row {
        sums.map(|sum| sum as f32 * self.scale)
    }

    /// How often a name is right when the model gives it this probability.
    pub fn confidence(&self, probability: f32) -> f32 {
        let place = probability * (POINTS - 1) as f32;
        let at = (place as usize).min(POINTS - 2);
        let (low, high) = (self.calibration[at], self.calibration[at + 1]);
        low + (high - low) * (place - at as f32)
    }
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

/// Reads a file of a model and lists.
pub(crate) fn parse(bytes: &[u8]) -> Result<(Model, Lists), InvalidModel> {
    let rest = bytes.strip_prefix(MAGIC).ok_or(InvalidModel)?;
    let mut reader = Reader(rest);
    let all = (|| Some((model(&mut reader)?, lists(&mut reader)?)))().ok_or(InvalidModel)?;
    if reader.0.is_empty() { Ok(all) } else { Err(InvalidModel) }
}

fn lists(reader: &mut Reader<'_>) -> Option<Lists> {
    let keys = reader.keys()?;
    let kinds = (0..reader.number()?).map(|_| reader.number()).collect::<Option<Vec<u32>>>()?;
    let sets =
        keys.iter().map(|_| kinds.get(reader.number()? as usize).copied()).collect::<Option<Vec<u32>>>()?;
    Some(Lists::new(keys, sets))
}

fn model(reader: &mut Reader<'_>) -> Option<Model> {
    let mut readings = [Reading::default(); 2];
    for reading in &mut readings {
        reading.scale = reader.float()?;
        for weight in reading.transitions.iter_mut().flatten().chain(&mut reading.calibration) {
            *weight = reader.float()?;
        }
        reading.factors = factors(&reading.transitions);
    }
    let keys = reader.keys()?;
    let mut rows = vec![[[0; LABELS]; 2]; keys.len()];
    for reading in 0..2 {
        let masks = keys.iter().map(|_| reader.number()).collect::<Option<Vec<u32>>>()?;
        for (row, mask) in rows.iter_mut().zip(masks) {
            for (label, weight) in row[reading].iter_mut().enumerate() {
                if mask >> label & 1 == 1 {
                    *weight = reader.byte()? as i8;
                }
            }
        }
    }
    Model::new(keys, rows, readings)
}

impl Model {
    /// From keys in order with the weights of each; `None` when a key has too many bits.
    pub fn new(keys: Vec<u32>, rows: Vec<[[i8; LABELS]; 2]>, readings: [Reading; 2]) -> Option<Self> {
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
        Some(Self { keys, rows, buckets, shift, readings })
    }

    /// The keys of the features in order, and the weights of each.
    pub fn features(&self) -> (&[u32], &[[[i8; LABELS]; 2]]) {
        (&self.keys, &self.rows)
    }

    /// Adds the weights of a feature to the sums of both readings.
    pub fn add(&self, key: u32, sums: &mut [[i32; LABELS]; 2]) {
        let at = (key >> self.shift) as usize;
        let (Some(&from), Some(&to)) = (self.buckets.get(at), self.buckets.get(at + 1)) else { return };
        let bucket = self.keys.get(from as usize..to as usize).unwrap_or_default();
        if let Some(at) = bucket.iter().position(|&other| other == key)
            && let Some(row) = self.rows.get(from as usize + at)
        {
            for (sums, row) in sums.iter_mut().zip(row) {
                sums.iter_mut().zip(row).for_each(|(sum, &weight)| *sum += i32::from(weight));
            }
        }
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
