//! Other tools that make a crate of a document, where they are installed.

use std::fs;
use std::path::Path;
use std::process::Command;

/// A tool.
pub(crate) struct Peer {
    pub(crate) program: &'static str,
    /// What it is to be told, from a document and a folder.
    arguments: fn(&str, &str) -> Vec<String>,
}

pub(crate) const PEERS: [Peer; 3] = [
    Peer {
        program: "openapi-to-rust",
        arguments: |_, out| ["generate", "--config", &format!("{out}/settings.toml")].map(str::to_owned).into(),
    },
    Peer {
        program: "ploidy",
        arguments: |document, out| ["generate", "rust", document, "-o", out].map(str::to_owned).into(),
    },
    Peer {
        program: "cargo-progenitor",
        arguments: |document, out| {
            let all = ["progenitor", "-i", document, "-o", out, "-n", "client", "-v", "0.1.0"];
            all.map(str::to_owned).into()
        },
    },
];

impl Peer {
    /// Whether it is on the `PATH`.
    pub(crate) fn is_there(&self) -> bool {
        let path = std::env::var_os("PATH").unwrap_or_default();
        std::env::split_paths(&path).any(|folder| folder.join(self.program).is_file())
    }

    /// What makes the crate of a document.
    pub(crate) fn command(&self, document: &Path, out: &Path) -> Command {
        fs::create_dir_all(out).expect("a folder");
        let (document, out) = (document.to_string_lossy(), out.to_string_lossy());
        // Only one of them reads settings; to the others it is a file of no meaning.
        let settings = format!(
            "[generator]\nspec_path = {document:?}\noutput_dir = \"{out}/src\"\nmodule_name = \"client\"\n\n\
             [features]\nenable_async_client = true\n"
        );
        fs::write(format!("{out}/settings.toml"), settings).expect("a file");
        let mut command = Command::new(self.program);
        command.args((self.arguments)(&document, &out));
        command
    }
}
