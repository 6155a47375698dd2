// Keeps the reader's last list, for a network that is slow or away, and shows messages of alerts.
"use strict";

const LIST = "list"; // one page: the last list, under its address
const FILES = "files"; // what pages are made of, under names that change with their content
const OFFLINE = "/offline";
const PATIENCE = 800; // ms that the network may take before the kept list is shown
const MOST_FILES = 12;

// ---- the last list

const stored = async (url, answer) => {
  const page = (await answer.text()).replace("<html", `<html data-kept="${Date.now()}"`);
  const headers = { "Content-Type": "text/html;charset=utf-8" };
  await caches.delete(LIST);
  await (await caches.open(LIST)).put(url, new Response(page, { headers }));
};

const kept = async (url) => (await caches.open(LIST)).match(url);
const anyKept = async () => {
  const list = await caches.open(LIST);
  const [first] = await list.keys();
  return first && list.match(first);
};
const isList = (answer) => answer.ok && !answer.redirected && answer.headers.get("Content-Type")?.startsWith("text/html");

const tell = async (event, what) => {
  const id = event.resultingClientId || event.clientId;
  (await self.clients.get(id))?.postMessage(what);
};

const asked = async (event) => (await event.preloadResponse) ?? fetch(event.request);

const offline = async () => (await (await caches.open(FILES)).match(OFFLINE)) ?? Response.error();

const list = async (event) => {
  const { url, cache } = event.request;
  const known = cache === "default" ? await kept(url) : undefined;
  const network = asked(event);
  const storing = network.then((answer) => (isList(answer) ? stored(url, answer.clone()) : undefined));
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE));
  const first = known ? await Promise.race([network.catch(() => undefined), late]) : await network.catch(() => undefined);
  const say = (what) => (first ? undefined : tell(event, what));
  event.waitUntil(
    storing.then(
      () => say("newer"),
      () => say("away"),
    ),
  );
  return first ?? known ?? (await anyKept()) ?? offline();
};

const other = (event) => asked(event).catch(offline);

// ---- files

const file = async (request) => {
  const files = await caches.open(FILES);
  const known = await files.match(request);
  if (known) return known;
  const answer = await fetch(request);
  if (answer.ok) {
    await files.put(request, answer.clone());
    const names = (await files.keys()).filter((each) => !each.url.endsWith(OFFLINE));
    for (const old of names.slice(0, Math.max(0, names.length - MOST_FILES))) await files.delete(old);
  }
  return answer;
};

const prepared = async () => {
  const files = await caches.open(FILES);
  const page = await fetch(OFFLINE, { credentials: "omit", cache: "reload" });
  if (!page.ok) return;
  const text = await page.clone().text();
  await files.put(OFFLINE, page);
  await files.addAll([...new Set(text.match(/\/static\/[a-z]+\.[0-9a-f]+\.(?:css|js)/g) ?? [])]);
};

self.addEventListener("install", (event) => {
  self.skipWaiting();
  event.waitUntil(prepared());
});

self.addEventListener("activate", (event) => event.waitUntil(self.registration.navigationPreload?.enable()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== self.location.origin) return;
  // What a reader does may change what she is to see, or who she is.
  if (request.method !== "GET") event.waitUntil(caches.delete(LIST));
  else if (request.mode === "navigate") event.respondWith(url.pathname === "/" ? list(event) : other(event));
  else if (/^\/static\/[a-z]+\.[0-9a-f]+\./.test(url.pathname)) event.respondWith(file(request));
});

// ---- messages of alerts

const read = (data) => {
  try {
    return data.json();
  } catch {
    return {};
  }
};

self.addEventListener("push", (event) => {
  const told = read(event.data);
  const shown = { body: told.body ?? "", tag: told.tag ?? "", data: { url: told.url ?? "/alerts" }, dir: "auto" };
  event.waitUntil(self.registration.showNotification(told.title ?? "Worthwhile", shown));
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  const url = new URL(event.notification.data?.url ?? "/alerts", self.location.origin);
  const own = url.origin === self.location.origin ? url : new URL("/alerts", self.location.origin);
  event.waitUntil(self.clients.openWindow(own.href));
});
