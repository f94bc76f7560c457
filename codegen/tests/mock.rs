//! A crate talks to a mock of its document, which holds each request against the document and answers as it says: Prism, the
//! npm package `@stoplight/prism-cli`, by the name `prism`. Where that is not installed, nothing is tested, and the test says so.

mod support;

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use clientsmith::diag::Diagnostics;
use clientsmith::openapi::Files;
use support::Folder;

/// A mock, which ends with its test.
struct Mock(Child);

impl Drop for Mock {
    fn drop(&mut self) {
        _ = self.0.kill();
        _ = self.0.wait();
    }
}

/// Starts a mock on a port that is free, and gives its URL; nothing if there is no such program.
fn mock(document: &Path) -> Option<(Mock, String)> {
    let mut prism = Command::new("prism");
    prism.args(["mock", "--errors", "--host", "127.0.0.1", "--port", "0"]).arg(document);
    let mut child = prism.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().ok()?;
    let output = child.stdout.take().expect("its output is ours");
    let mock = Mock(child);
    let mut lines = BufReader::new(output).lines().map_while(Result::ok);
    let line = lines.find(|line| line.contains("listening on")).expect("it says where it listens");
    let url = &line[line.find("http://").expect("it says a URL")..];
    let url = url.trim().to_owned();
    // It writes a line for each request, which must find somebody who reads.
    std::thread::spawn(move || lines.for_each(drop));
    Some((mock, url))
}

#[test]
fn a_validating_mock_takes_each_request() {
    let document = support::codegen("tests/openapi/mocked/openapi.yaml");
    let Some((_mock, url)) = mock(&document) else {
        println!("skipped: there is no `prism` to hold requests against the document");
        return;
    };
    let files = Files::open(&document, &[], &mut Diagnostics::default()).expect("the document can be read");
    let made = clientsmith::build_document(&files).expect("a crate can be made of it");
    let mut krate: Folder = made.value.iter().map(|(path, text)| (path.to_owned(), text.as_bytes().to_vec())).collect();
    krate.insert("src/main.rs".to_owned(), include_bytes!("mock/program.rs").to_vec());
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("mock");
    support::write_folder(&root.join("mocked"), &krate);
    support::write_workspace(&root, &["mocked"]);
    let features = "--no-default-features --features blocking,rooms,types";
    let mut cargo = support::cargo();
    cargo.args(["run", "--offline", "--quiet", "--bin", "mocked-client"]).args(features.split(' ')).args(["--", &url]);
    let output =
        cargo.current_dir(root).env("CARGO_TARGET_DIR", support::shared_target()).output().expect("Cargo runs");
    let said = String::from_utf8_lossy(&output.stdout);
    let is_fine =
        output.status.success() && said.lines().count() == 7 && said.lines().all(|line| line.ends_with(": fine"));
    assert!(is_fine, "{}", support::transcript(&output));
}
