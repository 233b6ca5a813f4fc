//! Events on an axis of time; those without a date in a list below it.

use super::super::common::{name, shorten};
use super::super::drawing::{Drawing, LETTER};
use super::super::words::Words;
use super::{HEAD, MARGIN, WIDTH};
use crate::analysis::{Analysis, Event};
use crate::timeline::groups::firsts;
use crate::timeline::layout::{Item, Layout, Place, arrange};
use crate::timeline::scale::{Scale, within};
use crate::timeline::ticks::{Tick, Unit, ticks};
use crate::times::{Interval, Moment, PartialDate};

/// Pixels a row of labels takes.
const ROW: f64 = 26.0;
/// More rows than any article needs; what is beyond is counted in clusters.
const ROWS: usize = 60;
/// Letters of a label.
const LABEL: usize = 52;
/// Pixels from which a stretch of time is a bar rather than a point.
const BAR: f64 = 10.0;
/// Pixels that a side without an end is drawn over.
const OPEN: f64 = 36.0;
/// Pixels between two ticks at least.
const ROOM: f64 = 84.0;

pub(super) fn draw(text: &str, analysis: &Analysis, alone: bool) -> String {
    let words = Words::of(analysis.language);
    let published = analysis.date.map(|date| date.value.interval());
    let intervals = analysis.events.iter().filter_map(|event| event.interval);
    let scale = Scale::fit(intervals.chain(published), WIDTH - 2.0 * MARGIN);
    let marks: Vec<Mark<'_>> = firsts(&analysis.events).filter_map(|event| Mark::of(event, scale)).collect();
    let items: Vec<Item> = marks.iter().map(|mark| mark.item(scale.width)).collect();
    let layout = arrange(&items, ROWS);
    let mut drawing = Drawing::new();
    let title = [words.events, ": ", &name(text, analysis)].concat();
    drawing.text("k-head", "start", MARGIN, 26.0, &shorten(&title, 110));
    let top = HEAD + if layout.clusters.is_empty() { 0.0 } else { ROW };
    let floor = top + layout.rows.max(1) as f64 * ROW + 10.0;
    axis(&mut drawing, scale, floor, words);
    date(&mut drawing, published, scale, floor, words);
    for ((mark, item), place) in marks.iter().zip(&items).zip(&layout.places) {
        if let Place::Row(row) = place {
            mark.draw(&mut drawing, *item, floor - 18.0 - *row as f64 * ROW, floor, words);
        }
    }
    clusters(&mut drawing, &layout, &marks);
    let height = undated(&mut drawing, analysis, floor + 60.0, words);
    drawing.finish(&title, WIDTH, height, alone)
}

/// A dated event with its ends in pixels.
struct Mark<'a> {
    event: &'a Event,
    label: String,
    begin: f64,
    end: f64,
    open: bool,
}

impl<'a> Mark<'a> {
    fn of(event: &'a Event, scale: Scale) -> Option<Self> {
        let Interval { begin, until } = event.interval?;
        let x = |moment: Option<Moment>| moment.map(|moment| MARGIN + scale.x(moment));
        let (begin, end) = (x(begin), x(until));
        let open = begin.is_none() || end.is_none();
        let begin = begin.or(end.map(|end| end - OPEN))?;
        let end = end.unwrap_or(begin + OPEN);
        Some(Self { event, label: shorten(&event.label, LABEL), begin, end: end.max(begin), open })
    }

    fn is_bar(&self) -> bool {
        self.end - self.begin >= BAR
    }

    /// The place that the mark and its label ask for. Near the right edge a label ends at its mark.
    fn item(&self, width: f64) -> Item {
        let label = 18.0 + self.label.chars().count() as f64 * LETTER;
        let anchor = if self.is_bar() { self.begin } else { (self.begin + self.end) / 2.0 - 5.0 };
        let right = MARGIN + width;
        let begin =
            if anchor + label > right { (anchor + 12.0 - label).max(MARGIN).min(anchor) } else { anchor };
        Item { begin, end: within(self.end, begin + 8.0, right), label }
    }

    fn draw(&self, drawing: &mut Drawing, item: Item, y: f64, floor: f64, words: &Words) {
        let status = self.event.status;
        let spoken =
            [&words.when(self.event), ": ", &self.event.label, " (", words.status(status), ")"].concat();
        drawing.group(&spoken);
        let middle = (self.begin + self.end) / 2.0;
        let x = if self.is_bar() { self.begin } else { middle };
        drawing.shape("line", "k-line", &[("x1", x), ("x2", x), ("y1", y + 5.0), ("y2", floor)]);
        let class = ["k-", status.label(), if self.open { " k-open" } else { "" }].concat();
        if self.is_bar() {
            let width = self.end - self.begin;
            let bar = [("x", self.begin), ("y", y + 5.0), ("width", width), ("height", 5.0), ("rx", 2.0)];
            drawing.shape("rect", &class, &bar);
        } else {
            drawing.shape("circle", &class, &[("cx", middle), ("cy", y), ("r", 5.0)]);
        }
        match (self.is_bar(), item.begin + 6.0 < middle) {
            (true, _) => drawing.text("k-label", "start", item.begin.max(MARGIN), y + 1.0, &self.label),
            (false, true) => drawing.text("k-label", "end", middle - 9.0, y + 4.0, &self.label),
            (false, false) => drawing.text("k-label", "start", middle + 9.0, y + 4.0, &self.label),
        }
        drawing.put(&["</g>\n"]);
    }
}

fn axis(drawing: &mut Drawing, scale: Scale, floor: f64, words: &Words) {
    let ticks = ticks(scale, ROOM);
    let right = MARGIN + scale.width;
    drawing.put(&["<g aria-hidden=\"true\">"]);
    for tick in &ticks {
        let x = MARGIN + scale.x(tick.moment);
        drawing.shape("line", "k-line", &[("x1", x), ("x2", x), ("y1", HEAD), ("y2", floor + 5.0)]);
        let anchor = match x {
            x if x < MARGIN + 24.0 => "start",
            x if x > right - 24.0 => "end",
            _ => "middle",
        };
        drawing.text("k-soft", anchor, x, floor + 20.0, &label(tick, words));
    }
    drawing.shape("line", "k-axis", &[("x1", MARGIN), ("x2", right), ("y1", floor), ("y2", floor)]);
    // Where ticks name days or hours, the month and year they are in.
    let context = ticks.first().and_then(|tick| {
        let date = Moment(scale.begin as i64).date();
        match tick.unit {
            Unit::Minute => Some(PartialDate { minute: None, ..date }),
            Unit::Day | Unit::Month => Some(PartialDate { minute: None, day: None, month: None, ..date }),
            Unit::Year => None,
        }
    });
    if let Some(date) = context {
        drawing.text("k-soft", "start", MARGIN, floor + 37.0, &words.date(date));
    }
    drawing.put(&["</g>\n"]);
}

fn label(tick: &Tick, words: &Words) -> String {
    let date = tick.moment.date();
    let year = PartialDate { minute: None, day: None, month: None, ..date };
    let month = || words.month_short(date.month.unwrap_or(1));
    match (tick.unit, tick.major) {
        (Unit::Minute, false) => {
            let minute = date.minute.unwrap_or(0);
            format!("{:02}:{:02}", minute / 60, minute % 60)
        }
        (Unit::Minute, true) | (Unit::Day, _) => [&date.day.unwrap_or(1).to_string(), " ", month()].concat(),
        (Unit::Month, false) => month().to_owned(),
        (Unit::Month, true) | (Unit::Year, _) => words.date(year),
    }
}

fn date(drawing: &mut Drawing, published: Option<Interval>, scale: Scale, floor: f64, words: &Words) {
    let Some(Interval { begin: Some(begin), until: Some(until) }) = published else { return };
    let (begin, end) = (MARGIN + scale.x(begin), MARGIN + scale.x(until));
    let width = (end - begin).max(2.0);
    drawing.group(words.published);
    let band = [("x", begin), ("y", HEAD), ("width", width), ("height", floor - HEAD)];
    drawing.shape("rect", "k-date", &band);
    let middle = within(begin + width / 2.0, MARGIN + 90.0, WIDTH - MARGIN - 40.0);
    drawing.text("k-soft", "middle", middle, floor + 37.0, words.published);
    drawing.put(&["</g>\n"]);
}

fn clusters(drawing: &mut Drawing, layout: &Layout, marks: &[Mark<'_>]) {
    for cluster in &layout.clusters {
        let labels: Vec<&str> = cluster.items.iter().map(|&at| &*marks[at].event.label).collect();
        drawing.group(&labels.join("; "));
        let count = ["+", &cluster.items.len().to_string()].concat();
        drawing.text("k-label", "start", within(cluster.x, MARGIN, WIDTH - 40.0), HEAD + 14.0, &count);
        drawing.put(&["</g>\n"]);
    }
}

/// The events without a date, and the height of the whole.
fn undated(drawing: &mut Drawing, analysis: &Analysis, top: f64, words: &Words) -> f64 {
    let placed = |event: &&Event| event.interval.is_none_or(|place| place.begin.or(place.until).is_none());
    let mut y = top;
    for (at, event) in firsts(&analysis.events).filter(placed).enumerate() {
        if at == 0 {
            drawing.text("k-soft", "start", MARGIN, y + 8.0, words.undated);
            y += 30.0;
        }
        let class = ["k-", event.status.label()].concat();
        drawing.group(&[&event.label, " (", words.status(event.status), ")"].concat());
        drawing.shape("circle", &class, &[("cx", MARGIN + 6.0), ("cy", y - 4.0), ("r", 5.0)]);
        drawing.text("k-label", "start", MARGIN + 18.0, y, &shorten(&event.label, 120));
        drawing.put(&["</g>\n"]);
        y += 22.0;
    }
    y
}
