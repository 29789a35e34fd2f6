"""Drives a calendar of its own through the life of a few meetings, asks the
programs after each step what they show, and prints a table. See check-clients.
"""

import html
import http.cookiejar
import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

PROGRAM = sys.argv[1]
TOOLS = Path(__file__).parent
HOME = tempfile.TemporaryDirectory(prefix="igf-calendar-clients.")
FOLDER = Path(HOME.name)

ONCE = {
    "group": "dccg", "description": "What it is about.", "poster_name": "Ana",
    "poster_email": "ana@example.org", "precision": "exact", "mode": "virtual",
    "access_url": "https://meet.example.org/1", "language": "en",
}
SERIES = ONCE | {
    "title": "Weekly call", "zone": "Geneva", "start_day": "5", "start_month": "3",
    "start_year": "2032", "start_time": "14:00", "end_time": "15:00", "held": "series",
    "step": "week", "ends": "count", "count": "6",
}
NIGHT = ONCE | {
    "title": "Night call", "zone": "Geneva", "start_day": "31", "start_month": "10",
    "start_year": "2032", "start_time": "02:30", "start_fold": "earlier", "end_time": "03:15",
}
AFAR = ONCE | {
    "title": "Far call", "zone": "Vancouver", "start_day": "12", "start_month": "1",
    "start_year": "2032", "start_time": "09:00", "end_time": "10:00",
}


class Visitor:
    """Somebody with a browser's cookies."""

    def __init__(self, base):
        self.base = base
        jar = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        self.opener = urllib.request.build_opener(jar)

    def ask(self, path, fields=None):
        """The address that redirects led to, and the page."""
        address = path if path.startswith("http") else self.base + path
        data = None if fields is None else urllib.parse.urlencode(fields).encode()
        request = urllib.request.Request(address, data, {"Sec-Fetch-Site": "same-origin"})
        try:
            with self.opener.open(request, timeout=20) as answer:
                return answer.geturl(), answer.read().decode()
        except urllib.error.HTTPError as error:
            raise SystemExit(f"{address}: {error.code}: {error.read().decode()[:600]}")


class Calendar:
    """A server, with its desk and whoever posts."""

    def __init__(self):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.base = f"http://127.0.0.1:{port}"
        self.environment = os.environ | {
            "IGF_CALENDAR__SERVER__LISTEN": f"127.0.0.1:{port}",
            "IGF_CALENDAR__SERVER__BASE_URL": self.base,
            "IGF_CALENDAR__DATABASE__URL": str(FOLDER / "calendar.sqlite"),
            "IGF_CALENDAR__DESK__SECOND_FACTOR": "off",
        }
        log = open(FOLDER / "server.log", "wb")
        self.server = subprocess.Popen(
            [PROGRAM], cwd=FOLDER, env=self.environment, stdout=log, stderr=log
        )
        for _ in range(200):
            try:
                urllib.request.urlopen(self.base + "/readyz", timeout=2).close()
                break
            except OSError:
                time.sleep(0.1)
        self.poster, self.desk = Visitor(self.base), Visitor(self.base)
        invited = subprocess.run(
            [PROGRAM, "admin", "invite", "desk@example.org"], cwd=FOLDER, env=self.environment,
            check=True, capture_output=True, text=True,
        ).stdout
        self.desk.ask(re.search(r"http\S+/desk/enter/\S+", invited)[0], {"name": "Anja"})

    def publish(self, fields):
        """The meeting's id and its private address."""
        address, page = self.poster.ask("/en/post", fields)
        assert address.endswith("/check"), page
        _, page = self.poster.ask(address.replace("/check", "/send"), {})
        private = re.search(r'id="edit-address"[^>]*value="([^"]+)"', page) or re.search(
            r'value="([^"]+)"[^>]*id="edit-address"', page
        )
        return self.approve(), html.unescape(private[1])

    def approve(self):
        _, queue = self.desk.ask("/desk")
        meeting = re.search(r"/desk/meetings/([0-9a-f-]{36})", queue)[1]
        _, page = self.desk.ask(f"/desk/meetings/{meeting}")
        revision = re.search(r"/desk/revisions/([0-9a-f-]{36})/decide", page)[1]
        self.desk.ask(f"/desk/revisions/{revision}/decide", {"verdict": "approved", "reason": ""})
        return meeting

    def change(self, private, button, answers=None):
        address, page = self.poster.ask(private, button)
        if answers is not None:
            address, page = self.poster.ask(address.rsplit("/", 1)[0] + "/when", answers)
        assert address.endswith("/check"), (address, page)
        self.poster.ask(address.replace("/check", "/send"), {})
        self.approve()

    def withdraw(self, meeting):
        self.desk.ask(f"/desk/meetings/{meeting}/withdraw", {"withdraw_reason": "Not needed"})

    def stop(self):
        self.server.send_signal(signal.SIGTERM)
        self.server.wait(20)


def run(command, **more):
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, **more)
    if done.returncode:
        raise RuntimeError(f"{command[0]}: {(done.stderr or done.stdout).strip()[-300:]}")
    return done.stdout


def lines(text):
    return sorted(line for line in text.splitlines() if line.strip())


class Khal:
    """vdirsyncer subscribes and asks again, khal shows."""

    name = "khal, vdirsyncer"

    def __init__(self, feed):
        self.place = FOLDER / "khal"
        self.place.mkdir()
        (self.place / "vdirsyncer").write_text(
            f"[general]\nstatus_path = \"{self.place}/status\"\n"
            "[pair igf]\na = \"local\"\nb = \"remote\"\ncollections = null\nconflict_resolution = \"b wins\"\n"
            f"[storage local]\ntype = \"filesystem\"\npath = \"{self.place}/igf\"\nfileext = \".ics\"\n"
            f"[storage remote]\ntype = \"http\"\nurl = \"{feed}\"\n"
        )
        (self.place / "khal").write_text(
            f"[calendars]\n[[igf]]\npath = {self.place}/igf\nreadonly = True\n"
            f"[sqlite]\npath = {self.place}/khal.db\n"
            "[locale]\nlocal_timezone = UTC\ndefault_timezone = UTC\ntimeformat = %H:%M\n"
            "dateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\ndatetimeformat = %Y-%m-%d %H:%M\n"
            "longdatetimeformat = %Y-%m-%d %H:%M\n"
        )
        (self.place / "igf").mkdir()
        self.sync = ["vdirsyncer", "-c", str(self.place / "vdirsyncer")]
        run(self.sync + ["discover"], input="y\n")

    def shown(self, _):
        run(self.sync + ["sync", "--force-delete"])
        shape = "{start-long-full}|{end-long-full}|{status}|{title}"
        text = run([
            "khal", "-c", str(self.place / "khal"), "list", "--day-format", "",
            "--format", shape, "2032-01-01", "2033-01-01",
        ])
        found = []
        for line in lines(text):
            start, end, status, title = line.split("|")
            status = status.strip() or "CONFIRMED"
            found.append(f"{start.strip()} {end.strip()} {status} {title.strip()}")
        return sorted(found)


class Sabre:
    name = "PHP sabre/vobject"

    def __init__(self, feed):
        pass

    def shown(self, ics):
        return lines(run(["php", str(TOOLS / "sabre.php")], input=ics))


class Ruby:
    """It reads and does not unroll: first starts and exceptions only."""

    name = "Ruby icalendar"
    reads_only = True

    def __init__(self, feed):
        pass

    def shown(self, ics):
        return lines(run(["ruby", str(TOOLS / "read.rb")], input=ics))


def main():
    calendar = Calendar()
    table, failed = [], False
    try:
        feed = calendar.base + "/calendar.ics?past=all"
        meeting, private = calendar.publish(SERIES)
        calendar.publish(NIGHT)
        calendar.publish(AFAR)
        usual = [
            "2032-03-05 13:00", "2032-03-12 13:00", "2032-03-19 13:00", "2032-03-26 13:00",
            "2032-04-02 12:00", "2032-04-09 12:00",
        ]
        single = [
            "2032-01-12 16:00 2032-01-12 17:00 CONFIRMED Far call",
            "2032-10-31 00:30 2032-10-31 02:15 CONFIRMED Night call",
        ]
        clients = [kind(feed) for kind in (Khal, Sabre, Ruby)]

        def series(changes=()):
            changed = dict(changes)
            return [changed.get(start, told(start)) for start in usual]

        def told(start, status="CONFIRMED", title="Weekly call"):
            end = start[:11] + f"{int(start[11:13]) + 1:02}" + start[13:]
            return f"{start} {end} {status} {title}"

        def look(step, expected):
            _, ics = Visitor(calendar.base).ask(feed)
            row = {"step": step}
            for client in clients:
                try:
                    shown = client.shown(ics)
                except Exception as error:
                    row[client.name] = f"fails: {error}"
                    continue
                if getattr(client, "reads_only", False):
                    # It shows what is written: all of that has to be among what takes place.
                    wrong = [line for line in shown if line not in expected]
                    right = not wrong and len(shown) == ics.count("BEGIN:VEVENT")
                else:
                    right = shown == sorted(expected)
                    wrong = sorted(set(shown) ^ set(expected))
                row[client.name] = f"{len(shown)} right" if right else f"WRONG: {wrong}"
            table.append(row)

        look("subscribe", series() + single)
        one = {"scope": "one:2032-03-19"}
        answers = {
            "precision": "exact", "zone": "Geneva", "start_day": "20", "start_month": "3",
            "start_year": "2032", "start_time": "10:00", "end_time": "11:00", "held": "once",
        }
        calendar.change(private, one, answers)
        moved = {"2032-03-19 13:00": told("2032-03-20 09:00", title="[Rescheduled] Weekly call")}
        look("move one date", series(moved) + single)
        off = {"scope": "one:2032-03-26", "status": "cancelled"}
        calendar.change(private, off, answers | {
            "start_day": "26", "start_time": "14:00", "end_time": "15:00", "status": "cancelled",
        })
        cancelled = {
            "2032-03-26 13:00": told("2032-03-26 13:00", "CANCELLED", "[Cancelled] Weekly call")
        }
        look("cancel another", series(moved | cancelled) + single)
        calendar.change(private, {"scope": "one:2032-03-26", "status": "confirmed"})
        look("bring it back", series(moved) + single)
        calendar.withdraw(meeting)
        # Of what was withdrawn, feeds say no words of its poster's any more.
        group = "[Cancelled] Dynamic Coalitions Coordination Group"
        look("withdraw the series", [told("2032-03-05 13:00", "CANCELLED", group)] + single)
    finally:
        calendar.stop()
    names = ["step"] + [client.name for client in clients]
    for row in [dict(zip(names, names))] + table:
        print(" | ".join(f"{row[name]:<22}" for name in names))
        failed |= any("WRONG" in cell or "fails" in cell for cell in row.values())
    return failed


sys.exit(main())
