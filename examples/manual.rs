//! Writes the manual pages of the program and all of its commands into a folder, for packages.

use std::path::Path;

fn main() -> std::io::Result<()> {
    let folder = std::env::args()
        .nth(1)
        .unwrap_or("target/manual".to_owned());
    std::fs::create_dir_all(&folder)?;
    clap_mangen::generate_to(igf_calendar::cli::command(), Path::new(&folder))
}
