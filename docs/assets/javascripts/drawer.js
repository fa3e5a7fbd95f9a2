// On a narrow screen the navigation lies in a drawer. The theme opens it by a label, which no key reaches: here it becomes a button.

import { say } from "./say.js";

const box = document.getElementById("__drawer");
const label = document.querySelector('label.md-header__button[for="__drawer"]');

if (box && label) {
  label.tabIndex = 0;
  label.setAttribute("role", "button");
  label.setAttribute("aria-label", say("scripts.navigation"));
  const tell = () => label.setAttribute("aria-expanded", String(box.checked));
  box.addEventListener("change", tell);
  label.addEventListener("keydown", (event) => {
    if (event.key !== " ") return; // Enter is the theme's
    event.preventDefault();
    label.click();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !box.checked) return;
    box.click();
    label.focus();
  });
  tell();
}
