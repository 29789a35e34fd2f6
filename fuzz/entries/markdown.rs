//! A description in Markdown, as HTML, as a browser parses it.

use super::assert_clean;
use igf_calendar::domain::text::Prose;
use igf_calendar::markdown::{to_html, to_text};
use scraper::{ElementRef, Html};
use url::Url;

/// The elements that a description may have, each with its attributes.
const ALLOWED: [(&str, &[&str]); 19] = [
    ("html", &[]),
    ("p", &[]),
    ("br", &[]),
    ("hr", &[]),
    ("em", &[]),
    ("strong", &[]),
    ("del", &[]),
    ("h3", &[]),
    ("h4", &[]),
    ("h5", &[]),
    ("h6", &[]),
    ("ul", &[]),
    ("ol", &["start"]),
    ("li", &[]),
    ("blockquote", &[]),
    ("pre", &[]),
    ("code", &[]),
    ("a", &["href", "title", "rel"]),
    ("bdi", &[]),
];

/// The bytes are what was typed; what a form refuses gets no further.
pub fn enter(typed: &[u8]) {
    let Ok(prose) = Prose::parse(&String::from_utf8_lossy(typed)) else {
        return;
    };
    let html = to_html(prose.as_str());
    to_text(prose.as_str());
    assert_clean(&html);
    let most = 200_000 + 100 * prose.as_str().len();
    assert!(html.len() < most, "{} bytes", html.len());
    let read = Html::parse_fragment(&html);
    for node in read.root_element().descendants() {
        let value = node.value();
        let is_unseen = value.is_comment() || value.as_processing_instruction().is_some();
        assert!(!is_unseen, "{html}");
        if let Some(element) = ElementRef::wrap(node) {
            check(element, &html);
        }
    }
    let text: String = read.root_element().text().collect();
    assert_clean(&text);
    // Nothing means something else when a browser writes it and reads it again.
    let written = read.root_element().inner_html();
    let again = Html::parse_fragment(&written);
    assert_eq!(again.root_element().inner_html(), written);
    assert_eq!(again.root_element().text().collect::<String>(), text);
}

fn check(element: ElementRef<'_>, html: &str) {
    let value = element.value();
    let known = ALLOWED.iter().find(|(name, _)| *name == value.name());
    let (_, attributes) = known.unwrap_or_else(|| panic!("<{}> in {html}", value.name()));
    for (name, attribute) in value.attrs() {
        assert!(attributes.contains(&name), "{name} in {html}");
        assert_clean(attribute);
    }
    if value.name() == "a" {
        let address = Url::parse(value.attr("href").expect("an address")).expect("a URL");
        assert!(
            ["http", "https", "mailto"].contains(&address.scheme()),
            "{address}"
        );
        assert!(
            address.username().is_empty() && address.password().is_none(),
            "{address}"
        );
        assert_eq!(value.attr("rel"), Some("nofollow noopener"));
        let links = element.descendants().skip(1).filter_map(ElementRef::wrap);
        assert!(
            links.into_iter().all(|inner| inner.value().name() != "a"),
            "{html}"
        );
    }
}
