//! Who speaks where, and how much.

use crate::analysis::{EntityId, QuotationKind};
use crate::text::lower;
use crate::ui::state::Article;

/// A speaker with what they say.
#[derive(Clone, Debug, PartialEq)]
pub struct Lane {
    /// The speaker, if it is a named thing of the article.
    pub entity: Option<EntityId>,
    /// The speaker in words; empty when unknown.
    pub name: String,
    /// Their share of the quoted words, in percent.
    pub share: usize,
    /// Their quotations, in order.
    pub bars: Vec<Bar>,
}

/// A quotation's place in the article, as shares of its length.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// Index of the quotation.
    pub quote: usize,
    /// Where it begins.
    pub begin: f64,
    /// Where it ends.
    pub end: f64,
    /// `direct` or `indirect`.
    pub kind: &'static str,
    /// Whether the speaker is unsure.
    pub weak: bool,
    /// Its words.
    pub text: String,
}

/// In which order speakers are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// Those who say most first.
    #[default]
    Share,
    /// Those who speak first come first.
    Appearance,
    /// By name.
    Name,
}

impl Order {
    /// All, in the order of the menu.
    pub const ALL: [Self; 3] = [Self::Share, Self::Appearance, Self::Name];
}

/// One lane a speaker; an unknown speaker comes last.
pub fn lanes(article: &Article, by: Order) -> Vec<Lane> {
    let length = article.text.len().max(1) as f64;
    let mut lanes: Vec<(Lane, usize)> = Vec::new();
    let mut all_words = 0;
    for (index, quote) in article.analysis.quotes.iter().enumerate() {
        let text = quote.span.of(&article.text);
        let words = text.split_whitespace().count();
        all_words += words;
        let kind = if quote.kind == QuotationKind::Direct { "direct" } else { "indirect" };
        let bar = Bar {
            quote: index,
            begin: f64::from(quote.span.start) / length,
            end: f64::from(quote.span.end) / length,
            kind,
            weak: quote.confidence < 0.5,
            text: text.to_owned(),
        };
        let known = |lane: &Lane| match quote.speaker {
            Some(_) => lane.entity == quote.speaker,
            None => lane.entity.is_none() && lane.name.eq_ignore_ascii_case(&quote.speaker_name),
        };
        match lanes.iter_mut().find(|(lane, _)| known(lane)) {
            Some((lane, said)) => {
                lane.bars.push(bar);
                *said += words;
            }
            None => {
                let name = quote.speaker.and_then(|id| article.entity(id)).map(|entity| entity.name.clone());
                let name = name.unwrap_or_else(|| quote.speaker_name.clone());
                lanes.push((Lane { entity: quote.speaker, name, share: 0, bars: vec![bar] }, words));
            }
        }
    }
    // They stand in the order of their first words.
    lanes.sort_by_cached_key(|(lane, words)| {
        let (most, name) = match by {
            Order::Share => (usize::MAX - words, String::new()),
            Order::Appearance => (0, String::new()),
            Order::Name => (0, lower(&lane.name)),
        };
        (lane.entity.is_none() && lane.name.is_empty(), most, name)
    });
    let share = |words: usize| (words * 200 / all_words.max(1)).div_ceil(2);
    lanes.into_iter().map(|(lane, words)| Lane { share: share(words), ..lane }).collect()
}
