//! How a caller's program speaks of each public item, so that it no longer compiles once the item is gone or another.

use serde_json::{Value, json};

use crate::emit::samples::{Speller, literal};
use crate::emit::spelling::Spelling;
use crate::rust::{
    Alias, AnswerType, AnswerVariant, Conversion, Field, Name, OpenEnum, Parameter, Params, Request, RustType, SECRET,
    Struct, Union, UnionVariant, Variant,
};
use crate::surface::Usage;

/// How a caller gives a value.
#[derive(Clone, Copy)]
pub(super) enum Given<'a> {
    /// To the function, or to `new`.
    AsArgument,
    /// By this setter.
    By(&'a Name),
    /// Not at all: this setter unsets it.
    AsNothing(&'a Name),
}

/// Speaks of the items of a module.
pub(super) struct Speaker<'a> {
    krate: &'a Name,
    module: &'a Name,
    spelling: Spelling,
}

impl<'a> Speaker<'a> {
    pub(super) fn new(krate: &'a Name, module: &'a Name) -> Self {
        Self { krate, module, spelling: Spelling::full(krate, module) }
    }

    pub(super) fn module(&self) -> Usage {
        alone(format!("use {}::{};", self.krate, self.module))
    }

    /// An identifier, which is made from text.
    pub(super) fn identifier(&self, name: &Name) -> Usage {
        self.made(name, &json!("text"))
    }

    /// A type with a name of its own.
    pub(super) fn alias(&self, item: &Alias) -> Usage {
        let Some(ty) = &item.ty else { return self.identifier(&item.name) };
        let (variable, path) = (item.name.variable(), self.spelling.local(&item.name));
        with(variable.as_str(), format!("&{}", self.spelling.of(ty)), format!("let copy: {path} = {variable}.clone();"))
    }

    /// An enum, which is made from a value on the wire.
    pub(super) fn value(&self, item: &OpenEnum) -> Usage {
        let value = item.variants.first().map_or_else(|| item.base.sample(), |value| item.base.json(&value.wire));
        self.made(&item.name, &value)
    }

    fn made(&self, name: &Name, value: &Value) -> Usage {
        let path = self.spelling.local(name);
        alone(format!("let {}: {path} = {path}::from({});", name.variable(), literal(value)))
    }

    /// A type by its former name.
    pub(super) fn former_type(&self, name: &Name, former: &Name) -> Usage {
        let (variable, [path, former]) = (name.variable(), [name, former].map(|name| self.spelling.local(name)));
        with(variable.as_str(), format!("&{path}"), format!("let copy: {former} = {variable}.clone();"))
    }

    /// A value, or a code with which the service refuses a call, by its present name or its former one.
    pub(super) fn variant(&self, item: &OpenEnum, variant: &Variant, name: &Name) -> Usage {
        let (variable, path) = (item.name.variable(), self.spelling.local(&item.name));
        if !variant.statuses.is_empty() {
            let code = is_variant("refused.kind", &path, name);
            return with("refused", format!("&{}::ApiError<{path}>", self.krate), code);
        }
        let made = format!("let {variable}: {path} = {path}::{name};");
        alone(made + "\n" + &is_variant(variable.as_str(), &path, name))
    }

    pub(super) fn object(&self, item: &Struct) -> Usage {
        self.example(&item.name)
    }

    /// An object of answers, which has an example.
    fn example(&self, name: &Name) -> Usage {
        let path = self.spelling.local(name);
        alone(format!("let {}: {path} = {path}::example();", name.variable()))
    }

    pub(super) fn field(&self, item: &Struct, field: &Field) -> Usage {
        self.member(item, &field.name, &field.ty)
    }

    /// A public field of an object of answers.
    pub(super) fn member(&self, item: &Struct, name: &Name, ty: &RustType) -> Usage {
        let object = item.name.variable();
        let code = format!("let {name}: &{} = &{object}.{name};", self.spelling.of(ty));
        with(object.as_str(), format!("&{}", self.spelling.local(&item.name)), code)
    }

    pub(super) fn union(&self, item: &Union) -> Usage {
        if item.json_form.is_some() {
            return self.example(&item.name);
        }
        let (variable, path) = (item.name.variable(), self.spelling.local(&item.name));
        with(variable.as_str(), format!("&{path}"), format!("let copy: {path} = {variable}.clone();"))
    }

    /// A variant, which callers look for in answers, and make for requests; by its present name or its former one.
    pub(super) fn union_variant(&self, item: &Union, variant: &UnionVariant, name: &Name) -> Usage {
        let (union, path) = (item.name.variable(), self.spelling.local(&item.name));
        let data = variant.data.as_ref().map(|ty| self.spelling.of(ty));
        let Some(data) = data else {
            return if item.is_answer {
                with(union.as_str(), format!("&{path}"), is_variant(&format!("*{union}"), &path, name))
            } else {
                alone(format!("let {union}: {path} = {path}::{name};"))
            };
        };
        let unboxed = |given: &str| match &variant.data {
            Some(RustType::Boxed(_)) => format!("{given}.into_inner()"),
            Some(RustType::Box(_)) => format!("(*{given})"),
            _ => given.to_owned(),
        };
        if item.is_answer {
            let code = format!("if let {path}::{name}(data) = {union} {{\n    let data: &{data} = data;\n}}");
            return with(union.as_str(), format!("&{path}"), code);
        }
        let given = name.variable();
        let mut code = format!("let {union}: {path} = {path}::{name}({given});");
        if !variant.conversions.is_empty() {
            let unboxed = unboxed(given.as_str());
            code = format!("let {union} = {path}::{name}({given}.clone());\nlet {union}: {path} = {unboxed}.into();");
        }
        for conversion in &variant.conversions {
            code += &self.conversion(conversion, union.as_str(), &path);
        }
        with(given.as_str(), data, code)
    }

    /// What else than a value of its type turns into a variant of a union.
    fn conversion(&self, conversion: &Conversion, union: &str, path: &str) -> String {
        let (items, turned) = match conversion {
            Conversion::From(_) | Conversion::Each(_) => return String::new(),
            Conversion::Text(_) => return format!("\nlet {union}: {path} = \"text\".into();"),
            Conversion::Texts(_) => return format!("\nlet {union}: {path} = [\"text\"].into();"),
            Conversion::Items(item) => ("Vec<T>", item),
            Conversion::Entries(value) => ("std::collections::BTreeMap<String, T>", value),
        };
        let turned = self.spelling.of(turned);
        format!("\nfn turned<T: Clone + Into<{turned}>>(items: {items}) -> {path} {{\n    items.into()\n}}")
    }

    /// What a call answers, or what its errors hold.
    pub(super) fn answer(&self, item: &AnswerType) -> Usage {
        let (variable, path) = (item.name.variable(), self.spelling.local(&item.name));
        with(variable.as_str(), format!("&{path}"), format!("let copy: {path} = {variable}.clone();"))
    }

    pub(super) fn answer_variant(&self, item: &AnswerType, variant: &AnswerVariant) -> Usage {
        let (variable, path) = (item.name.variable(), self.spelling.local(&item.name));
        let name = &variant.name;
        let code = match &variant.body {
            _ if !variant.headers.is_empty() => format!("let is_such = matches!({variable}, {path}::{name} {{ .. }});"),
            Some(ty) => {
                let ty = self.spelling.of(ty);
                format!("if let {path}::{name}(body) = {variable} {{\n    let body: &{ty} = body;\n}}")
            }
            None => format!("let is_such = matches!({variable}, {path}::{name});"),
        };
        with(variable.as_str(), format!("&{path}"), code)
    }

    /// The body or a header of what is answered with headers.
    pub(super) fn answer_part(&self, item: &AnswerType, variant: &AnswerVariant, part: &str, ty: &RustType) -> Usage {
        let (variable, path) = (item.name.variable(), self.spelling.local(&item.name));
        let ty = self.spelling.of(ty);
        let code = if item.is_enum {
            let pattern = format!("{path}::{} {{ {part}, .. }}", variant.name);
            format!("if let {pattern} = {variable} {{\n    let {part}: &{ty} = {part};\n}}")
        } else {
            format!("let {part}: &{ty} = &{variable}.{part};")
        };
        with(variable.as_str(), format!("&{path}"), code)
    }

    /// What the bodies of a call's errors hold.
    pub(super) fn refusal(&self, request: &Request) -> Option<Usage> {
        let held = self.spelling.of(&request.refusal.as_ref()?.ty);
        let error = self.spelling.local(&request.error.name);
        let code = format!("let body: Option<{held}> = refused.body().ok().flatten();");
        Some(with("refused", format!("&{}::ApiError<{error}>", self.krate), code))
    }

    pub(super) fn params(&self, item: &Params) -> Usage {
        let path = self.spelling.local(&item.name);
        alone(format!("let {}: {path} = {};", item.name.variable(), self.new_params(item, None)))
    }

    /// A member, given in this way.
    pub(super) fn params_member(&self, item: &Params, member: &Parameter, given: Given<'_>) -> Usage {
        let variable = item.name.variable();
        let write =
            |given: Option<&Name>, set: &str| format!("let {variable} = {}{set};", self.new_params(item, given));
        self.given(member, given, write)
    }

    fn new_params(&self, item: &Params, given: Option<&Name>) -> String {
        let required = item.members.iter().filter(|member| member.is_argument());
        format!("{}::new({})", self.spelling.local(&item.name), self.arguments(required, given).join(", "))
    }

    /// A request function, by its present name or its former one.
    pub(super) fn function(&self, request: &Request, name: &Name) -> Usage {
        let answer = self.spelling.of(&request.returns);
        alone(format!("let answer: {answer} = {}.await?;", self.call(request, name, None)))
    }

    pub(super) fn operation(&self, request: &Request) -> Usage {
        let path = self.spelling.local(&request.operation);
        let call = self.call(request, &request.function, None);
        alone(format!("let request: {}::Request<_, {path}> = {call};", self.krate))
    }

    /// A walk through the items of a list.
    pub(super) fn items(&self, request: &Request, item: &RustType) -> Usage {
        let call = self.call(request, &request.function, None);
        let item = self.spelling.of(item);
        alone(format!("let item: Option<{item}> = {call}.items().next().await.transpose()?;"))
    }

    /// A parameter, given in this way.
    pub(super) fn parameter(&self, request: &Request, parameter: &Parameter, given: Given<'_>) -> Usage {
        let function = &request.function;
        self.given(parameter, given, |given, set| format!("{}{set}.await?;", self.call(request, function, given)))
    }

    pub(super) fn error(&self, request: &Request) -> Usage {
        let error = format!("{}::Error<{}>", self.krate, self.spelling.local(&request.error.name));
        alone(format!("let refused: Option<{error}> = {}.await.err();", self.call(request, &request.function, None)))
    }

    fn call(&self, request: &Request, function: &Name, given: Option<&Name>) -> String {
        let mut all = self.arguments(request.required(), given);
        all.insert(0, "client".to_owned());
        format!("{}::{}::{}({})", self.krate, self.module, function, all.join(", "))
    }

    /// What a caller gives, in a form that callers hold and as exactly its type. `write` makes a statement, with the
    /// name of a required one in place of a sample, or with a setter.
    fn given(&self, parameter: &Parameter, given: Given<'_>, write: impl Fn(Option<&Name>, &str) -> String) -> Usage {
        let name = &parameter.name;
        let code = match given {
            Given::AsArgument => write(Some(name), ""),
            Given::By(setter) if parameter.constant.is_some() => return alone(write(None, &format!(".{setter}()"))),
            Given::By(setter) => {
                let sample = self.sample(parameter);
                let samples = [sample.as_str(), name.as_str()].into_iter().filter(|sample| !sample.is_empty());
                let statements: Vec<String> =
                    samples.map(|sample| write(None, &format!(".{setter}({sample})"))).collect();
                statements.join("\n")
            }
            Given::AsNothing(setter) => return alone(write(None, &format!(".{setter}()"))),
        };
        with(name.as_str(), self.spelling.of(&parameter.given()), code)
    }

    /// What is required, as samples but for the one that is given.
    fn arguments<'p>(&self, required: impl Iterator<Item = &'p Parameter>, given: Option<&Name>) -> Vec<String> {
        let argument = |parameter: &Parameter| match given {
            Some(name) if *name == parameter.name => format!("{name}{}", borrowed(parameter)),
            _ => self.sample(parameter),
        };
        required.map(argument).collect()
    }

    fn sample(&self, parameter: &Parameter) -> String {
        Speller::new(self.krate, self.module).given(parameter)
    }
}

/// What makes an `Option<&str>` of an argument that is held otherwise.
fn borrowed(parameter: &Parameter) -> &'static str {
    match parameter.is_optional_text() {
        true if parameter.ty == SECRET => ".as_ref().map(|secret| secret.expose())",
        true => ".as_deref()",
        false => "",
    }
}

/// The constant that every crate has.
pub(super) fn version(krate: &Name) -> Usage {
    alone(format!("let version: &str = {krate}::API_VERSION;"))
}

/// The method of a refusal that gives what its body says somewhere.
pub(super) fn error_field(krate: &Name, method: &str) -> Usage {
    with(
        "refusal",
        format!("&{krate}::ApiError<{krate}::AnyCode>"),
        format!("let {method}: Option<&str> = refusal.{method}();"),
    )
}

/// The method of a request that sets a header.
pub(super) fn header(krate: &Name, setter: &str) -> Usage {
    let code = format!("let request = request.{setter}(\"value\");");
    with("request", format!("{krate}::Request<C, O>"), code)
}

fn is_variant(value: &str, path: &str, variant: &Name) -> String {
    let is_variant = variant.variable().with_beginning("is_");
    format!("let {is_variant} = matches!({value}, {path}::{variant});")
}

fn alone(code: String) -> Usage {
    Usage { given: None, code }
}

fn with(variable: &str, ty: String, code: String) -> Usage {
    Usage { given: Some((variable.to_owned(), ty)), code }
}
