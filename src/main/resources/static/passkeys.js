// Passkeys: asks the browser's authenticator and sends its answer with an ordinary form.
"use strict";

const whyNot = ({ host, address, https, old }) => {
  if (location.hostname === "127.0.0.1" || location.hostname === "[::1]") {
    const there = `${location.protocol}//localhost:${location.port}${location.pathname}${location.search}`;
    return { text: host + " ", link: there };
  }
  if (/^[0-9.]+$|^\[/.test(location.hostname)) return { text: address };
  if (!window.isSecureContext) return { text: https };
  if (!window.PublicKeyCredential?.parseCreationOptionsFromJSON) return { text: old };
  return null;
};

const say = (box, { text, link }) => {
  const place = box.querySelector("[data-say]");
  place.textContent = text;
  if (!link) return;
  const a = document.createElement("a");
  a.href = link;
  a.textContent = link;
  place.append(a);
};

// What the server wants to know; null if it sends the person elsewhere first.
const question = async (purpose, name, silent) => {
  const body = new URLSearchParams({ purpose, name });
  const answer = await fetch("/account/passkeys/question", { method: "POST", body });
  if (answer.redirected) {
    location.href = answer.url;
    return null;
  }
  if (answer.ok) return answer.json();
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  throw new Error(page.querySelector(".lead")?.textContent ?? silent);
};

const ask = async (purpose, options) =>
  purpose === "sign-up" || purpose === "add"
    ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
    : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });

// The fields of the form that count without a password.
const filled = (form) =>
  [...form.elements].every((field) => field.type === "password" || field.type === "button" || field.reportValidity());

const proceed = async (box, form) => {
  const purpose = box.dataset.passkey;
  const options = await question(purpose, form.elements.name?.value ?? "", box.dataset.silent);
  if (!options) return;
  const credential = await ask(purpose, options);
  form.elements.credential.value = JSON.stringify(credential.toJSON());
  form.submit();
};

const reason = (error, { none, known }) => {
  if (error.name === "NotAllowedError") return none;
  if (error.name === "InvalidStateError") return known;
  return error.message;
};

for (const box of document.querySelectorAll("[data-passkey]")) {
  const why = whyNot(box.dataset);
  if (why) {
    say(box, why);
    continue;
  }
  const button = box.querySelector("button");
  button.hidden = false;
  button.addEventListener("click", async () => {
    const form = button.form;
    if (!filled(form)) return;
    button.disabled = true;
    say(box, { text: "" });
    try {
      await proceed(box, form);
    } catch (error) {
      say(box, { text: reason(error, box.dataset) });
    }
    button.disabled = false;
  });
}
