#!/usr/bin/env python3
"""What the calendar takes at one size, as a line of JSON: times in milliseconds, medians of what is
asked for the first time, so that nothing of it was kept.

    growth.py MEETINGS PROGRAM"""

import http.cookiejar
import json
import os
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse
import urllib.request

BASE = "http://127.0.0.1:18090"
HERE = pathlib.Path(__file__).resolve().parent
DEMO = HERE.parents[1] / "demo"


def settings(folder):
    return os.environ | {
        "IGF_CALENDAR__SERVER__LISTEN": BASE.removeprefix("http://"),
        "IGF_CALENDAR__SERVER__BASE_URL": BASE,
        "IGF_CALENDAR__SERVER__WORKERS": "1",
        "IGF_CALENDAR__LOG__FILTER": "warn",
        "IGF_CALENDAR__DESK__SECOND_FACTOR": "off",
        "IGF_CALENDAR__DATABASE__URL": str(folder / "growth.sqlite"),
    }


def visitor():
    cookies = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
    return urllib.request.build_opener(cookies)


def get(path, opener=visitor(), **headers):
    request = urllib.request.Request(BASE + path, headers=headers)
    with opener.open(request, timeout=120) as answer:
        return answer.read()


def post(opener, path, **fields):
    request = urllib.request.Request(BASE + path, urllib.parse.urlencode(fields).encode(), {"Origin": BASE})
    with opener.open(request, timeout=120) as answer:
        return answer.url, answer.read().decode()


def milliseconds(work):
    began = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - began)


def median(paths, **headers):
    return statistics.median(milliseconds(lambda path=path: get(path, **headers)) for path in paths)


def start(program, environment):
    server = subprocess.Popen([program], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    for _ in range(3000):
        try:
            get("/readyz")
            return server
        except OSError:
            time.sleep(0.01)
    sys.exit("the server does not start")


def memory(server):
    status = pathlib.Path(f"/proc/{server.pid}/status").read_text()
    return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) // 1024


def approve(desk, number):
    """Posts a meeting and approves it; returns how long it takes from the decision to the list."""
    title = f"Measured meeting {number}"
    next_year = time.gmtime().tm_year + 1
    poster = visitor()
    check, _ = post(
        poster, "/en/post", title=title, group="dccg", precision="exact", zone="Geneva", start_day=9,
        start_month=3, start_year=next_year, start_time="14:00", mode="virtual",
        access_url=f"https://meet.example.org/measured/{number}", poster_name="Ana",
        poster_email=f"ana{number}@example.org",
    )
    assert check.endswith("/check"), check
    post(poster, check.removeprefix(BASE).replace("/check", "/send"))
    queue = get("/desk", desk).decode()
    revision = re.findall(r'name="revision" value="([0-9a-f-]{36})"', queue)[-1]
    began = time.perf_counter()
    post(desk, f"/desk/revisions/{revision}/decide", verdict="approved", reason="")
    decided = time.perf_counter()
    assert title in get("/groups/dccg.ics?past=1d").decode().replace("\r\n ", "")
    return 1000 * (decided - began), 1000 * (time.perf_counter() - decided)


def longest_wait(paths):
    """The longest that a light request waits while feeds that nobody asked for yet are made."""
    waits, done = [], threading.Event()

    def ask():
        while not done.is_set():
            waits.append(milliseconds(lambda: get("/healthz")))

    light = threading.Thread(target=ask)
    light.start()
    for path in paths:
        get(path, **{"Accept-Encoding": "gzip"})
    done.set()
    light.join()
    return max(waits)


def measure(total, program, folder):
    environment = settings(folder)
    run = lambda *arguments: subprocess.run([program, *arguments], env=environment, check=True, capture_output=True, text=True)
    run("import", "groups", str(DEMO / "igf-groups.json"))
    subprocess.run([sys.executable, HERE / "meetings.py", str(total), str(folder)], check=True)
    for file in sorted(folder.glob("meetings-*.json")):
        run("import", "meetings", str(file), "--publish")
    invitation = run("admin", "invite", "desk@example.org").stdout
    server = None
    try:
        began = time.perf_counter()
        server = start(program, environment)
        result = {"meetings": total, "start": 1000 * (time.perf_counter() - began)}
        time.sleep(2 + total / 20_000)
        slugs = [group["slug"] for group in json.loads((DEMO / "igf-groups.json").read_text())]
        result["list"] = median(["/en/"] * 9)
        result["search"] = median([f"/en/?q={word}" for word in ["policy", "youth", "rights", "data", "trust"]])
        result["past"] = median([f"/en/past?year={time.gmtime().tm_year - back}" for back in range(1, 6)])
        result["small feed"] = median([f"/groups/{slug}.ics" for slug in slugs[:15]])
        desk = visitor()
        entry = re.search(r"/desk/enter/\S+", invitation)[0].rstrip(".")
        post(desk, entry, name="Anja")
        decisions = [approve(desk, number) for number in range(5)]
        result["decision"] = statistics.median(one for one, _ in decisions)
        result["feed after it"] = statistics.median(other for _, other in decisions)
        result["longest wait"] = longest_wait([f"/calendar.ics?past={years}y" for years in range(1, 6)])
        for coding in ["identity", "gzip", "br"]:
            get("/calendar.ics?past=all", **{"Accept-Encoding": coding})
        result["memory"] = memory(server)
        return result
    finally:
        if server:
            server.terminate()
            server.wait()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        print(json.dumps(measure(int(sys.argv[1]), sys.argv[2], pathlib.Path(folder))), flush=True)
