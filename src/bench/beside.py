#!/usr/bin/env python3
"""Measures two built checkouts of Worthwhile side by side: beside.py BEFORE AFTER [ROUNDS].

Import of 20,000 postings, a crawl of 5,000 rows from a local server, the start with 20,000 postings,
and 1,500 searches of 100,000 postings. The two take turns, so that a machine whose speed drifts slows
both; medians and their ratio are printed as JSON, a line each. Everything is invented, from one seed.
"""
import http.server, json, os, random, shutil, statistics, subprocess, sys, tempfile, threading, time, urllib.request

WORDS = ("label photos survey breakfast transcribe interview sort product record sentences check addresses rate "
         "answers draw boxes translate recipe write review compare images listen bell describe picture").split()
NAMES = ["Shelf Lab", "Blue Otter", "Paper Crane", "Stone Lab", "Dream Group", "Tern", "Marigold", "Harbour"]


def postings(count, seed=7):
    dice = random.Random(seed)
    for i in range(count):
        row = {
            "source": f"bulk-{i % 5}", "platform": f"board-{i % 5}", "identifier": str(i),
            "url": f"https://board-{i % 5}.example/t/{i}",
            "title": " ".join(dice.choices(WORDS, k=6)) + f" {i}",
            "description": " ".join(dice.choices(WORDS, k=60)),
            "hiringOrganization": {"name": f"{dice.choice(NAMES)} {dice.randrange(400)}"},
            "datePosted": f"2026-11-{1 + dice.randrange(27):02d}T{dice.randrange(24):02d}:00:00Z",
        }
        if dice.random() < .8:
            value = round(dice.uniform(.2, 20), 2)
            row["baseSalary"] = {"currency": "USD", "minValue": value, "maxValue": value,
                                 "unitText": dice.choice(["TASK", "TASK", "HOUR"])}
        if dice.random() < .6:
            row["timeRequired"] = f"PT{dice.randrange(2, 90)}M"
        if dice.random() < .4:
            row["applicantLocationRequirements"] = dice.sample(["US", "GB", "KE", "IN", "DE"], 2)
        yield row


def run(home, *words):
    began = time.monotonic()
    done = subprocess.run([os.path.join(home, "worthwhile"), *words], capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{home} {' '.join(words)}: {done.stdout[-500:]} {done.stderr[-500:]}")
    return time.monotonic() - began


class Serving:
    def __init__(self, home, data, port):
        self.url = f"http://127.0.0.1:{port}"
        self.began = time.monotonic()
        self.process = subprocess.Popen(
            [os.path.join(home, "worthwhile"), "serve", "--port", str(port), "--data", data, "--scrapers", EMPTY],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        while True:
            try:
                urllib.request.urlopen(self.url + "/", timeout=5).read()
                break
            except OSError:
                time.sleep(.005)
        self.start = time.monotonic() - self.began

    def searches(self, count, seed=3):
        dice, took, whole = random.Random(seed), [], []
        for i in range(count):
            query = "q=" + "+".join(dice.sample(WORDS, dice.randrange(0, 3)))
            if dice.random() < .5:
                query += f"&min_hourly={dice.randrange(1, 15)}"
            if dice.random() < .3:
                query += f"&max_minutes={dice.randrange(5, 60)}"
            if dice.random() < .3:
                query += "&country=KE"
            began = time.monotonic()
            answer = json.load(urllib.request.urlopen(f"{self.url}/api/v1/postings?{query}"))
            if i >= count // 3:  # the first third warms up
                whole.append((time.monotonic() - began) * 1000)
                took.append(answer["took_ms"])
        return took, whole

    def stop(self):
        self.process.terminate()
        self.process.wait()


def board(rows):
    body = json.dumps({"jobs": rows}).encode()

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(404 if self.path == "/robots.txt" else 200)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            if self.path != "/robots.txt":
                self.wfile.write(body)

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


DEFINITION = """schema: 1
id: board
name: Board
emits: JobPosting
homepage: https://board.example/
maintainers: [worthwhile]
about: {access: public, official-api: "https://board.example/docs"}
locale: en-US
timezone: UTC
fetch: {every: 1h, at-most: 8h}
listing:
  url: https://board.example/jobs
  format: json
  rows: /jobs
  fields:
    identifier: {json: /identifier}
    title: {json: /title}
    description: {json: /description}
    hiringOrganization: {json: /hiringOrganization/name}
    url: {template: "https://board.example/{identifier}"}
contract: {rows: [1, 9000]}
"""


def percentile(values, share):
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def main():
    global EMPTY
    homes = {"before": os.path.abspath(sys.argv[1]), "after": os.path.abspath(sys.argv[2])}
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 5
    folder = tempfile.mkdtemp(prefix="beside-")
    EMPTY = os.path.join(folder, "empty")
    os.makedirs(EMPTY)
    scrapers = os.path.join(folder, "scrapers", "board")
    os.makedirs(scrapers)
    open(os.path.join(scrapers, "board.source.yml"), "w").write(DEFINITION)
    small, large = os.path.join(folder, "20k.jsonl"), os.path.join(folder, "100k.jsonl")
    for file, count in ((small, 20_000), (large, 100_000)):
        with open(file, "w") as out:
            for row in postings(count):
                out.write(json.dumps(row) + "\n")
    server = board([dict(row, identifier=row["identifier"]) for row in postings(5_000, 11)])
    figures = {}

    def note(name, side, value):
        figures.setdefault(name, {"before": [], "after": []})[side].append(value)

    for number in range(rounds):
        for side, home in homes.items():
            data = os.path.join(folder, f"{side}-{number}")
            note("import 20,000 postings, s", side, run(home, "import", small, "--as", "jsonl", "--data", data))
            serving = Serving(home, data, 7981)  # the first start indexes
            time.sleep(8)
            serving.stop()
            serving = Serving(home, data, 7981)
            note("start with 20,000 postings, s", side, serving.start)
            serving.stop()
            crawled = os.path.join(folder, f"{side}-{number}-crawl")
            words = ["crawl", "board", "--data", crawled, "--scrapers", os.path.join(folder, "scrapers"), "--delay", "0",
                     "--map", f"board.example=http://127.0.0.1:{server.server_port}"]
            note("crawl of 5,000 rows, s", side, run(home, *words))
            note("crawl again, s", side, run(home, *words))
    for side, home in homes.items():
        run(home, "import", large, "--as", "jsonl", "--data", os.path.join(folder, side + "-100k"))
        serving = Serving(home, os.path.join(folder, side + "-100k"), 7981)
        while json.load(urllib.request.urlopen(serving.url + "/api/v1/postings?size=1"))["total"] < 100_000:
            time.sleep(1)
        time.sleep(3)
        serving.stop()
    for number in range(max(2, rounds // 2)):
        for side, home in homes.items():
            serving = Serving(home, os.path.join(folder, side + "-100k"), 7981)
            time.sleep(3)
            took, whole = serving.searches(1_500, number)
            note("search of 100,000, index p50, ms", side, percentile(took, .5))
            note("search of 100,000, index p99, ms", side, percentile(took, .99))
            note("search of 100,000, HTTP p50, ms", side, percentile(whole, .5))
            note("search of 100,000, HTTP p99, ms", side, percentile(whole, .99))
            serving.stop()
    for name, sides in figures.items():
        before, after = (statistics.median(sides[side]) for side in ("before", "after"))
        print(json.dumps({"figure": name, "before": round(before, 3), "after": round(after, 3),
                          "ratio": round(after / before, 3), "rounds": len(sides["after"])}))
    shutil.rmtree(folder)


if __name__ == "__main__":
    main()
