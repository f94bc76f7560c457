//! `clientsmith schema`: what editors know of descriptions.

use std::process::ExitCode;

use clap::{Args, ValueEnum};

use super::say;
use crate::json_schema::{self, File};

#[derive(Args)]
pub(super) struct Arguments {
    /// The file that the schema is of [default: any file of a description, told by what stands in it]
    file: Option<Name>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Name {
    /// `api.yaml`
    Api,
    /// The file of a resource
    Resource,
    /// `accepted.yaml`
    Accepted,
    /// `api.yaml` where it names a published document
    Project,
    /// `names.yaml`
    Names,
}

impl Name {
    fn file(self) -> File {
        match self {
            Self::Api => File::Api,
            Self::Resource => File::Resource,
            Self::Accepted => File::Accepted,
            Self::Project => File::Project,
            Self::Names => File::Names,
        }
    }
}

pub(super) fn run(Arguments { file }: &Arguments) -> Result<ExitCode, String> {
    let schema = file.map_or_else(json_schema::of_any_file, |name| json_schema::of_file(name.file()));
    say::print(&format!("{schema:#}\n"))?;
    Ok(ExitCode::SUCCESS)
}
