//! How parameters are written, by what the runtime calls it.

use crate::api::{BodyFormat, Location, Parameter, Style, Type};
use crate::rust::model::WireStyle;

/// The style of a parameter, unless it is what its place of a request does anyway.
pub(in crate::rust) fn style(parameter: &Parameter, body: BodyFormat) -> Option<WireStyle> {
    let Parameter { location, style, explode, .. } = parameter;
    let is_usual = *style == Style::usual(*location, body) && !explode;
    if *location == Location::Body || is_usual && is_written_as_usual(parameter, body) {
        return None;
    }
    Some(wire_style(*style, *explode))
}

/// What the runtime calls a style.
pub(in crate::rust) fn wire_style(style: Style, explode: bool) -> WireStyle {
    WireStyle(match (style, explode) {
        (Style::Simple, false) => "Simple",
        (Style::Simple, true) => "SimpleExploded",
        (Style::Label, false) => "Label",
        (Style::Label, true) => "LabelExploded",
        (Style::Matrix, false) => "Matrix",
        (Style::Matrix, true) => "MatrixExploded",
        (Style::Segments, _) => "Segments",
        (Style::Repeat, _) => "Repeat",
        (Style::Comma, _) => "Comma",
        (Style::Spaces, _) => "Spaces",
        (Style::Pipes, _) => "Pipes",
        (Style::Brackets, _) => "Brackets",
        (Style::Indexed, _) => "Indexed",
        (Style::Deep, _) => "Deep",
        (Style::Json, _) => "Json",
    })
}

/// Whether a value in the usual style needs no more than what every crate has.
fn is_written_as_usual(parameter: &Parameter, body: BodyFormat) -> bool {
    match (parameter.location, parameter.ty.meant()) {
        (Location::Query, _) if body == BodyFormat::Form => true,
        (Location::Query, Type::List(items)) => items.can_be_in_url(),
        (Location::Query | Location::Path, ty) => ty.can_be_in_url(),
        (Location::Header | Location::Cookie | Location::Body, _) => true,
    }
}
