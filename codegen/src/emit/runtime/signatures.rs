//! Types and signatures of the runtime, as `api.txt` spells them: each on one line.

use quote::ToTokens;
use syn::{Fields, FnArg, Generics, ItemImpl, PathArguments, ReceiverKind, ReturnType, Signature, Type, parse_quote};

/// What a function is, such as `const fn`.
pub(super) fn qualified_fn(signature: &Signature) -> String {
    let constness = signature.constness.map_or("", |_| "const ");
    let asyncness = signature.asyncness.map_or("", |_| "async ");
    format!("{constness}{asyncness}fn")
}

/// A method's name, what it takes and what it gives.
pub(super) fn signature(signature: &Signature) -> String {
    let inputs: Vec<String> = signature.inputs.iter().map(input).collect();
    let output = match &signature.output {
        ReturnType::Default => String::new(),
        ReturnType::Type(_, ty) => format!(" -> {}", spell(ty)),
    };
    format!("{}({}){output}", signature.ident, inputs.join(", "))
}

fn input(input: &FnArg) -> String {
    match input {
        FnArg::Receiver(receiver) => match &receiver.kind {
            ReceiverKind::Reference(_, _, None) => "&self".to_owned(),
            ReceiverKind::Reference(..) => "&mut self".to_owned(),
            _ => "self".to_owned(),
        },
        FnArg::Typed(typed) => spell(&typed.ty),
    }
}

/// The parameters of a type, without their bounds.
pub(super) fn parameters(generics: &Generics) -> String {
    let names: Vec<String> = generics.type_params().map(|parameter| parameter.ident.to_string()).collect();
    if names.is_empty() { String::new() } else { format!("<{}>", names.join(", ")) }
}

/// What a variant holds.
pub(super) fn contents(fields: &Fields) -> String {
    let types: Vec<String> = fields.iter().map(|field| spell(&field.ty)).collect();
    if types.is_empty() { String::new() } else { format!("({})", types.join(", ")) }
}

/// Whether methods are there for some types only, such as those of `ClientBuilder<Client>`.
pub(super) fn is_specific(item: &ItemImpl) -> bool {
    let Type::Path(owner) = &*item.self_ty else { return false };
    let Some(PathArguments::AngleBracketed(arguments)) = owner.path.segments.last().map(|segment| &segment.arguments)
    else {
        return false;
    };
    let own: Vec<String> = item.generics.type_params().map(|parameter| parameter.ident.to_string()).collect();
    arguments.args.iter().any(|argument| !own.contains(&argument.to_token_stream().to_string()))
}

/// A type as users of the crate name it, laid out by the formatter that lays out the sources, on one line.
pub(super) fn spell(ty: &Type) -> String {
    let alias = prettyplease::unparse(&parse_quote!(type Alias = #ty;));
    let words: Vec<&str> = alias.split_whitespace().collect();
    words.join(" ").trim_start_matches("type Alias = ").trim_end_matches(';').replace("runtime::", "")
}
