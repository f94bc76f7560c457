//! Checks how the service speaks below some paths.

use crate::{
    api::{
        check::{items, names::NameRule, paths},
        model::{Api, BodyFormat, Dialect, DialectId, HttpMethod, Pagination, PathPart},
        scalars::TimestampFormat,
    },
    diag::{Diagnostic, Diagnostics, Span, alternatives, closest, code, instead},
    spec::{self, ApiFile, Read, Text},
};

/// Checks what holds below some paths; what holds elsewhere comes last.
pub(crate) fn check(file: &Read<ApiFile>, diagnostics: &mut Diagnostics) -> Vec<Dialect> {
    let mut dialects = Vec::new();
    if let Ok(file) = file {
        for (index, dialect) in file.dialects.iter().enumerate() {
            dialects.push(lower(dialect, file, diagnostics));
            path(dialect, &file.dialects[..index], diagnostics);
        }
    }
    let elsewhere = Dialect {
        name: String::new(),
        path: String::new(),
        body: BodyFormat::Json,
        timestamps: TimestampFormat::Rfc3339,
        pagination: None,
        keyed: Vec::new(),
        span: Span::START,
    };
    dialects.push(elsewhere);
    dialects
}

fn lower(dialect: &spec::Dialect, file: &ApiFile, diagnostics: &mut Diagnostics) -> Dialect {
    let spec::Dialect { name, body, timestamps, pagination, idempotency_key, .. } = dialect;
    items::name(name, "protocol", NameRule::Snake, diagnostics);
    for method in idempotency_key {
        check_method(method, file, diagnostics);
    }
    let pagination = pagination.as_ref().ok().and_then(Option::as_ref);
    Dialect {
        name: name.value.clone(),
        path: dialect.path.as_ref().map_or_else(|_| String::new(), |path| path.value.clone()),
        body: choice(
            "body",
            body.as_ref(),
            of_protocol,
            BodyFormat::OF_PROTOCOLS.map(BodyFormat::as_str).into_iter(),
            diagnostics,
        )
        .unwrap_or(BodyFormat::Json),
        timestamps: choice(
            "timestamps",
            timestamps.as_ref(),
            TimestampFormat::of,
            TimestampFormat::words(),
            diagnostics,
        )
        .unwrap_or(TimestampFormat::Rfc3339),
        pagination: choice("pagination", pagination, Pagination::of, Pagination::words(), diagnostics),
        keyed: idempotency_key.iter().filter_map(|method| paths::method(&method.value).ok()).collect(),
        span: name.span.clone(),
    }
}

fn of_protocol(word: &str) -> Option<BodyFormat> {
    BodyFormat::of(word).filter(|format| BodyFormat::OF_PROTOCOLS.contains(format))
}

/// What a word stands for, or what was meant by one that is unknown; nothing if that cannot be told.
fn choice<T>(
    key: &str,
    word: Option<&Text>,
    meaning: impl Fn(&str) -> Option<T>,
    words: impl Iterator<Item = &'static str> + Clone,
    diagnostics: &mut Diagnostics,
) -> Option<T> {
    let word = word?;
    if let Some(meaning) = meaning(&word.value) {
        return Some(meaning);
    }
    let meant = closest(&word.value, words.clone());
    let message = format!("a protocol has no {} for `{key}`", code(&word.value));
    let help = instead(meant, format!("write {}", alternatives(words)));
    diagnostics.push(Diagnostic::new("invalid-protocol", message, &word.span, "unknown").help(help));
    meant.and_then(meaning)
}

/// Checks where a dialect holds.
fn path(dialect: &spec::Dialect, earlier: &[spec::Dialect], diagnostics: &mut Diagnostics) {
    let Ok(path) = &dialect.path else { return };
    if !path.value.starts_with('/') {
        let message = format!("{} cannot begin a path", code(&path.value));
        let fault = Diagnostic::new("invalid-protocol", message, &path.span, "it does not begin with a slash");
        diagnostics.push(fault.help("write how the paths of its endpoints begin, such as `/v1/`"));
    }
    let other = earlier.iter().filter_map(|other| other.path.as_ref().ok()).find(|other| other.value == path.value);
    if let Some(other) = other {
        let message = format!("two protocols hold below {}", code(&path.value));
        let fault = Diagnostic::new("invalid-protocol", message, &path.span, "again here");
        diagnostics.push(fault.label(&other.span, "first here").help("remove one of the two, or change its path"));
    }
}

fn check_method(method: &Text, file: &ApiFile, diagnostics: &mut Diagnostics) {
    let mut fault = |message: String, label: &str, help: String| {
        let fault = Diagnostic::new("invalid-protocol", message, &method.span, label);
        diagnostics.push(fault.help(help));
    };
    match paths::method(&method.value) {
        Err(meant) => {
            let known = alternatives(HttpMethod::words());
            let help = instead(meant, format!("write {known}"));
            fault(format!("{} is not a method", code(&method.value)), "here", help);
        }
        Ok(_) if file.protocol.idempotency_key.is_none() => fault(
            "there is no header for an idempotency key".to_owned(),
            "requests of this method should carry one",
            "name it in `protocol`: `idempotency_key: Idempotency-Key`".to_owned(),
        ),
        Ok(_) => {}
    }
}

/// The dialect with the longest path that begins the path of an endpoint, or the last, which holds elsewhere.
pub(crate) fn of(path: &[PathPart], dialects: &[spec::Dialect]) -> DialectId {
    let start = match path.first() {
        Some(PathPart::Literal(start)) => start.as_str(),
        _ => "",
    };
    let begins = |path: &&Text| start.starts_with(&path.value);
    let length = |dialect: &spec::Dialect| dialect.path.as_ref().ok().filter(begins).map(|path| path.value.len());
    let fitting = dialects.iter().enumerate().filter_map(|(index, dialect)| Some((length(dialect)?, index)));
    DialectId(fitting.max().map_or(dialects.len(), |(_, index)| index))
}

/// Takes out what holds where no dialect is described, if no endpoint is there.
pub(crate) fn drop_unused(api: &mut Api) {
    let last = DialectId(api.dialects.len().saturating_sub(1));
    let mut endpoints = api.resources.iter().flat_map(|resource| &resource.endpoints);
    if last.0 > 0 && endpoints.all(|endpoint| endpoint.dialect != last) {
        api.dialects.pop();
    }
}
