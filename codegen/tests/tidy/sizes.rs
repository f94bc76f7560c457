//! Files and functions that fit into a head, and that say what they are for.

use std::collections::BTreeMap;

use syn::spanned::Spanned;
use syn::visit::{self, Visit};

use crate::sources::{Source, sources};
use crate::{Breach, report};

const LONGEST_FILE: usize = 400;
const LONGEST_FUNCTION: usize = 60;
const LARGEST_FOLDER: usize = 25;

/// Folders that may have more files than [`LARGEST_FOLDER`], each with the reason.
const LARGE_FOLDERS: &[(&str, &str)] = &[];

/// The sources that people write.
const WRITTEN: &[&str] = &["codegen/src", "codegen/runtime/src", "examples/src"];

#[test]
fn files_are_short() {
    let long = sources(WRITTEN).into_iter().map(|source| (source.text.lines().count(), source.path));
    let breaches = long.filter(|(lines, _)| *lines > LONGEST_FILE).map(|(lines, path)| {
        let message = format!("the file has {lines} lines, {LONGEST_FILE} at most: split it by what its parts are for");
        Breach { path, line: LONGEST_FILE + 1, message }
    });
    report(breaches.collect());
}

#[test]
fn folders_are_small() {
    let mut sizes: BTreeMap<String, usize> = BTreeMap::new();
    for source in sources(WRITTEN) {
        let folder = source.path.rsplit_once('/').map_or("", |(folder, _)| folder);
        *sizes.entry(folder.to_owned()).or_default() += 1;
    }
    for (folder, _) in LARGE_FOLDERS {
        let is_needed = sizes.get(*folder).is_some_and(|files| *files > LARGEST_FOLDER);
        assert!(is_needed, "{folder} is small: remove it from `LARGE_FOLDERS` of tests/tidy/sizes.rs");
    }
    let is_listed = |folder: &str| LARGE_FOLDERS.iter().any(|(large, _)| *large == folder);
    let large = sizes.into_iter().filter(|(folder, files)| *files > LARGEST_FOLDER && !is_listed(folder));
    let breaches = large.map(|(path, files)| {
        let message =
            format!("the folder has {files} files, {LARGEST_FOLDER} at most: group them by what they are for");
        Breach { path, line: 1, message }
    });
    report(breaches.collect());
}

#[test]
fn functions_are_short() {
    let mut breaches = Vec::new();
    for source in sources(WRITTEN) {
        let file = syn::parse_file(&source.text).unwrap_or_else(|error| panic!("{}: {error}", source.path));
        let mut functions = Functions { source: &source, breaches: &mut breaches };
        functions.visit_file(&file);
    }
    report(breaches);
}

/// Looks at all functions of a file.
struct Functions<'a> {
    source: &'a Source,
    breaches: &'a mut Vec<Breach>,
}

impl Functions<'_> {
    fn check(&mut self, signature: &syn::Signature, body: &syn::Block) {
        let line = signature.span().start().line;
        let lines = body.span().end().line + 1 - line;
        if lines > LONGEST_FUNCTION {
            let message = format!(
                "the function `{}` has {lines} lines, {LONGEST_FUNCTION} at most: give its steps names of their own",
                signature.ident
            );
            self.breaches.push(Breach { path: self.source.path.clone(), line, message });
        }
    }
}

impl<'ast> Visit<'ast> for Functions<'_> {
    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        self.check(&item.sig, &item.block);
        visit::visit_item_fn(self, item);
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        self.check(&item.sig, &item.block);
        visit::visit_impl_item_fn(self, item);
    }

    fn visit_trait_item_fn(&mut self, item: &'ast syn::TraitItemFn) {
        if let Some(body) = &item.default {
            self.check(&item.sig, body);
        }
        visit::visit_trait_item_fn(self, item);
    }

    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        // Unit tests may be as long as their data.
        if item.ident != "tests" {
            visit::visit_item_mod(self, item);
        }
    }
}

#[test]
fn files_say_what_they_are_for() {
    let silent = sources(WRITTEN).into_iter().filter(|source| !source.text.starts_with("//! "));
    let breaches = silent.map(|source| {
        let message = "the file must begin with `//! ` and what it is for".to_owned();
        Breach { path: source.path, line: 1, message }
    });
    report(breaches.collect());
}
