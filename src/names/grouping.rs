//! From mentions to entities: one entity a thing, however it is named.

use super::candidates::Candidate;
use super::classify::{Evidence, context, form};
use super::lexicon::{genitive_stem, is_given_name, known, title_case};
use super::shape::{Shape, shape};
use crate::analysis::{Entity, EntityKind, Mention};
use crate::lang::{Pack, Table};
use crate::order::sorted;
use crate::text::{Doc, cut, lower, lower_char};

/// All mentions of one spelling.
struct Cluster {
    name: String,
    evidence: Evidence,
    /// Indices of its candidates.
    members: Vec<usize>,
    kind: EntityKind,
    confidence: f32,
    /// The cluster that it is another name of.
    of: usize,
}

/// Groups candidates into entities, in order of their first mention.
pub(super) fn entities(doc: &Doc<'_>, candidates: &[Candidate]) -> Vec<Entity> {
    let mut clusters = spellings(doc, candidates);
    link_acronyms(doc, candidates, &mut clusters);
    for cluster in &mut clusters {
        (cluster.kind, cluster.confidence) = cluster.evidence.best();
    }
    link_persons(doc, &mut clusters);
    link_bodies(&mut clusters);
    link_aliases(doc, &mut clusters);
    build(candidates, &clusters)
}

/// One cluster a spelling; a genitive joins its stem, and capitals join lower case.
fn spellings(doc: &Doc<'_>, candidates: &[Candidate]) -> Vec<Cluster> {
    let mut clusters: Vec<Cluster> = Vec::new();
    let keys = candidates.iter().map(|candidate| key(candidate.span.of(doc.text))).collect::<Vec<_>>();
    let mut all = Table::with_capacity(keys.len());
    keys.iter().for_each(|key| all.insert(key, 0));
    let mut by_key = Table::with_capacity(keys.len());
    for (index, (candidate, key)) in candidates.iter().zip(&keys).enumerate() {
        let surface = candidate.span.of(doc.text);
        let stem = genitive_stem(key).filter(|stem| all.contains(stem) || is_genitive(doc, surface));
        let at = by_key.get_or_insert(stem.unwrap_or(key), clusters.len() as u32) as usize;
        if at == clusters.len() {
            clusters.push(Cluster {
                name: display(doc, surface, stem.is_some()),
                evidence: candidate.judged.map_or_else(|| form(doc, candidate), |_| Evidence::default()),
                members: Vec::new(),
                kind: EntityKind::Person,
                confidence: 0.0,
                of: at,
            });
        }
        let evidence =
            candidate.judged.map_or_else(|| context(doc, candidate), |judged| Evidence::judged(&judged));
        clusters[at].evidence.join(&evidence);
        clusters[at].members.push(index);
    }
    clusters
}

/// A spelling without its case, except for short acronyms: `OM` is not `Om`.
pub(crate) fn key(surface: &str) -> String {
    let short = surface.chars().count() <= 3 && shape(surface) == Shape::Upper;
    let spaced = surface.split_whitespace().collect::<Vec<_>>().join(" ");
    if short { spaced } else { lower(&spaced) }
}

/// `Duitslands`: the stem is a known place and the whole is not a known word.
fn is_genitive(doc: &Doc<'_>, surface: &str) -> bool {
    let data = &doc.lang.names;
    let exact = data.groups.contains(surface) || data.countries.contains(surface);
    !exact && genitive_stem(surface).is_some_and(|stem| data.countries.contains(stem))
}

fn display(doc: &Doc<'_>, surface: &str, genitive: bool) -> String {
    let name = surface.split_whitespace().collect::<Vec<_>>().join(" ");
    let name = if genitive { genitive_stem(&name).unwrap_or(&name).to_owned() } else { name };
    let shouted = name.chars().count() > 3 && !name.chars().any(char::is_lowercase);
    let title = title_case(&name);
    if shouted && !known_as_is(doc, &name) && known(&doc.lang.names, &title).any() { title } else { name }
}

fn known_as_is(doc: &Doc<'_>, name: &str) -> bool {
    doc.lang.names.organisations.contains(name)
}

/// `Algemene Onderwijsbond (AOb)`: the acronym after a full name, in brackets.
fn link_acronyms(doc: &Doc<'_>, candidates: &[Candidate], clusters: &mut [Cluster]) {
    let owner = owners(clusters, candidates.len());
    for (index, pair) in candidates.windows(2).enumerate() {
        let [full, short] = pair else { continue };
        let bracket = doc.token_text(full.end) == "(" && short.first == full.end + 1;
        let closed = doc.token_text(short.end) == ")";
        let letters = short.span.of(doc.text);
        if bracket && closed && is_acronym(letters, full.span.of(doc.text)) {
            let (full, short) = (owner[index], owner[index + 1]);
            if full != short {
                let mut shared = clusters[full].evidence;
                shared.join(&clusters[short].evidence);
                shared.join(&Evidence::acronym());
                clusters[full].evidence = shared;
                clusters[short].evidence = shared;
                clusters[short].of = clusters[full].of;
            }
        }
    }
}

fn owners(clusters: &[Cluster], count: usize) -> Vec<usize> {
    let mut owner = vec![0; count];
    for (at, cluster) in clusters.iter().enumerate() {
        for &member in &cluster.members {
            owner[member] = at;
        }
    }
    owner
}

/// Whether these letters may stand for a full name: `AOb` for `Algemene Onderwijsbond`.
pub(crate) fn is_acronym(letters: &str, full: &str) -> bool {
    letters.chars().filter(|char| char.is_uppercase()).count() > 1 && is_subsequence(letters, full)
}

fn is_subsequence(letters: &str, full: &str) -> bool {
    let mut rest = full.chars().map(lower_char);
    letters
        .chars()
        .filter(|char| char.is_alphabetic())
        .map(lower_char)
        .all(|letter| rest.any(|other| other == letter))
}

/// A surname, or a given name, belongs to the last full name before it that has it, or else the first after.
fn link_persons(doc: &Doc<'_>, clusters: &mut [Cluster]) {
    let mut tails = Vec::new();
    for (at, cluster) in clusters.iter().enumerate() {
        if cluster.kind != EntityKind::Person || !is_full_name(doc.lang, &cluster.name) {
            continue;
        }
        let [surnames, alone] = surnames(&cluster.name);
        tails.extend(surnames.into_iter().map(|tail| (tail, at)));
        tails.push((lower(cluster.name.split_whitespace().next().unwrap_or_default()), at));
        tails.extend(alone.into_iter().map(|tail| (tail, at)));
    }
    let tails = firsts(&tails);
    for at in 0..clusters.len() {
        let name = lower(&clusters[at].name);
        let full = is_full_name(doc.lang, &clusters[at].name);
        let stem = genitive_stem(&name).and_then(|stem| tails.get(stem));
        let Some(whole) = tails.get(&name).or(stem) else { continue };
        let whole = whole as usize;
        let weight = clusters[at].evidence.weight(clusters[at].kind);
        let doubtful = clusters[at].kind == EntityKind::Person || weight < 4.0;
        let first_only = lower(&clusters[whole].name).starts_with(&name);
        if whole == at
            || full
            || !doubtful
            || first_only && !is_given_name(&doc.lang.names, &clusters[at].name) && weight > 3.0
        {
            continue;
        }
        clusters[at].of = clusters[whole].of;
        clusters[at].kind = EntityKind::Person;
        clusters[at].confidence = clusters[at].confidence.max(clusters[whole].confidence * 0.95);
    }
}

/// What a full name may be cut to, in lower case: its ends without the given name, and what follows `van`.
pub(crate) fn surnames(name: &str) -> [Vec<String>; 2] {
    let words = name.split_whitespace().collect::<Vec<_>>();
    let ends = (1..words.len()).map(|start| lower(&words[start..].join(" "))).collect();
    let alone = cut::split_once(name, "van ").map(|(_, surname)| lower(surname));
    [ends, alone.into_iter().collect()]
}

/// A table of the first place that each word has.
fn firsts(words: &[(String, usize)]) -> Table<'_> {
    let mut table = Table::with_capacity(words.len());
    for (word, at) in words {
        table.get_or_insert(word, *at as u32);
    }
    table
}

/// Whether a person's name has more than the surname: `Jan de Wit`, not `Van der Meij`.
pub(crate) fn is_full_name(lang: &Pack<'_>, name: &str) -> bool {
    let mut words = name.split_whitespace();
    let first = words.next().unwrap_or_default();
    words.next().is_some() && !lang.names.capital_particles.contains(&first)
}

/// `NRC` for `NRC Handelsblad`, `Commissie` for `Europese Commissie`.
fn link_bodies(clusters: &mut [Cluster]) {
    let mut parts = Vec::new();
    for (at, cluster) in clusters.iter().enumerate() {
        let words = cluster.name.split_whitespace().collect::<Vec<_>>();
        if cluster.kind == EntityKind::Organisation
            && words.len() > 1
            && let (Some(first), Some(last)) = (words.first(), words.last())
        {
            parts.push((lower(last), at));
            if shape(first) == Shape::Upper {
                parts.push((lower(first), at));
            }
        }
    }
    let parts = firsts(&parts);
    for at in 0..clusters.len() {
        let cluster = &clusters[at];
        let single = !cluster.name.contains(' ') && cluster.of == at;
        let weak = cluster.kind == EntityKind::Organisation
            || cluster.evidence.weight(cluster.kind) < 2.5 && cluster.kind != EntityKind::Group;
        if let Some(whole) = parts.get(&lower(&cluster.name)).filter(|_| single && weak) {
            let whole = whole as usize;
            clusters[at].of = clusters[whole].of;
            clusters[at].kind = EntityKind::Organisation;
        }
    }
}

/// Names of one thing that share no word: `VS` and `Verenigde Staten`.
fn link_aliases(doc: &Doc<'_>, clusters: &mut [Cluster]) {
    let mut by_name = Table::with_capacity(clusters.len());
    for (cluster, at) in clusters.iter().zip(0..) {
        by_name.insert(&cluster.name, at);
    }
    let place = |name: &str| by_name.get(name).map(|at| at as usize);
    let aliases = doc.lang.names.aliases.iter();
    let pairs = aliases.filter_map(|&(short, full)| Some((place(short)?, place(full)?))).collect::<Vec<_>>();
    for (short, full) in pairs {
        if clusters[short].of == short && clusters[full].of != short {
            clusters[short].of = clusters[full].of;
        }
    }
}

fn build(candidates: &[Candidate], clusters: &[Cluster]) -> Vec<Entity> {
    let root = |mut at: usize| {
        // Links point to clusters that were linked before them, so a chain is short and has no circle.
        for _ in 0..4 {
            at = clusters[at].of;
        }
        at
    };
    let mut mentions: Vec<Vec<Mention>> = vec![Vec::new(); clusters.len()];
    for (at, cluster) in clusters.iter().enumerate() {
        let found = cluster.members.iter().map(|&member| Mention {
            span: candidates[member].span,
            confidence: candidates[member].judged.map_or(cluster.confidence, |judged| judged.confidence),
        });
        mentions[root(at)].extend(found);
    }
    let mut entities = Vec::new();
    for (cluster, mentions) in clusters.iter().zip(&mentions).filter(|(_, mentions)| !mentions.is_empty()) {
        let mentions = sorted(mentions, |mention| mention.span.key());
        entities.push(Entity {
            name: cluster.name.clone(),
            kind: cluster.kind,
            mentions,
            description: None,
            place: None,
        });
    }
    sorted(&entities, |entity| entity.mentions.first().map_or(0, |mention| mention.span.key()))
}
