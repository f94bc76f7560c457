//! Shows faults and remarks as a terminal or a log should: rule, message, place, source lines, help.

use std::{collections::BTreeSet, ops::Range};

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

use super::diagnostics::{Diagnostic, Diagnostics, Label, Severity};
use super::sources::{Source, Sources, floor_boundary};

/// Columns of a report. It is fixed, so that the same faults give the same text everywhere.
const WIDTH: usize = 140;
/// Labels with more lines between them than this are shown apart, so that the renderer never reads a whole file.
const FARTHEST: usize = 50;
/// Faults and remarks that are shown in full; the others are counted.
const MOST_SHOWN: usize = 100;

impl Diagnostics {
    /// The report of all faults and then of all remarks, each sorted by file and place, with a closing line that counts
    /// them.
    ///
    /// It is empty if there is neither. Of very many, the first hundred are shown. `color` adds the escape codes of a
    /// terminal.
    #[must_use]
    pub fn render(&self, sources: &Sources, color: bool) -> String {
        if self.is_empty() {
            return String::new();
        }
        let renderer = if color { Renderer::styled() } else { Renderer::plain() }.term_width(WIDTH);
        let files: Vec<Lines> = sources.files.iter().map(Lines::new).collect();
        let found = self.sorted();

        let mut report = String::new();
        for diagnostic in found.iter().take(MOST_SHOWN) {
            report += &render_one(diagnostic, &files, &renderer);
            report += "\n\n";
        }
        report += &closing_lines(&found);
        report
    }
}

/// `4 faults and 1 remark in 2 files`, and before it how many were not shown.
fn closing_lines(found: &[&Diagnostic]) -> String {
    let first_labels = found.iter().filter_map(|it| it.labels.first());
    let files: BTreeSet<usize> = first_labels.map(|label| label.span.file).collect();
    let count =
        |count: usize, noun: &str| (count > 0).then(|| format!("{count} {noun}{}", if count == 1 { "" } else { "s" }));
    let of = |severity| found.iter().filter(|it| it.severity == severity).count();
    let counts = [count(of(Severity::Fault), "fault"), count(of(Severity::Remark), "remark")];
    let counts: Vec<String> = counts.into_iter().flatten().collect();
    let more = match found.len().saturating_sub(MOST_SHOWN) {
        0 => String::new(),
        more => format!("… and {more} more\n\n"),
    };
    let files = count(files.len(), "file").map(|files| format!(" in {files}")).unwrap_or_default();
    format!("{more}{}{files}\n", counts.join(" and "))
}

fn render_one(diagnostic: &Diagnostic, files: &[Lines], renderer: &Renderer) -> String {
    let level = match diagnostic.severity {
        Severity::Fault => Level::ERROR,
        Severity::Remark => Level::WARNING.with_name("remark"),
    };
    let title = level.primary_title(&diagnostic.message).id(diagnostic.rule);
    let snippets = snippets(&diagnostic.labels, files);
    let help = diagnostic.help.iter().map(|help| Level::HELP.message(help));
    renderer.render(&[title.elements(snippets).elements(help)])
}

/// One snippet for each group of labels that are near each other, the group of the first label first.
fn snippets<'a>(labels: &'a [Label], files: &[Lines<'a>]) -> Vec<Snippet<'a, annotate_snippets::Annotation<'a>>> {
    let mut groups: Vec<Group> = Vec::new();
    for (index, label) in labels.iter().enumerate() {
        let Some(lines) = files.get(label.span.file) else { continue };
        let line = lines.line_of(label.span.bytes.start);
        match groups.iter_mut().find(|group| group.is_near(label.span.file, line)) {
            Some(group) => group.add(index, line),
            None => groups.push(Group { file: label.span.file, first: line, last: line, labels: vec![index] }),
        }
    }
    groups.iter().map(|group| group.snippet(labels, &files[group.file])).collect()
}

/// Labels that one snippet shows.
struct Group {
    file: usize,
    first: usize,
    last: usize,
    labels: Vec<usize>,
}

impl Group {
    fn is_near(&self, file: usize, line: usize) -> bool {
        self.file == file && line + FARTHEST >= self.first && line <= self.last + FARTHEST
    }

    fn add(&mut self, label: usize, line: usize) {
        self.first = self.first.min(line);
        self.last = self.last.max(line);
        self.labels.push(label);
    }

    fn snippet<'a>(&self, labels: &'a [Label], lines: &Lines<'a>) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
        let window = lines.range(self.first).start..lines.range(self.last).end;
        let annotations = self.labels.iter().map(|&index| {
            let kind = if index == 0 { AnnotationKind::Primary } else { AnnotationKind::Context };
            let bytes = lines.on_one_line(&labels[index].span.bytes);
            let text = Some(labels[index].text.as_str()).filter(|text| !text.is_empty());
            kind.span(bytes.start - window.start..bytes.end - window.start).label(text)
        });
        Snippet::source(&lines.source.text[window.clone()])
            .path(&lines.source.path)
            .line_start(self.first + 1)
            .annotations(annotations)
    }
}

/// A file, cut into lines.
struct Lines<'a> {
    source: &'a Source,
    /// Where each line begins.
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    fn new(source: &'a Source) -> Self {
        let starts = std::iter::once(0).chain(source.text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { source, starts }
    }

    /// The index of the line that holds a byte.
    fn line_of(&self, byte: usize) -> usize {
        self.starts.partition_point(|&start| start <= byte).saturating_sub(1)
    }

    /// The bytes of a line without its break.
    fn range(&self, line: usize) -> Range<usize> {
        let start = self.starts[line];
        let end = self.starts.get(line + 1).map_or(self.source.text.len(), |next| next - 1);
        let text = &self.source.text[start..end];
        start..start + text.trim_end_matches('\r').len()
    }

    /// The part of a label that is on its first line, on character boundaries.
    fn on_one_line(&self, bytes: &Range<usize>) -> Range<usize> {
        let line = self.range(self.line_of(bytes.start));
        let text = &self.source.text;
        let start = floor_boundary(text, bytes.start.clamp(line.start, line.end));
        let end = floor_boundary(text, bytes.end.clamp(start, line.end));
        start..end
    }
}
