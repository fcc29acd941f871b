//! The program as a user meets it: what is typed, what is printed, the exit status.

// A test of a program needs files and processes; clippy.toml forbids them to the core only.
#![allow(clippy::disallowed_methods, clippy::disallowed_types)]

mod configuration;
mod convert;
mod exit_status;
mod help;
mod inputs;
mod output;
mod readme;
mod rule_files;
mod sandbox;
mod tokens;
