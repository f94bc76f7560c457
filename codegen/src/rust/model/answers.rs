//! What calls answer by status and headers, and what their errors hold.

use super::attributes::Attributes;
use super::items::Field;
use super::types::{RustType, WireForm};
use crate::api::Status;
use crate::rust::Name;
use crate::surface::Origin;

/// A type for what a call answers, or for what its errors hold.
#[derive(Debug)]
pub struct AnswerType {
    /// Its name.
    pub name: Name,
    /// What stands above it.
    pub attributes: Attributes,
    /// Whether it is one of several things; otherwise it has one variant, which is the struct itself.
    pub is_enum: bool,
    /// What it can be.
    pub variants: Vec<AnswerVariant>,
}

/// What an answer with a status holds.
#[derive(Debug)]
pub struct AnswerVariant {
    /// Its name.
    pub name: Name,
    /// What stands above it.
    pub attributes: Attributes,
    /// Which answers it is.
    pub status: Status,
    /// What the body holds, if anything.
    pub body: Option<RustType>,
    /// The form in which that is written, if it always has one.
    pub form: Option<WireForm>,
    /// What headers say, each under its name in lower case.
    pub headers: Vec<Field>,
}

/// What the bodies of a call's errors hold.
#[derive(Debug)]
pub struct Refusal {
    /// Its type.
    pub ty: RustType,
    /// The statuses of which the description says so.
    pub statuses: Vec<Status>,
    /// Whether the type itself says of which statuses it speaks, or it speaks of all.
    pub is_whole: bool,
}

impl AnswerType {
    /// The types that it speaks of.
    pub fn types(&self) -> impl Iterator<Item = &RustType> {
        self.typed().map(|(_, ty)| ty)
    }

    /// The same, each with what it comes from.
    pub fn typed(&self) -> impl Iterator<Item = (&Origin, &RustType)> {
        self.variants.iter().flat_map(|variant| {
            let body = variant.body.iter().map(|ty| (&variant.attributes.origin, ty));
            body.chain(variant.headers.iter().map(|header| (&header.attributes.origin, &header.ty)))
        })
    }
}
