//! The command line tool.

fn main() -> std::process::ExitCode {
    clientsmith::cli::main()
}
