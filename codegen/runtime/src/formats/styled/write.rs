//! What writes parameters in styles, for endpoints that have some.

use crate::runtime::formats::styled::{headers, path, query};
use crate::runtime::formats::styling::Styling;

/// All styles.
pub(crate) static STYLING: Styling = Styling {
    path: path::push_path,
    query: query::push_query,
    member: query::push_member,
    headers: headers::push_headers,
};
