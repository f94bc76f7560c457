//! Words of which one is written, from the tables by which they are read.

use crate::api::{AnswerContent, BodyFormat, HttpMethod, Location, NONE, Pagination, Style, TimestampFormat};
use crate::spec::{EnumBase, schema::Words};

/// A status, a class of them, or any.
pub(super) const STATUS: &str = "^([1-5]([0-9][0-9]|XX)|default)$";

/// All words that may be written.
pub(super) fn all(words: Words) -> Vec<&'static str> {
    match words {
        Words::These(words) => words.to_vec(),
        Words::Bases => EnumBase::ALL.map(EnumBase::as_str).to_vec(),
        Words::Sides => vec!["request", "response"],
        Words::Locations => Location::words().collect(),
        Words::Styles => Style::words().collect(),
        Words::Bodies => BodyFormat::words().chain([NONE]).collect(),
        Words::PathBodies => BodyFormat::OF_PROTOCOLS.map(BodyFormat::as_str).to_vec(),
        Words::Answers => AnswerContent::words().collect(),
        Words::Instants => TimestampFormat::words().collect(),
        Words::Methods => HttpMethod::words().collect(),
        Words::Paginations => Pagination::words().collect(),
    }
}

/// A method, a space, and a path.
pub(super) fn call() -> String {
    format!("^({}) +/", HttpMethod::words().collect::<Vec<_>>().join("|"))
}
