//! Names that a project keeps: an edit of its document changes what speaks of it, and nothing else.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::{fs, io};

use clientsmith::diag::{ReadError, Shelf, Source, Sources};
use clientsmith::openapi::Project;
use clientsmith::output::Files;

/// Files in memory.
#[derive(Clone, Debug)]
struct Memory(BTreeMap<PathBuf, String>);

impl Shelf for Memory {
    fn known(&self, path: &Path) -> Result<PathBuf, &'static str> {
        Ok(path.to_owned())
    }

    fn read(&self, path: &Path, _: u64) -> Result<Vec<u8>, ReadError> {
        let text = self.0.get(path).ok_or_else(|| io::Error::from(io::ErrorKind::NotFound))?;
        Ok(text.clone().into_bytes())
    }

    fn shown(&self, path: &Path) -> String {
        path.display().to_string()
    }

    fn around(&self, _: &Path, _: &[PathBuf]) -> Rc<dyn Shelf> {
        Rc::new(self.clone())
    }
}

/// A part of a document, and the words of which its names are made.
#[derive(Clone)]
struct Block {
    text: String,
    words: Vec<String>,
}

/// The text of a block, and its words.
fn block((text, words): &(&str, &str)) -> Block {
    Block { text: (*text).to_owned(), words: words.split(' ').map(str::to_owned).collect() }
}

const ONE: &str =
    "{'200': {description: One., content: {application/json: {schema: {$ref: '#/components/schemas/Invoice'}}}}}";

/// Paths, with the words of which their names are made.
const PATHS: [(&str, &str); 10] = [
    (
        "/v1/invoices: {get: {tags: [Invoices], parameters: [{name: starting_after, in: query, schema: {type: string}}, {name: limit, in: query, schema: {type: integer}}], responses: {'200': {description: All., content: {application/json: {schema: {type: object, required: [data], properties: {data: {type: array, items: {$ref: '#/components/schemas/Invoice'}}, has_more: {type: boolean}}}}}}}}}",
        "invoices::list invoices::List ListInvoiceResponse ListInvoicesResponse",
    ),
    (
        "/v1/invoices/new: {post: {tags: [Invoices], operationId: create, requestBody: {required: true, content: {application/json: {schema: {type: object, required: [a, b, c, d], properties: {a: {type: string}, b: {type: string}, c: {type: string}, d: {type: string}, status: {enum: [draft, open]}}}}}}, responses: ONE}}",
        "invoices::create invoices::Create CreateInvoice",
    ),
    (
        "/v1/invoices/{id}: {get: {tags: [Invoices], parameters: [{name: id, in: path, required: true, schema: {type: string}}], responses: ONE}, delete: {tags: [Invoices], parameters: [{name: id, in: path, required: true, schema: {type: string}}], responses: {'204': {description: Gone.}}}}",
        "invoices::get invoices::Get invoices::delete invoices::Delete",
    ),
    (
        "/v1/invoices/{id}/finalize: {post: {tags: [Invoices], parameters: [{name: id, in: path, required: true, schema: {type: string}}], responses: ONE}}",
        "invoices::finalize invoices::Finalize",
    ),
    ("/v1/invoice: {get: {operationId: findInvoice, tags: [Invoices], responses: ONE}}", "find_invoice FindInvoice"),
    ("/v1/find: {get: {operationId: findInvoices, tags: [Invoices], responses: ONE}}", "find_invoice FindInvoice"),
    (
        "/v1/customers: {get: {parameters: [{name: page_token, in: query, schema: {type: string}}], responses: {'200': {description: All., content: {application/json: {schema: {type: object, required: [items], properties: {items: {type: array, items: {$ref: '#/components/schemas/Customer'}}, next_page_token: {type: string}}}}}}}}}",
        "customers",
    ),
    (
        "/v1/cards: {get: {responses: {'200': {description: All., content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/card'}}}}}}}}",
        "cards",
    ),
    // It speaks of all schemas, so that none goes with a path.
    (
        "/v1/registry: {get: {responses: {'200': {description: All., content: {application/json: {schema: {type: object, properties: {Invoice: {$ref: '#/components/schemas/Invoice'}, Customer: {$ref: '#/components/schemas/Customer'}, card: {$ref: '#/components/schemas/card'}, APIKey: {$ref: '#/components/schemas/APIKey'}, ApiKey: {$ref: '#/components/schemas/ApiKey'}, CardParams: {$ref: '#/components/schemas/CardParams'}, state: {$ref: '#/components/schemas/state'}, v1.State: {$ref: '#/components/schemas/v1.State'}}}}}}}}}",
        "registry",
    ),
    (
        "/v1/pay: {post: {requestBody: {required: true, content: {application/json: {schema: {type: object, required: [with], properties: {with: {oneOf: [{type: object, title: By card, required: [card], properties: {card: {type: string}, kind: {enum: [debit, credit]}}}, {type: object, title: By bank, required: [bank], properties: {bank: {type: object, properties: {kind: {enum: [local, far]}}}}}]}}}}}}, responses: ONE}}",
        "pay Pay",
    ),
];

/// Schemas, likewise.
const SCHEMAS: [(&str, &str); 8] = [
    (
        "Invoice: {type: object, required: [id, status, lines], properties: {id: {type: string}, status: {type: string, enum: [open, paid]}, payer: {$ref: '#/components/schemas/Customer'}, lines: {type: array, items: {type: object, required: [price], properties: {price: {type: object, required: [status], properties: {status: {type: string, enum: [fixed, free]}}}}}}}}",
        "Invoice invoice Line pay::",
    ),
    (
        "Customer: {type: object, properties: {name: {type: string}, status: {type: string, enum: [new, old]}, address: {type: object, properties: {city: {type: string}}}}}",
        "Customer customer payer",
    ),
    (
        "card: {type: object, properties: {key: {$ref: '#/components/schemas/APIKey'}, state: {$ref: '#/components/schemas/state'}}}",
        "Card card",
    ),
    ("APIKey: {type: object, properties: {of: {$ref: '#/components/schemas/ApiKey'}}}", "APIKey ApiKey key api_key"),
    (
        "ApiKey: {type: object, properties: {of: {$ref: '#/components/schemas/CardParams'}, state: {$ref: '#/components/schemas/v1.State'}}}",
        "ApiKey of api_key",
    ),
    ("CardParams: {type: object, properties: {n: {type: integer}}}", "CardParams of card_params"),
    ("state: {type: string, enum: [a, b]}", "State state"),
    ("v1.State: {type: string, enum: [c, d]}", "State state"),
];

/// Schemas that come, and would have the name of something that is there.
const NEW_SCHEMAS: [&str; 12] = [
    "InvoiceStatus",
    "invoice_status",
    "InvoiceLine",
    "Invoice_Line",
    "LinePrice",
    "Card",
    "Api_Key",
    "STATE",
    "CustomerStatus",
    "CustomerAddress",
    "InvoiceParams",
    "ListInvoicesResponse",
];

/// Paths that come, likewise.
const NEW_PATHS: [&str; 8] = [
    "/v2/invoices: {get: {tags: [Invoices], responses: ONE}}",
    "/v1/invoices/{id}/get: {get: {operationId: getInvoice, tags: [Invoices], parameters: [{name: id, in: path, required: true, schema: {type: string}}], responses: ONE}}",
    "/v1/invoices/finalize: {post: {tags: [Invoices], responses: ONE}}",
    "/v2/invoices/create: {post: {operationId: createInvoices, tags: [Invoices], requestBody: {content: {application/json: {schema: {type: object, properties: {status: {enum: [x, y]}}}}}}, responses: ONE}}",
    "/v1/found: {get: {operationId: find-invoice, tags: [Invoices], responses: ONE}}",
    "/v2/customers: {get: {operationId: GetCustomers, responses: ONE}}",
    "/v2/cards: {get: {responses: ONE}}",
    "/v2/pay: {post: {operationId: pay, responses: ONE}}",
];

/// A document of some blocks.
#[derive(Clone)]
struct Document {
    paths: Vec<Block>,
    schemas: Vec<Block>,
}

impl Document {
    fn whole() -> Self {
        Self { paths: PATHS.iter().map(block).collect(), schemas: SCHEMAS.iter().map(block).collect() }
    }

    fn text(&self) -> String {
        let lines = |blocks: &[Block], indent: &str| -> String {
            let texts = blocks.iter().map(|block| block.text.replace("ONE", ONE));
            texts.flat_map(|text| [indent.to_owned(), text, "\n".to_owned()]).collect()
        };
        format!(
            "openapi: 3.1.0\ninfo: {{title: Shop, version: '1'}}\nservers: [{{url: 'https://shop.example'}}]\npaths:\n{}components:\n  schemas:\n{}",
            lines(&self.paths, "  "),
            lines(&self.schemas, "    ")
        )
    }
}

/// The crate of a document whose project has these names, and the names.
fn made(document: &str, names: Option<&str>) -> (Files, String) {
    let api = "openapi: ../shop.yaml\npackage: {name: shop-client, version: 0.1.0, license: MIT}\n";
    let file = |path: &str, text: &str| Source { path: path.to_owned(), text: text.to_owned() };
    let mut files = vec![file("spec/api.yaml", api)];
    files.extend(names.map(|names| file("spec/names.yaml", names)));
    let shelf = Memory(BTreeMap::from([(PathBuf::from("shop.yaml"), document.to_owned())]));
    let opened = Project::open(&Sources { files }, Path::new("spec"), &shelf).expect("a document is named");
    let project = opened.unwrap_or_else(|found| panic!("{}", found.0.render(&found.1, false)));
    let settled = clientsmith::build_project(&project)
        .unwrap_or_else(|faults| panic!("{}", faults.render(&project.files.sources, false)));
    let names = project.names_text(&settled.kept);
    (settled.value, names)
}

/// The public items of the crate, and the names, of a document whose project has these names.
fn built(document: &str, names: Option<&str>) -> (BTreeSet<String>, String) {
    let (files, names) = made(document, names);
    let listing = files.iter().find(|(path, _)| *path == "api.txt").expect("each crate has one").1;
    let lines = listing.lines().filter(|line| line.starts_with("pub ") && !line.starts_with("pub mod "));
    (lines.map(str::to_owned).collect(), names)
}

/// An edit: what it is, the document after it, and the words that lines may have which go or come with it.
struct Edit {
    what: String,
    document: Document,
    gone: Vec<String>,
    come: Option<Vec<String>>,
}

fn edits() -> Vec<Edit> {
    let whole = Document::whole();
    let mut edits = Vec::new();
    for (name, side) in [("path", 0), ("schema", 1)] {
        let count = if side == 0 { whole.paths.len() } else { whole.schemas.len() };
        for index in 0..count {
            let edit = |change: &dyn Fn(&mut Vec<Block>)| {
                let mut document = whole.clone();
                change(if side == 0 { &mut document.paths } else { &mut document.schemas });
                document
            };
            let words = if side == 0 { &whole.paths } else { &whole.schemas }[index].words.clone();
            let moved = edit(&|blocks| {
                let block = blocks.remove(index);
                let place = if index == 0 { blocks.len() } else { 0 };
                blocks.insert(place, block);
            });
            edits.push(Edit {
                what: format!("{name} {index} moves"),
                document: moved,
                gone: Vec::new(),
                come: Some(Vec::new()),
            });
            let removed = edit(&|blocks| drop(blocks.remove(index)));
            edits.push(Edit {
                what: format!("{name} {index} goes"),
                document: removed,
                come: Some(words.clone()),
                gone: words,
            });
        }
    }
    for name in NEW_SCHEMAS {
        let mut document = whole.clone();
        let text = format!("{name}: {{type: object, properties: {{n: {{enum: [one, two]}}}}}}");
        document.schemas.insert(0, Block { text, words: Vec::new() });
        let text = format!(
            "/v9/new: {{get: {{responses: {{'200': {{description: New., content: {{application/json: {{schema: {{$ref: '#/components/schemas/{name}'}}}}}}}}}}}}}}"
        );
        document.paths.insert(0, Block { text, words: Vec::new() });
        edits.push(Edit { what: format!("schema {name} comes"), document, gone: Vec::new(), come: None });
    }
    for text in NEW_PATHS {
        let mut document = whole.clone();
        document.paths.insert(0, Block { text: text.to_owned(), words: Vec::new() });
        edits.push(Edit { what: format!("{text} comes"), document, gone: Vec::new(), come: None });
    }
    edits
}

#[test]
fn an_edit_changes_what_speaks_of_it() {
    let (before, names) = built(&Document::whole().text(), None);
    assert_eq!(
        built(&Document::whole().text(), Some(&names)),
        (before.clone(), names.clone()),
        "with names that are kept"
    );
    let edits = edits();
    assert!(edits.len() >= 50, "only {} edits", edits.len());
    let mut faults = Vec::new();
    for Edit { what, document, gone, come } in edits {
        let (after, names_after) = built(&document.text(), Some(&names));
        let speaks = |line: &str, words: &[String]| words.iter().any(|word| line.contains(word.as_str()));
        faults.extend(
            before.difference(&after).filter(|line| !speaks(line, &gone)).map(|line| format!("{what}: - {line}")),
        );
        if let Some(come) = come {
            faults.extend(
                after.difference(&before).filter(|line| !speaks(line, &come)).map(|line| format!("{what}: + {line}")),
            );
        }
        faults.extend(
            names
                .lines()
                .filter(|line| !names_after.lines().any(|other| other == *line))
                .map(|line| format!("{what}: names.yaml - {line}")),
        );
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn names_that_are_kept_change_nothing() {
    let mut faults = Vec::new();
    for folder in super::folders() {
        let document = fs::read_to_string(folder.join("openapi.yaml")).unwrap();
        let (files, names) = made(&document, None);
        let (again, names_again) = made(&document, Some(&names));
        let differing = files.iter().zip(again.iter()).filter(|(one, other)| one != other);
        for ((path, one), (_, other)) in differing.chain([(("names.yaml", &*names), ("", &*names_again))]) {
            let difference = similar::TextDiff::from_lines(one, other);
            if one != other {
                let difference = difference.unified_diff().context_radius(1).to_string();
                faults.push(format!("{}, {path}\n{difference}", folder.display()));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn without_kept_names_neighbours_move_each_other() {
    let (before, _) = built(&Document::whole().text(), None);
    let moved = edits().into_iter().filter(|edit| edit.come.is_none());
    let moved = moved.filter(|edit| !before.is_subset(&built(&edit.document.text(), None).0)).count();
    assert!(moved > 5, "only {moved} edits show what names.yaml is for");
}

#[test]
fn what_could_flip_stays() {
    let (before, names) = built(&Document::whole().text(), None);
    assert!(
        names.contains("body: members") && names.contains("pages: last_item") && names.contains("pages: token"),
        "{names}"
    );
    let mut document = Document::whole();
    // Two members more must be given, and another way to the next page is there.
    document.paths[1].text = document.paths[1]
        .text
        .replace("required: [a,", "required: [e, f, a,")
        .replace("properties: {a:", "properties: {e: {type: string}, f: {type: string}, a:");
    document.paths[0].text =
        document.paths[0].text.replace("has_more: ", "next_page_token: {type: string}, has_more: ").replace(
            "[{name: starting_after",
            "[{name: page_token, in: query, schema: {type: string}}, {name: starting_after",
        );
    let (after, names_after) = built(&document.text(), Some(&names));
    assert_eq!(names_after, names);
    let gone: Vec<&String> = before.difference(&after).collect();
    assert!(gone.iter().all(|line| line.contains("fn invoices::create")), "{gone:#?}");
    let whole = built(&document.text(), None).1;
    assert!(whole.contains("body: whole") && !whole.contains("last_item"), "{whole}");
}

#[test]
fn names_are_written_by_hand_and_read() {
    let text = Document::whole().text();
    let (_, names) = built(&text, None);
    let edited = names
        .replace("/components/schemas/Invoice: Invoice\n", "/components/schemas/Invoice: {name: Bill, was: Invoice}\n")
        .replace("calls:\n", "calls:\n  # We call it so.\n")
        .replace("POST /v1/pay: {name: pay::", "POST /v1/pay: {was: pay, name: till::");
    let (items, again) = built(&text, Some(&edited));
    assert_eq!(again, edited, "what people wrote stays as it is");
    let has = |text: &str| items.iter().any(|line| line.contains(text));
    assert!(has("pub struct types::Bill") && has("pub type types::Invoice"), "{items:#?}");
    assert!(has("fn till::"), "{items:#?}");
}

#[test]
fn missing_names_are_put_where_they_belong() {
    let text = Document::whole().text();
    let (_, names) = built(&text, None);
    // Each line alone, then every second one, then all of a section.
    let lines: Vec<&str> = names.lines().collect();
    let without = |is_left_out: &dyn Fn(usize) -> bool| -> String {
        let kept = lines.iter().enumerate().filter(|(index, line)| !line.starts_with("  ") || !is_left_out(*index));
        kept.flat_map(|(_, line)| [*line, "\n"]).collect()
    };
    // What is missing may get a shorter name than it had; all else is as it was, and in its place.
    let keys = |names: &str| -> Vec<String> {
        names.lines().map(|line| line.split_once(": ").map_or(line, |(key, _)| key).to_owned()).collect()
    };
    let is_whole = |again: &str, is_left_out: &dyn Fn(usize) -> bool| {
        let same = again.lines().zip(&lines).enumerate().filter(|(index, _)| !is_left_out(*index));
        keys(again) == keys(&names) && same.into_iter().all(|(_, (new, old))| new == *old)
    };
    for left_out in (0..lines.len()).step_by(3) {
        let again = built(&text, Some(&without(&|index| index == left_out))).1;
        assert!(is_whole(&again, &|index| index == left_out), "without line {left_out}: {again}");
    }
    let again = built(&text, Some(&without(&|index| index % 2 == 0))).1;
    assert!(is_whole(&again, &|index| index % 2 == 0), "{again}");
    assert_eq!(built(&text, Some(&without(&|_| true))).1, names);
    assert_eq!(built(&text, Some("types: {}\n")).1.lines().count(), names.lines().count() - 2);
    let in_braces = "calls: {GET /v1/pay: nothing::at_all, POST /v1/pay: {name: pay::create, body: whole}}\n";
    assert!(built(&text, Some(in_braces)).1.contains("\n  POST /v1/pay: {name: pay::create, body: whole}\n"));
    let open_end = names.trim_end().rsplit_once('\n').expect("there are lines").0;
    assert_eq!(built(&text, Some(open_end)).1, names);
}
