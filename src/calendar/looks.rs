//! Which occurrences a question looks at, for tests of what it costs.

use std::cell::RefCell;
use std::collections::HashSet;

thread_local! {
    static SEEN: RefCell<HashSet<usize>> = RefCell::default();
}

/// Notes a look at what stands at an address.
pub(super) fn note<T>(seen: &T) {
    let address = std::ptr::from_ref(seen).addr();
    SEEN.with_borrow_mut(|all| all.insert(address));
}

/// How many occurrences this looks at, on this thread.
pub(super) fn during(work: impl FnOnce()) -> usize {
    SEEN.with_borrow_mut(HashSet::clear);
    work();
    SEEN.with_borrow(HashSet::len)
}
