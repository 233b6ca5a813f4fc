//! How right the scorers are.

use super::*;

/// What the figures of issue 7 count.
#[derive(Default)]
pub(super) struct Figures {
    pub(super) gold: usize,
    pub(super) found: usize,
    pub(super) hits: usize,
    pub(super) status: usize,
    pub(super) dated_gold: usize,
    pub(super) dated_found: usize,
    pub(super) dated_hits: usize,
    pub(super) undated: [usize; 2],
    pub(super) pairs: usize,
    pub(super) ordered: usize,
    /// How often a status was found for another.
    pub(super) confused: BTreeMap<(&'static str, &'static str), usize>,
    /// How often each kind of date was found for each.
    pub(super) dates: BTreeMap<(&'static str, &'static str, &'static str), usize>,
}

/// What kind of date a value is.
pub(super) fn kind(value: Option<&str>) -> &'static str {
    match value {
        None => "none",
        Some(value) if value.contains('/') => "interval",
        Some(value) if value.contains('T') => "minute",
        Some(value) if value.len() == 10 => "day",
        Some(_) => "long",
    }
}

impl Figures {
    pub(super) fn date_f1(&self) -> f64 {
        200.0 * self.dated_hits as f64 / (self.dated_gold + self.dated_found).max(1) as f64
    }

    pub(super) fn add(&mut self, one: &Prepared<'_>, models: &mut Models) {
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
pub(super) fn before(one: (i64, i64), other: (i64, i64)) -> Option<bool> {
    match () {
        () if one.1 <= other.0 => Some(true),
        () if other.1 <= one.0 => Some(false),
        () => None,
    }
}

pub(super) fn side(event: &Event) -> Option<(i64, i64)> {
    let interval = event.interval?;
    Some((interval.begin?.0, interval.until?.0))
}

/// The stretch of an annotated date.
pub(super) fn range(value: Option<&str>) -> Option<(i64, i64)> {
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
