//! Which parts of the runtime a description needs.

use super::modules::{MODULES, RuntimeModule};
use crate::rust::{Module, RustCrate, RustType, SECRET, types_in_module};

/// The modules that a description needs, each folder before what is in it.
pub(super) fn selected(krate: &RustCrate) -> Vec<&'static RuntimeModule> {
    let mut selected = Vec::new();
    select(&|path| has_use_for(krate, path), &MODULES, &mut selected);
    selected
}

/// All modules, each folder before what is in it.
pub(super) fn all() -> Vec<&'static RuntimeModule> {
    let mut all = Vec::new();
    select(&|_| true, &MODULES, &mut all);
    all
}

fn select(
    is_needed: &dyn Fn(&str) -> bool,
    modules: &'static [RuntimeModule],
    selected: &mut Vec<&'static RuntimeModule>,
) {
    for module in modules.iter().filter(|module| is_needed(&module.path)) {
        selected.push(module);
        let before = selected.len();
        select(is_needed, &module.inner, selected);
        if module.is_folder() && selected.len() == before {
            selected.pop();
        }
    }
}

/// Whether a description has something that needs a module or a folder. What is not named here every client needs.
fn has_use_for(krate: &RustCrate, path: &str) -> bool {
    let uses = |ty: &RustType| krate.types.contains(ty);
    let mut of_scalars = types_in_module(path).peekable();
    let is_for_scalars = of_scalars.peek().is_some();
    let has_scalar = of_scalars.any(|ty| uses(&ty));
    let has = |has: fn(&Module) -> bool| krate.modules.iter().any(has);
    let has_cursor_page = || krate.uses(|ty| matches!(ty, RustType::CursorPage(_)));
    let has_url_page = || krate.uses(|ty| matches!(ty, RustType::UrlPage(_)));
    let has_session = || has(|module| module.requests.iter().any(|request| request.sender.is_some()));
    match path {
        "formats/form" => krate.dialects.iter().any(|dialect| dialect.is_form),
        "formats/json_body" => krate.dialects.iter().any(|dialect| !dialect.is_form),
        "json/union" => has(|module| !module.unions.is_empty()),
        "pages" => has_cursor_page() || has_url_page(),
        "pages/cursor_page" => has_cursor_page(),
        "pages/url_page" => has_url_page(),
        "sessions" => has_session(),
        "values/boxed" => krate.uses(|ty| matches!(ty, RustType::Boxed(_))),
        "values/expandable" => krate.uses(|ty| matches!(ty, RustType::Expandable(..))),
        "values/identifier" => has_scalar || has(|module| !module.identifiers.is_empty()),
        "values/open_enum" => has(|module| !module.enums.is_empty()),
        "values/secret" => uses(&SECRET),
        "values/calendar" | "values/invalid_value" => has_scalar || has_session(),
        // What no description can ask for so far.
        "values/bytes"
        | "values/calendar/date"
        | "values/calendar/date_conversions"
        | "values/calendar/duration"
        | "values/calendar/time"
        | "values/uri"
        | "values/uuid" => false,
        _ => has_scalar || !is_for_scalars,
    }
}
