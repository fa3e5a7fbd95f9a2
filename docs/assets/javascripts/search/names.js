// Units, persons, forms, levels, years and documents by what they are called: their titles, other names, abbreviations, initials, and
// slips of spelling. Its other side is generator/publishing/search/names.py.

import { isMarked } from "./query.js";
import { counted, readings } from "./short-forms.js";
import { distance } from "./spelling.js";
import { terms } from "./terms.js";

const MOST = 5;
const MOST_WORDS = 12;
export const CALLED = 80; // from this rank on a name is the very one that was typed
const BEGINS = 57; // from this rank on a name begins with what was typed; then names that only hold the words stay out
const PART = 40;

/** The best names for the words typed: [{page, title, url, kind, articles, note, rank}]. `open` is an open index. */
export async function names(open, typed, { most = MOST, fuzzy = true } = {}) {
  const sought = terms(typed.normalize("NFC"));
  if (!sought.length || sought.length > MOST_WORDS || typed.includes('"') || typed.includes(":")) return [];
  const asked = readings(sought, await open.short());
  const found = new Map();
  const weigh = async (begun, answer) => {
    const rows = await open.letter("n", begun);
    if (!Array.isArray(rows)) return;
    for (const row of rows) {
      const rank = answer(row);
      if (rank > (found.get(row[0])?.rank ?? 0)) found.set(row[0], entity(row, rank, sought));
    }
  };
  for (const reading of asked) {
    if (!reading) continue;
    const words = reading.split(" ");
    await weigh(words[0], (row) => best(row, reading, words));
  }
  if (fuzzy && !found.size) {
    const words = asked[0].split(" ");
    for (const letter of new Set([words[0].slice(0, 2), words.at(-1).slice(0, 2)])) await weigh(letter, (row) => nearly(row, words));
  }
  const first = Math.max(...[...found.values()].map((one) => one.rank));
  const near = [...found.values()].filter((one) => first < BEGINS || one.rank >= PART);
  return near.sort((a, b) => b.rank - a.rank || b.articles - a.articles || a.title.length - b.title.length || (a.url < b.url ? -1 : 1)).slice(0, most);
}

function entity([page, title, url, kind, articles, note], rank, sought) {
  const exact = new Set(terms(title.normalize("NFC")).map((term) => term.exact));
  const folded = new Set(terms(title.normalize("NFC")).map((term) => term.folded));
  const other = counted(sought).some((term) => isMarked(term) && folded.has(term.folded) && !exact.has(term.exact));
  return { page, title, url, kind, articles, note, rank: other ? rank - 3 : rank };
}

/** How well a name answers: the very title, another name, the title's beginning, a part, all words somewhere; 0 if not. */
function best([, , , , , , own, called], reading, words) {
  let rank = 0;
  called.forEach((name, at) => {
    const main = at < own ? 5 : 0;
    if (name === reading) rank = Math.max(rank, 90 + main);
    else if (name.startsWith(reading)) rank = Math.max(rank, 60 + main);
    else if (` ${name}`.includes(` ${reading}`)) rank = Math.max(rank, 45 + main);
    else if (words.length > 1 && all(name.split(" "), words)) rank = Math.max(rank, 25 + main);
  });
  return rank;
}

const all = (name, words) => words.every((word, i) => name.some((one) => (i === words.length - 1 ? one.startsWith(word) : one === word)));

/** The same with slips of spelling: word by word, or the words run together. */
function nearly([, , , , , , own, called], words) {
  let rank = 0;
  const joined = words.join("");
  called.forEach((name, at) => {
    const main = at < own ? 2 : 0;
    const parts = name.split(" ");
    if (parts.length === words.length && words.every((word, i) => alike(word, parts[i]))) rank = Math.max(rank, 20 + main);
    else if (words.length > 1 && words.every((word) => parts.some((part) => alike(word, part)))) rank = Math.max(rank, 10 + main);
    else if (joined.length > 5 && parts.length <= words.length + 2 && name.replaceAll(" ", "") === joined) rank = Math.max(rank, 15 + main);
  });
  return rank;
}

const alike = (word, other) => word === other || (word.length > 1 && !/^\d/.test(word) && distance(word, other, most(word)) <= most(word));
const most = (word) => (word.length < 3 ? 0 : word.length < 6 ? 1 : 2);
