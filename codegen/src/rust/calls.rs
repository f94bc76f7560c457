//! Calls as documentation shows them.

use std::collections::BTreeSet;

use super::model::{Part, Request, RustType};
use super::names::Name;
use super::types::Types;

/// A call of a request function with all that is required, as an expression with full paths in its arguments.
pub(super) fn call(module: &Name, request: &Request) -> String {
    let samples = request.required().map(|parameter| parameter.sample.code.as_str());
    let arguments: Vec<&str> = std::iter::once("&client").chain(samples).collect();
    format!("{module}::{}({})", request.function, arguments.join(", "))
}

/// What keeps the answer of a call: nothing, if there is none.
pub(super) fn binding(request: &Request) -> &'static str {
    if request.returns == RustType::Unit { "" } else { "let answer = " }
}

/// The documentation example of a request function: what is required, and the first thing that is not.
pub(super) fn example(request: &Request, types: &Types<'_>) -> Vec<String> {
    let Types { krate, module, .. } = types;
    let setter = request.optional().find(|parameter| !parameter.sample.code.is_empty());
    let set = setter.map(|parameter| format!(".{}({})", parameter.name, parameter.sample.code)).unwrap_or_default();
    let call = format!("{krate}::{}{set}.await?;", call(module, request));
    let named = request.required().chain(setter).flat_map(|parameter| &parameter.sample.types);
    section(&(binding(request).to_owned() + &call), named.collect(), types)
}

/// What a batch of a sender's requests holds, as an expression.
pub(super) fn batch(request: &Request) -> &str {
    let batch = request.required().find(|parameter| parameter.part != Part::Token);
    batch.map(|parameter| parameter.sample.code.as_str()).unwrap_or_default()
}

/// The section of documentation with an example for a client, from code with the full paths of these types.
pub(super) fn section(code: &str, named: Vec<&(Name, Name)>, types: &Types<'_>) -> Vec<String> {
    let code = laid_out(&shortened(code, named, types));
    let mut lines = vec!["# Examples".to_owned(), String::new()];
    lines.extend(compiled(ASYNC, None, &format!("client: {}::Client", types.krate), &code));
    lines
}

/// Code in which types are in use by their names alone.
fn shortened(code: &str, mut types_named: Vec<&(Name, Name)>, types: &Types<'_>) -> String {
    let Types { krate, module: own, .. } = types;
    types_named.sort_unstable();
    types_named.dedup();
    let all = types_named.clone();
    // Of two types of one name, neither can be in use by it.
    types_named.retain(|(_, name)| all.iter().filter(|(_, other)| other == name).count() == 1);
    if types_named.is_empty() {
        return code.to_owned();
    }
    let modules: BTreeSet<&Name> = types_named.iter().map(|(module, _)| module).chain([*own]).collect();
    let mut code = code.replace(&format!("{krate}::{own}::"), &format!("{own}::"));
    let mut imports = Vec::new();
    for module in modules {
        let is_own = module == *own;
        let prefix = if is_own { format!("{own}::") } else { format!("{krate}::{module}::") };
        let of_module = types_named.iter().filter(|(of, _)| of == module);
        let mut used: Vec<&str> = of_module.map(|(_, name)| name.as_str()).collect();
        for name in &used {
            code = code.replace(&format!("{prefix}{name}::"), &format!("{name}::"));
        }
        if is_own && code.contains(&prefix) {
            used.insert(0, "self");
        }
        imports.push(match used[..] {
            ["self"] => format!("use {krate}::{module};"),
            _ => format!("use {krate}::{module}::{{{}}};", used.join(", ")),
        });
    }
    format!("{}\n\n{code}", imports.join("\n"))
}

/// Statements as the formatter of generated code lays them out, with the empty lines that they had.
fn laid_out(code: &str) -> Vec<String> {
    let blocks = code.split("\n\n").map(|block| {
        let Ok(file) = syn::parse_file(&format!("async fn example() {{\n{block}\n}}")) else {
            return block.lines().map(str::to_owned).collect();
        };
        let text = prettyplease::unparse(&file);
        let inside = text.lines().skip(1).map(|line| line.strip_prefix("    ").unwrap_or(line).to_owned());
        let mut lines: Vec<String> = inside.collect();
        lines.pop();
        lines
    });
    blocks.collect::<Vec<_>>().join(&String::new())
}

/// The function that stands around code which rustdoc compiles.
#[derive(Clone, Copy, Debug)]
pub(super) struct Frame {
    features: &'static [&'static str],
    function: &'static str,
}

/// For code that awaits.
pub(super) const ASYNC: Frame = Frame { features: &["async"], function: "async fn" };
/// For code that blocks.
pub(super) const BLOCKING: Frame = Frame { features: &["blocking"], function: "fn" };
/// For code that awaits within a span.
pub(super) const TRACED: Frame = Frame { features: &["async", "tracing"], function: "async fn" };

/// Code that rustdoc compiles but does not run: the body of a function with these arguments, which may fail. Code
/// outside the module of which it speaks needs the feature that brings it.
pub(super) fn compiled(frame: Frame, feature: Option<&str>, arguments: &str, code: &[String]) -> Vec<String> {
    let Frame { features, function } = frame;
    let features: Vec<String> =
        features.iter().copied().chain(feature).map(|feature| format!("feature = {feature:?}")).collect();
    let condition = if features.len() > 1 { format!("all({})", features.join(", ")) } else { features.concat() };
    let head = format!("# {function} example({arguments}) -> Result<(), Box<dyn std::error::Error>> {{");
    let mut lines = vec!["```no_run".to_owned(), format!("# #[cfg({condition})]"), head];
    lines.extend_from_slice(code);
    lines.extend(["# Ok(())", "# }", "```"].map(str::to_owned));
    lines
}
