//! How files are read while they are sent.

use std::fmt::Display;
use std::io::{self, Read};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::{fs, mem};

use crate::runtime::values::carried::Carried;
use crate::runtime::values::file::{File, Source};

impl File {
    /// The content, as a request carries it. A path is looked up here, so that what is not there is known before anything is sent; a reader
    /// is taken.
    pub(crate) fn carried(&self) -> io::Result<Carried> {
        match &self.source {
            Source::Memory(bytes) => Ok(bytes.clone().into()),
            Source::Path(path) => of_path(path).map_err(|error| unread(&path.display(), &error)),
            Source::Reader(reader, length) => {
                let reader = reader.lock().unwrap_or_else(PoisonError::into_inner).take().ok_or_else(spent)?;
                let (reader, length) = (Mutex::new(Some(reader)), *length);
                let open = move || {
                    let reader = reader.lock().unwrap_or_else(PoisonError::into_inner).take().ok_or_else(spent)?;
                    Ok(Counted::boxed("the reader".to_owned(), reader, length))
                };
                Ok(Carried::Opened { open: Arc::new(open), length, is_repeatable: false })
            }
        }
    }
}

/// What is at a path. Of a pipe or a device, nobody knows how long it is.
fn of_path(path: &Path) -> io::Result<Carried> {
    let metadata = fs::metadata(path)?;
    if metadata.is_dir() {
        return Err(io::Error::other("it is a folder"));
    }
    let length = metadata.is_file().then_some(metadata.len());
    if length.is_some() {
        fs::File::open(path)?;
    }
    let path = path.to_owned();
    let open = move || {
        let file = fs::File::open(&path).map_err(|error| unread(&path.display(), &error))?;
        Ok(Counted::boxed(path.display().to_string(), file, length))
    };
    Ok(Carried::Opened { open: Arc::new(open), length, is_repeatable: true })
}

/// A reader that gives no more bytes than were announced, and fails where there are fewer.
struct Counted<R> {
    source: String,
    reader: R,
    /// How many there are to be still, if that is known.
    left: Option<u64>,
}

impl<R: Read + Send + 'static> Counted<R> {
    fn boxed(source: String, reader: R, left: Option<u64>) -> Box<dyn Read + Send> {
        Box::new(Self { source, reader, left })
    }
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let most = self.left.map_or(buffer.len(), |left| usize::try_from(left).unwrap_or(usize::MAX).min(buffer.len()));
        let length = self.reader.read(&mut buffer[..most]).map_err(|error| unread(&self.source, &error))?;
        if let Some(left) = &mut self.left {
            if length == 0 && most > 0 {
                let missing = mem::take(left);
                return Err(unread(&self.source, &format!("it is shorter than it was, by {missing} bytes")));
            }
            *left -= u64::try_from(length).unwrap_or(*left).min(*left);
        }
        Ok(length)
    }
}

fn unread(source: &dyn Display, error: &dyn Display) -> io::Error {
    io::Error::other(format!("cannot be read from {source}: {error}"))
}

fn spent() -> io::Error {
    io::Error::other("was read before, and its reader gives it once: make a new one")
}
