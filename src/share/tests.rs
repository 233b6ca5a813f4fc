use super::*;
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec_with_limit;
use proptest::prelude::*;

fn deflate(bytes: &[u8]) -> Vec<u8> {
    compress_to_vec(bytes, 9)
}

fn sample() -> Payload {
    Payload { text: "Rutte zei: \"Ja\". ".repeat(20), ..Payload::default() }
}

#[test]
fn a_cut_or_changed_link_is_refused_at_every_place() {
    let link = write(&sample(), deflate);
    assert_eq!(read(&link), Ok(sample()));
    for end in 0..link.len() {
        let error = read(&link[..end]).unwrap_err();
        assert!(matches!(error, LinkError::Cut { .. } | LinkError::Foreign), "{end}: {error:?}");
        assert!(end < 5 || matches!(error, LinkError::Cut { .. }), "{end}: {error:?}");
    }
    for at in 1..link.len() {
        let mut changed = link.clone();
        changed.replace_range(at..=at, if &link[at..=at] == "x" { "y" } else { "x" });
        assert!(read(&changed).is_err(), "{changed}");
        changed.replace_range(at..=at, "");
        assert!(read(&changed).is_err(), "{changed}");
    }
}

#[test]
fn what_a_program_adds_behind_is_left_out() {
    let link = write(&sample(), deflate);
    for added in ["#?secret=abc", ".", ")", ">", " ", "&view=all", "…", "%20"] {
        assert_eq!(read(&[&link, added].concat()), Ok(sample()), "{added}");
    }
    assert_eq!(read(&[&*link, "a"].concat()), Err(LinkError::Damaged));
}

#[test]
fn foreign_and_later_links_are_told_apart() {
    for link in ["", "x", "eJwrLU", "1", "1.", "1x.a.b", "1-1.a.b", "101.a.b", "é", "1😀.a", "0.1.a"] {
        assert_eq!(read(link), Err(LinkError::Foreign), "{link}");
    }
    let link = write(&sample(), deflate);
    assert_eq!(read(&["2", &link[1..]].concat()), Err(LinkError::Later));
    assert_eq!(read(&seal(&deflate(b"A\x01aZ\x01b"))), Err(LinkError::Later));
    assert_eq!(read(&seal(&deflate(b"A\x01az\x01b"))).unwrap().text, "a");
}

#[test]
fn what_holds_no_article_is_refused() {
    let broken: &[&[u8]] = &[
        b"",
        b"A",
        b"A\x05abc",
        b"A\x01\xff",
        b"t\x01a",
        b"A\x01aA\x01b",
        b"A\x80\x80\x80\x80\x01",
        b"1\x01a",
        b"d\x02xxA\x01a",
        b"v\x03a bA\x01a",
    ];
    for bytes in broken {
        assert_eq!(read(&seal(&deflate(bytes))), Err(LinkError::Broken), "{bytes:?}");
    }
    assert_eq!(read(&seal(b"")), Err(LinkError::Foreign));
    assert_eq!(read(&seal(b"\xff\xff")), Err(LinkError::Broken));
    assert_eq!(read(&seal(&[deflate(b"A\x01a"), vec![0]].concat())), Err(LinkError::Broken));
}

#[test]
fn a_bomb_is_refused_before_it_unfolds() {
    let bomb = deflate(&vec![b'a'; 64 << 20]);
    assert!(bomb.len() < 100_000);
    assert_eq!(read(&seal(&bomb)), Err(LinkError::TooLarge));
    assert_eq!(read("1999999999.a.b"), Err(LinkError::TooLarge));
}

#[test]
fn stored_is_deflate() {
    for length in [0, 1, 65_535, 65_536, 200_000] {
        let bytes = vec![7; length];
        assert_eq!(inflate(&stored(&bytes), LARGEST).as_ref(), Ok(&bytes));
        assert_eq!(decompress_to_vec_with_limit(&stored(&bytes), LARGEST).ok().as_ref(), Some(&bytes));
    }
}

fn any_payload() -> impl Strategy<Value = Payload> {
    let name = || prop::option::of("[a-z0-9-]{1,12}");
    let date = prop::sample::select(vec!["2022", "2022-03", "2022-03-24", "2022-03-24T20:30"]);
    let corrections = prop::collection::vec(prop::collection::vec(any::<u8>(), 0..40), 0..5);
    let language = prop::sample::select(vec![None, Some(Language::Dutch), Some(Language::English)]);
    (
        any::<String>(),
        prop::option::of(any::<String>()),
        prop::option::of(date),
        language,
        name(),
        name(),
        corrections,
    )
        .prop_map(|(text, title, date, language, view, selection, corrections)| Payload {
            text,
            title,
            date: date.and_then(|date| date.parse().ok()),
            language,
            view,
            selection,
            corrections,
        })
}

use crate::lang::Language;

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_link_holds_what_was_put_in(payload in any_payload(), level in 0_u8..10) {
        let link = write(&payload, |bytes| compress_to_vec(bytes, level));
        prop_assert_eq!(read(&link), Ok(payload));
        prop_assert!(link.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte)));
        prop_assert!(link.ends_with(|last: char| last.is_ascii_alphanumeric()));
    }

    #[test]
    fn inflate_is_that_of_a_library(bytes in prop::collection::vec(any::<u8>(), 0..60)) {
        let library = decompress_to_vec_with_limit(&bytes, 4_096);
        // The library does not mind what stands behind the last block; we do.
        if let Ok(out) = inflate(&bytes, 4_096) {
            prop_assert_eq!(Some(out), library.ok());
        }
    }

    #[test]
    fn base64_is_exact(bytes in prop::collection::vec(any::<u8>(), 0..50), text in "[A-Za-z0-9_-]{0,9}") {
        prop_assert_eq!(base64::decode(&base64::encode(&bytes)), Some(bytes));
        if let Some(decoded) = base64::decode(&text) {
            prop_assert_eq!(base64::encode(&decoded), text);
        }
    }
}
