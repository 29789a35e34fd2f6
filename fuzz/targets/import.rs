#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| entries::enter("import", bytes));
