//! The table of `docs/security.md` against the standard's numbers and against this repository: no
//! requirement is left out, and every file and every test that it names is there.

use crate::support::in_repository;
use std::collections::BTreeMap;

/// The sections of OWASP ASVS 5.0.0: how many requirements each has, and which of them are of level 3
/// alone, by their last number.
#[rustfmt::skip] // packed, not one a line
const SECTIONS: &[(&str, u32, &[u32])] = &[
    ("1.1", 2, &[]), ("1.2", 10, &[10]), ("1.3", 12, &[12]), ("1.4", 3, &[]), ("1.5", 3, &[3]),
    ("2.1", 3, &[]), ("2.2", 3, &[]), ("2.3", 5, &[5]), ("2.4", 2, &[2]),
    ("3.1", 1, &[1]), ("3.2", 3, &[3]), ("3.3", 5, &[5]), ("3.4", 8, &[7, 8]), ("3.5", 8, &[6, 7, 8]),
    ("3.6", 1, &[1]), ("3.7", 5, &[3, 4, 5]),
    ("4.1", 5, &[4, 5]), ("4.2", 5, &[2, 3, 4, 5]), ("4.3", 2, &[]), ("4.4", 4, &[]),
    ("5.1", 1, &[]), ("5.2", 6, &[4, 5, 6]), ("5.3", 3, &[3]), ("5.4", 3, &[]),
    ("6.1", 3, &[]), ("6.2", 12, &[]), ("6.3", 8, &[5, 6, 7, 8]), ("6.4", 6, &[5, 6]),
    ("6.5", 8, &[6, 7, 8]), ("6.6", 4, &[4]), ("6.7", 2, &[1, 2]), ("6.8", 4, &[]),
    ("7.1", 3, &[]), ("7.2", 4, &[]), ("7.3", 2, &[]), ("7.4", 5, &[]), ("7.5", 3, &[3]), ("7.6", 2, &[]),
    ("8.1", 4, &[3, 4]), ("8.2", 4, &[4]), ("8.3", 3, &[2, 3]), ("8.4", 2, &[2]),
    ("9.1", 3, &[]), ("9.2", 4, &[]),
    ("10.1", 2, &[]), ("10.2", 3, &[3]), ("10.3", 5, &[5]), ("10.4", 16, &[12, 13, 14, 15, 16]),
    ("10.5", 5, &[]), ("10.6", 2, &[]), ("10.7", 3, &[]),
    ("11.1", 4, &[3, 4]), ("11.2", 5, &[4, 5]), ("11.3", 5, &[4, 5]), ("11.4", 4, &[]), ("11.5", 2, &[2]),
    ("11.6", 2, &[2]), ("11.7", 2, &[1, 2]),
    ("12.1", 5, &[4, 5]), ("12.2", 2, &[]), ("12.3", 5, &[5]),
    ("13.1", 4, &[2, 3, 4]), ("13.2", 6, &[6]), ("13.3", 4, &[3, 4]), ("13.4", 7, &[6, 7]),
    ("14.1", 2, &[]), ("14.2", 8, &[5, 6, 7, 8]), ("14.3", 3, &[]),
    ("15.1", 5, &[4, 5]), ("15.2", 5, &[4, 5]), ("15.3", 7, &[]), ("15.4", 4, &[1, 2, 3, 4]),
    ("16.1", 1, &[]), ("16.2", 5, &[]), ("16.3", 4, &[]), ("16.4", 3, &[]), ("16.5", 4, &[4]),
    ("17.1", 2, &[2]), ("17.2", 8, &[5, 6, 7, 8]), ("17.3", 2, &[]),
];

/// One row of the table.
struct Row {
    /// Without those of level 3.
    numbers: Vec<String>,
    state: String,
    /// Where it is met and by which test, or why not.
    how: String,
}

#[test]
fn no_requirement_of_the_first_two_levels_is_left_out() {
    let wanted = required();
    assert_eq!(wanted.len(), 253);
    let told: Vec<String> = rows().into_iter().flat_map(|row| row.numbers).collect();
    for (number, told) in wanted.iter().zip(&told) {
        assert_eq!(told, number, "the next one in the table");
    }
    assert_eq!(told.len(), wanted.len());
}

#[test]
fn the_table_is_summed_up_rightly() {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for row in rows() {
        *counts.entry(row.state).or_default() += row.numbers.len();
    }
    let count = |state: &str| counts.get(state).copied().unwrap_or_default();
    let summary = format!(
        "Of 253 requirements {} are met, {} are open, {} do not apply.",
        count("met"),
        count("open"),
        count("n/a")
    );
    assert!(text().contains(&summary), "{summary}");
    assert_eq!(counts.len(), 3, "{counts:?}");
}

#[test]
fn what_the_table_names_exists() {
    for row in rows() {
        let named: Vec<&str> = row.how.split('`').skip(1).step_by(2).collect();
        assert!(
            row.state != "met" || !named.is_empty(),
            "{}: met by what?",
            row.numbers[0]
        );
        for name in named {
            assert!(exists(name), "{}: `{name}` is not there", row.numbers[0]);
        }
        assert!(!row.how.is_empty(), "{}", row.numbers[0]);
    }
}

/// A path of the repository; `file.rs::test`; `story::test` of `tests/it`.
fn exists(name: &str) -> bool {
    let Some((place, test)) = name.rsplit_once("::") else {
        return in_repository(name.trim_end_matches('/')).exists();
    };
    let file = match place.ends_with(".rs") {
        true => place.to_owned(),
        false => format!(
            "tests/it/{}.rs",
            place.split("::").next().unwrap_or_default()
        ),
    };
    let source = std::fs::read_to_string(in_repository(file)).unwrap_or_default();
    source.contains(&format!("fn {test}("))
}

fn text() -> String {
    std::fs::read_to_string(in_repository("docs/security.md")).expect("docs/security.md")
}

fn rows() -> Vec<Row> {
    let text = text();
    let lines = text.lines().map(|line| line.trim().trim_matches('|'));
    let cells = lines.map(|line| line.split('|').map(str::trim).collect::<Vec<_>>());
    cells
        .filter(|cells| cells.len() == 4 && cells[0].starts_with(|c: char| c.is_ascii_digit()))
        .map(|cells| Row {
            numbers: numbers(cells[0]),
            state: cells[2].to_owned(),
            how: cells[3].to_owned(),
        })
        .collect()
}

/// `1.2.3`, or `1.2.3 to 1.2.9`, or of several sections `4.3.1 to 4.4.4`.
fn numbers(cell: &str) -> Vec<String> {
    let Some((first, last)) = cell.split_once(" to ") else {
        return vec![cell.to_owned()];
    };
    let all = required();
    let place = |wanted: &str| all.iter().position(|number| number == wanted);
    match (place(first), place(last)) {
        (Some(first), Some(last)) if first < last => all[first..=last].to_vec(),
        _ => panic!("{cell} is no range of requirements"),
    }
}

fn required() -> Vec<String> {
    let of_section = |(section, count, third): &(&str, u32, &[u32])| {
        let numbers = (1..=*count).filter(|number| !third.contains(number));
        numbers
            .map(|number| format!("{section}.{number}"))
            .collect::<Vec<_>>()
    };
    SECTIONS.iter().flat_map(of_section).collect()
}
