//! Lists whose items stand apart, since one of them has blocks that must not touch.

use super::node::{Kind, Node};

/// Whether there are empty lines in a list.
pub(super) fn is_wide(items: &[Node]) -> bool {
    items.iter().any(|item| item.children.windows(2).any(|pair| needs_gap(&pair[0], &pair[1])))
}

/// Whether two blocks of an item would be read as something else without an empty line between them.
fn needs_gap(before: &Node, after: &Node) -> bool {
    !matches!(
        (&before.kind, &after.kind),
        (Kind::Paragraph, Kind::CodeBlock { .. } | Kind::List(None | Some(1)))
            | (Kind::CodeBlock { .. }, Kind::Paragraph | Kind::CodeBlock { .. } | Kind::List(_))
    )
}
