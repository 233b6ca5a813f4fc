//! One cast of several articles: whoever and whatever more than one of them names.
//!
//! The rules are those within an article (`names::grouping`), with less trust, since no writer links the names here:
//!
//! * the same kind and the same name;
//! * a surname alone joins the one full name that has it; where two people have it, it stays apart, and so do two full
//!   names that share it;
//! * an acronym joins the full name that an article gives it with;
//! * two names of one country or body by the list of aliases.
//!
//! Two entities of one article are never joined: the article's own analysis told them apart.

use super::{Part, Source, shifted};
use crate::analysis::{Entity, EntityId, EntityKind};
use crate::lang::Table;
use crate::names::grouping::{is_acronym, is_full_name, key, surnames};
use crate::order::sorted;

/// Marks a name that two things have.
const SEVERAL: u32 = u32::MAX - 1;

/// An entity of one of the articles.
struct Member<'a> {
    article: usize,
    entity: &'a Entity,
    /// The kind and the spelling without its case.
    key: String,
    /// Whether it is a person who is named by less than a full name.
    short: bool,
    /// The first member of its group.
    root: usize,
    /// Of a root: the members of its group.
    members: Vec<usize>,
    /// Of a root: the member whose name the group has.
    named: usize,
}

/// The entities of all articles, in order of first mention, and for each article which of them its own have become.
pub(super) fn merge(parts: &[Part<'_>], sources: &[Source]) -> (Vec<Entity>, Vec<Vec<EntityId>>) {
    let mut members: Vec<Member<'_>> = Vec::new();
    for (article, part) in parts.iter().enumerate() {
        for entity in &part.analysis.entities {
            let at = members.len();
            let short = entity.kind == EntityKind::Person && !is_full_name(part.pack, &entity.name);
            let key = keyed(entity.kind, &entity.name);
            members.push(Member { article, entity, key, short, root: at, members: vec![at], named: at });
        }
    }
    join_same(&mut members, false);
    join_surnames(&mut members);
    join_same(&mut members, true);
    join_acronyms(&mut members, parts);
    join_aliases(&mut members, parts);
    build(&members, parts, sources)
}

fn keyed(kind: EntityKind, name: &str) -> String {
    [kind.label(), " ", &key(name)].concat()
}

/// Joins two groups, if no article has an entity in both. `full` has the name.
fn link(members: &mut [Member<'_>], full: usize, other: usize) {
    let (full, other) = (members[full].root, members[other].root);
    let article = |at: &usize| members[*at].article;
    let meet = members[full]
        .members
        .iter()
        .any(|one| members[other].members.iter().any(|two| article(one) == article(two)));
    if full == other || meet {
        return;
    }
    let root = full.min(other);
    let gone = full.max(other);
    let named = members[full].named;
    let moved = core::mem::take(&mut members[gone].members);
    for &at in &moved {
        members[at].root = root;
    }
    members[root].members.extend(moved);
    members[root].named = named;
}

/// Joins what has the same kind and name: people by their surname alone, or all others.
fn join_same(members: &mut [Member<'_>], short: bool) {
    let mut pairs = Vec::new();
    let mut firsts = Table::with_capacity(members.len());
    for (at, member) in members.iter().enumerate() {
        // A surname that found its full name is no longer one that is nobody's.
        if member.short == short && (!short || member.members.len() == 1 && member.root == at) {
            pairs.push((firsts.get_or_insert(&member.key, at as u32) as usize, at));
        }
    }
    for (first, at) in pairs {
        link(members, first, at);
    }
}

/// Joins a surname with the one full name that has it.
fn join_surnames(members: &mut [Member<'_>]) {
    let mut tails = Vec::new();
    for (at, member) in members.iter().enumerate() {
        if member.entity.kind == EntityKind::Person && !member.short && member.root == at {
            tails.extend(surnames(&member.entity.name).into_iter().flatten().map(|tail| (tail, at)));
        }
    }
    let owners = owners(&tails);
    let mut pairs = Vec::new();
    for (at, member) in members.iter_mut().enumerate().filter(|(_, member)| member.short) {
        match owners.get(&key(&member.entity.name)) {
            Some(SEVERAL) => {
                // Not even with the same surname in another article.
                member.key.push_str(" ?");
                member.key.push_str(&at.to_string());
            }
            Some(owner) => pairs.push((owner as usize, at)),
            None => {}
        }
    }
    for (owner, at) in pairs {
        link(members, owner, at);
    }
}

/// Whose each word is; [`SEVERAL`] where it is not one's alone.
fn owners(words: &[(String, usize)]) -> Table<'_> {
    let mut owners = Table::with_capacity(words.len());
    for (word, at) in words {
        let at = *at as u32;
        if owners.get_or_insert(word, at) != at {
            owners.insert(word, SEVERAL);
        }
    }
    owners
}

/// Joins an acronym with the full name that another article gives with it.
fn join_acronyms(members: &mut [Member<'_>], parts: &[Part<'_>]) {
    let mut given = Vec::new();
    for (at, member) in
        members.iter().enumerate().filter(|(_, member)| member.entity.kind != EntityKind::Person)
    {
        let Entity { name, kind, mentions, .. } = member.entity;
        let mut last = "";
        for mention in mentions {
            let spelled = mention.span.of(parts[member.article].text);
            if spelled != last && spelled != name && is_acronym(spelled, name) {
                given.push((keyed(*kind, spelled), members[at].root));
            }
            last = spelled;
        }
    }
    let owners = owners(&given);
    let found = |(at, member): (usize, &Member<'_>)| {
        let owner = owners.get(&member.key).filter(|&owner| owner != SEVERAL)?;
        Some((owner as usize, at))
    };
    let pairs: Vec<_> = members.iter().enumerate().filter_map(found).collect();
    for (full, at) in pairs {
        link(members, full, at);
    }
}

/// Joins names of one thing that share no word: `VS` and `Verenigde Staten`.
fn join_aliases(members: &mut [Member<'_>], parts: &[Part<'_>]) {
    let mut pairs = Vec::new();
    for (index, part) in parts.iter().enumerate() {
        let is_known = |other: &Part<'_>| other.pack.language == part.pack.language;
        if parts[..index].iter().any(is_known) {
            continue;
        }
        let mut places = Table::with_capacity(members.len());
        for (at, member) in members.iter().enumerate() {
            places.get_or_insert(&member.entity.name, at as u32);
        }
        for &(short, full) in &part.pack.names.aliases {
            if let (Some(short), Some(full)) = (places.get(short), places.get(full)) {
                pairs.push((full as usize, short as usize));
            }
        }
    }
    for (full, short) in pairs {
        if members[full].entity.kind == members[short].entity.kind {
            link(members, full, short);
        }
    }
}

fn build(
    members: &[Member<'_>],
    parts: &[Part<'_>],
    sources: &[Source],
) -> (Vec<Entity>, Vec<Vec<EntityId>>) {
    // Roots stand in order of first mention, since articles do.
    let mut ids = vec![EntityId(0); members.len()];
    let roots =
        || members.iter().enumerate().filter(|(at, member)| member.root == *at).map(|(_, member)| member);
    for (next, member) in (0..).zip(roots()) {
        for &of in &member.members {
            ids[of] = EntityId(next);
        }
    }
    let mut firsts = Vec::new();
    let mut count = 0;
    for part in parts {
        firsts.push(count);
        count += part.analysis.entities.len();
    }
    let mut entities = Vec::new();
    for member in roots() {
        let mut entity =
            Entity::new(members[member.named].entity.name.clone(), member.entity.kind, Vec::new());
        for &of in &member.members {
            let Member { article, entity: found, .. } = &members[of];
            let by = sources[*article].span.start;
            for mut mention in found.mentions.iter().copied() {
                mention.span = shifted(mention.span, by);
                entity.mentions.push(mention);
            }
            entity.description = entity.description.or_else(|| found.description.clone());
            let place = found.place.and_then(|place| ids.get(firsts[*article] + place.0 as usize).copied());
            entity.place = entity.place.or(place);
        }
        entity.mentions = sorted(&entity.mentions, |mention| mention.span.key());
        entities.push(entity);
    }
    let of_article = |(first, part): (&usize, &Part<'_>)| {
        let range = *first..first + part.analysis.entities.len();
        ids.get(range).map(<[EntityId]>::to_vec).unwrap_or_default()
    };
    let ids = firsts.iter().zip(parts).map(of_article).collect();
    (entities, ids)
}
