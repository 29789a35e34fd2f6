//! Markdown as plain text, as somebody would write it who has no marks: for programs that show a
//! description as it comes.

use super::target::Target;
use super::{options, plain};
use comrak::arena_tree::NodeEdge;
use comrak::nodes::{AstNode, ListType, NodeValue};
use comrak::{Arena, parse_document};

/// Quotes and lists that lie deeper are not set in any further, or lines would be longer than their text.
const MAX_DEPTH: usize = 8;

/// Renders a description in Markdown as plain text. Lines stay as they were typed; links become
/// `words (address)`, or the address alone where the words are the address, and only by http, https
/// and mailto; images become their descriptions. Words that were struck out keep their `~~`, because
/// without any mark they would say the opposite.
pub fn to_text(markdown: &str) -> String {
    let arena = Arena::new();
    let root = parse_document(&arena, markdown, &options());
    let mut writer = Writer::default();
    for edge in root.traverse() {
        match edge {
            NodeEdge::Start(node) => writer.enter(node),
            NodeEdge::End(node) => writer.leave(node),
        }
    }
    writer.finished()
}

/// What stands between what is written and what comes next.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
enum Gap {
    /// Nothing was written yet, or the line goes on.
    #[default]
    None,
    Line,
    Blank,
}

/// What the lines of a quote or of an item of a list begin with.
struct Margin {
    /// The mark on its first line, until that is written: what stands before it is no part of it.
    first: Option<String>,
    rest: String,
}

#[derive(Default)]
struct Writer {
    out: String,
    margins: Vec<Margin>,
    gap: Gap,
    /// Whether the line has begun, with all its margins.
    is_in_line: bool,
    /// Where the words of the links begin that are open.
    links: Vec<usize>,
    /// The number of the next item of each list that is open.
    numbers: Vec<usize>,
}

impl Writer {
    fn enter<'a>(&mut self, node: &'a AstNode<'a>) {
        match &node.data.borrow().value {
            NodeValue::BlockQuote => {
                let mark = self.set_in("> ");
                self.indent(mark.clone(), mark);
            }
            NodeValue::List(list) => {
                self.numbers.push(list.start);
                if is_in_tight_item(node) && self.gap == Gap::Blank {
                    self.gap = Gap::Line;
                }
            }
            NodeValue::Item(list) => {
                if node.previous_sibling().is_some() && self.gap != Gap::None {
                    let is_tight = is_in_tight_list(node);
                    self.gap = if is_tight { Gap::Line } else { Gap::Blank };
                }
                let mark = match list.list_type {
                    ListType::Bullet => "- ".to_owned(),
                    ListType::Ordered => format!("{}. ", self.next_number()),
                };
                let rest = self.set_in(&" ".repeat(mark.len()));
                self.indent(mark, rest);
            }
            NodeValue::CodeBlock(block) => self.lines(&block.literal),
            NodeValue::HtmlBlock(block) => self.lines(&block.literal),
            NodeValue::ThematicBreak => self.lines("---"),
            NodeValue::Text(text) => self.write(&in_line(text)),
            NodeValue::Code(code) => self.write(&in_line(&code.literal)),
            NodeValue::HtmlInline(html) if is_line_break(html) => self.break_line(),
            NodeValue::HtmlInline(html) => self.write(&in_line(html)),
            NodeValue::SoftBreak | NodeValue::LineBreak => self.break_line(),
            NodeValue::Strikethrough => self.write("~~"),
            NodeValue::Link(_) => {
                self.begin_line();
                self.links.push(self.out.len());
            }
            _ => {}
        }
    }

    fn leave<'a>(&mut self, node: &'a AstNode<'a>) {
        let value = &node.data.borrow().value;
        match value {
            NodeValue::BlockQuote | NodeValue::Item(_) => {
                self.margins.pop();
            }
            NodeValue::List(_) => {
                self.numbers.pop();
            }
            NodeValue::Strikethrough => self.write("~~"),
            NodeValue::Link(link) => self.say_target(&link.url),
            _ => {}
        }
        if value.block() {
            self.end_block();
        }
    }

    fn next_number(&mut self) -> usize {
        let Some(next) = self.numbers.last_mut() else {
            return 1;
        };
        *next = next.saturating_add(1);
        *next - 1
    }

    /// A margin, unless it lies too deep for one.
    fn set_in(&self, margin: &str) -> String {
        match self.margins.len() < MAX_DEPTH {
            true => margin.to_owned(),
            false => String::new(),
        }
    }

    fn indent(&mut self, first: String, rest: String) {
        let first = Some(first);
        self.margins.push(Margin { first, rest });
    }

    fn write(&mut self, words: &str) {
        if !words.is_empty() {
            self.begin_line();
            self.out.push_str(words);
        }
    }

    /// Lines that stay as they are.
    fn lines(&mut self, text: &str) {
        for line in text.lines() {
            self.begin_line();
            self.out.push_str(&in_line(line));
            self.break_line();
        }
    }

    fn begin_line(&mut self) {
        if self.is_in_line {
            return;
        }
        if self.gap != Gap::None {
            self.out.push('\n');
        }
        if self.gap == Gap::Blank {
            for margin in self.margins.iter().take_while(|one| one.first.is_none()) {
                self.out.push_str(&margin.rest);
            }
            self.out.push('\n');
        }
        for margin in &mut self.margins {
            let first = margin.first.take();
            self.out.push_str(first.as_deref().unwrap_or(&margin.rest));
        }
        (self.gap, self.is_in_line) = (Gap::None, true);
    }

    fn break_line(&mut self) {
        if self.is_in_line {
            (self.gap, self.is_in_line) = (Gap::Line, false);
        }
    }

    fn end_block(&mut self) {
        self.break_line();
        if self.gap == Gap::Line {
            self.gap = Gap::Blank;
        }
    }

    /// Puts the address behind the words of a link that do not say it themselves.
    fn say_target(&mut self, url: &str) {
        let (Some(begun), Some(target)) = (self.links.pop(), Target::of(url)) else {
            return;
        };
        let address = shown(&target.address);
        let words = self.out.get(begun..).unwrap_or_default().trim();
        if words.is_empty() {
            self.write(address);
        } else if !is_same(words, address) && !is_same(words, url) {
            self.write(&format!(" ({address})"));
        }
    }

    fn finished(self) -> String {
        let lines: Vec<&str> = self.out.lines().map(str::trim_end).collect();
        lines.join("\n").trim_matches('\n').to_owned()
    }
}

/// Whether no blank lines stand between the items of the list that this is one of.
fn is_in_tight_list<'a>(item: &'a AstNode<'a>) -> bool {
    let is_tight = |list: &'a AstNode<'a>| matches!(&list.data.borrow().value, NodeValue::List(list) if list.tight);
    item.parent().is_some_and(is_tight)
}

fn is_in_tight_item<'a>(node: &'a AstNode<'a>) -> bool {
    node.parent().is_some_and(is_in_tight_list)
}

/// Without line breaks of any kind, which entities can bring, and without what is taken for the mark at
/// the beginning of a file.
fn in_line(text: &str) -> String {
    let text = plain(text).replace(['\n', '\u{2028}', '\u{2029}'], " ");
    text.replace('\u{feff}', "")
}

fn is_line_break(html: &str) -> bool {
    let name = html.trim_matches(['<', '>', '/', ' ']);
    name.eq_ignore_ascii_case("br")
}

/// A mail's address without what a program makes of it.
fn shown(address: &str) -> &str {
    match address.strip_prefix("mailto:") {
        Some(mail) => mail.split('?').next().unwrap_or(mail),
        None => address,
    }
}

/// Whether both are one address, however much of it is written.
fn is_same(words: &str, address: &str) -> bool {
    let bare = |address: &str| {
        let schemes = ["https://", "http://", "mailto:"];
        let rest = schemes.iter().find_map(|scheme| {
            let start = address.get(..scheme.len())?;
            start
                .eq_ignore_ascii_case(scheme)
                .then(|| &address[scheme.len()..])
        });
        rest.unwrap_or(address).trim_end_matches('/').to_owned()
    };
    bare(words).eq_ignore_ascii_case(&bare(address))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn assert_text(markdown: &str, text: &str) {
        assert_eq!(to_text(markdown), text, "of {markdown:?}");
    }

    #[test]
    fn marks_go_and_words_stay() {
        assert_text(
            "See **agenda** at [the page](https://example.org/a) &amp; more",
            "See agenda at the page (https://example.org/a) & more",
        );
        assert_text("*a* __b__ `c*d` ***e***", "a b c*d e");
        assert_text(
            "# Head\nBody\n\nSub\n---\nMore",
            "Head\n\nBody\n\nSub\n\nMore",
        );
        assert_text(
            "one\ntwo  \nthree\\\nfour<br>five",
            "one\ntwo\nthree\nfour\nfive",
        );
        assert_text("a\n\n\n\nb", "a\n\nb");
        assert_text("5 \\* 3 &lt; 20 &#x2014; &copy;", "5 * 3 < 20 — ©");
        assert_text("~~10:00~~ 11:00", "~~10:00~~ 11:00");
        assert_text("", "");
        assert_text(" \n\t\n", "");
    }

    #[test]
    fn links_say_where_they_lead_once() {
        for (markdown, text) in [
            ("https://example.org/x.", "https://example.org/x."),
            ("<https://example.org>", "https://example.org"),
            ("www.example.org", "www.example.org"),
            ("[example.org](https://example.org/)", "example.org"),
            ("[a](mailto:b@example.org?subject=x)", "a (b@example.org)"),
            ("<b@example.org>", "b@example.org"),
            ("[](https://example.org/)", "https://example.org/"),
            (
                "[**bold** `code`](https://example.org/?a=1&b=2)",
                "bold code (https://example.org/?a=1&b=2)",
            ),
            ("![a map](https://t.example/p.png)", "a map"),
            ("![](https://t.example/p.png)", ""),
            (
                "[![pic](https://t.example/p.png)](https://example.org/)",
                "pic (https://example.org/)",
            ),
            ("[x](javascript:alert(1)) [y](data:text/html,z)", "x y"),
            (
                "[a][r]\n\n[r]: https://example.org/r",
                "a (https://example.org/r)",
            ),
        ] {
            assert_text(markdown, text);
        }
    }

    #[test]
    fn lists_quotes_and_code_keep_their_shape() {
        assert_text(
            "Topics:\n* a\n* b\n  1. c\n  2. d\n* e",
            "Topics:\n\n- a\n- b\n  1. c\n  2. d\n- e",
        );
        assert_text("7. a\n7. b\n7. c", "7. a\n8. b\n9. c");
        assert_text("- a\n\n  more\n\n- b", "- a\n\n  more\n\n- b");
        assert_text("> said\n> so\n>\n> twice", "> said\n> so\n>\n> twice");
        assert_text("> - a\n> - b", "> - a\n> - b");
        for apart in [
            "- a\n  - nested x\n\n> quote\n>\n> more",
            "a\n\n> b\n>\n> > c",
            "- a\n\n  > b",
        ] {
            assert_text(apart, apart);
        }
        assert_text("```html\n<b>\n\n  x\n```\nafter", "<b>\n\n  x\n\nafter");
        assert_text("a\n\n***\n\nb", "a\n\n---\n\nb");
        assert_text("-\n- a", "- a");
    }

    #[test]
    fn a_table_stays_as_it_was_typed() {
        let table = "| Time | What |\n|---|---|\n| 14:00 | Opening |";
        assert_text(table, table);
    }

    #[test]
    fn hostile_text_stays_text() {
        assert_text("<script>alert(1)</script>", "<script>alert(1)</script>");
        assert_text("a&#x202E;b&#0;c&#13;d&#27;e", "ab\u{fffd}cde");
        assert_text("a&#10;END:VEVENT&#x2028;b&#xfeff;c", "a END:VEVENT bc");
        let deep = format!("{}x\ny", "> ".repeat(5000));
        assert!(to_text(&deep).len() < 12_000);
        let deep = format!("{}x", "- ".repeat(5000));
        assert!(to_text(&deep).ends_with('x'));
        let many = format!("{}{}", "> ".repeat(1000), "x\n".repeat(8000));
        assert!(to_text(&many).len() < 200_000);
        for open in ["[", "![", "*", "`", "<", "~~", "&", "(", "[]("] {
            to_text(&open.repeat(5000));
        }
    }

    proptest! {
        #[test]
        fn no_input_panics_and_none_grows(
            pieces in prop::collection::vec(
                prop_oneof![
                    prop::sample::select(vec![
                        "# ", "\n", "\n\n", "  \n", "- ", "1. ", "> ", "*", "**", "_", "~~", "`", "```\n",
                        "[", "](", ")", "![", "https://a.example/", "javascript:x", "<b>", "<br>", "&amp;",
                        "&#x202e;", "|", "---\n", "\\", "\t", "    ", "words", "نص", "中文", "\u{202e}", "\0",
                    ]).prop_map(str::to_owned),
                    any::<String>(),
                ],
                0..60,
            )
        ) {
            let typed = pieces.concat();
            let text = to_text(&typed);
            prop_assert!(!text.contains(|c: char| c.is_control() && !matches!(c, '\n' | '\t')));
            prop_assert!(text.lines().all(|line| line == line.trim_end()));
            prop_assert!(text.len() <= 20 * typed.len() + 100);
        }

        #[test]
        fn plain_words_stay_as_they_were_typed(
            lines in prop::collection::vec("[a-z]{1,9}( [a-z]{1,9}){0,4}", 1..6)
        ) {
            let typed = lines.join("\n");
            prop_assert_eq!(to_text(&typed), typed);
        }
    }
}
