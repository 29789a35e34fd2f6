"""Unrolls rules by themselves with `dateutil.rrule`, as `support/expander.rs`
asks it to: one JSON object a line on standard input, and for each a JSON list
on a line of its own. Times are local ones of no place, an UNTIL among them, so
that nothing but the rule is unrolled here.

    {"dtstart": "2026-03-10T15:00", "rrule": "FREQ=MONTHLY;BYDAY=2TU;COUNT=2"}
    ["2026-03-10T15:00:00", "2026-04-14T15:00:00"]
"""

import json
import sys
from datetime import datetime
from itertools import takewhile

from dateutil.rrule import rrulestr

# As far as the readers of whole calendars go.
END = datetime(2101, 1, 1)

# All of it is taken in before anything is said, as the other end expects.
for line in sys.stdin.read().splitlines():
    asked = json.loads(line)
    rule = rrulestr(asked["rrule"], dtstart=datetime.fromisoformat(asked["dtstart"]))
    print(json.dumps([when.isoformat() for when in takewhile(lambda when: when < END, rule)]))
