//! Events that the description does not know.

/// An event that this version of the crate does not know, as it came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownEvent {
    pub(super) event_type: String,
    pub(super) id: Option<String>,
    pub(super) json: String,
}

impl UnknownEvent {
    /// What reading starts from.
    pub(crate) fn blank() -> Self {
        Self { event_type: String::new(), id: None, json: "null".to_owned() }
    }

    /// What happened.
    #[must_use]
    pub fn event_type(&self) -> &str {
        &self.event_type
    }

    /// Identifies the event, if the service says it.
    #[must_use]
    pub fn id(&self) -> Option<&str> {
        self.id.as_deref()
    }

    /// The body as it came.
    #[must_use]
    pub fn json(&self) -> &str {
        &self.json
    }
}
