// The first results below the header's box, as one types.

import { hits, element } from "./hits.js";
import { names } from "./names.js";
import { completions } from "./completion.js";
import { open, search } from "./search.js";
import { format, say, word } from "../say.js";

const PAUSE = 120; // ms without a key before a search
const MOST = 6;

let mounted = false;

/** Puts the panel below the box, once; it follows what is typed. */
export function suggest(base, form, input) {
  if (mounted) return;
  mounted = true;
  const panel = element("div", { class: "ky-suggest", id: "ky-suggest", hidden: true });
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
  document.addEventListener("click", (event) => {
    if (!form.contains(event.target)) close();
  });
  form.addEventListener("focusout", (event) => {
    if (event.relatedTarget && !form.contains(event.relatedTarget)) close();
  });
  if (input.value.trim()) run();
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
  const [found, called] = await Promise.all([hits(index, result.pages.slice(0, MOST), result.query, typed, { brief: true }), names(index, typed)]);
  const all = new URL("tra-cuu/", base);
  all.searchParams.set("tk", typed);
  return [
    called.length
      ? element(
          "ul",
          { class: "ky-suggest-names", "aria-label": say("scripts.names") },
          ...called.map(({ title, url, kind }) =>
            element("li", {}, element("a", { href: new URL(url, base).href }, title), " ", element("span", { class: "ky-suggest-kind" }, word(`scripts.kinds.${kind}`) ?? "")),
          ),
        )
      : null,
    element("p", { class: "ky-suggest-note", role: "status", "aria-live": "polite" }, ...counted(result.total)),
    element("ol", { class: "ky-hits" }, ...found),
    result.total ? element("p", { class: "ky-suggest-all" }, element("a", { href: all.href }, say("scripts.all"))) : null,
  ].filter(Boolean);
}

/** "12 kết quả", its number told to programs as well. */
export function counted(total) {
  if (!total) return [element("span", { "data-hit-count": true, hidden: true }, "0"), say("scripts.none")];
  const [before, after] = say("scripts.count", { n: total }).split(format(total));
  return [before, element("span", { "data-hit-count": true }, format(total)), after];
}
