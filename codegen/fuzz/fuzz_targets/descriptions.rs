//! Whatever the files of a description say, they are read to an end: a crate, or a report that says why there is none.
#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../../tests/hostile/survival.rs"]
mod survival;

fuzz_target!(|text: &str| {
    survival::survive(&survival::files_of(text));
});
