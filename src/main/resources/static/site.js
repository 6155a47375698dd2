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
const loaded = Date.now();

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
    field.textContent = left > 0 ? clock(left) + " left" : field.dataset.over;
    if (left <= 0) tell(field);
  }
};
if (document.querySelector("[data-seconds]")) {
  tick();
  setInterval(tick, 1000);
}
