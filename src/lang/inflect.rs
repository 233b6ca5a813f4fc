//! Dutch verb forms by rule: which verb a word is a form of, and which form.
//!
//! Strong verbs are listed with their forms, of weak ones the infinitive alone: the rest follows from the
//! spelling (Algemene Nederlandse Spraakkunst, section 2.3). A verb with a prefix is a form of its base with
//! the prefix before it, which `ge-` parts from a separable prefix and never follows another one.

use super::Table;
use super::pack::Sections;
use super::verb::VerbForm;

/// The verbs whose forms are told.
#[derive(Debug)]
pub struct Inflections<'p> {
    /// Forms of strong verbs: eight times the line and the form's place.
    strong: Table<'p>,
    /// Their infinitives.
    lemmas: Vec<&'p str>,
    /// Infinitives of weak verbs.
    weak: Table<'p>,
}

/// A form of a verb.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inflected {
    /// Which form.
    pub form: VerbForm,
    /// The infinitive, with its prefix: `aanhouden`.
    pub lemma: String,
}

const FORMS: [VerbForm; 5] =
    [VerbForm::Infinitive, VerbForm::Present, VerbForm::Past, VerbForm::Past, VerbForm::Participle];
/// Prefixes that stay and that no `ge-` goes with.
const UNSTRESSED: [&str; 9] = ["be", "ver", "ont", "her", "ge", "over", "onder", "door", "mis"];

impl<'p> Inflections<'p> {
    /// Reads `inflections`.
    pub(super) fn new(lists: &Sections<'p>) -> Self {
        let (strong_lines, weak) = (lists.get("strong"), lists.table("weak"));
        let mut strong = Table::with_capacity(strong_lines.len() / 8);
        let mut lemmas = Vec::new();
        for (line, index) in strong_lines.lines().zip(0..) {
            lemmas.push(line.split(' ').next().unwrap_or_default());
            for (word, form) in line.split(' ').zip(0..FORMS.len() as u32) {
                // The infinitive comes first, and where two forms look alike the earlier one stays.
                strong.get_or_insert(word, index * 8 + form);
            }
        }
        Self { strong, lemmas, weak }
    }

    /// The verb that `word`, in lower case, is a form of. `separable` are the prefixes that part from a verb.
    pub fn find(&self, word: &str, separable: &[&str]) -> Option<Inflected> {
        if word.len() < 3 || !word.ends_with(|end: char| end.is_ascii_lowercase()) {
            return None;
        }
        self.unseparated(word).or_else(|| {
            separable.iter().find_map(|prefix| {
                let rest = behind(word, prefix)?;
                // `aangehouden`, `aan te houden` as one word is no Dutch, `aanhouden`, `aanhield`
                let found = self.unseparated(rest)?;
                Some(Inflected { lemma: [prefix, found.lemma.as_str()].concat(), ..found })
            })
        })
    }

    fn unseparated(&self, word: &str) -> Option<Inflected> {
        if let Some(found) = self.listed(&[word]).or_else(|| self.weak(word)) {
            return Some(found);
        }
        UNSTRESSED.iter().find_map(|prefix| {
            let rest = behind(word, prefix)?;
            // `verbroken` has the participle of `breken` without its `ge-`.
            let participle = || self.listed(&["ge", rest]).filter(|found| found.form == VerbForm::Participle);
            let plain = || self.listed(&[rest]).filter(|found| found.form != VerbForm::Participle);
            // `ontruimd`, `ontruimde` of `ruimen`.
            let weak = || {
                let found = self.weak(rest).filter(|found| found.form != VerbForm::Participle)?;
                let ends = rest.ends_with('d') && found.form == VerbForm::Present;
                Some(Inflected { form: if ends { VerbForm::Participle } else { found.form }, ..found })
            };
            let bound = || self.present_d(rest);
            // `gemeente` is no form of `menen`.
            let others = || (*prefix != "ge").then(|| weak().or_else(bound)).flatten();
            let found = plain().or_else(participle).or_else(others)?;
            Some(Inflected { lemma: [prefix, found.lemma.as_str()].concat(), ..found })
        })
    }

    /// `ruimd` of `ontruimd`.
    fn present_d(&self, word: &str) -> Option<Inflected> {
        let lemma = self.infinitive(word.strip_suffix('d')?)?;
        Some(Inflected { form: VerbForm::Participle, lemma })
    }

    fn listed(&self, parts: &[&str]) -> Option<Inflected> {
        let found = self.strong.get_joined(parts)?;
        let lemma = *self.lemmas.get(found as usize / 8)?;
        Some(Inflected { form: FORMS[found as usize % 8], lemma: lemma.to_owned() })
    }

    fn weak(&self, word: &str) -> Option<Inflected> {
        if self.weak.contains(word) {
            return Some(Inflected { form: VerbForm::Infinitive, lemma: word.to_owned() });
        }
        let found = |form, stem: &str| Some(Inflected { form, lemma: self.infinitive(stem)? });
        let singular = word.strip_suffix('n').unwrap_or(word);
        if let Some(stem) = singular.strip_suffix("te").or_else(|| singular.strip_suffix("de"))
            && let Some(past) = found(VerbForm::Past, stem)
        {
            return Some(past);
        }
        let stem = word.strip_suffix(['t', 'd']);
        if let Some(rest) = word.strip_prefix("ge") {
            let rest = rest.strip_prefix('ë').map_or_else(|| rest.to_owned(), |rest| ["e", rest].concat());
            let ends = |end| rest.strip_suffix(end);
            let stem = ends('t').or_else(|| ends('d'));
            let participle = stem
                .and_then(|stem| found(VerbForm::Participle, stem))
                // `gestart`, `geland`: the stem's own last letter
                .or_else(|| stem.and_then(|_| found(VerbForm::Participle, &rest)));
            if participle.is_some() {
                return participle;
            }
        }
        let participle = UNSTRESSED.iter().any(|prefix| behind(word, prefix).is_some());
        let form = match word.ends_with('d') {
            true if participle => VerbForm::Participle,
            true => return found(VerbForm::Present, word),
            false => VerbForm::Present,
        };
        stem.and_then(|stem| found(form, stem)).or_else(|| found(VerbForm::Present, word))
    }

    /// The infinitive of a stem: `werk` `werken`, `pak` `pakken`, `hoog` `hogen`, `reis` `reizen`.
    fn infinitive(&self, stem: &str) -> Option<String> {
        let listed = |parts: &[&str]| self.weak.get_joined(parts).map(|_| parts.concat());
        let mut ends = stem.char_indices().rev();
        let (at, last) = ends.next()?;
        if !last.is_ascii() {
            return None;
        }
        let before = ends.next().map(|(_, before)| before);
        let twice = ends.next().filter(|&(_, other)| Some(other) == before).map(|(at, _)| at);
        let single = &stem[at..];
        let soft = match last {
            's' => "z",
            'f' => "v",
            _ => single,
        };
        let short = |end: &str| {
            let open = twice.filter(|_| before.is_some_and(|before| "aeou".contains(before)));
            open.and_then(|start| listed(&[&stem[..=start], end, "en"]))
        };
        listed(&[stem, "en"])
            .or_else(|| listed(&[stem, single, "en"]))
            .or_else(|| short(single))
            .or_else(|| short(soft))
            .or_else(|| listed(&[&stem[..at], soft, "en"]))
    }
}

/// What stands behind a prefix. Most words open with another letter, which tells it at once.
pub(super) fn behind<'w>(word: &'w str, prefix: &str) -> Option<&'w str> {
    let alike = word.as_bytes().first() == prefix.as_bytes().first();
    if alike { word.strip_prefix(prefix) } else { None }
}

#[cfg(all(test, feature = "embedded-packs"))]
mod tests {
    use super::super::verb::VerbForm::{self, Infinitive, Participle, Past, Present};
    use crate::lang::{Language, embedded_words};

    #[test]
    fn forms_follow_from_the_infinitive() {
        let events = &embedded_words(Language::Dutch).events;
        let cases: [(&str, VerbForm, &str); 18] = [
            ("sloot", Past, "sluiten"),
            ("afgesloten", Participle, "afsluiten"),
            ("verbroken", Participle, "verbreken"),
            ("aanhield", Past, "aanhouden"),
            ("uitbreken", Infinitive, "uitbreken"),
            ("werkte", Past, "werken"),
            ("gepakt", Participle, "pakken"),
            ("verhoogd", Participle, "verhogen"),
            ("verhoogde", Past, "verhogen"),
            ("reisden", Past, "reizen"),
            ("gestart", Participle, "starten"),
            ("landde", Past, "landen"),
            ("landt", Present, "landen"),
            ("opende", Past, "openen"),
            ("geëindigd", Participle, "eindigen"),
            ("aangekondigd", Participle, "aankondigen"),
            ("ontruimde", Past, "ontruimen"),
            ("zei", Past, "zeggen"),
        ];
        for (word, form, lemma) in cases {
            let found = events.inflected(word);
            let found = found.as_ref().map(|found| (found.form, found.lemma.as_str()));
            assert_eq!(found, Some((form, lemma)), "{word}");
        }
        for word in ["gemeente", "goede", "tafel", "de", "", "été", "ë"] {
            assert_eq!(events.inflected(word), None, "{word}");
        }
    }
}
