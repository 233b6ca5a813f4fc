use super::*;

const ONE: &str =
    "De gemeenteraad van Westerveen heeft ingestemd met de bouw van een nieuwe brug over het kanaal.";
const TWO: &str = "Volgens de wethouder is de brug in 2027 klaar, en komt er ook een fietspad naar de haven.";

fn page(body: &str) -> HtmlArticle {
    read_html(&format!(
        "<!DOCTYPE html><html lang=nl-NL><head><title>Brug | De Krant</title></head><body>{body}"
    ))
}

#[test]
fn an_article_is_read_without_what_is_around_it() {
    let html = format!(
        "<header><a href=/>De Krant</a></header><nav><ul><li>Home<li>Sport</ul></nav><main><article>\
         <header><p>Politiek</p><h1>Nieuwe  brug\n over het kanaal</h1></header>\
         <figure><img src=a.jpg alt='brug'><figcaption>Foto: de brug</figcaption></figure>\
         <p>{ONE}</p><script>var a = '<p>geheim</p>';</script><style>p {{ color: red }}</style>\
         <h2>Kosten</h2><ul><li>Brug</li><li><p>Weg &amp; pad</p></li></ul><p>{TWO}</p>\
         <aside>Lees ook</aside><footer>Delen</footer></article></main><footer>Over ons</footer>"
    );
    let article = page(&html);
    let expected = format!(
        "Nieuwe brug over het kanaal\n\nPolitiek\n\n{ONE}\n\nKosten\n\n- Brug\n\n- Weg & pad\n\n{TWO}"
    );
    assert_eq!(article.text, expected);
    assert_eq!(article.title.as_deref(), Some("Nieuwe brug over het kanaal"));
    assert_eq!(article.language, Some(Language::Dutch));
}

#[test]
fn no_paragraph_is_lost() {
    for body in [
        format!("<p>{ONE}<p>{TWO}"),
        format!("<div>{ONE}</div><div>{TWO}</div>"),
        format!("<form><p>{ONE}</p><p>{TWO}</p></form>"),
        format!("<nav><p>{ONE}</p><p>{TWO}</p>"),
        format!("<div><nav><a>Home</a></div><p>{ONE}</p><p>{TWO}</p>"),
        format!("<article><p>Lees ook: nog iets.</p></article><div>{ONE}<br><br>{TWO}</div>"),
        format!("<main>Menu</main><section>{ONE}</section><section>{TWO}</section>"),
        format!("{ONE}</div></article></p></p><p>{TWO}"),
        format!("<table><tr><td>{ONE}</td></tr><tr><td>{TWO}</td></tr></table>"),
    ] {
        let text = page(&body).text;
        assert!(text.starts_with("Brug\n\n"), "{body}: {text}");
        assert!(text.contains(&format!("{ONE}\n\n")) && text.ends_with(TWO), "{body}: {text}");
    }
}

#[test]
fn the_title_is_a_headline_or_what_the_page_calls_itself() {
    let shared = "<meta property='og:title' content='Nieuwe &#039;brug&#039;'>";
    assert_eq!(page(&format!("{shared}<p>{ONE}")).title.as_deref(), Some("Nieuwe 'brug'"));
    assert_eq!(page(&format!("{shared}<h1>Kop</h1><p>{ONE}")).title.as_deref(), Some("Kop"));
    assert_eq!(page(&format!("<p>{ONE}")).title.as_deref(), Some("Brug"));
    assert_eq!(read_html("<p>Brug").title, None);
    assert_eq!(read_html("<title>A - B</title><p>A<p>C").text, "A\n\nC");
}

#[test]
fn dates_come_from_metadata() {
    let meta = "<meta content=\"2022-03-24T14:05:00+01:00\" property=article:published_time>";
    let json = "<script type='application/ld+json'>{\"dateModified\":\"2022-03-26\",\"datePublished\" : \"2022-03-25\"}</script>";
    let time =
        "<time datetime='14:05'>14.05</time><article><time datetime=2022-03-26>gisteren</time></article>";
    for (body, expected) in [
        (format!("{time}{json}{meta}"), Some("2022-03-24T14:05")),
        (format!("{time}{json}"), Some("2022-03-25")),
        (format!("<time datetime=2020-01-01></time>{time}"), Some("2022-03-26")),
        ("<meta name=date content='Thu, 24 Mar 2022 14:05:00 GMT'>".to_owned(), Some("2022-03-24T14:05")),
        ("<meta name=date content=gisteren><time>24 maart 2022</time>".to_owned(), None),
    ] {
        assert_eq!(page(&body).date.map(|date| date.value.to_string()).as_deref(), expected, "{body}");
    }
}

#[test]
fn scripts_never_show() {
    for html in [
        "<script>geheim",
        "<SCRIPT type=x>geheim</Script>ja",
        "<script>'</scr' + 'geheim'</script >ja",
        "<style>geheim</style><!-- geheim --><!-- geheim",
        "<p>ja<script src='>'>geheim</script>",
        "<noscript>geheim</noscript><template><p>geheim</template><svg><title>geheim</title></svg>",
        "<iframe>geheim</iframe><textarea>geheim</textarea><select><option>geheim</select><button>geheim</button>",
        "<title></title><title><script>geheim</script></title",
    ] {
        let article = read_html(html);
        let title = article.title.unwrap_or_default();
        assert!(!article.text.contains("geheim") || title.contains("<script>"), "{html}: {}", article.text);
    }
}

#[test]
fn broken_pages_are_read_to_the_end() {
    for (html, expected) in [
        ("a < b, 3<5 &amp c <3", "a < b, 3<5 &amp c <3"),
        ("<p class=\"open>tekst</p>", "tekst"),
        ("<p title='a>b' x = \"c>d\">tekst", "tekst"),
        ("<p title=it's>tekst", "tekst"),
        ("tekst<p", "tekst"),
        ("tekst</", "tekst</"),
        ("<!doctype><?xml?>tekst<!", "tekst"),
        ("een<br>twee<br/><br />drie", "een\ntwee\n\ndrie"),
        ("", ""),
        ("<", "<"),
    ] {
        assert_eq!(read_html(html).text, expected, "{html}");
    }
}

#[test]
fn any_page_is_read_in_linear_time() {
    for unit in [
        "<nav>",
        "</nav>",
        "<nav></aside>",
        "<a b='",
        "<a b=\"'>",
        "<!--",
        "<script>",
        "&",
        "<",
        "</",
        "<title>",
        "<p =",
        "<li>é",
        "<h1>a",
    ] {
        let article = read_html(&unit.repeat(40_000));
        assert!(article.text.len() <= unit.len() * 120_000);
    }
}

#[test]
fn pages_are_told_by_name_or_by_opening() {
    assert!(looks_like_html(Some("a.HTML"), ""));
    assert!(looks_like_html(Some("a.b.htm"), "tekst"));
    assert!(looks_like_html(None, "\u{FEFF} \n<!DOCTYPE HTML PUBLIC"));
    assert!(looks_like_html(Some("a.txt"), "<html lang=nl>"));
    assert!(!looks_like_html(Some("html"), "<p>"));
    assert!(!looks_like_html(None, "é<html>"));
}
