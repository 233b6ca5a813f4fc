//! What the stages ask of a language: the shape of its data.

use super::{Language, WordList, en, nl, word_list};

/// What tells names apart.
#[derive(Debug)]
pub struct NameData {
    /// Countries, continents and well-known cities in this language.
    pub countries: WordList,
    /// Towns, regions, buildings and other places.
    pub places: &'static [WordList],
    /// Frequent words in lower case: such a word that opens a sentence is no name.
    pub common_words: WordList,
    /// Adjectives and inhabitants of countries and regions, in their shortest form.
    pub groups: WordList,
    /// Well-known bodies: parties, companies, media, clubs.
    pub organisations: WordList,
    /// Named events.
    pub events: WordList,
    /// Works, laws, products, prizes.
    pub works: WordList,
    /// Words for a person's part or office, in lower case: `minister`, `advocaat`.
    pub roles: WordList,
    /// Endings of such words: `-leider`, `-woordvoerder`.
    pub role_endings: &'static [&'static str],
    /// Endings of nouns for somebody who does something.
    pub agent_endings: &'static [&'static str],
    /// Words that open the name of a ministry and take `en` inside.
    pub ministry_words: &'static [&'static str],
    /// Makers of cars and aircraft: with a type behind, the name is a product.
    pub makers: &'static [&'static str],
    /// Words for a body that stand before its name: `bedrijf`, `krant`.
    pub body_words: &'static [&'static str],
    /// Words for a place that stand before its name: `stad`, `rivier`.
    pub place_words: &'static [&'static str],
    /// Words for a work that stand before its title: `roman`, `film`.
    pub work_words: &'static [&'static str],
    /// Prepositions before a place.
    pub place_prepositions: &'static [&'static str],
    /// Articles.
    pub articles: &'static [&'static str],
    /// Words that open a longer name and take `van`, `voor`, `of` inside, with the kind that they make.
    pub heads: &'static [(&'static str, crate::analysis::EntityKind)],
    /// Words that may stand between a head and the rest of the name.
    pub connectors: &'static [&'static str],
    /// Particles that join what stands before and after: `van der`, `ter`.
    pub strong_particles: &'static [&'static str],
    /// Particles that join only after a given name: `van`, `de`.
    pub weak_particles: &'static [&'static str],
    /// Particles that open a surname with a capital: `Van`, `De`.
    pub capital_particles: &'static [&'static str],
    /// Endings of words that are organisations: `bank`, `bond`.
    pub body_endings: &'static [&'static str],
    /// Endings of words that are places: `straat`, `gracht`.
    pub place_endings: &'static [&'static str],
    /// Endings of words that are named events: `oorlog`, `festival`.
    pub event_endings: &'static [&'static str],
    /// Endings of words that are works: `wet`, `verdrag`.
    pub work_endings: &'static [&'static str],
    /// Endings of capitalised words formed from a place: `enaar`, `se`.
    pub group_endings: &'static [&'static str],
    /// Prefixes with a hyphen before a name: `oud`, `anti`.
    pub prefixes: &'static [&'static str],
    /// Two names of one thing.
    pub aliases: &'static [(&'static str, &'static str)],
    /// Months and days of the week, which are no names even with a capital.
    pub calendar_words: &'static [&'static str],
}

/// Towns and cities of the world, in no particular language.
pub const CITIES: WordList = word_list!("cities.txt");
/// Makers of cars and aircraft, in no particular language.
pub const MAKERS: &[&str] = &[
    "Airbus",
    "Alfa",
    "Aston",
    "Audi",
    "Bentley",
    "BMW",
    "Boeing",
    "Bugatti",
    "Cessna",
    "Chevrolet",
    "Citroën",
    "Dacia",
    "Fiat",
    "Fokker",
    "Ford",
    "Honda",
    "Hyundai",
    "Jaguar",
    "Jeep",
    "Kia",
    "Lamborghini",
    "Lexus",
    "Maserati",
    "Mazda",
    "Mercedes",
    "Mini",
    "Mitsubishi",
    "Nissan",
    "Nokia",
    "Opel",
    "Peugeot",
    "Porsche",
    "Renault",
    "Seat",
    "Skoda",
    "Škoda",
    "Subaru",
    "Suzuki",
    "Tesla",
    "Toyota",
    "Volkswagen",
    "Volvo",
];
/// Given names of several countries.
pub const GIVEN_NAMES: WordList = word_list!("given_names.txt");

impl Language {
    /// What tells names apart in this language.
    pub fn names(self) -> &'static NameData {
        match self {
            Self::Dutch => &nl::names::DATA,
            Self::English => &en::names::DATA,
        }
    }
}

/// What tells quotations and their speakers.
#[derive(Debug)]
pub struct SpeechData {
    /// Forms of verbs that signal speech or opinion.
    pub verbs: WordList,
    /// Verbs that do so only with a second part: `laat ... weten`.
    pub phrasal: &'static [(&'static str, &'static str)],
    /// Verbs that take reported speech without `dat`: `verwacht geen paniek`.
    pub bare: &'static [&'static str],
    /// Verbs of asking, and the words that open an indirect question after them.
    pub asking: &'static [&'static str],
    /// See `asking`.
    pub questions: &'static [&'static str],
    /// Conjunctions before reported speech.
    pub conjunctions: &'static [&'static str],
    /// `volgens`: the source follows, the content is the rest.
    pub according: &'static [&'static str],
    /// `aldus`: stands for a verb.
    pub thus: &'static [&'static str],
    /// Pronouns for a person who speaks.
    pub pronouns: &'static [&'static str],
    /// Words that open a noun phrase: articles and possessives.
    pub determiners: &'static [&'static str],
    /// Words that end a noun phrase.
    pub stops: &'static [&'static str],
    /// Words that point back to the sentence before: `Dat zegt X`.
    pub pointers: &'static [&'static str],
}

impl Language {
    /// What tells quotations and their speakers in this language.
    pub fn speech(self) -> &'static SpeechData {
        match self {
            Self::Dutch => &nl::speech::DATA,
            Self::English => &en::speech::DATA,
        }
    }
}

impl Language {
    /// What a word in lower case means in a time expression.
    pub fn time_term(self, word: &str) -> Option<crate::times::terms::Term> {
        match self {
            Self::Dutch => nl::times::term(word),
            Self::English => en::times::term(word),
        }
    }
}
