//! Commands of a GitHub Actions workflow.

use super::words;

/// A command that shows a message, beside a place if there is one: a path, a line and a column.
pub(super) fn command(kind: &str, place: Option<(&str, usize, usize)>, title: &str, message: &str) -> String {
    let title = property(title);
    let place = place.map(|(path, line, column)| {
        let path = property(&words::one_line(path));
        format!("file={path},line={line},col={column},")
    });
    format!("::{kind} {}title={title}::{}\n", place.unwrap_or_default(), data(message))
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
