//! A static SVG that grows: whole pixels, its own style for light and dark, no script.

use super::markup::escape;

/// Width of a letter of a label at 13 pixels, about; no screen measures here.
pub(super) const LETTER: f64 = 6.7;

/// What the pictures look like; every class begins with `k-`, since a page may hold the picture in itself.
const STYLE: &str = ".k{--k-paper:#fbfaf6;--k-ink:#1d1b18;--k-soft:#5a554d;--k-line:#dcd7cc;--k-past:#33475b;--k-future:#0a5cad;\
--k-doubt:#76389c;--k-accent:#a4262c;font:13px system-ui,-apple-system,\"Segoe UI\",Roboto,Arial,sans-serif}\
@media(prefers-color-scheme:dark){.k{--k-paper:#16171a;--k-ink:#eae6dd;--k-soft:#aca698;--k-line:#35373d;--k-past:#b9c9da;\
--k-future:#83bdff;--k-doubt:#d3a4f5;--k-accent:#ff8f87}}\
.k-paper{fill:var(--k-paper)}.k text{fill:var(--k-ink)}.k .k-soft{fill:var(--k-soft)}.k-head{font-size:15px;font-weight:600}\
.k-line{stroke:var(--k-line);stroke-width:1}.k-axis{stroke:var(--k-soft);stroke-width:1}\
.k-past,.k-present{fill:var(--k-past)}.k-future{fill:var(--k-future)}\
.k-hypothetical{fill:var(--k-paper);stroke:var(--k-doubt);stroke-width:2}\
.k-negated{fill:var(--k-paper);stroke:var(--k-past);stroke-width:2}.k-open{opacity:.45}.k-date{fill:var(--k-accent);opacity:.18}\
.k-direct{fill:var(--k-past)}.k-indirect{fill:var(--k-paper);stroke:var(--k-past);stroke-width:2}\
.k-lane{fill:var(--k-line);opacity:.4}";

/// A picture without its outer element, whose height is known at the end.
pub(super) struct Drawing {
    body: String,
}

impl Drawing {
    pub fn new() -> Self {
        Self { body: String::new() }
    }

    /// Markup as it is.
    pub fn put(&mut self, parts: &[&str]) {
        for part in parts {
            self.body.push_str(part);
        }
    }

    /// An element with coordinates, in pixels, and no content.
    pub fn shape(&mut self, name: &str, class: &str, places: &[(&str, f64)]) {
        self.put(&["<", name, " class=\"", class, "\""]);
        self.places(places);
        self.put(&["/>"]);
    }

    /// A text from (`start`), to (`end`) or around (`middle`) a place.
    pub fn text(&mut self, class: &str, anchor: &str, x: f64, y: f64, text: &str) {
        self.put(&["<text class=\"", class, "\" text-anchor=\"", anchor, "\""]);
        self.places(&[("x", x), ("y", y)]);
        self.put(&[">", &escape(text), "</text>"]);
    }

    /// Opens a group whose title a pointer shows and a screen reader says.
    pub fn group(&mut self, title: &str) {
        self.put(&["<g><title>", &escape(title), "</title>"]);
    }

    fn places(&mut self, places: &[(&str, f64)]) {
        for (name, place) in places {
            // Whole pixels: what prints a fraction is 5 KB of the page.
            self.put(&[" ", name, "=\"", &(place.round() as i64).to_string(), "\""]);
        }
    }

    /// The picture, as an element of its own (`alone`) or inside a page.
    pub fn finish(self, label: &str, width: f64, height: f64, alone: bool) -> String {
        let [width, height] = [width, height].map(|side| (side.round() as i64).to_string());
        let head = if alone { "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" } else { "" };
        [
            head,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"k\" role=\"img\" aria-label=\"",
            &escape(label),
            "\" width=\"",
            &width,
            "\" height=\"",
            &height,
            "\" viewBox=\"0 0 ",
            &width,
            " ",
            &height,
            "\"><style>",
            STYLE,
            "</style><rect class=\"k-paper\" width=\"",
            &width,
            "\" height=\"",
            &height,
            "\"/>",
            &self.body,
            "</svg>\n",
        ]
        .concat()
    }
}
