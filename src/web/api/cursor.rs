//! Pages of a list: how far one goes and where the next begins. A cursor names the last entry that was
//! looked at, so a page costs the same wherever it stands, and what is published meanwhile shifts nothing.

use data_encoding::BASE64URL_NOPAD;

/// No more entries are looked at for one page, however few of them are wanted.
const LOOKS: usize = 5000;

/// Longer ones are none of ours.
const LONGEST: usize = 200;

/// What separates the parts of a cursor; none of them has one.
const BETWEEN: char = '~';

/// Puts the parts of a place in a list into a cursor.
pub fn write<const N: usize>(parts: [String; N]) -> String {
    let text = parts.join(&BETWEEN.to_string());
    BASE64URL_NOPAD.encode(text.as_bytes())
}

/// The parts of a cursor; `None` if it is none of ours.
pub fn read<const N: usize>(cursor: &str) -> Option<[String; N]> {
    if cursor.len() > LONGEST {
        return None;
    }
    let bytes = BASE64URL_NOPAD.decode(cursor.as_bytes()).ok()?;
    let text = String::from_utf8(bytes).ok()?;
    let parts: Vec<String> = text.split(BETWEEN).map(str::to_owned).collect();
    parts.try_into().ok()
}

/// The first so many of a list that are wanted, and the entry after which the next page begins, if
/// there is more.
pub fn cut<T: Copy>(
    list: impl Iterator<Item = T>,
    limit: usize,
    is_wanted: impl Fn(T) -> bool,
) -> (Vec<T>, Option<T>) {
    let mut list = list.peekable();
    let mut page = Vec::with_capacity(limit.min(LOOKS));
    let mut last = None;
    for _ in 0..LOOKS {
        if page.len() == limit {
            break;
        }
        let Some(one) = list.next() else { break };
        last = Some(one);
        if is_wanted(one) {
            page.push(one);
        }
    }
    let is_more = list.peek().is_some();
    (page, last.filter(|_| is_more))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_is_read_as_it_was_written_and_nothing_else_is() {
        let parts = ["1520000000".to_owned(), "a-b".to_owned(), String::new()];
        assert_eq!(read(&write(parts.clone())), Some(parts));
        assert_eq!(read::<2>(&write(["a".to_owned()])), None);
        for wrong in ["", "%", "====", "\u{0}", &"A".repeat(1000)] {
            assert_eq!(read::<3>(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn pages_follow_each_other_without_gap_or_double() {
        let all: Vec<u32> = (0..12).collect();
        let (mut told, mut after) = (Vec::new(), None);
        loop {
            let rest = all.iter().copied().filter(|one| Some(*one) > after);
            let (page, next) = cut(rest, 3, |one| one % 2 == 0);
            told.extend(page);
            let Some(next) = next else { break };
            after = Some(next);
        }
        assert_eq!(told, [0, 2, 4, 6, 8, 10]);
    }

    #[test]
    fn a_page_ends_where_too_much_was_looked_at() {
        let (page, next) = cut(0..20_000, 50, |one| one == 19_999);
        assert_eq!((page.len(), next), (0, Some(4999)));
        let (page, next) = cut(0..10, 50, |_| true);
        assert_eq!((page.len(), next), (10, None));
        let (page, next) = cut(0..50, 50, |_| true);
        assert_eq!((page.len(), next), (50, None));
    }
}
