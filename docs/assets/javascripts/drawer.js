// On a narrow screen the navigation lies in a drawer. The theme opens it by a label, which no key reaches: here a button takes its place.

import { say } from "./say.js";

const box = document.getElementById("__drawer");
const label = document.querySelector('label.md-header__button[for="__drawer"]');

if (box && label) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = `${label.className} ky-drawer`;
  button.setAttribute("aria-label", say("scripts.navigation"));
  button.append(...label.childNodes);
  label.replaceWith(button);
  const tell = () => button.setAttribute("aria-expanded", String(box.checked));
  box.addEventListener("change", tell);
  button.addEventListener("click", () => box.click());
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !box.checked) return;
    box.click();
    button.focus();
  });
  tell();
}
