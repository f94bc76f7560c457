//! The rules that a description must keep, for those who ask about one.

/// A rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Its stable name, as reports show it.
    pub name: &'static str,
    /// What it asks for.
    pub explanation: &'static str,
}

macro_rules! rules {
    ($($name:literal: $explanation:literal,)*) => {
        /// All rules, by name.
        pub const RULES: &[Rule] = &[$(Rule { name: $name, explanation: $explanation }),*];
    };
}

rules! {
    "code-two-statuses": "An error code always comes with the same HTTP status, so it is defined once.",
    "duplicate-acceptance": "A change is accepted once.",
    "duplicate-definition": "\
        A name is defined once where it holds: resources, identifiers, types and error codes hold in all files.",
    "duplicate-error": "An endpoint lists an error code once.",
    "duplicate-key": "A key comes once in a mapping: of two, one would be lost.",
    "example-mismatch": "An example fits what its endpoint returns, because it becomes a test of the client.",
    "infinite-object": "An object does not require itself, directly or through others: no JSON could ever be one.",
    "invalid-bound": "\
        A bound is one that its type has, is above zero if it counts, and leaves something from `min` to `max`.",
    "invalid-header": "\
        A header has a name and a value that HTTP takes, in which only `{version}` is replaced, and is not one that \
        the client sets itself.",
    "invalid-lifecycle": "\
        A lifecycle speaks of an enum field, of codes that its endpoints list, and of timestamps that can be absent.",
    "invalid-member-path": "A path of members is names with single dots between them.",
    "invalid-name": "\
        A name has the form of its kind, such as `UpperCamelCase` for types and `snake_case` for resources, \
        endpoints, servers and protocols.",
    "invalid-package": "\
        The package has a name in lower case that neither Rust, Cargo nor a crate that it uses has, a semantic \
        version, and an SPDX licence expression.",
    "invalid-pagination": "\
        A list that comes in pages is read by a `GET`, and its protocol says how it is cut. With cursors, its items \
        have an `id` that is never absent, and its parameters take one.",
    "invalid-parameter": "\
        A parameter can travel where it is declared: in the body of a method that has one, in the path as a single \
        value, or in the query as single values. It is neither nullable nor expandable, and clearable only if it is \
        optional in the body.",
    "invalid-path": "`http` is a method, a space, and a path whose parameters fill whole segments.",
    "invalid-protocol": "\
        A protocol says how its paths begin, which no other one says, and in known words how it writes. It lists \
        methods that carry an idempotency key only if `protocol` names the header.",
    "invalid-rename": "`was` is a name that an item had before: not its present one, and none that an item beside it has.",
    "invalid-rust-name": "`rust` is an identifier in the case of its kind, and no word of Rust.",
    "invalid-server": "A server is an `https` URL to which paths can be added; `http` is for this machine only.",
    "invalid-session": "\
        A session is made by an endpoint that needs nothing but the API key and answers with a token and its end. It \
        is for an endpoint that sends one list and lists the code that `renew_on` names.",
    "invalid-status": "The status of an error code is from 400 to 599.",
    "invalid-tag": "A tag is what a field of type `string` always says, on one line; `tag_also` adds what else is met.",
    "invalid-text": "\
        Documentation has no invisible characters, which can make text read otherwise than it is, and is not empty; \
        `deprecated` and `was` have one line.",
    "invalid-union": "\
        A union has variants, on each side where it is met; its tag and their data are members that no field has, \
        and never null.",
    "invalid-version": "A version of the API is visible ASCII, because it travels in headers.",
    "misplaced-key": "\
        A key stands beside what it says something about: `fields` beside the type `object`, `values` beside `enum`, \
        `secret` beside `string`.",
    "missing-doc": "Every item says what it is: that becomes the documentation of the Rust item.",
    "missing-key": "An item has the keys without which it means nothing.",
    "missing-reason": "A change is accepted for a reason, which reviewers can weigh.",
    "mixed-timestamps": "An object that holds instants is met under protocols that write them alike.",
    "name-collision": "Two items beside each other get different Rust names: none is numbered to make it so.",
    "no-rust-name": "A name has a letter or digit of which a Rust name can be made, or `rust` gives one.",
    "oversized-object": "\
        An object requires neither thousands of members nor dozens of objects in each other: no example of it could \
        be shown.",
    "path-parameter": "\
        The parameters in a path and those declared with `in: path` are the same, each once, and none is optional.",
    "reserved-name": "\
        No item gets a Rust name that Rust, Cargo, Windows or generated code itself uses at the same place.",
    "unknown-auth": "`auth` is `bearer`, the one way to sign requests that the client knows.",
    "unknown-key": "A key is one that its item knows, so that no misspelt key is passed over.",
    "unknown-reference": "A name refers to something that is defined.",
    "unknown-rule": "An accepted change names a rule of `clientsmith diff`.",
    "unknown-type": "\
        A type is built in, or the name of an object or enum, or one of these in `[…]`, `{…}` or before `?`.",
    "unsupported-yaml": "\
        A description is plain data, without anchors, aliases, tags, merge keys, several documents in a file, or \
        numbers that JSON cannot hold. In a document of others, what aliases stand for has bounds.",
    "unused-error": "An error code is listed by an endpoint; otherwise no caller could ever meet it.",
    "wrong-kind": "A value is of the kind that its key asks for, such as text, number, list or mapping.",
    "yaml-syntax": "A file is text, and YAML, in which lists and mappings nest not too deep. A document of others may be JSON.",
}
