//! A comment that never grows longer than GitHub takes.

use std::fmt::Write as _;

use maud::Markup;

/// The most that a comment may have; it is counted in bytes here, of which there are at least as many as characters.
const LIMIT: usize = 65_536;
/// Kept free for the line that says what was cut.
const RESERVE: usize = 512;

/// Parts that are useless without what stands around them.
pub(super) struct Block {
    /// What stands before the parts: a heading, the head of a table, the beginning of a fold.
    pub(super) open: String,
    /// The parts, each of which may be left out, the last ones first.
    pub(super) parts: Vec<String>,
    /// What ends that which `open` began.
    pub(super) close: String,
    /// Whether each part is a change, so that those left out are counted.
    pub(super) holds_rows: bool,
}

impl Block {
    /// A block that is shown whole or not at all.
    pub(super) fn whole(text: String) -> Self {
        Self { open: String::new(), parts: vec![text], close: String::new(), holds_rows: false }
    }

    /// The same, shown only when a reader asks for it.
    pub(super) fn folded(self, summary: &Markup) -> Self {
        Self {
            open: format!("<details>\n<summary>{}</summary>\n\n{}", summary.0, self.open),
            close: format!("{}\n</details>\n\n", self.close),
            ..self
        }
    }
}

/// The comment so far.
#[derive(Default)]
pub(super) struct Page {
    text: String,
    rows_cut: usize,
    is_cut: bool,
}

impl Page {
    /// Adds as many parts of a block as there is room for.
    pub(super) fn add(&mut self, block: &Block) {
        let mut room = LIMIT.saturating_sub(self.text.len() + block.open.len() + block.close.len() + RESERVE);
        let fitting = block.parts.iter().take_while(|part| match room.checked_sub(part.len()) {
            Some(left) => {
                room = left;
                true
            }
            None => false,
        });
        let shown: Vec<&str> = fitting.map(String::as_str).collect();
        let cut = block.parts.len() - shown.len();
        if !shown.is_empty() {
            self.text += &block.open;
            self.text += &shown.concat();
            self.text += &block.close;
        }
        self.is_cut |= cut > 0;
        self.rows_cut += if block.holds_rows { cut } else { 0 };
    }

    /// The comment, with a last line if something was cut.
    pub(super) fn finish(self) -> String {
        let mut text = self.text;
        if self.is_cut {
            let what = match self.rows_cut {
                0 => "Some details are".to_owned(),
                1 => "One more change is".to_owned(),
                rows => format!("{rows} more changes are"),
            };
            let _ = write!(
                text,
                "---\n\n**{what} not shown**, since a comment holds {LIMIT} characters. \
                 `clientsmith diff --format html` shows everything.\n"
            );
        }
        text.truncate(text.trim_end().len());
        text.push('\n');
        text
    }
}
