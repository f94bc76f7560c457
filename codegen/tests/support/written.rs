//! What is written of a description, held against what was read.

use clientsmith::diag::{Diagnostics, Source, Sources};
use clientsmith::spec::{self, Description};

/// What a description says, without the places where it says it.
fn without_places(description: &Description) -> String {
    let text = format!("{description:#?}");
    let is_place = |line: &str| {
        let line = line.trim_start();
        line.starts_with("file: ") || line.starts_with("bytes: ")
    };
    let lines = text.lines().filter(|line| !is_place(line));
    lines.fold(String::new(), |text, line| text + line + "\n")
}

/// The description that files hold, and their crate.
fn read(sources: &Sources) -> Result<(Description, Vec<(String, String)>), String> {
    let mut found = Diagnostics::default();
    let description = spec::read(sources, &mut found);
    let built = clientsmith::build(sources).map_err(|faults| faults.render(sources, false))?;
    let files = built.value.iter().map(|(path, text)| (path.to_owned(), text.to_owned()));
    Ok((description, files.collect()))
}

/// The files that say a description.
pub(crate) fn written(description: &Description) -> Sources {
    let files = spec::write(description).into_iter();
    Sources { files: files.map(|(path, text)| Source { path: format!("spec/{path}"), text }).collect() }
}

/// What is wrong with what is written of a description; nothing if nothing is.
pub(crate) fn fault(name: &str, sources: &Sources) -> Option<String> {
    let (description, krate) = read(sources).ok()?;
    let again = written(&description);
    let shown = || again.files.iter().flat_map(|file| [&file.path, "\n", &file.text]).collect::<String>();
    let (same, same_krate) = match read(&again) {
        Ok(read) => read,
        Err(report) => return Some(format!("{name}: {report}\n{}", shown())),
    };
    let (before, after) = (without_places(&description), without_places(&same));
    if before != after {
        let changes = similar::TextDiff::from_lines(&before, &after);
        let changes = changes.unified_diff().context_radius(8).to_string();
        return Some(format!("{name}: another description\n{changes}"));
    }
    if krate != same_krate {
        return Some(format!("{name}: another crate"));
    }
    (written(&same) != again).then(|| format!("{name}: written otherwise the second time"))
}
