//! What a new folder holds.

use std::path::PathBuf;

/// What the folder will hold.
pub(super) struct Start {
    /// How the readme calls the package.
    pub(super) title: String,
    /// What people change: the folder of the description, or the document.
    pub(super) source: String,
    /// What is done with the tool, a command a line.
    pub(super) commands: Vec<String>,
    /// The workflow that pull requests must pass.
    pub(super) workflow: String,
    /// The files of the description, or of the document.
    pub(super) files: Vec<NewFile>,
}

/// A file to be: its path in the folder, and its text.
pub(super) struct NewFile {
    pub(super) path: PathBuf,
    pub(super) text: String,
}

impl NewFile {
    pub(super) fn new(path: impl Into<PathBuf>, text: impl Into<String>) -> Self {
        Self { path: path.into(), text: text.into() }
    }
}

impl Start {
    /// All files of the folder.
    pub(super) fn files(self) -> Vec<NewFile> {
        let Self { title, source, commands, workflow, mut files } = self;
        let commands: Vec<String> = commands.iter().map(|command| format!("$ {command}")).collect();
        let readme = include_str!("template/README.md")
            .replace("PACKAGE", &title)
            .replace("SOURCE", &source)
            .replace("VERSION", env!("CARGO_PKG_VERSION"))
            .replace("COMMANDS", &commands.join("\n"));
        files.push(NewFile::new("README.md", readme));
        files.push(NewFile::new("Cargo.toml", include_str!("template/workspace.toml")));
        files.push(NewFile::new(".gitignore", include_str!("template/gitignore")));
        files.push(NewFile::new(".github/workflows/clientsmith.yml", workflow));
        files
    }
}
