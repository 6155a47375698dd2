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

// Tones of a sound: pitch in Hz, begin and length in seconds, loudness up to 1.
const SOUNDS = {
  none: [],
  soft: [[440, 0, 0.4, 0.08]],
  clear: [
    [880, 0, 0.15, 0.25],
    [1320, 0.16, 0.3, 0.25],
  ],
};
const SOUND = "alert-sound";

const remembered = () => {
  try {
    return localStorage.getItem(SOUND) in SOUNDS ? localStorage.getItem(SOUND) : "none";
  } catch {
    return "none"; // A browser that keeps nothing: the choice holds while the page is open.
  }
};

const remember = (name) => {
  try {
    localStorage.setItem(SOUND, name);
  } catch {
    // As above.
  }
};

let audio;
const wake = async () => {
  audio ??= new AudioContext();
  if (audio.state === "suspended") await audio.resume();
};

const tone = ([pitch, begin, length, loudness]) => {
  const from = audio.currentTime + begin;
  const source = audio.createOscillator();
  const volume = audio.createGain();
  source.frequency.value = pitch;
  volume.gain.setValueAtTime(loudness, from);
  volume.gain.exponentialRampToValueAtTime(0.001, from + length);
  source.connect(volume).connect(audio.destination);
  source.start(from);
  source.stop(from + length);
};

// One that cannot be heard now is not made up for later.
const play = (name) => {
  if (audio?.state === "running") SOUNDS[name].forEach(tone);
};

for (const box of document.querySelectorAll("[data-sounds]")) {
  const choice = box.querySelector("select");
  choice.value = remembered();
  choice.addEventListener("change", () => remember(choice.value));
  box.querySelector("button").addEventListener("click", () => wake().then(() => play(choice.value)));
  for (const touch of ["pointerdown", "keydown"]) addEventListener(touch, wake, { once: true });
}

// So many rows are kept; older ones stand in the ledger.
const MOST_ROWS = 100;

for (const live of document.querySelectorAll("[data-stream]")) {
  const list = live.querySelector("ol");
  const stream = new EventSource(live.dataset.stream);
  stream.addEventListener("open", () => (live.hidden = false));
  stream.addEventListener("posting", (event) => {
    list.prepend(row(JSON.parse(event.data)));
    play(live.querySelector("[data-sounds] select").value);
    while (list.children.length > MOST_ROWS) list.lastElementChild.remove();
  });
}
