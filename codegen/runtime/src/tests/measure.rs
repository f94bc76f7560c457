//! What memory large bodies take. These are no tests: they print figures, and run when asked for, one at a time:
//!
//! ```console
//! $ cargo test --release -p clientsmith-runtime --all-features --lib -- --ignored --nocapture --test-threads=1 measure::
//! ```

use super::bodies::{OwnTransport, many_bytes};

#[cfg(feature = "async")]
#[test]
#[ignore = "it measures"]
fn two_gibibytes_by_the_async_client() {
    two_gibibytes::<crate::runtime::Client>("two_gibibytes_by_the_async_client");
}

#[cfg(feature = "blocking")]
#[test]
#[ignore = "it measures"]
fn two_gibibytes_by_the_blocking_client() {
    two_gibibytes::<crate::runtime::BlockingClient>("two_gibibytes_by_the_blocking_client");
}

/// Moves 2 GiB up and down, in several ways, and prints the peak of the memory of the process that does so.
fn two_gibibytes<C: OwnTransport>(test: &str) {
    many_bytes::<C>(&format!("{}::{test}", module_path!()), 2 << 30);
}
