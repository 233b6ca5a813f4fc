//! The few words that exports say themselves, in the article's language.

use super::stretch::Stretch;
use crate::analysis::{EntityKind, Event, EventStatus, QuotationKind};
use crate::lang::{Language, en, nl};
use crate::times::PartialDate;

/// The words of a language.
pub struct Words {
    /// Whose words these are.
    pub language: Language,
    /// Heading of the entities.
    pub names: &'static str,
    /// Heading of the quotations.
    pub quotes: &'static str,
    /// Heading of the events.
    pub events: &'static str,
    /// Heading of the speakers.
    pub speakers: &'static str,
    /// A speaker that nothing names.
    pub unknown: &'static str,
    /// An event without a date.
    pub undated: &'static str,
    /// Before the date of publication.
    pub published: &'static str,
    /// Before the first day of a stretch without an end.
    pub from: &'static str,
    /// Before the last day of a stretch without a beginning.
    pub until: &'static str,
    /// After the number of a year before Christ.
    pub before_christ: &'static str,
    /// The link to the explorer.
    pub explore: &'static str,
    /// The title of a list of articles.
    pub articles: &'static str,
    kinds: [&'static str; 6],
    statuses: [&'static str; 5],
    quotations: [&'static str; 2],
}

static DUTCH: Words = Words {
    language: Language::Dutch,
    names: "Namen",
    quotes: "Citaten",
    events: "Gebeurtenissen",
    speakers: "Sprekers",
    unknown: "onbekend",
    undated: "zonder datum",
    published: "Gepubliceerd",
    from: "vanaf",
    until: "tot en met",
    before_christ: "v.Chr.",
    explore: "Open in Kroniek",
    articles: "Artikelen",
    kinds: ["persoon", "organisatie", "plaats", "groep", "gebeurtenis", "werk"],
    statuses: ["gebeurd", "gaande", "aangekondigd", "mogelijk", "niet gebeurd"],
    quotations: ["letterlijk", "in eigen woorden"],
};

static ENGLISH: Words = Words {
    language: Language::English,
    names: "Names",
    quotes: "Quotations",
    events: "Events",
    speakers: "Speakers",
    unknown: "unknown",
    undated: "no date",
    published: "Published",
    from: "from",
    until: "until",
    before_christ: "BC",
    explore: "Open in Kroniek",
    articles: "Articles",
    kinds: ["person", "organisation", "place", "group", "event", "work"],
    statuses: ["happened", "going on", "announced", "possible", "did not happen"],
    quotations: ["verbatim", "paraphrased"],
};

impl Words {
    /// The words of a language.
    pub fn of(language: Language) -> &'static Self {
        match language {
            Language::Dutch => &DUTCH,
            Language::English => &ENGLISH,
        }
    }

    /// The name of a kind.
    pub fn kind(&self, kind: EntityKind) -> &'static str {
        self.kinds[kind as usize]
    }

    /// The name of a status.
    pub fn status(&self, status: EventStatus) -> &'static str {
        self.statuses[status as usize]
    }

    /// The name of a kind of quotation.
    pub fn quotation(&self, kind: QuotationKind) -> &'static str {
        self.quotations[kind as usize]
    }

    /// A date: `24 maart 2022`, `March 2022`, `44 v.Chr.`, `24 maart 2022, 20:30`.
    pub fn date(&self, date: PartialDate) -> String {
        let year = match date.year {
            year @ 1.. => year.to_string(),
            year => [&(1 - i64::from(year)).to_string(), " ", self.before_christ].concat(),
        };
        let Some(month) = date.month else { return year };
        let month = [&self.month(month), " ", &year].concat();
        let Some(day) = date.day else { return month };
        let day = [&day.to_string(), " ", &month].concat();
        let Some(minute) = date.minute else { return day };
        [day, format!("{:02}:{:02}", minute / 60, minute % 60)].join(", ")
    }

    /// A month's name.
    pub fn month(&self, month: u8) -> String {
        let (months, capital) = match self.language {
            Language::Dutch => (nl::months::MONTHS, false),
            Language::English => (en::months::MONTHS, true),
        };
        let name = months.iter().find(|(_, number)| *number == month).map_or("", |(name, _)| name);
        match name.split_at_checked(1) {
            Some((first, rest)) if capital => [&first.to_ascii_uppercase(), rest].concat(),
            _ => name.to_owned(),
        }
    }

    /// A month's name on an axis: its shortest form.
    pub(super) fn month_short(&self, month: u8) -> &'static str {
        const ENGLISH: [&str; 12] =
            ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
        const DUTCH: [&str; 12] =
            ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];
        let months = if self.language == Language::Dutch { DUTCH } else { ENGLISH };
        months[usize::from(month.clamp(1, 12)) - 1]
    }

    pub(super) fn stretch(&self, stretch: Stretch) -> String {
        match (stretch.one(), stretch.first, stretch.last) {
            (Some(date), ..) => self.date(date),
            (_, Some(first), Some(last)) => [&self.date(first), " – ", &self.date(last)].concat(),
            (_, Some(first), None) => [self.from, " ", &self.date(first)].concat(),
            (_, None, Some(last)) => [self.until, " ", &self.date(last)].concat(),
            _ => String::new(),
        }
    }

    /// When an event is, or that nothing tells.
    pub fn when(&self, event: &Event) -> String {
        let stretch = event.interval.and_then(Stretch::of);
        stretch.map_or_else(|| self.undated.to_owned(), |stretch| self.stretch(stretch))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_read_as_in_a_newspaper() {
        let date = |text: &str| text.parse::<PartialDate>().unwrap();
        let [dutch, english] = [Language::Dutch, Language::English].map(Words::of);
        assert_eq!(dutch.date(date("2022-03-24T20:30")), "24 maart 2022, 20:30");
        assert_eq!(english.date(date("2022-03")), "March 2022");
        assert_eq!(dutch.date(PartialDate { year: -43, month: None, day: None, minute: None }), "44 v.Chr.");
        let until = date("1999").interval().until;
        let stretch = Stretch::of(crate::times::Interval { begin: date("1990").interval().begin, until });
        assert_eq!(dutch.stretch(stretch.unwrap()), "1990 – 1999");
    }
}
