//! Makes the crate of the description in `spec` before it is compiled.

fn main() -> Result<(), clientsmith::library::Error> {
    clientsmith::library::generate_in_build_script("spec")
}
