"""Reads a JSCalendar group (RFC 8984) from standard input, unrolls its events with `dateutil` and the
zones of the package `tzdata`, and prints each occurrence as JSON: uid, title, status, and start and end as
instants, or as days where there are no hours. It knows no more of JSCalendar than the text of the RFC.
"""

import json
import re
import sys
from datetime import datetime, timedelta, timezone
from importlib import resources
from zoneinfo import ZoneInfo

from dateutil.rrule import MONTHLY, WEEKLY, rrule, weekday

DAYS = ["mo", "tu", "we", "th", "fr", "sa", "su"]
DURATION = re.compile(r"P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?")
MANDATORY = {
    "Group": ["uid", "updated", "entries"],
    "Event": ["uid", "updated", "start"],
    "Link": ["href"],
    "VirtualLocation": ["uri"],
    "RecurrenceRule": ["frequency"],
    "NDay": ["day"],
    "Location": [],
    "Relation": [],
}
# Section 4.3.5: what no override may say.
NEVER_PATCHED = {"@type", "method", "privacy", "prodId", "recurrenceId", "recurrenceOverrides",
                 "recurrenceRules", "relatedTo", "replyTo", "uid"}


def check(value):
    """Every object says what it is and has what it must have; nothing but patches says nothing."""
    if isinstance(value, list):
        for item in value:
            check(item)
    elif isinstance(value, dict):
        if "@type" in value:
            missing = [name for name in MANDATORY[value["@type"]] if value.get(name) is None]
            assert not missing, (value["@type"], missing)
        for name, item in value.items():
            if name == "recurrenceOverrides":
                for patch in item.values():
                    assert not NEVER_PATCHED & patch.keys(), patch.keys()
            else:
                check(item)


def zone(name):
    with (resources.files("tzdata.zoneinfo") / name).open("rb") as file:
        return ZoneInfo.from_file(file, key=name)


def local(text):
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d", text), text
    return datetime.fromisoformat(text)


def length(text):
    days, hours, minutes, seconds = (int(part or 0) for part in DURATION.fullmatch(text).groups())
    return timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds)


def instant(at):
    return at.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def dates(event):
    start = local(event["start"])
    rules = event.get("recurrenceRules")
    if rules is None:
        return [start]
    (rule,) = rules
    on = {}
    if "byDay" in rule:
        on["byweekday"] = [
            weekday(DAYS.index(day["day"]), day.get("nthOfPeriod")) for day in rule["byDay"]
        ]
    if "byMonthDay" in rule:
        on["bymonthday"] = rule["byMonthDay"]
    step = {"weekly": WEEKLY, "monthly": MONTHLY}[rule["frequency"]]
    return list(rrule(step, start, rule.get("interval", 1), until=local(rule["until"]), **on))


def occurrences(event):
    overrides = event.get("recurrenceOverrides", {})
    unknown = set(overrides)
    for start in dates(event):
        key = start.strftime("%Y-%m-%dT%H:%M:%S")
        unknown.discard(key)
        patch = overrides.get(key, {})
        if patch.get("excluded"):
            continue
        one = {**event, "start": key, **patch}
        yield {name: value for name, value in one.items() if value is not None}
    assert not unknown, unknown


def told(one):
    start, duration = local(one["start"]), length(one.get("duration", "PT0S"))
    if one.get("timeZone") is None:
        begin, end = start.date().isoformat(), (start + duration).date().isoformat()
    else:
        begin = start.replace(tzinfo=zone(one["timeZone"]))
        begin, end = instant(begin), instant(begin.astimezone(timezone.utc) + duration)
    return [one["uid"], one["title"], one["status"], begin, end]


group = json.load(sys.stdin)
check(group)
assert group["@type"] == "Group"
print(json.dumps([told(one) for event in group["entries"] for one in occurrences(event)]))
