//! Parameters of calls outside of bodies.

use super::{maker::Calls, media};
use crate::casing;
use crate::diag::{Span, code};
use crate::openapi::document::{Kind, Look, Operation, Schema, literal, part_name};
use crate::openapi::names::{choices, given, said, snake, words};
use crate::openapi::samples;
use crate::openapi::texts::{self, at, item};
use crate::openapi::types::{Context, Lowered};
use crate::spec::{Item, Node, Parameter, Text};

/// Headers of which OpenAPI itself says that parameters do not speak of them.
const UNSPOKEN: [&str; 3] = ["accept", "authorization", "content-type"];
/// The header by which a service knows the repetition of a request.
const IDEMPOTENCY_KEY: &str = "idempotency-key";
/// The style in which a value of the path may be several segments. OpenAPI 3.2 says so by `allowReserved`, and routers in the
/// braces: `{path*}`, `{path+}`, `{+path}`.
const SEGMENTS: &str = "segments";
/// Arguments that all calls have.
const TAKEN: [&str; 1] = ["client"];

/// A parameter as it is declared.
struct Declared<'a> {
    name: Text,
    location: &'a str,
    node: &'a Node,
}

impl Declared<'_> {
    /// Whether it is the one of this name in the braces of a path.
    fn is_in_braces(&self, name: &str) -> bool {
        self.location == "path" && [name, plain(name)].contains(&self.name.value.as_str())
    }
}

impl<'a> Calls<'_, 'a> {
    /// The path with the names of its parameters, and the parameters, those of the path first.
    pub(super) fn parameters(&mut self, operation: &Operation<'a>, context: &Context) -> (String, Vec<Parameter>) {
        let declared = self.declared(operation);
        let (path, mut parameters) = self.of_path(operation, &declared, context);
        for declared in declared.iter().filter(|declared| declared.location != "path") {
            let name = declared.name.value.to_ascii_lowercase();
            match declared.location {
                "header" if UNSPOKEN.contains(&name.as_str()) => {}
                "header" if name == IDEMPOTENCY_KEY => self.has_idempotency_key = true,
                "query" | "header" | "cookie" => self.parameter(declared, &mut parameters, context),
                _ => self.left_out(
                    &declared.name,
                    &format!("the parameter {} is in no place that HTTP has", code(&declared.name.value)),
                ),
            }
        }
        (path, parameters)
    }

    pub(super) fn left_out(&mut self, place: &Text, message: &str) {
        self.types.remarks.say("left-out", message, &place.span, "left out", "correct the document, if this is needed");
    }

    /// All parameters that are declared, each name of each place once.
    fn declared(&mut self, operation: &Operation<'a>) -> Vec<Declared<'a>> {
        let mut found: Vec<Declared<'a>> = Vec::new();
        let own = operation.node.items_at("parameters");
        for node in own.iter().chain(operation.shared.items_at("parameters")) {
            let target = match self.types.document.follow(node) {
                Ok(target) => target.node,
                Err(nowhere) => {
                    self.types.say_nowhere(node, nowhere);
                    continue;
                }
            };
            let (Some(name), Some(location)) = (target.placed_text("name"), target.text_at("in")) else {
                self.left_out(&at(&node.span, ""), "a parameter has no name, or is in no place");
                continue;
            };
            if found.iter().all(|known| (known.location, &known.name.value) != (location, &name.value)) {
                found.push(Declared { name, location, node: target });
            }
        }
        found
    }

    /// The path, and its parameters in their order.
    fn of_path(
        &mut self,
        operation: &Operation<'a>,
        declared: &[Declared<'a>],
        context: &Context,
    ) -> (String, Vec<Parameter>) {
        let template = operation.path.value.split('#').next().unwrap_or_default();
        let template = template
            .split_once('?')
            .map_or(template, |(path, query)| if query.contains('{') { path } else { template });
        let template = self.without_empty_segments(template, operation);
        let mut path = String::new();
        let mut parameters: Vec<Parameter> = Vec::new();
        for (index, part) in template.split('{').enumerate() {
            let (name, literal) = match part.split_once('}') {
                Some((name, literal)) if index > 0 => (Some(name), literal),
                _ => (None, part),
            };
            if let Some(name) = name {
                let found = declared.iter().find(|declared| declared.is_in_braces(name));
                // Of two that stand side by side, nothing tells where the second begins, unless it always says the same.
                let only = found.filter(|_| path.ends_with('}')).and_then(|found| self.first_value(found));
                if let Some((name, value)) = only {
                    let message =
                        format!("the parameter {} of the path always says {}", code(&name.value), code(&value));
                    let help = "write it into the path, or put something between the two";
                    self.types.remarks.say("read-as-meant", message, &name.span, "behind another one", help);
                    path.push_str(&encoded(&value));
                    path.push_str(&encoded(literal));
                    continue;
                }
                let mut parameter = match found {
                    Some(declared) => self.single(declared, context),
                    None => self.undeclared(name, operation),
                };
                if name != plain(name) && matches!(parameter.style, Ok(None)) {
                    parameter.style = Ok(Some(at(&parameter.item.name.span, SEGMENTS)));
                }
                parameter.item.name.value = identifier(plain(name), &parameters);
                path.extend(["{", &parameter.item.name.value, "}"]);
                parameters.push(parameter);
            }
            path.push_str(&encoded(literal));
        }
        for declared in declared.iter().filter(|declared| declared.location == "path") {
            if !template.split(['{', '}']).skip(1).step_by(2).any(|name| declared.is_in_braces(name)) {
                self.left_out(&declared.name, &format!("the path has no parameter {}", code(&declared.name.value)));
            }
        }
        (path, parameters)
    }

    /// The path, in which each segment says something.
    fn without_empty_segments(&mut self, template: &str, operation: &Operation<'a>) -> String {
        let mut plain = template.to_owned();
        while plain.contains("//") {
            plain = plain.replace("//", "/");
        }
        if plain != template {
            let message = format!("the path {} has an empty segment", code(template));
            let help = "write each `/` once";
            self.types.remarks.say("read-as-meant", message, &operation.path.span, "left out", help);
        }
        plain
    }

    /// The first of the values that a parameter can have, or its default.
    fn first_value(&self, declared: &Declared<'a>) -> Option<(Text, String)> {
        let schema = self.types.document.meant(declared.node.at("schema")?);
        let default = schema.at("default").into_iter().chain(Schema(schema).values()).next()?;
        Some((declared.name.clone(), literal(default)?.1.to_owned()))
    }

    fn undeclared(&mut self, name: &str, operation: &Operation<'a>) -> Parameter {
        let message = format!("the parameter {} of the path is not declared", code(name));
        let help = "declare it under `parameters` with `in: path`";
        self.types.remarks.say("undeclared", message, &operation.path.span, "taken for a text", help);
        let name = at(&operation.path.span, name);
        let doc = at(&name.span, format!("The `{}` of the path.", texts::clean(&name.value)));
        bare(item(name, doc, None), "path", Lowered::named("string", &operation.path.span))
    }

    fn single(&mut self, declared: &Declared<'a>, context: &Context) -> Parameter {
        let constant = self.constant(declared);
        let lowered = match constant {
            Some((ty, _)) => Lowered::named(ty, &declared.name.span),
            None => self.lowered(declared, context),
        };
        let parts = self.parts(declared.node.at("schema"));
        let style = style(declared, parts);
        let doc = texts::doc(&[declared.node], &declared.name.span, || {
            format!("The parameter `{}`.", texts::clean(&declared.name.value))
        });
        let is_optional = declared.location != "path" && !declared.node.has_true("required");
        let schema = declared.node.at("schema");
        let default = schema.and_then(|schema| schema.at("default")).filter(|_| is_optional).cloned();
        let example = samples::of_parameter(declared.node, schema, self.types.document).filter(|_| constant.is_none());
        let rust = part_name(declared.node).map(|given| at(&declared.name.span, given));
        let item = Item { rust, ..item(declared.name.clone(), doc, texts::deprecated(declared.node)) };
        let parameter = bare(item, declared.location, lowered);
        let explode = explode(declared, parts);
        Parameter {
            style: Ok(style),
            explode: Ok(explode),
            optional: Ok(is_optional),
            constant: Ok(constant.map(|(_, value)| value.clone())),
            default: Ok(default),
            example: Ok(example),
            ..parameter
        }
    }

    /// What must be sent and always says the same.
    fn constant(&self, declared: &Declared<'a>) -> Option<(&'static str, &'a Node)> {
        let is_sent = declared.location != "path" && declared.node.has_true("required");
        self.types.constant(declared.node.at("schema").filter(|_| is_sent)?)
    }

    fn lowered(&mut self, declared: &Declared<'a>, context: &Context) -> Lowered {
        let encoded = declared.node.entries_at("content").first().and_then(|entry| entry.value.at("schema"));
        let lowered = match declared.node.at("schema").or(encoded) {
            Some(schema) => self.types.ty(self.one_or_many(schema), &context.inside(&declared.name.value)),
            None => Lowered::named("string", &declared.name.span),
        };
        let lowered = if lowered.is_json() && encoded.is_none() {
            Lowered::named("string", &declared.name.span)
        } else {
            lowered
        };
        Lowered { nullable: false, ..lowered }
    }

    /// Of a value that may be one or several, the schema of several: a list of one says the same.
    fn one_or_many(&self, schema: &'a Node) -> &'a Node {
        let is_list = |node: &'a Node| Schema(self.types.document.meant(node)).kinds() == [Kind::Array];
        let meant = self.types.document.meant(schema);
        Schema(meant).telling_branches().into_iter().find(|branch| is_list(branch)).unwrap_or(schema)
    }

    /// What parts the values of a schema have.
    fn parts(&self, schema: Option<&'a Node>) -> Parts {
        let Some(mut node) = schema.map(|schema| self.types.document.meant(self.one_or_many(schema))) else {
            return Parts::None;
        };
        for _ in 0..8 {
            node = self.types.document.meant(node);
            let schema = Schema(node);
            let next = match (schema.all_of(), schema.telling_branches().as_slice()) {
                ([only], _) => Some(only),
                (_, [only]) => Some(*only),
                (_, [first, ..]) => Some(*first),
                _ => None,
            };
            match (schema.kinds().as_slice(), next) {
                ([Kind::Object], _) => return Parts::Members,
                ([Kind::Array], _) => return Parts::Items,
                ([], Some(next)) => node = next,
                _ => return Parts::None,
            }
        }
        Parts::None
    }

    /// Adds a parameter; of an object whose members are written side by side, each of these.
    fn parameter(&mut self, declared: &Declared<'a>, parameters: &mut Vec<Parameter>, context: &Context) {
        let schema = declared.node.at("schema").map(|schema| self.types.document.meant(schema));
        let is_object = schema
            .is_some_and(|schema| Schema(schema).kinds() == [Kind::Object] && !Schema(schema).properties().is_empty());
        let is_form = declared.node.text_at("style").is_none_or(|style| style == "form");
        let is_apart = declared.node.at("explode").is_none_or(Look::is_true);
        if declared.location != "query" || !is_object || !is_form || !is_apart {
            return parameters.push(self.single(declared, context));
        }
        let Some(schema) = schema else { return };
        let is_required = declared.node.has_true("required");
        for entry in Schema(schema).properties() {
            let lowered = self.types.ty(&entry.value, &context.inside(&declared.name.value).inside(&entry.key.value));
            let doc = texts::doc(&[&entry.value], &entry.key.span, || {
                format!("The member `{}`.", texts::clean(&entry.key.value))
            });
            let is_optional = !is_required || Schema(schema).required().all(|(name, _)| name != entry.key.value);
            let item = item(entry.key.clone(), doc, texts::deprecated(&entry.value));
            let lowered = Lowered { nullable: false, ..lowered };
            let example = samples::of_schemas(&[&entry.value]);
            let parameter = bare(item, "query", lowered);
            parameters.push(Parameter { optional: Ok(is_optional), example: Ok(example), ..parameter });
        }
    }
}

/// A parameter of which no more is said than its type.
pub(super) fn bare(item: crate::spec::Item, location: &str, lowered: Lowered) -> Parameter {
    let location = at(&item.name.span, location);
    Parameter {
        location: Ok(location),
        style: Ok(None),
        explode: Ok(None),
        optional: Ok(false),
        constant: Ok(None),
        default: Ok(None),
        example: Ok(None),
        bounds: Ok(lowered.bounds.clone()),
        secret: Ok(lowered.secret.clone()),
        ty: Ok(lowered.whole()),
        item,
    }
}

/// What parts a value has.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Parts {
    None,
    Items,
    Members,
}

/// How something with parts is written.
fn style(declared: &Declared<'_>, parts: Parts) -> Option<Text> {
    let node = declared.node;
    let span = node.at("style").map_or(&declared.name.span, |style| &style.span);
    let word = |word: &str| Some(at(span, word));
    if node.entries_at("content").first().is_some_and(|entry| media::is_json(&entry.key.value)) {
        return if matches!(declared.location, "query" | "header") { word("json") } else { None };
    }
    let is_list = parts == Parts::Items;
    let is_apart = node.at("explode").map(Look::is_true);
    match (declared.location, node.text_at("style").unwrap_or_default()) {
        ("path", style @ ("label" | "matrix")) => word(style),
        ("path", _) if parts != Parts::Members && node.has_true("allowReserved") => word(SEGMENTS),
        _ if parts == Parts::None => None,
        ("query", "deepObject") if is_list => word("brackets"),
        ("query", "deepObject") => word("deep"),
        ("query", "spaceDelimited") => word("spaces"),
        ("query", "pipeDelimited") => word("pipes"),
        ("query", _) if is_apart == Some(false) => word("comma"),
        ("query", _) if !is_list => word("deep"),
        ("cookie", _) => word("comma"),
        _ => None,
    }
}

/// The name of a parameter in braces, without what says that it takes several segments.
fn plain(name: &str) -> &str {
    let plain = name.trim_matches(['*', '+']);
    if plain.is_empty() { name } else { plain }
}

/// Where it is said that the parts of something in a path or header are written one by one.
fn explode(declared: &Declared<'_>, parts: Parts) -> Option<Span> {
    let node = declared.node.at("explode").filter(|explode| explode.is_true())?;
    (parts != Parts::None && matches!(declared.location, "path" | "header")).then(|| node.span.clone())
}

/// A name for a parameter of a path: letters and digits alone, and none that another one has.
fn identifier(name: &str, others: &[Parameter]) -> String {
    let is_fine = name.starts_with(|first: char| first.is_ascii_alphabetic())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    let mut plain = if is_fine { name.to_owned() } else { snake(&words(name)) };
    if plain.is_empty() {
        "value".clone_into(&mut plain);
    }
    let is_taken = |name: &str| others.iter().any(|other| other.item.name.value == name);
    let mut number = 1;
    let mut unique = plain.clone();
    while is_taken(&unique) {
        number += 1;
        unique = format!("{plain}{number}");
    }
    unique
}

/// A part of a path, in which all is encoded that cannot stand there.
fn encoded(literal: &str) -> String {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=:@/%?".contains(&byte);
    literal
        .bytes()
        .map(|byte| if is_plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}

/// Gives parameters names in Rust where two of them would get one.
pub(super) fn name(parameters: &mut [Parameter]) {
    let natural = |parameter: &Parameter, wire: &str| match &parameter.location {
        Ok(location) if location.value == "header" => casing::header(wire),
        _ => casing::snake(wire),
    };
    let candidates = parameters.iter().map(|parameter| {
        let mut names = choices(&parameter.item.name.value, |wire| natural(parameter, wire));
        let place = parameter.location.as_ref().map_or("", |location| location.value.as_str());
        names.insert(1, format!("{place}_{}", names[0]));
        given(&parameter.item, names)
    });
    let candidates: Vec<Vec<String>> = candidates.collect();
    let wires: Vec<String> =
        parameters.iter().map(|parameter| natural(parameter, &parameter.item.name.value)).collect();
    let names = said(&wires.iter().map(String::as_str).collect::<Vec<_>>(), &candidates, str::to_owned, |name| {
        TAKEN.contains(&name)
    });
    for (parameter, name) in parameters.iter_mut().zip(names) {
        let span = parameter.item.name.span.clone();
        parameter.item.rust = name.map(|name| at(&span, name));
    }
}
