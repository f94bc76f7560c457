//! Whatever a file says, it is read to an end: a crate, or a sentence why there is none.
#![no_main]

use clientsmith::diag::Diagnostics;
use clientsmith::openapi::{self, Files};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let Ok(files) = Files::of_text("openapi.yaml", text.to_owned(), &mut Diagnostics::default()) else { return };
    if openapi::recognise(&files).is_err() {
        return;
    }
    let made = clientsmith::build_document(&files);
    assert!(made.is_ok(), "what cannot be said is left out, and never ends the run");
});
