#!/usr/bin/env python3
"""Kills a serving instance at random moments while tasks come in, and counts what a webhook gets.

Each task must arrive; where it arrives twice, both messages must carry the same webhook-id, so that
a receiver that knows repetitions takes it once. Prints one JSON object.

    src/bench/alerts.py [ROUNDS]
"""
import http.server
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request

HOME = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
ROUNDS = int(sys.argv[1]) if len(sys.argv) > 1 else 20
TASKS = 40
PORT, HOOKS = 7193, 7194
DATA = tempfile.mkdtemp(prefix="alerts")
arrived = {}


class Hook(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        for posting in body["data"]["postings"]:
            arrived.setdefault(posting["id"], []).append(self.headers["webhook-id"])
        time.sleep(random.random() / 5)
        self.send_response(200)
        self.end_headers()

    def log_message(self, *args):
        pass


def serve():
    process = subprocess.Popen(
        [os.path.join(HOME, "worthwhile"), "serve", "--port", str(PORT), "--data", DATA,
         "--map", f"hooks.test=http://127.0.0.1:{HOOKS}"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    for _ in range(1600):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{PORT}/health/live", timeout=1)
            return process
        except OSError:
            time.sleep(0.05)
    raise SystemExit("the instance does not start")


def kill(process):
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def come(number):
    path = os.path.join(DATA, "in.jsonl")
    with open(path, "w") as file:
        for i in range(TASKS):
            name = f"r{number}-{i}"
            file.write(json.dumps({
                "id": f"mine:{name}", "source": "mine", "platform": "mturk", "identifier": name,
                "url": f"https://example.org/{name}", "title": f"Match shapes {name}",
                "description": f"Shapes of kind {name} {random.random()}",
                "baseSalary": {"currency": "USD", "minValue": 2, "maxValue": 2, "unitText": "TASK"},
                "timeRequired": "PT6M"}) + "\n")
    subprocess.run([os.path.join(HOME, "worthwhile"), "import", path, "--as", "jsonl", "--data", DATA],
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)


def main():
    server = http.server.ThreadingHTTPServer(("127.0.0.1", HOOKS), Hook)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    process = serve()
    request = urllib.request.Request(
        f"http://127.0.0.1:{PORT}/api/v1/saved-searches", method="POST",
        headers={"Content-Type": "application/json"},
        data=json.dumps({"name": "shapes", "query": {"q": "shapes"}, "mostPerDay": 100000,
                         "channels": [{"type": "webhook", "url": "http://hooks.test/x"}]}).encode())
    urllib.request.urlopen(request)
    killed = 0
    for number in range(ROUNDS):
        writer = threading.Thread(target=come, args=(number,))
        writer.start()
        time.sleep(random.uniform(0.2, 3.0))
        kill(process)
        killed += 1
        writer.join()
        process = serve()
    wanted = ROUNDS * TASKS
    # A lease of a killed process ends after 45 seconds.
    end = time.time() + 120
    while len(arrived) < wanted and time.time() < end:
        time.sleep(0.5)
    time.sleep(2)
    kill(process)
    repeated = sum(1 for ids in arrived.values() if len(ids) > 1)
    other = sum(1 for ids in arrived.values() if len(set(ids)) > 1)
    print(json.dumps({"killed": killed, "tasks": wanted, "arrived": len(arrived),
                      "lost": wanted - len(arrived), "repeated_with_the_same_id": repeated - other,
                      "told_twice": other}))
    shutil.rmtree(DATA, ignore_errors=True)


main()
