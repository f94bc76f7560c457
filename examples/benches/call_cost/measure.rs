//! CPU time of this thread, in user and in kernel mode, and how it is told. Rounds alternate, and ratios are taken within each
//! of them. Needs Linux.

use std::{env, fs};

/// Short rounds, so that whatever else the machine does meets all callers alike.
const ROUNDS: usize = 300;

/// A generated client may cost this much more than its library by hand.
const AIM: f64 = 1.15;

/// A name, and what does so many of what is measured.
pub(crate) type Caller<'a> = (&'a str, &'a dyn Fn(u32));

/// Prints what several ways to do the same cost, of which a round does this many, and the first one as a ratio to each of
/// the others.
pub(crate) fn compare(what: &str, in_a_round: u32, callers: &[Caller<'_>]) {
    if let Some((name, count)) = alone() {
        let asked = callers.iter().filter(|(caller, _)| *caller == name);
        return asked.for_each(|(_, run)| run(count));
    }
    // `cargo test --all-targets` runs this without the flag: one round shows that it works.
    let is_asked = env::args().any(|argument| argument == "--bench");
    let (rounds, count) = if is_asked { (ROUNDS, in_a_round) } else { (1, 1) };
    let round = || callers.iter().map(|(_, run)| cost_of(count, || run(count))).collect::<Vec<f64>>();
    let costs: Vec<Vec<f64>> = (0..rounds).map(|_| round()).collect();
    println!("CPU time of {what}, user and kernel, median of {rounds} rounds of {count} each");
    for (index, (name, _)) in callers.iter().enumerate() {
        let cost = median(costs.iter().map(|round| round[index]).collect());
        let ratio = median(costs.iter().map(|round| round[0] / round[index]).collect());
        let note = match index {
            0 => String::new(),
            1 => format!("ratio {ratio:.3} (aim: at most {AIM})"),
            _ => format!("ratio {ratio:.3}"),
        };
        println!("{name:<32}{cost:6.3} µs   {note}");
    }
    println!();
}

/// Who is to run by itself, and how often: for a profiler, which is to see nothing else.
fn alone() -> Option<(String, u32)> {
    let mut arguments = env::args().skip_while(|argument| argument != "--alone").skip(1);
    let name = arguments.next()?;
    Some((name, arguments.next()?.parse().expect("behind the name stands a number of calls")))
}

/// Microseconds that `run` takes for each of what it does.
fn cost_of(count: u32, run: impl FnOnce()) -> f64 {
    let before = cpu_nanoseconds();
    run();
    let spent = u32::try_from((cpu_nanoseconds() - before) / 1000).expect("a round takes less than an hour");
    f64::from(spent) / f64::from(count)
}

/// The CPU time of this thread until now.
fn cpu_nanoseconds() -> u64 {
    let statistics = fs::read_to_string("/proc/thread-self/schedstat").expect("Linux tells the CPU time of a thread");
    let first = statistics.split_whitespace().next().and_then(|field| field.parse().ok());
    first.expect("the first field is the time on the CPU in nanoseconds")
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
