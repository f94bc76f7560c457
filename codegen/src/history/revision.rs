//! From what a user writes to a commit.

use super::error::HistoryError;
use super::git::Git;
use crate::diag::visible;

/// Where the default branch may be, and what to call it, best first. `origin/HEAD` has its own name.
const DEFAULT_BRANCHES: &[&str] = &[
    "refs/remotes/origin/HEAD",
    "refs/heads/main",
    "refs/remotes/origin/main",
    "refs/heads/master",
    "refs/remotes/origin/master",
];

/// What a user wrote: `main`, or `main:path/to/spec`.
pub(super) struct Named {
    /// All of it.
    argument: String,
    revision: String,
    /// The path from the root of the repository.
    pub(super) folder: Option<String>,
}

/// A commit.
#[derive(Clone, Debug)]
pub(super) struct Commit {
    /// Its whole hash.
    pub(super) id: String,
    /// What to call it in a path, such as `main` in `main:spec/api.yaml`: git takes that as well.
    pub(super) name: String,
    /// What to call it in a report: `main (3f2a91c)`.
    pub(super) label: String,
}

impl Named {
    /// Takes an argument apart at its first colon, but for one in braces, such as that of `HEAD^{/fix: it}`.
    pub(super) fn parse(argument: &str) -> Result<Self, HistoryError> {
        let mut depth = 0;
        let colon = argument.find(|character| {
            depth += i32::from(character == '{') - i32::from(character == '}');
            character == ':' && depth == 0
        });
        let (revision, folder) = match colon {
            Some(at) => (&argument[..at], Some(&argument[at + 1..])),
            None => (argument, None),
        };
        if revision.is_empty() {
            return Err(HistoryError::NoRevision(visible(argument)));
        }
        let folder = folder.map(|folder| folder.trim_end_matches('/'));
        let is_wrong = |part: &str| part.is_empty() || part == "." || part == "..";
        if folder.is_some_and(|folder| !folder.is_empty() && folder.split('/').any(is_wrong)) {
            return Err(HistoryError::WrongPath(visible(argument)));
        }
        let folder = folder.map(str::to_owned);
        Ok(Self { argument: argument.to_owned(), revision: revision.to_owned(), folder })
    }
}

/// The commit that a user named.
pub(super) fn resolve(git: &Git, named: &Named) -> Result<Commit, HistoryError> {
    let Named { argument, revision, .. } = named;
    let id = commit_id(git, revision)?.ok_or_else(|| unknown(git, revision))?;
    let short = short(git, &id)?;
    let is_hash = id.starts_with(revision.as_str());
    let label = if is_hash && named.folder.is_none() { short } else { format!("{argument} ({short})") };
    Ok(Commit { id, name: revision.clone(), label })
}

/// The commit at which the current branch left the default branch.
pub(super) fn merge_base(git: &Git) -> Result<Commit, HistoryError> {
    let (branch, tip) = default_branch(git)?;
    let head = commit_id(git, "HEAD")?.ok_or(HistoryError::NoCommit)?;
    let no_merge_base = || HistoryError::NoMergeBase {
        branch: branch.clone(),
        help: help_with_clone(git, "name the description to compare with, such as `clientsmith diff v1.2.0`"),
    };
    let id = git.ask(&["merge-base", &head, &tip])?.ok_or_else(no_merge_base)?;
    let name = short(git, &id)?;
    Ok(Commit { label: format!("merge base with {branch} ({name})"), id, name })
}

/// The name of the default branch, and the commit at its tip.
fn default_branch(git: &Git) -> Result<(String, String), HistoryError> {
    for reference in DEFAULT_BRANCHES {
        if let Some(id) = commit_id(git, reference)? {
            let name = git.ask(&["rev-parse", "--abbrev-ref", reference])?;
            return Ok((name.unwrap_or_else(|| (*reference).to_owned()), id));
        }
    }
    if commit_id(git, "HEAD")?.is_none() {
        return Err(HistoryError::NoCommit);
    }
    let help = "name the description to compare with, such as `clientsmith diff HEAD`";
    Err(HistoryError::NoDefaultBranch { help: help_with_clone(git, help) })
}

/// The hash of the commit that a revision leads to, if it does. `HEAD^{commit}` takes tags apart.
fn commit_id(git: &Git, revision: &str) -> Result<Option<String>, HistoryError> {
    // No reference begins with a hyphen, and older versions of git take `--end-of-options` for a revision.
    if revision.starts_with('-') {
        return Ok(None);
    }
    git.ask(&["rev-parse", "--verify", "--quiet", "--end-of-options", &format!("{revision}^{{commit}}")])
}

/// A hash as people write it.
fn short(git: &Git, id: &str) -> Result<String, HistoryError> {
    Ok(git.ask(&["rev-parse", "--short", id])?.unwrap_or_else(|| id.to_owned()))
}

fn unknown(git: &Git, revision: &str) -> HistoryError {
    if revision == "HEAD" {
        return HistoryError::NoCommit;
    }
    let remote = format!("origin/{revision}");
    let help = match (commit_id(git, &remote), revision.split_once("..")) {
        (Ok(Some(_)), _) => format!("write `{remote}`, which this clone has"),
        (_, Some(_)) => "give OLD and NEW as two arguments, without dots between them".to_owned(),
        _ => help_with_clone(git, "`git branch --all` and `git tag` list the names that there are"),
    };
    HistoryError::UnknownRevision { revision: visible(revision), help }
}

/// What to do about a commit that is not there.
fn help_with_clone(git: &Git, otherwise: &str) -> String {
    if git.is_shallow {
        "this clone is shallow, so it lacks older commits and other branches: run `git fetch --unshallow origin`, or \
         set `fetch-depth: 0` for `actions/checkout`"
            .to_owned()
    } else {
        otherwise.to_owned()
    }
}
