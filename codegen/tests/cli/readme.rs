//! The reports in the README are what the tool prints.

use std::fs;
use std::path::Path;

use anstyle_svg::{Term, WIN10_CONSOLE};

use crate::project::Project;
use crate::support;

/// The project itself, as a user has it.
fn project() -> Project {
    Project::with_spec(&support::workspace().join("spec"))
}

fn readme() -> String {
    fs::read_to_string(support::workspace().join("README.md")).unwrap()
}

/// What stands in the block that begins with a line.
fn block<'a>(readme: &'a str, first: &str) -> &'a str {
    let start = readme.find(first).unwrap_or_else(|| panic!("the README has a block that begins with {first:?}"));
    let block = &readme[start..];
    block[..block.find("\n```").expect("a block has an end")].trim_end()
}

/// Changes the file of a description as a difference says.
fn edit(path: &Path, difference: &str) {
    let mut text = fs::read_to_string(path).unwrap();
    for hunk in difference.split("@@\n") {
        let side = |mark: char| -> String {
            let lines = hunk.lines().filter(|line| line.starts_with([' ', mark]));
            lines.flat_map(|line| [&line[1..], "\n"]).collect()
        };
        let (before, after) = (side('-'), side('+'));
        assert!(text.contains(&before), "the description has no\n{before}");
        text = text.replacen(&before, &after, 1);
    }
    fs::write(path, text).unwrap();
}

/// A project with the fault that the README shows.
fn faulty() -> Project {
    let project = project();
    let path = project.path("spec/billing_intents.yaml");
    let text = fs::read_to_string(&path).unwrap();
    let (before, endpoint) = text.split_at(text.find("\n  release_reservation:\n").unwrap());
    let wrong = endpoint.replacen("- billing_intent_not_found", "- billing_intent_not_fond", 1);
    fs::write(&path, format!("{before}{wrong}")).unwrap();
    project
}

/// A project with the change that the README shows, beside what was before.
fn changed(readme: &str) -> Project {
    let project = project();
    support::write_folder(&project.path("old"), &support::read_folder(&project.path("spec")));
    edit(&project.path("spec/billing_intents.yaml"), block(readme, "       payment_intent:\n         in: body"));
    project
}

#[test]
fn the_pictures_are_what_a_terminal_of_80_columns_shows() {
    let shown = |project: &Project, arguments: &[&str]| {
        let mut tool = project.tool(arguments);
        let output = tool.args(["--color", "always"]).env("COLUMNS", "80").output().unwrap();
        let printed = [output.stdout, output.stderr].concat();
        format!("$ clientsmith {}\n{}", arguments.join(" "), String::from_utf8(printed).unwrap())
    };
    for (name, text) in
        [("fault", shown(&faulty(), &["generate"])), ("change", shown(&changed(&readme()), &["diff", "old", "spec"]))]
    {
        for (shade, term) in shades() {
            let picture = term.render_svg(&text);
            let path = support::workspace().join(format!("docs/images/{name}-{shade}.svg"));
            if std::env::var_os("UPDATE_EXPECT").is_some() {
                support::write_file(&path, picture.as_bytes());
            }
            let expected = fs::read_to_string(&path).unwrap_or_default();
            assert!(expected == picture, "{} is not what the tool prints: UPDATE_EXPECT=1 draws it", path.display());
        }
    }
}

/// A dark terminal and a light one.
fn shades() -> [(&'static str, Term); 2] {
    let on = |text: (u8, u8, u8), ground: (u8, u8, u8)| {
        let color = |(red, green, blue)| anstyle::Color::Rgb(anstyle::RgbColor(red, green, blue));
        Term::new().palette(WIN10_CONSOLE).fg_color(color(text)).bg_color(color(ground))
    };
    [("dark", on((230, 237, 243), (13, 17, 23))), ("light", on((31, 35, 40), (255, 255, 255)))]
}
