//! What the stages ask of a language: the shape of its data.

use super::Table;
use super::pack::{InvalidPack, Sections};
use crate::analysis::EntityKind;

/// What tells names apart.
#[derive(Debug)]
pub struct NameData<'p> {
    /// Countries, continents and well-known cities in this language.
    pub countries: Table<'p>,
    /// Towns in the language's countries.
    pub places: Table<'p>,
    /// Regions, waters, buildings and other places.
    pub regions: Table<'p>,
    /// Towns and cities of the world, in no particular language.
    pub cities: Table<'p>,
    /// Given names of several countries.
    pub given_names: Table<'p>,
    /// Frequent words in lower case: such a word that opens a sentence is no name.
    pub common_words: Table<'p>,
    /// Adjectives and inhabitants of countries and regions, in their shortest form.
    pub groups: Table<'p>,
    /// Well-known bodies: parties, companies, media, clubs.
    pub organisations: Table<'p>,
    /// Named events.
    pub events: Table<'p>,
    /// Works, laws, products, prizes.
    pub works: Table<'p>,
    /// Words for a person's part or office, in lower case: `minister`, `advocaat`.
    pub roles: Table<'p>,
    /// Endings of such words: `-leider`, `-woordvoerder`.
    pub role_endings: Vec<&'p str>,
    /// Endings of nouns for somebody who does something.
    pub agent_endings: Vec<&'p str>,
    /// Words that open the name of a ministry and take `en` inside.
    pub ministry_words: Vec<&'p str>,
    /// Makers of cars and aircraft: with a type behind, the name is a product.
    pub makers: Vec<&'p str>,
    /// Words for a body that stand before its name: `bedrijf`, `krant`.
    pub body_words: Vec<&'p str>,
    /// Words for a place that stand before its name: `stad`, `rivier`.
    pub place_words: Vec<&'p str>,
    /// Words for a work that stand before its title: `roman`, `film`.
    pub work_words: Vec<&'p str>,
    /// Prepositions before a place.
    pub place_prepositions: Vec<&'p str>,
    /// Articles.
    pub articles: Vec<&'p str>,
    /// Words that open a longer name and take `van`, `voor`, `of` inside, with the kind that they make.
    pub heads: Vec<(&'p str, EntityKind)>,
    /// Words that may stand between a head and the rest of the name.
    pub connectors: Vec<&'p str>,
    /// Particles that join what stands before and after: `van der`, `ter`.
    pub strong_particles: Vec<&'p str>,
    /// Particles that join only after a given name: `van`, `de`.
    pub weak_particles: Vec<&'p str>,
    /// Particles that open a surname with a capital: `Van`, `De`.
    pub capital_particles: Vec<&'p str>,
    /// Endings of words that are organisations: `bank`, `bond`.
    pub body_endings: Vec<&'p str>,
    /// Endings of words that are places: `straat`, `gracht`.
    pub place_endings: Vec<&'p str>,
    /// Endings of words that are named events: `oorlog`, `festival`.
    pub event_endings: Vec<&'p str>,
    /// Endings of words that are works: `wet`, `verdrag`.
    pub work_endings: Vec<&'p str>,
    /// Endings of capitalised words formed from a place: `enaar`, `se`.
    pub group_endings: Vec<&'p str>,
    /// Prefixes with a hyphen before a name: `oud`, `anti`.
    pub prefixes: Vec<&'p str>,
    /// Two names of one thing.
    pub aliases: Vec<(&'p str, &'p str)>,
    /// How the word for a group opens, and the place that it is of: `Rus`, `Rusland`.
    pub group_places: Vec<(&'p str, &'p str)>,
    /// Words before a title that has been given up: `voormalig`.
    pub former: Vec<&'p str>,
    /// Prepositions inside a title: `minister van Justitie`.
    pub title_joints: Vec<&'p str>,
    /// Words that no title in apposition has before its noun: `die`, `en`.
    pub title_stops: Vec<&'p str>,
    /// Months and days of the week, which are no names even with a capital.
    pub calendar_words: Vec<&'p str>,
}

impl<'p> NameData<'p> {
    /// Reads the lists of the names stage; short ones are sections of `name_words`.
    pub(super) fn new(lists: &Sections<'p>) -> Result<Self, InvalidPack> {
        let words = lists.inside("name_words");
        let mut heads = Vec::new();
        for (section, kind) in [
            ("heads organisation", EntityKind::Organisation),
            ("heads place", EntityKind::Place),
            ("heads named event", EntityKind::NamedEvent),
            ("heads work", EntityKind::Work),
        ] {
            heads.extend(words.get(section).lines().map(|word| (word, kind)));
        }
        let data = Self {
            countries: lists.table("countries"),
            places: lists.table("places"),
            regions: lists.table("regions"),
            cities: lists.table("cities"),
            given_names: lists.table("given_names"),
            common_words: lists.table("common_words"),
            groups: lists.table("groups"),
            organisations: lists.table("organisations"),
            events: lists.table("events"),
            works: lists.table("works"),
            roles: lists.table("roles"),
            role_endings: words.lines("role_endings"),
            agent_endings: words.lines("agent_endings"),
            ministry_words: words.lines("ministry_words"),
            makers: lists.lines("makers"),
            body_words: words.lines("body_words"),
            place_words: words.lines("place_words"),
            work_words: words.lines("work_words"),
            place_prepositions: words.lines("place_prepositions"),
            articles: words.lines("articles"),
            heads,
            connectors: words.lines("connectors"),
            strong_particles: words.lines("strong_particles"),
            weak_particles: words.lines("weak_particles"),
            capital_particles: words.lines("capital_particles"),
            body_endings: words.lines("body_endings"),
            place_endings: words.lines("place_endings"),
            event_endings: words.lines("event_endings"),
            work_endings: words.lines("work_endings"),
            group_endings: words.lines("group_endings"),
            prefixes: words.lines("prefixes"),
            aliases: words.pairs("aliases"),
            group_places: words.pairs("group_places"),
            former: words.lines("former"),
            title_joints: words.lines("title_joints"),
            title_stops: words.lines("title_stops"),
            calendar_words: words.lines("calendar_words"),
        };
        words.complete(data)
    }
}
