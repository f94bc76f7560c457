//! Calls, what they share, and how objects move from state to state.

use super::{
    common::{ANY_DOC, BOUNDS, DOC, HEADER, NAMED, OPTIONAL_TYPE, SAID, SECRET, TEXTS, TYPE},
    kind::{
        Key, MappingKind, Rule,
        Shape::{self, Any, ByStatus, Call, Each, Either, Kind, List, Text, Truth, Type, Whole, Word},
        Words, keys, kinds,
    },
    pages::PAGES,
    types::{FIELDS, OF_VALUES, PLACED, REST_OF_OBJECT, VALUES, VARIANTS},
};

/// Keys that say how a body is written, and nothing of a type.
pub(in crate::spec) static OF_FORMAT: [&str; 3] = ["as", "media", "encoding"];
/// The formats whose bodies have but one type.
pub(in crate::spec) static IMPLYING: [&str; 2] = ["text", "bytes"];

/// What is said by status.
const BY_STATUS: Shape = ByStatus(&Either(&[Type, Kind(&STATUS_ANSWER)]));

/// What the calls of a resource share, or all calls of the API.
pub(super) static SHARED: &[Key] = keys! {
    "params": optional Each(&Kind(&PARAMETER)), "Parameters of all calls: one of the path of those whose path names it, one of the body of `POST`, `PUT` and `PATCH`.";
    "common_errors": optional List(&Text), "Error codes of all calls.";
    "refusals": optional BY_STATUS, "What the bodies of errors hold, by status: a code, a class such as `4XX`, or `default`. Of one status, the nearest holds.";
    "retry_on": optional List(&Whole), "The statuses after which a call that can be repeated is, in place of 409 and 5xx. The nearest list holds alone.";
};

kinds! {
    ENDPOINT = MappingKind::new("endpoint", &[keys! {
        "http": required Call, "The method and the path: `GET /v1/books/{id}`. The path may end in a query that is always the same.";
        "server": optional Text, "The server that takes the call, where it is not the first.";
        "auth": optional Either(&[Kind(&AUTH), Text, List(&Either(TEXTS))]), "How the call proves who sends it, where that is not said around it: names of `credentials`, `none`, or `{bearer: …}` for a token that the caller gives.";
        "params": optional Each(&Kind(&PARAMETER)), "The parameters of the call.";
        "body": optional Either(&[Word(Words::Bodies), Kind(&BODY)]), "How the body is written, or what it is as a whole. Without it, parameters `in: body` are its members, in the format of the protocol.";
        "returns": optional Either(&[Type, Kind(&ANSWER), BY_STATUS]), "What is answered: a type, `list(Book)` for a page of a list, a long form that says how it comes, or a type for each status. Without it, nothing that matters.";
        "pages": optional Either(&[Text, Kind(&PAGES)]), "How the answer is cut into pages: a name of `paginations`, or all of it.";
        "errors": optional List(&Text), "The error codes of the call.";
        "refusals": optional BY_STATUS, "What the bodies of errors hold, by status: a code, a class such as `4XX`, or `default`.";
        "examples": optional Each(&Kind(&EXAMPLE)), "Answers, each of which becomes a test of the crate.";
        "headers": optional Each(&Either(&[Text, Kind(&HEADER)])), "Headers that the requests of the call always carry.";
        "idempotent": optional Truth, "Whether to make the call again changes nothing more, so that it is repeated as a `GET` is.";
        "retry_on": optional List(&Whole), "The statuses after which the call is repeated if it can be, in place of 409 and 5xx; `[]` for none.";
    }, DOC, NAMED]);
    ANSWER = MappingKind::new("answer", &[keys! {
        "type": optional Type, "What is answered.";
        "as": optional Word(Words::Answers), "How it comes: `json` unless said.";
        "media": optional Text, "The media type to ask for, where it is not the usual one.";
        "done": optional Text, "The data of the event that ends a stream: one that ends without it broke off.";
        "resume": optional Truth, "Whether a stream that breaks is taken up again, with the header `Last-Event-ID`.";
        "headers": optional Each(&Kind(&ANSWER_HEADER)), "Headers of the answer: each becomes a field beside `body`.";
    }]);
    STATUS_ANSWER = MappingKind::new("answer by status", &[ANY_DOC, keys! {
        "since": optional Text, "The version of the API that brought it.";
        "deprecated": optional Text, "What to use instead, on one line.";
        "rust": optional Text, "Its name in Rust, where the one made from the status does not do.";
        "type": optional Type, "What is answered; `nothing` for a body that says nothing.";
        "headers": optional Each(&Kind(&ANSWER_HEADER)), "Headers of the answer: each becomes a field beside `body`.";
    }]);
    ANSWER_HEADER = MappingKind::new("answer header", &[keys! {
        "type": required Type, "The type of its single value.";
        "optional": optional Truth, "Whether it may be missing.";
    }, DOC, NAMED]);
    AUTH = MappingKind::new("auth", &[keys! {
        "bearer": required Text, "The name of the argument that takes the token, which signs the requests in place of the API key.";
        "session": optional Kind(&SESSION), "Where such tokens come from, so that the crate can fetch and renew them by itself.";
    }]);
    SESSION = MappingKind::new("session", &[keys! {
        "create": required Text, "The endpoint of this file that makes a token, with the API key and without required parameters.";
        "token": required Text, "The member of its answer with the token, a `string`.";
        "expires_at": required Text, "The member of its answer with the end of the token, a `timestamp`.";
        "renew_on": optional Text, "The error code by which the service says that the token has ended.";
    }]);
    PARAMETER = MappingKind::new("parameter", &[TYPE, keys! {
        "in": required Word(Words::Locations), "Where it travels.";
        "wire_name": optional Text, "Its name on the wire, where another parameter of the call has the same one elsewhere in the request.";
        "style": optional Word(Words::Styles), "How a list, a map or an object is written outside of a body; and `segments`, in which a text of the path keeps its slashes.";
        "explode": optional Truth, "Whether `simple`, `label` and `matrix` write each part on its own.";
        "optional": optional Truth, "Whether callers may leave it out: then it has a setter, and else it is an argument.";
        "const": optional Any, "What it always says: nobody gives it.";
    }, SAID, SECRET, BOUNDS, PLACED, FIELDS, VARIANTS, REST_OF_OBJECT, VALUES, OF_VALUES, DOC, NAMED]).with_rules(&[Rule::InPlace]);
    BODY = MappingKind::new("body", &[OPTIONAL_TYPE, keys! {
        "as": optional Word(Words::Bodies), "The format. Unless said, it is that of which `media` speaks, or that of the protocol.";
        "media": optional Text, "The media type that the request names, where it is not the usual one.";
        "encoding": optional Each(&Kind(&ENCODING)), "How some members are written, by their names.";
        "optional": optional Truth, "Whether the body may be left out: then it has a setter.";
    }, BOUNDS, PLACED, FIELDS, VARIANTS, REST_OF_OBJECT, VALUES, OF_VALUES, ANY_DOC, NAMED]).with_rules(&[Rule::InPlace, Rule::Typeless { takes: &OF_FORMAT, implied_by: &IMPLYING }]);
    ENCODING = MappingKind::new("encoding", &[keys! {
        "style": optional Word(Words::Styles), "How the member is written in a `form`.";
        "media": optional Text, "The media type of the part in `multipart`.";
    }]);
    EXAMPLE = MappingKind::new("example", &[keys! {
        "status": optional Whole, "The status of an error, where the example shows one.";
        "response": required Any, "The body of the response.";
    }]);
    LIFECYCLE = MappingKind::new("lifecycle", &[keys! {
        "initial": required Text, "The state of what was just made.";
    }]).with_names(Kind(&TRANSITION));
    TRANSITION = MappingKind::new("transition", &[keys! {
        "from": required Either(TEXTS), "The state, or the states, in which the call can be made.";
        "to": required Text, "The state after it.";
        "otherwise": required Text, "The error code by which the call fails in any other state.";
        "sets": optional Text, "The timestamp that the move sets.";
        "clears": optional Text, "The timestamp that the move empties.";
    }]);
}
