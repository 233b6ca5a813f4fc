//! The words of sharing and saving, in both languages.

use crate::share::LinkError;
use crate::ui::share::SourceError;

/// The words of the dialogs that share and save, and of links that do not open.
#[allow(missing_docs, reason = "each field is named after what it says, and its text shows it")]
pub struct Sharing {
    pub share: &'static str,
    pub share_title: &'static str,
    pub share_intro: &'static str,
    pub link: &'static str,
    pub thousands: &'static str,
    pub length: (&'static str, &'static str),
    pub risky: &'static str,
    pub cut: &'static str,
    pub too_large: &'static str,
    pub with_selection: &'static str,
    pub copy: &'static str,
    pub copy_embed: &'static str,
    pub copy_source: &'static str,
    pub copied: &'static str,
    pub copy_by_hand: &'static str,
    pub send: &'static str,
    pub preview: &'static str,
    pub source: &'static str,
    pub embed: &'static str,
    pub save: &'static str,
    pub save_title: &'static str,
    pub save_intro: &'static str,
    pub formats: [(&'static str, &'static str); 6],
    pub one_file: (&'static str, &'static str, &'static str),
    pub tables: [&'static str; 4],
    pub views: [&'static str; 2],
    pub link_foreign: &'static str,
    pub link_later: &'static str,
    pub link_cut: &'static str,
    pub link_damaged: &'static str,
    pub link_large: &'static str,
    pub source_missing: &'static str,
    pub source_closed: &'static str,
    pub source_refused: &'static str,
}

impl Sharing {
    /// Why a link does not open.
    pub fn link_error(&self, error: LinkError) -> &'static str {
        match error {
            LinkError::Foreign | LinkError::Broken => self.link_foreign,
            LinkError::Later => self.link_later,
            LinkError::Cut { .. } => self.link_cut,
            LinkError::Damaged => self.link_damaged,
            LinkError::TooLarge => self.link_large,
        }
    }

    /// Why the file of an address does not open.
    pub fn source_error(&self, error: SourceError) -> &'static str {
        match error {
            SourceError::Missing => self.source_missing,
            SourceError::Closed => self.source_closed,
            SourceError::Refused => self.source_refused,
        }
    }
}

pub(super) static DUTCH: Sharing = Sharing {
    share: "Deel",
    share_title: "Deel dit artikel",
    share_intro: "Het hele artikel zit in de link zelf, met uw datum en verbeteringen. Geen server krijgt het te zien; wie de link heeft, kan het lezen.",
    link: "Link",
    thousands: ".",
    length: ("Deze link is ", " tekens lang."),
    risky: "Sommige chatprogramma’s kappen links van meer dan 2.000 tekens af. Mail kan hem aan.",
    cut: "Veel chatprogramma’s kappen zo’n lange link af; wie hem dan opent, krijgt een melding. Stuur hem per mail, of bewaar het artikel als bestand en stuur dat.",
    too_large: "Dit artikel is te lang voor een link. Bewaar het als bestand en stuur dat.",
    with_selection: "Met wat nu gekozen is",
    copy: "Kopieer de link",
    copy_embed: "Kopieer de code",
    copy_source: "Kopieer de korte link",
    copied: "Gekopieerd.",
    copy_by_hand: "De tekst is geselecteerd: kopieer met Ctrl+C (Mac: ⌘C).",
    send: "Deel met een app",
    preview: "Bekijk in een nieuw tabblad",
    source: "Korte link, naar het bestand waar het artikel vandaan kwam; zonder uw verbeteringen",
    embed: "Code om het artikel op een webpagina te zetten",
    save: "Bewaar",
    save_title: "Bewaar wat er gevonden is",
    save_intro: "Bestanden worden op uw apparaat gemaakt; er wordt niets verstuurd.",
    formats: [
        ("JSON", "alles, voor programma’s"),
        ("CSV", "een tabel, voor een rekenblad"),
        ("TimelineJS", "gedateerde gebeurtenissen, voor TimelineJS"),
        ("Web Annotation", "de markeringen, als JSON-LD van het W3C"),
        ("Markdown", "een samenvatting om te lezen"),
        ("Beeld", "een van de tijdlijnen, als SVG of als PNG"),
    ],
    one_file: (
        "Eén bestand",
        "het artikel met deze hele pagina, om te mailen of te bewaren; opent zonder netwerk (ongeveer 2 MB)",
        "Bewaar als één HTML-bestand",
    ),
    tables: ["Citaten", "Namen", "Gebeurtenissen", "Tijden"],
    views: ["Gebeurtenissen", "Sprekers"],
    link_foreign: "Dit is geen link van Kroniek waar een artikel in zit. Vraag de afzender om hem opnieuw te kopiëren.",
    link_later: "Deze link komt van een nieuwere versie van Kroniek. Laad de pagina opnieuw en open de link nog eens.",
    link_cut: "Er ontbreekt een stuk aan het eind van deze link: waarschijnlijk heeft een chatprogramma hem afgekapt. Vraag de afzender om hem te mailen, of om het artikel als bestand te sturen.",
    link_damaged: "Deze link is onderweg veranderd en kan niet worden gelezen. Vraag de afzender om hem opnieuw te kopiëren.",
    link_large: "In deze link zit meer dan in een artikel past. Hij is niet geopend.",
    source_missing: "Op het adres in deze link staat geen artikel (meer). Kijk of het adres klopt.",
    source_closed: "Het adres in deze link is niet te bereiken, of die website staat niet toe dat andere pagina’s het artikel ophalen. Open het daar zelf en plak de tekst hier.",
    source_refused: "Het adres in deze link wordt niet geopend: alleen adressen van deze website en met https:// worden opgehaald.",
};

pub(super) static ENGLISH: Sharing = Sharing {
    share: "Share",
    share_title: "Share this article",
    share_intro: "The whole article is in the link itself, with your date and corrections. No server gets to see it; whoever has the link can read it.",
    link: "Link",
    thousands: ",",
    length: ("This link is ", " characters long."),
    risky: "Some chat programs cut links of more than 2,000 characters. Mail takes it.",
    cut: "Many chat programs cut a link of this length; whoever opens it then gets a message. Send it by mail, or save the article as a file and send that.",
    too_large: "This article is too long for a link. Save it as a file and send that.",
    with_selection: "With what is chosen now",
    copy: "Copy the link",
    copy_embed: "Copy the code",
    copy_source: "Copy the short link",
    copied: "Copied.",
    copy_by_hand: "The text is selected: copy it with Ctrl+C (Mac: ⌘C).",
    send: "Share with an app",
    preview: "See it in a new tab",
    source: "Short link, to the file that the article came from; without your corrections",
    embed: "Code to put the article on a web page",
    save: "Export",
    save_title: "Export what was found",
    save_intro: "Files are made on your device; nothing is sent.",
    formats: [
        ("JSON", "everything, for programs"),
        ("CSV", "a table, for a spreadsheet"),
        ("TimelineJS", "dated events, for TimelineJS"),
        ("Web Annotation", "the marks, as the W3C’s JSON-LD"),
        ("Markdown", "a summary to read"),
        ("Picture", "one of the timelines, as SVG or as PNG"),
    ],
    one_file: (
        "One file",
        "the article with this whole page, to mail or to keep; opens without a network (about 2 MB)",
        "Save as one HTML file",
    ),
    tables: ["Quotations", "Names", "Events", "Times"],
    views: ["Events", "Speakers"],
    link_foreign: "This is no link of Kroniek that holds an article. Ask the sender to copy it again.",
    link_later: "This link comes from a newer version of Kroniek. Load the page again and open the link once more.",
    link_cut: "The end of this link is missing: a chat program has probably cut it. Ask the sender to mail it, or to send the article as a file.",
    link_damaged: "This link was changed on its way and cannot be read. Ask the sender to copy it again.",
    link_large: "This link holds more than fits in an article. It was not opened.",
    source_missing: "There is no article (any more) at the address in this link. See whether the address is right.",
    source_closed: "The address in this link cannot be reached, or that website does not let other pages fetch the article. Open it there yourself and paste the text here.",
    source_refused: "The address in this link is not opened: only addresses of this website and with https:// are fetched.",
};
