//! The facts that a checked description states.

use clientsmith::api::{
    Api, Bounds, Endpoint, Enum, Event, Field, Literal, Object, Parameter, PathPart, Returns, Scalar, TimestampFormat,
    Type, Union,
};

use crate::facts::Facts;

/// All facts of a description.
pub(crate) fn facts(api: &Api) -> Facts {
    let mut described = Described { api, facts: Facts::default() };
    for endpoint in api.resources.iter().flat_map(|resource| &resource.endpoints) {
        described.endpoint(endpoint);
    }
    for (_, event) in api.events() {
        described.event(event);
    }
    described.facts
}

/// The side and the call or object from which paths of names lead down.
struct Owner {
    /// Such as `member billing.meter` or `param GET /v1/billing/meters query`.
    name: String,
    is_request: bool,
    timestamps: TimestampFormat,
}

/// What is said of a member beside its type.
struct Said<'a> {
    attributes: Vec<(&'static str, String)>,
    constants: &'a [Literal],
}

struct Described<'a> {
    api: &'a Api,
    facts: Facts,
}

impl Described<'_> {
    fn endpoint(&mut self, endpoint: &Endpoint) {
        let call = format!("{} {}", endpoint.method.as_str(), path(endpoint));
        let returns = self.returns(endpoint);
        self.add(
            format!("endpoint {call}"),
            &[("server", self.api[endpoint.server].name.clone()), ("returns", returns)],
            None,
        );
        for parameter in &endpoint.parameters {
            self.parameter(&call, parameter, self.api[endpoint.dialect].timestamps);
        }
        for code in endpoint.errors.iter().map(|listed| &self.api[listed.code]) {
            let mut said = vec![("status", code.statuses_in_words())];
            said.extend(code.item.since.is_some().then(|| ("later", "yes".to_owned())));
            self.add(format!("error {call} {}", code.item.name), &said, None);
        }
    }

    /// An event, and its data when that is met for the first time.
    fn event(&mut self, event: &Event) {
        let mut said = vec![("kind", event.kind.as_str().to_owned())];
        said.extend(event.related.map(|id| ("related", kind(&self.api[id]).to_owned())));
        if let Some(Type::Object(id)) = &event.data {
            let data = &self.api[*id];
            let name = if has_kind(data) { kind(data) } else { &data.item.name };
            said.push(("data", name.to_owned()));
            if self.facts.known.keys().all(|key| !key.starts_with(&format!("member {name} "))) {
                let timestamps = event.kind.timestamps();
                self.object(&Owner { name: format!("member {name}"), is_request: false, timestamps }, "", data);
            }
        }
        self.add(format!("event {}", event.item.name), &said, None);
    }

    /// What a success answers, whose members become facts when it is met for the first time.
    fn returns(&mut self, endpoint: &Endpoint) -> String {
        let (ty, is_page) = match &endpoint.returns {
            Returns::Nothing => return "nothing".to_owned(),
            Returns::Event => return "event".to_owned(),
            Returns::Value(ty) => (ty, false),
            Returns::Page(_, ty) => (ty, true),
            Returns::Headed(_) | Returns::ByStatus(_) => panic!("`{}` answers more than a type", endpoint.item.name),
        };
        let Type::Object(object) = ty else { panic!("`{}` answers no object", endpoint.item.name) };
        let object = &self.api[*object];
        let kind = kind(object);
        let name = format!("member {kind}");
        if !self.facts.known.contains_key(&format!("{name} object")) {
            let owner = Owner { name, is_request: false, timestamps: self.api[endpoint.dialect].timestamps };
            self.object(&owner, "", object);
        }
        if is_page { format!("list({kind})") } else { kind.to_owned() }
    }

    fn parameter(&mut self, call: &str, parameter: &Parameter, timestamps: TimestampFormat) {
        let location = parameter.location.as_str();
        let owner = Owner { name: format!("param {call} {location}"), is_request: true, timestamps };
        let mut attributes = vec![("required", yes_or_no(!parameter.optional))];
        attributes.extend(since(&parameter.item));
        attributes.extend(bounds(&parameter.bounds));
        self.member(&owner, &parameter.item.name, &parameter.ty, Said { attributes, constants: &[] });
    }

    fn object(&mut self, owner: &Owner, path: &str, object: &Object) {
        for field in &object.fields {
            if if owner.is_request { field.sides.request } else { field.sides.response } {
                self.field(owner, &below(path, &field.item.name), field);
            }
        }
        if let Some(union) = &object.union {
            self.union(owner, path, union);
        }
    }

    fn field(&mut self, owner: &Owner, path: &str, field: &Field) {
        let is_optional = if owner.is_request { field.optional.request } else { field.optional.response };
        let mut attributes = vec![("required", yes_or_no(!is_optional))];
        if !owner.is_request {
            attributes.push(("nullable", yes_or_no(matches!(field.ty, Type::Nullable(_)))));
        }
        attributes.extend(field.secret.then(|| ("secret", "yes".to_owned())));
        attributes.extend(since(&field.item));
        attributes.extend(bounds(&field.bounds));
        self.member(owner, path, &field.ty, Said { attributes, constants: &field.constants });
    }

    /// The member that tells, and one member for each variant with data. No union is closed.
    fn union(&mut self, owner: &Owner, path: &str, union: &Union) {
        let tag = below(path, union.told.tag().expect("no union of this description is told without a tag"));
        let mut said =
            vec![("required", "yes".to_owned()), ("type", "enum".to_owned()), ("kind", "unstated".to_owned())];
        if !owner.is_request {
            said.push(("nullable", "no".to_owned()));
        }
        self.add(format!("{} {tag}", owner.name), &said, None);
        for variant in &union.variants {
            if !if owner.is_request { variant.sides.request } else { variant.sides.response } {
                continue;
            }
            let since: Vec<_> = since(&variant.item).into_iter().collect();
            self.add(format!("value {} {tag} {}", owner.name, variant.item.name), &since, None);
            if let Some(data) = &variant.data {
                let mut attributes = vec![("required", "no".to_owned())];
                if !owner.is_request {
                    attributes.push(("nullable", yes_or_no(matches!(data, Type::Nullable(_)))));
                }
                attributes.extend(since);
                self.member(owner, &below(path, &variant.item.name), data, Said { attributes, constants: &[] });
            }
        }
    }

    /// A member or parameter, and all that is inside.
    fn member(&mut self, owner: &Owner, path: &str, ty: &Type, said: Said) {
        let key = format!("{} {path}", owner.name);
        let (inside, steps) = innermost(ty);
        let mut attributes = said.attributes;
        if let [constant, also @ ..] = said.constants {
            attributes.extend([("type", "const".to_owned()), ("tag", constant.as_text().to_owned())]);
            let also: Vec<&str> = also.iter().map(Literal::as_text).collect();
            attributes.extend((!also.is_empty()).then(|| ("also", also.join(","))));
        } else {
            attributes.push(("type", self.word(owner, ty)));
        }
        let closed = if let Type::Enum(id) = inside { Some(self.api[*id].closed) } else { None };
        self.add(key, &attributes, closed);
        match inside {
            Type::Enum(id) => self.values(&format!("value {} {path}", owner.name), &self.api[*id]),
            Type::Object(id) => self.object(owner, &format!("{path}{steps}"), &self.api[*id]),
            _ => {}
        }
    }

    fn values(&mut self, key: &str, enumeration: &Enum) {
        for value in &enumeration.values {
            let said: Vec<_> = since(&value.item).into_iter().collect();
            self.add(format!("{key} {}", value.item.name), &said, None);
        }
    }

    /// Adds a fact; `closed` is for enums.
    fn add(&mut self, key: String, said: &[(&'static str, String)], closed: Option<bool>) {
        let kind = closed.map(|closed| ("kind", if closed { "closed" } else { "open" }));
        self.facts.add(key, said.iter().map(|(name, value)| (*name, value.as_str())).chain(kind));
    }

    fn word(&self, owner: &Owner, ty: &Type) -> String {
        let word = match ty {
            Type::Scalar(Scalar::Currency) | Type::Text(_) | Type::Id(_) => "string",
            Type::Scalar(Scalar::Timestamp) if owner.timestamps == TimestampFormat::Unix => "unix",
            Type::Scalar(Scalar::Timestamp) => "ts",
            Type::Scalar(scalar) => scalar.facts().name,
            Type::Json => "json",
            Type::Enum(_) => "enum",
            Type::Object(_) => "object",
            Type::Expandable(..) if owner.is_request => "string",
            Type::Expandable(_, object) => return format!("expandable({})", kind(&self.api[*object])),
            Type::Nullable(inside) | Type::Alias(_, inside) => return self.word(owner, inside),
            Type::List(inside) => return format!("array({})", self.word(owner, inside)),
            Type::Map(inside) => return format!("map({})", self.word(owner, inside)),
        };
        word.to_owned()
    }
}

fn path(endpoint: &Endpoint) -> String {
    let parts = endpoint.path.iter().map(|part| match part {
        PathPart::Literal(text) => text.clone(),
        PathPart::Parameter(index) => format!("{{{}}}", endpoint.parameters[*index].item.name),
    });
    parts.collect()
}

/// Whether an object says in its member `object` what it is.
fn has_kind(object: &Object) -> bool {
    object.fields.iter().any(|field| field.item.name == "object" && field.constant().is_some())
}

/// What the member `object` of an object says.
fn kind(object: &Object) -> &str {
    let member = object.fields.iter().find(|field| field.item.name == "object");
    let first = member.and_then(|field| field.constant()).map(Literal::as_text);
    first.unwrap_or_else(|| panic!("`{}` has no constant in its member `object`", object.item.name))
}

/// What a type holds in the end, and the steps that lead there.
fn innermost(ty: &Type) -> (&Type, String) {
    match ty {
        Type::Nullable(inside) | Type::Alias(_, inside) => innermost(inside),
        Type::List(inside) => (innermost(inside).0, format!("[]{}", innermost(inside).1)),
        Type::Map(inside) => (innermost(inside).0, format!("{{}}{}", innermost(inside).1)),
        _ => (ty, String::new()),
    }
}

fn below(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
}

fn yes_or_no(is_so: bool) -> String {
    if is_so { "yes" } else { "no" }.to_owned()
}

fn since(item: &clientsmith::api::Item) -> Option<(&'static str, String)> {
    item.since.clone().map(|since| ("since", since))
}

fn bounds(bounds: &Bounds) -> impl Iterator<Item = (&'static str, String)> {
    bounds.list.iter().map(|bound| (bound.kind.key(), bound.value.clone()))
}
