//! Long lists in pieces.

/// Entries on one page: as many as a slow line carries at once with all else that is on it.
pub const SIZE: usize = 40;

/// Where a page stands in its list.
pub struct Paging {
    /// From 1.
    pub page: usize,
    pub pages: usize,
}

impl Paging {
    /// The piece of `items` that is asked for; a page beyond the end is the last one.
    pub fn cut<T>(items: &[T], asked: usize) -> (&[T], Self) {
        Self::cut_by(SIZE, items, asked)
    }

    /// The same with so many on a page.
    pub fn cut_by<T>(size: usize, items: &[T], asked: usize) -> (&[T], Self) {
        let pages = items.len().div_ceil(size).max(1);
        let page = asked.clamp(1, pages);
        let start = (page - 1) * size;
        let end = items.len().min(start + size);
        (&items[start..end], Self { page, pages })
    }

    /// The page before, if there is one.
    pub fn previous(&self) -> Option<usize> {
        (self.page > 1).then(|| self.page - 1)
    }

    /// The page after, if there is one.
    pub fn next(&self) -> Option<usize> {
        (self.page < self.pages).then(|| self.page + 1)
    }
}
