//! The cutting of streams into pieces: what the standard says, wherever chunks end.

use bytes::Bytes;
use proptest::prelude::*;

use crate::runtime::contents::content::Cut;
use crate::runtime::streams::piece::Piece;
use crate::runtime::streams::pieces::Pieces;

/// What a stream is to give: name, id, data.
type Expected = &'static [(&'static str, &'static str, &'static str)];

/// An event in short: name, id, data.
type Short = (Option<String>, Option<String>, String);

fn short(piece: Piece) -> Short {
    (piece.name, piece.id, String::from_utf8(piece.data.to_vec()).unwrap())
}

/// What comes out of chunks, and why that cannot be all.
fn cut<'a>(
    kind: Cut,
    done: Option<&'static str>,
    chunks: impl IntoIterator<Item = &'a [u8]>,
) -> (Vec<Short>, Option<String>) {
    let mut pieces = Pieces::new(kind, done, 1 << 20);
    let mut all = Vec::new();
    for chunk in chunks {
        pieces.push(Bytes::copy_from_slice(chunk));
        while let Some(piece) = pieces.next().unwrap() {
            all.push(short(piece));
        }
    }
    all.extend(pieces.last().map(short));
    (all, pieces.cut_off())
}

fn event(name: &str, id: &str, data: &str) -> Short {
    let given = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    (given(name), given(id), data.to_owned())
}

#[test]
fn events_are_what_the_standard_says() {
    let cases: &[(&str, Expected)] = &[
        ("data: a\n\n", &[("", "", "a")]),
        ("data:a\ndata: b\ndata\n\n", &[("", "", "a\nb\n")]),
        ("data:  a\n\n", &[("", "", " a")]),
        ("\u{feff}data: a\n\n", &[("", "", "a")]),
        (": a comment\nevent: ping\n\ndata: a\n\n", &[("", "", "a")]),
        ("event: one\nid: 7\ndata: a\n\ndata: b\n\n", &[("one", "7", "a"), ("", "7", "b")]),
        ("id: 7\n\nid\ndata: a\n\n", &[("", "", "a")]),
        ("id: 7\nid: 8\u{0}\ndata: a\n\n", &[("", "7", "a")]),
        ("data\n\ndata\n\n", &[("", "", ""), ("", "", "")]),
        ("unknown: x\ndata: a: b\nretry: soon\n\n", &[("", "", "a: b")]),
        ("data: a\rdata: b\r\rdata: c\r\n\r\n", &[("", "", "a\nb"), ("", "", "c")]),
    ];
    for (text, expected) in cases {
        let expected: Vec<_> = expected.iter().map(|(name, id, data)| event(name, id, data)).collect();
        assert_eq!(cut(Cut::Events, None, [text.as_bytes()]), (expected, None), "{text:?}");
    }
}

#[test]
fn the_end_of_a_stream_is_told_from_a_break() {
    let ends = |text: &'static str, done| cut(Cut::Events, done, [text.as_bytes()]).1;
    assert_eq!(ends("data: a\n\ndata: [DONE]\n\ndata: b", Some("[DONE]")), None);
    assert_eq!(ends("data: a\n\n", Some("[DONE]")).unwrap(), "the stream ended without `[DONE]`");
    assert_eq!(ends("data: a\n", None).unwrap(), "the stream ended within an event");
    assert_eq!(ends("data: a\n\ndata", None).unwrap(), "the stream ended within an event");
    assert_eq!(ends("data: a\n\n: bye\n", None), None);
}

#[test]
fn a_line_is_a_document_and_the_last_needs_no_end() {
    let lines = |text: &'static str| cut(Cut::Lines, None, [text.as_bytes()]).0.into_iter().map(|(_, _, data)| data);
    assert!(lines("{}\n\n [] \r\n1").eq(["{}", " [] \r", "1"]));
    assert!(lines("1\n").eq(["1"]));
    assert!(lines("  \n").eq([""; 0]));
}

#[test]
fn an_event_and_a_line_have_a_limit() {
    for (kind, piece) in [(Cut::Events, "data: 1234567890\ndata: 1234567890\n"), (Cut::Lines, "12345678901234567890")] {
        let mut pieces = Pieces::new(kind, None, 18);
        pieces.push(piece.into());
        assert!(pieces.next().is_err(), "{kind:?}");
    }
    let mut pieces = Pieces::new(Cut::Lines, None, 4);
    pieces.push("1234\n5678\n90".into());
    assert!(pieces.next().is_ok() && pieces.next().is_ok() && pieces.next() == Ok(None));
    pieces.push("123".into());
    assert!(pieces.next().is_err(), "the limit counts what was held");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// Where chunks end makes no difference, in any text.
    #[test]
    fn chunks_may_end_anywhere(
        lines in prop::collection::vec(
            prop::sample::select(vec!["data: a", "data:\u{e9}\u{feff}", "data", "event: x", "id: 1", "id", ": c", "", "", "\u{feff}data: b", "x"]),
            0..12,
        ),
        ends in prop::collection::vec(prop::sample::select(vec!["\n", "\r", "\r\n"]), 12),
        size in 1_usize..9,
        kind in prop::sample::select(vec![Cut::Events, Cut::Lines]),
    ) {
        let text: String = lines.iter().zip(&ends).flat_map(|(line, end)| [*line, *end]).collect();
        let whole = cut(kind, None, [text.as_bytes()]);
        prop_assert_eq!(cut(kind, None, text.as_bytes().chunks(size)), whole);
    }

    /// Events that were written are read again, whatever ends their lines.
    #[test]
    fn written_events_are_read(
        texts in prop::collection::vec("[a-z\u{e9}:\n ]{0,12}", 0..6),
        end in prop::sample::select(vec!["\n", "\r", "\r\n"]),
    ) {
        let mut stream = String::new();
        for text in &texts {
            stream.extend(text.split('\n').map(|line| format!("data: {line}{end}")));
            stream.push_str(end);
        }
        let read: Vec<_> = cut(Cut::Events, None, stream.as_bytes().chunks(3)).0.into_iter().map(|it| it.2).collect();
        prop_assert_eq!(read, texts);
    }

    /// Nothing that comes makes it panic.
    #[test]
    fn any_bytes_are_cut(bytes in prop::collection::vec(any::<u8>(), 0..200), limit in 0_usize..40) {
        let mut pieces = Pieces::new(Cut::Events, Some("[DONE]"), limit);
        for chunk in bytes.chunks(7) {
            pieces.push(Bytes::copy_from_slice(chunk));
            while let Ok(Some(piece)) = pieces.next() {
                prop_assert!(piece.data.len() <= limit);
            }
        }
    }
}
