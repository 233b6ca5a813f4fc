//! The best labels of a stretch of units, and how sure each is.

/// O, then B and I for each of the six kinds.
pub const LABELS: usize = 13;

/// The label that opens a name of kind `kind`.
pub const fn begin(kind: usize) -> usize {
    1 + 2 * kind
}

/// The kind of a label other than O.
pub const fn kind_of(label: usize) -> usize {
    (label - 1) / 2
}

/// Whether `label` goes on a name.
pub const fn is_inside(label: usize) -> bool {
    label > 0 && label.is_multiple_of(2)
}

/// Whether `next` may follow `label`: a name goes on only as it began.
#[inline(always)]
pub const fn follows(label: usize, next: usize) -> bool {
    !is_inside(next) || label == next || label + 1 == next
}

/// One number for each label.
pub type Row = [f32; LABELS];

/// The weights of one label after another; O stands before and after every stretch.
pub type Transitions = [Row; LABELS];

/// e to the power of `x`, the same on every machine: only additions and multiplications, within one in 100,000.
#[expect(clippy::manual_clamp, reason = "clamp brings the printing of numbers into the page")]
pub fn exp(x: f32) -> f32 {
    let x = if x < -87.0 {
        -87.0
    } else if x > 87.0 {
        87.0
    } else {
        x
    };
    let whole = (x * core::f32::consts::LOG2_E + if x < 0.0 { -0.5 } else { 0.5 }) as i32;
    let rest = x - whole as f32 * core::f32::consts::LN_2;
    let series = 1.0
        + rest
            * (1.0
                + rest
                    * (0.5 + rest * (1.0 / 6.0 + rest * (1.0 / 24.0 + rest * (1.0 / 120.0 + rest / 720.0)))));
    series * f32::from_bits(((whole + 127) << 23) as u32)
}

/// Finds labels. Its memory is used again for every stretch.
#[derive(Default)]
pub struct Decoder {
    from: Vec<[u8; LABELS]>,
    forward: Vec<Row>,
    backward: Vec<Row>,
    emitted: Vec<Row>,
}

impl Decoder {
    /// The labels with the highest sum of weights.
    pub fn best(&mut self, scores: &[Row], transitions: &Transitions, labels: &mut Vec<u8>) {
        labels.clear();
        self.from.clear();
        let mut last = [f32::NEG_INFINITY; LABELS];
        for (at, scores) in scores.iter().enumerate() {
            let (mut now, mut from) = ([f32::NEG_INFINITY; LABELS], [0u8; LABELS]);
            for next in 0..LABELS {
                for label in 0..LABELS {
                    let before = if at == 0 { if label == 0 { 0.0 } else { continue } } else { last[label] };
                    let sum = before + transitions[label][next];
                    if follows(label, next) && sum > now[next] {
                        (now[next], from[next]) = (sum, label as u8);
                    }
                }
                now[next] += scores[next];
            }
            last = now;
            self.from.push(from);
        }
        let mut best = 0;
        for label in 0..LABELS {
            if last[label] + transitions[label][0] > last[best] + transitions[best][0] {
                best = label;
            }
        }
        for from in self.from.iter().rev() {
            labels.push(best as u8);
            best = from[best] as usize;
        }
        labels.reverse();
    }

    /// The probability of each label of each unit, given all others (forward and backward, scaled).
    /// `pairs`, where given, gets the probabilities of one label after another added.
    pub fn marginals(
        &mut self,
        scores: &[Row],
        factors: &Transitions,
        marginals: &mut Vec<Row>,
        mut pairs: Option<&mut Transitions>,
    ) {
        let count = scores.len();
        self.emitted.clear();
        self.emitted.extend(scores.iter().map(|row| {
            let top = row.iter().fold(f32::NEG_INFINITY, |top, &score| top.max(score));
            row.map(|score| exp(score - top))
        }));
        let start = |row: &Row| {
            normal(core::array::from_fn(
                |next| if follows(0, next) { factors[0][next] * row[next] } else { 0.0 },
            ))
        };
        self.forward.clear();
        for (at, row) in self.emitted.iter().enumerate() {
            let now = match self.forward.last() {
                None => start(row),
                Some(last) => {
                    debug_assert!(at > 0);
                    let mut now = [0.0; LABELS];
                    for (label, &weight) in last.iter().enumerate() {
                        for next in 0..LABELS {
                            now[next] += weight * factors[label][next];
                        }
                    }
                    now.iter_mut().zip(row).for_each(|(now, row)| *now *= row);
                    normal(now)
                }
            };
            self.forward.push(now);
        }
        self.backward.clear();
        self.backward.resize(count, [0.0; LABELS]);
        let mut later: Row = core::array::from_fn(|label| factors[label][0]);
        for at in (0..count).rev() {
            self.backward[at] = normal(later);
            let ahead: Row = core::array::from_fn(|next| self.emitted[at][next] * self.backward[at][next]);
            if let (Some(pairs), Some(before)) = (pairs.as_deref_mut(), at.checked_sub(1)) {
                let mut joint = [[0.0; LABELS]; LABELS];
                let mut sum = 0.0;
                for label in 0..LABELS {
                    for next in 0..LABELS {
                        joint[label][next] = self.forward[before][label] * factors[label][next] * ahead[next];
                        sum += joint[label][next];
                    }
                }
                for label in 0..LABELS {
                    for next in 0..LABELS {
                        pairs[label][next] += joint[label][next] / sum;
                    }
                }
            }
            later = core::array::from_fn(|label| {
                (0..LABELS).map(|next| factors[label][next] * ahead[next]).sum()
            });
        }
        marginals.clear();
        marginals.extend(self.forward.iter().zip(&self.backward).map(|(forward, backward)| {
            normal(core::array::from_fn(|label| forward[label] * backward[label]))
        }));
    }
}

/// e to the power of each weight; 0 for labels that may not follow.
pub fn factors(transitions: &Transitions) -> Transitions {
    core::array::from_fn(|label| {
        core::array::from_fn(|next| if follows(label, next) { exp(transitions[label][next]) } else { 0.0 })
    })
}

/// The same in proportion, with the sum 1.
fn normal(row: Row) -> Row {
    let sum: f32 = row.iter().sum();
    row.map(|weight| weight / sum)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn powers() {
        for x in [-80.0f32, -9.3, -1.0, -0.2, 0.0, 0.1, 1.0, 2.5, 30.0] {
            let (ours, exact) = (f64::from(exp(x)), f64::from(x).exp());
            assert!((ours / exact - 1.0).abs() < 1e-5, "{x}: {ours} {exact}");
        }
    }
}
