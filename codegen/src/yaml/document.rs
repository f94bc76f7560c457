//! The reader of published documents, in JSON or YAML.

use super::{
    input::Input,
    json, lenient,
    node::{Faulty, Node, Read},
    remarks::Remarks,
};
use crate::diag::{Diagnostic, Diagnostics, Severity, Source, Sources};

/// The tree of a published document, or what hinders; an empty file is `null`.
///
/// It is read as its writer probably meant it: aliases, merge keys and YAML's own tags are resolved, and what is not sure
/// becomes a remark, of which [`REMARKS`](super::REMARKS) has the kinds.
pub fn read_leniently(sources: &Sources, file: usize, diagnostics: &mut Diagnostics) -> Read<Node> {
    let mut found = Remarks::default();
    let source = &sources.files[file];
    let input = Input::printable(&source.text, file, &mut found);
    let read = input.and_then(|input| json_or_yaml(&input, source, &mut found));
    found.into_list().into_iter().for_each(|remark| diagnostics.push(remark));
    read.map_err(|fault| {
        diagnostics.push(fault);
        Faulty
    })
}

fn json_or_yaml(input: &Input<'_>, source: &Source, remarks: &mut Remarks) -> Result<Node, Diagnostic> {
    if !json::is_likely(&input.text) {
        return lenient::read(input, remarks);
    }
    let mut on_json = remarks.clone();
    let no_json = match json::read(input, &mut on_json) {
        Ok(node) => {
            *remarks = on_json;
            return Ok(node);
        }
        Err(fault) => fault,
    };
    let is_named_json = source.path.to_ascii_lowercase().ends_with(".json");
    match lenient::read(input, remarks) {
        Ok(node) => {
            if is_named_json {
                remarks.add(read_as_yaml(no_json));
            }
            Ok(node)
        }
        Err(no_yaml) => Err(if is_named_json { no_json } else { farther(no_json, no_yaml) }),
    }
}

/// The fault that comes later: whoever came that far knows better what the text was to be.
fn farther(one: Diagnostic, other: Diagnostic) -> Diagnostic {
    let place = |fault: &Diagnostic| fault.labels.first().map(|label| label.span.bytes.start);
    if place(&one) >= place(&other) { one } else { other }
}

fn read_as_yaml(no_json: Diagnostic) -> Diagnostic {
    let message = format!("this is read as YAML: {}", no_json.message);
    Diagnostic { severity: Severity::Remark, rule: "loose-json", message, ..no_json }
}
