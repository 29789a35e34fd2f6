//! Reads a request's XML into a small tree. Everything that grows has a bound, entities other than
//! XML's own five are refused, and so is any document type.

use super::Name;
use quick_xml::XmlVersion;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::escape::unescape;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::name::ResolveResult;
use quick_xml::reader::NsReader;
use thiserror::Error;

/// The deepest that elements may stand in each other: a filter for a parameter has seven levels.
const MAX_DEPTH: usize = 16;
/// The most elements.
const MAX_ELEMENTS: usize = 12_000;
/// The most attributes of one element.
const MAX_ATTRIBUTES: usize = 32;
/// The longest name or namespace, in bytes.
const MAX_NAME: usize = 200;

/// An element with all that stands in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Element {
    /// What it is.
    pub name: Name,
    /// The elements in it, in their order.
    pub children: Vec<Element>,
    /// The text that stands directly in it, whole.
    pub text: String,
    /// By their names; those of another namespace are left out.
    attributes: Vec<(String, String)>,
}

/// Why a body is not read.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Unreadable {
    /// It is not in the only encoding that is read.
    #[error("the body is not UTF-8")]
    NotUtf8,
    /// It is not well formed (XML 1.0, section 2.1; Namespaces in XML 1.0, section 7).
    #[error("the body is not well-formed XML: {0}")]
    IllFormed(String),
    /// It declares a document type or names an entity that such a type would declare.
    #[error("document types and their entities are not read")]
    Entity,
    /// It has more of something than any program sends.
    #[error("the XML has too many elements or attributes, too long names, or stands too deep")]
    TooMuch,
}

impl Element {
    /// Its attribute of a name without a namespace.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        let mut attributes = self.attributes.iter();
        attributes
            .find(|(own, _)| own == name)
            .map(|(_, value)| value.as_str())
    }

    /// The first element in it that bears a name.
    pub fn child(&self, namespace: &str, local: &str) -> Option<&Self> {
        let mut children = self.children.iter();
        children.find(|child| child.name.is(namespace, local))
    }

    /// The elements in it that bear a name.
    pub fn each<'a>(
        &'a self,
        namespace: &'a str,
        local: &'a str,
    ) -> impl Iterator<Item = &'a Self> {
        let children = self.children.iter();
        children.filter(move |child| child.name.is(namespace, local))
    }

    /// Its text without the blanks around it.
    pub fn words(&self) -> &str {
        self.text.trim()
    }
}

/// The root of a document; `None` if the body has nothing in it but blanks.
pub fn read(body: &[u8]) -> Result<Option<Element>, Unreadable> {
    let text = std::str::from_utf8(body).map_err(|_| Unreadable::NotUtf8)?;
    let text = text.trim_start_matches('\u{feff}');
    if text.trim().is_empty() {
        return Ok(None);
    }
    let mut reader = NsReader::from_str(text);
    let mut tree = Tree::default();
    loop {
        let event = reader.read_event().map_err(|error| ill_formed(&error))?;
        match event {
            Event::Start(start) => tree.open(element(&reader, &start)?)?,
            Event::Empty(start) => {
                tree.open(element(&reader, &start)?)?;
                tree.close()?;
            }
            Event::End(_) => tree.close()?,
            Event::Text(text) => tree.say(&text.xml10_content())?,
            Event::CData(text) => tree.say(&text.xml10_content())?,
            Event::GeneralRef(reference) => tree.say(&meant(&reference)?)?,
            Event::DocType(_) => return Err(Unreadable::Entity),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
            Event::Eof => return tree.root().map(Some),
        }
    }
}

/// What was read so far.
#[derive(Default)]
struct Tree {
    open: Vec<Element>,
    root: Option<Element>,
    elements: usize,
}

impl Tree {
    fn open(&mut self, element: Element) -> Result<(), Unreadable> {
        self.elements += 1;
        if self.elements > MAX_ELEMENTS || self.open.len() >= MAX_DEPTH {
            return Err(Unreadable::TooMuch);
        }
        if self.open.is_empty() && self.root.is_some() {
            return Err(Unreadable::IllFormed("there are two roots".to_owned()));
        }
        self.open.push(element);
        Ok(())
    }

    fn close(&mut self) -> Result<(), Unreadable> {
        let Some(element) = self.open.pop() else {
            return Err(Unreadable::IllFormed("an end without a start".to_owned()));
        };
        match self.open.last_mut() {
            Some(parent) => parent.children.push(element),
            None => self.root = Some(element),
        }
        Ok(())
    }

    fn say(&mut self, text: &str) -> Result<(), Unreadable> {
        match self.open.last_mut() {
            Some(element) => element.text.push_str(text),
            None if text.trim().is_empty() => {}
            None => return Err(Unreadable::IllFormed("text outside of the root".to_owned())),
        }
        Ok(())
    }

    fn root(self) -> Result<Element, Unreadable> {
        match (self.open.is_empty(), self.root) {
            (true, Some(root)) => Ok(root),
            _ => Err(Unreadable::IllFormed("it breaks off".to_owned())),
        }
    }
}

fn element(reader: &NsReader<&[u8]>, start: &BytesStart<'_>) -> Result<Element, Unreadable> {
    let (namespace, local) = reader.resolver().resolve_element(start.name());
    let namespace = match namespace {
        ResolveResult::Bound(namespace) => namespace.0,
        ResolveResult::Unbound => "",
        ResolveResult::Unknown(prefix) => {
            let what = format!("nothing is bound to the prefix {prefix:?}");
            return Err(Unreadable::IllFormed(what));
        }
    };
    let local: &str = local.as_ref();
    if local.len() > MAX_NAME || namespace.len() > MAX_NAME {
        return Err(Unreadable::TooMuch);
    }
    if !is_name(local) {
        return Err(Unreadable::IllFormed("an element has no name".to_owned()));
    }
    Ok(Element {
        // It is handed on as it was written.
        name: Name::new(
            &unescape(namespace).map_err(|error| Unreadable::IllFormed(error.to_string()))?,
            local,
        ),
        children: Vec::new(),
        text: String::new(),
        attributes: attributes(start)?,
    })
}

fn attributes(start: &BytesStart<'_>) -> Result<Vec<(String, String)>, Unreadable> {
    let mut found = Vec::new();
    // Looking for doubles looks at each pair of them; the first of a name counts here.
    for attribute in start.attributes().with_checks(false) {
        let attribute = attribute.map_err(|error| ill_formed(&error))?;
        if found.len() >= MAX_ATTRIBUTES {
            return Err(Unreadable::TooMuch);
        }
        let value = attribute
            .normalized_value(XmlVersion::Implicit1_0)
            .map_err(|_| Unreadable::Entity)?;
        found.push((attribute.key.0.to_owned(), value.into_owned()));
    }
    found.retain(|(name, _)| !name.contains(':') && name != "xmlns");
    Ok(found)
}

/// The character that a reference stands for (XML 1.0, sections 4.1 and 4.6).
fn meant(reference: &BytesRef<'_>) -> Result<String, Unreadable> {
    let character = reference.resolve_char_ref();
    if let Some(character) = character.map_err(|error| ill_formed(&error))? {
        return Ok(character.to_string());
    }
    let named = resolve_predefined_entity(reference);
    named.map(str::to_owned).ok_or(Unreadable::Entity)
}

/// Whether a name can be written again as it is: what a program asks for and we do not have is named
/// in the answer (XML 1.0, section 2.3).
fn is_name(local: &str) -> bool {
    let mut chars = local.chars();
    chars.next().is_some_and(begins_name) && chars.all(continues_name)
}

/// `NameStartChar` without the colon, which ends a prefix.
fn begins_name(c: char) -> bool {
    matches!(c,
        'A'..='Z' | '_' | 'a'..='z'
        | '\u{c0}'..='\u{d6}' | '\u{d8}'..='\u{f6}' | '\u{f8}'..='\u{2ff}'
        | '\u{370}'..='\u{37d}' | '\u{37f}'..='\u{1fff}' | '\u{200c}'..='\u{200d}'
        | '\u{2070}'..='\u{218f}' | '\u{2c00}'..='\u{2fef}' | '\u{3001}'..='\u{d7ff}'
        | '\u{f900}'..='\u{fdcf}' | '\u{fdf0}'..='\u{fffd}' | '\u{10000}'..='\u{effff}')
}

/// `NameChar` without the colon.
fn continues_name(c: char) -> bool {
    begins_name(c)
        || matches!(c,
            '-' | '.' | '0'..='9' | '\u{b7}'
            | '\u{300}'..='\u{36f}' | '\u{203f}'..='\u{2040}')
}

fn ill_formed(error: &impl ToString) -> Unreadable {
    let what = error.to_string();
    Unreadable::IllFormed(what.chars().take(200).collect())
}

#[cfg(test)]
mod tests {
    use super::super::DAV;
    use super::*;

    fn root(text: &str) -> Element {
        read(text.as_bytes()).unwrap().expect("a root")
    }

    fn refused(text: &str) -> Unreadable {
        read(text.as_bytes()).expect_err(text)
    }

    #[test]
    fn names_are_those_of_their_namespaces_whatever_the_prefix() {
        for text in [
            "<propfind xmlns='DAV:'><prop><x/></prop></propfind>",
            "<?xml version='1.0'?>\n<d:propfind xmlns:d=\"DAV:\"><d:prop><d:x></d:x></d:prop></d:propfind>\n",
            "\u{feff}<!-- x --><a:propfind xmlns:a='DAV:'><b:prop xmlns:b='DAV:'><b:x/></b:prop></a:propfind>",
        ] {
            let root = root(text);
            assert!(root.name.is(DAV, "propfind"), "{text}");
            let prop = root.child(DAV, "prop").expect("prop");
            assert!(prop.children[0].name.is(DAV, "x"), "{text}");
        }
        assert!(root("<x/>").name.is("", "x"));
        assert_eq!(read(b" \r\n\t"), Ok(None));
        assert_eq!(read(b""), Ok(None));
    }

    #[test]
    fn text_and_attributes_are_read_as_they_are_meant() {
        let element =
            root("<a b='&lt;1&amp;&#x32;' n:b='no' xmlns:n='n'> &lt;x&gt;&#33;<![CDATA[<&]]> </a>");
        assert_eq!(element.words(), "<x>!<&");
        assert_eq!(element.attribute("b"), Some("<1&2"));
        assert_eq!(element.attribute("c"), None);
    }

    #[test]
    fn what_is_ill_formed_is_refused() {
        for text in [
            "<a>",
            "<a></b>",
            "</a>",
            "<a/><b/>",
            "x<a/>",
            "<a/>x",
            "<p:a/>",
            "<a b=c/>",
            "<a &x/>",
            "<a>&</a>",
            "<",
            "<a",
            "<a b='",
            "<>",
            "<1/>",
            "x",
            "<a>&#0;</a>",
        ] {
            let error = refused(text);
            assert!(matches!(error, Unreadable::IllFormed(_)), "{text}: {error}");
        }
        assert_eq!(read(&[0xff, 0xfe, b'<', 0]), Err(Unreadable::NotUtf8));
    }

    #[test]
    fn names_are_those_of_xml() {
        for name in [
            "a",
            "_",
            "\u{e9}t\u{e9}",
            "a-1.b\u{b7}",
            "\u{10000}",
            "a\u{300}",
        ] {
            assert!(read(format!("<{name}/>").as_bytes()).is_ok(), "{name}");
        }
        for name in [
            "-a",
            "\u{aa}",
            "\u{ba}",
            "a\u{b2}",
            "a\u{bd}",
            "\u{d7}",
            "\u{300}a",
            "\u{2460}",
            "\u{f0000}",
        ] {
            let error = refused(&format!("<{name}/>"));
            assert!(matches!(error, Unreadable::IllFormed(_)), "{name}: {error}");
        }
    }

    #[test]
    fn entities_of_others_are_refused() {
        for text in [
            "<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>",
            "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>",
            "<a>&x;</a>",
            "<a b='&x;'/>",
        ] {
            assert_eq!(refused(text), Unreadable::Entity, "{text}");
        }
    }

    #[test]
    fn everything_that_grows_has_a_bound() {
        let deep = |depth: usize| "<a>".repeat(depth) + &"</a>".repeat(depth);
        assert!(read(deep(MAX_DEPTH).as_bytes()).is_ok());
        let attributes = |number: usize| {
            let all: String = (0..number).map(|one| format!(" a{one}=''")).collect();
            format!("<a{all}/>")
        };
        assert!(read(attributes(MAX_ATTRIBUTES).as_bytes()).is_ok());
        for text in [
            deep(MAX_DEPTH + 1),
            deep(20_000),
            attributes(MAX_ATTRIBUTES + 1),
            format!("<a>{}</a>", "<b/>".repeat(MAX_ELEMENTS)),
            format!("<{}/>", "a".repeat(MAX_NAME + 1)),
            format!("<a xmlns='{}'/>", "a".repeat(MAX_NAME + 1)),
        ] {
            assert_eq!(refused(&text), Unreadable::TooMuch, "{}", &text[..20]);
        }
        let bound: String = (0..20_000)
            .map(|one| format!(" xmlns:a{one}='x'"))
            .collect();
        assert!(read(format!("<a{bound}/>").as_bytes()).is_err());
    }
}
