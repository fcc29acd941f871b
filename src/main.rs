//! The program `mokuhyo`; all of it is in [`mokuhyo::cli`].

// The program is allowed to touch the world; see clippy.toml.
#![allow(clippy::disallowed_methods)]

use std::process::ExitCode;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    mokuhyo::cli::run(std::env::args_os())
}
