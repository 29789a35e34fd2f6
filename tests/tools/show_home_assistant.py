"""Reads an iCalendar from standard input with the Python package `ical`, which
is Home Assistant's, and prints what it shows as JSON, in the shape
`support/shown.rs` knows.
"""

import json
import sys
from datetime import datetime, timezone

from ical.calendar_stream import IcsCalendarStream


def instant(value):
    """A date as it is, a date-time in UTC, a floating one without the Z."""
    if not isinstance(value, datetime) or value.tzinfo is None:
        return value.isoformat()
    return value.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


calendar = IcsCalendarStream.calendar_from_ics(sys.stdin.buffer.read().decode())
shown = [
    {
        "uid": event.uid,
        "start_utc": instant(event.dtstart),
        "end_utc": instant(event.end),
        "status": event.status and str(event.status.value),
        "summary": event.summary,
        "location": event.location,
        "description": event.description,
        "url": event.url and str(event.url),
    }
    for event in calendar.timeline_tz(timezone.utc)
]
json.dump(shown, sys.stdout)
