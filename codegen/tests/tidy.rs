//! The rules by which the sources stay easy to read, held by a machine: module documentation, sizes, who may know whom,
//! what must not appear. Each breach is reported with its place and what to do.

mod support;

#[path = "tidy/arrows.rs"]
mod arrows;
#[path = "tidy/circles.rs"]
mod circles;
#[path = "tidy/modules.rs"]
mod modules;
#[path = "tidy/orphans.rs"]
mod orphans;
#[path = "tidy/paths.rs"]
mod paths;
#[path = "tidy/sizes.rs"]
mod sizes;
#[path = "tidy/sources.rs"]
mod sources;
#[path = "tidy/texts.rs"]
mod texts;
#[path = "tidy/words.rs"]
mod words;

/// Something that a rule forbids: where it is, and what to do about it.
struct Breach {
    path: String,
    line: usize,
    message: String,
}

/// Fails the test if there are breaches.
#[track_caller]
fn report(breaches: Vec<Breach>) {
    let lines = breaches.into_iter().map(|Breach { path, line, message }| format!("{path}:{line}: {message}\n"));
    let text: String = lines.collect();
    assert!(text.is_empty(), "\n{text}");
}
