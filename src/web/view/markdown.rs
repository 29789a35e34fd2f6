//! Markdown of strangers as HTML that cannot hurt: no raw HTML, no scripts' addresses, no images
//! from elsewhere, no headings above the page's own.

use crate::domain::text::is_bidi_override;
use comrak::nodes::NodeValue;
use comrak::{Arena, Options, format_html, parse_document};

/// Renders a description; the result is safe to put into a page as it is.
pub fn to_html(text: &str) -> String {
    let mut options = Options::default();
    options.extension.autolink = true;
    options.extension.strikethrough = true;
    options.render.escape = true;
    let arena = Arena::new();
    let root = parse_document(&arena, text, &options);
    for node in root.descendants() {
        let mut data = node.data.borrow_mut();
        match &mut data.value {
            // Entities bring back what was dropped when the text was read.
            NodeValue::Text(text) if text.contains(is_bidi_override) => {
                let plain: String = text.chars().filter(|c| !is_bidi_override(*c)).collect();
                *text = plain.into();
            }
            NodeValue::Image(link) => {
                let link = std::mem::take(link);
                data.value = NodeValue::Link(link);
            }
            NodeValue::Heading(heading) => heading.level = (heading.level + 2).min(6),
            // Its words stay, as words.
            NodeValue::Link(link) if !is_safe(&link.url) => data.value = NodeValue::Emph,
            _ => {}
        }
    }
    let mut html = String::new();
    match format_html(root, &options, &mut html) {
        Ok(()) => html,
        Err(_) => String::new(),
    }
}

fn is_safe(url: &str) -> bool {
    let url = url.to_ascii_lowercase();
    ["https://", "http://", "mailto:"]
        .iter()
        .any(|scheme| url.starts_with(scheme))
}

#[cfg(test)]
mod tests {
    use super::to_html;

    #[test]
    fn hostile_markdown_comes_out_inert() {
        let html = to_html(
            "# big\n<script>alert(1)</script>\n\n[x](javascript:alert(1)) ![i](https://t.example/p.png)\n\
             <img src=x onerror=alert(1)> [d](data:text/html,x) **bold**\n\n![z](javascript:alert(2))",
        );
        assert!(html.contains("<h3>big</h3>"), "{html}");
        assert!(html.contains("<strong>bold</strong>"), "{html}");
        for hostile in ["<script", "<img", "\"javascript:", "\"data:text"] {
            assert!(!html.contains(hostile), "{hostile} in {html}");
        }
        assert!(html.contains("href=\"https://t.example/p.png\""), "{html}");
    }
}
