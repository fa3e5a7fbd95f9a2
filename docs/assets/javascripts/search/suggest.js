// The first results below the header's box, as one types.

import { hits, element } from "./hits.js";
import { entities } from "./entities.js";
import { CALLED, names } from "./names.js";
import { completions } from "./completion.js";
import { open, search } from "./search.js";
import { format, say } from "../say.js";

const PAUSE = 120; // ms without a key before a search
const MOST = 6;

const mounted = new Map();

/** Puts the panel below a box, once for each; it follows what is typed. Enter leads to what is called so, if that is one page. */
export function suggest(base, form, input) {
  if (mounted.has(form)) return;
  const id = mounted.size ? `ky-suggest-${mounted.size + 1}` : "ky-suggest";
  mounted.set(form, id);
  const panel = element("div", { class: "ky-suggest", id, hidden: true });
  form.append(panel);
  let timer = 0;
  let asked = 0;

  const close = () => {
    panel.hidden = true;
    panel.replaceChildren();
    panel.removeAttribute("data-search-state");
  };

  const run = async () => {
    const typed = input.value;
    const number = ++asked;
    if (!typed.trim() || document.querySelector("[data-ky-search]")) return close();
    panel.hidden = false;
    panel.setAttribute("data-search-state", "loading");
    let content;
    let state = "done";
    try {
      content = await panelOf(base, typed);
    } catch {
      state = "error";
      content = [element("p", { class: "ky-suggest-note", role: "status" }, say("scripts.error"))];
    }
    if (number !== asked) return;
    if (!panel.contains(document.activeElement)) panel.replaceChildren(...content); // a reader who is choosing keeps what is there
    panel.setAttribute("data-search-state", state);
  };

  input.addEventListener("input", () => {
    panel.setAttribute("data-search-state", "loading");
    clearTimeout(timer);
    timer = setTimeout(run, PAUSE);
  });
  form.addEventListener("keydown", (event) => {
    const links = [...panel.querySelectorAll("a")];
    if (event.key === "Escape" && !panel.hidden) {
      asked += 1;
      close();
      input.focus();
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && links.length) {
      event.preventDefault();
      const at = links.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1);
      if (at < 0) input.focus();
      else links[Math.min(at, links.length - 1)].focus();
    }
  });
  form.addEventListener("submit", async (event) => {
    if (document.querySelector("[data-ky-search]") || event.submitter?.matches("button:focus")) return;
    event.preventDefault();
    location.href = (await called(base, input.value).catch(() => null)) ?? all(base, input.value);
  });
  document.addEventListener("click", (event) => {
    if (!form.contains(event.target)) close();
  });
  form.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !form.contains(event.relatedTarget)) close();
  });
  if (input.value.trim()) run();
}

const all = (base, typed) => {
  const address = new URL("tra-cuu/", base);
  address.searchParams.set("tk", typed);
  return address.href;
};

/** The address of the one page that is called just so, or null. */
async function called(base, typed) {
  const [first, second] = await names(await open(base), typed, { most: 2, fuzzy: false });
  if (!first || first.rank < CALLED || (second && second.rank >= first.rank)) return null;
  const address = new URL(first.url, base);
  address.searchParams.set("tim", typed.trim());
  return address.href;
}

async function panelOf(base, typed) {
  const index = await open(base);
  let result = await search(index, typed);
  if (!result.total) {
    for (const completed of await completions(index, typed)) {
      const other = await search(index, completed);
      if (other.total > result.total) result = other;
    }
  }
  const suggested = await names(index, typed);
  if (!result.total && !suggested.length) result = await search(index, typed, { forgiving: true });
  const meant = result.respelled ?? typed;
  const found = await hits(index, result.pages.slice(0, MOST), result, meant, { brief: true });
  return [
    entities(base, suggested, { class: "ky-suggest-names", "aria-label": say("scripts.names") }),
    result.respelled ? element("p", { class: "ky-suggest-note" }, say("scripts.respelled", { meant })) : null,
    element("p", { class: "ky-suggest-note", role: "status", "aria-live": "polite" }, ...counted(result.total)),
    element("ol", { class: "ky-hits" }, ...found),
    result.total ? element("p", { class: "ky-suggest-all" }, element("a", { href: all(base, typed) }, say("scripts.all"))) : null,
  ].filter(Boolean);
}

/** "12 kết quả", its number told to programs as well. */
export function counted(total) {
  if (!total) return [element("span", { "data-hit-count": true, hidden: true }, "0"), say("scripts.none")];
  const [before, after] = say("scripts.count", { n: total }).split(format(total));
  return [before, element("span", { "data-hit-count": true }, format(total)), after];
}
