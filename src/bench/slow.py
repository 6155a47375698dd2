#!/usr/bin/env python3
"""Measures a page beside bad clients: slow.py [HOME] [SECONDS] [PAUSE] [UPLOADS].

An instance with 6,000 invented postings serves 64 kept connections, each of which asks for a page,
waits PAUSE seconds (0: not at all) and asks again, while 200 slow clients (headers a line a second,
bodies a byte a second, silent ones; who is cut off comes back) hold connections and UPLOADS (3) files
carry headings that run away with careless patterns. A process of its own asks for pages meanwhile.
Prints one JSON object: p50 and p99 of its pages in milliseconds, and what became of everybody else.
"""
import asyncio, http.client, json, multiprocessing, os, shutil, statistics, subprocess, sys, tempfile, time
from beside import postings, run

HOME = os.path.abspath(sys.argv[1]) if len(sys.argv) > 1 else os.path.join(os.path.dirname(__file__), "../..")
SECONDS = float(sys.argv[2]) if len(sys.argv) > 2 else 30
PAUSE = float(sys.argv[3]) if len(sys.argv) > 3 else .25
UPLOADS = "(-/"[:int(sys.argv[4])] if len(sys.argv) > 4 else "(-/"
PORT = 7481
PATHS = ["/", "/?q=birds", "/?q=survey&min_hourly=5", "/api/v1/postings?q=label&size=20", "/platforms"]
LOAD, SLOW = 64, 200
told = {"asked": 0, "failed": 0, "cut": 0, "uploads": []}


def request(path, more=""):
    return f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{PORT}\r\nAccept-Encoding: gzip\r\n{more}\r\n".encode()


async def answer(reader):
    head = await reader.readuntil(b"\r\n\r\n")
    for line in head.split(b"\r\n"):
        if line.lower().startswith(b"content-length:"):
            await reader.readexactly(int(line.split(b":")[1]))
        if line.lower() == b"transfer-encoding: chunked":
            while length := int(await reader.readline(), 16):
                await reader.readexactly(length + 2)
            await reader.readline()
    return int(head.split(b" ", 2)[1])


async def load(number, end):
    reader, writer = await asyncio.open_connection("127.0.0.1", PORT)
    await asyncio.sleep(PAUSE * number / LOAD)
    while time.monotonic() < end:
        writer.write(request(PATHS[number % len(PATHS)]))
        number += 1
        told["asked"] += 1
        if await answer(reader) != 200:
            told["failed"] += 1
        await asyncio.sleep(PAUSE)
    writer.close()


async def slow(number, end):
    begun, more = [
        (b"GET / HTTP/1.1\r\nHost: a\r\n", b"X: y\r\n"),
        (b"POST /account/sign-in HTTP/1.1\r\nHost: a\r\nContent-Length: 60000\r\n\r\n", b"x"),
        (b"POST /account/import HTTP/1.1\r\nHost: a\r\nContent-Length: 60000000\r\n\r\n", b"x"),
        (b"", b""),
    ][number % 4]
    while time.monotonic() < end:
        try:
            reader, writer = await asyncio.open_connection("127.0.0.1", PORT)
            writer.write(begun)
            while time.monotonic() < end:
                try:
                    if not await asyncio.wait_for(reader.read(4096), 1):
                        break
                except asyncio.TimeoutError:
                    writer.write(more)
            else:
                continue
        except OSError:
            pass
        told["cut"] += 1
        writer.close()


def upload(letter):
    began = time.monotonic()
    client = http.client.HTTPConnection("127.0.0.1", PORT, timeout=SECONDS * 2)
    body = "Project,Client,Description,Task,User,Start date,Start time," + letter * 9000 + "\na,b,c,d,e,f,g,h\n"
    try:
        client.request("POST", "/api/v1/work?as=csv&dry_run=true", body, {"Content-Type": "text/csv"})
        status = client.getresponse().status
    except OSError as e:
        status = str(e)
    return {"letter": letter, "status": status, "seconds": round(time.monotonic() - began, 2)}


def probe(end, results):
    took, number, missed = [], 0, 0
    while time.monotonic() < end:
        began = time.monotonic()
        try:
            client = http.client.HTTPConnection("127.0.0.1", PORT, timeout=10)
            client.request("GET", PATHS[number % len(PATHS)], headers={"Accept-Encoding": "gzip"})
            client.getresponse().read()
            client.close()
        except OSError:
            missed += 1
        took.append((time.monotonic() - began) * 1000)
        number += 1
        time.sleep(.02)
    results.put((took, missed))


async def crowd(end):
    uploads = [asyncio.to_thread(upload, letter) for letter in UPLOADS]
    everybody = [load(n, end) for n in range(LOAD)] + [slow(n, end) for n in range(SLOW)]
    done = await asyncio.gather(*everybody, *uploads, return_exceptions=True)
    told["uploads"] = [one for one in done if isinstance(one, dict)]
    told["failed"] += sum(isinstance(one, Exception) for one in done)


def measure():
    results = multiprocessing.Queue()
    end = time.monotonic() + SECONDS
    asking = multiprocessing.Process(target=probe, args=(end, results))
    asking.start()
    asyncio.run(crowd(end))
    took, missed = results.get()
    took.sort()
    asking.join()
    print(json.dumps({
        "pages": len(took), "missed": missed, "p50_ms": round(statistics.median(took), 1),
        "p99_ms": round(took[int(len(took) * .99)], 1), "worst_ms": round(took[-1], 1),
        "load": {"connections": LOAD, "per_second": round(told["asked"] / SECONDS), "failed": told["failed"]},
        "slow": {"clients": SLOW, "cut": told["cut"]}, "uploads": told["uploads"]}))


def main():
    folder = tempfile.mkdtemp()
    data, none, lines = os.path.join(folder, "data"), os.path.join(folder, "none"), os.path.join(folder, "p.jsonl")
    os.mkdir(none)
    with open(lines, "w") as out:
        out.writelines(json.dumps(row) + "\n" for row in postings(6000))
    run(HOME, "import", lines, "--as", "jsonl", "--data", data, "--scrapers", none)
    serving = subprocess.Popen(
        [os.path.join(HOME, "worthwhile"), "serve", "--port", str(PORT), "--data", data, "--scrapers", none],
        stdout=subprocess.DEVNULL, stderr=sys.stderr)
    try:
        for _ in range(6):  # up, warm and indexed
            for path in PATHS * 40:
                while True:
                    try:
                        client = http.client.HTTPConnection("127.0.0.1", PORT, timeout=5)
                        client.request("GET", path)
                        client.getresponse().read()
                        break
                    except OSError:
                        time.sleep(.05)
        measure()
    finally:
        serving.terminate()
        serving.wait()
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
