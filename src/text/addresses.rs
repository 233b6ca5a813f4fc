//! E-mail and web addresses.

use crate::text::{head, tail};

/// Last labels of bare host names, such as `krant.nl`, that are taken for an address.
const TOP_LEVEL: [&str; 20] = [
    "amsterdam",
    "be",
    "biz",
    "brussels",
    "com",
    "edu",
    "eu",
    "frl",
    "gov",
    "info",
    "io",
    "mil",
    "net",
    "nl",
    "nu",
    "org",
    "tv",
    "uk",
    "vlaanderen",
    "wiki",
];

/// The length in bytes of the address that `rest` begins with, `None` when it begins with none.
///
/// `rest` holds no white space. Punctuation at its end belongs to the sentence, and so does a closing
/// bracket that the address does not open.
pub(super) fn length(rest: &str) -> Option<usize> {
    if has_scheme(rest) {
        return Some(without_punctuation(rest)).filter(|&length| length > 4);
    }
    if let Some(length) = mail(rest) {
        return Some(length);
    }
    let (host, bare) = host(rest);
    if host == 0 {
        return None;
    }
    if tail(rest, host).starts_with('/')
        && tail(rest, host + 1).starts_with(|next: char| next.is_ascii_alphanumeric())
    {
        return Some(without_punctuation(rest));
    }
    bare.then_some(host)
}

fn has_scheme(rest: &str) -> bool {
    let starts = |prefix: &str| {
        rest.get(..prefix.len()).is_some_and(|head| head.eq_ignore_ascii_case(prefix))
            && tail(rest, prefix.len()).starts_with(char::is_alphanumeric)
    };
    ["http://", "https://", "ftp://", "www."].into_iter().any(starts)
}

/// `local@host`, both of ASCII.
fn mail(rest: &str) -> Option<usize> {
    let local = rest.find(|next: char| !(next.is_ascii_alphanumeric() || "._%+-".contains(next)))?;
    let domain = tail(rest, local).strip_prefix('@')?;
    let length = label_run(domain);
    (local > 0 && head(domain, length).contains('.')).then_some(local + 1 + length)
}

/// The length of a host name with a known last label, and whether it is written as an address: all in
/// lower case, since `Booking.com` is a name.
fn host(rest: &str) -> (usize, bool) {
    let length = label_run(rest);
    let name = head(rest, length);
    let Some((_, last)) = name.rsplit_once('.') else { return (0, false) };
    let known = TOP_LEVEL.iter().any(|label| label.eq_ignore_ascii_case(last));
    if known { (length, !name.bytes().any(|byte| byte.is_ascii_uppercase())) } else { (0, false) }
}

/// The length of a run of labels and full stops, without full stops and hyphens at its end.
fn label_run(text: &str) -> usize {
    let label = |next: char| next.is_ascii_alphanumeric() || next == '-' || next == '.';
    let run = head(text, text.find(|next| !label(next)).unwrap_or(text.len()));
    run.trim_end_matches(['.', '-']).len()
}

fn without_punctuation(address: &str) -> usize {
    let opened = address.matches('(').count();
    let mut closed = address.matches(')').count();
    let kept = address.trim_end_matches(|last: char| match last {
        ')' if closed > opened => {
            closed -= 1;
            true
        }
        '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '"' | '’' | '”' | '»' | ']' | '}' | '>' | '…' => {
            true
        }
        _ => false,
    });
    kept.len()
}
