// The switch of an article's evidence marks. Without script they simply stay.

import { say } from "./say.js";

const KEY = "ky-marks";
const OFF = "ky-no-marks";

function remembered() {
  try {
    return localStorage.getItem(KEY) === "off";
  } catch {
    return false; // storage may be forbidden
  }
}

function remember(off) {
  try {
    if (off) localStorage.setItem(KEY, "off");
    else localStorage.removeItem(KEY);
  } catch {
    // then the choice holds for this page only
  }
}

function mount() {
  const panel = document.querySelector(".ky-panel");
  const text = document.querySelector(".ky-text");
  if (!panel || !text?.querySelector(".ev") || panel.querySelector(".ky-switch")) return;
  const label = document.createElement("label");
  label.className = "ky-switch";
  const box = document.createElement("input");
  box.type = "checkbox";
  box.checked = !remembered();
  label.append(box, ` ${say("scripts.marks")}`);
  const show = () => text.classList.toggle(OFF, !box.checked);
  box.addEventListener("change", () => {
    remember(!box.checked);
    show();
  });
  panel.querySelector(".ky-panel-title").after(label);
  show();
}

if (globalThis.document$?.subscribe) globalThis.document$.subscribe(mount);
else mount();
