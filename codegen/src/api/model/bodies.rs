//! Bodies of requests.

use super::http::BodyFormat;
use super::style::Style;
use crate::diag::Span;

/// Says that a call has no body.
pub(crate) const NONE: &str = "none";

/// How a member of a body is written, where that is not as the form of the body has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// In a form: in a style of queries.
    Style(Style),
    /// In a part of its own: with this media type.
    Media(String),
}

impl Encoding {
    /// The style or the media type as a description says it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Style(style) => style.as_str(),
            Self::Media(media) => media,
        }
    }
}

/// How the body of a call is written.
#[derive(Clone, Debug)]
pub struct Body {
    /// The form of it.
    pub format: BodyFormat,
    /// What it says of itself, if it is not what others of its form say.
    pub media: Option<String>,
    /// How some of its members are written, by their names.
    pub encodings: Vec<(String, Encoding)>,
    /// Whether the parameter in the body is all of it, not a member.
    pub is_whole: bool,
    /// Whether there is none, even where the method would send one without members.
    pub is_none: bool,
    /// Where it is described; nothing where all is as the dialect says.
    pub span: Option<Span>,
}

impl Body {
    /// A body as a dialect has it.
    #[must_use]
    pub fn of(format: BodyFormat) -> Self {
        Self { format, media: None, encodings: Vec::new(), is_whole: false, is_none: false, span: None }
    }

    /// How a description says it.
    #[must_use]
    pub fn as_str(&self) -> &'static str {
        if self.is_none { NONE } else { self.format.as_str() }
    }

    /// What it says of itself.
    #[must_use]
    pub fn content_type(&self) -> &str {
        self.media.as_deref().unwrap_or(self.format.content_type())
    }
}
