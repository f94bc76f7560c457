//! A program that calls a crate: it spawns one call of each module, for which the compiler must see that the answers of all of
//! them may move to another thread.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// What arguments can be made of without a look into the crate.
const KNOWN: [&str; 9] =
    ["String", "bool", "i32", "i64", "u32", "u64", "f64", "Vec<String>", "std::collections::BTreeMap<String, String>"];

/// Writes the program beside the crate, and says how many modules it calls; none are called of which all calls take more.
pub(super) fn write(krate: &Path, into: &Path) -> usize {
    let manifest = fs::read_to_string(krate.join("Cargo.toml")).unwrap_or_default();
    let package = manifest.lines().find_map(|line| line.strip_prefix("name = ")).unwrap_or_default().trim_matches('"');
    let listing = fs::read_to_string(krate.join("api.txt")).unwrap_or_default();
    let calls = calls(&listing);
    let mut program = String::from(
        "#![allow(deprecated)]\n\nfn spawn<T>(_: impl Future<Output = T> + Send + 'static) {}\n\nfn any<T>() -> T {\n    \
         unimplemented!()\n}\n\nfn main() {\n    let client: client::Client = any();\n",
    );
    for (call, arguments) in calls.values() {
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
    calls.len()
}

/// A call of each module, with the types of its arguments.
fn calls(listing: &str) -> BTreeMap<&str, (&str, Vec<&str>)> {
    let mut found = BTreeMap::new();
    for line in listing.lines() {
        let Some((call, rest)) = line.strip_prefix("pub fn ").and_then(|line| line.split_once('(')) else { continue };
        let Some((module, _)) = call.split_once("::").filter(|(_, function)| !function.contains("::")) else {
            continue;
        };
        let Some((arguments, _)) = rest.split_once(") -> Request<C, ") else { continue };
        let Some(arguments) = arguments.strip_prefix("client: &C") else { continue };
        let types: Vec<&str> =
            arguments.split(", ").filter_map(|argument| Some(argument.split_once(": ")?.1)).collect();
        if !call.contains('<') && types.iter().all(|ty| KNOWN.contains(ty)) {
            found.entry(module).or_insert((call, types));
        }
    }
    found
}
