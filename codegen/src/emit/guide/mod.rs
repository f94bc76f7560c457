//! What a new user does first, for the crate's front page and its README.

mod first_steps;
mod listening;
mod section;
mod settings;
mod shown;
mod testing;

use crate::rust::{GuideCalls, RustCrate};
use section::Section;
use shown::Shown;

/// The sections that a crate has enough material for.
pub(super) fn sections(krate: &RustCrate) -> Vec<Section> {
    let own_tests = testing::own_tests(krate);
    let Some(calls) = &krate.guide.calls else {
        return listening::events(krate).into_iter().chain(own_tests).collect();
    };
    let GuideCalls { first, repeated, failing, paged, series } = *calls;
    let shown = |place| Shown::of(krate, place);
    let (first, repeated) = (shown(first), shown(repeated));
    let sections = [
        Some(first_steps::first_call(first)),
        failing.map(|place| first_steps::error_handling(shown(place))),
        paged.map(|place| first_steps::pages(shown(place))),
        series.and_then(|place| first_steps::series(shown(place))),
        listening::events(krate),
        Some(settings::retries(repeated)),
        Some(settings::time_outs(first)),
        Some(settings::without_async(first)),
        Some(settings::tracing(first)),
        own_tests,
        Some(testing::tests_of_calls(repeated)),
    ];
    sections.into_iter().flatten().collect()
}
