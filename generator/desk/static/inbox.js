// Inbox: files, texts and addresses come in one after another; each waits until a person accepts or drops it.

import { list, say, send } from "./frame.js";

const progress = document.getElementById("progress");
const problems = document.getElementById("problems");
const drop = document.getElementById("drop");

async function takeAll(sources) {
  problems.replaceChildren();
  const waiting = [...sources];
  let taken = 0;
  for (let at = 0; at < waiting.length; at += 1) {
    progress.textContent = progress.dataset.reading.replace("{at}", at + 1).replace("{n}", waiting.length);
    const source = waiting[at];
    const answer = source instanceof File ? await send("/inbox/file", source) : await send("/inbox/text", { text: source });
    const name = source instanceof File ? source.name : source.slice(0, 80);
    for (const line of answer.errors ?? [`${name}: ${[answer.error, answer.fix].filter(Boolean).join(" – ")}`]) {
      const item = document.createElement("li");
      item.textContent = line;
      problems.append(item);
    }
    waiting.push(...(answer.addresses ?? []));
    taken += answer.taken ?? 0;
  }
  progress.textContent = "";
  if (taken && !problems.children.length) location.assign("/inbox");
  else if (taken) {
    sessionStorage.setItem("problems", JSON.stringify([...problems.children].map((item) => item.textContent)));
    location.assign("/inbox");
  }
}

document.getElementById("files").addEventListener("change", (event) => takeAll(event.target.files));
document.getElementById("paste").addEventListener("submit", (event) => {
  event.preventDefault();
  takeAll([event.target.elements.text.value]);
});
document.addEventListener("dragover", (event) => {
  event.preventDefault();
  drop.classList.add("is-over");
});
document.addEventListener("dragleave", () => drop.classList.remove("is-over"));
document.addEventListener("drop", (event) => {
  event.preventDefault();
  drop.classList.remove("is-over");
  const dropped = event.dataTransfer.files.length ? event.dataTransfer.files : [event.dataTransfer.getData("text/plain")];
  takeAll(dropped);
});

list("/inbox", (button, item) => ({ what: button.dataset.do, id: item.dataset.item }), { w: "accept", x: "drop" });

document.getElementById("all")?.addEventListener("click", async () => {
  const answer = await send("/inbox", { what: "accept_all" });
  if (!answer.ok) return;
  sessionStorage.setItem("said", answer.said);
  location.assign("/inbox");
});
// How a text is to be read, or that the letters of a scan are to be recognised: the page then shows what was read.
document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-read], [data-recognise]");
  if (!button) return;
  const id = button.closest("[data-item]").dataset.item;
  button.disabled = true;
  progress.textContent = progress.dataset.working;
  const what = "read" in button.dataset ? { what: "read_as", encoding: button.dataset.read } : { what: "recognise" };
  const answer = await send("/inbox", { ...what, id });
  progress.textContent = "";
  button.disabled = false;
  if (answer.ok) location.reload();
});
document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-open]");
  if (!button) return;
  const item = button.closest("[data-item]");
  const details = item.querySelector("[data-details]");
  if (!details.hidden) {
    details.hidden = true;
    return;
  }
  const answer = await fetch(`/inbox/item?id=${encodeURIComponent(item.dataset.item)}`);
  const told = await answer.json();
  if (!answer.ok) {
    say([told.error, told.fix].filter(Boolean).join(" – "), true);
    return;
  }
  details.innerHTML = told.form;
  details.hidden = false;
  details.querySelector("input").focus();
});
document.addEventListener("submit", async (event) => {
  const form = event.target.closest("form[data-id]");
  if (!form) return;
  event.preventDefault();
  const answer = await send("/inbox", { what: "change", id: form.dataset.id, values: Object.fromEntries(new FormData(form)) });
  if (answer.ok) location.reload();
});
const before = JSON.parse(sessionStorage.getItem("problems") ?? "[]");
sessionStorage.removeItem("problems");
for (const line of before) {
  const item = document.createElement("li");
  item.textContent = line;
  problems.append(item);
}
