//! Writes XML. Whatever is handed in as text or as an attribute comes out as that and as nothing else.

use super::{Name, PREFIXES};
use quick_xml::escape::escape;
use std::borrow::Cow;

/// XML that is being written.
#[derive(Debug, Default)]
pub struct Markup(String);

impl Markup {
    /// Nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// The beginning of a document whose root bears one of our prefixes (`D:multistatus`).
    pub fn document(root: &str) -> Self {
        let mut markup = Self::new();
        markup
            .0
            .push_str("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<");
        markup.0.push_str(root);
        for (prefix, namespace) in PREFIXES {
            markup
                .0
                .push_str(&format!(" xmlns:{prefix}=\"{namespace}\""));
        }
        markup.0.push('>');
        markup
    }

    /// The start of an element, by our prefix and its name.
    pub fn open(&mut self, name: &str) {
        self.0.push('<');
        self.0.push_str(name);
        self.0.push('>');
    }

    /// The end of an element.
    pub fn close(&mut self, name: &str) {
        self.0.push_str("</");
        self.0.push_str(name);
        self.0.push('>');
    }

    /// An element with nothing in it.
    pub fn empty(&mut self, name: &str) {
        self.0.push('<');
        self.0.push_str(name);
        self.0.push_str("/>");
    }

    /// An element with nothing in it but attributes, the names of which are ours.
    pub fn with(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.0.push('<');
        self.0.push_str(name);
        for (attribute, value) in attributes {
            let value = escape(fit(value));
            self.0.push_str(&format!(" {attribute}=\"{value}\""));
        }
        self.0.push_str("/>");
    }

    /// An element of any namespace with nothing in it. Its name was read from XML.
    pub fn named(&mut self, name: &Name) {
        let known = PREFIXES.iter().find(|(_, own)| *own == name.namespace);
        match known {
            Some((prefix, _)) => self.empty(&format!("{prefix}:{}", name.local)),
            None if name.namespace.is_empty() => self.empty(&name.local),
            None => {
                let namespace = escape(fit(&name.namespace));
                self.0
                    .push_str(&format!("<X:{} xmlns:X=\"{namespace}\"/>", name.local));
            }
        }
    }

    /// An element with text in it.
    pub fn text(&mut self, name: &str, text: &str) {
        self.open(name);
        self.0.push_str(&escape(fit(text)));
        self.close(name);
    }

    /// An element with what else is written.
    pub fn around(&mut self, name: &str, inside: impl FnOnce(&mut Self)) {
        self.open(name);
        inside(self);
        self.close(name);
    }

    /// An element with an address in it (RFC 4918, section 14.7).
    pub fn href(&mut self, address: &str) {
        self.text("D:href", address);
    }

    /// What others have written already.
    pub fn append(&mut self, markup: &Self) {
        self.0.push_str(&markup.0);
    }

    /// Whether anything is written.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How long it is, in bytes.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// What was written.
    pub fn into_string(self) -> String {
        self.0
    }
}

/// The text without what XML cannot hold in any way (XML 1.0, section 2.2). Carriage returns are
/// references: readers would turn them into plain line feeds otherwise (section 2.11), and iCalendar's
/// lines end with both.
fn fit(text: &str) -> Cow<'_, str> {
    let is_char = |c: char| matches!(c, '\t' | '\n' | '\r' | '\u{20}'..='\u{fffd}' | '\u{10000}'..);
    match text.chars().all(is_char) {
        true => Cow::Borrowed(text),
        false => Cow::Owned(text.chars().filter(|c| is_char(*c)).collect()),
    }
}
