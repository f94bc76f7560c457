//! How parameters are written that no protocol says how to write, and those in headers. What writes them is only in a crate
//! that has some: it is a value of their endpoint.

use http::HeaderMap;

use crate::runtime::json::check_bounds::Unsendable;
use crate::runtime::json::scalar::WireForm;
use crate::runtime::json::slot::{Members, Slot};

/// How a value is written in a path, a query, a header or a cookie, where its parts could be written in several ways.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(dead_code, reason = "a description may ask for none of them")]
pub enum Style {
    /// `a,b`, and `name,a,other,b` for members.
    Simple,
    /// `a,b`, and `name=a,other=b`.
    SimpleExploded,
    /// `.a,b`
    Label,
    /// `.a.b`, and `.name=a.other=b`.
    LabelExploded,
    /// `;list=a,b`
    Matrix,
    /// `;list=a;list=b`, and `;name=a;other=b`.
    MatrixExploded,
    /// `a/b`, of a text too, which keeps its slashes.
    Segments,
    /// `list=a&list=b`, and `name=a&other=b`.
    Repeat,
    /// `list=a,b`, and `object=name,a,other,b`.
    Comma,
    /// The same with spaces between the parts.
    Spaces,
    /// The same with vertical bars.
    Pipes,
    /// `list[]=a&list[]=b`, and `object[name]=a`.
    Brackets,
    /// `list[0]=a&list[1]=b`, and `object[name]=a`.
    Indexed,
    /// `object[name]=a&object[list]=a&object[list]=b`
    Deep,
    /// JSON in one text.
    Json,
}

/// The styles of parameters by their names, in one part of a request.
pub(crate) type Styles = Vec<(&'static str, Style)>;

/// Appends parameters to a URL as a dialect has them.
pub(crate) type PushQuery = fn(&mut String, Members<'_>, WireForm) -> Result<(), Unsendable>;

/// What writes parameters in styles, and in headers.
#[derive(Debug)]
pub(crate) struct Styling {
    /// Appends one to a path: its name, and its value.
    pub(crate) path: fn(&mut String, &str, Slot<'_>, Style, WireForm) -> Result<(), Unsendable>,
    /// Appends those of a query to a URL. What the dialect has writes those that have no style.
    pub(crate) query: fn(&mut String, Members<'_>, &Styles, PushQuery, WireForm) -> Result<(), Unsendable>,
    /// Appends one to a form that is written like a query: its name, and its value.
    #[allow(dead_code, reason = "a description may have no forms")]
    pub(crate) member: fn(&mut String, &str, Slot<'_>, Style, WireForm) -> Result<(), Unsendable>,
    /// Makes headers of those in headers, and of the cookies behind them.
    pub(crate) headers: fn(&mut HeaderMap, [Members<'_>; 2], &Styles, WireForm) -> Result<(), Unsendable>,
}

/// The style of a parameter, if it has one.
pub(crate) fn style_of(styles: &Styles, name: &str) -> Option<Style> {
    styles.iter().find(|(styled, _)| *styled == name).map(|(_, style)| *style)
}
