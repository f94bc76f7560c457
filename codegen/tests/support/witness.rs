//! The program of a caller who uses every public item of a crate: it compiles as long as none of them is another.

use std::fmt::Write as _;

use clientsmith::surface::{SurfaceLine, Usage};

use super::Folder;

/// What stands before the uses: callers of a client send with `send` where it blocks, which needs no client here.
const HEAD: &str = "
#![allow(warnings)]

/// Stands for a client that sends.
trait Send {
    type Answer;

    fn send(self) -> Self::Answer;
}

impl<C, O: KRATE::Operation> Send for KRATE::Request<C, O> {
    type Answer = Result<O::Output, KRATE::Error<O::Error>>;

    fn send(self) -> Self::Answer {
        unreachable!()
    }
}
";

/// A crate that is used.
#[derive(Clone, Copy)]
pub(crate) struct Krate<'a> {
    /// The name of its package.
    pub(crate) package: &'a str,
    /// Its folder, from that of the program.
    pub(crate) path: &'a str,
}

/// The package of a program that uses these items of a crate, without any feature but those that bring them.
pub(crate) fn package(name: &str, krate: Krate<'_>, lines: &[SurfaceLine]) -> Folder {
    let modules = lines.iter().filter(|line| line.text.starts_with("pub mod "));
    let features: Vec<&str> = modules.filter_map(|line| line.text.split('"').nth(1)).collect();
    let Krate { package, path } = krate;
    let manifest = format!(
        "[package]\nname = \"{name}\"\nedition = \"2024\"\npublish = false\n\n[dependencies]\nserde_json = \"1\"\n\
         {package} = {{ path = \"{path}\", default-features = false, features = {features:?} }}\n",
    );
    let program = witness(lines, &package.replace('-', "_"));
    Folder::from([("Cargo.toml".to_owned(), manifest.into_bytes()), ("src/lib.rs".to_owned(), program.into_bytes())])
}

/// The program as a library, with a function `line_<index>` for each line that can be used. It needs none of the crate's
/// features but those of its resources, and `serde_json`.
pub(crate) fn witness(lines: &[SurfaceLine], krate_name: &str) -> String {
    let mut program = HEAD.replace("KRATE", krate_name);
    for (index, line) in lines.iter().enumerate() {
        // Who walks through pages needs a client that sends, which is not there.
        if let Some(usage) = line.usage.as_ref().filter(|usage| !usage.code.contains(".items()")) {
            add_function(index, line, usage, krate_name, &mut program);
        }
    }
    program
}

fn add_function(index: usize, line: &SurfaceLine, usage: &Usage, krate_name: &str, program: &mut String) {
    let given = usage.given.as_ref();
    let client = given.is_none_or(|(name, _)| name != "client").then(|| ("client".to_owned(), "&C".to_owned()));
    let arguments: Vec<String> = client.iter().chain(given).map(|(name, ty)| format!("{name}: {ty}")).collect();
    let code = usage.code.replace(".await", ".send()").replace('\n', "\n    ");
    write!(
        program,
        "
// {}
fn line_{index}<C: {krate_name}::ApiClient, O: {krate_name}::Operation>({}) -> Result<(), Box<dyn std::error::Error>> {{
    {code}
    Ok(())
}}
",
        line.text,
        arguments.join(", "),
    )
    .expect("text in memory takes whatever is written into it");
}
