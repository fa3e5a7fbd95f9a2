// A link to words of the article that the page no longer has under its fragment: it leads to the same words where they are now, and
// the page says so where they are gone or stand several times. What the fragments are: generator/rendering/anchors.py. Without script
// such a link leads to the page's beginning; one whose words are as they were needs none.

import { say } from "./say.js";

const WORDS = /^(w\.[a-z]+)(\.[a-z]+(\.\d+)?)?$/;
const PLACE = /^t(\d+\.\d+)$/; // the form of links before: the places of the first and the last letter
let led; // the fragment that a link was led to

function fragment() {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return ""; // no fragment of ours
  }
}

function found(name) {
  const place = PLACE.exec(name);
  if (place) return [...document.querySelectorAll(`[data-at="${place[1]}"]`)];
  const [, words] = WORDS.exec(name);
  return [...document.querySelectorAll(`[id="${words}"], [id^="${words}."]`)];
}

function tell(status, message) {
  status.hidden = !message;
  status.textContent = "";
  if (message) setTimeout(() => { status.textContent = message; }, 50); // a change is what is read out
}

function look(status) {
  const name = fragment();
  if (name === led) return;
  led = undefined;
  tell(status, "");
  if ((!WORDS.test(name) && !PLACE.test(name)) || document.getElementById(name)) return;
  const there = found(name);
  if (there.length) {
    led = there[0].id;
    location.replace(`#${led}`);
    if (there.length > 1) tell(status, say("scripts.words_several", { n: there.length }));
  } else {
    tell(status, say("scripts.words_gone"));
    status.scrollIntoView({ block: "center" });
  }
}

function mount() {
  const text = document.querySelector(".ky-text");
  if (!text || text.previousElementSibling?.matches(".ky-gone")) return;
  const status = document.createElement("p");
  status.className = "ky-gone";
  status.setAttribute("role", "status");
  status.hidden = true;
  text.before(status);
  globalThis.addEventListener("hashchange", () => look(status));
  look(status);
}

if (globalThis.document$?.subscribe) globalThis.document$.subscribe(mount);
else mount();
