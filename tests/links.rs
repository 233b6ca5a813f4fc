//! Links of every version open for ever, are short enough to send, and no link whatever does harm.
//!
//! `KRONIEK_FUZZ=1000000 cargo test --no-default-features --features cli --test links -- --nocapture` reads so
//! many mutated links and reports the memory; without it, some thousands.

use std::fs;
use std::path::{Path, PathBuf};

use kroniek::Language;
use kroniek::edits::Edit;
use kroniek::share::{CUT, Payload, corrections, read, write};
use kroniek::text::Span;
use miniz_oxide::deflate::compress_to_vec;

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// What `CompressionStream` does: the level that zlib has by itself.
fn deflate(bytes: &[u8]) -> Vec<u8> {
    compress_to_vec(bytes, 6)
}

fn article() -> String {
    fs::read_to_string(folder("tests/articles/regional-bridge.txt")).expect("an article")
}

/// The payloads of the fixtures, by name.
fn samples() -> Vec<(&'static str, Payload)> {
    let text = "\"We wachten af\", zei Zoë 😀.\r\n".to_owned();
    let full = Payload {
        text: article(),
        title: Some("Een titel: \"ja\"".to_owned()),
        date: "2022-03-24T20:30".parse().ok(),
        language: Some(Language::Dutch),
        view: Some("events".to_owned()),
        selection: Some("e12".to_owned()),
        corrections: vec![vec![1, 2, 3], Vec::new(), vec![255; 40]],
    };
    vec![
        ("v1-text", Payload { text: text.clone(), ..Payload::default() }),
        ("v1-empty", Payload::default()),
        ("v1-month", Payload { text, date: "2022-03".parse().ok(), ..Payload::default() }),
        ("v1-everything", full),
        ("v1-corrected", corrected()),
    ]
}

/// With corrections as the page writes them.
fn corrected() -> Payload {
    let text = "Brand\n\nGisteren brandde een molen af, morgen wordt hij gesloopt.\n".to_owned();
    Payload { text, corrections: corrections::write(&edits()), ..Payload::default() }
}

fn edits() -> Vec<Edit> {
    vec![
        Edit::Time { span: Span::new(7, 15), value: "2022-03-23".parse().ok() },
        Edit::Time { span: Span::new(39, 45), value: None },
    ]
}

#[test]
fn corrections_of_every_version_come_back() {
    let link = fs::read_to_string(folder("tests/links/v1-corrected.txt")).expect("a fixture");
    let payload = read(&link).expect("a link");
    assert_eq!(corrections::read(&payload.corrections, 0), Ok(edits()));
}

/// The links were written once, by the version that their name tells, and are never written again.
#[test]
fn links_of_every_version_open() {
    for (name, payload) in samples() {
        let path = folder("tests/links").join(format!("{name}.txt"));
        if std::env::var_os("UPDATE_LINKS").is_some() && !path.exists() {
            fs::write(&path, write(&payload, deflate)).expect("a fixture");
        }
        let link = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        assert_eq!(read(&link), Ok(payload), "{name}");
    }
}

/// An article of 1,000 words, made of the test articles.
#[test]
fn links_are_short_enough_to_send() {
    let folder = folder("tests/articles");
    let mut files: Vec<_> =
        fs::read_dir(folder).expect("articles").map(|file| file.expect("a file").path()).collect();
    files.sort();
    let all: String = files.iter().map(|file| fs::read_to_string(file).expect("UTF-8") + "\n").collect();
    let words: Vec<&str> = all.split(' ').collect();
    for start in (0..words.len() - 1_000).step_by(100) {
        let text = words[start..start + 1_000].join(" ");
        let length = write(&Payload { text, ..Payload::default() }, deflate).len();
        assert!(length <= 6_000, "{length} characters");
    }
    // The reference article has 5,551 bytes; this one is not much shorter.
    let text = words[..850].join(" ");
    let length = write(&Payload { text, ..Payload::default() }, deflate).len();
    println!("850 words of the test articles: {length} characters");
    assert!(length <= CUT + 500, "{length} characters");
}

/// A generator of which every run is the same.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % limit.max(1) as u64) as usize
    }
}

/// A link with some characters changed, cut, repeated or put in; half of the time with length and checksum set
/// right again, so that what comes after them is reached.
fn mutated(chance: &mut Chance, links: &[String]) -> String {
    const ALPHABET: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.#?&= %";
    let mut link = links[chance.below(links.len())].clone().into_bytes();
    for _ in 0..=chance.below(4) {
        let at = chance.below(link.len() + 1);
        let letter = ALPHABET[chance.below(ALPHABET.len())];
        match chance.below(5) {
            0 => link.truncate(at),
            1 if at < link.len() => {
                link.remove(at);
            }
            2 => link.insert(at, letter),
            3 => {
                let part = link[at..link.len().min(at + 40)].to_vec();
                link.extend(part);
            }
            _ if at < link.len() => link[at] = letter,
            _ => {}
        }
    }
    String::from_utf8(link).expect("ASCII")
}

#[test]
fn no_link_does_harm() {
    let count = std::env::var("KRONIEK_FUZZ").ok().and_then(|count| count.parse().ok()).unwrap_or(4_000);
    let mut links: Vec<String> = samples().iter().map(|(_, payload)| write(payload, deflate)).collect();
    // A bomb among them: 16 MB in 16 KB.
    links.push(kroniek::share::seal(&compress_to_vec(&vec![b'a'; 16 << 20], 9)));
    let fields: Vec<Vec<u8>> = samples().iter().map(|(_, payload)| payload.to_bytes()).collect();
    let bytes: Vec<Vec<u8>> = fields.iter().map(|fields| deflate(fields)).collect();
    let mut chance = Chance(0x9e37_79b9_7f4a_7c15);
    let mut opened = 0;
    for round in 0..count {
        // Half are links with errors, which length and checksum catch; of the others deflate or the fields are
        // wrong, and length and checksum right.
        let link = match round % 4 {
            0 | 1 => mutated(&mut chance, &links),
            2 => {
                let mut deflated = bytes[chance.below(bytes.len())].clone();
                for _ in 0..=chance.below(3) {
                    let at = chance.below(deflated.len());
                    deflated[at] ^= 1 << chance.below(8);
                }
                kroniek::share::seal(&deflated)
            }
            _ => {
                let mut fields = fields[chance.below(fields.len())].clone();
                for _ in 0..=chance.below(3) {
                    let at = chance.below(fields.len());
                    fields[at] = chance.below(256) as u8;
                }
                write_raw(&fields)
            }
        };
        opened += usize::from(read(&link).is_ok());
    }
    println!("{count} mutated links, {opened} of them opened, no panic; {}", memory());
}

fn write_raw(fields: &[u8]) -> String {
    kroniek::share::seal(&kroniek::share::stored(fields))
}

/// The most memory that this process has had.
fn memory() -> String {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    peak.map_or("memory unknown here".to_owned(), |peak| format!("at most {}", peak.trim()))
}
