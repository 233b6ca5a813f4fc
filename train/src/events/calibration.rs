//! How sure a score makes, and what the scorers get wrong.

use super::*;

/// The scores of the words of an article, with whether each is an event.
pub(super) fn word_scores(one: &Prepared<'_>, models: &Models) -> Vec<(f64, bool)> {
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

pub(super) type Scored<'a, 't> = (&'a Prepared<'t>, Vec<(f64, bool)>, Models);

/// What "undated" gets so that dates are right most often: of near equals what leaves the fewest undated, since
/// an event on the shelf tells less than one on the axis; but no further for a language of which no article is
/// annotated.
pub(super) fn calibrate_dates(scored: &mut [Scored<'_, '_>], foreign: bool) -> (f64, Figures) {
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
    let near = if foreign { 0.01 } else { 0.5 };
    let chosen = tried.iter().position(|(_, figures)| figures.date_f1() > most - near).unwrap_or_default();
    let chosen = tried.swap_remove(chosen);
    scored.iter_mut().for_each(|(_, _, models)| models.undated = chosen.0);
    chosen
}

/// Where the line between event and none goes, for the best F1; and how sure a score above it is.
pub(super) fn calibrate(scored: &[Scored<'_, '_>]) -> (f64, Vec<(i32, i32)>) {
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
    let line = f1.iter().rposition(|&f1| f1 > most - 0.005).unwrap_or_default();
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
pub(super) fn errors(one: &Prepared<'_>, models: &mut Models) -> String {
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
