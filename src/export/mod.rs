//! The analysis in other forms: one file a format, each a pure function from text and analysis to text, so
//! that the page and the command line give the same bytes.

pub mod brat;
mod common;
pub mod conllu;
pub mod csv;
mod drawing;
pub mod html;
pub mod ics;
pub mod json;
pub mod markdown;
mod markup;
mod nest;
mod stretch;
pub mod svg;
pub mod tei;
pub mod timelinejs;
pub mod web_annotation;
pub mod words;

pub use common::{description, name, title};

use serde::{Deserialize, Serialize};

use crate::analysis::Analysis;

/// A form in which an analysis can be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Format {
    /// All of it, schema `kroniek/1`.
    Json,
    /// One table, for a spreadsheet.
    Csv,
    /// A timeline for TimelineJS3.
    TimelineJs,
    /// Annotations in the W3C's JSON-LD.
    WebAnnotation,
    /// A token a line.
    Conllu,
    /// Standoff annotations beside the text.
    Brat,
    /// Events for a calendar.
    Ics,
    /// The article with its marks in TEI P5.
    Tei,
    /// A summary to read.
    Markdown,
    /// One of the two timelines as a picture.
    Svg,
    /// The article as a page with microdata.
    Html,
}

impl Format {
    /// All formats, in the order in which they are offered.
    pub const ALL: [Self; 11] = [
        Self::Json,
        Self::Csv,
        Self::TimelineJs,
        Self::WebAnnotation,
        Self::Conllu,
        Self::Brat,
        Self::Ics,
        Self::Tei,
        Self::Markdown,
        Self::Svg,
        Self::Html,
    ];

    /// The formats that the page has too: those of [`write_for_page`].
    pub const PAGE: [Self; 6] =
        [Self::Json, Self::Csv, Self::TimelineJs, Self::WebAnnotation, Self::Markdown, Self::Svg];

    /// The name on the command line.
    pub fn name(self) -> &'static str {
        self.facts().0
    }

    /// The ending of a file's name, without its point.
    pub fn extension(self) -> &'static str {
        self.facts().1
    }

    /// The media type.
    pub fn media_type(self) -> &'static str {
        self.facts().2
    }

    /// The format of a name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == name)
    }

    fn facts(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Json => ("json", "json", "application/json"),
            Self::Csv => ("csv", "csv", "text/csv;charset=utf-8"),
            Self::TimelineJs => ("timelinejs", "timeline.json", "application/json"),
            Self::WebAnnotation => ("web-annotation", "jsonld", "application/ld+json"),
            Self::Conllu => ("conllu", "conllu", "text/plain;charset=utf-8"),
            Self::Brat => ("brat", "ann", "text/plain;charset=utf-8"),
            Self::Ics => ("ics", "ics", "text/calendar;charset=utf-8"),
            Self::Tei => ("tei", "xml", "application/tei+xml"),
            Self::Markdown => ("markdown", "md", "text/markdown;charset=utf-8"),
            Self::Svg => ("svg", "svg", "image/svg+xml"),
            Self::Html => ("html", "html", "text/html;charset=utf-8"),
        }
    }
}

/// What a CSV table lists.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Table {
    /// Quotations, one a row.
    #[default]
    Quotes,
    /// Mentions of entities, one a row.
    Entities,
    /// Events, one a row.
    Events,
    /// Time expressions, one a row.
    Times,
}

impl Table {
    /// All tables.
    pub const ALL: [Self; 4] = [Self::Quotes, Self::Entities, Self::Events, Self::Times];

    /// The name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Quotes => "quotes",
            Self::Entities => "entities",
            Self::Events => "events",
            Self::Times => "times",
        }
    }
}

/// Which timeline a picture shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum View {
    /// Events on an axis of time.
    #[default]
    Events,
    /// A lane a speaker, over the length of the article.
    Speakers,
}

impl View {
    /// Both views.
    pub const ALL: [Self; 2] = [Self::Events, Self::Speakers];

    /// The name on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Events => "events",
            Self::Speakers => "speakers",
        }
    }
}

/// What the caller may choose; each format reads what it has a use for.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options<'a> {
    /// The table of a CSV file.
    pub table: Table,
    /// Whether a CSV file begins with a byte order mark, without which Excel takes it for windows-1252.
    pub byte_order_mark: bool,
    /// The view of a picture.
    pub view: View,
    /// Where the article stands on the web, if it does: for Web Annotation, HTML and iCalendar.
    pub address: Option<&'a str>,
    /// Whether JSON leaves the article's text out.
    pub without_text: bool,
}

/// Writes an analysis of `text` in a format. The result ends with a line end.
pub fn write(format: Format, text: &str, analysis: &Analysis, options: &Options<'_>) -> String {
    if let Some(written) = write_for_page(format, text, analysis, options) {
        return written;
    }
    ended(match format {
        Format::Conllu => conllu::to_conllu(text, analysis),
        Format::Brat => brat::to_brat(text, analysis),
        Format::Ics => ics::to_ics(text, analysis, options),
        Format::Tei => tei::to_tei(text, analysis),
        _ => html::to_html(text, analysis, options),
    })
}

/// The same for the formats of [`Format::PAGE`]: the page links what this calls and no more, since its readers
/// pay for every byte of it.
pub fn write_for_page(
    format: Format,
    text: &str,
    analysis: &Analysis,
    options: &Options<'_>,
) -> Option<String> {
    Some(ended(match format {
        Format::Json => json::write(text, analysis, !options.without_text),
        Format::Csv => csv::to_csv(text, analysis, options),
        Format::TimelineJs => timelinejs::to_timelinejs(text, analysis),
        Format::WebAnnotation => web_annotation::to_web_annotation(text, analysis, options),
        Format::Markdown => markdown::to_markdown(text, analysis),
        Format::Svg => svg::to_svg(text, analysis, options),
        _ => return None,
    }))
}

fn ended(mut written: String) -> String {
    if !written.is_empty() && !written.ends_with('\n') {
        written.push('\n');
    }
    written
}
