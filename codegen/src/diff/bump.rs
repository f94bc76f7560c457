//! What the version of the crate should become.

use semver::Version;

use super::report::{Bump, Source};

/// The least version that tells callers enough, where something changed or not.
pub(super) fn bump(old: &str, written: &str, source: Source, is_changed: bool) -> Bump {
    let (before, now) = (parsed(old), parsed(written));
    let needed = if is_changed { next(&before, source) } else { before };
    Bump { old: old.to_owned(), written: written.to_owned(), is_enough: now >= needed, needed: needed.to_string() }
}

/// A version that the check of the description has seen.
fn parsed(version: &str) -> Version {
    Version::parse(version).unwrap_or(Version::new(0, 0, 0))
}

/// Cargo takes the first number that is not zero for the one that breaks. What follows a version that was not released
/// yet, such as `1.0.0-beta.1`, is its release.
fn next(version: &Version, source: Source) -> Version {
    let Version { major, minor, patch, .. } = *version;
    let is_released = version.pre.is_empty();
    match (source, major, minor) {
        _ if !is_released => Version::new(major, minor, patch),
        (Source::Major, 0, 0) => Version::new(0, 0, patch + 1),
        (Source::Major, 0, _) => Version::new(0, minor + 1, 0),
        (Source::Major, ..) => Version::new(major + 1, 0, 0),
        (Source::Minor, 1.., _) => Version::new(major, minor + 1, 0),
        _ => Version::new(major, minor, patch + 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_part_that_grows_is_the_one_that_cargo_looks_at() {
        for (old, source, needed) in [
            ("1.2.3", Source::Major, "2.0.0"),
            ("1.2.3", Source::Minor, "1.3.0"),
            ("1.2.3", Source::Patch, "1.2.4"),
            ("0.2.3", Source::Major, "0.3.0"),
            ("0.2.3", Source::Minor, "0.2.4"),
            ("0.2.3", Source::Patch, "0.2.4"),
            ("0.0.3", Source::Major, "0.0.4"),
            ("2.0.0-beta.1", Source::Major, "2.0.0"),
        ] {
            assert_eq!(bump(old, old, source, true).needed, needed, "{old} {source}");
        }
    }

    #[test]
    fn what_is_written_is_enough_if_it_is_not_below() {
        assert!(bump("0.1.0", "0.2.0", Source::Major, true).is_enough);
        assert!(bump("0.1.0", "1.0.0", Source::Minor, true).is_enough);
        assert!(!bump("0.1.0", "0.1.1", Source::Major, true).is_enough);
        assert!(bump("0.1.0", "0.1.0", Source::Patch, false).is_enough);
    }
}
