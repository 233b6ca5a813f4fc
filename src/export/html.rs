//! The article as a page of its own, readable without JavaScript, with schema.org microdata for search engines
//! and aggregators: `NewsArticle`, and `Person`, `Organization`, `Place`, `Event`, `CreativeWork` and
//! `Quotation` inside it. No script, nothing from elsewhere.

use super::common::{description, in_time, name, one_line, plain, speaker};
use super::markup::{escape, escape_onto};
use super::nest::{Mark, Part, Step, nest};
use super::words::Words;
use super::{Options, View, svg};
use crate::analysis::{Analysis, EntityKind, QuotationKind};
use crate::text::{Block, BlockKind};
use crate::times::{PartialDate, TimeKind};

/// The style of the page: light and dark, one column.
const STYLE: &str = ":root{color-scheme:light dark;--paper:#fbfaf6;--ink:#1d1b18;--soft:#5a554d;--line:#dcd7cc;--quote:#f1ede2;\
--per:#0a5cad;--org:#9a4a00;--loc:#00695a;--norp:#76389c;--evt:#a8266b;--wrk:#5c5a12}\
@media(prefers-color-scheme:dark){:root{--paper:#16171a;--ink:#eae6dd;--soft:#aca698;--line:#35373d;--quote:#26282d;\
--per:#83bdff;--org:#ffae66;--loc:#5fd3b5;--norp:#d3a4f5;--evt:#ff9bc8;--wrk:#d3cf6d}}\
body{margin:0 auto;padding:1.5rem 1rem;max-width:42rem;background:var(--paper);color:var(--ink);\
font:1.0625rem/1.6 Georgia,serif}h1{line-height:1.2}h2,nav,figure,.about{font-family:system-ui,sans-serif}\
.about,footer,cite{color:var(--soft)}article{white-space:normal;overflow-wrap:anywhere}a{color:inherit}\
.said{background:var(--quote)}.PER{border-bottom:2px solid var(--per)}.ORG{border-bottom:2px dashed var(--org)}\
.LOC{border-bottom:2px dotted var(--loc)}.NORP{border-bottom:1px solid var(--norp)}.EVT{border-bottom:3px double var(--evt)}\
.WRK{border-bottom:1px dashed var(--wrk)}time,.time{font-style:italic}figure{margin:1.5rem 0;overflow-x:auto}\
blockquote{margin:1rem 0;padding-left:1rem;border-left:3px solid var(--line)}svg{max-width:100%;height:auto}";

/// The article as one HTML document.
pub fn to_html(text: &str, analysis: &Analysis, options: &Options<'_>) -> String {
    page(text, analysis, options, &Extra::default())
}

/// What a site adds to an article's page.
#[derive(Clone, Copy, Debug, Default)]
pub struct Extra<'a> {
    /// Markup for the end of the head.
    pub head: &'a str,
    /// Markup for the end of the body.
    pub foot: &'a str,
}

/// The article's page with what a site adds to it. The additions are markup: whoever makes them escapes.
pub fn page(text: &str, analysis: &Analysis, options: &Options<'_>, extra: &Extra<'_>) -> String {
    let mut html = Html { text, analysis, words: Words::of(analysis.language), out: String::new() };
    html.head(options, extra.head);
    html.article(options);
    html.quotes();
    html.events();
    html.pictures();
    html.put(&[extra.foot, "</body>\n</html>\n"]);
    html.out
}

/// Text of an article as the content of an element or the value of an attribute.
pub fn escaped(text: &str) -> String {
    escape(text)
}

/// The start of a page, up to what stands in its head besides title and style.
pub fn opening(language: &str, title: &str) -> String {
    [
        "<!doctype html>\n<html lang=\"",
        language,
        "\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>",
        &escape(title),
        "</title>\n<style>",
        STYLE,
        "</style>\n",
    ]
    .concat()
}

struct Html<'a> {
    text: &'a str,
    analysis: &'a Analysis,
    words: &'static Words,
    out: String,
}

impl Html<'_> {
    fn put(&mut self, parts: &[&str]) {
        for part in parts {
            self.out.push_str(part);
        }
    }

    fn head(&mut self, options: &Options<'_>, extra: &str) {
        let title = name(self.text, self.analysis);
        let about = escape(&description(self.text, self.analysis));
        self.put(&[&opening(self.analysis.language.code(), &title)]);
        self.put(&["<meta name=\"description\" content=\"", &about, "\">\n"]);
        if let Some(address) = options.address {
            self.put(&["<link rel=\"canonical\" href=\"", &escape(address), "\">\n"]);
        }
        self.put(&[extra, "</head>\n<body>\n"]);
    }

    fn article(&mut self, options: &Options<'_>) {
        self.put(&["<article itemscope itemtype=\"https://schema.org/NewsArticle\">\n"]);
        self.meta("inLanguage", self.analysis.language.code());
        self.meta("description", &description(self.text, self.analysis));
        if let Some(address) = options.address {
            self.meta("url", address);
        }
        if let Some(date) = self.analysis.date {
            let (value, shown) = (date.value.to_string(), self.words.date(date.value));
            let published = self.words.published;
            self.put(&[
                "<p class=\"about\">",
                published,
                " <time itemprop=\"datePublished\" datetime=\"",
                &value,
            ]);
            self.put(&["\">", &shown, "</time></p>\n"]);
        }
        self.mentions();
        let plain = |block: &Block| Block { span: plain(self.text, block), ..*block };
        let blocks: Vec<Block> = self.analysis.blocks.iter().map(plain).collect();
        if !blocks.iter().any(|block| block.kind == BlockKind::Title) {
            self.meta("headline", &name(self.text, self.analysis));
        }
        let mut steps = nest(self.analysis, &blocks).into_iter();
        let mut in_body = false;
        let (mut titled, mut in_list) = (false, false);
        for block in &blocks {
            let steps = steps.next().unwrap_or_default();
            let is_title = block.kind == BlockKind::Title && !titled && !in_body;
            let (open, close) = match block.kind {
                BlockKind::Metadata => continue,
                BlockKind::Title if is_title => ("<h1 itemprop=\"headline\">", "</h1>\n"),
                BlockKind::Title | BlockKind::Heading => ("<h2>", "</h2>\n"),
                BlockKind::Paragraph => ("<p>", "</p>\n"),
                BlockKind::ListItem => ("<li>", "</li>\n"),
            };
            titled |= is_title;
            if !is_title && !in_body {
                self.put(&["<div itemprop=\"articleBody\">\n"]);
                in_body = true;
            }
            if in_list != (block.kind == BlockKind::ListItem) {
                self.put(&[if in_list { "</ul>\n" } else { "<ul>\n" }]);
                in_list = !in_list;
            }
            self.put(&[open]);
            for step in steps {
                self.step(step);
            }
            self.put(&[close]);
        }
        self.put(&[if in_list { "</ul>\n" } else { "" }]);
        self.put(&[if in_body { "</div>\n</article>\n" } else { "</article>\n" }]);
    }

    fn meta(&mut self, property: &str, value: &str) {
        self.put(&["<meta itemprop=\"", property, "\" content=\"", &escape(value), "\">\n"]);
    }

    fn mentions(&mut self) {
        let analysis = self.analysis;
        for entity in &analysis.entities {
            let kind = match entity.kind {
                EntityKind::Person => "Person",
                EntityKind::Organisation => "Organization",
                EntityKind::Place => "Place",
                EntityKind::NamedEvent => "Event",
                EntityKind::Work => "CreativeWork",
                // schema.org has no type for a people or a party's followers.
                EntityKind::Group => "Thing",
            };
            let name = escape(&one_line(&entity.name));
            self.put(&["<span itemprop=\"mentions\" itemscope itemtype=\"https://schema.org/", kind, "\">"]);
            self.put(&["<meta itemprop=\"name\" content=\"", &name, "\"></span>\n"]);
        }
    }

    fn step(&mut self, step: Step) {
        match step {
            Step::Text(span) => escape_onto(&mut self.out, span.of(self.text)),
            Step::Open(mark, part) => self.open(mark, part),
            Step::Close(Mark::Time(index)) if self.date(index).is_some() => self.put(&["</time>"]),
            Step::Close(Mark::Event(_)) => {}
            Step::Close(_) => self.put(&["</span>"]),
        }
    }

    fn open(&mut self, mark: Mark, part: Part) {
        let analysis = self.analysis;
        match mark {
            Mark::Entity(index) => {
                let kind = analysis.entities.get(index as usize).map_or("", |entity| entity.kind.label());
                self.put(&["<span class=\"", kind, "\">"]);
            }
            Mark::Time(index) => {
                // Without a value that HTML knows, `time` would promise one that is not there.
                match self.date(index) {
                    Some(date) => self.put(&["<time datetime=\"", &date.to_string(), "\">"]),
                    None => self.put(&["<span class=\"time\">"]),
                }
            }
            Mark::Quote(index) => {
                let id = ["q", &(u64::from(index) + 1).to_string()].concat();
                match part {
                    Part::First => self.put(&["<span class=\"said\" id=\"", &id, "\">"]),
                    Part::Later => self.put(&["<span class=\"said\">"]),
                }
            }
            Mark::Event(_) => {}
        }
    }

    /// The date of a time expression that is one.
    fn date(&self, index: u32) -> Option<PartialDate> {
        let time = self.analysis.times.get(index as usize)?;
        let is_date = matches!(time.kind, TimeKind::Date | TimeKind::Time);
        time.value.parse().ok().filter(|_| is_date)
    }

    fn quotes(&mut self) {
        let (analysis, words) = (self.analysis, self.words);
        if analysis.quotes.is_empty() {
            return;
        }
        self.put(&["<section>\n<h2>", words.quotes, "</h2>\n"]);
        for (number, quote) in (1_usize..).zip(&analysis.quotes) {
            let name = Some(speaker(analysis, quote)).filter(|name| !name.is_empty());
            let said = escape(&one_line(quote.span.of(self.text)));
            let direct = quote.kind == QuotationKind::Direct;
            // A paraphrase is not the speaker's own words, and so no Quotation.
            let scope = if direct { " itemscope itemtype=\"https://schema.org/Quotation\"" } else { "" };
            let property = if direct { " itemprop=\"text\"" } else { "" };
            let creator = if direct && name.is_some() { " itemprop=\"creator\"" } else { "" };
            self.put(&[
                "<blockquote",
                scope,
                "><p",
                property,
                "><a href=\"#q",
                &number.to_string(),
                "\">",
                &said,
            ]);
            self.put(&["</a></p><cite", creator, ">", &escape(&one_line(name.unwrap_or(words.unknown)))]);
            self.put(&["</cite> (", words.quotation(quote.kind), ")</blockquote>\n"]);
        }
        self.put(&["</section>\n"]);
    }

    fn events(&mut self) {
        let (analysis, words) = (self.analysis, self.words);
        if analysis.events.is_empty() {
            return;
        }
        self.put(&["<section>\n<h2>", words.events, "</h2>\n<ul>\n"]);
        for event in in_time(analysis) {
            let label = escape(&event.label);
            self.put(&[
                "<li><b>",
                &words.when(event),
                "</b> ",
                &label,
                " (",
                words.status(event.status),
                ")</li>\n",
            ]);
        }
        self.put(&["</ul>\n</section>\n"]);
    }

    fn pictures(&mut self) {
        for (view, some) in [
            (View::Events, !self.analysis.events.is_empty()),
            (View::Speakers, !self.analysis.quotes.is_empty()),
        ] {
            if some {
                let options = Options { view, ..Options::default() };
                let picture = svg::inline(self.text, self.analysis, &options);
                self.put(&["<figure>\n", &picture, "</figure>\n"]);
            }
        }
    }
}
