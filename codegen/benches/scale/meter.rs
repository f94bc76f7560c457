//! What a program takes, with all that it starts.

use std::collections::BTreeMap;
use std::fs;
use std::process::{Command, Stdio};
use std::time::Duration;

/// How often memory is looked at. It only ever grows, so only what a process takes at its very end is missed.
const INTERVAL: Duration = Duration::from_millis(20);

/// What a program took.
#[derive(Clone, Copy)]
pub(crate) struct Cost {
    /// On a processor.
    pub(crate) seconds: f64,
    /// The most that one of its processes had.
    pub(crate) mebibytes: usize,
}

/// Runs a program, and says what it took; or the first line of what it said if it failed.
pub(crate) fn run(command: &mut Command) -> Result<Cost, String> {
    let before = children_seconds();
    let command = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
    let child = command.spawn().map_err(|error| error.to_string())?;
    let id = child.id();
    let (sender, ended) = std::sync::mpsc::channel();
    let waiting = std::thread::spawn(move || {
        let output = child.wait_with_output();
        _ = sender.send(());
        output
    });
    let mut peaks = BTreeMap::new();
    while ended.recv_timeout(INTERVAL).is_err() {
        note_peaks(id, &mut peaks);
    }
    let output = waiting.join().expect("waiting does not panic").map_err(|error| error.to_string())?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        let line = said.lines().find(|line| line.starts_with("error")).or(said.lines().next());
        return Err(line.unwrap_or("it failed").replace('|', " "));
    }
    let kibibytes: usize = peaks.into_values().max().unwrap_or_default();
    Ok(Cost { seconds: children_seconds() - before, mebibytes: kibibytes / 1024 })
}

/// Notes the most memory that a process and those that it started had so far.
fn note_peaks(id: u32, peaks: &mut BTreeMap<u32, usize>) {
    let read = |file: &str| fs::read_to_string(format!("/proc/{id}/{file}")).unwrap_or_default();
    let status = read("status");
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    if let Some(peak) = line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok()) {
        peaks.insert(id, peak);
    }
    // A process that was started is a child of the thread that started it.
    let threads = fs::read_dir(format!("/proc/{id}/task")).into_iter().flatten().flatten();
    for children in threads.filter_map(|thread| fs::read_to_string(thread.path().join("children")).ok()) {
        for child in children.split_whitespace().filter_map(|child| child.parse().ok()) {
            note_peaks(child, peaks);
        }
    }
}

/// The time that all processes that ended had on a processor.
fn children_seconds() -> f64 {
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields: Vec<&str> = stat.rsplit(')').next().unwrap_or_default().split_whitespace().collect();
    let ticks = |index: usize| fields.get(index).and_then(|field| field.parse::<f64>().ok()).unwrap_or_default();
    (ticks(13) + ticks(14)) / 100.0
}
