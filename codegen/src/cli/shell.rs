//! `clientsmith completions` and `clientsmith man`: what shells and readers of manuals are given, from the declarations of
//! the command line.

use std::process::ExitCode;

use clap::{Args, Command};
use clap_complete::Shell;
use clap_mangen::Man;

use super::say::{self, error};

#[derive(Args)]
pub(super) struct Completions {
    /// The shell; its own manual says where it looks for what is printed
    shell: Shell,
}

#[derive(Args)]
pub(super) struct Manual {
    /// The subcommand of which the page is; that of the tool itself if left out
    subcommand: Option<String>,
}

pub(super) fn completions(Completions { shell }: &Completions, mut tool: Command) -> Result<ExitCode, String> {
    let mut script = Vec::new();
    clap_complete::generate(*shell, &mut tool, "clientsmith", &mut script);
    print(script)
}

pub(super) fn manual(Manual { subcommand }: &Manual, mut tool: Command) -> Result<ExitCode, String> {
    // Names the subcommands in full, as in `clientsmith-diff`.
    tool.build();
    let page = match subcommand {
        None => Some(tool),
        Some(name) => tool.find_subcommand(name).map(|found| found.clone().version(env!("CARGO_PKG_VERSION"))),
    };
    let page = page.ok_or_else(|| error("there is no such subcommand\n  = help: `clientsmith --help` lists them"))?;
    let mut text = Vec::new();
    Man::new(page).render(&mut text).map_err(error)?;
    print(text)
}

fn print(text: Vec<u8>) -> Result<ExitCode, String> {
    say::print(&String::from_utf8(text).map_err(error)?)?;
    Ok(ExitCode::SUCCESS)
}
