// Check an article by keys or mouse. The server holds all that is decided; this only asks and shows.

import { say, send, typing, word } from "./frame.js";

const root = document.querySelector(".check");
const facts = document.getElementById("facts");
const text = document.getElementById("text");
const panel = document.getElementById("form");
const article = root.dataset.article;
let chosen = null; // the key of the row that keys act on
let selection = null; // the words selected last: their offsets in code points

const rows = () => [...facts.querySelectorAll(".fact")];
const row = (key) => rows().find((one) => one.dataset.key === key);

function choose(key, { scroll = true } = {}) {
  chosen = key;
  for (const one of rows()) {
    const is = one.dataset.key === key;
    one.classList.toggle("is-chosen", is);
    if (is) one.setAttribute("aria-current", "true");
    else one.removeAttribute("aria-current");
    if (is && scroll) one.scrollIntoView({ block: "nearest" });
  }
  let first = null;
  for (const mark of text.querySelectorAll(".m")) {
    const is = mark.dataset.keys.split(" ").includes(key);
    mark.classList.toggle("is-chosen", is);
    if (is && !first) first = mark;
  }
  if (first) bring(first);
}

// Put a mark into sight with the words around it. Only the text moves: the page stays where the person reads.
function bring(mark) {
  const frame = text.getBoundingClientRect();
  const at = mark.getBoundingClientRect();
  const edge = frame.height / 8;
  if (at.top < frame.top + edge || at.bottom > frame.bottom - edge) text.scrollBy({ top: at.top - frame.top - frame.height / 3 });
}

function show(answer) {
  if (answer.facts === undefined) return;
  const keep = facts.querySelector("button:focus") !== null;
  facts.innerHTML = answer.facts;
  text.innerHTML = answer.text;
  if (answer.kept && answer.kept.length) say(word("kept").replace("{file}", answer.kept.at(-1)), true);
  choose(row(chosen) ? chosen : nextOpen(null));
  if (keep) row(chosen)?.focus({ preventScroll: true });
}

function nextOpen(after) {
  const all = rows();
  const from = all.findIndex((one) => one.dataset.key === after);
  const open = [...all.slice(from + 1), ...all.slice(0, from + 1)].find((one) => one.dataset.open && one.dataset.key !== after);
  return (open || all[from] || all[0])?.dataset.key ?? null;
}

// A decision is shown at once and saved in its turn; if it cannot be, the answer shows the row as it is.
async function decide(what, key, more = {}) {
  const here = row(key);
  if (!here && key !== null) return { ok: false };
  const data = { a: article, page: root.dataset.page, what, ...more };
  if (here) Object.assign(data, { key, state: here.dataset.state });
  if (here && (what === "confirm" || what === "reject")) {
    here.dataset.open = "";
    here.classList.add("is-sent");
    choose(nextOpen(key));
  }
  waiting += 1;
  const answer = await send("/decide", data);
  waiting -= 1;
  if (waiting === 0 || !answer.ok) show(answer);
  if (answer.ok) say(word("saved"));
  return answer;
}
let waiting = 0;

async function openForm(address) {
  const answer = await fetch(address);
  const told = await answer.json();
  if (!answer.ok) {
    say([told.error, told.fix].filter(Boolean).join(" – "), true);
    return;
  }
  panel.innerHTML = told.form;
  panel.hidden = false;
  panel.querySelector(".fields input, .fields select, .fields textarea")?.focus();
  panel.scrollIntoView({ block: "nearest" });
}

function formOf(fact) {
  const asked = { a: article, page: root.dataset.page, key: fact.dataset.key, state: fact.dataset.state };
  return `/form?${new URLSearchParams(asked)}`;
}

function closeForm() {
  panel.hidden = true;
  panel.replaceChildren();
  row(chosen)?.focus({ preventScroll: true });
}

async function save(form) {
  const values = {};
  for (const [name, value] of new FormData(form)) (values[name] ??= []).push(value);
  const why = (values.why || [""])[0];
  delete values.why;
  const kind = values["fact-kind"]?.[0];
  delete values["fact-kind"];
  const data = { a: article, page: root.dataset.page, values, why };
  if (form.dataset.key) Object.assign(data, { what: "correct", key: form.dataset.key, state: form.dataset.state });
  else Object.assign(data, { what: "add", kind, start: Number(form.dataset.start), end: Number(form.dataset.end) });
  const answer = await send("/decide", data);
  if (answer.ok) {
    const after = form.dataset.key || chosen;
    closeForm();
    show(answer);
    choose(nextOpen(after));
    say(word("saved"));
    return;
  }
  const alert = form.querySelector("[role=alert]");
  alert.textContent = [answer.error, answer.fix].filter(Boolean).join(" – ");
  alert.hidden = false;
}

// Offsets count code points, as those of the text do; a browser counts UTF-16.
function offset(node, at) {
  const piece = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-o]");
  if (!piece) return null;
  const before = node.nodeType === Node.TEXT_NODE ? node.data.slice(0, at) : at === 0 ? "" : piece.textContent;
  return Number(piece.dataset.o) + [...before].length;
}

function remember() {
  const now = document.getSelection();
  if (!now || now.isCollapsed || !text.contains(now.anchorNode) || !text.contains(now.focusNode)) return;
  const range = now.getRangeAt(0);
  const start = offset(range.startContainer, range.startOffset);
  const end = offset(range.endContainer, range.endOffset);
  if (start !== null && end !== null && start < end) selection = { start, end };
}
document.addEventListener("selectionchange", remember);

function add(kind = "") {
  if (panel.hidden) remember();
  if (!selection) {
    say(word("select"), true);
    return;
  }
  openForm(`/form?a=${encodeURIComponent(article)}&start=${selection.start}&end=${selection.end}&kind=${kind}`);
}

function move(by) {
  const all = rows();
  const at = all.findIndex((one) => one.dataset.key === chosen);
  const next = all[Math.min(Math.max(at + by, 0), all.length - 1)];
  if (next) choose(next.dataset.key);
}

function act(what) {
  if (what === "next") location.assign(root.dataset.next);
  else if (what === "finish") decide("finish", null);
  else if (what === "add") add();
  else if (!chosen) return;
  else if (what === "correct") openForm(formOf(row(chosen)));
  else if (what === "reject" && row(chosen)?.dataset.field) return;
  else if (what === "reopen" || row(chosen)?.dataset.open) decide(what, chosen);
  else if (what === "confirm") choose(nextOpen(chosen));
}

const KEYS = { Enter: "confirm", x: "reject", e: "correct", a: "add", o: "reopen", f: "finish", n: "next" };
document.addEventListener("keydown", (event) => {
  const form = panel.querySelector("form");
  if (form && event.key === "Escape") {
    closeForm();
    return;
  }
  if (form && event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    form.requestSubmit();
    return;
  }
  if (typing(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest?.("button, a, summary") && event.key === "Enter") return;
  if (event.key === "ArrowDown" || event.key === "j") move(1);
  else if (event.key === "ArrowUp" || event.key === "k") move(-1);
  else if (KEYS[event.key]) act(KEYS[event.key]);
  else return;
  event.preventDefault();
});

facts.addEventListener("click", (event) => {
  const here = event.target.closest(".fact");
  if (here) choose(here.dataset.key, { scroll: false });
  const what = event.target.closest("[data-do]")?.dataset.do;
  if (what) act(what);
});
text.addEventListener("click", (event) => {
  const mark = event.target.closest(".m");
  if (mark && document.getSelection()?.isCollapsed) choose(mark.dataset.keys.split(" ").at(-1));
});
panel.addEventListener("submit", (event) => {
  event.preventDefault();
  save(event.target);
});
panel.addEventListener("click", (event) => {
  if (event.target.closest("[data-close]")) closeForm();
});
panel.addEventListener("change", (event) => {
  if (event.target.name === "fact-kind") add(event.target.value);
});
document.addEventListener("desk-undone", (event) => {
  event.preventDefault();
  location.reload();
});
choose(rows().find((one) => one.dataset.open)?.dataset.key ?? rows()[0]?.dataset.key ?? null, { scroll: false });
