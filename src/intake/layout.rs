//! Blocks: title, paragraphs, sub-headings, list items, and lines about the article.

mod kinds;
mod lines;
mod wrapping;

use self::lines::{Line, Marker, ends_sentence, opens_small};
use self::wrapping::Wrapping;
use super::dateline::{self, NEAR_TOP, Statement};
use crate::lang::Language;
use crate::text::Block;
use crate::text::{part, tail};
use crate::times::{DateSource, DocumentDate, PartialDate};

/// What the layout of a plain text tells.
#[derive(Clone, Debug, Default)]
pub struct Layout {
    /// Blocks in order; they cover every character that is not white space.
    pub blocks: Vec<Block>,
    /// The document's date, where a line or a dateline tells.
    pub date: Option<DocumentDate>,
}

/// What a line is by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    /// Part of a paragraph, or a title or sub-heading that only its neighbours give away.
    Plain,
    /// About the article.
    Metadata,
    /// `# Title`.
    MarkedTitle,
    /// `## Sub-heading`.
    MarkedHeading,
    /// Opens an item of a list.
    Item,
}

/// A block in the making: lines `first..end` of the text.
struct Piece {
    role: Role,
    first: usize,
    end: usize,
}

/// A date that a line states: the line's index, how, and which.
type Stated = (usize, Statement, PartialDate);

/// Reads the layout of a plain text. Hard-wrapped lines are one paragraph.
///
/// Takes time linear in the length of the text.
pub fn read(text: &str, language: Language) -> Layout {
    let mut lines = lines::split(text);
    let mut stated: Vec<Stated> = explicit_prefix(text, &mut lines).into_iter().collect();
    let mut roles = roles(text, language, &lines, &mut stated);
    let shown = |index: usize| part(text, lines[index].start..lines[index].end);
    drop_chronology(&mut stated, &mut roles, |index| ends_sentence(shown(index)));
    stated.extend(dateline_of_running_text(&roles, language, shown));
    let best = stated.iter().min_by_key(|(index, statement, _)| (*statement, *index));
    let date = best.map(|&(_, _, value)| DocumentDate { value, source: DateSource::Text });
    let pieces = pieces(text, &lines, &roles);
    Layout { blocks: kinds::name_blocks(text, &lines, &pieces), date }
}

/// Splits `date 2022-03` off the first line, so that running text behind it is a line of its own.
fn explicit_prefix(text: &str, lines: &mut Vec<Line>) -> Option<Stated> {
    let first = *lines.first()?;
    let (date, end) = dateline::prefix(part(text, first.start..first.end))?;
    let cut = first.start + end;
    let head = lines::line(text, first.start, cut, first.gap)?;
    let rest = lines::line(text, cut, first.end, true);
    lines.splice(..1, [Some(head), rest].into_iter().flatten());
    Some((0, Statement::Explicit, date))
}

/// Says what each line is, and adds the dates that lines state.
fn roles(text: &str, language: Language, lines: &[Line], stated: &mut Vec<Stated>) -> Vec<Role> {
    let prefixed = !stated.is_empty();
    let mut roles: Vec<Role> = Vec::with_capacity(lines.len());
    for (index, line) in lines.iter().enumerate() {
        let shown = part(text, line.start..line.end);
        let role = if (prefixed && index == 0) || lines::is_rule(shown) {
            Role::Metadata
        } else if let Some(level) = marked_level(shown) {
            if level == 1 { Role::MarkedTitle } else { Role::MarkedHeading }
        } else if let Some(told) = dateline::about(shown, index, language) {
            stated.extend(told.map(|(statement, date)| (index, statement, date)));
            Role::Metadata
        } else if is_item(text, lines, &roles, index) {
            Role::Item
        } else {
            Role::Plain
        };
        roles.push(role);
    }
    roles
}

/// Several dates on lines of their own, below the first running text, are those of a chronology.
fn drop_chronology(stated: &mut Vec<Stated>, roles: &mut [Role], ends_sentence: impl Fn(usize) -> bool) {
    let dateline = |&&(_, statement, _): &&Stated| statement == Statement::Dateline;
    let mut dates = stated.iter().filter(dateline).map(|&(_, _, date)| date);
    let first = dates.next();
    if dates.all(|date| Some(date) == first) {
        return;
    }
    let running = (0..roles.len()).find(|&index| roles[index] == Role::Plain && ends_sentence(index));
    stated.retain(|&(index, statement, _)| {
        let keep = statement != Statement::Dateline || running.is_none_or(|running| index < running);
        if !keep {
            roles[index] = Role::Plain;
        }
        keep
    });
}

/// The number of hashes before a Markdown heading.
fn marked_level(line: &str) -> Option<usize> {
    let level = line.bytes().take(7).take_while(|&byte| byte == b'#').count();
    ((1..=6).contains(&level) && tail(line, level).starts_with(' ')).then_some(level)
}

/// Whether a line opens an item; inside a paragraph a dash or a number may stand first by chance.
fn is_item(text: &str, lines: &[Line], roles: &[Role], index: usize) -> bool {
    let shown = |line: &Line| part(text, line.start..line.end);
    let line = &lines[index];
    let Some((marker, content)) = lines::marker(shown(line)) else { return false };
    let Some(before) = index.checked_sub(1).filter(|_| !line.gap) else { return true };
    let same = |line: &Line| lines::marker(shown(line)).is_some_and(|(other, _)| other == marker);
    let in_list = roles[before] == Role::Item
        || lines.get(index + 1).is_some_and(|next| !next.gap && same(next))
        || roles[before] == Role::Metadata;
    match marker {
        Marker::Bullet => true,
        Marker::Dash => in_list || ends_sentence(shown(&lines[before])) || !opens_small(content),
        Marker::Number => in_list || ends_sentence(shown(&lines[before])),
    }
}

/// The date of a dateline with text behind it, below at most a title and a line under it. A date without a
/// place counts only where the text begins: further down it is one of a chronology.
fn dateline_of_running_text<'t>(
    roles: &[Role],
    language: Language,
    shown: impl Fn(usize) -> &'t str,
) -> Option<Stated> {
    let plain = (0..roles.len().min(NEAR_TOP)).filter(|&index| roles[index] == Role::Plain).take(3);
    plain.enumerate().find_map(|(nth, index)| {
        let date = dateline::opening(shown(index), language, nth < 2)?;
        Some((index, Statement::Dateline, date))
    })
}

/// Groups lines into blocks.
fn pieces(text: &str, lines: &[Line], roles: &[Role]) -> Vec<Piece> {
    let paragraphs = || lines.chunk_by(|_, next| !next.gap);
    let wrapping = Wrapping::of(text, paragraphs());
    let mut pieces: Vec<Piece> = Vec::new();
    let opening = roles.iter().position(|role| *role != Role::Metadata);
    let mut first = 0;
    for paragraph in paragraphs() {
        let shape = wrapping.paragraph(text, paragraph);
        for index in first..first + paragraph.len() {
            let role = roles[index];
            let goes_on =
                pieces.last().filter(|_| index > first && role == Role::Plain).is_some_and(|piece| {
                    let (line, next) = (&lines[index - 1], &lines[index]);
                    let hanging = piece.role == Role::Item && next.indent > lines[piece.first].indent;
                    let running = matches!(piece.role, Role::Plain | Role::Item);
                    hanging || (running && shape.joins(text, line, next, opening == Some(index - 1)))
                });
            match pieces.last_mut() {
                Some(piece) if goes_on => piece.end = index + 1,
                _ => pieces.push(Piece { role, first: index, end: index + 1 }),
            }
        }
        first += paragraph.len();
    }
    pieces
}

#[cfg(test)]
mod tests;
