//! A [`Description`](super::Description) to the files that say it: reading them gives the same one.
//!
//! Each function is the other side of one that reads, and names the keys of the same [kind](super::schema).

mod answers;
mod api_file;
mod bodies;
mod calls;
mod events;
mod headers;
mod keys;
mod layout;
mod objects;
mod out;
mod pages;
mod resource_file;
mod security;
mod spelling;
mod types;

use super::Description;

/// The file that every description has.
const API_FILE: &str = "api.yaml";
/// Files in the folder of a description that describe no resource.
const TAKEN: [&str; 3] = ["accepted", "api", "names"];

/// Names of files, and what is in each.
pub type NamedTexts = Vec<(String, String)>;

/// The name of the file of a resource.
#[must_use]
pub fn file_name(resource: &str) -> String {
    let ending = if TAKEN.contains(&resource) { "_" } else { "" };
    format!("{resource}{ending}.yaml")
}

/// The files of a description, by name: `api.yaml`, and one for each resource.
#[must_use]
pub fn write(description: &Description) -> NamedTexts {
    let api = description.api.as_ref().ok();
    let file = api.map(|api| (API_FILE.to_owned(), api_file::text(api)));
    let resources = description.resources.iter();
    let resources = resources.map(|resource| {
        let name = file_name(&resource.item.name.value);
        (name, resource_file::text(resource, api.map(|api| &api.shared)))
    });
    file.into_iter().chain(resources).collect()
}
