//! Looks after the connections that the async client keeps. They have no tasks of their own, which would see to it that what
//! a server has closed is closed here too.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Weak};
use std::time::Duration;

use tokio::runtime::Handle;
use tokio::time::sleep;

/// The time between two looks.
const PERIOD: Duration = Duration::from_secs(10);

/// What is looked after.
pub(super) trait Watched: Send + Sync + 'static {
    /// Whether somebody does.
    fn is_watched(&self) -> &AtomicBool;

    /// Gives up what is of no use any more, and says whether there is more to look after.
    fn sweep(&self) -> bool;
}

/// Has somebody look after something for as long as there is anything in it.
pub(super) fn watch(watched: &Arc<impl Watched>) {
    if watched.is_watched().load(Ordering::Relaxed) {
        return;
    }
    let Ok(runtime) = Handle::try_current() else { return };
    if !watched.is_watched().swap(true, Ordering::Relaxed) {
        let watch = Watch(Arc::downgrade(watched));
        runtime.spawn(async move {
            loop {
                sleep(PERIOD).await;
                if !watch.0.upgrade().is_some_and(|watched| watched.sweep()) {
                    return;
                }
            }
        });
    }
}

/// Who looks after it. That may end with its runtime, and then the next one takes over.
struct Watch<W: Watched>(Weak<W>);

impl<W: Watched> Drop for Watch<W> {
    fn drop(&mut self) {
        if let Some(watched) = self.0.upgrade() {
            watched.is_watched().store(false, Ordering::Relaxed);
        }
    }
}
