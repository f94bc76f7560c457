//! How much of a document is there in its crate.

use super::types::Members;
use super::unread::Unread;

/// How much of a document is there.
#[derive(Clone, Copy, Debug, Default)]
pub struct Summary {
    /// The calls that it describes.
    pub operations: usize,
    /// Those that are emitted, streams not counted again.
    pub emitted: usize,
    /// The webhooks that it describes.
    pub webhooks: usize,
    /// Those of which there is an event.
    pub events: usize,
    /// Those calls whose answers come in pages.
    pub paged: usize,
    /// The members of its objects, and those that are plain JSON.
    pub members: Members,
    /// What nothing becomes of.
    pub unread: Unread,
}

impl Summary {
    /// The same in a sentence.
    #[must_use]
    pub fn sentence(&self) -> String {
        let Self { operations, emitted, webhooks, events, paged, members, unread } = self;
        let told = if *webhooks == 0 { String::new() } else { format!(", and {events} of {webhooks} webhooks") };
        let unread: Vec<String> = unread.sorts().iter().filter(|(_, count)| *count > 0).map(said).collect();
        let unread = if unread.is_empty() { String::new() } else { format!("; not read: {}", unread.join(", ")) };
        format!(
            "emitted {emitted} of {operations} calls, {paged} of them in pages{told}; {} of {} members with a type are plain JSON{unread}",
            members.plain, members.all
        )
    }
}

/// How much there is of a sort.
fn said((sort, count): &(&'static str, usize)) -> String {
    format!("{count} {sort}{}", if *count == 1 { "" } else { "s" })
}
