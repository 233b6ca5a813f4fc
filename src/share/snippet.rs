//! What an editor puts into a page to show an article there. One line each, with no line break in it: editors of
//! many sites make paragraphs of those.

use crate::export::html::escaped;

/// The height of a frame that nobody sizes, in pixels: a timeline fits in it, and an article scrolls.
const HEIGHT: &str = "600";
/// An origin of its own, and new tabs that are no part of the sandbox.
const SANDBOX: &str = "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox";

/// What is shown, and how.
#[derive(Clone, Copy, Debug)]
pub struct Look<'a> {
    /// The address of the page.
    pub page: &'a str,
    /// The article, as it stands behind `#`: `d=...` or `src=...`.
    pub article: &'a str,
    /// The article's title, as it is.
    pub title: &'a str,
    /// `all`, or one part.
    pub view: &'a str,
    /// `auto`, `light` or `dark`.
    pub theme: &'a str,
    /// The language of the words around the article.
    pub lang: &'a str,
}

impl Look<'_> {
    /// The address that a frame shows.
    pub fn address(&self) -> String {
        let theme = if self.theme == "auto" { "" } else { self.theme };
        let pairs = [("view", self.view), ("theme", theme), ("lang", self.lang)];
        let mut address = [self.page, "#embed=1"].concat();
        for (name, value) in pairs.into_iter().filter(|(_, value)| !value.is_empty()) {
            address.push_str(&["&", name, "=", value].concat());
        }
        // A long link may be cut; what it looks like stands before it, and its own check tells of the cut.
        [&address, "&", self.article].concat()
    }

    /// A frame that works alone, and the script that gives it the height of what is in it. Where an editor's site
    /// takes the script out, the frame scrolls.
    pub fn frame(&self) -> String {
        let title = self.spoken_title();
        let address = escaped(&self.address());
        let parts =
            ["<iframe src=\"", &address, "\" title=\"", &title, "\" width=\"100%\" height=\"", HEIGHT];
        let more = ["\" loading=\"lazy\" sandbox=\"", SANDBOX, "\" frameborder=\"0\"></iframe>"];
        [&parts.concat(), &*more.concat(), &self.script()].concat()
    }

    /// The element, with a link for where it cannot be.
    pub fn element(&self) -> String {
        let link = escaped(&[self.page, "#", self.article].concat());
        let title = self.spoken_title();
        let mut element = ["<kroniek-article src=\"", &link, "\" title=\"", &title].concat();
        for (name, value) in [("view", self.view), ("theme", self.theme), ("lang", self.lang)] {
            element.push_str(&["\" ", name, "=\"", value].concat());
        }
        let inside = ["\"><a href=\"", &link, "\">", &title, "</a></kroniek-article>"];
        [&element, &*inside.concat(), &self.script()].concat()
    }

    fn script(&self) -> String {
        let folder = self.page.rfind('/').map_or("", |end| &self.page[..=end]);
        ["<script async src=\"", &escaped(folder), "kroniek-embed.js\"></script>"].concat()
    }

    fn spoken_title(&self) -> String {
        let title: Vec<&str> = self.title.split_whitespace().collect();
        escaped(&["Kroniek: ", &title.join(" ")].concat())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOOK: Look<'_> = Look {
        page: "https://krant.nl/kroniek/",
        article: "d=14.abcd.0000000",
        title: "Een \"scherpe\"\n<kop> & zo",
        view: "events",
        theme: "dark",
        lang: "nl",
    };

    #[test]
    fn both_are_one_line_that_no_title_breaks_out_of() {
        let title = "Kroniek: Een &quot;scherpe&quot; &lt;kop&gt; &amp; zo";
        for code in [LOOK.frame(), LOOK.element()] {
            assert!(!code.contains('\n') && code.contains(&["title=\"", title, "\""].concat()), "{code}");
            assert!(
                code.ends_with("<script async src=\"https://krant.nl/kroniek/kroniek-embed.js\"></script>")
            );
        }
        assert!(LOOK.element().contains(&[">", title, "</a></kroniek-article>"].concat()));
    }

    #[test]
    fn the_article_stands_last_in_the_address() {
        let own = "https://krant.nl/kroniek/#embed=1&view=events&theme=dark&lang=nl&d=14.abcd.0000000";
        assert_eq!(LOOK.address(), own);
        let auto = Look { theme: "auto", page: "https://krant.nl/kroniek/index.html", ..LOOK };
        assert!(!auto.address().contains("theme"));
        assert!(auto.frame().contains("src=\"https://krant.nl/kroniek/kroniek-embed.js\""));
    }
}
