//! What documentation says of an answer.

use crate::rust::docs::{code, links};
use crate::rust::model::{Request, RustType};

/// How callers come to the other pages of a list.
const WALKED: &str = "`pages()` and `items()` on the request walk through all of them.";

/// What a success gives, in a sentence; nothing where there is nothing to read.
pub(in crate::rust) fn sentence(request: &Request) -> Option<String> {
    let returns = &request.returns;
    match returns {
        RustType::Unit => None,
        RustType::CursorPage(item) | RustType::UrlPage(item) => {
            Some(format!("The answer is one page of {}; {WALKED}", in_words(item)))
        }
        _ if request.is_paged() => Some(format!("The answer is {}, one page; {WALKED}", in_words(returns))),
        _ => Some(format!("The answer is {}.", in_words(returns))),
    }
}

/// A type by the names that have pages of their own.
fn in_words(ty: &RustType) -> String {
    match ty {
        RustType::Unit => "empty".to_owned(),
        RustType::Language(name) => code(name),
        RustType::Runtime(name) | RustType::Generic(name, _) => links::to_runtime(name),
        RustType::Json => "any JSON".to_owned(),
        RustType::Local(name) => links::to_type_above(name),
        RustType::Foreign(module, name) => links::to_type_of(module, name),
        RustType::Expandable(_, object) => in_words(object),
        RustType::CursorPage(item) | RustType::UrlPage(item) => format!("a page of {}", in_words(item)),
        RustType::Events(event) => format!("events, each {}", in_words(event)),
        RustType::Lines(line) => format!("lines, each {}", in_words(line)),
        RustType::WholeBody => "bytes".to_owned(),
        RustType::Box(inner) | RustType::Boxed(inner) => in_words(inner),
        RustType::Option(inner) => format!("{}, or nothing", in_words(inner)),
        RustType::Vec(item) => format!("a list of {}", in_words(item)),
        RustType::Map(value) => format!("a map to {}", in_words(value)),
    }
}
