//! When a clause is set: before now, now, or later.

use super::anchor::Direction;
use super::line::{Line, lowered};
use super::terms::{Term, Voice};
use crate::lang::Language;
use crate::lang::verb::{Helper, VerbForm, listed};

/// When a clause is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    /// Before now, or the past tense of a report.
    Past,
    /// Nothing tells, or a report in the present tense.
    Present,
    /// Later.
    Future,
}

/// The most pieces that are looked at on either side.
const REACH: usize = 25;

/// Where a date without a year or a bare day of the week lies.
pub(super) fn direction(line: &Line<'_, '_>, at: usize) -> Direction {
    let before = (1..=3).find_map(|back| match line.term(at.checked_sub(back)?)? {
        Term::Article | Term::Late | Term::Edge(_) => None,
        term => Some(term),
    });
    let tense = told(line, at);
    // `de loting voor zaterdag`, `stelde voor om zaterdag te staken`: of what is to come, whatever the verb tells.
    let lead = at.checked_sub(1).map_or("", |before| line.word(before));
    let weekday = matches!(line.term(at), Some(Term::Weekday(..)));
    if weekday && matches!(lead, "voor" | "vóór" | "Voor") || is_purpose(line, at) {
        return Direction::Ahead;
    }
    if tense.is_none() && matches!(before, Some(Term::Until | Term::Through)) {
        return Direction::Ahead;
    }
    let Some(tense) = tense else {
        // Without a verb, as in an agenda, a day of the week lies nearest, another date rather ahead.
        return if weekday_at(line, at) { Direction::Nearest } else { Direction::Soon };
    };
    match (before, tense) {
        (Some(Term::Since), _) => Direction::Back,
        // `de verkiezingen van 9 augustus`: of a noun, whatever the verb tells of it.
        (Some(Term::Of), Tense::Present | Tense::Future) if !weekday_at(line, at) && is_of_noun(line, at) => {
            Direction::Nearest
        }
        // What lasts until a day or comes before it, is not over.
        (Some(Term::Until | Term::Through), Tense::Present | Tense::Future) => Direction::Ahead,
        (_, Tense::Past) => Direction::Past,
        (_, Tense::Future) => Direction::Ahead,
        // News in the present tense with a weekday tells of the week behind; other dates lie nearest.
        (_, Tense::Present) if weekday_at(line, at) => Direction::Back,
        (_, Tense::Present) => Direction::Nearest,
    }
}

/// Whether `van` before a time goes with a noun, and not with a time: `de laatste zondag van oktober`.
fn is_of_noun(line: &Line<'_, '_>, at: usize) -> bool {
    let noun = at.checked_sub(2).filter(|&noun| line.term(noun + 1) == Some(Term::Of));
    noun.is_some_and(|noun| line.term(noun).is_none() && line.word(noun).starts_with(char::is_alphabetic))
}

fn weekday_at(line: &Line<'_, '_>, at: usize) -> bool {
    matches!(line.term(at), Some(Term::Weekday(..) | Term::ShortDay(_) | Term::Part(_) | Term::Article))
}

/// The tense of the clause around piece `at`: that of its finite verb where the place of the verb tells
/// which that is, else that of the nearest verb that tells one.
///
/// A Dutch main clause has its finite verb in second place, right behind a time that opens it (Algemene
/// Nederlandse Spraakkunst, section 21.1).
fn told(line: &Line<'_, '_>, at: usize) -> Option<Tense> {
    if line.doc.language == Language::Dutch
        && let Some(verb) = second_place(line, at)
    {
        return Some(tense_at(line, verb, true).unwrap_or(Tense::Future));
    }
    let mut best: Option<(usize, Tense)> = None;
    for step in 0..REACH {
        // Nothing further away can be nearer.
        if best.is_some_and(|(least, _)| least <= step) {
            break;
        }
        let sides = [at.checked_sub(step), Some(at + step)];
        for index in sides.into_iter().flatten().filter(|&index| index < line.len()) {
            let Some(tense) = line.tense(index, || tense_at(line, index, false)) else { continue };
            let distance = distance(line, at, index);
            if best.is_none_or(|(least, _)| distance < least) {
                best = Some((distance, tense));
            }
        }
    }
    best.map(|(_, tense)| tense)
}

/// How far a verb is: a comma, a quotation mark or a conjunction between makes it as far as six words more.
fn distance(line: &Line<'_, '_>, at: usize, verb: usize) -> usize {
    let between = if verb < at { verb..at } else { at..verb };
    let opens = |index: usize| line.doc.lang.events.clause_word(line.word(index)).0 & listed::OPENER != 0;
    let edges = between.clone().filter(|&index| line.is_mark(index)).count();
    let openers = between.clone().skip(1).filter(|&index| opens(index)).count();
    between.len() + (edges + openers) * 6
}

/// The finite verb behind a time that opens its clause.
fn second_place(line: &Line<'_, '_>, at: usize) -> Option<usize> {
    let opens = at == 0
        || line.is_mark(at - 1)
        || at == 1
            && matches!(
                line.term(0),
                Some(
                    Term::Preposition
                        | Term::Since
                        | Term::Until
                        | Term::Through
                        | Term::After
                        | Term::Between
                        | Term::Article
                        | Term::At
                )
            );
    if !opens || at > 0 && line.is_mark(at - 1) && line.word(at - 1) == "," {
        return None;
    }
    // Over the rest of the expression: terms of time and numbers.
    let mut next = at;
    while next < line.len().min(at + 10)
        && (line.is_number(next)
            || line.term(next).is_some_and(|term| !matches!(term, Term::Verb(_) | Term::Thing)))
    {
        next += 1;
    }
    let word = line.word(next);
    let verb = word.len() > 1 && word.starts_with(char::is_lowercase);
    (verb && next > at).then_some(next)
}

/// The tense that the word at `at` tells; `placed` says that it must be a verb.
fn tense_at(line: &Line<'_, '_>, at: usize, placed: bool) -> Option<Tense> {
    let word = line.word(at);
    // `vierde` of `het vierde kwartaal` is no verb.
    let other = line.term(at).is_some_and(|term| !matches!(term, Term::Verb(_)));
    if word.len() < 2 || line.is_mark(at) || other {
        return None;
    }
    let lang = line.doc.lang;
    let mut letters = [0; 32];
    let word = lowered(word, &mut letters);
    if line.voice(at) == Some(Voice::Past) {
        return Some(Tense::Past);
    }
    if let Some(helper) = lang.helper(&word) {
        return match helper {
            Helper::Past | Helper::ModalPast => Some(Tense::Past),
            Helper::Perfect => {
                let ahead = at..line.len().min(at + REACH);
                let behind = at.saturating_sub(REACH)..at;
                let participle = |at: usize| is_participle(line, at);
                let is_perfect = ahead.into_iter().any(participle) || behind.into_iter().any(participle);
                if !placed && *word == *"zijn" && is_possessive(line, at) {
                    return None;
                }
                // `moet zijn afgerond` is not over.
                let modal =
                    |at: &usize| matches!(lang.helper(line.word(*at)), Some(Helper::Modal | Helper::Future));
                let mut back = (at.saturating_sub(14)..at).rev().take_while(|&at| !line.is_mark(at));
                if matches!(&*word, "zijn" | "hebben")
                    && let Some(first) = back.find(modal)
                {
                    return Some(if is_hearsay(line, first) { Tense::Past } else { Tense::Future });
                }
                // `heeft laten inenten`: an infinitive stands for the participle.
                let stands_in = |at: usize| matches!(line.word(at), "laten" | "kunnen" | "moeten" | "willen");
                let is_perfect = is_perfect
                    || matches!(&*word, "heeft" | "hebben")
                        && (at..line.len().min(at + REACH)).any(stands_in);
                match (is_perfect, line.voice(at)) {
                    (true, _) => Some(Tense::Past),
                    (false, None) if !placed => None,
                    _ => Some(Tense::Future),
                }
            }
            Helper::Modal if is_hearsay(line, at) => Some(Tense::Past),
            Helper::Passive | Helper::Future | Helper::Modal => Some(Tense::Future),
        };
    }
    // `een besluit` is no verb.
    let form = lang
        .verb_form(&word)
        .filter(|_| placed || !matches!(line.before(at), Some(Term::Article | Term::Number(1))));
    match form {
        Some(VerbForm::Past) => return Some(Tense::Past),
        // `zegt maandag` reports; `maandag spreekt hij` announces.
        Some(VerbForm::Present) if !placed && lang.speech.verbs.contains(&word) => {
            return Some(Tense::Present);
        }
        Some(VerbForm::Present) => return Some(Tense::Future),
        // `dan volgen in het najaar`: a plural looks like an infinitive, which a helper or `te` tells.
        Some(VerbForm::Infinitive) if !is_helped(line, at) => return Some(Tense::Future),
        _ => {}
    }
    match line.voice(at) {
        Some(Voice::Past) => return Some(Tense::Past),
        Some(Voice::Present) if !placed && lang.speech.verbs.contains(&word) => return Some(Tense::Present),
        Some(Voice::Present) => return Some(Tense::Future),
        None => {}
    }
    if lang.speech.verbs.contains(&word) {
        let past = is_weak_past(&word);
        return Some(match (past, placed) {
            (true, _) => Tense::Past,
            (false, true) => Tense::Future,
            (false, false) => Tense::Present,
        });
    }
    if line.doc.language != Language::Dutch {
        return None;
    }
    if let Some(tense) = inflected(line, at, &word) {
        return Some(tense);
    }
    if placed {
        return Some(if is_weak_past(&word) { Tense::Past } else { Tense::Future });
    }
    is_sure_past(line, at, &word).then_some(Tense::Past)
}

/// Whether `zijn` is `his`: behind a preposition, or in a clause that has a finite verb: `heeft zijn dieren laten
/// inenten`, `die zijn papieren neerlegde`.
fn is_possessive(line: &Line<'_, '_>, at: usize) -> bool {
    let lang = line.doc.lang;
    let finite = |at: usize| {
        let word = line.word(at);
        let past = lang.verb_form(word) == Some(VerbForm::Past)
            || line.voice(at) == Some(Voice::Past)
            || inflected(line, at, word) == Some(Tense::Past)
            || is_sure_past(line, at, word);
        past || matches!(lang.helper(word), Some(Helper::Perfect | Helper::Past)) && word != "zijn"
    };
    let inside = |at: &usize| !line.is_mark(*at);
    let start = (at.saturating_sub(10)..at).rev().take_while(inside).last().unwrap_or(at);
    matches!(line.before(at), Some(Term::Preposition | Term::Of))
        || (start..line.len().min(at + 10)).take_while(inside).any(|other| other != at && finite(other))
}

/// `zouden in mei hebben verdiend`: what is told to have been.
fn is_hearsay(line: &Line<'_, '_>, at: usize) -> bool {
    let inside = (at + 1..line.len().min(at + REACH)).take_while(|&at| !line.is_mark(at));
    let mut perfect = inside.filter(|&at| matches!(line.word(at), "zijn" | "hebben"));
    matches!(line.word(at), "zou" | "zouden" | "Zou" | "Zouden")
        && perfect.any(|at| is_participle(line, at + 1) || is_participle(line, at - 1))
}

fn is_participle(line: &Line<'_, '_>, at: usize) -> bool {
    let (lang, word) = (line.doc.lang, line.word(at));
    lang.is_participle(word) || lang.verb_form(word) == Some(VerbForm::Participle)
}

/// Whether a time stands between `om` and an infinitive with `te`: `om het bad per 1 juli te sluiten`.
fn is_purpose(line: &Line<'_, '_>, at: usize) -> bool {
    let opened =
        (at.saturating_sub(8)..at).rev().take_while(|&at| !line.is_mark(at)).any(|at| line.word(at) == "om");
    if !opened || line.doc.language != Language::Dutch {
        return false;
    }
    for next in at + 1..line.len().min(at + 12) {
        if line.word(next) == "te" {
            return !matches!(line.word(next + 1), "zijn" | "hebben");
        }
        if line.is_mark(next) || line.tense(next, || tense_at(line, next, false)).is_some() {
            return false;
        }
    }
    false
}

/// What the list of inflected verbs tells of a word; behind an article it is a noun: `de bond`.
fn inflected(line: &Line<'_, '_>, at: usize, word: &str) -> Option<Tense> {
    let noun = matches!(
        line.before(at),
        Some(Term::Article | Term::This | Term::That | Term::Number(_) | Term::Preposition | Term::Of)
    );
    if noun || !line.word(at).starts_with(char::is_lowercase) {
        return None;
    }
    match line.doc.lang.events.inflected(word)?.form {
        VerbForm::Past => Some(Tense::Past),
        VerbForm::Present if !line.doc.lang.names.common_words.contains(word) => Some(Tense::Future),
        _ => None,
    }
}

/// Whether a helper verb or `te` stands in the clause of an infinitive.
fn is_helped(line: &Line<'_, '_>, at: usize) -> bool {
    let helper = |at: usize| {
        let word = line.word(at);
        line.doc.lang.helper(word).is_some() || line.voice(at).is_some() || matches!(word, "te" | "om")
    };
    (at.saturating_sub(12)..at).rev().take_while(|&at| !line.is_mark(at)).any(helper)
        || (at + 1..line.len().min(at + 12)).take_while(|&at| !line.is_mark(at)).any(helper)
}

/// A weak verb in the past ends in -de or -te, in the plural with -n.
fn is_weak_past(word: &str) -> bool {
    word.len() > 4 && ["de", "te", "den", "ten"].iter().any(|ending| word.ends_with(ending))
}

/// Long endings that few nouns and adjectives have.
fn is_sure_past(line: &Line<'_, '_>, at: usize, word: &str) -> bool {
    let ending = [
        "eerde", "eerden", "igde", "igden", "elde", "elden", "erde", "erden", "ekte", "ekten", "akte",
        "akten", "iste", "isten",
    ];
    // A verb with its first part before it: `aantrad`.
    let parted = || {
        let rest = lang_separable(line).find_map(|prefix| word.strip_prefix(prefix));
        rest.filter(|rest| rest.len() > 2).is_some_and(|rest| {
            let verb = || line.doc.lang.events.inflected(rest).map(|verb| verb.form);
            line.doc.lang.time_term(rest) == Some(Term::Verb(Voice::Past)) || verb() == Some(VerbForm::Past)
        })
    };
    if line.term(at).is_none() && parted() {
        return true;
    }
    let double = word.ends_with("tte") || word.ends_with("dde");
    let ends = word.len() > 5 && (double || ending.iter().any(|ending| word.ends_with(ending)));
    let adjective =
        at > 0 && matches!(line.before(at), Some(Term::Article | Term::This | Term::That | Term::Number(1)));
    ends && !adjective && line.term(at).is_none() && !line.doc.lang.names.common_words.contains(word)
}

fn lang_separable<'l>(line: &'l Line<'_, '_>) -> impl Iterator<Item = &'l str> {
    line.doc.lang.events.separable().iter().copied()
}

/// Whether a clause is in the past.
pub(super) fn is_past(line: &Line<'_, '_>, at: usize) -> bool {
    told(line, at) == Some(Tense::Past)
}

/// Whether no verb tells the tense of the clause around piece `at`.
pub(super) fn is_untold(line: &Line<'_, '_>, at: usize) -> bool {
    told(line, at).is_none()
}
