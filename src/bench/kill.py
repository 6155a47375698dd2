#!/usr/bin/env python3
"""Kills a built checkout of Worthwhile with SIGKILL again and again: kill.py HOME [ROUNDS] [SEED].

Crawl, import of postings, import of a worker's history, serve, reindex, backup, restore and a crawl
of three processes at once take turns, each killed at a random moment; then the database is looked
through, the command runs again to its end, and it is looked through once more. Prints JSON: how many
were killed before their end, and every fault. Everything is invented and served on loopback.
"""
import collections, http.server, json, os, random, shutil, signal, sqlite3, subprocess, sys, tempfile, threading, time, urllib.request

HOME = os.path.abspath(sys.argv[1])
ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 40
DICE = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 9)
ROOT = tempfile.mkdtemp(prefix="kill-")
DATA, SCRAPERS = os.path.join(ROOT, "data"), os.path.join(ROOT, "scrapers")
SIZES = {"json": 1500, "feed": 300, "html": 300}
version = 0


def row(form, number):
    changed = version if number % 50 == version % 50 else 0
    return {"id": str(number), "title": f"Sort letters {form} {number} {changed}", "pay": f"${5 + number % 9}.50"}


def body(form):
    rows = [row(form, number) for number in range(SIZES[form])]
    if form == "json":
        return "application/json", json.dumps({"jobs": rows})
    if form == "feed":
        entries = "".join(f"<item><guid>{r['id']}</guid><title>{r['title']}</title><description>{r['pay']}</description></item>" for r in rows)
        return "application/rss+xml", f'<?xml version="1.0"?><rss version="2.0"><channel><title>B</title>{entries}</channel></rss>'
    entries = "".join(f"<li class=job data-id={r['id']}><a href=/{r['id']}>{r['title']}</a> <b>{r['pay']}</b></li>" for r in rows)
    return "text/html", f"<!doctype html><html><body><ul>{entries}</ul></body></html>"


class Board(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        form = self.path.strip("/").split("?")[0]
        status, kind, text = (200, *body(form)) if form in SIZES else (404, "text/plain", "no")
        tag = f'"{form}-{version}"'
        if status == 200 and self.headers.get("If-None-Match") == tag:
            status, text = 304, ""
        raw = text.encode()
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("ETag", tag)
        self.send_header("Content-Length", str(len(raw)))
        self.end_headers()
        self.wfile.write(raw)

    def log_message(self, *_):
        pass


FIELDS = {
    "json": "format: json\n  rows: /jobs\n  fields:\n    identifier: {json: /id}\n    title: {json: /title}\n    baseSalary: {json: /pay, money: {currency: USD, per: HOUR}}\n",
    "feed": "format: xml\n  rows: channel > item\n  fields:\n    identifier: {css: guid}\n    title: {css: title}\n    baseSalary: {css: description, money: {currency: USD, per: HOUR}}\n",
    "html": "format: html\n  rows: li.job\n  fields:\n    identifier: {attr: data-id}\n    title: {css: a}\n    baseSalary: {css: b, money: {currency: USD, per: HOUR}}\n",
}


def definitions():
    folder = os.path.join(SCRAPERS, "board")
    os.makedirs(folder)
    with open(os.path.join(folder, "platform.yml"), "w") as out:
        out.write("id: board\nname: Board\nkind: board\nstatus: open\naccess: public\n")
    for form, fields in FIELDS.items():
        with open(os.path.join(folder, f"board-{form}.source.yml"), "w") as out:
            out.write(f"""schema: 1
id: board-{form}
name: Board as {form}
emits: JobPosting
homepage: https://board.example/
maintainers: [worthwhile]
about: {{operator: Board, terms: "https://board.example/terms", access: public, official-api: none, checked: 2026-11-01}}
locale: en-US
timezone: UTC
fetch: {{every: 30m, delay: 5s}}
listing:
  url: https://board.example/{form}
  {fields}contract: {{rows: [1, 5000], always: [identifier, title], tolerate: 3}}
""")


class Loopback(http.server.ThreadingHTTPServer):
    def handle_error(self, *_):
        """A client that was killed is what this is about."""


server = Loopback(("127.0.0.1", 0), Board)
threading.Thread(target=server.serve_forever, daemon=True).start()
WEB = ["--scrapers", SCRAPERS, "--map", f"board.example=http://127.0.0.1:{server.server_port}", "--delay", "0"]


def start(*words):
    return subprocess.Popen([os.path.join(HOME, "worthwhile"), *words, "--data", DATA], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def finished(*words):
    process = start(*words)
    out, _ = process.communicate(timeout=180)
    return process.returncode, out


faults, tally = [], collections.Counter()


def fault(where, what):
    faults.append(f"{where}: {what}")
    print(json.dumps({"fault": faults[-1]}), flush=True)


def look(where):
    path = os.path.join(DATA, "worthwhile.db")
    if not os.path.exists(path):
        return
    base = sqlite3.connect(path, timeout=30)
    one = lambda sql: base.execute(sql).fetchone()[0]
    try:
        if one("pragma integrity_check") != "ok":
            fault(where, "integrity")
        if not one("select count(*) from sqlite_master where name = 'source_lease'"):
            return
        twice = one("select count(*) from (select posting from posting_history where what = 'new' group by posting having count(*) > 1)")
        if twice:
            fault(where, f"{twice} born twice")
        double = one("select count(*) from (select source, identifier from posting group by source, identifier having count(*) > 1)")
        if double:
            fault(where, f"{double} postings twice")
        orphans = one("select count(*) from posting_history where run <> '' and run not in (select id from run)")
        if orphans:
            fault(where, f"{orphans} changes without a run")
        for form, size in SIZES.items():
            count = one(f"select count(*) from posting where source = 'board-{form}'")
            if count not in (0, size):
                fault(where, f"{count} of {size} rows of {form}")
        works = one("select count(*) from (select account, fingerprint from work group by account, fingerprint having count(*) > 1)")
        if works:
            fault(where, f"{works} works twice")
    finally:
        base.close()


def import_lines():
    path = os.path.join(ROOT, "postings.jsonl")
    with open(path, "w") as out:
        for number in range(6000):
            out.write(json.dumps({"source": "bulk", "platform": "bulk", "identifier": str(number), "title": f"Label {number} {version}",
                                  "url": f"https://bulk.example/{number}"}) + "\n")
    return ["import", path, "--as", "jsonl"]


def import_work():
    path = os.path.join(ROOT, "work.csv")
    with open(path, "w") as out:
        out.write("platform,title,started,minutes,reward,currency,status\n")
        for number in range(800):
            out.write(f"board,Task {number} of {version},2026-{1 + number % 11:02d}-{1 + number % 27:02d}T10:00:00Z,{1 + number % 30},{1 + number % 5}.00,USD,paid\n")
    return ["import", path, "--as", "csv"]


def killed(processes, longest):
    time.sleep(DICE.uniform(.3, longest))
    early = sum(process.poll() is None for process in processes)
    for process in processes:
        if process.poll() is None:
            process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
    return early


def again(where, words, allowed=(0,)):
    code, out = finished(*words)
    if code not in allowed:
        fault(where, f"again: exit {code}: {out[-300:]}")
    look(where + " again")


def serve(port):
    process = start("serve", "--port", str(port), *WEB)
    for _ in range(2000):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/health/live", timeout=5).read()
            return process
        except OSError:
            time.sleep(.01)
    fault("serve", "did not start")
    return process


def backup_file():
    path = os.path.join(ROOT, "backup.db")
    if os.path.exists(path):
        os.remove(path)
    return path


def round_of(kind):
    global version
    version += 1
    longest = 3.5
    if kind == "crawl":
        words = ["crawl", *WEB]
        early = killed([start(*words)], 6)
    elif kind == "three":
        words = ["crawl", *WEB]
        early = killed([start(*words) for _ in range(3)], 9)
    elif kind == "postings":
        words = import_lines()
        early = killed([start(*words)], longest)
    elif kind == "work":
        words = import_work()
        early = killed([start(*words)], longest)
    elif kind == "reindex":
        words = ["reindex"]
        early = killed([start(*words)], 3)
    elif kind == "backup":
        words = ["backup", backup_file()]
        early = killed([start(*words)], 1.5)
        if os.path.exists(words[1]):
            base = sqlite3.connect(words[1])
            if base.execute("pragma integrity_check").fetchone()[0] != "ok":
                fault(kind, "half a backup under its name")
            base.close()
        words = ["backup", backup_file()]
    elif kind == "restore":
        path = backup_file()
        finished("backup", path)
        words = ["restore", path, "--replace"]
        early = killed([start(*words)], 1.5)
    else:
        process = serve(7951)
        early = killed([process], 4)
        look(kind)
        process = serve(7951)
        process.terminate()
        process.communicate(timeout=60)
        look(kind + " stopped")
        tally[kind] += early
        return
    look(kind)
    again(kind, words)
    tally[kind] += early


def main():
    definitions()
    kinds = ["crawl", "serve", "three", "postings", "crawl", "reindex", "work", "backup", "restore", "serve"]
    for number in range(ROUNDS):
        round_of(kinds[number % len(kinds)])
        if number % 20 == 19:
            print(json.dumps({"round": number + 1, "killed": dict(tally), "faults": len(faults)}), flush=True)
    finished("crawl", *WEB)
    look("end")
    base = sqlite3.connect(os.path.join(DATA, "worthwhile.db"))
    stored = base.execute("select count(*) from posting where state <> 'closed'").fetchone()[0]
    running = base.execute("select count(*) from run where outcome = 'running'").fetchone()[0]
    broken = base.execute("select count(*) from run where outcome = 'broken'").fetchone()[0]
    base.close()
    if running:
        fault("end", f"{running} runs still running")
    process = serve(7952)
    time.sleep(3)
    total = json.load(urllib.request.urlopen("http://127.0.0.1:7952/api/v1/postings?size=1"))["total"]
    process.terminate()
    process.communicate(timeout=60)
    if total != stored:
        fault("end", f"{total} found, {stored} stored")
    print(json.dumps({"rounds": ROUNDS, "killed": dict(tally), "all": sum(tally.values()), "broken": broken, "stored": stored, "found": total, "faults": faults}))
    shutil.rmtree(ROOT)


main()
