// What was typed, as a query: filters written in it (nam:2022), phrases in quotes, joined numbers (1465-CV/QU), and words.

import { terms } from "./terms.js";

export const FILTERS = ["don-vi", "tinh", "nam", "hinh-thuc", "muc", "loai"];
const ALSO = { "đơn vị": "don-vi", donvi: "don-vi", "tỉnh": "tinh", province: "tinh", năm: "nam", "hình thức": "hinh-thuc", hinhthuc: "hinh-thuc", mức: "muc", loại: "loai", unit: "don-vi", year: "nam", award: "hinh-thuc", level: "muc", kind: "loai" };
const FILTER = new RegExp(`(?:^|\\s)(${[...FILTERS, ...Object.keys(ALSO)].join("|")}):("[^"]*"|[^\\s"]+)`, "giu");
const QUOTES = /[“”„‟«»″＂]/g;
const MOST_CHARACTERS = 1000; // of which at most so many words are sought
const MOST_WORDS = 24;

/**
 * {words, phrases, filters, sequence, shortened}. `words` are free terms; `phrases` must stand as they are: each is a list of
 * terms with `quoted` (then, if any is typed with diacritics, all are as typed); `sequence` is all free terms in order, for ranking.
 */
export function parse(typed) {
  let text = typed.normalize("NFC").replace(QUOTES, '"');
  const shortened = text.length > MOST_CHARACTERS;
  if (shortened) text = text.slice(0, MOST_CHARACTERS);
  const filters = {};
  text = text.replace(FILTER, (_, name, value) => {
    const key = ALSO[name.toLowerCase()] ?? name.toLowerCase();
    (filters[key] ??= []).push(value.replaceAll('"', ""));
    return " ";
  });
  const phrases = [];
  let free = text;
  if ((text.match(/"/g) ?? []).length >= 2) {
    free = text.replace(/"([^"]*)"/g, (_, inside) => {
      const found = terms(inside).slice(0, MOST_WORDS);
      if (found.length) phrases.push({ terms: found, quoted: true });
      return " | "; // words on its two sides are no neighbours
    });
  }
  const sequence = terms(free).slice(0, MOST_WORDS);
  const words = [];
  for (let i = 0; i < sequence.length; ) {
    let end = i + 1;
    while (end < sequence.length && sequence[end].joined) end += 1;
    if (end - i > 1) phrases.push({ terms: sequence.slice(i, end), quoted: false });
    else words.push(sequence[i]);
    i = end;
  }
  return { words, phrases, filters, sequence, shortened, empty: !words.length && !phrases.length };
}

/** Whether a term was typed with diacritics. */
export const isMarked = (term) => term.exact !== term.folded;

/** How well a spelling answers the terms: 3 the very spelling, 2 all that was typed with diacritics, 1 the same letters. */
export function spelled(typed, spelling) {
  let level = 3;
  for (let i = 0; i < typed.length; i += 1) {
    if (spelling[i] === typed[i].exact) continue;
    if (isMarked(typed[i])) return 1;
    level = 2;
  }
  return level;
}

/** The query with another spelling of one word. */
export function respelled(typed, wrong, right) {
  const found = terms(typed.normalize("NFC")).find((term) => term.folded === wrong);
  if (!found) return typed;
  const text = typed.normalize("NFC");
  return text.slice(0, found.start) + right + text.slice(found.end);
}

/** Names of filters as their ids: don-vi:"Quận ủy" and don-vi:quan-uy mean one. */
export const slug = (words) => terms(words.normalize("NFC")).map((term) => term.folded).join("-");
