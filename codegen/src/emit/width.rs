//! The width of lines. The formatter breaks them early: what stands in brackets, or is a value of a struct, is put into
//! one line where it fits.

/// The longest line.
pub(super) const WIDTH: usize = 120;
/// By how much what is inside stands further right.
const INDENT: usize = 4;
/// What begins a declaration or a choice, of which each part keeps a line of its own.
const IN_LINES: [&str; 7] = ["const ", "enum ", "struct ", "match ", "use ", "= match ", "macro_rules! "];

/// Formatted code in which lines are as long as they may be.
pub(super) fn filled(text: &str) -> String {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    loop {
        let before = lines.len();
        lines = joined(&lines);
        if lines.len() == before {
            return lines.join("\n") + "\n";
        }
    }
}

/// The lines, with those in brackets that hold no other brackets in one.
fn joined(lines: &[String]) -> Vec<String> {
    let mut all = Vec::with_capacity(lines.len());
    let mut rest = lines;
    let mut is_text = false;
    while let [line, behind @ ..] = rest {
        // Texts of several lines are what they are.
        is_text = if is_text { !line.contains("\"#") } else { line.contains("r#\"") && !line.contains("\"#") };
        let group = if is_text { None } else { group(line, behind).or_else(|| imports(line, behind)) };
        let (lines, count) = group.unwrap_or_else(|| (vec![line.clone()], 0));
        rest = &behind[count..];
        all.extend(lines);
    }
    all
}

/// The names that a `use` brings, in lines that are full, and how many there were.
fn imports(line: &str, behind: &[String]) -> Option<(Vec<String>, usize)> {
    let code = line.trim_start();
    if !code.strip_prefix("pub ").unwrap_or(code).starts_with("use ") || !line.ends_with('{') {
        return None;
    }
    let depth = indent_of(line) + INDENT;
    let count = behind.iter().position(|line| indent_of(line) < depth)?;
    let indent = " ".repeat(depth);
    let mut lines = vec![line.to_owned(), indent.clone()];
    for name in behind[..count].iter().flat_map(|line| line.split(',')).map(str::trim).filter(|name| !name.is_empty()) {
        let mut last = lines.pop().unwrap_or_default();
        if last.chars().count() + name.chars().count() + ", ".len() > WIDTH {
            lines.push(std::mem::replace(&mut last, indent.clone()));
        }
        let space = if last.len() == depth { "" } else { " " };
        lines.push(last + space + name + ",");
    }
    if let [first, only] = lines.as_slice() {
        let whole = format!("{first}{}{}", only.trim().trim_end_matches(','), behind[count].trim_start());
        if whole.chars().count() <= WIDTH {
            return Some((vec![whole], count + 1));
        }
    }
    Some((lines, count))
}

/// What begins in a line and ends in one of those behind, as one line, and how many of those are in it.
fn group(line: &str, behind: &[String]) -> Option<(Vec<String>, usize)> {
    let space = if line.ends_with('{') { " " } else { "" };
    let code = line.trim_start();
    let code = code.strip_prefix("pub ").unwrap_or(code);
    let is_open = line.ends_with(['(', '{', '[', '<']) && !code.starts_with("//");
    if !is_open
        || IN_LINES.iter().any(|start| code.starts_with(start) || start.starts_with('=') && code.contains(start))
    {
        return None;
    }
    let depth = behind.first().map(|line| indent_of(line)).filter(|depth| *depth > indent_of(line))?;
    let count = behind.iter().position(|line| indent_of(line) < depth)?;
    let (inside, end) = (&behind[..count], behind[count].trim_start());
    // The last part of an attribute has no comma.
    let is_part = |index: usize, line: &str| line.ends_with(',') || end.starts_with(')') && index + 1 == count;
    let is_flat = |(index, line): (usize, &String)| {
        indent_of(line) == depth && is_part(index, line) && !line.trim_start().starts_with(['#', '/'])
    };
    if !inside.iter().enumerate().all(is_flat) || !end.starts_with([')', '}', ']', '>']) {
        return None;
    }
    let inside: Vec<&str> = inside.iter().map(|line| line.trim()).collect();
    let inside = inside.join(" ");
    let whole = format!("{line}{space}{}{space}{}", inside.trim_end_matches(','), end);
    (whole.chars().count() <= WIDTH).then(|| (vec![whole], count + 1))
}

fn indent_of(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

#[cfg(test)]
mod tests {
    use super::filled;

    /// What the formatter writes, and what becomes of it.
    const LINES: &[(&str, &str)] = &[
        ("call(\n    first,\n    second,\n);\n", "call(first, second);\n"),
        ("first(&[\n    1,\n    2,\n]);\n", "first(&[1, 2]);\n"),
        ("Limits {\n    attempts: 3,\n}\n", "Limits { attempts: 3 }\n"),
        ("field: Option<\n    Expandable<Id, Object>,\n>,\n", "field: Option<Expandable<Id, Object>>,\n"),
        ("#[cfg_attr(\n    not(\n        one\n    ),\n    two\n)]\n", "#[cfg_attr(not(one), two)]\n"),
        ("outer(\n    inner(\n        1,\n        2,\n    ),\n    3,\n);\n", "outer(inner(1, 2), 3);\n"),
        // What declares, chooses or explains keeps its lines.
        ("struct Limits {\n    attempts: u32,\n}\n", "struct Limits {\n    attempts: u32,\n}\n"),
        ("pub enum Choice {\n    One,\n    Two,\n}\n", "pub enum Choice {\n    One,\n    Two,\n}\n"),
        ("match choice {\n    One => 1,\n    Two => 2,\n}\n", "match choice {\n    One => 1,\n    Two => 2,\n}\n"),
        ("let number = match choice {\n    One => 1,\n}\n", "let number = match choice {\n    One => 1,\n}\n"),
        ("call(\n    // Why.\n    first,\n);\n", "call(\n    // Why.\n    first,\n);\n"),
        ("/// Like call(\n///     first,\n/// )\n", "/// Like call(\n///     first,\n/// )\n"),
        ("call({\n    let one = 1;\n    one\n});\n", "call({\n    let one = 1;\n    one\n});\n"),
        // Names that are brought into scope fill their lines.
        ("use super::{\n    One,\n    Two,\n};\n", "use super::{One, Two};\n"),
        // A text of several lines is what it is.
        ("call(r#\"{\n(\n    1,\n)\n\"#);\n", "call(r#\"{\n(\n    1,\n)\n\"#);\n"),
    ];

    #[test]
    fn what_fits_stands_in_one_line() {
        for (formatted, expected) in LINES {
            assert_eq!(filled(formatted), *expected);
        }
    }

    #[test]
    fn no_line_is_longer_than_the_width() {
        for length in [110, 111] {
            let text = format!("call(\n    \"{}\",\n);\n", "a".repeat(length));
            let is_one_line = filled(&text).lines().count() == 1;
            assert_eq!(is_one_line, length + "call(\"\");".len() <= super::WIDTH, "{length}");
        }
    }
}
