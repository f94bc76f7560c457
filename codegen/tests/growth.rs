//! Twice as much in a description costs no more than twice as much. Memory is counted, since that is the same in each run;
//! `cargo bench -p clientsmith --bench diff` measures the time.

#[path = "../benches/diff/described.rs"]
mod described;

use allocation_counter::{AllocationInfo, measure};
use clientsmith::diag::Sources;
use clientsmith::history::Opened;

const SIZE: usize = 200;
/// Lists that grow by doubling their room may do so once more.
const MOST_TENTHS: u64 = 22;

#[test]
fn crate_costs_as_much_as_there_is_in_it() {
    for kind in described::KINDS {
        let cost = |count| {
            let sources = described::description(kind, count, "");
            measure(|| assert!(clientsmith::build(&sources).is_ok(), "{kind}"))
        };
        assert_even(&format!("a crate of {kind}"), cost);
    }
}

#[test]
fn report_costs_as_much_as_there_is_to_tell() {
    for kind in described::KINDS {
        let many = |count| described::description(kind, count, "");
        let few = || described::description(kind, 0, "");
        if kind == "renamed values" {
            let renamed = |count| described::description(kind, count, "again_");
            assert_even(kind, |count| cost_of_report(many(count), renamed(count), count));
        } else {
            assert_even(&format!("{kind} that came"), |count| cost_of_report(few(), many(count), count));
            assert_even(&format!("{kind} that went"), |count| cost_of_report(many(count), few(), count));
        }
    }
}

fn cost_of_report(old: Sources, new: Sources, rows: usize) -> AllocationInfo {
    let [old, new] = [("old", old), ("new", new)].map(|(label, sources)| Opened::of_sources(label, sources, None));
    measure(|| {
        let compared = clientsmith::review::compare(&old, &new);
        let report = compared.unwrap_or_else(|found| panic!("{}", found.0.render(&found.1, false))).0.value;
        assert_eq!(report.rows.len(), rows);
    })
}

fn assert_even(what: &str, cost: impl Fn(usize) -> AllocationInfo) {
    let [once, twice] = [SIZE, 2 * SIZE].map(cost);
    for (of, once, twice) in [
        ("allocations", once.count_total, twice.count_total),
        ("bytes", once.bytes_total, twice.bytes_total),
        ("bytes at once", once.bytes_max, twice.bytes_max),
    ] {
        assert!(twice * 10 <= once * MOST_TENTHS, "{what}: {once} {of} for {SIZE}, {twice} for twice as many");
    }
}
