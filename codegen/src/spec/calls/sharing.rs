//! Gives each call what it shares with others: of its resource, and of the whole API. What the call says itself, or else what
//! is nearest, wins over what has the same name; lists add up.

use crate::spec::description::{
    Answers, ApiFile, Description, Endpoint, Header, Parameter, Resource, Shared, StatusAnswer,
};
use crate::yaml::{Faulty, Read, Text};

/// Spreads what is shared over all calls.
pub(in crate::spec) fn spread(description: &mut Description) {
    let Description { api, resources, .. } = description;
    let of_api = api.as_ref().ok().map(|file: &ApiFile| &file.shared);
    for Resource { endpoints, shared, .. } in resources {
        for endpoint in endpoints {
            for shared in std::iter::once(&*shared).chain(of_api) {
                share(shared, endpoint);
            }
        }
    }
}

/// Gives a call what it shares on one level, in front of what it has.
fn share(shared: &Shared, endpoint: &mut Endpoint) {
    let http = endpoint.http.as_ref().map_or("", |http| &http.value);
    let concerned = shared.parameters.as_ref().map_err(|faulty| *faulty);
    let concerned = concerned.map(|list| list.iter().filter(|parameter| concerns(parameter, http)));
    endpoint.parameters = match (concerned, std::mem::replace(&mut endpoint.parameters, Err(Faulty))) {
        (Ok(shared), Ok(own)) => Ok(before(shared, own, |parameter: &Parameter| parameter.item.name.value.clone())),
        _ => Err(Faulty),
    };
    let own = std::mem::take(&mut endpoint.headers);
    endpoint.headers =
        before(shared.headers.iter(), own, |header: &Header| header.item.name.value.to_ascii_lowercase());
    endpoint.errors = joined(&shared.errors, std::mem::replace(&mut endpoint.errors, Err(Faulty)));
    endpoint.refusals = match (&shared.refusals, std::mem::replace(&mut endpoint.refusals, Err(Faulty))) {
        (Ok(shared), Ok(own)) => {
            let shared = shared.iter().filter(|refusal| !is_answer(&refusal.item.name, &endpoint.answers));
            Ok(before(shared, own, |refusal: &StatusAnswer| refusal.item.name.value.clone()))
        }
        _ => Err(Faulty),
    };
    if matches!(endpoint.retry_on, Ok(None)) {
        endpoint.retry_on.clone_from(&shared.retry_on);
    }
}

/// Whether a status is one of an answer of a call, and so of no refusal.
fn is_answer(status: &Text, answers: &Read<Option<Answers>>) -> bool {
    let by_status = answers.as_ref().ok().and_then(Option::as_ref).filter(|answers| answers.is_by_status);
    by_status.is_some_and(|answers| answers.list.iter().any(|answer| answer.item.name.value == status.value))
}

/// Whether a shared parameter is one of a call: of a path, if it is named there, and of a body, if the method has one.
fn concerns(parameter: &Parameter, http: &str) -> bool {
    match parameter.location.as_ref().map(|location| location.value.as_str()) {
        Ok("path") => http.contains(&format!("{{{}}}", parameter.item.name.value)),
        Ok("body") => ["POST ", "PUT ", "PATCH "].iter().any(|method| http.starts_with(method)),
        _ => true,
    }
}

/// What is shared, and then what is a call's own. An own one of the same name takes the place of a shared one.
fn before<'a, T: Clone + 'a>(
    shared: impl Iterator<Item = &'a T>,
    mut own: Vec<T>,
    name: impl Fn(&T) -> String,
) -> Vec<T> {
    let mut all = Vec::new();
    for shared in shared {
        let nearest = own.iter().position(|own| name(own) == name(shared));
        all.push(nearest.map_or_else(|| shared.clone(), |index| own.remove(index)));
    }
    all.append(&mut own);
    all
}

/// Names that are shared, and then own ones. One that is listed on both levels is there once.
fn joined(shared: &Read<Vec<Text>>, own: Read<Vec<Text>>) -> Read<Vec<Text>> {
    let (shared, own) = (shared.as_ref().map_err(|faulty| *faulty)?, own?);
    let more = shared.iter().filter(|shared| own.iter().all(|own| own.value != shared.value));
    Ok(more.chain(&own).cloned().collect())
}
