//! The words that tell quotations and their speakers.
//!
//! A line of `speech_verbs.txt` is `FORMS = FRAMES` or `FORMS | PARTICIPLES = FRAMES`, or, of a verb that
//! signals speech only with a second part, `FORMS + PART = FRAMES` (`laat liet + weten`). The letters of the
//! frames say what the verb takes: `t` a clause with `dat`, `q` a question, `i` an infinitive with `te`,
//! `n` a content without any of these, `f` a content before it (`..., zegt X`). A direct quotation goes with
//! every verb.

use super::Table;
use super::pack::{InvalidPack, Sections};

/// What a verb of speech takes, as bits; and what its forms are.
pub mod frame {
    /// A clause with `dat`.
    pub const THAT: u32 = 1;
    /// A question: `of`, `waarom`.
    pub const QUESTION: u32 = 2;
    /// An infinitive with `te`.
    pub const INFINITIVE: u32 = 4;
    /// A content without conjunction: `verwacht geen paniek`.
    pub const BARE: u32 = 8;
    /// A content before it: `..., zegt X`.
    pub const FRONTED: u32 = 16;
    /// The form is a participle.
    pub const PARTICIPLE: u32 = 32;
    /// A form of a verb of speech, whatever it takes.
    pub const VERB: u32 = 64;
}

/// What a word does around quotations, as bits: the sections of `quote_words.txt` in this order.
pub mod word {
    /// Opens a question: `waarom`.
    pub const QUESTION: u32 = 1;
    /// `dat`, `of` before reported speech.
    pub const CONJUNCTION: u32 = 1 << 1;
    /// `volgens`: the source follows.
    pub const ACCORDING: u32 = 1 << 2;
    /// `aldus`: stands for a verb.
    pub const THUS: u32 = 1 << 3;
    /// `hij`, `hem`.
    pub const HE: u32 = 1 << 4;
    /// `zij`, `haar`: a woman or several.
    pub const SHE: u32 = 1 << 5;
    /// `hen`, `they`.
    pub const THEY: u32 = 1 << 6;
    /// `ik`, `wij`.
    pub const WE: u32 = 1 << 7;
    /// `men`, `iemand`.
    pub const OTHER_PRONOUN: u32 = 1 << 8;
    /// `die`, `deze`: a pronoun where no noun follows.
    pub const DEMONSTRATIVE: u32 = 1 << 9;
    /// Opens a noun phrase.
    pub const DETERMINER: u32 = 1 << 10;
    /// Ends a noun phrase.
    pub const STOP: u32 = 1 << 11;
    /// Points back to the sentence before: `Dat zegt X`.
    pub const POINTER: u32 = 1 << 12;
    /// A preposition.
    pub const PREPOSITION: u32 = 1 << 13;
    /// May stand between a verb and its source or content.
    pub const ADVERB: u32 = 1 << 14;
    /// Joins two clauses.
    pub const COORDINATOR: u32 = 1 << 15;
    /// Opens a relative clause.
    pub const RELATIVE: u32 = 1 << 16;
    /// Opens a clause below another.
    pub const SUBORDINATOR: u32 = 1 << 17;
    /// `heeft`, `had`.
    pub const PERFECT: u32 = 1 << 18;
    /// `eigen` of `naar eigen zeggen`.
    pub const OWN: u32 = 1 << 19;
    /// `zeggen` of `naar eigen zeggen`.
    pub const SAYING: u32 = 1 << 20;
    /// After `volgens` no source: `wet`, `planning`.
    pub const NO_SOURCE: u32 = 1 << 21;
    /// A noun for a woman.
    pub const WOMAN: u32 = 1 << 22;
    /// A noun for a man.
    pub const MAN: u32 = 1 << 23;
    /// A noun for a person.
    pub const PERSON: u32 = 1 << 24;
    /// A noun for a body: `bedrijf`.
    pub const BODY: u32 = 1 << 25;
    /// Such a noun that a text need not introduce: `politie`.
    pub const UNIQUE: u32 = 1 << 26;
    /// `zou`: marks what others say.
    pub const REPORTATIVE: u32 = 1 << 27;
    /// Opens a letter or ends it: `geachte`, `groet`.
    pub const SALUTATION: u32 = 1 << 28;
    /// Any pronoun.
    pub const PRONOUN: u32 = HE | SHE | THEY | WE | OTHER_PRONOUN;
}

const SECTIONS: [&str; 29] = [
    "questions",
    "conjunctions",
    "according",
    "thus",
    "he",
    "she",
    "they",
    "we",
    "other pronouns",
    "demonstratives",
    "determiners",
    "stops",
    "pointers",
    "prepositions",
    "adverbs",
    "coordinators",
    "relatives",
    "subordinators",
    "perfect",
    "own",
    "saying",
    "no sources",
    "women",
    "men",
    "persons",
    "bodies",
    "unique bodies",
    "reportative",
    "salutations",
];

/// What tells quotations and their speakers.
#[derive(Debug)]
pub struct SpeechData<'p> {
    /// Forms of verbs that signal speech or opinion, with their [`frame`] bits.
    pub verbs: Table<'p>,
    /// Verbs that do so only with a second part, sorted by nothing: `laat`, `weten`, and the bits.
    pub phrasal: Vec<(&'p str, &'p str, u32)>,
    /// The first parts of these.
    pub phrasal_verbs: Table<'p>,
    /// Words with their [`word`] bits.
    pub words: Table<'p>,
    /// Endings of nouns for women, and of given names of women and of men.
    pub gender_endings: [Vec<&'p str>; 3],
    /// Given names: 1 of women, 2 of men.
    pub genders: Table<'p>,
    /// For each feature of a possible speaker its name and its weight in each situation.
    pub weights: Vec<(&'p str, Vec<i32>)>,
}

impl<'p> SpeechData<'p> {
    /// Reads the lists of the quotation stage.
    pub(super) fn new(lists: &Sections<'p>) -> Result<Self, InvalidPack> {
        let sections = lists.inside("quote_words");
        let mut words = Table::default();
        for (section, bit) in SECTIONS.into_iter().zip(0..) {
            for word in sections.get(section).lines() {
                let others = words.get(word).unwrap_or_default();
                words.insert(word, others | 1 << bit);
            }
        }
        let names = lists.inside("genders");
        let mut genders = Table::default();
        for (section, gender) in [("women", 1), ("men", 2)] {
            names.get(section).lines().for_each(|name| genders.insert(name, gender));
        }
        let mut data = Self {
            verbs: Table::default(),
            phrasal: Vec::new(),
            phrasal_verbs: Table::default(),
            words,
            gender_endings: ["women endings", "women name endings", "men name endings"]
                .map(|section| sections.lines(section)),
            genders,
            weights: lists.get("speaker_weights").lines().filter_map(weight).collect(),
        };
        lists.get("speech_verbs").lines().for_each(|line| data.verb(line));
        names.complete(())?;
        sections.complete(data)
    }

    /// Reads a line of `speech_verbs.txt`.
    fn verb(&mut self, line: &'p str) {
        let Some((forms, letters)) = line.split_once('=') else { return };
        let bit = |letter| match letter {
            't' => frame::THAT,
            'q' => frame::QUESTION,
            'i' => frame::INFINITIVE,
            'n' => frame::BARE,
            'f' => frame::FRONTED,
            _ => 0,
        };
        let frames = letters.chars().map(bit).fold(frame::VERB, |bits, bit| bits | bit);
        if let Some((forms, part)) = forms.split_once('+') {
            for form in forms.split_whitespace() {
                self.phrasal.push((form, part.trim(), frames));
                self.phrasal_verbs.insert(form, 0);
            }
            return;
        }
        let (forms, participles) = forms.split_once('|').unwrap_or((forms, ""));
        forms.split_whitespace().for_each(|form| self.verbs.insert(form, frames));
        for form in participles.split_whitespace() {
            self.verbs.insert(form, frames | frame::PARTICIPLE);
        }
    }
}

/// Reads a line of `speaker_weights.txt`.
fn weight(line: &str) -> Option<(&str, Vec<i32>)> {
    let mut cells = line.split_whitespace();
    Some((cells.next()?, cells.filter_map(|cell| cell.parse().ok()).collect()))
}
