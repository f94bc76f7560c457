//! How deliveries are signed, where the signature stands among pairs.

use super::{API, small};

const EVENTS: &str = "
resource: books
doc: Books.
events:
  lent: {type: string, doc: A book was lent.}
";

/// The file of the crate that verifies deliveries signed so, or the faults.
fn webhooks(signature: &str) -> Result<String, String> {
    let mut sources = small(EVENTS);
    sources.files[0].text = format!("{API}webhooks: {{type: {{header: X-Event}}, signature: {signature}}}\n");
    let made = clientsmith::build(&sources).map_err(|faults| faults.render(&sources, false))?.value;
    let text = made.iter().find(|(path, _)| *path == "src/webhooks.rs").map(|(_, text)| text.to_owned());
    Ok(text.unwrap_or_default())
}

#[test]
fn pairs_hold_the_time_and_the_signature() {
    let signed = r#"signed: "{timestamp}:{body}""#;
    for (pairs, layout) in [
        ("{timestamp: ts, signature: h1, separator: ;}", r#"timestamp: "ts", version: "h1", separator: ";""#),
        ("{timestamp: t, signature: v1}", r#"timestamp: "t", version: "v1", separator: ",""#),
        (r#"{timestamp: t, signature: v1, separator: ", "}"#, r#"timestamp: "t", version: "v1", separator: ", ""#),
    ] {
        let made = webhooks(&format!("{{header: X-Signature, pairs: {pairs}, {signed}}}")).unwrap();
        let made = made.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(made.contains(layout) && made.contains("tolerance: Some(300)"), "{pairs}: {made}");
    }
}

#[test]
fn pairs_are_clear() {
    for (rest, reason) in [
        ("pairs: {timestamp: t, signature: v1, separator: \"\"}", "something else than `=`"),
        ("pairs: {timestamp: t, signature: v1, separator: \"=\"}", "something else than `=`"),
        ("pairs: {timestamp: \"t=\", signature: v1}", "no name of one of the pairs"),
        ("pairs: {timestamp: t, signature: \"v;1\", separator: ;}", "no name of one of the pairs"),
        ("pairs: {timestamp: t, signature: v1, separator: \"\\n\"}", "something else than `=`"),
        ("pairs: {timestamp: t, signature: \"v 1\"}", "no name of one of the pairs"),
        ("pairs: {timestamp: tä, signature: v1}", "no name of one of the pairs"),
        ("pairs: {timestamp: t, signature: t}", "have one name"),
        ("pairs: {timestamp: t, signature: v1}, prefix: a", "has no prefix"),
        ("pairs: {timestamp: t, signature: v1}, timestamp: X-Time", "no header of its own"),
        ("pairs: {timestamp: t}", "`signature`"),
        ("pairs: {signature: v1}", "`timestamp`"),
        ("pairs: t", "`pairs`"),
    ] {
        let faults = webhooks(&format!("{{header: X-Signature, {rest}}}")).unwrap_err();
        assert!(faults.contains(reason) && faults.contains("1 fault in 1 file"), "{rest}: {faults}");
    }
}
