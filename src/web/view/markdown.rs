//! Markdown of strangers as HTML that cannot hurt: no raw HTML, no scripts' addresses, no images
//! from elsewhere, no headings above the page's own, and no link that says it leads somewhere else.

use crate::domain::text::is_bidi_override;
use crate::domain::web_url::WebUrl;
use comrak::nodes::{AstNode, NodeLink, NodeValue};
use comrak::{Arena, Options, create_formatter, parse_document};
use std::fmt::Write;

/// Renders a description; the result is safe to put into a page as it is.
pub fn to_html(text: &str) -> String {
    let mut options = Options::default();
    options.extension.autolink = true;
    options.extension.strikethrough = true;
    options.render.escape = true;
    let arena = Arena::new();
    let root = parse_document(&arena, text, &options);
    for node in root.descendants() {
        let is_in_link = node.ancestors().skip(1).any(is_link);
        tame(&mut node.data.borrow_mut().value, is_in_link);
    }
    let mut html = String::new();
    match Html::format_document(root, &options, &mut html) {
        Ok(()) => html,
        Err(_) => String::new(),
    }
}

fn is_link<'a>(node: &'a AstNode<'a>) -> bool {
    matches!(node.data.borrow().value, NodeValue::Link(_))
}

/// An image is never shown: it becomes a link, or words where it is in one.
fn tame(value: &mut NodeValue, is_in_link: bool) {
    match value {
        NodeValue::Text(text) if text.contains(is_bidi_override) => *text = plain(text).into(),
        NodeValue::Heading(heading) => heading.level = (heading.level + 2).min(6),
        NodeValue::Image(link) | NodeValue::Link(link) if is_safe(&link.url) && !is_in_link => {
            let mut link = std::mem::take(link);
            link.title = plain(&link.title);
            *value = NodeValue::Link(link);
        }
        // Its words stay, as words.
        NodeValue::Image(_) | NodeValue::Link(_) => *value = NodeValue::Emph,
        _ => {}
    }
}

/// Entities bring back what was dropped when the text was read.
fn plain(text: &str) -> String {
    text.chars().filter(|c| !is_bidi_override(*c)).collect()
}

fn is_safe(url: &str) -> bool {
    let url = url.to_ascii_lowercase();
    ["https://", "http://", "mailto:"]
        .iter()
        .any(|scheme| url.starts_with(scheme))
}

create_formatter!(Html, {
    NodeValue::Link(ref link) => |context, node, entering| {
        match entering {
            true => open_link(context, link)?,
            false => {
                context.write_str("</a>")?;
                if let Some(place) = other_place(&words_of(node), &link.url) {
                    context.write_str(" (<bdi>")?;
                    context.escape(&place)?;
                    context.write_str("</bdi>)")?;
                }
            }
        }
    },
});

/// Whoever posts a meeting gets no say over what search engines think of a page, nor over this window.
fn open_link<T>(
    context: &mut comrak::html::Context<'_, '_, T>,
    link: &NodeLink,
) -> std::fmt::Result {
    context.write_str("<a href=\"")?;
    context.escape_href(&link.url)?;
    if !link.title.is_empty() {
        context.write_str("\" title=\"")?;
        context.escape(&link.title)?;
    }
    context.write_str("\" rel=\"nofollow noopener\">")
}

/// All that a link says.
fn words_of<'a>(link: &'a AstNode<'a>) -> String {
    let mut words = String::new();
    for node in link.descendants() {
        match &node.data.borrow().value {
            NodeValue::Text(text) => words.push_str(text),
            NodeValue::Code(code) => words.push_str(&code.literal),
            NodeValue::SoftBreak | NodeValue::LineBreak => words.push(' '),
            _ => {}
        }
    }
    words
}

/// Where a link leads, if its words look like an address and it is another one: the host, or the
/// address of a mail.
fn other_place(words: &str, url: &str) -> Option<String> {
    let place = match url.split_once(':')? {
        (scheme, address) if scheme.eq_ignore_ascii_case("mailto") => {
            address.split('?').next()?.to_ascii_lowercase()
        }
        _ => host_of(url)?,
    };
    let mut named = words.split_whitespace().filter_map(place_in);
    named.any(|named| named != place).then_some(place)
}

/// The host or the address of a mail that a word looks like.
fn place_in(word: &str) -> Option<String> {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    if word.contains('@') && !word.contains("://") {
        return Some(word.to_lowercase());
    }
    let host = host_of(word)?;
    // "2.3" and "e.g" are no hosts that anybody would take them for.
    let last = host.rsplit('.').next()?;
    let is_known_kind = last.len() > 1 && !last.bytes().all(|byte| byte.is_ascii_digit());
    (host.contains('.') && is_known_kind || word.contains("://")).then_some(host)
}

/// `www.example.org` and `example.org` are one place to readers.
fn host_of(url: &str) -> Option<String> {
    let url = WebUrl::parse(url).ok()?;
    let host = url.host();
    Some(host.strip_prefix("www.").unwrap_or(host).to_owned())
}

#[cfg(test)]
mod tests {
    use super::to_html;

    #[test]
    fn hostile_markdown_comes_out_inert() {
        let html = to_html(
            "# big\n<script>alert(1)</script>\n\n[x](javascript:alert(1)) ![i](https://t.example/p.png)\n\
             <img src=x onerror=alert(1)> [d](data:text/html,x) **bold**\n\n![z](javascript:alert(2))\n\n\
             ![word](ms-msdt:/a) ![](file:///etc/passwd) [y](vbscript:x) [v][ref]\n\n[ref]: ftp://e.example/",
        );
        assert!(html.contains("<h3>big</h3>"), "{html}");
        assert!(html.contains("<strong>bold</strong>"), "{html}");
        for hostile in ["<script", "<img", "\"javascript:", "\"data:text"] {
            assert!(!html.contains(hostile), "{hostile} in {html}");
        }
        assert!(html.contains("href=\"https://t.example/p.png\""), "{html}");
        assert_eq!(html.matches("href=").count(), 1, "{html}");
        assert!(html.contains("<em>word</em>"), "its words stay: {html}");
    }

    #[test]
    fn links_vouch_for_nobody_and_turn_nothing_round() {
        for (markdown, html) in [
            (
                "[us](https://example.org/a?b=1&c=2 \"ti&#x202E;tle\")",
                "<a href=\"https://example.org/a?b=1&amp;c=2\" title=\"title\" \
                 rel=\"nofollow noopener\">us</a>",
            ),
            (
                "see https://example.org/x.",
                "see <a href=\"https://example.org/x\" rel=\"nofollow noopener\">\
                 https://example.org/x</a>.",
            ),
            (
                "[\"](https://example.org/\" 't\">x')",
                "<a href=\"https://example.org/%22\" title=\"t&quot;&gt;x\" \
                 rel=\"nofollow noopener\">&quot;</a>",
            ),
            (
                "[![pic](https://t.example/p.png)](https://example.org/)",
                "<a href=\"https://example.org/\" rel=\"nofollow noopener\"><em>pic</em></a>",
            ),
        ] {
            assert_eq!(to_html(markdown), format!("<p>{html}</p>\n"), "{markdown}");
        }
    }

    #[test]
    fn a_link_that_names_another_place_says_where_it_leads() {
        for (words, url, place) in [
            (
                "https://zoom.us/j/1",
                "https://evil.example/j/1",
                Some("evil.example"),
            ),
            ("zoom.us/j/1", "https://evil.example/", Some("evil.example")),
            (
                "**zoom.us** room",
                "https://evil.example/",
                Some("evil.example"),
            ),
            (
                "Join (www.zoom.us)",
                "https://zoom.us.evil.example/",
                Some("zoom.us.evil.example"),
            ),
            ("`zoom.us`", "https://evil.example/", Some("evil.example")),
            (
                "zoom.us",
                "https://xn--zom-hoa.example/",
                Some("xn--zom-hoa.example"),
            ),
            (
                "ana@example.org",
                "https://evil.example/",
                Some("evil.example"),
            ),
            (
                "ana@example.org",
                "mailto:eve@evil.example?subject=x",
                Some("eve@evil.example"),
            ),
            ("zoom.us/j/1", "https://www.zoom.us/j/1?pwd=x", None),
            ("Ana@Example.org", "mailto:ana@example.org", None),
            (
                "the agenda, part 2.3, e.g. this",
                "https://example.org/",
                None,
            ),
            ("Zoom", "https://zoom.us/j/1", None),
        ] {
            let html = to_html(&format!("[{words}]({url})"));
            let shown = place.map(|place| format!("</a> (<bdi>{place}</bdi>)"));
            match shown {
                Some(shown) => assert!(html.contains(&shown), "{words} {url}: {html}"),
                None => assert!(!html.contains("<bdi>"), "{words} {url}: {html}"),
            }
        }
    }
}
