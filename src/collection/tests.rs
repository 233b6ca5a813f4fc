use super::*;
use crate::analysis::{Entity, EntityKind};
use crate::lang::embedded;
use crate::pipeline::{Options, analyze};

fn part<'a>(file_name: Option<&'a str>, text: &'a str) -> Part<'a> {
    let options = Options { file_name: file_name.map(str::to_owned), ..Options::default() };
    let analysis = analyze(text, &options);
    let pack = embedded(analysis.language);
    Part { file_name, text, analysis, pack }
}

fn joined(texts: &[&str]) -> Collection {
    join(texts.iter().map(|text| part(None, text)).collect())
}

/// What each entity with `name` in it is called, with its mentions.
fn called(found: &Collection, name: &str) -> Vec<String> {
    let mentions = |entity: &Entity| {
        let spelled = entity.mentions.iter().map(|mention| mention.span.of(&found.text));
        [&entity.name, ": ", &spelled.collect::<Vec<_>>().join(", ")].concat()
    };
    let entities = found.analysis.entities.iter().map(mentions);
    entities.filter(|entity| entity.contains(name)).collect()
}

const SUMMIT: &str = "date 2022-03-24\n\nTop in Brussel\n\nMark Rutte sprak vandaag met de Europese Commissie. \
\"We doen meer\", zei Rutte. De Verenigde Staten leggen sancties op.\n";
const HAGUE: &str = "date 2022-03-26\n\nDebat in Den Haag\n\nRutte verdedigde gisteren de sancties. \
\"Het was nodig\", zei premier Rutte. De VS steunen dat.\n";

#[test]
fn one_article_comes_out_as_it_went_in() {
    let found = join(vec![part(Some("a.txt"), SUMMIT)]);
    assert_eq!((found.text.as_str(), &found.analysis), (SUMMIT, &part(Some("a.txt"), SUMMIT).analysis));
    assert_eq!(found.sources.len(), 1);
    assert_eq!(join(Vec::new()), Collection::default());
}

#[test]
fn a_surname_joins_the_full_name_of_another_article() {
    for texts in [[SUMMIT, HAGUE], [HAGUE, SUMMIT]] {
        let found = joined(&texts);
        let rutte = called(&found, "Rutte");
        assert_eq!(rutte.len(), 1, "{rutte:?}");
        assert!(rutte[0].starts_with("Mark Rutte: "), "{rutte:?}");
        assert_eq!(called(&found, "Verenigde Staten").len(), 1);
        assert!(called(&found, "VS")[0].starts_with("Verenigde Staten"));
        let speakers = found.analysis.quotes.iter().map(|quote| &*quote.speaker_name).collect::<Vec<_>>();
        assert!(speakers.iter().all(|name| *name == "Mark Rutte"), "{speakers:?}");
    }
}

#[test]
fn people_who_share_a_surname_stay_apart() {
    let piet = "Wethouder Piet Jansen opende de brug.\n";
    let kees = "Directeur Kees Jansen sloot de fabriek.\n";
    let bare = "\"We wachten af\", zei Jansen.\n";
    assert_eq!(called(&joined(&[piet, kees]), "Jansen").len(), 2);
    // Nobody tells which of the two: neither is right.
    for texts in [[piet, kees, bare], [bare, piet, kees], [piet, bare, kees]] {
        assert_eq!(called(&joined(&texts), "Jansen").len(), 3, "{texts:?}");
    }
    assert_eq!(called(&joined(&[piet, kees, bare, bare]), "Jansen").len(), 4);
    assert_eq!(called(&joined(&[piet, bare]), "Jansen").len(), 1);
    assert_eq!(called(&joined(&[bare, bare]), "Jansen").len(), 1);
}

#[test]
fn an_article_keeps_apart_what_it_told_apart() {
    let both = "Wethouder Piet Jansen sprak met Kees Jansen.\n";
    let found = joined(&[both, both]);
    assert_eq!(called(&found, "Jansen").len(), 2, "{:?}", called(&found, "Jansen"));
}

#[test]
fn a_name_of_two_kinds_stays_two_things() {
    let person = "Wethouder Piet Utrecht opende de brug.\n";
    let place = "In Utrecht is een brug geopend.\n";
    let found = joined(&[person, place]);
    let kinds = |kind| found.analysis.entities.iter().filter(|entity| entity.kind == kind).count();
    assert_eq!((kinds(EntityKind::Person), kinds(EntityKind::Place)), (1, 1));
}

#[test]
fn an_acronym_joins_where_an_article_gives_it() {
    let given = "De Algemene Onderwijsbond (AOb) staakt. De AOb wil meer loon.\n";
    let bare = "Volgens de AOb staken er duizend leraren.\n";
    assert_eq!(called(&joined(&[bare, given]), "AOb").len(), 1);
    let apart = "De Algemene Onderwijsbond staakt.\n";
    assert_eq!(called(&joined(&[apart, bare]), "AOb").len(), 1);
}

#[test]
fn one_event_of_two_articles_with_the_same_date() {
    let first = "date 2022-03-24\n\nBrand\n\nGisteren is in Zwolle Piet Jansen overleden.\n";
    let same = "date 2022-03-25\n\nJansen\n\nOp 23 maart overleed Piet Jansen.\n";
    let later = "date 2022-03-27\n\nJansen\n\nGisteren overleed Piet Jansen.\n";
    let ones = |texts: &[&str]| {
        let found = joined(texts);
        let first = found.sources[1].span.start;
        found
            .analysis
            .events
            .iter()
            .filter(|event| event.span.start > first && event.same_as.is_some())
            .count()
    };
    assert_eq!(ones(&[first, same]), 1);
    assert_eq!(ones(&[first, later]), 0);
}

#[test]
fn each_article_keeps_its_date_and_name() {
    let found = join(vec![part(Some("top.v2.txt"), SUMMIT), part(None, HAGUE)]);
    let told = |source: &Source| [&source.name, " ", &source.date.unwrap().value.to_string()].concat();
    let told = found.sources.iter().map(told).collect::<Vec<_>>();
    assert_eq!(told, ["top.v2 2022-03-24", "Debat in Den Haag 2022-03-26"]);
    assert_eq!(found.analysis.date, None);
    // Yesterday is the day before the article's own date.
    assert!(found.analysis.times.iter().any(|time| time.value == "2022-03-25"));
    let second = found.sources[1].span.start;
    let places = [0, second - 1, second, found.text.len() as u32].map(|byte| source_at(&found.sources, byte));
    assert_eq!(places, [0, 0, 1, 1]);
}

/// Numbers that look random and are the same every time.
fn random(seed: &mut u64) -> usize {
    *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    (*seed >> 33) as usize
}

#[test]
fn all_that_was_found_stands_where_it_stood() {
    const PIECES: [&str; 16] = [
        "date 2022-03-24\n\n",
        "\n\n",
        "Mark Rutte ",
        "Jansen ",
        "Piet Jansen ",
        "zei gisteren: ",
        "\"Wij zijn er.\" ",
        "é’𝄞 ",
        "In Zwolle is een brug ingestort. ",
        "De VS ",
        "Russen ",
        "(AOb) ",
        "Said the mayor of London. ",
        "",
        "\r\n",
        "op 3 mei overleden. ",
    ];
    let mut seed = 7;
    for _ in 0..150 {
        let mut texts = Vec::new();
        for _ in 0..random(&mut seed) % 5 {
            let length = random(&mut seed) % 24;
            texts.push((0..length).map(|_| PIECES[random(&mut seed) % PIECES.len()]).collect::<String>());
        }
        check(&texts.iter().map(String::as_str).collect::<Vec<_>>());
    }
}

fn check(texts: &[&str]) {
    let found = joined(texts);
    let (all, whole) = (&found.analysis, &*found.text);
    assert_eq!(found.sources.len(), texts.len());
    let mut at = [0; 5];
    for (text, source) in texts.iter().zip(&found.sources) {
        assert_eq!(source.span.of(whole), *text);
        let own = part(None, text).analysis;
        let same = |moved: Span, span: Span| {
            assert_eq!(moved, shifted(span, source.span.start), "{texts:?}");
            assert_eq!(moved.of(whole), span.of(text));
        };
        let [blocks, sentences, tokens, quotes, events] = at;
        for (moved, block) in all.blocks[blocks..].iter().zip(&own.blocks) {
            same(moved.span, block.span);
        }
        for (moved, sentence) in all.sentences[sentences..].iter().zip(&own.sentences) {
            same(moved.span, sentence.span);
            assert_eq!(moved.block as usize, sentence.block as usize + blocks);
            same(all.tokens[moved.first_token as usize].span, own.tokens[sentence.first_token as usize].span);
        }
        for (moved, token) in all.tokens[tokens..].iter().zip(&own.tokens) {
            same(moved.span, token.span);
        }
        for (moved, quote) in all.quotes[quotes..].iter().zip(&own.quotes) {
            same(moved.span, quote.span);
            assert_eq!(moved.speaker.is_some(), quote.speaker.is_some());
        }
        for (moved, event) in all.events[events..].iter().zip(&own.events) {
            same(moved.span, event.span);
            assert_eq!(moved.sentence as usize, event.sentence as usize + sentences);
            assert_eq!((&moved.value, &moved.label), (&event.value, &event.label));
        }
        for entity in &own.entities {
            for mention in &entity.mentions {
                let place = shifted(mention.span, source.span.start);
                let owners =
                    all.entities.iter().filter(|other| other.mentions.iter().any(|own| own.span == place));
                assert_eq!(owners.map(|owner| owner.kind).collect::<Vec<_>>(), [entity.kind]);
            }
        }
        at[0] += own.blocks.len();
        at[1] += own.sentences.len();
        at[2] += own.tokens.len();
        at[3] += own.quotes.len();
        at[4] += own.events.len();
    }
    assert_eq!(at[4], all.events.len());
    for (index, event) in all.events.iter().enumerate() {
        assert!(
            event
                .same_as
                .is_none_or(|first| (first as usize) < index && all.events[first as usize].same_as.is_none())
        );
        assert!(event.participants.iter().all(|id| (id.0 as usize) < all.entities.len()));
    }
    let first = |entity: &Entity| entity.mentions[0].span.key();
    assert!(all.entities.is_sorted_by_key(first));
}
