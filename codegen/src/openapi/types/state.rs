//! What is known while types are made.

use std::collections::{HashMap, VecDeque};

use super::{
    alike::Alike,
    context::Context,
    lowered::{Definition, Lowered},
    survey::Survey,
};
use crate::openapi::document::{Document, NodeId};
use crate::openapi::remarks::Remarks;
use crate::spec::Node;

/// How many members there are, and how many of them are plain JSON though their schema says more.
#[derive(Clone, Copy, Debug, Default)]
pub struct Members {
    /// All of them.
    pub all: usize,
    /// Those that are plain JSON.
    pub plain: usize,
}

/// Makes types of schemas.
pub(in crate::openapi) struct Types<'a> {
    pub(in crate::openapi) document: &'a Document<'a>,
    pub(in crate::openapi) remarks: Remarks,
    pub(in crate::openapi) definitions: Vec<Definition>,
    pub(in crate::openapi) members: Members,
    pub(super) survey: Survey<'a>,
    /// What schemas have become.
    pub(super) known: HashMap<NodeId, Lowered>,
    pub(super) alike: Alike,
    /// Components that have a number, but are not looked at yet.
    pub(super) waiting: VecDeque<(usize, &'a Node, Context)>,
}

impl<'a> Types<'a> {
    pub(in crate::openapi) fn new(document: &'a Document<'a>) -> Self {
        Self {
            document,
            remarks: Remarks::default(),
            definitions: Vec::new(),
            members: Members::default(),
            survey: Survey::of(document),
            known: HashMap::new(),
            alike: Alike::default(),
            waiting: VecDeque::new(),
        }
    }
}
