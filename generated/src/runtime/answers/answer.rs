//! What a call gives: what the body of its answer holds, or what status and headers make of it.

use crate::runtime::json::scalar::WireForm;
use crate::runtime::json::slot::Place;

/// What is read from a whole answer: its body, or what its status and headers make of it.
pub trait Answer: Sized {
    /// A value to start reading from; nothing if the description says nothing of such a status.
    fn of_status(status: u16) -> Option<Self>;

    /// Lists where the parts of the answer go.
    fn parts<'a>(&'a mut self, parts: &mut Parts<'a>);
}

impl<T: Place> Answer for T {
    fn of_status(_: u16) -> Option<Self> {
        Some(T::blank())
    }

    fn parts<'a>(&'a mut self, parts: &mut Parts<'a>) {
        parts.body(self);
    }
}

/// Where the parts of an answer go. Without a place for it, a body may say anything.
#[derive(Default)]
pub struct Parts<'a> {
    pub(super) body: Option<Part<'a>>,
    pub(super) headers: Vec<Header<'a>>,
}

/// Where a part of an answer goes, and how it is written if the description says so.
pub(super) struct Part<'a> {
    pub(super) place: &'a mut dyn Place,
    pub(super) form: WireForm,
}

/// Where a header of an answer goes.
pub(super) struct Header<'a> {
    pub(super) name: &'static str,
    pub(super) part: Part<'a>,
    /// Whether it is always there.
    pub(super) is_required: bool,
}

impl<'a> Parts<'a> {
    /// The parts of a value.
    pub(crate) fn of(answer: &'a mut impl Answer) -> Self {
        let mut parts = Self::default();
        answer.parts(&mut parts);
        parts
    }

    /// The place of the body.
    pub fn body(&mut self, place: &'a mut dyn Place) {
        self.body = Some(Part { place, form: WireForm::Default });
    }

    /// The place of the body, and how it is written.
    #[allow(dead_code, reason = "a description may have no such answers")]
    pub(crate) fn body_as(&mut self, place: &'a mut dyn Place, form: WireForm) {
        self.body = Some(Part { place, form });
    }

    /// The place of a header that is always there.
    #[allow(dead_code, reason = "a description may have no such headers")]
    pub(crate) fn required(&mut self, name: &'static str, place: &'a mut dyn Place, form: WireForm) {
        self.headers.push(Header { name, part: Part { place, form }, is_required: true });
    }

    /// The place of a header that may be missing.
    #[allow(dead_code, reason = "a description may have no such headers")]
    pub(crate) fn optional(&mut self, name: &'static str, place: &'a mut dyn Place, form: WireForm) {
        self.headers.push(Header { name, part: Part { place, form }, is_required: false });
    }
}
