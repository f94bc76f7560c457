//! What can be reached from itself: the groups of a graph whose members lead to each other.

/// Sorts the places of a graph into groups: two are in one if each leads to the other. `edges` says where each leads. A
/// group comes before those to which it leads.
pub(super) fn groups(edges: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let mut back = vec![Vec::new(); edges.len()];
    for (from, edges) in edges.iter().enumerate() {
        for &to in edges {
            back[to].push(from);
        }
    }
    // Kosaraju's way: what was left last in one direction starts a group in the other.
    let mut seen = vec![false; edges.len()];
    let mut order = Vec::new();
    for start in 0..edges.len() {
        visit(start, edges, &mut seen, &mut |place| order.push(place));
    }
    let mut seen = vec![false; edges.len()];
    let groups = order.into_iter().rev().map(|start| {
        let mut group = Vec::new();
        visit(start, &back, &mut seen, &mut |place| group.push(place));
        group
    });
    groups.filter(|group| !group.is_empty()).collect()
}

/// For each place of a graph, which group it is in.
pub(super) fn group_of_each(groups: &[Vec<usize>]) -> Vec<usize> {
    let mut group_of = vec![0; groups.iter().map(Vec::len).sum()];
    for (index, group) in groups.iter().enumerate() {
        for &place in group {
            group_of[place] = index;
        }
    }
    group_of
}

/// Calls `leave` with all that can be reached from `start` and was not seen yet, each after what it leads to. The path
/// is kept on the heap: a description may be deeper than the stack.
fn visit(start: usize, edges: &[Vec<usize>], seen: &mut [bool], leave: &mut dyn FnMut(usize)) {
    let mut path = Vec::new();
    if !std::mem::replace(&mut seen[start], true) {
        path.push((start, edges[start].iter()));
    }
    while let Some((place, rest)) = path.last_mut() {
        if let Some(&next) = rest.find(|&&next| !seen[next]) {
            seen[next] = true;
            path.push((next, edges[next].iter()));
        } else {
            leave(*place);
            path.pop();
        }
    }
}
