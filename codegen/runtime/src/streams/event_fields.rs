//! What the lines of server-sent events say: <https://html.spec.whatwg.org/multipage/server-sent-events.html>.

use std::time::Duration;

use crate::runtime::streams::line_cutter::TooLong;
use crate::runtime::streams::piece::Piece;

/// An event in the making, and what is known beyond it.
#[derive(Default)]
pub(super) struct EventFields {
    data: Option<Vec<u8>>,
    name: Option<String>,
    id: Option<String>,
    retry: Option<Duration>,
}

impl EventFields {
    /// Takes a line; an empty one ends the event.
    pub(super) fn take(&mut self, line: &[u8], limit: usize) -> Result<Option<Piece>, TooLong> {
        if line.is_empty() {
            return Ok(self.finish());
        }
        let (field, value) = match line.iter().position(|byte| *byte == b':') {
            // What has no name is a comment.
            Some(colon) => (&line[..colon], &line[colon + 1..]),
            None => (line, &[][..]),
        };
        let value = value.strip_prefix(b" ").unwrap_or(value);
        match field {
            b"data" => return self.add(value, limit).map(|()| None),
            b"event" => self.name = Some(text(value)),
            b"id" if !value.contains(&0) => self.id = Some(text(value)),
            b"retry" if value.iter().all(u8::is_ascii_digit) => {
                self.retry = text(value).parse().ok().map(Duration::from_millis).or(self.retry);
            }
            _ => {}
        }
        Ok(None)
    }

    /// Whether an event has begun that did not end.
    pub(super) fn is_within_event(&self) -> bool {
        self.data.is_some()
    }

    /// How long the server wants to be left alone before it is asked again.
    pub(super) fn retry(&self) -> Option<Duration> {
        self.retry
    }

    /// Several lines of data are one text of as many lines.
    fn add(&mut self, value: &[u8], limit: usize) -> Result<(), TooLong> {
        let data = match &mut self.data {
            Some(data) => {
                data.push(b'\n');
                data
            }
            None => self.data.insert(Vec::new()),
        };
        if value.len() > limit.saturating_sub(data.len()) {
            return Err(TooLong);
        }
        data.extend_from_slice(value);
        Ok(())
    }

    /// The event, unless it has no data. Its id holds for those that follow, too.
    fn finish(&mut self) -> Option<Piece> {
        let name = self.name.take().filter(|name| !name.is_empty());
        let data = self.data.take()?;
        Some(Piece { data: data.into(), name, id: self.id.clone().filter(|id| !id.is_empty()) })
    }
}

fn text(value: &[u8]) -> String {
    String::from_utf8_lossy(value).into_owned()
}
