//! The model file: weights, lists and calibration, read once.

use core::fmt;

use super::decode::{LABELS, Row, Transitions, factors};
use super::features;
use super::lists::Lists;

/// First bytes of a model file: what it is and the version of its form.
pub const MAGIC: &[u8] = b"kroniek-names 1\n";

/// How many points the calibration has.
pub const POINTS: usize = 11;

/// A feature in four words that share a cache line: 26 weights, each as a byte with [`BIAS`] added, and the key on top.
type Packed = [u64; 4];

/// What is added to a weight, so that no byte is negative.
const BIAS: i32 = 128;
/// The lanes of a word's even bytes.
const LANES: u64 = 0x00ff_00ff_00ff_00ff;
/// Most features that a sum of bytes in lanes of 16 bits has room for.
const MOST: u32 = u16::MAX as u32 / u8::MAX as u32;

/// A trained model: for each feature a row of weights for each of the two readings.
pub struct Model {
    /// The features in order of their keys.
    rows: Vec<Packed>,
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
        f.debug_struct("Model").field("features", &self.rows.len()).finish_non_exhaustive()
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
    Model::new(&keys, &rows, readings)
}

impl Model {
    /// From keys in order with the weights of each; `None` when a key has too many bits.
    pub fn new(keys: &[u32], weights: &[[[i8; LABELS]; 2]], readings: [Reading; 2]) -> Option<Self> {
        let bits = (32 - (keys.len() as u32 / 2).leading_zeros()).min(features::KEY_BITS);
        let shift = features::KEY_BITS - bits;
        let mut buckets = vec![0u32; (1 << bits) + 1];
        for &key in keys {
            *buckets.get_mut((key >> shift) as usize + 1)? += 1;
        }
        let mut sum = 0;
        for bucket in &mut buckets {
            sum += *bucket;
            *bucket = sum;
        }
        let rows = keys.iter().zip(weights).map(|(&key, weights)| pack(key, weights)).collect();
        Some(Self { rows, buckets, shift, readings })
    }

    /// How many features there are.
    pub fn features(&self) -> usize {
        self.rows.len()
    }

    /// The keys of the features in order, and the weights of each.
    pub fn weights(&self) -> impl Iterator<Item = (u32, [[i8; LABELS]; 2])> + '_ {
        self.rows.iter().map(|row| {
            let mut sums = Sums::default();
            sums.add(row);
            (key_of(row), sums.total().map(|reading| reading.map(|weight| weight as i8)))
        })
    }

    /// Adds the weights of a feature to the sums of both readings.
    pub fn add(&self, key: u32, sums: &mut Sums) {
        let at = (key >> self.shift) as usize;
        let (Some(&from), Some(&to)) = (self.buckets.get(at), self.buckets.get(at + 1)) else { return };
        let bucket = self.rows.get(from as usize..to as usize).unwrap_or_default();
        if let Some(row) = bucket.iter().find(|row| key_of(row) == key) {
            sums.add(row);
        }
    }
}

fn key_of(row: &Packed) -> u32 {
    (row[3] >> 32) as u32
}

fn pack(key: u32, weights: &[[i8; LABELS]; 2]) -> Packed {
    let mut row = [0, 0, 0, u64::from(key) << 32];
    for (at, &weight) in weights.iter().flatten().enumerate() {
        let byte = (i32::from(weight) + BIAS) as u64;
        row[at / 8] |= byte << (at % 8 * 8);
    }
    row
}

/// Sums of the weights of features, four to a word: additions of many small numbers at once, with or without SIMD.
#[derive(Clone, Copy, Debug, Default)]
pub struct Sums {
    even: [u64; 4],
    odd: [u64; 4],
    count: u32,
}

impl Sums {
    fn add(&mut self, row: &Packed) {
        debug_assert!(self.count < MOST, "a unit has fewer clues");
        for (at, &word) in row.iter().enumerate() {
            // The key is above the last two weights.
            let word = if at == 3 { word & 0xffff } else { word };
            self.even[at] = self.even[at].wrapping_add(word & LANES);
            self.odd[at] = self.odd[at].wrapping_add(word >> 8 & LANES);
        }
        self.count += 1;
    }

    /// The sums of each reading's weights.
    pub fn total(&self) -> [[i32; LABELS]; 2] {
        let bias = self.count as i32 * BIAS;
        let lane = |at: usize| {
            let word = if at % 2 == 0 { self.even[at / 8] } else { self.odd[at / 8] };
            (word >> (at % 8 / 2 * 16) & 0xffff) as i32 - bias
        };
        [core::array::from_fn(lane), core::array::from_fn(|at| lane(LABELS + at))]
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
