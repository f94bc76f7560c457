//! Pages of lists, one way for each generation of the API.

use serde_json::{Value, json};

use super::fields::{Fields, text, whole};
use super::refusal::Refusal;

/// How many items a page holds unless the caller says so.
const USUAL_LIMIT: usize = 10;

/// A page that begins after an item, as the first generation has it. `items` are in the order of the list.
pub(super) fn after_item(items: Vec<Value>, mut query: Fields, path: &str) -> Result<Value, Refusal> {
    let limit = limit(&mut query)?;
    let start = match query.optional("starting_after", text)? {
        Some(id) => items.iter().position(|item| item["id"] == id).ok_or(Refusal::RESOURCE_MISSING)? + 1,
        None => 0,
    };
    query.finish()?;
    let has_more = items.len() > start + limit;
    let data: Vec<Value> = items.into_iter().skip(start).take(limit).collect();
    Ok(json!({"object": "list", "url": path, "has_more": has_more, "data": data}))
}

/// A page that names the URL of the next one, as the second generation has it.
pub(super) fn with_next_url(items: Vec<Value>, mut query: Fields, path: &str) -> Result<Value, Refusal> {
    let limit = limit(&mut query)?;
    let page =
        query.optional("page", whole)?.map_or(Ok(0), usize::try_from).map_err(|_| Refusal::PARAMETERS_INVALID)?;
    query.finish()?;
    let start = page.checked_mul(limit).filter(|start| *start <= items.len()).ok_or(Refusal::PARAMETERS_INVALID)?;
    let url = |page: usize| format!("{path}?limit={limit}&page={page}");
    let next = (items.len() > start + limit).then(|| url(page + 1));
    let previous = page.checked_sub(1).map(url);
    let data: Vec<Value> = items.into_iter().skip(start).take(limit).collect();
    Ok(json!({"data": data, "next_page_url": next, "previous_page_url": previous}))
}

/// From 1 to 100.
fn limit(query: &mut Fields) -> Result<usize, Refusal> {
    let Some(limit) = query.optional("limit", whole)? else {
        return Ok(USUAL_LIMIT);
    };
    usize::try_from(limit).ok().filter(|limit| (1..=100).contains(limit)).ok_or(Refusal::PARAMETERS_INVALID)
}
