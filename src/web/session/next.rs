//! Where somebody was going before they were asked who they are.

use crate::web::visit::Visit;
use url::form_urlencoded::byte_serialize;

/// The longest address that is kept.
const LONGEST: usize = 500;

/// An address of this calendar; `None` for any other, so that nobody is led elsewhere by a link to us.
pub fn local(address: &str) -> Option<&str> {
    let mut letters = address.chars();
    let is_local = letters.next() == Some('/') && !matches!(letters.next(), Some('/' | '\\'));
    let is_plain = address.chars().all(|c| c.is_ascii_graphic() && c != '\\');
    (is_local && is_plain && address.len() <= LONGEST).then_some(address)
}

/// An address with where to go from it.
pub fn with_next(address: &str, next: &str) -> String {
    match local(next) {
        Some(next) => {
            let next: String = byte_serialize(next.as_bytes()).collect();
            format!("{address}?next={next}")
        }
        None => address.to_owned(),
    }
}

/// Where somebody was going who is not let in: the page itself if they only wanted to see it.
pub fn wanted(visit: &Visit) -> String {
    let address = visit.request.uri().path_and_query();
    match visit.request.method().is_safe() {
        true => address.map_or_else(String::new, |address| address.as_str().to_owned()),
        false => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_led_elsewhere() {
        for good in ["/desk", "/desk/meetings/1?x=y", "/"] {
            assert_eq!(local(good), Some(good));
        }
        let long = format!("/{}", "a".repeat(500));
        for bad in [
            "",
            "desk",
            "//evil.example",
            "/\\evil.example",
            "/a\\b",
            "https://evil.example",
            "/a b",
            "/a\r\nSet-Cookie: x",
            "/é",
            &long,
        ] {
            assert_eq!(local(bad), None, "{bad:?}");
        }
        assert_eq!(
            with_next("/en/sign-in", "/desk?a=b"),
            "/en/sign-in?next=%2Fdesk%3Fa%3Db"
        );
        assert_eq!(with_next("/en/sign-in", "//evil.example"), "/en/sign-in");
    }
}
