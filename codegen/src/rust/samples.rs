//! Calls and values as documentation shows them.

use super::model::Request;
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

/// A documentation example of a call: what is required, and the first thing that is not.
pub(super) fn call(request: &Request, types: &Types<'_>) -> Vec<String> {
    let krate = types.krate;
    let arguments: Vec<&str> = request.required().map(|parameter| parameter.sample.as_str()).collect();
    let arguments = std::iter::once("&client").chain(arguments).collect::<Vec<_>>().join(", ");
    let result = if request.returns == RustType::Unit { "" } else { "let answer = " };
    let head = format!("{result}{krate}::{}::{}({arguments})", types.module, request.function);
    let mut lines = vec![
        "# Examples".to_owned(),
        String::new(),
        "```no_run".to_owned(),
        "# #[cfg(feature = \"async\")]".to_owned(),
        format!("# async fn example(client: {krate}::Client) -> Result<(), Box<dyn std::error::Error>> {{"),
    ];
    match request.optional().next() {
        Some(parameter) => {
            lines.push(head);
            lines.push(format!("    .{}({})", parameter.name, parameter.sample));
            lines.push("    .await?;".to_owned());
        }
        None => lines.push(head + ".await?;"),
    }
    lines.extend(["# Ok(())", "# }", "```"].map(str::to_owned));
    lines
}
