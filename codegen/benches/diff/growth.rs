//! How the cost of a report grows with what a description gained, or lost, in one place.

use std::fmt::Write;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use clientsmith::diag::{Source, Sources};

use crate::{Made, reported};

/// What there can be many of.
pub(crate) const KINDS: [&str; 6] = ["calls", "values", "fields", "objects", "codes", "renamed values"];
const SIZES: [usize; 3] = [1_250, 2_500, 5_000];
/// An object has no more members than this.
const MOST_FIELDS: [usize; 3] = [500, 1_000, 2_000];

const API: &str = "\
api: growing
doc: A made-up API.
version: '1'
package: {name: growing, version: 0.1.0, license: MIT}
servers: {api: https://growing.example}
auth: bearer
";

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

/// A description with so many things of a kind; `prefix` begins the names of those that say what they were.
fn description(kind: &str, count: usize, prefix: &str) -> Sources {
    let is_first = |name: &str| if kind == name { count } else { 0 };
    let mut text = String::from(
        "resource: things\ndoc: Things.\nobjects:\n  Thing:\n    doc: A thing.\n    fields:\n      \
         state: {type: State, doc: Its state.}\n",
    );
    let mut add = |count: usize, line: &dyn Fn(usize) -> String| {
        // Writing to a `String` cannot fail.
        (0..count).for_each(|n| _ = writeln!(text, "{}", line(n)));
    };
    add(is_first("fields"), &|n| format!("      field_{n}: {{type: string, doc: A field.}}"));
    add(is_first("objects"), &|n| {
        format!("  Object{n}:\n    doc: An object.\n    fields: {{name: {{type: string, doc: Its name.}}}}")
    });
    add(1, &|_| "enums:\n  State:\n    doc: A state.\n    values:\n      one: One.".to_owned());
    add(is_first("values"), &|n| format!("      value_{n}: A value."));
    add(is_first("renamed values"), &|n| match prefix {
        "" => format!("      value_{n}: A value."),
        prefix => format!("      {prefix}value_{n}: {{doc: A value., was: value_{n}}}"),
    });
    add(1, &|_| "errors:\n  gone: {status: 404, doc: It is gone.}".to_owned());
    add(is_first("codes"), &|n| format!("  code_{n}: {{status: 400, doc: A code.}}"));
    let codes: Vec<String> =
        std::iter::once("gone".to_owned()).chain((0..is_first("codes")).map(|n| format!("code_{n}"))).collect();
    let codes = codes.join(", ");
    add(1, &|_| {
        format!(
            "endpoints:\n  get:\n    doc: Gets it.\n    http: GET /thing\n    returns: Thing\n    errors: [{codes}]"
        )
    });
    add(is_first("calls"), &|n| {
        format!(
            "  call_{n}:\n    doc: Calls it.\n    http: GET /things/{n}\n    \
             params: {{query: {{in: query, type: string, optional: true, doc: What to look for.}}}}\n    \
             returns: Thing\n    errors: [gone]"
        )
    });
    let file = |path: &str, text: String| Source { path: path.to_owned(), text };
    Sources { files: vec![file("spec/api.yaml", API.to_owned()), file("spec/things.yaml", text)] }
}

/// The time since this program first asked.
pub(crate) fn since_start() -> Duration {
    static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    START.elapsed()
}
