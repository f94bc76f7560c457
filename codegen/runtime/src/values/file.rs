//! Files in bodies of requests.

use std::any::Any;
use std::fmt;
use std::fs;
use std::io::{self, Read};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use bytes::Bytes;

use crate::runtime::json::scalar::{Scalar, Token, WireForm};

/// The content of a file to send: from memory, from a path, or from a reader. Clones share it.
///
/// Bytes and texts turn into one. In a body of several parts it goes under a [name](Self::name) and with a [media
/// type](Self::media_type); as all of a body, with the media type alone.
///
/// A debug output shows where the content comes from, and nothing of it.
#[derive(Clone)]
pub struct File {
    source: Source,
    name: Option<String>,
    media_type: Option<String>,
}

#[derive(Clone)]
enum Source {
    Memory(Bytes),
    Path(PathBuf),
    Reader(Arc<Mutex<Option<Box<dyn Read + Send>>>>),
}

impl File {
    /// A file of this name, with content from memory.
    pub fn bytes(name: impl Into<String>, bytes: impl Into<Bytes>) -> Self {
        Self::new(Source::Memory(bytes.into())).name(name)
    }

    /// The file at a path, under its own name. It is opened when it is sent, each time that it is; whether it is there is
    /// found out then.
    pub fn open(path: impl Into<PathBuf>) -> Self {
        let path = path.into();
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
        Self { name, ..Self::new(Source::Path(path)) }
    }

    /// What a reader gives. It can be read once, so a request with it is an error when it is sent again.
    pub fn reader(reader: impl Read + Send + 'static) -> Self {
        Self::new(Source::Reader(Arc::new(Mutex::new(Some(Box::new(reader))))))
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

    /// The whole content.
    pub(crate) fn read(&self) -> io::Result<Bytes> {
        match &self.source {
            Source::Memory(bytes) => Ok(bytes.clone()),
            Source::Path(path) => fs::read(path).map(Bytes::from).map_err(|error| unread(&path.display(), &error)),
            Source::Reader(reader) => {
                let reader = reader.lock().unwrap_or_else(PoisonError::into_inner).take();
                let mut content = Vec::new();
                reader.ok_or_else(spent)?.read_to_end(&mut content).map_err(|error| unread(&"the reader", &error))?;
                Ok(content.into())
            }
        }
    }
}

fn unread(source: &dyn fmt::Display, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("cannot be read from {source}: {error}"))
}

fn spent() -> io::Error {
    io::Error::other("was read before, and its reader gives it once: make a new one")
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
    fn from(file: fs::File) -> Self {
        Self::reader(file)
    }
}

/// Files are equal that come from the same place, under the same name.
impl PartialEq for File {
    fn eq(&self, other: &Self) -> bool {
        let is_one_source = match (&self.source, &other.source) {
            (Source::Memory(one), Source::Memory(another)) => one == another,
            (Source::Path(one), Source::Path(another)) => one == another,
            (Source::Reader(one), Source::Reader(another)) => Arc::ptr_eq(one, another),
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
            Source::Reader(_) => "a reader".to_owned(),
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
