//! Names that must differ, for items that have several to choose from.

use std::collections::{HashMap, HashSet};

/// Gives each item the first of its names that no other one has, best names first: of those that would get one name, all take
/// their next one. What has none left gets a number.
pub(in crate::openapi) fn distinct(candidates: &[Vec<String>], is_taken: impl Fn(usize, &str) -> bool) -> Vec<String> {
    let mut level = vec![0_usize; candidates.len()];
    let name = |item: usize, level: &[usize]| candidates[item].get(level[item]).map_or("", String::as_str);
    loop {
        let mut owners: HashMap<&str, Vec<usize>> = HashMap::new();
        for item in 0..candidates.len() {
            owners.entry(name(item, &level)).or_default().push(item);
        }
        let colliding = owners.iter().flat_map(|(name, items)| {
            // What cannot have a name does not take it from others.
            let (barred, able): (Vec<usize>, Vec<usize>) =
                items.iter().partition(|item| name.is_empty() || is_taken(**item, name));
            if able.len() > 1 { items.clone() } else { barred }
        });
        let colliding: Vec<usize> = colliding.collect();
        let mut moved = false;
        for item in colliding {
            if level[item] + 1 < candidates[item].len() {
                level[item] += 1;
                moved = true;
            }
        }
        if !moved {
            break;
        }
    }
    let chosen: Vec<&str> = (0..candidates.len()).map(|item| name(item, &level)).collect();
    numbered(&chosen, is_taken)
}

/// The names, with a number behind each that is there before, or taken.
fn numbered(chosen: &[&str], is_taken: impl Fn(usize, &str) -> bool) -> Vec<String> {
    let all: HashSet<&str> = chosen.iter().copied().collect();
    let mut given: HashSet<String> = HashSet::new();
    let mut next: HashMap<&str, usize> = HashMap::new();
    let mut names = Vec::new();
    for (item, name) in chosen.iter().copied().enumerate() {
        let mut unique = name.to_owned();
        while unique.is_empty() || is_taken(item, &unique) || !given.insert(unique.clone()) {
            let number = next.entry(name).or_insert(1);
            *number += 1;
            unique = format!("{name}{number}");
            if all.contains(unique.as_str()) {
                unique.clear();
            }
        }
        names.push(unique);
    }
    names
}

#[cfg(test)]
mod tests {
    use super::distinct;

    fn names(candidates: &[&[&str]]) -> Vec<String> {
        let candidates: Vec<Vec<String>> =
            candidates.iter().map(|names| names.iter().map(|name| (*name).to_owned()).collect()).collect();
        distinct(&candidates, |_, name| name == "taken")
    }

    #[test]
    fn only_names_that_collide_move() {
        assert_eq!(names(&[&["a", "x_a"], &["b", "x_b"]]), ["a", "b"]);
        assert_eq!(names(&[&["a", "x_a"], &["a", "y_a"], &["b", "x_b"]]), ["x_a", "y_a", "b"]);
        assert_eq!(names(&[&["taken", "other"]]), ["other"]);
        let candidates = [vec!["a".to_owned()], vec!["a".to_owned(), "b".to_owned()]];
        assert_eq!(distinct(&candidates, |item, name| item == 1 && name == "a"), ["a", "b"]);
    }

    #[test]
    fn what_has_no_other_name_is_numbered() {
        assert_eq!(names(&[&["a"], &["a"], &["a2"]]), ["a", "a3", "a2"]);
        assert_eq!(names(&[&["taken"]]), ["taken2"]);
    }
}
