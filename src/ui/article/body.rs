//! The article's blocks, drawn as plain text at once and with their marks when they come near the screen, so
//! that a long article opens as fast as a short one.

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

use super::tabs;
use crate::analysis::QuotationKind;
use crate::collection::Source;
use crate::reading::Segment;
use crate::text::{Block, BlockKind};
use crate::ui::dom;
use crate::ui::linking;
use crate::ui::state::{Article, State, View};

/// How far from the screen a block gets its marks.
const NEAR: &str = "1200px 0px";
/// The attribute of a block that has no marks yet.
const PLAIN: &str = "data-plain";

/// Draws the blocks of the article.
pub fn draw(body: &Element, state: State) -> Option<()> {
    let article = state.article.get()?;
    let current = state.current.get();
    let source = article.sources.get(current)?;
    body.set_attribute("lang", source.language.code()).ok()?;
    tabs::be_panel(body, &article, current);
    let at_once = if state.embed.is_on() { EMBEDDED } else { AT_ONCE };
    draw_blocks(body, (&article, source), at_once, state.embed.shows(View::Article));
    state.keep(Watcher::new(state, &article, body));
    Some(())
}

/// Gives blocks their marks as they come near the screen, until it is dropped.
pub struct Watcher {
    observer: IntersectionObserver,
    _react: Closure<dyn Fn(js_sys::Array, IntersectionObserver)>,
}

impl Watcher {
    fn new(state: State, article: &Arc<Article>, body: &Element) -> Option<Self> {
        let article = Arc::clone(article);
        let react = Closure::<dyn Fn(js_sys::Array, IntersectionObserver)>::new(
            move |entries: js_sys::Array, observer: IntersectionObserver| {
                for entry in
                    entries.iter().filter_map(|entry| entry.dyn_into::<IntersectionObserverEntry>().ok())
                {
                    if entry.is_intersecting() {
                        observer.unobserve(&entry.target());
                        fill_element(&article, &entry.target());
                    }
                }
                linking::relight_now(state);
            },
        );
        let options = IntersectionObserverInit::new();
        options.set_root_margin(NEAR);
        let observer =
            IntersectionObserver::new_with_options(react.as_ref().unchecked_ref(), &options).ok()?;
        let mut child = body.first_element_child();
        while let Some(element) = child {
            if element.has_attribute(PLAIN) {
                observer.observe(&element);
            }
            child = element.next_element_sibling();
        }
        Some(Self { observer, _react: react })
    }
}

impl Drop for Watcher {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Blocks that get their marks at once: what a first screen can hold.
const AT_ONCE: usize = 12;
/// The same in another page, which cannot let the height change once it has been told.
const EMBEDDED: usize = 500;

/// Without its text an article still has its title: a page inside another page says what it is about.
fn draw_blocks(body: &Element, (article, source): (&Article, &Source), at_once: usize, with_text: bool) {
    let blocks = &article.analysis.blocks;
    let first = blocks.partition_point(|block| block.span.end <= source.span.start);
    let blocks = blocks[first..].iter().take_while(|block| block.span.start < source.span.end);
    let has_title = blocks.clone().any(|block| block.kind == BlockKind::Title);
    if !has_title && let Some(title) = dom::add(body, "h1", &[("class", "untitled")], "") {
        dom::append_text(&title, if source.name.is_empty() { "Kroniek" } else { &source.name });
    }
    for (index, block) in blocks.enumerate() {
        if !with_text && block.kind != BlockKind::Title {
            continue;
        }
        let (name, class) = shape(block);
        let Some(element) = dom::add(body, name, &[("class", class)], "") else { continue };
        let _ = element.set_attribute("data-block", &(first + index).to_string());
        if index < at_once {
            add_marks(&element, article, block);
        } else {
            let _ = element.set_attribute(PLAIN, "");
            dom::append_text(&element, block.span.of(&article.text));
        }
    }
}

fn shape(block: &Block) -> (&'static str, &'static str) {
    match block.kind {
        BlockKind::Title => ("h1", "title"),
        BlockKind::Metadata => ("p", "metadata"),
        BlockKind::Heading => ("h2", "heading"),
        BlockKind::Paragraph => ("p", "paragraph"),
        BlockKind::ListItem => ("p", "item"),
    }
}

/// Gives block `index` its marks, if it has none yet.
pub fn fill(article: &Article, index: usize) {
    if let Some(element) = dom::first(&format!(".article [data-block=\"{index}\"][{PLAIN}]")) {
        fill_element(article, &element);
    }
}

fn fill_element(article: &Article, element: &Element) {
    let index = element.get_attribute("data-block").and_then(|index| index.parse::<usize>().ok());
    let Some(block) = index.and_then(|index| article.analysis.blocks.get(index)) else { return };
    if element.has_attribute(PLAIN) {
        let _ = element.remove_attribute(PLAIN);
        element.set_text_content(None);
        add_marks(element, article, block);
    }
}

/// The marks that open a quotation; a speaker's name stands before them.
const OPENING: [char; 10] = ['"', '\'', '“', '”', '„', '«', '»', '‘', '’', '‚'];

fn add_marks(parent: &Element, article: &Article, block: &Block) {
    let segments = article.marks.segments(block.span);
    let mut speaking = None;
    let mut heading = None;
    for (at, segment) in segments.iter().enumerate() {
        // A sub-heading in running text gets a line of its own.
        if segment.heading && heading.is_none() {
            heading = dom::add(parent, "strong", &[("class", "inline-heading")], "");
        } else if !segment.heading {
            heading = None;
        }
        let parent = heading.as_ref().unwrap_or(parent);
        let text = segment.span.of(&article.text);
        // The speaker's name comes before the mark that opens the quotation.
        let opener = segments.get(at + 1).filter(|next| next.opens_quote && !segment.opens_quote);
        let mark = opener.and_then(|next| text.strip_suffix(OPENING).map(|before| (before, next)));
        match mark {
            Some((before, next)) => {
                add_text(parent, article, segment, before);
                add_speaker(parent, article, next, &mut speaking);
                add_text(parent, article, segment, &text[before.len()..]);
            }
            None => {
                if segment.opens_quote {
                    add_speaker(parent, article, segment, &mut speaking);
                }
                add_text(parent, article, segment, text);
            }
        }
    }
}

fn add_text(parent: &Element, article: &Article, segment: &Segment, text: &str) {
    let class = classes(article, segment);
    if class.is_empty() {
        dom::append_text(parent, text);
        return;
    }
    let marked = segment.entity.is_some() || segment.time.is_some() || segment.event.is_some();
    let Some(mark) = dom::add(parent, if marked { "mark" } else { "span" }, &[("class", &class)], "") else {
        return;
    };
    set_indices(&mark, article, segment);
    dom::append_text(&mark, text);
}

fn classes(article: &Article, segment: &Segment) -> String {
    let found = &article.analysis;
    let mut classes = Vec::new();
    if let Some(quote) = segment.quote.and_then(|index| found.quotes.get(index as usize)) {
        classes.extend(["quote", if quote.kind == QuotationKind::Direct { "direct" } else { "indirect" }]);
    }
    if let Some(entity) = segment.entity.and_then(|id| found.entities.get(id as usize)) {
        classes.extend(["name", crate::ui::state::Layer::Names(entity.kind).code()]);
        let mention = entity.mentions.iter().find(|mention| mention.span.overlaps(segment.span));
        if mention.is_some_and(|mention| mention.confidence < 0.5) {
            classes.push("weak");
        }
    }
    if segment.time.is_some() {
        classes.push("time");
    }
    if segment.event.is_some() {
        classes.push("event");
    }
    classes.join(" ")
}

fn set_indices(mark: &Element, article: &Article, segment: &Segment) {
    let set = |name: &str, value: u32| {
        let _ = mark.set_attribute(name, &value.to_string());
    };
    let indices = [
        ("data-e", segment.entity),
        ("data-q", segment.quote),
        ("data-v", segment.event.map(|event| article.group_of(event))),
        ("data-t", segment.time),
    ];
    for (name, index) in indices {
        if let Some(index) = index {
            set(name, index);
        }
    }
    let quote = segment.quote.and_then(|index| article.analysis.quotes.get(index as usize));
    if let Some(speaker) = quote.and_then(|quote| quote.speaker) {
        set("data-s", speaker.0);
    }
    set("data-at", segment.span.start);
}

/// The speaker's name in the margin where a quotation begins, once for each turn within a block.
fn add_speaker(parent: &Element, article: &Article, segment: &Segment, speaking: &mut Option<String>) {
    let Some(index) = segment.quote else { return };
    let Some(quote) = article.analysis.quotes.get(index as usize) else { return };
    if quote.speaker_name.is_empty() || speaking.as_ref() == Some(&quote.speaker_name) {
        return;
    }
    *speaking = Some(quote.speaker_name.clone());
    let class = if quote.confidence < 0.5 { "speaker weak" } else { "speaker" };
    let Some(tag) = dom::add(parent, "span", &[("class", class)], "") else { return };
    let _ = tag.set_attribute("data-q", &index.to_string());
    // Read aloud it would break into the sentence; the speakers timeline tells the same.
    let _ = tag.set_attribute("aria-hidden", "true");
    if let Some(speaker) = quote.speaker {
        let _ = tag.set_attribute("data-s", &speaker.0.to_string());
    }
    dom::append_text(&tag, &quote.speaker_name);
}
