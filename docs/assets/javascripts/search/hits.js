// Results as elements. Whatever a page says enters as text, never as markup.

import { excerpt, loosely, places, wanted } from "./excerpt.js";
import { date, word } from "../say.js";

/** An element with attributes, and children that are elements or text. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== null && value !== false) made.setAttribute(key, value === true ? "" : value);
  made.append(...children.filter((one) => one !== null && one !== undefined));
  return made;
}

/** A text with marks at the places given. */
export function marked(text, at) {
  const parts = document.createDocumentFragment();
  let before = 0;
  for (const [start, end] of at) {
    parts.append(text.slice(before, start), element("mark", {}, text.slice(start, end)));
    before = end;
  }
  parts.append(text.slice(before));
  return parts;
}

/** The list items of some results. `typed` goes on with the link, so that the page opened can mark the words. */
export async function hits(open, pages, { query, queryOf }, typed, { brief = false } = {}) {
  const found = await Promise.all(pages.map((page) => open.page(page)));
  return found.map((page, at) => hit(open, page, wanted(queryOf.get(pages[at]) ?? query), typed, brief));
}

function hit(open, page, sought, typed, brief) {
  const address = new URL(page.url, open.base);
  if (typed.trim()) address.searchParams.set("tk", typed.trim().slice(0, 200));
  const found = excerpt(page.text, sought) ?? excerpt(page.text, loosely(sought));
  const title = places(page.title, sought);
  const meta = [page.kind === "bai" ? null : word(`scripts.kinds.${page.kind}`), page.date ? date(page.date) : null, ...page.units.slice(0, 2)];
  const lines = meta.filter(Boolean).join(" · ");
  return element(
    "li",
    { class: "ky-hit" },
    element("a", { class: "ky-hit-title", href: address.href, "data-hit": true }, marked(page.title, title)),
    lines ? element("p", { class: "ky-hit-meta" }, lines) : null,
    !brief && page.awards.length ? element("p", { class: "ky-hit-awards" }, page.awards.join(" · ")) : null,
    found ? element("p", { class: "ky-hit-words" }, marked(found.text, found.at)) : null,
  );
}
