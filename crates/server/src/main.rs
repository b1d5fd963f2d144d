//! The server of wirecopy, alone.

fn main() {}
