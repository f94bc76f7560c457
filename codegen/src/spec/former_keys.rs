//! Keys that descriptions had before, so that a report says what took their place.

/// The kind of mapping, the key that it had, and what to write instead.
const FORMER: &[(&str, &str, &str)] = &[
    ("field", "tag", "write `const` in place of `tag`"),
    ("field", "tag_also", "write `const_also` in place of `tag_also`"),
    ("parameter", "clearable", "end the type with `?` in its place, beside `optional: true`"),
];

/// What to write instead of a key that a kind of mapping had before.
pub(super) fn instead(kind: &str, key: &str) -> Option<&'static str> {
    FORMER.iter().find(|(of, former, _)| (*of, *former) == (kind, key)).map(|(.., instead)| *instead)
}
