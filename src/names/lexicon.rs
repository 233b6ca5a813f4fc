//! Look-ups in the word lists of a language.

use crate::lang::data::NameData;
use crate::text::{cut, lower, push_lower};

/// What a surface is known as.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Known {
    /// A country or a place.
    pub place: bool,
    /// An organisation.
    pub body: bool,
    /// An adjective or an inhabitant.
    pub group: bool,
    /// A named event.
    pub event: bool,
    /// A work.
    pub work: bool,
}

impl Known {
    /// Whether any list has it.
    pub fn any(self) -> bool {
        self.place || self.body || self.group || self.event || self.work
    }
}

/// What the lists say of `surface`, as it stands, without a genitive -s, or in title case when it shouts.
pub(super) fn known(data: &NameData<'_>, surface: &str) -> Known {
    let exact = known_exactly(data, surface);
    if exact.any() {
        return exact;
    }
    if let Some(stem) = genitive_stem(surface) {
        let stem = known_exactly(data, stem);
        if stem.place || stem.body {
            return stem;
        }
    }
    if surface.chars().count() > 3 && !surface.chars().any(char::is_lowercase) {
        return known_exactly(data, &title_case(surface));
    }
    exact
}

/// `Nederlands` without its genitive -s, `Wilders'` without its apostrophe.
pub(super) fn genitive_stem(surface: &str) -> Option<&str> {
    let stem = surface.strip_suffix(['\'', '’']).or_else(|| {
        let stem = surface.strip_suffix('s')?;
        Some(stem.strip_suffix(['\'', '’']).unwrap_or(stem))
    })?;
    (stem.chars().count() > 2).then_some(stem)
}

fn known_exactly(data: &NameData<'_>, surface: &str) -> Known {
    Known {
        place: data.countries.contains(surface)
            || data.places.contains(surface)
            || data.regions.contains(surface)
            || data.cities.contains(surface),
        body: data.organisations.contains(surface),
        group: is_group(data, surface) && !data.countries.contains(surface),
        event: data.events.contains(surface),
        work: data.works.contains(surface),
    }
}

/// `Russische`, `Russen`, `Nederlanders`: a form of a word in the list of groups.
fn is_group(data: &NameData<'_>, surface: &str) -> bool {
    let list = |word: &str| data.groups.contains(word);
    let stems = ["", "e", "s", "en", "'s", "’s"];
    stems.iter().any(|ending| surface.strip_suffix(ending).is_some_and(|stem| !stem.is_empty() && list(stem)))
        || surface.strip_suffix("men").is_some_and(|stem| list(&format!("{stem}man")))
}

/// `VVD'er`: somebody who belongs to a body.
pub(super) fn has_er(word: &str) -> bool {
    cut::find(word, "'er").or_else(|| cut::find(word, "’er")).is_some()
}

/// Whether the word is a given name.
pub(super) fn is_given_name(data: &NameData<'_>, word: &str) -> bool {
    data.given_names.contains(word)
        || word.split_once('-').is_some_and(|(first, rest)| {
            data.given_names.contains(first) && rest.chars().next().is_some_and(char::is_uppercase)
        })
}

/// Whether the word, or its part after a hyphen, names a person's part or office.
pub(super) fn is_role(data: &NameData<'_>, word: &str) -> bool {
    let whole = lower(word);
    let tail = whole.rsplit('-').next().unwrap_or(&whole);
    let ends = |ending: &&str| tail.len() > ending.len() && tail.ends_with(*ending);
    data.roles.contains(tail)
        || data.roles.contains(&whole)
        || data.role_endings.iter().any(ends)
        || (word.contains('-') && data.role_endings.contains(&tail))
}

/// Whether a word in lower case has the form of a noun for somebody who does something: `onderhandelaar`.
pub(super) fn is_agent(data: &NameData<'_>, word: &str) -> bool {
    word.len() > 5
        && word.chars().all(|char| char.is_lowercase() || char == '-')
        && data.agent_endings.iter().any(|ending| word.ends_with(ending))
        && !data.common_words.contains(word)
}

/// `DEN HAAG` as `Den Haag`: of each word all but the first letter in lower case.
pub(super) fn title_case(surface: &str) -> String {
    let mut opens = true;
    let mut out = String::with_capacity(surface.len());
    for char in surface.chars() {
        if opens {
            out.push(char);
        } else {
            push_lower(&mut out, char);
        }
        opens = !char.is_alphanumeric() && char != '\'' && char != '’';
    }
    out
}

#[cfg(all(test, feature = "embedded-packs"))]
mod tests {
    use super::*;
    use crate::lang::{Language, embedded};

    #[test]
    fn forms_of_known_words() {
        let data = &embedded(Language::Dutch).names;
        assert!(known(data, "Nederland").place && known(data, "Duitslands").place);
        assert!(known(data, "DEN HAAG").place);
        for word in ["Russische", "Russen", "Nederlanders", "Fransmen", "Belgische", "NEDERLANDSE"] {
            assert!(known(data, word).group, "{word}");
        }
        assert!(is_role(data, "VVD-leider") && is_role(data, "Minister") && !is_role(data, "Rotterdam"));
    }
}
