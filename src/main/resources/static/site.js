// Everything works without this file; it saves round trips.
"use strict";

// Fields left empty stay out of the address, so that the server need not redirect to a clean one.
for (const form of document.querySelectorAll("form:not([method=post])")) {
  form.addEventListener("submit", () => {
    for (const field of form.elements) if (field.value === "" && field.name) field.disabled = true;
    setTimeout(() => {
      for (const field of form.elements) field.disabled = false;
    });
  });
}

// While the first crawl runs, its progress is renewed in place.
const renew = async () => {
  try {
    const answer = await fetch(location.href);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const progress = page.getElementById("progress");
    if (!progress) return location.reload();
    document.getElementById("progress").replaceWith(progress);
    if (progress.dataset.moving) setTimeout(renew, 3000);
  } catch {
    setTimeout(renew, 10000);
  }
};
if (document.querySelector("#progress[data-moving]")) setTimeout(renew, 3000);

// What a form does in another tab is seen here when the reader comes back.
for (const form of document.querySelectorAll("form[target=_blank]")) {
  form.addEventListener("submit", () =>
    document.addEventListener("visibilitychange", () => document.hidden || location.reload()),
  );
}

// A running timer moves; what is counted is what the server measures.
const clock = (seconds) => {
  const part = (n) => String(Math.floor(n)).padStart(2, "0");
  const hours = Math.floor(seconds / 3600);
  return (hours ? hours + ":" + part((seconds % 3600) / 60) : Math.floor(seconds / 60)) + ":" + part(seconds % 60);
};
const loaded = Number(document.documentElement.dataset.kept) || Date.now();

// That a break is due is told beside the page as well, where the reader has allowed it.
const tell = async (field) => {
  if (field.dataset.told) return;
  field.dataset.told = "yes";
  if (!("Notification" in window) || Notification.permission !== "granted") return;
  try {
    const worker = await navigator.serviceWorker?.getRegistration();
    if (worker) await worker.showNotification(field.dataset.over, { tag: "break" });
    else new Notification(field.dataset.over, { tag: "break" });
  } catch {
    // The page itself says so anyway.
  }
};
for (const button of document.querySelectorAll("[data-ask=notification]")) {
  button.hidden = !("Notification" in window) || Notification.permission !== "default";
  button.addEventListener("click", async () => {
    await Notification.requestPermission();
    button.hidden = true;
  });
}
const tick = () => {
  const passed = (Date.now() - loaded) / 1000;
  for (const field of document.querySelectorAll("[data-seconds]"))
    field.textContent = clock(+field.dataset.seconds + (field.dataset.moving ? passed : 0));
  for (const field of document.querySelectorAll("[data-left]")) {
    const left = +field.dataset.left - passed;
    field.textContent = left > 0 ? field.dataset.still.replace("[time]", clock(left)) : field.dataset.over;
    if (left <= 0) tell(field);
  }
};
if (document.querySelector("[data-seconds]")) {
  tick();
  setInterval(tick, 1000);
}

// The last list is kept for a network that is slow or away; the worker tells when a newer one has come.
const worker = navigator.serviceWorker;
if (worker && isSecureContext) {
  // Starting it costs a slow phone more than the page does: first the page, until the reader touches it.
  const begin = () => worker.register("/sw.js").catch(() => {});
  for (const act of ["pointerdown", "keydown", "scroll"]) addEventListener(act, begin, { once: true, passive: true });
  addEventListener("load", () => setTimeout(begin, 5000));
}
const old = document.getElementById("kept");
const since = Date.now() - Number(document.documentElement.dataset.kept);
if (old && since > 20000) {
  const time = new Date(Date.now() - since).toLocaleString([], { dateStyle: since > 6e7 ? "medium" : undefined, timeStyle: "short" });
  const say = (words) => (old.textContent = words.replace("[time]", time));
  let still = true;
  for (const act of ["pointerdown", "keydown", "scroll"]) addEventListener(act, () => (still = false), { once: true, passive: true });
  const renewed = () => {
    if (still) return location.replace(location.href);
    const link = document.createElement("a");
    link.href = location.href;
    link.textContent = old.dataset.newer;
    old.replaceChildren(link);
  };
  say(navigator.onLine ? old.dataset.slow : old.dataset.away);
  old.hidden = false;
  worker?.addEventListener("message", ({ data }) => (data === "newer" ? renewed() : say(old.dataset.away)));
}
// The list of the search page: keys, hiding in place, one Tab stop for the kinds of work.
const titles = () =>
  [...document.querySelectorAll("li.row h3 a")].filter(
    (link) => !link.closest("details:not([open])") && !link.closest("[hidden]"),
  );
const here = () => titles().findIndex((link) => link.closest("li").contains(document.activeElement));
const go = (to) => {
  const link = titles()[to];
  if (!link) return;
  link.focus({ preventScroll: true });
  link.closest("li").scrollIntoView({ block: "nearest" });
};
const setting = (value) => {
  try {
    if (value) localStorage.setItem("keys", value);
    return localStorage.getItem("keys");
  } catch {
    return null;
  }
};
const help = document.getElementById("keys");
const keys = {
  j: () => go(here() + 1),
  k: () => go(Math.max(0, here() - 1)),
  o: () => titles()[here()]?.click(),
  "/": () => document.getElementById("q").select(),
  "?": () => help.showModal(),
};
if (help) {
  const on = document.getElementById("keys-on");
  on.checked = setting() !== "off";
  on.addEventListener("change", () => setting(on.checked ? "on" : "off"));
  document.getElementById("keys-open").addEventListener("click", () => help.showModal());
  document.addEventListener("keydown", (event) => {
    if (!on.checked || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (!Object.hasOwn(keys, event.key)) return;
    const taken = event.target.closest("input, select, textarea, dialog, [contenteditable]");
    if (taken && !taken.closest("dialog:not([open])")) return; // Focus leaves a closed dialog a moment later.
    event.preventDefault();
    keys[event.key]();
  });
}

const send = (form, name, value) => {
  const fields = new URLSearchParams(new FormData(form));
  fields.set(name, value);
  return fetch(form.action, { method: "POST", body: fields, redirect: "manual" });
};
const hide = document.getElementById("hide");
hide?.addEventListener("submit", async (event) => {
  const button = event.submitter;
  const row = button?.closest("li.row");
  if (!row || row.dataset.asked) return;
  event.preventDefault();
  row.dataset.asked = "yes";
  const answer = await send(hide, button.name, button.value).catch(() => null);
  if (answer?.type !== "opaqueredirect") return hide.requestSubmit(button);
  delete row.dataset.asked;
  const task = row.querySelector("article");
  const line = document.createElement("p");
  line.className = "gone";
  const undo = document.createElement("button");
  undo.type = "button";
  undo.className = "second small";
  undo.textContent = hide.dataset.undo;
  line.append(hide.dataset.done + " " + row.querySelector("h3").textContent + " ", undo);
  task.hidden = true;
  row.append(line);
  undo.focus();
  undo.addEventListener("click", async () => {
    const back = await send(document.getElementById("unhide"), button.name, button.value).catch(() => null);
    if (back?.type !== "opaqueredirect") return location.reload();
    line.remove();
    task.hidden = false;
    row.querySelector("h3 a").focus();
  });
});

const strip = () => {
  const links = [...document.querySelectorAll(".strip a")];
  links.forEach((link, at) => {
    link.tabIndex = at ? -1 : 0;
    link.addEventListener("keydown", (event) => {
      const to = links[at + { ArrowRight: 1, ArrowLeft: -1 }[event.key]];
      if (!to) return;
      event.preventDefault();
      link.tabIndex = -1;
      to.tabIndex = 0;
      to.focus();
    });
  });
};
strip();

// Results come while the reader types; the address goes along, so that back and reload find them.
const words = document.querySelector("#search #q");
let asking;
let typed;
const put = (id, page) => document.getElementById(id)?.replaceChildren(...page.getElementById(id).childNodes);
const show = (page) => {
  const [old, fresh] = [document, page].map((one) => one.querySelector(".sorting"));
  put("status", page); // stays where it is, so that it is read out
  for (const [here, there] of [[old, fresh], [old.parentNode, fresh.parentNode]]) {
    while (here.children.length > 1) here.lastElementChild.remove();
    here.append(...[...there.children].slice(1));
  }
  put("filters", page);
  const kinds = page.querySelector(".strip");
  if (kinds) document.querySelector(".strip")?.replaceWith(kinds);
  for (const back of document.querySelectorAll("[name=back]"))
    back.value = page.querySelector("#hide [name=back]").value;
  document.title = page.title;
  strip();
};
const look = async () => {
  const fields = new URLSearchParams([...new FormData(words.form)].filter(([name, value]) => value !== "" && name !== "page"));
  asking?.abort();
  asking = new AbortController();
  try {
    const answer = await fetch("/?" + fields, { signal: asking.signal, headers: { Accept: "text/html" } });
    const page = answer.ok && new DOMParser().parseFromString(await answer.text(), "text/html");
    if (!page?.querySelector(".sorting")) return;
    show(page);
    history.replaceState(null, "", answer.url);
  } catch {
    // A newer one was asked for, or the network is away: the button asks all the same.
  }
};
words?.addEventListener("input", (event) => {
  clearTimeout(typed);
  if (!event.isComposing) typed = setTimeout(look, 300);
});
words?.form.addEventListener("submit", () => {
  clearTimeout(typed);
  asking?.abort();
});
