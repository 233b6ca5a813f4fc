//! From mentions to entities: one entity a thing, however it is named.

use std::collections::HashMap;

use super::candidates::Candidate;
use super::classify::{Evidence, context, form};
use super::lexicon::{genitive_stem, is_given_name, known, title_case};
use super::shape::{Shape, shape};
use crate::analysis::{Entity, EntityKind, Mention};
use crate::text::Doc;

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
    let mut by_key: HashMap<String, usize> = HashMap::new();
    let keys = candidates.iter().map(|candidate| key(candidate.span.of(doc.text))).collect::<Vec<_>>();
    let all = keys.iter().map(String::as_str).collect::<std::collections::HashSet<_>>();
    for (index, (candidate, key)) in candidates.iter().zip(&keys).enumerate() {
        let surface = candidate.span.of(doc.text);
        let stem = genitive_stem(key).filter(|stem| all.contains(stem) || is_genitive(doc, surface));
        let key = stem.unwrap_or(key).to_owned();
        let at = *by_key.entry(key).or_insert_with(|| {
            clusters.push(Cluster {
                name: display(doc, surface, stem.is_some()),
                evidence: form(doc, candidate),
                members: Vec::new(),
                kind: EntityKind::Person,
                confidence: 0.0,
                of: clusters.len(),
            });
            clusters.len() - 1
        });
        clusters[at].evidence.join(&context(doc, candidate));
        clusters[at].members.push(index);
    }
    clusters
}

/// A spelling without its case, except for short acronyms: `OM` is not `Om`.
fn key(surface: &str) -> String {
    let short = surface.chars().count() <= 3 && shape(surface) == Shape::Upper;
    let spaced = surface.split_whitespace().collect::<Vec<_>>().join(" ");
    if short { spaced } else { spaced.to_lowercase() }
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
        let capitals = letters.chars().filter(|char| char.is_uppercase()).count() > 1;
        if bracket && closed && capitals && is_subsequence(letters, full.span.of(doc.text)) {
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

fn is_subsequence(letters: &str, full: &str) -> bool {
    let mut rest = full.chars().flat_map(char::to_lowercase);
    letters
        .chars()
        .filter(|char| char.is_alphabetic())
        .flat_map(char::to_lowercase)
        .all(|letter| rest.any(|other| other == letter))
}

/// A surname, or a given name, belongs to the last full name before it that has it, or else the first after.
fn link_persons(doc: &Doc<'_>, clusters: &mut [Cluster]) {
    let mut tails: HashMap<String, usize> = HashMap::new();
    for (at, cluster) in clusters.iter().enumerate() {
        let words = cluster.name.split_whitespace().collect::<Vec<_>>();
        if cluster.kind != EntityKind::Person || words.len() < 2 || is_particle(doc, words[0]) {
            continue;
        }
        for start in 1..words.len() {
            tails.entry(words[start..].join(" ").to_lowercase()).or_insert(at);
        }
        tails.entry(words[0].to_lowercase()).or_insert(at);
        if let Some((_, surname)) = cluster.name.split_once("van ") {
            tails.entry(surname.to_lowercase()).or_insert(at);
        }
    }
    for at in 0..clusters.len() {
        let name = clusters[at].name.to_lowercase();
        let full = clusters[at].name.split_whitespace().count() > 1 && !is_particle(doc, &clusters[at].name);
        let stem = genitive_stem(&name).and_then(|stem| tails.get(stem));
        let Some(&whole) = tails.get(&name).or(stem) else { continue };
        let weight = clusters[at].evidence.weight(clusters[at].kind);
        let doubtful = clusters[at].kind == EntityKind::Person || weight < 4.0;
        let first_only = clusters[whole].name.to_lowercase().starts_with(&name);
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

fn is_particle(doc: &Doc<'_>, name: &str) -> bool {
    let first = name.split_whitespace().next().unwrap_or_default();
    doc.lang.names.capital_particles.contains(&first)
}

/// `NRC` for `NRC Handelsblad`, `Commissie` for `Europese Commissie`.
fn link_bodies(clusters: &mut [Cluster]) {
    let mut parts: HashMap<String, usize> = HashMap::new();
    for (at, cluster) in clusters.iter().enumerate() {
        let words = cluster.name.split_whitespace().collect::<Vec<_>>();
        if cluster.kind == EntityKind::Organisation
            && words.len() > 1
            && let (Some(first), Some(last)) = (words.first(), words.last())
        {
            parts.entry(last.to_lowercase()).or_insert(at);
            if shape(first) == Shape::Upper {
                parts.entry(first.to_lowercase()).or_insert(at);
            }
        }
    }
    for at in 0..clusters.len() {
        let cluster = &clusters[at];
        let single = !cluster.name.contains(' ') && cluster.of == at;
        let weak = cluster.kind == EntityKind::Organisation
            || cluster.evidence.weight(cluster.kind) < 2.5 && cluster.kind != EntityKind::Group;
        if let Some(&whole) = parts.get(&cluster.name.to_lowercase()).filter(|_| single && weak) {
            clusters[at].of = clusters[whole].of;
            clusters[at].kind = EntityKind::Organisation;
        }
    }
}

/// Names of one thing that share no word: `VS` and `Verenigde Staten`.
fn link_aliases(doc: &Doc<'_>, clusters: &mut [Cluster]) {
    let at_name = clusters
        .iter()
        .enumerate()
        .map(|(at, cluster)| (cluster.name.clone(), at))
        .collect::<HashMap<_, _>>();
    for (short, full) in &doc.lang.names.aliases {
        if let (Some(&short), Some(&full)) = (at_name.get(*short), at_name.get(*full))
            && clusters[short].of == short
            && clusters[full].of != short
        {
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
    let mut mentions: HashMap<usize, Vec<Mention>> = HashMap::new();
    for (at, cluster) in clusters.iter().enumerate() {
        let found = cluster
            .members
            .iter()
            .map(|&member| Mention { span: candidates[member].span, confidence: cluster.confidence });
        mentions.entry(root(at)).or_default().extend(found);
    }
    let mut entities = mentions
        .into_iter()
        .map(|(at, mut mentions)| {
            mentions.sort_by_key(|mention| mention.span);
            Entity { name: clusters[at].name.clone(), kind: clusters[at].kind, mentions }
        })
        .collect::<Vec<_>>();
    entities.sort_by_key(|entity| entity.mentions[0].span);
    entities
}
