// Passkeys: asks the browser's authenticator and sends its answer with an ordinary form.
"use strict";

const whyNot = () => {
  if (location.hostname === "127.0.0.1" || location.hostname === "[::1]") {
    const there = `${location.protocol}//localhost:${location.port}${location.pathname}${location.search}`;
    return { text: "Passkeys need a host name. They work at ", link: there };
  }
  if (/^[0-9.]+$|^\[/.test(location.hostname)) return { text: "Passkeys need a host name; this address has none." };
  if (!window.isSecureContext) return { text: "Passkeys need https." };
  if (!window.PublicKeyCredential?.parseCreationOptionsFromJSON) return { text: "This browser is too old for passkeys." };
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
const question = async (purpose, name) => {
  const body = new URLSearchParams({ purpose, name });
  const answer = await fetch("/account/passkeys/question", { method: "POST", body });
  if (answer.redirected) {
    location.href = answer.url;
    return null;
  }
  if (answer.ok) return answer.json();
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  throw new Error(page.querySelector(".lead")?.textContent ?? "The site did not answer. Try again.");
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
  const options = await question(purpose, form.elements.name?.value ?? "");
  if (!options) return;
  const credential = await ask(purpose, options);
  form.elements.credential.value = JSON.stringify(credential.toJSON());
  form.submit();
};

const reason = (error) => {
  if (error.name === "NotAllowedError") return "No passkey was given. Try again when you are ready.";
  if (error.name === "InvalidStateError") return "This device has a passkey of yours already.";
  return error.message;
};

for (const box of document.querySelectorAll("[data-passkey]")) {
  const why = whyNot();
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
      say(box, { text: reason(error) });
    }
    button.disabled = false;
  });
}
