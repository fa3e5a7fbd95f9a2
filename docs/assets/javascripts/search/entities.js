// What is called as typed, as a list of links: below a box, and as cards on top of the results.

import { element } from "./hits.js";
import { CALLED, names } from "./names.js";
import { say, word } from "../say.js";

const ONE_WORD = 60; // from this rank on a name begins with what was typed
const PART = 25; // from this rank on every word typed is in the name
const MOST_CALLED = 4;
const MOST_ALIKE = 2;

/** A list of names with what each is; null for none. */
export function entities(base, found, attributes) {
  if (!found.length) return null;
  return element("ul", attributes, ...found.map(({ title, url, kind, articles, note }) => {
    const told = [word(`scripts.kinds.${kind}`), note, articles ? say("scripts.articles", { n: articles }) : null].filter(Boolean).join(" · ");
    return element("li", {}, element("a", { href: new URL(url, base).href, "data-entity": true }, title), " ", element("span", { class: "ky-suggest-kind" }, told));
  }));
}

/** The names to show above a result: those called just so; else those that begin so, or that are near where little else is found. */
export async function meant(index, typed, result) {
  const found = await names(index, typed, { most: MOST_CALLED, fuzzy: !result.total });
  const called = found.filter((one) => one.rank >= CALLED);
  if (called.length) return called;
  const least = result.total ? (result.query.sequence.length > 1 ? PART : ONE_WORD) : 1;
  return found.filter((one) => one.rank >= least).slice(0, MOST_ALIKE);
}
