//! The guard of the floors: a module imports only from the floors below its
//! own (see CONTRIBUTING.md). It reads the source text, so that it needs no
//! compiler's help; what the modules do is not its matter.

use crate::support::in_repository;
use std::path::Path;

/// The floors from below, and what each of them may import. Each may import
/// from itself, too.
const FLOORS: &[(&str, May)] = &[
    ("domain", May::Only(&[])),
    ("settings", May::Only(&["domain"])),
    ("i18n", May::Only(&["domain"])),
    ("clock", May::Only(&[])),
    ("markdown", May::Only(&["domain"])),
    ("store", May::Only(&["domain"])),
    ("calendar", May::Only(&["domain", "store"])),
    (
        "feeds",
        May::Only(&[
            "domain", "store", "calendar", "settings", "i18n", "markdown", "clock",
        ]),
    ),
    ("import", May::Only(&["domain", "settings"])),
    (
        "mail",
        May::Only(&["domain", "store", "calendar", "i18n", "settings"]),
    ),
    (
        "acts",
        May::Only(&["domain", "store", "calendar", "import", "settings", "clock"]),
    ),
    ("web", May::ImportAnything),
    // The roof: what lays everything together and starts it.
    ("startup", May::ImportAnything),
    ("cli", May::ImportAnything),
    ("main", May::ImportAnything),
    ("lib", May::ImportAnything),
];

/// The names that writing goes by. Whoever names them could write without an act.
const WRITING: &[&str] = &["Transaction", "transact"];

/// Who may: the acts, and the store, which makes them.
const WRITERS: &[&str] = &["acts", "store"];

/// The rooms of `web` that several doors lead to, and which rooms must not be entered from there: what
/// two of them need lies in one below both.
const ROOMS: &[(&str, &[&str])] = &[
    ("view", &["fields", "drafts", "reading", "posting", "desk"]),
    (
        "session",
        &["fields", "drafts", "reading", "posting", "desk"],
    ),
    ("drafts", &["fields", "reading", "posting", "desk"]),
    ("fields", &["posting", "desk"]),
    ("reading", &["fields", "posting", "desk"]),
    ("posting", &["desk"]),
    ("desk", &["posting"]),
];

enum May {
    Only(&'static [&'static str]),
    ImportAnything,
}

#[test]
fn no_floor_imports_from_above() {
    let source = in_repository("src");
    let mut faults = Vec::new();
    let mut files = Vec::new();
    rust_files(&source, &mut files);
    assert!(!files.is_empty(), "there is something to check");
    for file in files {
        let text = std::fs::read_to_string(&file).expect("a source file is text");
        let inside = file.strip_prefix(&source).expect("it lies in src");
        faults.extend(check(inside, &text));
    }
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

#[test]
fn no_rooms_of_web_lead_into_each_other() {
    let source = in_repository("src/web");
    let mut faults = Vec::new();
    for (room, _) in ROOMS {
        let mut files = Vec::new();
        match source.join(room) {
            folder if folder.is_dir() => rust_files(&folder, &mut files),
            _ => files.push(source.join(format!("{room}.rs"))),
        }
        assert!(!files.is_empty(), "there is a room `{room}`");
        for file in files {
            let text = std::fs::read_to_string(&file).expect("a source file is text");
            faults.extend(check_room(room, &text));
        }
    }
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

/// Where a file of a room of `web` names one that it must not enter.
fn check_room(room: &str, text: &str) -> Vec<String> {
    let tokens = tokens(text);
    let closed = ROOMS.iter().find(|(name, _)| *name == room);
    let closed = closed.map_or(&[][..], |(_, closed)| closed);
    let word = |at: usize| tokens.get(at).map_or("", |(_, token)| token.as_str());
    (0..tokens.len())
        .filter(|at| ["web", "super"].contains(&word(*at)) && word(at + 1) == "::")
        .flat_map(|at| first_names(&tokens, at + 2))
        .filter(|(_, name)| closed.contains(&name.as_str()))
        .map(|(line, name)| format!("web/{room}:{line}: must not lead into `{name}`"))
        .collect()
}

#[test]
fn nobody_but_an_act_writes() {
    let mut faults = Vec::new();
    // The stories go by acts and pages, like everybody else.
    for root in ["src", "tests/it"] {
        let source = in_repository(root);
        let mut files = Vec::new();
        rust_files(&source, &mut files);
        assert!(!files.is_empty(), "there is something to check");
        for file in files {
            let text = std::fs::read_to_string(&file).expect("a source file is text");
            let inside = file.strip_prefix(&source).expect("it lies there");
            faults.extend(check_writing(root, inside, &text));
        }
    }
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

/// Where a file that is no writer's names what writing goes by.
fn check_writing(root: &str, file: &Path, text: &str) -> Vec<String> {
    let floor = file.iter().next().map(|part| part.to_string_lossy());
    let writes = root == "src" && floor.is_some_and(|floor| WRITERS.contains(&floor.as_ref()));
    if writes {
        return Vec::new();
    }
    tokens(text)
        .into_iter()
        .filter(|(_, token)| WRITING.contains(&token.as_str()))
        .map(|(line, token)| {
            let file = file.display();
            format!("{root}/{file}:{line}: `{token}` is for acts: what is written is an act")
        })
        .collect()
}

fn rust_files(folder: &Path, files: &mut Vec<std::path::PathBuf>) {
    for entry in std::fs::read_dir(folder)
        .expect("a readable folder")
        .flatten()
    {
        let path = entry.path();
        if path.is_dir() {
            rust_files(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
}

/// The faults of one file, given by its path inside `src`.
fn check(file: &Path, text: &str) -> Vec<String> {
    let modules: Vec<String> = file
        .with_extension("")
        .iter()
        .map(|part| part.to_string_lossy().into_owned())
        .filter(|part| part != "mod")
        .collect();
    // Programs of their own in src/bin stand on the roof.
    let own = if modules[0] == "bin" {
        "main"
    } else {
        modules[0].as_str()
    };
    let Some((_, may)) = FLOORS.iter().find(|(floor, _)| *floor == own) else {
        return vec![format!(
            "src/{}: `{own}` is on no floor yet: place it in the table of tests/it/floors.rs, \
             with what it may import",
            file.display()
        )];
    };
    let May::Only(below) = may else {
        return Vec::new();
    };
    imports(text, modules.len())
        .into_iter()
        .filter(|(_, import)| import != own && !below.contains(&import.as_str()))
        .map(|(line, import)| {
            let why = if FLOORS.iter().any(|(floor, _)| *floor == import) {
                format!("may not import `{import}`")
            } else {
                format!("imports `{import}`, which is no floor: import from where it is made")
            };
            format!("src/{}:{line}: `{own}` {why}", file.display())
        })
        .collect()
}

/// The first names of all paths that start at the crate's root, with their
/// lines; `depth` is how many modules deep the text lies.
fn imports(text: &str, depth: usize) -> Vec<(usize, String)> {
    let tokens = tokens(text);
    let word = |at: usize| tokens.get(at).map_or("", |(_, token)| token.as_str());
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let start = at;
        at += 1;
        let inner_path = start > 0 && word(start - 1) == "::";
        match word(start) {
            "crate" | "igf_calendar" if !inner_path && word(at) == "::" => {
                found.extend(first_names(&tokens, at + 1));
            }
            // As many steps up as lead to the root, or beyond it, as inside a
            // `mod tests`: what is then named like a floor is that floor.
            "super" if !inner_path => {
                let mut steps = 1;
                while word(at) == "::" && word(at + 1) == "super" {
                    steps += 1;
                    at += 2;
                }
                if steps >= depth && word(at) == "::" {
                    let names = first_names(&tokens, at + 1);
                    let is_floor = |name: &str| FLOORS.iter().any(|(floor, _)| *floor == name);
                    found.extend(names.into_iter().filter(|(_, name)| is_floor(name)));
                }
            }
            _ => {}
        }
    }
    found
}

/// `a` of `a::b`; `a` and `c` of `{a::{b, x}, c::d}`.
fn first_names(tokens: &[(usize, String)], at: usize) -> Vec<(usize, String)> {
    let is_name = |token: &str| token.starts_with(|c: char| c.is_alphanumeric() || c == '_');
    let Some((line, first)) = tokens.get(at) else {
        return Vec::new();
    };
    if first != "{" {
        // A macro that is exported lives at the root, wherever it is made.
        let is_macro = tokens.get(at + 1).is_some_and(|(_, next)| next == "!");
        let named = (is_name(first) || first == "*") && !is_macro && first != "self";
        return named.then(|| (*line, first.clone())).into_iter().collect();
    }
    let mut names = Vec::new();
    let mut nesting = 0;
    let mut fresh = false;
    for (line, token) in &tokens[at..] {
        match token.as_str() {
            "{" => nesting += 1,
            "}" => nesting -= 1,
            _ => {}
        }
        if nesting == 0 {
            break;
        }
        if fresh && (is_name(token) || token == "*") && token != "self" {
            names.push((*line, token.clone()));
        }
        fresh = nesting == 1 && (token == "{" || token == ",");
    }
    names
}

/// Names, `::` and single signs with their lines, without comments, strings
/// and letters.
fn tokens(text: &str) -> Vec<(usize, String)> {
    let chars: Vec<char> = text.chars().collect();
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    let starts = |at: usize, what: &str| {
        what.chars()
            .enumerate()
            .all(|(offset, c)| chars.get(at + offset) == Some(&c))
    };
    let mut tokens: Vec<(usize, String)> = Vec::new();
    let (mut at, mut line) = (0, 1);
    while at < chars.len() {
        let from = at;
        match chars[at] {
            '/' if starts(at, "//") => {
                while at < chars.len() && chars[at] != '\n' {
                    at += 1;
                }
            }
            '/' if starts(at, "/*") => {
                let mut nesting = 0;
                while at < chars.len() {
                    if starts(at, "/*") {
                        nesting += 1;
                        at += 2;
                    } else if starts(at, "*/") {
                        nesting -= 1;
                        at += 2;
                        if nesting == 0 {
                            break;
                        }
                    } else {
                        at += 1;
                    }
                }
            }
            '"' => {
                at += 1;
                while at < chars.len() && chars[at] != '"' {
                    at += if chars[at] == '\\' { 2 } else { 1 };
                }
                at += 1;
            }
            // 'x' and '\n' are letters, 'static is a lifetime.
            '\'' if starts(at + 1, "\\") => {
                at += 3;
                while at < chars.len() && chars[at] != '\'' {
                    at += 1;
                }
                at += 1;
            }
            '\'' if starts(at + 2, "'") => at += 3,
            c if is_word(c) => {
                while at < chars.len() && is_word(chars[at]) {
                    at += 1;
                }
                let word: String = chars[from..at].iter().collect();
                let raw = ["r", "br", "cr"].contains(&word.as_str());
                let hashes = chars[at..].iter().take_while(|&&c| c == '#').count();
                if raw && starts(at + hashes, "\"") {
                    let end = format!("\"{}", "#".repeat(hashes));
                    at += hashes + 1;
                    while at < chars.len() && !starts(at, &end) {
                        at += 1;
                    }
                    at += end.len();
                } else {
                    tokens.push((line, word));
                }
            }
            ':' if starts(at, "::") => {
                tokens.push((line, "::".to_owned()));
                at += 2;
            }
            c => {
                if !c.is_whitespace() {
                    tokens.push((line, c.to_string()));
                }
                at += 1;
            }
        }
        at = at.min(chars.len());
        line += chars[from..at].iter().filter(|&&c| c == '\n').count();
    }
    tokens
}

#[test]
fn planted_imports_from_above_are_caught() {
    let caught = |file: &str, text: &str| check(Path::new(file), text);
    let one = |file: &str, text: &str, fault: &str| {
        assert_eq!(
            caught(file, text),
            [format!("src/{file}:{fault}")],
            "{text}"
        );
    };
    one(
        "domain/mod.rs",
        "use crate::store::Store;",
        "1: `domain` may not import `store`",
    );
    one(
        "domain.rs",
        "\n\nuse crate::web;",
        "3: `domain` may not import `web`",
    );
    one(
        "store/events.rs",
        "use crate::{domain::{Event, web}, calendar::post};",
        "1: `store` may not import `calendar`",
    );
    one(
        "store/a/b.rs",
        "use crate::{\n    domain,\n    web::x,\n};",
        "3: `store` may not import `web`",
    );
    one(
        "feeds/ical.rs",
        "fn f() { crate::web::f() }",
        "1: `feeds` may not import `web`",
    );
    one(
        "calendar/mod.rs",
        "use super::feeds;",
        "1: `calendar` may not import `feeds`",
    );
    one(
        "i18n/a.rs",
        "use super::super::web::A;",
        "1: `i18n` may not import `web`",
    );
    one(
        "settings.rs",
        "use igf_calendar::mail::A;",
        "1: `settings` may not import `mail`",
    );
    one(
        "import/a.rs",
        "let x = r#\"\"\"#; crate :: web::x",
        "1: `import` may not import `web`",
    );
    one(
        "mail/a.rs",
        "let q = '\"'; use crate::cli;",
        "1: `mail` may not import `cli`",
    );
    one(
        "domain/a.rs",
        "pub(in crate::web) fn f() {}",
        "1: `domain` may not import `web`",
    );
    one(
        "domain/a.rs",
        "use crate::Thing;",
        "1: `domain` imports `Thing`, which is no floor: import from where it is made",
    );
    one(
        "domain/a.rs",
        "use crate::*;",
        "1: `domain` imports `*`, which is no floor: import from where it is made",
    );
    let unplaced = caught("weather/mod.rs", "");
    assert_eq!(unplaced.len(), 1);
    assert!(
        unplaced[0].contains("`weather` is on no floor yet: place it"),
        "{unplaced:?}"
    );
}

#[test]
fn planted_ways_between_rooms_are_caught() {
    for (room, text, line) in [
        ("desk", "use crate::web::posting;", 1),
        ("posting", "\nuse crate::web::{desk::person, error};", 2),
        ("drafts", "use super::super::posting::flow;", 1),
        ("view", "fn f() { crate::web::reading::find() }", 1),
    ] {
        let faults = check_room(room, text);
        assert_eq!(faults.len(), 1, "{text}: {faults:?}");
        assert!(faults[0].starts_with(&format!("web/{room}:{line}: ")));
    }
    for (room, text) in [
        ("posting", "use crate::web::{drafts, reading, session};"),
        ("desk", "use super::page; // web::posting"),
    ] {
        assert_eq!(check_room(room, text), Vec::<String>::new());
    }
}

#[test]
fn planted_writing_outside_of_acts_is_caught() {
    let caught = |root, file: &str, text| check_writing(root, Path::new(file), text);
    for (root, file, text) in [
        ("src", "web/desk/review.rs", "app.store.transact(|t| t.x())"),
        ("src", "cli.rs", "use crate::store::{Store, Transaction};"),
        (
            "src",
            "import/acts.rs",
            "fn f(t: &mut store::Transaction<'_>) {}",
        ),
        ("tests/it", "acts/a.rs", "store.transact(f)"),
    ] {
        let faults = caught(root, file, text);
        assert_eq!(faults.len(), 1, "{file}: {faults:?}");
        assert!(
            faults[0].starts_with(&format!("{root}/{file}:1: ")),
            "{faults:?}"
        );
    }
    for (root, file, text) in [
        ("src", "acts/send.rs", "self.store.transact(|t| t.x())"),
        (
            "src",
            "store/transaction.rs",
            "pub struct Transaction<'a> {}",
        ),
        (
            "src",
            "web/a.rs",
            "// a Transaction\nlet a = \"transact\"; transaction(1)",
        ),
    ] {
        assert_eq!(caught(root, file, text), Vec::<String>::new(), "{file}");
    }
}

#[test]
fn imports_from_below_and_mere_words_are_let_be() {
    for (file, text) in [
        (
            "domain/a.rs",
            "use crate::domain::Event; use super::web; use super::*;",
        ),
        ("store/mod.rs", "use crate::{domain, store::{self, rows}};"),
        (
            "calendar/a.rs",
            "use super::web::Inner; crate::say!(\"x\"); self::web::f();",
        ),
        (
            "feeds/a.rs",
            "use crate::{settings::Settings, calendar, store, domain};",
        ),
        (
            "domain/a.rs",
            "// use crate::web;\n/* crate::web /* crate::web */ crate::web */",
        ),
        (
            "domain/a.rs",
            r##"let a = "\"crate::web"; let b = r#"" crate::web "#;"##,
        ),
        (
            "domain/a.rs",
            "fn f<'a>(a: &'a str) -> char { '\\'' } // crate::web",
        ),
        (
            "domain/a.rs",
            "macro_rules! m { () => { $crate::domain::x } } pub(crate) fn f() {}",
        ),
        (
            "domain/a.rs",
            "use other::crate_like::web; use chrono::store::web;",
        ),
        ("web/a.rs", "use crate::{domain, startup, feeds};"),
        ("main.rs", "use igf_calendar::{cli, startup};"),
        ("bin/other.rs", "use igf_calendar::web;"),
    ] {
        assert_eq!(check(Path::new(file), text), Vec::<String>::new(), "{text}");
    }
}
