#!/usr/bin/env python3
"""Times a new review among very many: reviews.py HOME [REVIEWS] [REQUESTERS].

Writes invented reviews (a million of 50,000 requesters) and 1,000 open postings of one requester into
a fresh data folder, serves it with a heap of 512 MB, waits until everybody's record is worked out, then
sends reviews through the API and asks posting, search and page until each tells of them. Prints JSON:
seconds of the whole reckoning, and of each review until it is seen in each place.
"""
import json, os, random, re, shutil, sqlite3, subprocess, sys, tempfile, time, urllib.parse, urllib.request

HOME = os.path.abspath(sys.argv[1])
REVIEWS = int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000
REQUESTERS = int(sys.argv[3]) if len(sys.argv) > 3 else 50_000
POSTINGS, PORT, DAY = 1_000, 7191, 86_400_000
ROOT = tempfile.mkdtemp(prefix="reviews-")
DATA = os.path.join(ROOT, "data")
URL = f"http://127.0.0.1:{PORT}"


def run(*arguments, given=None):
    answer = subprocess.run([HOME + "/worthwhile", *arguments, "--data", DATA], input=given, capture_output=True, text=True)
    if answer.returncode:
        sys.exit(answer.stderr)
    return answer.stdout.strip()


def postings():
    file = os.path.join(ROOT, "postings.jsonl")
    with open(file, "w") as out:
        for i in range(POSTINGS):
            out.write(json.dumps({"source": "mill", "platform": "mill", "identifier": f"P{i}", "title": f"Sort quince leaves {i}",
                                  "hiringOrganization": {"name": "Stone Lab", "identifier": "R7"}}) + "\n")
    run("import", file, "--as", "jsonl")


def reviews():
    dice, now = random.Random(7), int(time.time() * 1000)
    database = sqlite3.connect(os.path.join(DATA, "worthwhile.db"))
    rows = []
    for i in range(REVIEWS):
        requester = f"mill:R{int(REQUESTERS * dice.random() ** 1.7)}"
        at = int(now - dice.random() * 700 * DAY) // DAY * DAY
        rows.append((f"id{i}", f"acc{dice.randrange(REVIEWS // 12 + 1)}", f"posting:{i}", "mill", requester, "paid" if dice.random() < .85 else "rejected",
                     1 if dice.random() < .5 else 0, at, at, at))
    database.executemany("insert or ignore into review (id, account, subject, platform, requester, outcome, verified, hidden, at, created, changed)"
                         " values (?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?)", rows)
    database.commit()
    database.close()


def ask(path, body=None, token=None):
    request = urllib.request.Request(URL + path, data=None if body is None else json.dumps(body).encode())
    if body is not None:
        request.add_header("Content-Type", "application/json")
        request.add_header("Authorization", "Bearer " + token)
    with urllib.request.urlopen(request) as answer:
        return answer.read().decode()


def told(text):
    """How many reports a posting's JSON tells of: those that count and the others."""
    found = json.loads(text)
    found = found["items"][0] if "items" in found else found
    said = found.get("reputation") or {}
    return said.get("n", 0) + said.get("unverified", 0)


def until(condition, most=300):
    start = time.time()
    while time.time() - start < most:
        try:
            if condition():
                return time.time() - start
        except OSError:
            pass
        time.sleep(.01)
    sys.exit("waited too long")


def main():
    postings()
    reviews()
    tokens = []
    for i in range(5):
        run("user", "add", f"worker{i}", given=f"pass word number {i}\n")
        tokens.append(run("user", "token", f"worker{i}", "--scope", "write"))
    server = subprocess.Popen([HOME + "/worthwhile", "serve", "--port", str(PORT), "--data", DATA], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        until(lambda: ask("/health/live"))
        one, search = "/api/v1/postings/" + urllib.parse.quote("mill:P3"), "/api/v1/postings?q=quince+leaves+3&size=1"
        whole = until(lambda: told(ask(one)) > 0)
        until(lambda: told(ask(search)) > 0)
        times = []
        for token in tokens:
            before = told(ask(one))
            start = time.time()
            ask("/api/v1/reviews", {"requester": "mill:R7", "outcome": "rejected"}, token)
            seen = {"answered": round(time.time() - start, 3)}
            for name, path in (("posting", one), ("search", search)):
                until(lambda: told(ask(path)) > before)
                seen[name] = round(time.time() - start, 3)
            times.append(seen)
        print(json.dumps({"reviews": REVIEWS, "requesters": REQUESTERS, "whole reckoning at most s": round(whole, 1), "new review s": times}))
    finally:
        server.terminate()
        server.wait()
        shutil.rmtree(ROOT)


main()
