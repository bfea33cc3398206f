// What the pages do better with JavaScript. Without it they all work, but for the live level and the password eye.
"use strict";

const token = (form) => form.querySelector("[name=csrf_token]").value;

// A form is sent once: a double click neither sends it twice nor loses the answer of the first.
for (const form of document.querySelectorAll("form[data-once]")) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "yes";
  });
}
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-once]")) delete form.dataset.sent;
});

// Browsers of before 2026 do not know the buttons' own commands.
if (!("commandForElement" in HTMLButtonElement.prototype)) {
  for (const button of document.querySelectorAll("[commandfor]")) {
    const dialog = document.getElementById(button.getAttribute("commandfor"));
    button.addEventListener("click", () => (button.getAttribute("command") === "close" ? dialog.close() : dialog.showModal()));
  }
}

// Says in so many words whether a menu is open; without JavaScript the browser tells it by itself.
for (const button of document.querySelectorAll("[popovertarget]:not([popovertargetaction])")) {
  const menu = document.getElementById(button.getAttribute("popovertarget"));
  const tell = () => button.setAttribute("aria-expanded", String(menu.matches(":popover-open")));
  menu.addEventListener("toggle", tell);
  tell();
}

for (const eye of document.querySelectorAll("[data-eye]")) {
  const input = document.getElementById(eye.dataset.eye);
  eye.hidden = false;
  eye.addEventListener("click", () => {
    const shown = input.type === "text";
    input.type = shown ? "password" : "text";
    eye.setAttribute("aria-pressed", String(!shown));
  });
}

// The level is the server's own judgement; the page only asks for it and shows the answer to the last question.
for (const input of document.querySelectorAll("[data-level-url]")) {
  const output = document.querySelector(`output[for=${input.id}]`);
  const beside = document.getElementById(input.dataset.levelWith); // an address in the password makes it weaker
  const neutral = "Niveau de sécurité de votre mot de passe";
  let waiting = 0;
  let asked = 0;

  const show = (level) => {
    output.dataset.level = level;
    output.textContent = level ? `Niveau de sécurité : ${level}` : neutral;
  };
  const ask = async (mine) => {
    const answer = await fetch(input.dataset.levelUrl, {
      method: "POST",
      headers: { "X-CSRFToken": token(input.form) },
      body: new URLSearchParams({ password: input.value, address: beside ? beside.value : "" }),
    });
    if (mine !== asked) return;
    const judged = answer.ok && !answer.redirected;
    show(judged ? (await answer.json()).level : "");
  };
  const tell = () => {
    clearTimeout(waiting);
    asked += 1;
    if (!input.value) return show("");
    waiting = setTimeout(ask, 200, asked);
  };
  input.addEventListener("input", tell);
  beside?.addEventListener("input", tell);
}

for (const link of document.querySelectorAll("[data-captcha-change]")) {
  const form = link.closest("form");
  const image = form.querySelector("[data-captcha-image]");
  const sound = form.querySelector("[data-captcha-sound]");
  link.addEventListener("click", async (event) => {
    event.preventDefault();
    const answer = await fetch(link.dataset.captchaChange, {
      method: "POST",
      headers: { "X-CSRFToken": token(form) },
    });
    if (!answer.ok || answer.redirected) return location.assign(link.href);
    const drawn = await answer.json();
    form.querySelector("[data-captcha-id]").value = drawn.id;
    form.elements.image.value = "";
    image.src = drawn.image;
    sound.href = drawn.sound;
  });
  sound.addEventListener("click", (event) => {
    event.preventDefault();
    new Audio(sound.href).play();
  });
}
