//! Who speaks where, and how much.

use crate::analysis::{EntityId, QuotationKind};
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

/// One lane a speaker, those who say most first; an unknown speaker comes last.
pub fn lanes(article: &Article) -> Vec<Lane> {
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
    lanes.sort_by_key(|(lane, words)| (lane.entity.is_none() && lane.name.is_empty(), usize::MAX - words));
    let share = |words: usize| (words * 200 / all_words.max(1)).div_ceil(2);
    lanes.into_iter().map(|(lane, words)| Lane { share: share(words), ..lane }).collect()
}
