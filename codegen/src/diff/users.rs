//! Through which endpoints callers meet a type.

use std::collections::BTreeSet;
use std::rc::Rc;

use crate::api::{Api, Endpoint, Sides, Type};

/// A type that has a name, by its place in the list of its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Node {
    Object(usize),
    Enum(usize),
    Identifier(usize),
    Alias(usize),
}

/// What speaks of a type.
#[derive(Clone, Copy)]
enum User {
    Object(usize),
    Alias(usize),
    /// A resource, and an endpoint of it.
    Endpoint(usize, usize),
    /// A resource, and an event of it whose data it is.
    Event(usize, usize),
    /// An event that is about it, so that it is the answer to a request.
    Related,
}

/// For each type, what speaks of it.
pub(super) struct Users {
    objects: Vec<Vec<User>>,
    enums: Vec<Vec<User>>,
    identifiers: Vec<Vec<User>>,
    aliases: Vec<Vec<User>>,
}

impl Users {
    pub(super) fn of(api: &Api) -> Self {
        let mut users = Self {
            objects: vec![Vec::new(); api.objects.len()],
            enums: vec![Vec::new(); api.enums.len()],
            identifiers: vec![Vec::new(); api.identifiers.len()],
            aliases: vec![Vec::new(); api.aliases.len()],
        };
        for (index, alias) in api.aliases.iter().enumerate() {
            users.note(&alias.ty, User::Alias(index));
        }
        for (index, object) in api.objects.iter().enumerate() {
            for (ty, _) in object.held() {
                users.note(ty, User::Object(index));
            }
        }
        for (home, resource) in api.resources.iter().enumerate() {
            for (index, endpoint) in resource.endpoints.iter().enumerate() {
                let user = User::Endpoint(home, index);
                let parameters = endpoint.parameters.iter().map(|parameter| &parameter.ty);
                for ty in parameters.chain(endpoint.answered()) {
                    users.note(ty, user);
                }
            }
            for (index, event) in resource.events.iter().enumerate() {
                event.data.iter().for_each(|ty| users.note(ty, User::Event(home, index)));
                if let Some(id) = event.related {
                    users.objects[id.index()].push(User::Related);
                }
            }
        }
        users
    }

    fn note(&mut self, ty: &Type, user: User) {
        for node in nodes(ty) {
            self.speaking_of_mut(node).push(user);
        }
    }

    fn speaking_of_mut(&mut self, node: Node) -> &mut Vec<User> {
        match node {
            Node::Object(index) => &mut self.objects[index],
            Node::Enum(index) => &mut self.enums[index],
            Node::Identifier(index) => &mut self.identifiers[index],
            Node::Alias(index) => &mut self.aliases[index],
        }
    }

    fn speaking_of(&self, node: Node) -> &[User] {
        match node {
            Node::Object(index) => &self.objects[index],
            Node::Enum(index) => &self.enums[index],
            Node::Identifier(index) => &self.identifiers[index],
            Node::Alias(index) => &self.aliases[index],
        }
    }

    /// All that speaks of a type, and of what speaks of it.
    fn leading_to(&self, node: Node) -> Vec<User> {
        let (mut found, mut seen, mut open) = (Vec::new(), BTreeSet::new(), vec![node]);
        while let Some(node) = open.pop() {
            for user in self.speaking_of(node) {
                found.push(*user);
                match *user {
                    User::Alias(index) => open.push(Node::Alias(index)),
                    User::Object(index) if seen.insert(index) => open.push(Node::Object(index)),
                    User::Object(_) | User::Endpoint(..) | User::Event(..) | User::Related => {}
                }
            }
        }
        found
    }

    /// Whether a type is met in the data of events alone.
    pub(super) fn is_of_events(&self, node: Node) -> bool {
        let leading = self.leading_to(node);
        let is_answered = |user: &User| matches!(user, User::Endpoint(..) | User::Related);
        leading.iter().any(|user| matches!(user, User::Event(..))) && !leading.iter().any(is_answered)
    }

    /// The endpoints that lead to a type, and then the events, in the order of the description.
    pub(super) fn of_type(&self, node: Node, api: &Api) -> Vec<String> {
        let (mut endpoints, mut events) = (BTreeSet::new(), BTreeSet::new());
        for user in self.leading_to(node) {
            match user {
                User::Endpoint(home, index) => _ = endpoints.insert((home, index)),
                User::Event(home, index) => _ = events.insert((home, index)),
                User::Object(_) | User::Alias(_) | User::Related => {}
            }
        }
        let events = events.into_iter().map(|(home, index)| api.resources[home].events[index].item.name.clone());
        endpoints.into_iter().map(|(home, index)| label(api, home, index)).chain(events).collect()
    }
}

/// The sides on which each enum is met.
pub(super) fn enum_sides(api: &Api) -> Vec<Sides> {
    let mut sides = vec![Sides::NONE; api.enums.len()];
    let mut note = |ty: &Type, met: Sides| {
        if let Type::Enum(id) = ty.innermost() {
            let sides = &mut sides[id.index()];
            *sides = Sides { request: sides.request || met.request, response: sides.response || met.response };
        }
    };
    for object in &api.objects {
        for (ty, met) in object.held() {
            note(ty, met.common(object.uses));
        }
    }
    for endpoint in api.resources.iter().flat_map(|resource| &resource.endpoints) {
        for parameter in &endpoint.parameters {
            note(&parameter.ty, Sides::REQUEST);
        }
        for ty in endpoint.answered() {
            note(ty, Sides::RESPONSE);
        }
    }
    for (_, event) in api.events() {
        event.data.iter().for_each(|ty| note(ty, Sides::RESPONSE));
    }
    sides
}

/// The types with names that a type speaks of.
fn nodes(ty: &Type) -> Vec<Node> {
    let mut nodes: Vec<Node> = ty.aliases().iter().map(|id| Node::Alias(id.index())).collect();
    match ty.innermost() {
        Type::Object(id) => nodes.push(Node::Object(id.index())),
        Type::Enum(id) => nodes.push(Node::Enum(id.index())),
        Type::Id(id) => nodes.push(Node::Identifier(id.index())),
        Type::Expandable(id, object) => {
            nodes.extend([Node::Identifier(id.index()), Node::Object(object.index())]);
        }
        _ => {}
    }
    nodes
}

/// The endpoints of which something holds, in the order of the description.
pub(super) fn calls(api: &Api, holds: impl Fn(&Endpoint) -> bool) -> Rc<[String]> {
    let mut labels = Vec::new();
    for (home, resource) in api.resources.iter().enumerate() {
        let held = resource.endpoints.iter().enumerate().filter(|(_, endpoint)| holds(endpoint));
        labels.extend(held.map(|(index, _)| label(api, home, index)));
    }
    labels.into()
}

/// What a call is on the wire: its method, and its path without the names of parameters.
pub(super) fn shape(endpoint: &Endpoint) -> String {
    format!("{} {}", endpoint.method.as_str(), endpoint.path_shape())
}

/// How a report names a call, given the places of its resource and of itself.
pub(super) fn label(api: &Api, home: usize, index: usize) -> String {
    let resource = &api.resources[home];
    format!("{}.{}", resource.item.name, resource.endpoints[index].item.name)
}
