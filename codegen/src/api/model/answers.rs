//! How answers come.

use crate::api::words::words;

/// What the body of an answer holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AnswerContent {
    /// A JSON document, or nothing.
    #[default]
    Json,
    /// A text that stands by itself.
    Text,
    /// Bytes as they are.
    Bytes,
    /// Server-sent events, whose data are of the type.
    Events,
    /// Lines, each of them a JSON document of the type.
    Lines,
}

words!(AnswerContent: Json "json", Text "text", Bytes "bytes", Events "events", Lines "lines");

impl AnswerContent {
    /// The media type that is asked for unless the description names another.
    #[must_use]
    pub fn media(self) -> &'static str {
        match self {
            Self::Json => "application/json",
            Self::Text => "text/plain",
            Self::Bytes => "*/*",
            Self::Events => "text/event-stream",
            Self::Lines => "application/x-ndjson",
        }
    }

    /// Whether it comes piece by piece.
    #[must_use]
    pub fn is_stream(self) -> bool {
        matches!(self, Self::Events | Self::Lines)
    }
}

/// How an answer comes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// What its body holds.
    pub content: AnswerContent,
    /// The media type that is asked for, if it is not the usual one.
    pub media: Option<String>,
    /// The data of the event that ends the stream, if there is one.
    pub done: Option<String>,
    /// Whether a stream that breaks may be taken up again behind its last event.
    pub resumes: bool,
}

impl Answer {
    /// The media type that is asked for.
    #[must_use]
    pub fn accept(&self) -> &str {
        self.media.as_deref().unwrap_or_else(|| self.content.media())
    }
}
