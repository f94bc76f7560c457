//! The envelopes of events.

use crate::runtime::json::literal::Literal;

/// What envelope an event has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum EventSort {
    /// One with the object as it was.
    Snapshot,
    /// One that only says what happened.
    Thin,
    /// None.
    Own,
}

impl EventSort {
    /// What the member `object` of such an envelope says.
    fn says(self) -> &'static str {
        match self {
            Self::Snapshot => "event",
            Self::Thin => "v2.core.event",
            Self::Own => "",
        }
    }

    /// The same, as it is written.
    pub(super) fn object(self) -> Literal {
        Literal::Text(self.says())
    }

    /// The sort of envelope of which the member `object` says this.
    pub(super) fn of_object(object: &str) -> Option<Self> {
        [Self::Snapshot, Self::Thin].into_iter().find(|sort| sort.says() == object)
    }

    pub(super) fn in_words(self) -> &'static str {
        match self {
            Self::Snapshot => "a snapshot (`object` is `event`)",
            Self::Thin => "a thin event (`object` is `v2.core.event`)",
            Self::Own => "a body of its own",
        }
    }
}
