//! Code blocks of documentation that rustdoc compiles.

/// The function that stands around code.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Frame {
    features: &'static [&'static str],
    function: &'static str,
}

/// For code that awaits.
pub(crate) const ASYNC: Frame = Frame { features: &["async"], function: "async fn" };
/// For code that blocks.
pub(crate) const BLOCKING: Frame = Frame { features: &["blocking"], function: "fn" };
/// For code that awaits within a span.
pub(crate) const TRACED: Frame = Frame { features: &["async", "tracing"], function: "async fn" };

/// Code that rustdoc compiles but does not run: the body of a function with these arguments, which may fail. Code
/// outside the module of which it speaks needs the feature that brings it.
pub(crate) fn compiled(frame: Frame, feature: Option<&str>, arguments: &str, code: &[String]) -> Vec<String> {
    let Frame { features, function } = frame;
    let features: Vec<String> =
        features.iter().copied().chain(feature).map(|feature| format!("feature = {feature:?}")).collect();
    let condition = if features.len() > 1 { format!("all({})", features.join(", ")) } else { features.concat() };
    let head = format!("# {function} example({arguments}) -> Result<(), Box<dyn std::error::Error>> {{");
    let mut lines = vec!["```no_run".to_owned(), format!("# #[cfg({condition})]"), head];
    lines.extend_from_slice(code);
    lines.extend(["# Ok(())", "# }", "```"].map(str::to_owned));
    lines
}
