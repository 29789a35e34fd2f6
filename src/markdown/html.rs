//! Markdown of strangers as HTML that cannot hurt: no raw HTML, no scripts' addresses, no images
//! from elsewhere, no headings above the page's own, and no link that says it leads somewhere else.

#[cfg(test)]
mod tests;

use super::disguise::{self, Reading};
use super::target::Target;
use super::{is_unwanted, options, plain};
use comrak::arena_tree::NodeEdge;
use comrak::nodes::{AstNode, NodeLink, NodeValue};
use comrak::{Arena, create_formatter, parse_document};
use std::fmt::Write;

/// Renders a description in Markdown. The result is text, lists, quotes and code with
/// links by http, https and mailto, and nothing else: it is safe to put into a page as it is.
pub fn to_html(text: &str) -> String {
    let options = options();
    let arena = Arena::new();
    let root = parse_document(&arena, text, &options);
    for node in root.descendants() {
        tame(node);
    }
    disclose(&arena, root);
    let mut html = String::new();
    match Html::format_document(root, &options, &mut html) {
        Ok(()) => html,
        Err(_) => String::new(),
    }
}

/// An image is never shown: it becomes a link, or words where it is in one.
fn tame<'a>(node: &'a AstNode<'a>) {
    let value = &mut node.data.borrow_mut().value;
    match value {
        NodeValue::Text(text) if text.contains(is_unwanted) => *text = plain(text).into(),
        // It would become a class, which is the page's own matter.
        NodeValue::CodeBlock(block) => block.info.clear(),
        NodeValue::Heading(heading) => heading.level = (heading.level + 2).min(6),
        NodeValue::Image(link) | NodeValue::Link(link) => {
            let is_in_link = node.ancestors().skip(1).any(is_link);
            *value = match Target::of(&link.url) {
                Some(target) if !is_in_link => {
                    let mut link = std::mem::take(link);
                    link.url = target.address;
                    link.title = plain(&link.title);
                    NodeValue::Link(link)
                }
                // Its words stay, as words.
                _ => NodeValue::Emph,
            };
        }
        _ => {}
    }
}

fn is_link<'a>(node: &'a AstNode<'a>) -> bool {
    matches!(node.data.borrow().value, NodeValue::Link(_))
}

/// Puts the place that a link leads to behind each that reads as if it led to another.
fn disclose<'a>(arena: &'a Arena<'a>, root: &'a AstNode<'a>) {
    for (link, words) in readings(root) {
        let target = match &link.data.borrow().value {
            NodeValue::Link(link) => Target::of(&link.url),
            _ => None,
        };
        let Some(target) = target else { continue };
        if disguise::names_another(&words, &target.place) {
            let mut shown = String::from(" (<bdi>");
            if comrak::html::escape(&mut shown, &target.place).is_ok() {
                shown.push_str("</bdi>)");
                link.insert_after(arena.alloc(NodeValue::Raw(shown).into()));
            }
        }
    }
}

/// Every link with the words as a reader sees them.
fn readings<'a>(root: &'a AstNode<'a>) -> Vec<(&'a AstNode<'a>, String)> {
    let mut reading = Reading::default();
    for edge in root.traverse() {
        match edge {
            NodeEdge::Start(node) => match &node.data.borrow().value {
                NodeValue::Text(text) => reading.add(text),
                NodeValue::Code(code) => reading.add(&code.literal),
                NodeValue::Link(_) => reading.begin(),
                NodeValue::SoftBreak | NodeValue::LineBreak => reading.add(" "),
                value if value.block() => reading.add(" "),
                _ => {}
            },
            NodeEdge::End(node) => match &node.data.borrow().value {
                NodeValue::Link(_) => reading.end(node),
                value if value.block() => reading.add(" "),
                _ => {}
            },
        }
    }
    reading.links()
}

create_formatter!(Html, {
    NodeValue::Link(ref link) => |context, entering| {
        match entering {
            true => open_link(context, link)?,
            false => context.write_str("</a>")?,
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
