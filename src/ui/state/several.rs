//! Several articles in one page: which are open, which one is read, and what belongs to which.

use leptos::prelude::*;

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

    /// Takes the marks that a file gives, over the article that was found in the text.
    fn take(&mut self, article: intake::Opened, given: Options) {
        let mut file_name = self.options.file_name.take();
        if *self.text != *article.text {
            // What was found in a page is none.
            file_name = file_name.map(|name| name.rsplit_once('.').map_or("", |(stem, _)| stem).to_owned());
            self.text = article.text.into();
        }
        self.options = Options { file_name, ..given };
        if let Some(marks) = &mut self.options.marks
            && !marks.whole
        {
            marks.date = article.date;
            (self.options.date, self.options.language) = (article.date, article.language);
        }
        // Its address would bring it back without the marks.
        self.origin = Origin::Reader;
    }
}

/// Marks of a file: the index of an article, the article as it is read, and what an analysis needs to give them.
type Given = (usize, intake::Opened, Options);

impl State {
    /// Opens articles in place of what is open, or beside it. Of these, and of those that stay open, some get marks.
    pub fn open_all(self, articles: Vec<Piece>, given: Vec<Given>, beside: bool) {
        let kept = self.request.get_untracked().filter(|_| beside || articles.is_empty());
        let mut all = kept.map(|kept| kept.to_vec()).unwrap_or_default();
        self.message.set(None);
        self.wanted.set_value(None);
        let next = given.first().map_or(0, |(at, ..)| *at);
        self.next.set(if articles.is_empty() { next } else { all.len() });
        all.extend(articles.into_iter().map(Opened::from_reader));
        for (at, article, options) in given {
            if let Some(opened) = all.get_mut(at) {
                opened.take(article, options);
            }
        }
        self.send(all.into());
    }

    /// The articles that are open, as they are read. None while they are still being read.
    pub fn texts_of_open(self) -> Vec<intake::Opened> {
        let Some(open) = self.article.get_untracked() else { return Vec::new() };
        if self.work.get_untracked() != Work::Idle {
            return Vec::new();
        }
        let text = |source: &Source| intake::Opened {
            text: source.span.of(&open.text).to_owned(),
            date: source.date,
            language: (!source.notices.contains(&Notice::LanguageUnknown)).then_some(source.language),
        };
        open.sources.iter().map(text).collect()
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
