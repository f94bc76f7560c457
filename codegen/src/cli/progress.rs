//! A word to people who wait: only on a terminal, only where something takes long.

use std::io::{self, IsTerminal, Write};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// So long nobody wonders.
const PATIENCE: Duration = Duration::from_secs(1);

/// Says what is going on, once that takes longer than a second, and takes it back when it is dropped.
pub(super) struct Progress(Option<(Sender<()>, JoinHandle<()>)>);

impl Progress {
    /// Something begins of which people would say that it is `what`, such as `generating`.
    pub(super) fn of(what: &'static str) -> Self {
        let stderr = io::stderr();
        Self(stderr.is_terminal().then(|| begin(what, PATIENCE, stderr)))
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some((end, thread)) = self.0.take() {
            drop(end);
            // It only writes to a terminal; if that fails, there is nobody to tell.
            _ = thread.join();
        }
    }
}

fn begin(
    what: &'static str,
    patience: Duration,
    mut terminal: impl Write + Send + 'static,
) -> (Sender<()>, JoinHandle<()>) {
    let (end, ended) = channel::<()>();
    let thread = thread::spawn(move || {
        if ended.recv_timeout(patience) == Err(RecvTimeoutError::Timeout) {
            _ = write!(terminal, "{what} …").and_then(|()| terminal.flush());
            _ = ended.recv();
            // Back to the beginning of the line, which is emptied.
            _ = write!(terminal, "\r\x1b[K").and_then(|()| terminal.flush());
        }
    });
    (end, thread)
}

#[cfg(test)]
mod tests {
    use super::{PATIENCE, begin};
    use std::io::{self, Read};
    use std::time::Duration;

    #[test]
    fn what_takes_long_is_told_and_taken_back() {
        let (mut reader, writer) = io::pipe().unwrap();
        let (end, thread) = begin("generating", Duration::ZERO, writer);
        let mut told = vec![0; "generating …".len()];
        reader.read_exact(&mut told).unwrap();
        assert_eq!(told, "generating …".as_bytes());
        drop(end);
        thread.join().unwrap();
        let mut rest = String::new();
        reader.read_to_string(&mut rest).unwrap();
        assert_eq!(rest, "\r\x1b[K");
    }

    #[test]
    fn what_is_quick_is_not_told() {
        let (mut reader, writer) = io::pipe().unwrap();
        let (end, thread) = begin("generating", PATIENCE * 3600, writer);
        drop(end);
        thread.join().unwrap();
        let mut told = String::new();
        reader.read_to_string(&mut told).unwrap();
        assert_eq!(told, "");
    }
}
