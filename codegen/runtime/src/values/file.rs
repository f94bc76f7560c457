//! Files in bodies of requests.

use std::any::Any;
use std::fmt;
use std::fs;
use std::io::{Read, Seek};
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use bytes::Bytes;

use crate::runtime::json::scalar::{Scalar, Token, WireForm};

/// The content of a file to send: from memory, from a path, or from a reader. Clones share it.
///
/// What is in memory is sent as it is there, all else is read piece by piece while it is sent, however large it is.
///
/// Bytes and texts turn into one. In a body of several parts it goes under a [name](Self::name) and with a [media
/// type](Self::media_type); as all of a body, with the media type alone.
///
/// A debug output shows where the content comes from, and nothing of it.
#[derive(Clone)]
pub struct File {
    pub(super) source: Source,
    name: Option<String>,
    media_type: Option<String>,
}

#[derive(Clone)]
pub(super) enum Source {
    Memory(Bytes),
    Path(PathBuf),
    /// A reader that nobody has read, and how many bytes it gives, if that is known.
    Reader(Arc<Mutex<Option<Box<dyn Read + Send>>>>, Option<u64>),
}

impl File {
    /// A file of this name, with content from memory.
    pub fn bytes(name: impl Into<String>, bytes: impl Into<Bytes>) -> Self {
        Self::new(Source::Memory(bytes.into())).name(name)
    }

    /// The file at a path, under its own name. It is opened when it is sent, anew for each attempt. If it is not there by
    /// then, nothing is sent; if it is gone or shorter by another attempt, that one fails.
    pub fn open(path: impl Into<PathBuf>) -> Self {
        let path = path.into();
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
        Self { name, ..Self::new(Source::Path(path)) }
    }

    /// What a reader gives. It can be read once: the client does not repeat a request with it, and one that is sent again is
    /// an error.
    pub fn reader(reader: impl Read + Send + 'static) -> Self {
        Self::new(Source::Reader(Arc::new(Mutex::new(Some(Box::new(reader)))), None))
    }

    fn new(source: Source) -> Self {
        Self { source, name: None, media_type: None }
    }

    /// Sends it under another name; unless set, it is that of its path, or else `blob`.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Says what is in it, such as `image/png`. Unless set, it is what the service expects, or `application/octet-stream`.
    #[must_use]
    pub fn media_type(mut self, media_type: impl Into<String>) -> Self {
        self.media_type = Some(media_type.into());
        self
    }

    /// Says how many bytes a reader gives: without it, the request does not tell its length, which some services insist on.
    /// Of anything else it is known.
    #[must_use]
    pub fn length(mut self, bytes: u64) -> Self {
        if let Source::Reader(_, length) = &mut self.source {
            *length = Some(bytes);
        }
        self
    }

    /// The file that a value is, if it is one.
    pub(crate) fn of(scalar: &dyn Scalar) -> Option<&Self> {
        scalar.as_any()?.downcast_ref()
    }

    /// The name under which it is sent.
    pub(crate) fn sent_name(&self) -> &str {
        self.name.as_deref().unwrap_or("blob")
    }

    /// The media type that was set.
    pub(crate) fn media_type_set(&self) -> Option<&str> {
        self.media_type.as_deref()
    }
}

/// What turns into bytes turns into a file.
macro_rules! from_bytes {
    ($($content:ty),*) => {$(
        impl From<$content> for File {
            fn from(content: $content) -> Self {
                Self::new(Source::Memory(content.into()))
            }
        }
    )*};
}

from_bytes!(Bytes, Vec<u8>, String, &'static [u8], &'static str);

impl<const N: usize> From<&'static [u8; N]> for File {
    fn from(content: &'static [u8; N]) -> Self {
        content.as_slice().into()
    }
}

/// What is left of an open file, from where it stands.
impl From<fs::File> for File {
    fn from(mut file: fs::File) -> Self {
        let metadata = file.metadata().ok().filter(fs::Metadata::is_file);
        let length = metadata.zip(file.stream_position().ok());
        let length = length.map(|(metadata, position)| metadata.len().saturating_sub(position));
        match length {
            Some(length) => Self::reader(file).length(length),
            None => Self::reader(file),
        }
    }
}

/// Files are equal that come from the same place, under the same name.
impl PartialEq for File {
    fn eq(&self, other: &Self) -> bool {
        let is_one_source = match (&self.source, &other.source) {
            (Source::Memory(one), Source::Memory(another)) => one == another,
            (Source::Path(one), Source::Path(another)) => one == another,
            (Source::Reader(one, _), Source::Reader(another, _)) => Arc::ptr_eq(one, another),
            _ => false,
        };
        is_one_source && self.name == other.name && self.media_type == other.media_type
    }
}

impl fmt::Debug for File {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let source = match &self.source {
            Source::Memory(bytes) => format!("{} bytes", bytes.len()),
            Source::Path(path) => path.display().to_string(),
            Source::Reader(..) => "a reader".to_owned(),
        };
        f.debug_struct("File")
            .field("source", &source)
            .field("name", &self.name)
            .field("media_type", &self.media_type)
            .finish()
    }
}

/// In what JSON can say, it is its name.
impl Scalar for File {
    fn expected(&self) -> &'static str {
        "a file"
    }

    fn accept(&mut self, _: Token<'_>, _: WireForm) -> bool {
        false
    }

    fn token(&self, _: WireForm) -> Token<'_> {
        Token::Text(self.sent_name().into())
    }

    fn as_any(&self) -> Option<&dyn Any> {
        Some(self)
    }
}

crate::runtime::place!(File, Scalar);
