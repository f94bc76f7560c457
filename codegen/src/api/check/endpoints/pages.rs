//! Checks how the answer of an endpoint is cut into pages: what is named is there, and of a type that fits.

use crate::{
    api::{
        check::{members, symbols},
        model::{Api, Endpoint, HttpMethod, LastPage, Location, NextPage, Paging, Parameter, Returns, Type},
        scalars::{Scalar, Shape},
    },
    diag::{Diagnostic, Diagnostics, Span, code},
    spec::{self, ApiFile, Faulty, Read, Text},
};

const RULE: &str = "invalid-pagination";

/// Finds out how an endpoint's list is cut into pages. `endpoint` is what is known of it so far.
pub(super) fn check(
    written: &spec::Endpoint,
    endpoint: &Endpoint,
    file: &ApiFile,
    api: &Api,
    diagnostics: &mut Diagnostics,
) -> Read<Option<Paging>> {
    let Some(pages) = written.pages.as_ref().map_err(|faulty| *faulty)? else { return Ok(None) };
    let (pages, place) = match pages {
        spec::PagesOf::Own(pages) => (&**pages, &pages.span),
        spec::PagesOf::Named(name) => (named(name, file, diagnostics)?, &name.span),
    };
    // What a faulty parameter was to be is not known. The last one may be the whole body.
    let body = written.body.as_ref().map_err(|faulty| *faulty)?.as_ref();
    let of_body = body.and_then(|body| body.argument.as_ref()).iter().len();
    if !written.parameters.as_ref().is_ok_and(|it| it.len() + of_body == endpoint.parameters.len()) {
        return Err(Faulty);
    }
    let Returns::Value(answer) = &endpoint.returns else {
        let message = format!("`pages` cannot say how the answer is cut: {}", not_cut(&endpoint.returns));
        let help = "return an object or a list `[…]` and nothing else: callers find headers in the response of a page";
        return Checking { endpoint, api, place, diagnostics }.wrong(place, message, help);
    };
    Checking { endpoint, api, place, diagnostics }.paging(pages, answer).map(Some)
}

/// Why what an endpoint answers is no page of a list.
fn not_cut(returns: &Returns) -> &'static str {
    match returns {
        Returns::Nothing => "it answers nothing",
        Returns::Page(..) | Returns::Value(_) => "the protocol does",
        Returns::Headed(_) => "it has headers of its own",
        Returns::ByStatus(_) => "it comes by status",
        Returns::Event => "it answers an event",
    }
}

fn named<'a>(name: &Text, file: &'a ApiFile, diagnostics: &mut Diagnostics) -> Read<&'a spec::Pages> {
    if let Some((_, pages)) = file.paginations.iter().find(|(known, _)| known.value == name.value) {
        return pages.as_ref().map_err(|faulty| *faulty);
    }
    let known = file.paginations.iter().map(|(known, _)| known.value.as_str());
    Err(symbols::unknown_in("paginations", "pagination", name, known, diagnostics))
}

struct Checking<'a> {
    endpoint: &'a Endpoint,
    api: &'a Api,
    /// Where the endpoint says it.
    place: &'a Span,
    diagnostics: &'a mut Diagnostics,
}

impl<'a> Checking<'a> {
    fn paging(&mut self, pages: &spec::Pages, answer: &Type) -> Read<Paging> {
        let (items, ty) = match &pages.items {
            Some(path) => self.member(path, answer)?,
            None => (Vec::new(), answer.clone()),
        };
        let Type::List(item) = ty.without_null().meant() else {
            let place = pages.items.as_ref().map_or(self.place, |path| &path.span).clone();
            let help = "name the members of the answer that lead to the list of its items: `items: data`";
            return self.wrong(&place, "the items of a page are a list, and this is none".to_owned(), help);
        };
        if pages.items.is_none() && matches!(answer, Type::Nullable(_)) {
            let help = "return the list without `?`";
            return self.wrong(&self.place.clone(), "an answer that is cut into pages is never null".to_owned(), help);
        }
        let next = self.next(&pages.next, answer, item)?;
        let last = self.last(pages, answer)?;
        Ok(Paging { items, item: (**item).clone(), next, last })
    }

    fn next(&mut self, next: &spec::Next, answer: &Type, item: &Type) -> Read<NextPage> {
        Ok(match next {
            spec::Next::LastItem { member, parameter, back } => {
                let member = self.value(member, item, is_one_value, "one value, such as a text")?;
                let back = back.as_ref().map(|back| self.optional(back)).transpose();
                NextPage::LastItem { member, parameter: self.optional(parameter)?, back: back? }
            }
            spec::Next::Token { member, parameter } => {
                let member = self.value(member, answer, is_one_value, "one value, such as a text")?;
                NextPage::Token { member, parameter: self.optional(parameter)? }
            }
            spec::Next::Url(member) => {
                self.is_get(&member.span)?;
                NextPage::Url(self.value(member, answer, is_text, "a text or a URI")?)
            }
            spec::Next::Link => {
                self.is_get(&self.place.clone())?;
                NextPage::Link
            }
            spec::Next::Offset { parameter, limit } => {
                let limit = limit.as_ref().map(|limit| self.whole(limit)).transpose();
                NextPage::Offset { parameter: self.whole(parameter)?.item.name.clone(), limit: limit?.map(name) }
            }
            spec::Next::Number { parameter, first } => {
                let found = self.whole(parameter)?;
                let told = found.default.as_ref().and_then(serde_json::Value::as_i64);
                let first = first.as_ref().map(|first| first.value).or(told).unwrap_or(1);
                NextPage::Number { parameter: name(found), first }
            }
        })
    }

    fn last(&mut self, pages: &spec::Pages, answer: &Type) -> Read<LastPage> {
        Ok(match (&pages.more, &pages.total) {
            (Some(more), _) => {
                LastPage::More(self.value(more, answer, |ty| *ty == Type::Scalar(Scalar::Boolean), "a boolean")?)
            }
            (None, Some(total)) => LastPage::Total(self.value(total, answer, is_whole, "a whole number")?),
            (None, None) => LastPage::Unsaid,
        })
    }

    /// A URL is asked for by `GET`.
    fn is_get(&mut self, place: &Span) -> Read<()> {
        if self.endpoint.method == HttpMethod::Get {
            return Ok(());
        }
        let message = format!("the URL of a next page cannot be asked for by a {}", self.endpoint.method.as_str());
        self.wrong(place, message, "write `http: GET …`, or name a parameter that asks for the next page")
    }

    /// The names of members of a value, of which the last one holds what fits.
    fn value(&mut self, path: &Text, within: &Type, fits: impl Fn(&Type) -> bool, expected: &str) -> Read<Vec<String>> {
        let (members, ty) = self.member(path, within)?;
        if fits(ty.without_null().meant()) {
            return Ok(members);
        }
        let message = format!("{} does not hold {expected}", code(&path.value));
        self.wrong(&path.span, message, &format!("name a member that holds {expected}"))
    }

    /// A member of a value, and what it holds.
    fn member(&mut self, path: &Text, within: &Type) -> Read<(Vec<String>, Type)> {
        let names = members::split(path, self.diagnostics).ok_or(Faulty)?;
        let mut ty = within.clone();
        for name in &names {
            let Type::Object(object) = ty.without_null().meant() else {
                let message = format!("there is no member {}: what it should be in is no object", code(&name.value));
                return self.wrong(&name.span, message, "name members of objects, from the answer down");
            };
            let mut fields = self.api[*object].fields.iter().filter(|field| field.sides.response);
            let Some(field) = fields.find(|field| field.item.name == name.value) else {
                let object = &self.api[*object].item.name;
                let message = format!("the object {} has no member {} in answers", code(object), code(&name.value));
                return self.wrong(&name.span, message, "name a field of the object");
            };
            ty = field.ty.clone();
        }
        Ok((names.into_iter().map(|name| name.value).collect(), ty))
    }

    /// The name of a parameter that takes one value, and may be left out.
    fn optional(&mut self, name: &Text) -> Read<String> {
        let parameter = self.parameter(name)?;
        if parameter.optional && is_one_value(parameter.ty.without_null().meant()) {
            return Ok(parameter.item.name.clone());
        }
        let message = format!("the parameter {} cannot ask for the next page", code(&name.value));
        self.wrong(&name.span, message, "let it take one value, and be `optional: true`: the first page has none")
    }

    /// A parameter that takes a whole number.
    fn whole(&mut self, name: &Text) -> Read<&'a Parameter> {
        let parameter = self.parameter(name)?;
        if is_whole(parameter.ty.without_null().meant()) {
            return Ok(parameter);
        }
        let message = format!("the parameter {} does not count", code(&name.value));
        self.wrong(&name.span, message, "let it take a whole number: `type: integer`")
    }

    fn parameter(&mut self, name: &Text) -> Read<&'a Parameter> {
        let carried = |parameter: &&Parameter| parameter.location != Location::Path;
        let mut parameters = self.endpoint.parameters.iter().filter(carried);
        if let Some(parameter) = parameters.find(|parameter| parameter.item.name == name.value) {
            return Ok(parameter);
        }
        let message = format!("the endpoint has no parameter {} in its query or body", code(&name.value));
        self.wrong(&name.span, message, "add it to `params`")
    }

    fn wrong<T>(&mut self, place: &Span, message: String, help: &str) -> Read<T> {
        let mut fault = Diagnostic::new(RULE, message, place, "here");
        if place != self.place {
            fault = fault.label(self.place, "the pages of this list");
        }
        self.diagnostics.push(fault.help(help));
        Err(Faulty)
    }
}

fn name(parameter: &Parameter) -> String {
    parameter.item.name.clone()
}

/// Whether it is one text or number.
fn is_one_value(ty: &Type) -> bool {
    ty.can_be_in_url() && *ty != Type::Scalar(Scalar::Boolean)
}

fn is_text(ty: &Type) -> bool {
    let is_such = |scalar: &Scalar| matches!(scalar.facts().written, Shape::Text | Shape::UriText);
    matches!(ty, Type::Scalar(scalar) if is_such(scalar)) || matches!(ty, Type::Text(_))
}

fn is_whole(ty: &Type) -> bool {
    let is_such = |shape| matches!(shape, Shape::Integer | Shape::Integer32 | Shape::Unsigned64 | Shape::Unsigned32);
    matches!(ty, Type::Scalar(scalar) if is_such(scalar.facts().written))
}
