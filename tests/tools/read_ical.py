"""Reads an iCalendar from standard input with the Python package `icalendar`
and prints what it understood as JSON, in the shape `support/calendars.rs`
knows. Times go through the file's own VTIMEZONEs, never through the machine's
time zones: a wrong VTIMEZONE has to show.
"""

import json
import re
import sys
from datetime import datetime, timedelta, timezone

from icalendar import Calendar


def text(component, name):
    value = component.get(name)
    if isinstance(value, list):  # given more than once: the first counts
        value = value[0]
    return None if value is None else str(value)


def listed(component, name):
    values = component.get(name, [])
    return values if isinstance(values, list) else [values]


def instant(prop, value, zones):
    """A date as it is, a date-time in UTC, a floating one without the Z."""
    if not isinstance(value, datetime):
        return value.isoformat()
    tzid = prop.params.get("TZID")
    if tzid is not None:
        if tzid not in zones:
            raise ValueError(f"TZID {tzid} has no VTIMEZONE")
        value = value.replace(tzinfo=zones[tzid])
    if value.tzinfo is None:
        return value.isoformat()
    return value.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def read_event(event, zones):
    start = event["DTSTART"]
    all_day = not isinstance(start.dt, datetime)
    if "DTEND" in event:
        end = instant(event["DTEND"], event["DTEND"].dt, zones)
    elif "DURATION" in event:
        end = instant(start, start.dt + event["DURATION"].dt, zones)
    else:
        end = instant(start, start.dt + timedelta(days=1 if all_day else 0), zones)
    recurrence = event.get("RECURRENCE-ID")
    sequence = event.get("SEQUENCE")
    return {
        "uid": text(event, "UID"),
        "recurrence_id": recurrence and instant(recurrence, recurrence.dt, zones),
        "summary": text(event, "SUMMARY"),
        "status": text(event, "STATUS"),
        "sequence": None if sequence is None else int(sequence),
        "all_day": all_day,
        "start_utc": instant(start, start.dt, zones),
        "end_utc": end,
        "tzid": start.params.get("TZID"),
        "location": text(event, "LOCATION"),
        "description": text(event, "DESCRIPTION"),
        "url": text(event, "URL"),
        "categories": [str(c) for group in listed(event, "CATEGORIES") for c in group.cats],
        "attachments": [str(a) for a in listed(event, "ATTACH")],
    }


def read(source):
    found = {"errors": [], "calendar": {"name": None, "prodid": None}, "events": []}
    try:
        calendar = Calendar.from_ical(source)
        zones = {
            str(zone["TZID"]): zone.to_tz(lookup_tzid=False)
            for zone in calendar.walk("VTIMEZONE")
        }
    except Exception as fault:  # whatever it chokes on is what we want to hear
        found["errors"].append(f"{type(fault).__name__}: {fault}")
        return found
    for component in calendar.walk():
        found["errors"] += [f"{component.name}: {name}: {why}" for name, why in component.errors]
    name = text(calendar, "X-WR-CALNAME")
    # The package leaves the text of properties it does not know escaped.
    if name is not None:
        name = re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], name)
    found["calendar"]["name"] = name if name is not None else text(calendar, "NAME")
    found["calendar"]["prodid"] = text(calendar, "PRODID")
    for event in calendar.walk("VEVENT"):
        try:
            found["events"].append(read_event(event, zones))
        except Exception as fault:
            found["errors"].append(f"{text(event, 'UID')}: {type(fault).__name__}: {fault}")
    return found


json.dump(read(sys.stdin.buffer.read()), sys.stdout)
