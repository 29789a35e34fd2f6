"""Reads an iCalendar from standard input with the Python package `icalendar`,
unrolls it with `recurring-ical-events` and prints what they understood as JSON,
in the shape `support/calendars.rs` knows. Times go through the file's own
VTIMEZONEs, never through the machine's time zones: a wrong VTIMEZONE has to
show.
"""

import json
import re
import sys
from datetime import datetime, timedelta, timezone

import recurring_ical_events
from icalendar import Calendar

# The other two readers unroll as far, and no endless rule is an endless run.
FIRST_YEAR, END_YEAR = 1990, 2101


def text(component, name):
    value = component.get(name)
    if isinstance(value, list):  # given more than once: the first counts
        value = value[0]
    return None if value is None else str(value)


def listed(component, name):
    values = component.get(name, [])
    return values if isinstance(values, list) else [values]


def bind(event, zones):
    """Binds the times of an event to the zones of the file. The package took
    the machine's for those whose names it knows, and what unrolls rules asks
    nothing but the times themselves.
    """
    for name in ("DTSTART", "DTEND", "RECURRENCE-ID", "EXDATE", "RDATE"):
        for prop in listed(event, name):
            tzid = prop.params.get("TZID")
            for moment in getattr(prop, "dts", [prop]):
                if tzid is None or not isinstance(moment.dt, datetime):
                    continue
                if tzid not in zones:
                    raise ValueError(f"TZID {tzid} has no VTIMEZONE")
                moment.dt = moment.dt.replace(tzinfo=zones[tzid])


def instant(value):
    """A date as it is, a date-time in UTC, a floating one without the Z."""
    if not isinstance(value, datetime) or value.tzinfo is None:
        return value.isoformat()
    return value.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def read_event(event):
    start = event["DTSTART"]
    all_day = not isinstance(start.dt, datetime)
    if "DTEND" in event:
        end = event["DTEND"].dt
    elif "DURATION" in event:
        end = start.dt + event["DURATION"].dt
    else:
        end = start.dt + timedelta(days=1 if all_day else 0)
    recurrence = event.get("RECURRENCE-ID")
    sequence = event.get("SEQUENCE")
    rule = event.get("RRULE")
    return {
        "uid": text(event, "UID"),
        "recurrence_id": recurrence and instant(recurrence.dt),
        "summary": text(event, "SUMMARY"),
        "status": text(event, "STATUS"),
        "sequence": None if sequence is None else int(sequence),
        "all_day": all_day,
        "start_utc": instant(start.dt),
        "end_utc": instant(end),
        "tzid": start.params.get("TZID"),
        "location": text(event, "LOCATION"),
        "description": text(event, "DESCRIPTION"),
        "url": text(event, "URL"),
        "rrule": rule and rule.to_ical().decode(),
        "categories": [str(c) for group in listed(event, "CATEGORIES") for c in group.cats],
        "attachments": [str(a) for a in listed(event, "ATTACH")],
        "related_to": [str(r) for r in listed(event, "RELATED-TO")],
    }


def unrolled(events):
    """The occurrences of these events, as the package makes them."""
    calendar = Calendar()
    calendar.subcomponents = events
    query = recurring_ical_events.of(calendar, keep_recurrence_attributes=True)
    # A year to spare on both sides: the bounds have no zone, and ours is UTC.
    return query.between((FIRST_YEAR - 1,), (END_YEAR + 1,))


def read_occurrences(events):
    """All occurrences, and what is wrong with the overrides."""
    def identity(event, original):
        return text(event, "UID"), instant(event[original].dt)

    overrides = {
        identity(event, "RECURRENCE-ID") for event in events if "RECURRENCE-ID" in event
    }
    found = []
    for event in unrolled(events):
        start, of = instant(event["DTSTART"].dt), identity(event, "RECURRENCE-ID")
        if str(FIRST_YEAR) <= start < str(END_YEAR):
            # The package gives a RECURRENCE-ID to what is no series, too.
            in_series = "RRULE" in event or of in overrides
            found.append({
                "uid": of[0],
                "recurrence_id": of[1] if in_series else None,
                "summary": text(event, "SUMMARY"),
                "status": text(event, "STATUS"),
                "start_utc": start,
                "end_utc": instant(event["DTEND"].dt),
            })
    # It also shows overrides of what was never to happen, and says nothing.
    plain = [event for event in events if "RRULE" in event and "RECURRENCE-ID" not in event]
    originals = {identity(event, "DTSTART") for event in unrolled(plain)} if overrides else set()
    stray = overrides - originals
    return found, [f"{uid}: no occurrence to override: {which}" for uid, which in sorted(stray)]


def read(source):
    head = {"name": None, "prodid": None}
    found = {"errors": [], "calendar": head, "events": [], "occurrences": []}
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
    head["name"] = name if name is not None else text(calendar, "NAME")
    head["prodid"] = text(calendar, "PRODID")
    readable = []
    for event in calendar.walk("VEVENT"):
        try:
            bind(event, zones)
            found["events"].append(read_event(event))
            readable.append(event)
        except Exception as fault:
            found["errors"].append(f"{text(event, 'UID')}: {type(fault).__name__}: {fault}")
    try:
        found["occurrences"], errors = read_occurrences(readable)
        found["errors"] += errors
    except Exception as fault:
        found["errors"].append(f"occurrences: {type(fault).__name__}: {fault}")
    return found


json.dump(read(sys.stdin.buffer.read()), sys.stdout)
