//! How the cost of a report grows with what a description gained, or lost, in one place.

use std::sync::LazyLock;
use std::time::{Duration, Instant};

use crate::described::description;
use crate::{Made, reported};

const SIZES: [usize; 3] = [1_250, 2_500, 5_000];
/// An object has no more members than this.
const MOST_FIELDS: [usize; 3] = [500, 1_000, 2_000];

/// Prints what it takes to tell that a kind of things came, and that it went, at each size.
pub(crate) fn measure(kind: &str) {
    let sizes = if kind == "fields" { MOST_FIELDS } else { SIZES };
    let times = sizes.map(|count| {
        let (few, many) = (Made::of(description(kind, 0, "")), Made::of(description(kind, count, "")));
        if kind == "renamed values" {
            let renamed = Made::of(description(kind, count, "again_"));
            return mean(&many, &renamed, count);
        }
        mean(&few, &many, count).max(mean(&many, &few, count))
    });
    let exponent = |index: usize| (times[index + 1].as_secs_f64() / times[index].as_secs_f64()).log2();
    println!(
        "{sizes:?} {kind}: {times:.1?}; doubled, the time grows by an exponent of {:.2} and {:.2} (aim 1)",
        exponent(0),
        exponent(1)
    );
}

/// The mean of the times that it takes to report so many rows, but for the first, which finds no memory yet.
fn mean(old: &Made, new: &Made, rows: usize) -> Duration {
    const RUNS: u32 = 10;
    let report = || {
        let (report, time) = reported(old, new);
        assert_eq!(report.rows.len(), rows);
        time
    };
    report();
    (0..RUNS).map(|_| report()).sum::<Duration>() / RUNS
}

/// The time since this program first asked.
pub(crate) fn since_start() -> Duration {
    static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    START.elapsed()
}
