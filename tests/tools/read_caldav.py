"""What the Python package `caldav` makes of a server that it is only given the address of.

Reads a question as JSON and answers in JSON:
    {"base": URL}                                  its calendars
    {"base": URL, "calendar": NAME}                its objects
    {..., "start": ISO, "end": ISO, "expand": bool}  those held then
    {..., "token": TOKEN or null}                  what changed since
"""

import json
import sys
from datetime import datetime

import caldav


def told(event):
    component = event.get_icalendar_component()
    start = component.start
    return {
        "uid": str(component["UID"]),
        "url": event.url.path,
        "summary": str(component["SUMMARY"]),
        "status": str(component["STATUS"]),
        "start": start.isoformat(),
        "repeats": "RRULE" in component,
    }


def main():
    asked = json.load(sys.stdin)
    client = caldav.DAVClient(url=asked["base"])
    calendars = client.principal().get_calendars()
    if "calendar" not in asked:
        names = {str(one.url.path): one.get_display_name() for one in calendars}
        return {"calendars": names}
    calendar = next(one for one in calendars if one.get_display_name() == asked["calendar"])
    if "token" in asked:
        news = calendar.get_objects_by_sync_token(asked["token"], disable_fallback=True)
        gone = {str(url.path) for url in news.deleted_urls}
        there = {one.url.path for one in news} - gone
        return {"token": news.sync_token, "changed": sorted(there), "gone": sorted(gone)}
    if "start" in asked:
        moment = datetime.fromisoformat
        events = calendar.search(
            start=moment(asked["start"]),
            end=moment(asked["end"]),
            event=True,
            server_expand=asked.get("expand", False),
        )
    else:
        events = calendar.get_events()
    return {"events": sorted((told(event) for event in events), key=lambda one: one["start"])}


json.dump(main(), sys.stdout)
