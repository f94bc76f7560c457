//! A program that calls a crate: it begins one call of each module, for which the compiler must see that the answers of all of
//! them may move to another thread.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// Types that every program knows by their names alone.
const KNOWN: [&str; 11] = ["Option", "String", "Vec", "bool", "f32", "f64", "i32", "i64", "str", "u32", "u64"];

/// What the calls are made with. No compiler knows that nothing is ever there, so it must compile the calls.
const BEGINNING: &str = "\
#![allow(deprecated, dead_code, unused_variables)]

use std::any::Any;
use std::pin::pin;
use std::sync::Mutex;
use std::task::{Context, Waker};

static GIVEN: Mutex<Vec<Box<dyn Any + Send>>> = Mutex::new(Vec::new());

fn spawn<T>(call: impl Future<Output = T> + Send + 'static) {
    _ = pin!(call).poll(&mut Context::from_waker(Waker::noop()));
}

fn any<T: 'static>() -> T {
    let given = GIVEN.lock().ok().and_then(|mut given| given.pop());
    *given.and_then(|given| given.downcast().ok()).expect(\"there is nothing\")
}

fn main() {
    let client: client::Client = any();
";

/// Writes the program beside the crate, and says which calls it makes, by method and path: at most so many.
pub(super) fn write(krate: &Path, into: &Path, most: usize) -> Vec<String> {
    let manifest = fs::read_to_string(krate.join("Cargo.toml")).unwrap_or_default();
    let package = manifest.lines().find_map(|line| line.strip_prefix("name = ")).unwrap_or_default().trim_matches('"');
    let listing = listing(krate);
    let calls = calls(&listing);
    let mut program = BEGINNING.to_owned();
    for Call { name: call, arguments, .. } in calls.values().take(most) {
        let arguments: Vec<String> = arguments.iter().map(|ty| format!(", any::<{ty}>()")).collect();
        let arguments = arguments.concat();
        _ = writeln!(
            program,
            "    let own = client.clone();\n    spawn(async move {{ client::{call}(&own{arguments}).await }});"
        );
    }
    program += "}\n";
    let path = krate.display();
    let manifest = format!(
        "[package]\nname = \"{package}-caller\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n\n[dependencies]\n\
         client = {{ package = \"{package}\", path = \"{path}\" }}\n"
    );
    fs::create_dir_all(into.join("src")).expect("the folder can be made");
    fs::write(into.join("Cargo.toml"), manifest).expect("the folder can be written");
    fs::write(into.join("src/main.rs"), program).expect("the folder can be written");
    calls.values().take(most).map(|call| call.sends.to_owned()).collect()
}

struct Call<'l> {
    name: &'l str,
    /// The types of its arguments.
    arguments: Vec<String>,
    /// Its method and path.
    sends: &'l str,
}

/// All public items of a crate, of which large ones have a file for each module.
fn listing(krate: &Path) -> String {
    let parts = fs::read_dir(krate.join("api")).into_iter().flatten().filter_map(|entry| Some(entry.ok()?.path()));
    let files = std::iter::once(krate.join("api.txt")).chain(parts);
    files.map(|file| fs::read_to_string(file).unwrap_or_default()).collect()
}

/// A call of each module.
fn calls(listing: &str) -> BTreeMap<&str, Call<'_>> {
    let mut found = BTreeMap::new();
    for line in listing.lines() {
        let Some((call, rest)) = line.strip_prefix("pub fn ").and_then(|line| line.split_once('(')) else { continue };
        let Some((module, _)) = call.split_once("::").filter(|(_, function)| !function.contains("::")) else {
            continue;
        };
        if !rest.contains(") -> Request<C, ") {
            continue;
        }
        let start = format!("pub arg {call}::");
        let types = listing.lines().filter_map(|line| {
            let (ty, _) = line.strip_prefix(&start)?.split_once(": ")?.1.split_once(" // ")?;
            let ty = ty.strip_suffix(" (deprecated)").unwrap_or(ty);
            // Texts that may be null are given by reference.
            Some(if ty == "Option<String>" { "Option<&str>".to_owned() } else { full(ty, module, listing) })
        });
        let sends = rest.split_once(" // ").map_or("", |(_, sends)| sends.split(',').next().unwrap_or_default());
        found.entry(module).or_insert_with(|| Call { name: call, arguments: types.collect(), sends });
    }
    found
}

/// A type as a program outside of the crate names it.
fn full(ty: &str, module: &str, listing: &str) -> String {
    let mut text = String::new();
    let is_name = |sign: char| sign.is_ascii_alphanumeric() || matches!(sign, '_' | ':' | '#');
    let mut rest = ty;
    while let Some(first) = rest.chars().next() {
        let end = rest.find(|sign| is_name(sign) != is_name(first)).unwrap_or(rest.len());
        let (part, after) = rest.split_at(end);
        rest = after;
        match part {
            _ if !is_name(first) || KNOWN.contains(&part) => text.push_str(part),
            "BTreeMap" => text.push_str("std::collections::BTreeMap"),
            "Json" => text.push_str("client::reexports::serde_json::Value"),
            _ if part.contains("::") => text.extend(["client::", part]),
            _ => {
                let is_own = ["struct", "enum", "type"].iter().any(|kind| {
                    let start = format!("pub {kind} {module}::{part}");
                    listing.lines().any(|line| line.strip_prefix(&start).is_some_and(|rest| !rest.starts_with(is_name)))
                });
                text.push_str("client::");
                text.extend(if is_own { [module, "::"] } else { ["", ""] });
                text.push_str(part);
            }
        }
    }
    text
}
