//! What the compiler spends on an item of each kind, beside serde's derive of the same. It is the slope between a crate with few
//! copies and one with many, so that neither the runtime nor dependencies count.
//! Run with `cargo bench -p clientsmith --bench compile_time` (Linux: it reads the children's CPU time from `/proc`); words
//! behind `--` choose kinds by their names.

#[path = "compile_time/crates.rs"]
mod crates;
#[path = "compile_time/kinds.rs"]
mod kinds;

use crates::{Files, Workshop, by_hand, generated};
use kinds::KINDS;

/// Copies in the smaller crate and in the larger one: with fewer, what a run takes more or less than another counts for as much.
const COPIES: [u16; 2] = [10, 210];

/// Of what serde can derive, no kind may cost more than this part of it.
const BOUND: f64 = 1.0 / 3.0;

fn main() {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with("--")).collect();
    let is_wanted = |name: &str| words.is_empty() || words.iter().any(|word| name.contains(word.as_str()));
    let mut workshop = Workshop::new();
    println!("CPU milliseconds (user) for each item, the crate alone:");
    println!("{:<32}{:>8}{:>9}{:>14}{:>9}{:>14}", "kind", "dev", "release", "by serde: dev", "release", "part of it");
    for kind in KINDS.iter().filter(|kind| is_wanted(kind.name)) {
        let Some(whole) = slope(&mut workshop, |copies| generated(kind.resource(copies))) else { continue };
        let besides = slope(&mut workshop, |copies| kind.resource_besides(copies).and_then(generated));
        let ours = besides.map_or(whole, |besides| [0, 1].map(|profile| whole[profile] - besides[profile]));
        let theirs = slope(&mut workshop, |copies| kind.module(copies).map(by_hand));
        println!("{:<32}{}", kind.name, row(ours, theirs));
    }
}

/// CPU milliseconds for one more copy, in development and for a release.
fn slope(workshop: &mut Workshop, files: impl Fn(usize) -> Option<Files>) -> Option<[f64; 2]> {
    let [few, many] = COPIES.map(|copies| files(copies.into()).map(|files| workshop.cost(&files)));
    let (few, many) = (few?, many?);
    let copies = COPIES[1] - COPIES[0];
    Some([0, 1].map(|profile| (many[profile] - few[profile]) * 1000.0 / f64::from(copies)))
}

fn row([dev, release]: [f64; 2], by_serde: Option<[f64; 2]>) -> String {
    let ours = format!("{dev:>8.1}{release:>9.1}");
    let Some(theirs) = by_serde else { return ours + "     not derived" };
    let parts = [dev / theirs[0], release / theirs[1]];
    let verdict = if parts.iter().any(|part| *part > BOUND) { ", more than a third" } else { "" };
    let percents = parts.map(|part| format!("{:.0} %", part * 100.0)).join(", ");
    format!("{ours}{:>14.1}{:>9.1}{percents:>14}{verdict}", theirs[0], theirs[1])
}
