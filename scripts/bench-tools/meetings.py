#!/usr/bin/env python3
"""Makes up meetings for measuring, in files that `igf-calendar import meetings` takes.

    meetings.py NUMBER FOLDER

At most 1,000 of them are to come, the others lie in the years before: an archive grows, what is
ahead of us does not. The same number always gives the same meetings."""

import datetime
import json
import pathlib
import random
import sys

AHEAD = 1000
PER_FILE = 10_000
ZONES = ["UTC", "Europe/Zurich", "America/New_York", "Asia/Tokyo", "Africa/Nairobi", "America/Sao_Paulo"]
WORDS = (
    "internet governance community access policy youth rights data trust security dialogue network regional "
    "multilingual inclusion cooperation practice report openness environment gender standards"
).split()


def meeting(number, total, today, groups, chance):
    ahead = number < min(total, AHEAD)
    days = chance.randrange(1, 500) if ahead else -chance.randrange(1, 12 * 365)
    start = datetime.datetime.combine(today, datetime.time()) + datetime.timedelta(
        days=days, minutes=30 * chance.randrange(14, 40)
    )
    end = start + datetime.timedelta(minutes=chance.choice([45, 60, 90, 120]))
    title = " ".join(chance.sample(WORDS, 4)).capitalize()
    return {
        "id": f"b{number:06}",
        "title": f"{title}, meeting {number}",
        "title_lang": "en",
        "group_slug": chance.choice(groups),
        "status": "held-or-published",
        "date_precision": "minute",
        "all_day": False,
        "tz": chance.choice(ZONES),
        "start_local": start.isoformat(timespec="minutes"),
        "end_local": end.isoformat(timespec="minutes"),
        "mode": "virtual",
        "access_url": f"https://meet.example.org/{number}",
        "registration_url": "",
        "agenda_items": [" ".join(chance.sample(WORDS, 6)) for _ in range(3)],
        "documents": [],
        "notes": "",
        "source_url": "https://example.org/",
    }


def main(total, folder):
    chance = random.Random(2018)
    demo = pathlib.Path(__file__).resolve().parents[2] / "demo"
    groups = [group["slug"] for group in json.loads((demo / "igf-groups.json").read_text())]
    today = datetime.date.today()
    meetings = [meeting(number, total, today, groups, chance) for number in range(total)]
    for first in range(0, total, PER_FILE):
        file = folder / f"meetings-{first:06}.json"
        file.write_text(json.dumps(meetings[first : first + PER_FILE]))


if __name__ == "__main__":
    main(int(sys.argv[1]), pathlib.Path(sys.argv[2]))
