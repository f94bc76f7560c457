//! The rules that a description must keep, and those that it should, for those who ask about one.

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
        &[$(Rule { name: $name, explanation: $explanation }),*]
    };
}

/// All rules whose breach is a fault, by name.
pub const RULES: &[Rule] = rules! {
    "code-two-statuses": "An error code always comes with the same HTTP status, so it is defined once.",
    "duplicate-acceptance": "A change is accepted once.",
    "duplicate-definition": "\
        A name is defined once where it holds: resources, identifiers, types and error codes hold in all files.",
    "duplicate-endpoint": "\
        No two endpoints send the same method to the same path of a server, whatever the parameters in it are called, unless \
        their answers come in different ways.",
    "duplicate-error": "An endpoint lists an error code once.",
    "duplicate-key": "A key comes once in a mapping: of two, one would be lost.",
    "example-mismatch": "\
        An example fits what its endpoint returns, or is an error that it lists, because it becomes a test of the client.",
    "infinite-alias": "An alias does not stand for itself, directly or through others: it would be no type.",
    "infinite-object": "An object does not require itself, directly or through others: no JSON could ever be one.",
    "invalid-alias": "\
        An alias stands for a type that is there: what may be null says so where it is used. It leads through at most 16 \
        types, one in the other.",
    "invalid-answer": "\
        An answer comes as JSON, a text, bytes, events or lines. Events and lines have a type, bytes have none, and a text \
        is one; `done` and `resume` speak of events.",
    "invalid-body": "\
        A body is written in a known format: a text is one value, lines are a list, bytes are a file, a form or a body of \
        parts has members. It is one argument or made of parameters, never both, and a file is in parts or alone. Members \
        of a form have a style that says them, parts a media type.",
    "invalid-bound": "\
        A bound is one that its type has, is above zero if it counts, leaves something beside the others, and holds for \
        what examples show.",
    "invalid-const": "\
        `const` is what a field always says: a value of its type, which is a text, number, boolean or enum. \
        `const_also` adds what else is met.",
    "invalid-credentials": "\
        Credentials are of one kind, and name what a request can carry them in. What one request carries together is in \
        different places.",
    "invalid-default": "A default is a value of its type, within its bounds: what the service takes where there is none.",
    "invalid-event": "\
        An event is a snapshot, thin, or a body of its own. Those with an envelope say in it what happened, and a thin one \
        may name the object that it is about.",
    "invalid-header": "\
        A header has a name and a value that HTTP takes, in which only `{version}` is replaced, and is none that the \
        client or HTTP itself controls.",
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
        have an `id` that is never absent, and its parameters take one. What `pages` of an endpoint names are members of its \
        answer that are a list, one value, a truth or a count as is meant, and parameters that take one value.",
    "invalid-parameter": "\
        A parameter can travel where it is declared: in the body of a method that can have one, or outside of it once. It is \
        not expandable, and nullable only in the body.",
    "invalid-path": "\
        `http` is a method, a space, and a path in which braces hold the names of parameters, perhaps with a query that is \
        always the same.",
    "invalid-protocol": "\
        A protocol says how its paths begin, which no other one says, and in known words how it writes. It lists \
        methods that carry an idempotency key only if `protocol` names the header.",
    "invalid-rename": "`was` is a name that an item had before: not its present one, and none that an item beside it has.",
    "invalid-returns": "A call answers with something only where HTTP has an answer for it: a HEAD has none.",
    "invalid-rust-name": "`rust` is an identifier in the case of its kind, and no word of Rust.",
    "invalid-server": "A server is an `https` URL to which paths can be added; `http` is for this machine only.",
    "invalid-session": "\
        A session is made by an endpoint that needs nothing but the API key and answers with a token and its end. It \
        is for an endpoint that sends one list and lists the code that `renew_on` names.",
    "invalid-signature": "\
        Deliveries are signed in a way that has a name, or by an HMAC of the body and what else is known of the delivery.",
    "invalid-status": "\
        The status of an error code, or after which a call is repeated, is from 400 to 599; that of an example may be from \
        200 to 299 too.",
    "invalid-style": "\
        A parameter outside of a body is written in a style that its place has, and that keeps all parts of its value apart.",
    "invalid-text": "\
        Documentation has no invisible characters, which can make text read otherwise than it is, and is not empty; \
        `deprecated` and `was` have one line.",
    "invalid-union": "\
        A union has variants, on each side where it is met. What tells them apart and their data are members that no field \
        has, and never null. Data that stands among other members has members itself, and data that its shape tells is there.",
    "invalid-value": "A value of an enum is what the `base` of the enum says, as JSON writes it.",
    "invalid-version": "A version of the API is visible ASCII, because it travels in headers.",
    "invalid-webhooks": "\
        What gets an event takes its identifier alone and returns an event. Headers of such requests say what the event does.",
    "misplaced-key": "\
        A key stands beside what it says something about: `fields` beside the type `object`, `values` beside `enum`, \
        `secret` beside `string`.",
    "missing-doc": "Every item says what it is: that becomes the documentation of the Rust item.",
    "missing-key": "An item has the keys without which it means nothing.",
    "missing-reason": "A change is accepted for a reason, which reviewers can weigh.",
    "mixed-timestamps": "An object that holds instants is met under protocols that write them alike.",
    "name-collision": "Two items beside each other get different Rust names: none is numbered to make it so.",
    "no-rust-name": "\
        A name has Latin letters or digits, and no other letters, of which a Rust name can be made, or `rust` gives one: \
        letters of other scripts may look like Latin ones.",
    "oversized-name": "A Rust name has at most 128 characters, and that of a resource 64: it names a folder.",
    "oversized-object": "\
        An object requires neither thousands of members nor dozens of objects in each other: no example of it could \
        be shown.",
    "path-parameter": "\
        The parameters in a path and those declared with `in: path` are the same, each once, and none is optional.",
    "reserved-name": "\
        No item gets a Rust name that Rust, Cargo, Windows or generated code itself uses at the same place.",
    "unknown-auth": "`auth` names credentials of the description, lists of them, or `none`; without a section `credentials` it is `bearer`.",
    "unknown-key": "A key is one that its item knows, so that no misspelt key is passed over.",
    "unknown-reference": "A name refers to something that is defined.",
    "unknown-rule": "An accepted change names a rule of `clientsmith diff`.",
    "unknown-type": "\
        A type is built in, or the name of an object or enum, or one of these in `[…]`, `{…}` or before `?`.",
    "unsupported-yaml": "\
        A description is plain data, without anchors, aliases, tags, merge keys, several documents in a file, or \
        numbers that JSON cannot hold. In a published document, what aliases stand for has bounds.",
    "wrong-kind": "A value is of the kind that its key asks for, such as text, number, list or mapping.",
    "yaml-syntax": "\
        A file is text, and YAML, in which lists and mappings do not nest too deep. A published document may be JSON.",
};

/// All rules whose breach is a remark, by name.
pub const REMARKS: &[Rule] = rules! {
    "accented-name": "A Rust name is made of ASCII letters, so that all callers can type it.",
    "alike-names": "\
        Members, parameters, values and error codes beside each other differ in more than letter case, so that none is a \
        mistyped other one.",
    "alike-variants": "\
        Variants that their shape tells differ in it: in the sort of JSON, in what a member always says, or in a member that is \
        always there.",
    "cut-text": "\
        A text for readers ends where it is meant to: without quotes, YAML takes what follows ` #` for a comment.",
    "idle-bound": "A bound leaves something out that its type has, and that no other bound leaves out.",
    "idle-default": "A default is that of a value which callers may leave out.",
    "long-name": "\
        The name of a type or call has at most 40 characters, what ends it included; one that is made of all names that \
        lead there is often longer.",
    "overlapping-paths": "\
        No value of a parameter makes the path of another call, unless the parameter's type, `pattern` or length says that \
        it never is that value.",
    "passed-over": "\
        All files of a description lie directly in its folder and end in `.yaml`; what looks like one, but is not read, \
        is named.",
    "unmet-path": "\
        The members that lead to the code and to the message of an error lead there in one of the examples of errors, if \
        there are any.",
    "unquoted-value": "\
        A value or variant that looks like a number, a truth or nothing is in quotes, because it is sent as a text.",
    "unreached-state": "\
        A value of an enum that a lifecycle speaks of is one in which objects begin, or to which a call leads.",
    "unshown-member": "\
        A member of an answer is in one of the examples of its object, if there are any, so that a test reads it.",
    "untried-pattern": "A pattern is a regular expression that the tool can read, so that examples are tried against it.",
    "unused-definition": "\
        What is defined is used: an identifier, an enum and an alias by a member or parameter, an object by what a call \
        sends or answers, an error code by an endpoint that lists it, a protocol by a path.",
};
