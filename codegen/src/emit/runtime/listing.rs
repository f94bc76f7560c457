//! The runtime's part of `api.txt`, read off its sources.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use syn::{File, ImplItem, Item, ItemEnum, ItemImpl, ItemStruct, ItemTrait, Signature, TraitItem, Type, Visibility};

use super::modules::{RuntimeModule, parsed};
use super::needs::selected;
use super::roots::{exported_names, imports};
use super::signatures::{contents, is_specific, parameters, qualified_fn, signature, spell};
use crate::emit::{service, source, webhooks};
use crate::rust::RustCrate;

/// A line, and the module of the runtime that it comes from, if it comes from one.
type Line = (Option<String>, String);

/// One line for each public item that the crate's root exports from the runtime, those of a type together.
pub(crate) fn lines(krate: &RustCrate) -> Vec<Line> {
    let selected = selected(krate);
    let mut listing = Listing::of_modules(&selected, exported_names(&selected));
    for tokens in std::iter::once(service::tokens(krate)).chain(webhooks::tokens(krate)) {
        listing.add_methods_of(&source::parsed(tokens), None);
    }
    listing.lines.into_values().flatten().collect()
}

/// What the root of the crate exports: names, each with the module that it is in.
type Exported = BTreeMap<String, String>;

/// Lines by the items that they belong to, and by where those have them from.
#[derive(Clone)]
struct Listing {
    exported: Exported,
    lines: BTreeMap<(String, Origin), Vec<Line>>,
}

/// Where an item has something from.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Origin {
    Declaration,
    OwnFile,
    OtherFile,
}

impl Listing {
    /// The lines of modules. Parsing them takes longer than all else that is listed, and two descriptions that are
    /// compared mostly have the same ones, so they are kept.
    fn of_modules(modules: &[&'static RuntimeModule], exported: Exported) -> Self {
        type Known = BTreeMap<(Vec<&'static str>, Exported), Listing>;
        static KNOWN: Mutex<Known> = Mutex::new(BTreeMap::new());
        let key = (modules.iter().map(|module| module.path.as_str()).collect(), exported.clone());
        let known = || KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(listing) = known().get(&key) {
            return listing.clone();
        }
        let files: Vec<(&str, File)> =
            modules.iter().map(|module| (module.path.as_str(), parsed(module.text))).collect();
        let listing = Self::of_files(&files, exported);
        known().insert(key, listing.clone());
        listing
    }

    fn of_files(files: &[(&str, File)], exported: Exported) -> Self {
        let mut listing = Self { exported, lines: BTreeMap::new() };
        for (module, file) in files {
            file.items.iter().for_each(|item| listing.add_declaration(item, module));
            listing.add_methods_of(file, Some(module));
        }
        listing
    }

    fn add(&mut self, name: &str, text: String) {
        let home = self.exported.get(name).cloned();
        self.add_from(Origin::Declaration, name, (home, text));
    }

    fn add_from(&mut self, origin: Origin, name: &str, line: Line) {
        self.lines.entry((name.to_owned(), origin)).or_default().push(line);
    }

    fn add_declaration(&mut self, item: &Item, module: &str) {
        let (visibility, name) = match item {
            Item::Struct(item) => (&item.vis, &item.ident),
            Item::Enum(item) => (&item.vis, &item.ident),
            Item::Trait(item) => (&item.vis, &item.ident),
            Item::Type(item) => (&item.vis, &item.ident),
            _ => return,
        };
        let name = name.to_string();
        if !is_public(visibility) || self.exported.get(&name).is_none_or(|home| home != module) {
            return;
        }
        match item {
            Item::Struct(item) => self.add_struct(&name, item),
            Item::Enum(item) => self.add_enum(&name, item),
            Item::Trait(item) => self.add_trait(&name, item),
            Item::Type(item) => self.add(&name, format!("pub type {name} = {}", spell(&item.ty))),
            _ => {}
        }
    }

    fn add_struct(&mut self, name: &str, item: &ItemStruct) {
        self.add(name, format!("pub struct {name}{}", parameters(&item.generics)));
        for field in item.fields.iter().filter(|field| is_public(&field.vis)) {
            if let Some(field_name) = &field.ident {
                self.add(name, format!("pub {name}::{field_name}: {}", spell(&field.ty)));
            }
        }
    }

    fn add_enum(&mut self, name: &str, item: &ItemEnum) {
        self.add(name, format!("pub enum {name}{}", parameters(&item.generics)));
        for variant in &item.variants {
            self.add(name, format!("pub {name}::{}{}", variant.ident, contents(&variant.fields)));
        }
    }

    fn add_trait(&mut self, name: &str, item: &ItemTrait) {
        self.add(name, format!("pub trait {name}"));
        for member in &item.items {
            match member {
                TraitItem::Fn(method) => self.add(name, method_line(name, &method.sig)),
                TraitItem::Type(ty) => self.add(name, format!("pub type {name}::{}", ty.ident)),
                TraitItem::Const(constant) => {
                    self.add(name, format!("pub const {name}::{}: {}", constant.ident, spell(&constant.ty)));
                }
                _ => {}
            }
        }
    }

    /// Adds the methods of exported types. `module` is where the file is, if it is one of the runtime.
    fn add_methods_of(&mut self, file: &File, module: Option<&str>) {
        for item in &file.items {
            if let Item::Impl(item) = item
                && item.trait_.is_none()
                && let Some((name, origin)) = self.exported_owner(item, file, module)
            {
                self.add_methods(&name, item, origin, module);
            }
        }
    }

    /// The name of the type to which a block of methods belongs, if it is exported and no namesake of what is.
    fn exported_owner(&self, item: &ItemImpl, file: &File, module: Option<&str>) -> Option<(String, Origin)> {
        let Type::Path(owner) = &*item.self_ty else { return None };
        let name = owner.path.segments.last()?.ident.to_string();
        let home = self.exported.get(&name)?;
        // Outside of the runtime, what it exports is called by its root.
        let is_home = |imported: Option<String>| imported.as_deref().or(module).is_none_or(|module| module == home);
        let origin = if module == Some(home) { Origin::OwnFile } else { Origin::OtherFile };
        is_home(imported_from(&name, file)).then_some((name, origin))
    }

    fn add_methods(&mut self, name: &str, item: &ItemImpl, origin: Origin, module: Option<&str>) {
        let owner = if is_specific(item) { spell(&item.self_ty) } else { name.to_owned() };
        for member in &item.items {
            match member {
                ImplItem::Fn(method) if is_public(&method.vis) => {
                    self.add_from(origin, name, (module.map(str::to_owned), method_line(&owner, &method.sig)));
                }
                ImplItem::Const(constant) if is_public(&constant.vis) => {
                    let line = format!("pub const {owner}::{}: {}", constant.ident, spell(&constant.ty));
                    self.add_from(origin, name, (module.map(str::to_owned), line));
                }
                _ => {}
            }
        }
    }
}

fn method_line(owner: &str, method: &Signature) -> String {
    format!("pub {} {owner}::{}", qualified_fn(method), signature(method))
}

fn is_public(visibility: &Visibility) -> bool {
    matches!(visibility, Visibility::Public(_))
}

/// The module of the runtime from which a file takes a name.
fn imported_from(name: &str, file: &File) -> Option<String> {
    let imports = file.items.iter().flat_map(|item| match item {
        Item::Use(import) => imports(&import.tree),
        _ => Vec::new(),
    });
    let (module, _) = imports.into_iter().find(|(_, imported)| imported == name)?;
    module.strip_prefix("crate/runtime/").map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The lines of one exported type `Dial` of the module `api/dial`, given files of modules.
    fn lines(files: &[(&'static str, &str)]) -> Vec<String> {
        let files: Vec<(&str, File)> = files.iter().map(|(module, text)| (*module, parsed(text))).collect();
        let exported = Exported::from([("Dial".to_owned(), "api/dial".to_owned())]);
        Listing::of_files(&files, exported).lines.into_values().flatten().map(|(_, text)| text).collect()
    }

    #[test]
    fn what_is_exported_is_listed_wherever_its_methods_are() {
        let declared = (
            "api/dial",
            "pub struct Dial<T> { pub unit: u8, hidden: T } impl<T> Dial<T> { pub fn turn(&mut self, by: u8) -> bool {} fn hide(&self) {} }",
        );
        let others = (
            "calls/call",
            "use crate::runtime::api::{dial::Dial, other::Other}; impl Dial<u8> { pub const async fn ring(self) {} }",
        );
        let expected = [
            "pub struct Dial<T>",
            "pub Dial::unit: u8",
            "pub fn Dial::turn(&mut self, u8) -> bool",
            "pub const async fn Dial<u8>::ring(self)",
        ];
        assert_eq!(lines(&[others, declared]), expected);
    }

    #[test]
    fn nothing_private_is_listed_that_has_the_name_of_something_public() {
        for private in [
            ("transports/connection", "enum Dial { Http1 } impl Dial { pub fn open() {} }"),
            ("transports/connection", "pub enum Dial { Http1 } impl Dial { pub fn open() {} }"),
            ("transports/connection", "use crate::runtime::transports::dial::Dial; impl Dial { pub fn open() {} }"),
            ("api/dial", "pub(crate) enum Dial { Http1 }"),
            ("api/dial", "trait Dial { fn open(); }"),
        ] {
            assert_eq!(lines(&[private]), Vec::<String>::new(), "{private:?}");
        }
    }
}
