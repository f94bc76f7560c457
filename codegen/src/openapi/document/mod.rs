//! A published document: its files, what `$ref` leads to, and what stands at the places that OpenAPI knows. It is looked at
//! leniently: what is broken in a small way is as if it was not there.

mod extensions;
mod files;
mod look;
mod operation;
mod overlay;
mod references;
mod schema;

pub(super) use extensions::{call_group, call_name, part_name, schema_name};
pub use files::{Files, OpenError, OverlayFile};
pub(super) use look::{Look, NodeId};
pub(super) use operation::{Operation, methods, operations};
pub(super) use references::{Document, Nowhere, Target};
pub(super) use schema::{Kind, Schema, kind_of, literal};
