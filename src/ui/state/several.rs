//! Several articles in one page: which are open, which one is read, and what belongs to which.

use js_sys::Array;
use leptos::prelude::*;
use wasm_bindgen::JsValue;

use super::{Article, Message, Opened, Origin, State, Target, Work};
use crate::analysis::{Analysis, Notice};
use crate::collection::{Source, source_at};
use crate::intake;
use crate::pipeline::Options;
use crate::protocol::Piece;
use crate::text::Span;

impl Opened {
    /// An article from the reader's device.
    fn from_reader(Piece { text, options }: Piece) -> Self {
        let name = options.file_name.clone();
        Self { name, text: text.into(), options, origin: Origin::Reader }
    }

    /// What the worker gets of it.
    pub(super) fn piece(&self) -> Piece {
        Piece { text: self.text.to_string(), options: self.options.clone() }
    }

    /// Takes the marks that a file gives, over the article as it is read.
    fn take(&mut self, given: Options) {
        let Options { date, language, file_name, .. } = core::mem::take(&mut self.options);
        self.options = Options { file_name, ..given };
        if let Some(marks) = &mut self.options.marks
            && !marks.whole
        {
            marks.found.date = date;
            (self.options.date, self.options.language) = (date, language);
        }
        // Its address would bring it back without the marks.
        self.origin = Origin::Reader;
    }
}

/// A file's name for the article in it.
fn as_text(name: &str) -> String {
    [name.rsplit_once('.').map_or(name, |(stem, _)| stem), ".txt"].concat()
}

/// Puts the article that is found in a page in the place of the page.
pub fn extract(piece: &mut Piece) {
    let options = &mut piece.options;
    let length = piece.text.len();
    let article = intake::open(options.file_name.as_deref(), core::mem::take(&mut piece.text));
    if article.text.len() != length {
        // By its name it would be taken for a page once more.
        options.file_name = options.file_name.take().map(|name| as_text(&name));
    }
    (piece.text, options.date, options.language) = (article.text, article.date, article.language);
}

impl State {
    /// Opens articles in place of what is open, or beside it. Of the `marked` those whose index is that of an article give
    /// it marks, counted from the first that is open; the others are articles.
    pub fn open_all(self, pieces: Vec<Piece>, marked: Vec<(u32, Piece)>, beside: bool) {
        let mut all = self.request.get_untracked().map(|kept| kept.to_vec()).unwrap_or_default();
        let from = all.len();
        all.extend(pieces.into_iter().map(Opened::from_reader));
        let plain = all.len();
        let mut next = from;
        for (at, piece) in marked {
            let at = at as usize;
            if at >= plain {
                all.push(Opened::from_reader(piece));
            } else {
                if at < from {
                    next = at;
                    self.settle(&mut all[at], at);
                }
                all[at].take(piece.options);
            }
        }
        if all.len() > from {
            all = if beside { all } else { all.split_off(from) };
            next = if beside { from } else { 0 };
        }
        self.message.set(None);
        self.wanted.set_value(None);
        self.next.set(next);
        self.send(all.into());
    }

    /// Puts the article as it is read in the place of what was opened, a page perhaps.
    fn settle(self, opened: &mut Opened, at: usize) {
        let Some(open) = self.article.get_untracked() else { return };
        let Some(source) = open.sources.get(at) else { return };
        let text = source.span.of(&open.text);
        let options = &mut opened.options;
        if *opened.text != *text {
            opened.text = text.into();
            options.file_name = options.file_name.take().map(|name| as_text(&name));
        }
        options.date = source.date;
        options.language = (!source.notices.contains(&Notice::LanguageUnknown)).then_some(source.language);
    }

    /// The texts of the articles that are open, as they are read; empty ones while they are still being read.
    pub fn texts_of_open(self) -> Array {
        let idle = self.work.get_untracked() == Work::Idle;
        let open = self.article.get_untracked().filter(|_| idle);
        let count = self.request.get_untracked().map_or(0, |opened| opened.len());
        let text = |at: usize| {
            let open = open.as_ref()?;
            Some(open.sources.get(at)?.span.of(&open.text))
        };
        (0..count).map(|at| JsValue::from_str(text(at).unwrap_or_default())).collect()
    }

    /// Shows an article that is open.
    pub fn read(self, article: usize) {
        self.next.set(article);
        self.asks_date.set(false);
        self.current.set(article);
    }

    /// Closes an article; the others stay.
    pub fn close(self, article: usize) {
        let Some(opened) = self.request.get_untracked().filter(|opened| opened.len() > 1) else { return };
        let current = self.current.get_untracked();
        let moves = current > article || current + 1 == opened.len();
        self.next.set(if moves { current.saturating_sub(1) } else { current });
        let rest =
            opened.iter().enumerate().filter(|(at, _)| *at != article).map(|(_, opened)| opened.clone());
        self.send(rest.collect());
    }

    /// Leaves out the articles in which there is no text; they are named to the reader.
    pub(super) fn leave_out(self, sources: &[Source]) {
        let is_empty = |source: &&Source| source.notices.contains(&Notice::Empty);
        let names: Vec<&str> = sources.iter().filter(is_empty).map(|source| &*source.name).collect();
        let Some(opened) = self.request.get_untracked() else { return };
        let rest = opened.iter().zip(sources).filter(|(_, source)| !is_empty(source));
        self.send(rest.map(|(opened, _)| opened.clone()).collect());
        self.message.set(Some(Message::Left(names.join(", "))));
    }

    /// Where the time expression stands that is chosen: in which article, and where in the text of that.
    pub fn chosen_time(self) -> Option<(usize, Span)> {
        let Some(Target::Time(index)) = self.selected.get_untracked() else { return None };
        self.article.with_untracked(|open| {
            let open = open.as_ref()?;
            Some(open.own(open.analysis.times.get(index as usize)?.span))
        })
    }
}

/// What an article is known by where the worker does not tell, because it is alone.
pub(super) fn alone(name: Option<&str>, text: &str, found: &Analysis) -> Source {
    Source {
        name: name.unwrap_or_default().to_owned(),
        span: Span::new(0, text.len()),
        date: found.date,
        language: found.language,
        notices: found.notices.clone(),
    }
}

impl Article {
    /// Whether there are several articles.
    pub fn is_several(&self) -> bool {
        self.sources.len() > 1
    }

    /// The index of the article that a span is of.
    pub fn source_of(&self, span: Span) -> usize {
        source_at(&self.sources, span.start)
    }

    /// The article that a span is of, and where the span is in that article's own text.
    pub fn own(&self, span: Span) -> (usize, Span) {
        let source = self.source_of(span);
        let start = self.sources.get(source).map_or(0, |source| source.span.start);
        (source, Span { start: span.start - start, end: span.end - start })
    }

    /// The names of the articles that a target stands in, if there are several articles; each once.
    pub fn names_of(&self, target: Target) -> String {
        let mut sources: Vec<usize> = Vec::new();
        let mut add = |span: Span| {
            let source = self.source_of(span);
            if !sources.contains(&source) {
                sources.push(source);
            }
        };
        let found = &self.analysis;
        match target {
            _ if !self.is_several() => {}
            Target::Entity(id) => {
                let entity = found.entities.get(id as usize);
                entity.iter().flat_map(|entity| &entity.mentions).for_each(|mention| add(mention.span));
            }
            Target::Event(first) => {
                for (event, group) in found.events.iter().zip(&self.groups) {
                    if *group == first {
                        add(event.span);
                    }
                }
            }
            Target::Quote(at) => found.quotes.get(at as usize).iter().for_each(|quote| add(quote.span)),
            Target::Time(at) => found.times.get(at as usize).iter().for_each(|time| add(time.span)),
        }
        let mut names = String::new();
        for source in sources.into_iter().filter_map(|source| self.sources.get(source)) {
            if !names.is_empty() {
                names.push_str(", ");
            }
            names.push_str(&source.name);
        }
        names
    }

    /// For each event whether an article tells of its group.
    pub fn told_in(&self, article: usize) -> Vec<bool> {
        let mut told = vec![false; self.analysis.events.len()];
        for (event, &first) in self.analysis.events.iter().zip(&self.groups) {
            if self.source_of(event.span) == article
                && let Some(told) = told.get_mut(first as usize)
            {
                *told = true;
            }
        }
        told
    }
}
