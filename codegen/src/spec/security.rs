//! Which schemes sign requests, and what each of them sends.

use super::reader;
use crate::{
    diag::{Diagnostics, Span},
    yaml::{Node, Read, Text, Value},
};

/// What is sent to prove who sends a request.
#[derive(Debug)]
pub enum SchemeKind {
    /// A key or a token in the `Authorization` header.
    Bearer,
    /// A user and a password there.
    Basic,
    /// A header of this name.
    Header(Text),
    /// A parameter of this name in the query.
    Query(Text),
    /// A cookie of this name.
    Cookie(Text),
    /// A token that the client gets by itself.
    OAuth2 {
        /// Where.
        token_url: Text,
        /// For what.
        scopes: Vec<Text>,
    },
}

/// Which schemes sign requests: any of these, each of which is all of some.
#[derive(Debug)]
pub struct Security {
    /// The names of schemes. One alternative without any is `none`; no alternatives at all are just that.
    pub alternatives: Vec<Vec<Text>>,
    /// Where it is written.
    pub span: Span,
}

/// Reads `auth`: a name, `none`, or a list of alternatives, in which a list is all of its names.
pub(super) fn security(node: &Node, diagnostics: &mut Diagnostics) -> Read<Security> {
    let alternatives = match &node.value {
        Value::List(items) => items.iter().map(|item| alternative(item, diagnostics)).collect::<Read<Vec<_>>>()?,
        _ => vec![alternative(node, diagnostics)?],
    };
    // `none` alone asks for nothing; among others, it makes them optional.
    let alternatives = if alternatives.iter().all(Vec::is_empty) { Vec::new() } else { alternatives };
    Ok(Security { alternatives, span: node.span.clone() })
}

fn alternative(node: &Node, diagnostics: &mut Diagnostics) -> Read<Vec<Text>> {
    let names = match &node.value {
        Value::List(items) => {
            items.iter().map(|item| reader::text(item, "credentials", diagnostics)).collect::<Read<Vec<_>>>()?
        }
        _ => vec![reader::text(node, "`auth`", diagnostics)?],
    };
    let is_none = matches!(names.as_slice(), [name] if name.value == "none");
    Ok(if is_none { Vec::new() } else { names })
}
