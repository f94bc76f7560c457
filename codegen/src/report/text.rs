//! A report for a terminal: figures first, then a short block for each change.

use anstyle::{AnsiColor, Style};

use crate::diff::{Place, Report, Row};

use super::sections::{Kind, Severity, sections};
use super::summary::{GENERATOR_TITLE, STALE_TITLE, Summary, nothing};
use super::words::{self, DiffLine};

/// Columns of prose. It is fixed but for narrow terminals, so that the same report gives the same text everywhere.
const WIDTH: usize = 100;
/// On fewer columns, lines are not cut to fit.
const NARROWEST: usize = 40;
/// Columns of the names before what is said of a change, with the indent.
const MARGIN: usize = 12;

/// What a text is shown on: unless it says more, a file.
#[derive(Clone, Copy, Debug, Default)]
pub struct Screen {
    /// Whether the escape codes of a terminal mean something there.
    pub color: bool,
    /// How many columns it has, where lines cannot be of any length.
    pub columns: Option<usize>,
}

/// The report as text.
#[must_use]
pub fn text(report: &Report, screen: Screen) -> String {
    let mut page = Page { text: String::new(), screen };
    if let Some(nothing) = nothing(report) {
        page.line(&nothing);
        return page.text;
    }
    let summary = Summary::of(report);
    for line in wrap(&summary.line(), page.any_width()) {
        page.styled(style(summary.severity()).bold(), &line);
    }
    page.wrapped(&format!("{} -> {}", words::revision(&report.old), words::revision(&report.new)));
    for section in sections(report) {
        page.heading(&section.kind.title());
        if section.kind == Kind::Wording {
            page.words(&section.rows);
            continue;
        }
        for row in &section.rows {
            page.row(row, report);
        }
    }
    page.faults(report);
    page.text
}

fn style(severity: Severity) -> Style {
    let color = match severity {
        Severity::Breaking => AnsiColor::BrightRed,
        Severity::Degraded => AnsiColor::Yellow,
        Severity::Minor => AnsiColor::Green,
        Severity::Patch | Severity::Accepted => AnsiColor::BrightBlack,
    };
    Style::new().fg_color(Some(color.into()))
}

/// The text so far.
struct Page {
    text: String,
    screen: Screen,
}

impl Page {
    /// The columns for prose.
    fn width(&self) -> usize {
        self.any_width().min(WIDTH)
    }

    /// The columns for what is not cut in a file, such as lines of code.
    fn any_width(&self) -> usize {
        self.screen.columns.filter(|columns| *columns >= NARROWEST).unwrap_or(usize::MAX)
    }

    fn line(&mut self, line: &str) {
        self.text += line;
        self.text.push('\n');
    }

    /// A line that is cut only where it cannot be of any length.
    fn wrapped(&mut self, line: &str) {
        for line in wrap(line, self.any_width()) {
            self.line(&line);
        }
    }

    fn styled(&mut self, style: Style, line: &str) {
        let line = self.paint(style, line);
        self.line(&line);
    }

    fn paint(&self, style: Style, text: &str) -> String {
        if self.screen.color { format!("{style}{text}{style:#}") } else { text.to_owned() }
    }

    fn heading(&mut self, title: &str) {
        self.text.push('\n');
        for line in wrap(title, self.any_width()) {
            self.styled(Style::new().bold().underline(), &line);
        }
    }

    fn row(&mut self, row: &Row, report: &Report) {
        self.text.push('\n');
        self.title(row);
        self.place(&row.place, report);
        self.said("used by", words::users(row).as_deref());
        self.said("callers", row.source_reason.as_deref());
        self.said("programs", row.wire_reason.as_deref());
        self.difference("code", row.migration.as_ref().map(words::migration_lines).unwrap_or_default());
        self.difference("api.txt", words::listing_lines(&row.lines));
        self.said("advice", row.advice.as_deref());
        self.said("accepted", row.accepted.as_deref());
    }

    /// Changes of words, of which there is little to say.
    fn words(&mut self, rows: &[&Row]) {
        self.text.push('\n');
        for row in rows {
            self.wrapped(&format!("{} ({})", words::one_line(&row.sentence), words::place(&row.place)));
        }
    }

    /// Verdict, sentence and rule.
    fn title(&mut self, row: &Row) {
        let tags: Vec<&str> =
            [Some(words::source_tag(row.verdict)), words::wire_tag(row.verdict)].into_iter().flatten().collect();
        let tags = tags.join(", ");
        let title = format!("{tags}: {} [{}]", words::one_line(&row.sentence), row.rule);
        for (index, line) in wrap(&title, self.width()).into_iter().enumerate() {
            let line = match line.strip_prefix(&tags).filter(|_| index == 0) {
                Some(rest) => self.paint(style(Severity::of(row)).bold(), &tags) + rest,
                None => format!("    {line}"),
            };
            self.line(&line);
        }
    }

    fn place(&mut self, place: &Place, report: &Report) {
        let old = words::old_label(place, report).map(|label| format!(" in {label}")).unwrap_or_default();
        let arrow = self.paint(Style::new().fg_color(Some(AnsiColor::BrightBlue.into())), "-->");
        self.line(&format!("  {arrow} {}{old}", words::place(place)));
    }

    /// A name in the margin and prose beside it; nothing if there is nothing to say.
    fn said(&mut self, name: &str, prose: Option<&str>) {
        let Some(prose) = prose else { return };
        for (index, line) in wrap(&words::one_line(prose), self.width() - MARGIN).into_iter().enumerate() {
            self.margin(if index == 0 { name } else { "" });
            self.line(&line);
        }
    }

    fn difference(&mut self, name: &str, lines: Vec<DiffLine>) {
        for (index, line) in lines.into_iter().enumerate() {
            self.margin(if index == 0 { name } else { "" });
            self.diff_line(&line, MARGIN);
        }
    }

    /// A line of a difference behind a margin, which what does not fit has as well.
    fn diff_line(&mut self, line: &DiffLine, margin: usize) {
        let style = match line.sign {
            // As the place in faults: the darker ones are hard to see on a dark ground.
            '-' => Style::new().fg_color(Some(AnsiColor::BrightRed.into())),
            '+' => Style::new().fg_color(Some(AnsiColor::Green.into())),
            _ => Style::new(),
        };
        let code = line.text.trim_start();
        let indent = &line.text[..line.text.len() - code.len()];
        let width = self.any_width().saturating_sub(margin + 2 + indent.len());
        for (index, code) in wrap(code, width).into_iter().enumerate() {
            let sign = if index == 0 { line.sign.to_string() } else { " ".repeat(margin + 1) };
            self.styled(style, format!("{sign} {indent}{code}").trim_end());
        }
    }

    fn margin(&mut self, name: &str) {
        let name = format!("  {name:<width$}", width = MARGIN - 2);
        self.text += &self.paint(Style::new().dimmed(), &name);
    }

    fn faults(&mut self, report: &Report) {
        if !report.stale.is_empty() {
            self.heading(STALE_TITLE);
            for stale in &report.stale {
                self.text.push('\n');
                self.wrapped(&format!("{} of {}", words::one_line(&stale.rule), words::one_line(&stale.item)));
                self.place(&stale.place, report);
            }
        }
        if !report.generator.is_empty() {
            self.heading(GENERATOR_TITLE);
            self.text.push('\n');
            for line in words::listing_lines(&report.generator) {
                self.diff_line(&line, 0);
            }
        }
    }
}

/// The same words on lines of at most `width` characters, if each of them fits.
fn wrap(text: &str, width: usize) -> Vec<String> {
    let (mut lines, mut line, mut length) = (Vec::new(), String::new(), 0);
    for word in text.split(' ') {
        let added = word.chars().count() + usize::from(length > 0);
        if length > 0 && length + added > width {
            lines.push(std::mem::take(&mut line));
            length = 0;
        }
        if length > 0 {
            line.push(' ');
        }
        line += word;
        length = line.chars().count();
    }
    lines.push(line);
    lines
}
