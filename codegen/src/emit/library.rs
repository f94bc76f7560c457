//! The root of the crate: its front page, its modules, and what it takes from the runtime.

use proc_macro2::TokenStream;
use quote::quote;

use super::{guide, runtime};
use crate::rust::RustCrate;

pub(super) fn tokens(krate: &RustCrate) -> TokenStream {
    let doc = krate.doc.inner();
    let guide: Vec<String> = guide::sections(krate).iter().flat_map(section).collect();
    let modules = krate.modules.iter().map(|module| &module.name);
    let allow = runtime::allow_unused(krate);
    let exports = runtime::exported(krate).into_values();
    quote! {
        #doc
        #(#![doc = #guide])*
        #![forbid(unsafe_code)]
        #![deny(missing_docs)]

        #(pub mod #modules;)*
        #allow
        mod runtime;
        mod service;

        #(#exports)*
        pub use service::API_VERSION;
    }
}

/// A section with its code in a function that compiles but does not run.
fn section(section: &guide::Section) -> Vec<String> {
    let open = [
        "```no_run",
        "# #[cfg(feature = \"async\")]",
        "# async fn example() -> Result<(), Box<dyn std::error::Error>> {",
    ];
    let title = format!("# {}", section.title);
    let mut lines = vec![String::new(), title, String::new(), section.text.clone(), String::new()];
    lines.extend(open.map(str::to_owned));
    lines.extend(section.code.iter().cloned());
    lines.extend(["# Ok(())", "# }", "```"].map(str::to_owned));
    lines.into_iter().map(|line| if line.is_empty() { line } else { format!(" {line}") }).collect()
}
