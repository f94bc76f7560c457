//! The section `# Examples` of documentation.

use std::collections::BTreeSet;

use super::frames::{ASYNC, compiled};
use crate::emit::width;
use crate::rust::{Name, is_used_by_templates};

/// The section with an example for a client, from code about a module with the full paths of these types.
pub(super) fn section(code: &str, types: &BTreeSet<&(Name, Name)>, krate: &Name, module: &Name) -> Vec<String> {
    let code = laid_out(&shortened(code, types, krate, module));
    let mut lines = vec!["# Examples".to_owned(), String::new()];
    lines.extend(compiled(ASYNC, None, &format!("client: {krate}::Client"), &code));
    lines
}

/// Code in which types are in use by their names alone.
fn shortened(code: &str, types: &BTreeSet<&(Name, Name)>, krate: &Name, own: &Name) -> String {
    // Of two types of one name, neither can be in use by it, nor can one that the code means something else by.
    let is_alone = |name: &Name| types.iter().filter(|(_, other)| other == name).count() == 1;
    let is_free = |name: &Name| is_alone(name) && !is_used_by_templates(name.as_str());
    let types: Vec<&(Name, Name)> = types.iter().copied().filter(|(_, name)| is_free(name)).collect();
    if types.is_empty() {
        return code.to_owned();
    }
    let own = Some(own).filter(|own| *own != krate && own.as_str() != "serde_json");
    let modules: BTreeSet<&Name> = types.iter().map(|(module, _)| module).chain(own).collect();
    let mut code = match own {
        Some(own) => code.replace(&format!("{krate}::{own}::"), &format!("{own}::")),
        None => code.to_owned(),
    };
    let mut imports = Vec::new();
    for module in modules {
        let is_own = Some(module) == own;
        let prefix = if is_own { format!("{module}::") } else { format!("{krate}::{module}::") };
        let of_module = types.iter().filter(|(of, _)| of == module);
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

/// Statements as the formatter of generated code lays them out, with the empty lines that they had. It knows no comments, so what
/// has some stays as it is.
pub(crate) fn laid_out(code: &str) -> Vec<String> {
    let blocks = code.split("\n\n").map(|block| {
        if block.lines().any(|line| line.trim_start().starts_with("//") || line.contains(" // ")) {
            return block.lines().map(str::to_owned).collect();
        }
        let Ok(file) = syn::parse_file(&format!("async fn example() {{\n{block}\n}}")) else {
            return block.lines().map(str::to_owned).collect();
        };
        let text = width::filled(&prettyplease::unparse(&file));
        let inside = text.lines().skip(1).map(|line| line.strip_prefix("    ").unwrap_or(line).to_owned());
        let mut lines: Vec<String> = inside.collect();
        lines.pop();
        lines
    });
    blocks.collect::<Vec<_>>().join(&String::new())
}
