#!/usr/bin/env python3
"""Measures how soon what is imported beside a running instance is found: imported.py [--demo] [HOME] [COUNT] [DATABASE].

An instance serves an own data folder; `import` brings COUNT (1,000) invented postings into it from another
process, and the server's search is asked until it finds them all; then `reindex` is asked for. DATABASE is a
JDBC address of an empty PostgreSQL database; without it SQLite. Prints one JSON object, in seconds: the import,
from its end until all are found (bar: 5), and reindex. With --demo the instance is the demo, and all three say so.
"""
import json, os, shutil, subprocess, sys, tempfile, time, urllib.error, urllib.request
from beside import postings

DEMO = ["--demo"] if "--demo" in sys.argv else []
sys.argv = [word for word in sys.argv if word != "--demo"]
HOME = os.path.abspath(sys.argv[1]) if len(sys.argv) > 1 else os.path.join(os.path.dirname(__file__), "../..")
COUNT = int(sys.argv[2]) if len(sys.argv) > 2 else 1_000
PORT = 7482
URL = f"http://127.0.0.1:{PORT}/api/v1/postings?size=1&open=all" + "".join(f"&platform=board-{i}" for i in range(5))


def total(address):
    return json.load(urllib.request.urlopen(address, timeout=10))["total"]


def answers(address):
    try:
        return total(address) >= 0
    except urllib.error.HTTPError:  # it is there and says no
        raise
    except OSError:
        return False


def until(done, patience=120):
    began = time.monotonic()
    while not done():
        if time.monotonic() - began > patience:
            sys.exit(f"not within {patience} s")
        time.sleep(.05)
    return round(time.monotonic() - began, 2)


def command(*words):
    began = time.monotonic()
    done = subprocess.run([os.path.join(HOME, "worthwhile"), *words, *OPTIONS],
                          capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{words}: {done.stdout[-500:]} {done.stderr[-500:]}")
    return round(time.monotonic() - began, 2), done.stderr.strip().splitlines()[-1]


folder = tempfile.mkdtemp(prefix="imported-")
DATA, EMPTY, FILE = (os.path.join(folder, name) for name in ("data", "empty", "postings.jsonl"))
os.makedirs(EMPTY)
OPTIONS = ["--data", DATA, *(DEMO or ["--scrapers", EMPTY])]
if len(sys.argv) > 3:
    os.environ["WORTHWHILE_DATABASE"] = sys.argv[3]
with open(FILE, "w") as out:
    for row in postings(COUNT):
        out.write(json.dumps(row) + "\n")
server = subprocess.Popen([os.path.join(HOME, "worthwhile"), "serve", "--port", str(PORT), *OPTIONS], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
try:
    url = URL
    try:
        until(lambda: answers(url))
    except urllib.error.HTTPError:  # an instance without the parameter
        url = URL.replace("&open=all", "")
        until(lambda: answers(url))
    took, _ = command("import", FILE, "--as", "jsonl")
    found = until(lambda: total(url) >= COUNT)
    reindex, said = command("reindex")
    print(json.dumps({"postings": COUNT, "import": took, "found after": found, "reindex": reindex, "said": said}))
finally:
    server.terminate()
    server.wait()
    shutil.rmtree(folder)
