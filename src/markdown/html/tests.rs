//! Hostile descriptions, and what readers see of them.

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

/// The addresses that a text leads to.
fn addresses(markdown: &str) -> Vec<String> {
    let html = scraper::Html::parse_fragment(&to_html(markdown));
    let links = scraper::Selector::parse("a").expect("a selector");
    let address = |link: scraper::ElementRef<'_>| link.attr("href").map(str::to_owned);
    html.select(&links).filter_map(address).collect()
}

#[test]
fn links_and_images_obey_one_list_of_schemes() {
    for url in [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "javascript&colon;alert(1)",
        "javascript&#58;alert(1)",
        "&#106;avascript:alert(1)",
        "java\\script:alert(1)",
        "<java\tscript:alert(1)>",
        "<java&#10;script:alert(1)>",
        "&#1;javascript:alert(1)",
        "data:text/html;base64,PHNjcmlwdD4=",
        "vbscript:x",
        "ms-msdt:/id",
        "ms-word:ofe|u|https://evil.example/a.docm",
        "file:///etc/passwd",
        "ftp://evil.example/",
        "ws://evil.example/",
        "blob:https://evil.example/1",
        "tel:+41",
        "intent://evil.example/#Intent;end",
        "//evil.example/",
        "/desk",
        "?stay",
        "#top",
        "https:evil.example",
        "https:\\\\\\\\evil.example",
        "https://",
        "https://%00/",
        "https://zoom.us@evil.example/",
        "https://zoom.us:x@evil.example/",
        "https://user@zoom.us/",
        "mailto:a@b.example,eve@evil.example",
        "mailto:",
        "mailto:?to=eve@evil.example",
    ] {
        for markdown in [
            format!("[x]({url})"),
            format!("![x]({url})"),
            format!("[x][ref]\n\n[ref]: {url}"),
            format!("[![x]({url})](javascript:x)"),
        ] {
            let html = to_html(&markdown);
            assert!(addresses(&markdown).is_empty(), "{markdown}: {html}");
            assert!(html.contains('x'), "its words stay: {html}");
        }
    }
    for (url, address) in [
        ("HTTPS://Zoom.US/j/1", "https://zoom.us/j/1"),
        ("https&#58;//zoom.us/", "https://zoom.us/"),
        ("https:///zoom.us/", "https://zoom.us/"),
        ("https://zoom\u{ff0e}us/", "https://zoom.us/"),
        ("mailto:Ana@Example.org", "mailto:Ana@example.org"),
        (
            "mailto:ana@example.org?bcc=eve@evil.example&subject=To%20join&cc=x@evil.example",
            "mailto:ana@example.org?subject=To%20join",
        ),
        (
            "mailto:ana@example.org?subject=a%0D%0ABcc:eve@evil.example",
            "mailto:ana@example.org",
        ),
    ] {
        for markdown in [
            format!("[x]({url})"),
            format!("![x]({url})"),
            format!("[x][ref]\n\n[ref]: {url}"),
            format!("[![x](https://a.example/)]({url})"),
        ] {
            assert_eq!(addresses(&markdown), [address], "{markdown}");
        }
    }
}

#[test]
fn blanks_in_an_address_stay_in_it() {
    let markdown = "[x](<https://zoom.us/a b>)";
    assert_eq!(addresses(markdown), ["https://zoom.us/a%20b"]);
}

#[test]
fn addresses_that_stand_for_themselves_obey_it_too() {
    for (text, address) in [
        ("https://zoom.us/j/1", Some("https://zoom.us/j/1")),
        ("www.zoom.us/j/1", Some("http://www.zoom.us/j/1")),
        ("<https://zoom.us/>", Some("https://zoom.us/")),
        ("ana@example.org", Some("mailto:ana@example.org")),
        ("mailto:ana@example.org", Some("mailto:ana@example.org")),
        ("https://zoom.us@evil.example/", None),
        ("xmpp:ana@example.org", None),
        ("ftp://evil.example/", None),
        ("<javascript:alert(1)>", None),
        ("<ms-msdt:/id>", None),
    ] {
        let expected: Vec<_> = address.into_iter().collect();
        assert_eq!(addresses(text), expected, "{text}: {}", to_html(text));
        assert!(!to_html(text).contains("<bdi>"), "{text}");
    }
}

#[test]
fn no_letters_pose_as_others() {
    let evil = "https://evil.example/";
    for words in [
        "ZOOM.US/j/1",
        "zoom.us:443/j/1",
        "HTTPS://ZOOM.US",
        "https:zoom.us",
        "https:\\\\\\\\zoom.us",
        "https:// zoom.us",
        "https://zoom.us@evil.example",
        "zoom\u{ff0e}us",
        "ｚｏｏｍ．ｕｓ",
        "zoom\u{3002}us",
        "zoom\u{2024}us/j/1",
        "zoom\u{660}us",
        "https\u{ff1a}\u{2215}\u{2215}zoom",
        "zoom\u{200b}.us",
        "zoom.\u{200d}us",
        "zoom&#x2e;us",
        "zoom\\.us",
        "zo&#x200c;om.us",
        "zооm.us",
        "**zoom**.us",
        "*zoom*`.us`",
        "![zoom.us](https://evil.example/p.png)",
        "«zoom.us»",
        "Join→zoom.us",
        "zoom.us.",
        "ana@zoom.us",
    ] {
        let html = to_html(&format!("[{words}]({evil})"));
        let shown = "</a> (<bdi>evil.example</bdi>)";
        assert!(html.contains(shown), "{words}: {html}");
    }
    for (markdown, place) in [
        // What it says is where it leads, and it says so in Cyrillic letters.
        ("https://zооm.us/j/1", "xn--zm-fmca.us"),
        ("[zооm.us](https://zооm.us/)", "xn--zm-fmca.us"),
        ("[x@zооm.us](mailto:x@zооm.us)", "x@xn--zm-fmca.us"),
        // Two links that look like one.
        (
            "[zoom.](https://evil.example/)[us/j/1](https://evil.example/)",
            "evil.example",
        ),
        ("zoom.[us](https://evil.example/)/j/1", "evil.example"),
    ] {
        let html = to_html(markdown);
        let shown = format!("(<bdi>{place}</bdi>)");
        assert!(html.contains(&shown), "{markdown}: {html}");
    }
    for quiet in [
        "[zoom.us](https://zoom.us/)",
        "[https://zoom.us:443/j/1](https://www.zoom.us/j/1)",
        "[ｚｏｏｍ．ｕｓ](https://zoom.us/)",
        "[会议议程。请看](https://example.org/)",
        "会议议程。[请看](https://example.org/)。谢谢",
        "[الساعة ١٤.٣٠](https://example.org/)",
        "[the agenda](https://example.org/), [the notes](https://example.org/)",
    ] {
        let html = to_html(quiet);
        assert!(!html.contains("<bdi>"), "{quiet}: {html}");
    }
}

#[test]
fn entities_bring_back_nothing_that_was_dropped() {
    let html = to_html("a&#1;b&#x202e;c&#x9b;d [e](https://example.org/ 'f&#x2066;g&#7;h')");
    assert!(
        !html.contains(|c: char| c.is_control() && c != '\n'),
        "{html:?}"
    );
    assert!(
        html.contains("abcd") && html.contains("title=\"fgh\""),
        "{html}"
    );
}

#[test]
fn depth_is_no_obstacle() {
    for markdown in [
        "> ".repeat(4000),
        "- ".repeat(4000),
        "*a ".repeat(2600),
        "[".repeat(8000),
        "![a".repeat(2000) + &"](https://example.org/)".repeat(200),
        "[a](https://b.example/)".repeat(340),
        "`".repeat(8000),
        "<a ".repeat(2600),
        "_*".repeat(4000),
        "[a]: x\n".repeat(1100),
    ] {
        let html = to_html(&markdown);
        assert!(html.len() < 60 * markdown.len(), "{} bytes", html.len());
    }
}
