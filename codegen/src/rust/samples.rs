//! Calls and values as documentation shows them.

use super::model::Request;
use super::names::Name;
use super::types::{RustType, Types};
use crate::api::Type;

/// A value of a type, as the argument of a request function or setter.
pub(super) fn value(ty: &Type, types: &Types<'_>) -> String {
    let krate = types.krate;
    match ty {
        Type::String => "\"text\"".to_owned(),
        Type::Boolean => "true".to_owned(),
        Type::Integer => "1".to_owned(),
        Type::Number => "1.5".to_owned(),
        Type::Decimal => format!("\"1.5\".parse::<{krate}::Decimal>()?"),
        Type::Money => "1000".to_owned(),
        Type::Currency => "\"usd\"".to_owned(),
        Type::Timestamp => format!("\"2025-01-01T00:00:00Z\".parse::<{krate}::Timestamp>()?"),
        Type::Json => "serde_json::Value::Null".to_owned(),
        Type::Id(id) => {
            let prefix = types.api[*id].prefix.as_ref().map(|prefix| format!("{prefix}_"));
            format!("{:?}", prefix.unwrap_or_default() + "123")
        }
        Type::Enum(id) => format!("{:?}", types.api[*id].values.first().map_or("text", |value| &value.item.name)),
        Type::Object(id) => {
            let (module, name) = &types.names.objects[id.index()];
            format!("{krate}::{module}::{name}::example()")
        }
        Type::List(inner) => format!("[{}]", element(inner, types)),
        Type::Map(inner) => format!("[(\"key\".to_owned(), {}.into())]", element(inner, types)),
        Type::Nullable(inner) => value(inner, types),
    }
}

/// A value inside another one, where a list has to be a `Vec`.
fn element(ty: &Type, types: &Types<'_>) -> String {
    let value = value(ty, types);
    if matches!(ty, Type::List(_)) { format!("vec!{value}") } else { value }
}

/// A call of a request function with all that is required, as an expression.
pub(super) fn call(module: &Name, request: &Request) -> String {
    let samples = request.required().map(|parameter| parameter.sample.as_str());
    let arguments: Vec<&str> = std::iter::once("&client").chain(samples).collect();
    format!("{module}::{}({})", request.function, arguments.join(", "))
}

/// What keeps the answer of a call: nothing, if there is none.
pub(super) fn binding(request: &Request) -> &'static str {
    if request.returns == RustType::Unit { "" } else { "let answer = " }
}

/// The documentation example of a request function: what is required, and the first thing that is not.
pub(super) fn example(request: &Request, types: &Types<'_>) -> Vec<String> {
    let krate = types.krate;
    let head = format!("{}{krate}::{}", binding(request), call(types.module, request));
    let code = match request.optional().next() {
        Some(parameter) => {
            vec![head, format!("    .{}({})", parameter.name, parameter.sample), "    .await?;".to_owned()]
        }
        None => vec![head + ".await?;"],
    };
    let mut lines = vec!["# Examples".to_owned(), String::new()];
    lines.extend(compiled(ASYNC, &format!("client: {krate}::Client"), &code));
    lines
}

/// The function that stands around code which rustdoc compiles.
#[derive(Clone, Copy, Debug)]
pub(super) struct Frame {
    condition: &'static str,
    function: &'static str,
}

/// For code that awaits.
pub(super) const ASYNC: Frame = Frame { condition: "feature = \"async\"", function: "async fn" };
/// For code that blocks.
pub(super) const BLOCKING: Frame = Frame { condition: "feature = \"blocking\"", function: "fn" };
/// For code that awaits within a span.
pub(super) const TRACED: Frame =
    Frame { condition: "all(feature = \"async\", feature = \"tracing\")", function: "async fn" };

/// Code that rustdoc compiles but does not run: the body of a function with these arguments, which may fail.
pub(super) fn compiled(frame: Frame, arguments: &str, code: &[String]) -> Vec<String> {
    let Frame { condition, function } = frame;
    let head = format!("# {function} example({arguments}) -> Result<(), Box<dyn std::error::Error>> {{");
    let mut lines = vec!["```no_run".to_owned(), format!("# #[cfg({condition})]"), head];
    lines.extend_from_slice(code);
    lines.extend(["# Ok(())", "# }", "```"].map(str::to_owned));
    lines
}
