"""Reads an Atom feed (RFC 4287) from standard input with the parser of Python's standard library, checks
that each element has what it must have, and prints entries and tombstones (RFC 6721) as JSON.
"""

import json
import sys
import xml.etree.ElementTree as ET
from datetime import datetime

ATOM, TOMB = "{http://www.w3.org/2005/Atom}", "{http://purl.org/atompub/tombstones/1.0}"


def text(element, name):
    (only,) = element.findall(ATOM + name)
    return only.text


def date(value):
    assert datetime.fromisoformat(value).tzinfo is not None, value
    return value


def links(element, relation):
    return {
        link.get("type"): link.get("href")
        for link in element.findall(ATOM + "link")
        if link.get("rel") == relation
    }


def entry(element):
    authors = [text(author, "name") for author in element.findall(ATOM + "author")]
    assert authors, "section 4.1.2: an author"
    return {
        "id": text(element, "id"),
        "title": text(element, "title"),
        "updated": date(text(element, "updated")),
        "published": date(text(element, "published")),
        "summary": text(element, "summary"),
        "authors": authors,
        "categories": [one.get("term") for one in element.findall(ATOM + "category")],
        "page": links(element, "alternate")["text/html"],
    }


feed = ET.parse(sys.stdin).getroot()
assert feed.tag == ATOM + "feed", feed.tag
print(json.dumps({
    "id": text(feed, "id"),
    "title": text(feed, "title"),
    "updated": date(text(feed, "updated")),
    "self": links(feed, "self")["application/atom+xml"],
    "entries": [entry(one) for one in feed.findall(ATOM + "entry")],
    "deleted": [[one.get("ref"), date(one.get("when"))] for one in feed.findall(TOMB + "deleted-entry")],
}))
