//! `clientsmith import`: makes a project of a published document.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;

use super::document;
use super::own;
use super::say::{self, error, say};
use crate::diag::{Diagnostics, Disk, Shelf, Source, Sources, display_path};
use crate::history::way;
use crate::openapi;
use crate::output;

#[derive(Args)]
pub(super) struct Arguments {
    /// The OpenAPI document, 3.0 or 3.1
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// The folder of the project
    #[arg(long, value_name = "DIR", default_value = "spec")]
    spec: PathBuf,
    /// Read files to which the document leads in this folder too
    #[arg(long, value_name = "DIR")]
    allow_path: Vec<PathBuf>,
    /// Correct the document by this OpenAPI Overlay; several are applied one after the other
    #[arg(long, value_name = "FILE")]
    overlay: Vec<PathBuf>,
    /// Overwrite the `api.yaml` that is there
    #[arg(long)]
    force: bool,
    /// Write the whole description in our own format, to take it over: the document is not read again
    #[arg(long, conflicts_with = "force")]
    own: bool,
    /// Write all remarks on the document into a file of JSON
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
}

pub(super) fn run(arguments: &Arguments) -> Result<ExitCode, String> {
    let Arguments { file, spec, allow_path, overlay, report, .. } = arguments;
    if arguments.own {
        let mut remarks = Diagnostics::default();
        let files = document::open(file, allow_path, overlay, &mut remarks)?;
        return own::write(&files, remarks, spec, report.as_deref());
    }
    let (api, names) = (spec.join("api.yaml"), spec.join("names.yaml"));
    if fs::symlink_metadata(&api).is_ok() && !arguments.force {
        return Err(error(format!(
            "`{}` is there already\n  = help: to bring a document up to date, replace its file and run `clientsmith \
             generate`; otherwise name another folder with `--spec DIR`, or overwrite it with `--force`",
            display_path(&api)
        )));
    }
    let files = document::open(file, allow_path, overlay, &mut Diagnostics::default())?;
    let inside = |paths: &[PathBuf]| paths.iter().map(|path| display_path(&way(spec, path))).collect::<Vec<_>>();
    let document = inside(std::slice::from_ref(file)).concat();
    let text = openapi::project_text(&files, &document, &inside(allow_path), &inside(overlay));
    let sources = sources(&api, &text, &names)?;
    let Some(project) = document::project(&sources, spec)? else { return Err(error("the project names no document")) };
    let made = document::make_project(project, &sources, spec)?;
    fs::create_dir_all(spec).map_err(|why| say::io_error("create the folder", spec, &why))?;
    // Without `api.yaml` it is no project yet, so that comes last.
    output::write_file(&names, made.names.as_deref().unwrap_or_default()).map_err(error)?;
    output::write_file(&api, &text).map_err(error)?;
    document::tell(&made, report.as_deref())?;
    say(format!("wrote {} and {}; `clientsmith generate` writes the crate", display_path(&api), display_path(&names)));
    tell_where(file, spec);
    Ok(ExitCode::SUCCESS)
}

/// The files of the project: the new `api.yaml`, and the names that are there.
fn sources(api: &Path, text: &str, names: &Path) -> Result<Sources, String> {
    let mut files = vec![Source { path: display_path(api), text: text.to_owned() }];
    match fs::read_to_string(names) {
        Ok(text) => files.push(Source { path: display_path(names), text }),
        Err(why) if crate::diag::is_absent(&why) => {}
        Err(why) => return Err(say::io_error("read", names, &why)),
    }
    Ok(Sources { files })
}

/// Says so if the document would not be in the commits of the project.
fn tell_where(file: &Path, spec: &Path) {
    if Disk::default().around(&spec.join("api.yaml"), &[]).known(file).is_err() && is_in_repository(spec) {
        say(format!(
            "note: `{}` lies outside of the repository, so no commit has it\n  = help: move it beside `{}`, and say so in \
             `openapi`",
            display_path(file),
            display_path(spec)
        ));
    }
}

fn is_in_repository(folder: &Path) -> bool {
    folder.canonicalize().is_ok_and(|folder| folder.ancestors().any(|folder| folder.join(".git").exists()))
}
