//! Hostile bytes by chance, into the same entries and from the same corpus as the fuzzers of `fuzz/`.
//! `PROPTEST_CASES` says how often; each case that a fuzzer ever broke something with is in the corpus.

#[path = "../../fuzz/entries/mod.rs"]
mod entries;

use crate::support::in_repository;
use entries::{ENTRIES, enter};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::{RngSeed, TestRunner};
use std::path::PathBuf;

/// Declares a test for each entry, so that they run side by side.
macro_rules! by_chance {
    ($($name:ident)+) => {
        mod by_chance {
            $(#[test]
            fn $name() {
                super::run(stringify!($name));
            })+

            #[test]
            fn every_entry_is_here() {
                let here = [$(stringify!($name)),+];
                assert_eq!(super::ENTRIES.map(|(name, _)| name), here);
            }
        }
    };
}

by_chance! { contradictions filter form icalendar import markdown time }

#[test]
fn nothing_of_the_corpus_harms() {
    for (name, enter) in ENTRIES {
        for (file, bytes) in corpus(name) {
            println!("{}", file.display());
            enter(&bytes);
        }
    }
}

/// `scripts/fuzz` runs what has a target; a target without an entry would not be run here.
#[test]
fn every_entry_has_a_fuzzer_and_a_corpus() {
    let manifest = std::fs::read_to_string(in_repository("fuzz/Cargo.toml")).expect("a manifest");
    for (name, _) in ENTRIES {
        let target = in_repository(format!("fuzz/targets/{name}.rs"));
        let target = std::fs::read_to_string(target).expect("a target");
        assert!(target.contains(&format!("entries::enter(\"{name}\", bytes)")));
        assert!(manifest.contains(&format!("path = \"targets/{name}.rs\"")));
        assert!(!corpus(name).is_empty(), "{name} has nothing to begin with");
    }
    let folders = std::fs::read_dir(in_repository("fuzz/corpus")).expect("a folder");
    assert_eq!(folders.count(), ENTRIES.len());
}

fn run(name: &str) {
    let mut config = ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    if config.rng_seed == RngSeed::Random {
        config.rng_seed = RngSeed::Fixed(2018);
    }
    let outcome = TestRunner::new(config).run(&bytes(name), |bytes| {
        enter(name, &bytes);
        Ok(())
    });
    if let Err(error) = outcome {
        panic!("{name}: {error}");
    }
}

/// Something of the corpus that is changed in some places, or bits of everything one after the other.
fn bytes(name: &str) -> impl Strategy<Value = Vec<u8>> + use<> {
    let whole: Vec<Vec<u8>> = corpus(name).into_iter().map(|(_, bytes)| bytes).collect();
    let bit = prop_oneof![
        3 => select(dictionary()),
        2 => vec(any::<u8>(), 0..6),
        2 => any::<char>().prop_map(|c| c.to_string().into_bytes()),
        1 => (select(dictionary()), 1..200_usize).prop_map(|(word, times)| word.repeat(times)),
        1 => (select(whole.clone()), any::<Index>(), 0..60_usize).prop_map(slice),
    ];
    let edits = vec((any::<Index>(), 0..12_usize, bit.clone()), 0..8);
    prop_oneof![
        3 => (select(whole), edits).prop_map(|(mut bytes, edits)| {
            for (at, cut, insert) in edits {
                let at = at.index(bytes.len() + 1);
                let end = (at + cut).min(bytes.len());
                bytes.splice(at..end, insert);
            }
            bytes
        }),
        1 => vec(bit, 0..40).prop_map(|bits| bits.concat()),
    ]
}

fn slice((whole, at, length): (Vec<u8>, Index, usize)) -> Vec<u8> {
    let at = at.index(whole.len() + 1);
    whole.into_iter().skip(at).take(length).collect()
}

/// What is kept to begin with, by name.
fn corpus(name: &str) -> Vec<(PathBuf, Vec<u8>)> {
    let folder = in_repository(format!("fuzz/corpus/{name}"));
    let files = std::fs::read_dir(folder).expect("a corpus").flatten();
    let mut files: Vec<_> = files
        .map(|file| file.path())
        .map(|path| (path.clone(), std::fs::read(path).expect("a file")))
        .collect();
    files.sort();
    files
}

/// The words of `fuzz/hostile.dict`, which is in the form that libFuzzer reads.
fn dictionary() -> Vec<Vec<u8>> {
    let file = std::fs::read_to_string(in_repository("fuzz/hostile.dict")).expect("words");
    let lines = file.lines().filter(|line| line.starts_with('"'));
    lines
        .map(|line| unquoted(line.trim_matches('"')).expect("\\xHH, \\\\ or \\\""))
        .collect()
}

fn unquoted(mut word: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    while let Some(first) = word.bytes().next() {
        let (byte, length) = match first {
            b'\\' if word.starts_with("\\x") => (u8::from_str_radix(word.get(2..4)?, 16).ok()?, 4),
            b'\\' => (word.bytes().nth(1)?, 2),
            byte => (byte, 1),
        };
        bytes.push(byte);
        word = word.get(length..).unwrap_or_default();
    }
    Some(bytes)
}
