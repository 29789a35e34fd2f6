//! What was stored once is read for good. `tests/golden` has a document of every shape that a revision
//! was ever written in, and a database of the first days; beside each stands what it says, in plain
//! words. Neither is ever rewritten: a new shape gets a new file.

mod database;
mod documents;
mod expansion;

use std::path::Path;

/// How what was read differs from what stands in a file. If that is missing it is written down, to be
/// read by whoever adds it, and counts as a difference once.
fn difference(beside: &Path, said: &str) -> Option<String> {
    let name = beside.display();
    match std::fs::read_to_string(beside) {
        Ok(expected) if expected == said => None,
        Ok(expected) => Some(format!(
            "{name} says\n{}",
            unlike_lines(&expected, said).join("\n")
        )),
        Err(_) => {
            std::fs::write(beside, said).expect("a file that can be written");
            Some(format!("{name} was missing: read what it says now"))
        }
    }
}

/// The first lines that differ, and where.
fn unlike_lines(expected: &str, said: &str) -> Vec<String> {
    let mut lines: Vec<String> = (1..)
        .zip(expected.lines().zip(said.lines()))
        .filter(|(_, (one, other))| one != other)
        .take(5)
        .map(|(number, (one, other))| {
            format!("{number}: {one}\nand is now read as\n{number}: {other}")
        })
        .collect();
    let (before, now) = (expected.lines().count(), said.lines().count());
    if before != now {
        lines.push(format!("in {before} lines, and is now read as {now}"));
    }
    lines
}
