#!/usr/bin/env bash
# The first five minutes of somebody who has the tool and nothing else, in an empty folder. `tests/first_steps.rs` runs it.
set -euo pipefail

# Holds that a command ends with a code, and keeps what it said in `said`.
ends_with() {
    local code=$1 ended=0
    shift
    said=$("$@" 2>&1) || ended=$?
    if [ "$ended" != "$code" ]; then
        printf 'ended with %s, not %s: %s\n%s\n' "$ended" "$code" "$*" "$said"
        exit 1
    fi
}

# Holds that this was said.
says() {
    if [[ "$said" != *"$1"* ]]; then
        printf 'this was not said: %s\n%s\n' "$1" "$said"
        exit 1
    fi
}

ends_with 0 clientsmith new pets
says 'what is next:'
cd pets
ends_with 0 clientsmith check --deny-remarks
says 'nothing is wrong in 2 files'

# A slip of the pen, what is said of it, what that means, and the mend.
sed -i.bak 's/name: {type: string, doc/name: {type: strng, doc/' spec/pets.yaml && rm spec/pets.yaml.bak
ends_with 1 clientsmith check
says 'error[unknown-type]'
says 'did you mean `string`?'
says 'spec/pets.yaml:'
ends_with 0 clientsmith explain unknown-type
says 'Right, in `spec/books.yaml`'
ends_with 2 clientsmith generate
[ ! -e generated ]
sed -i.bak 's/name: {type: strng, doc/name: {type: string, doc/' spec/pets.yaml && rm spec/pets.yaml.bak
ends_with 0 clientsmith generate
says 'wrote '

# Cargo needs nothing else.
cp "$LOCK" Cargo.lock
ends_with 0 cargo test --offline
says 'test result: ok'

# A program that makes a call, with a service of its own.
mkdir -p shop/src
cat > shop/Cargo.toml <<'END'
[package]
name = "shop"
edition = "2024"

[dependencies]
pets-client = { path = "../generated", default-features = false, features = ["blocking", "pets"] }
END
cat > shop/src/main.rs <<'END'
use std::io::{BufRead, BufReader, Write};

use pets_client::{BlockingClient, pets};

fn main() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let mut line = String::new();
        let mut reader = BufReader::new(stream.try_clone().unwrap());
        while reader.read_line(&mut line).unwrap() > 2 {}
        let body = r#"{"id": "pet_1", "name": "Rex", "state": "available", "sold_at": null}"#;
        write!(stream, "HTTP/1.1 200 OK\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{body}", body.len()).unwrap();
    });
    let client = BlockingClient::builder().api_key("sk_test_example").base_url(url).build().unwrap();
    let pet = pets::find(&client, "pet_1").send().unwrap();
    println!("{} is {}", pet.name, pet.state);
}
END
sed -i.bak 's/"generated"\]/"generated", "shop"]/' Cargo.toml && rm Cargo.toml.bak
ends_with 0 cargo run --offline -p shop
says 'Rex is available'

# A change, and what it does to those who call.
git init -q -b main .
git add . && git -c user.name=A -c user.email=a@example.com commit -qm 'Begin'
ends_with 0 clientsmith fmt --check
sed -i.bak 's/      sold: Somebody has bought it./&\n      reserved: Somebody will buy it./' spec/pets.yaml && rm spec/pets.yaml.bak
ends_with 0 clientsmith diff HEAD
says '`PetState` has a new value `reserved`. [value-added]'
ends_with 1 clientsmith generate --check
ends_with 0 clientsmith generate
ends_with 0 clientsmith generate --check
