// Shows messages that arrive while no page of this site is open, and opens what they tell of.
"use strict";

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
