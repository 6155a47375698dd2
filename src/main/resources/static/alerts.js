// Being told on this device, and what comes in while the page is open. Without this file neither is shown.
"use strict";

const canBeTold = () =>
  window.isSecureContext &&
  "serviceWorker" in navigator &&
  "PushManager" in window &&
  "Notification" in window &&
  Notification.permission !== "denied";

const bytes = (base64url) =>
  Uint8Array.from(atob(base64url.replaceAll("-", "+").replaceAll("_", "/")), (sign) => sign.charCodeAt(0));

const isFor = (subscription, key) => {
  const known = new Uint8Array(subscription.options.applicationServerKey ?? []);
  return known.length === key.length && known.every((byte, at) => byte === key[at]);
};

// This browser's subscription; one made for another key can take no messages of ours.
const subscription = async (key) => {
  await navigator.serviceWorker.register("/sw.js");
  const { pushManager } = await navigator.serviceWorker.ready;
  const known = await pushManager.getSubscription();
  if (known && isFor(known, key)) return known;
  if (known) await known.unsubscribe();
  return pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
};

const tellHere = async (box, button, say) => {
  if ((await Notification.requestPermission()) !== "granted") return (say.textContent = box.dataset.denied);
  const { endpoint, keys } = (await subscription(bytes(box.dataset.push))).toJSON();
  const form = button.form;
  form.elements.push_endpoint.value = endpoint;
  form.elements.push_p256dh.value = keys.p256dh;
  form.elements.push_auth.value = keys.auth;
  if (box.dataset.then) say.textContent = box.dataset.then;
  else form.submit();
};

for (const box of document.querySelectorAll("[data-push]")) {
  if (!canBeTold()) continue;
  const button = box.querySelector("button");
  const say = box.querySelector("[data-say]");
  box.hidden = false;
  button.addEventListener("click", async () => {
    button.disabled = true;
    say.textContent = "";
    try {
      await tellHere(box, button, say);
    } catch {
      say.textContent = box.dataset.failed;
    }
    button.disabled = false;
  });
}

const row = ({ page, text, posting }) => {
  const link = document.createElement("a");
  link.href = page;
  link.dir = "auto";
  link.textContent = posting.title;
  const title = document.createElement("p");
  title.append(link);
  const hint = document.createElement("p");
  hint.className = "hint";
  hint.textContent = text;
  const item = document.createElement("li");
  item.append(title, hint);
  return item;
};

// So many rows are kept; older ones stand in the ledger.
const MOST_ROWS = 100;

for (const live of document.querySelectorAll("[data-stream]")) {
  const list = live.querySelector("ol");
  const stream = new EventSource(live.dataset.stream);
  stream.addEventListener("open", () => (live.hidden = false));
  stream.addEventListener("posting", (event) => {
    list.prepend(row(JSON.parse(event.data)));
    while (list.children.length > MOST_ROWS) list.lastElementChild.remove();
  });
}
