// The sentence that answers a query, and which of its words to mark.

import { isMarked } from "./query.js";
import { terms } from "./terms.js";

const LONGEST = 260; // characters of an excerpt
const SENTENCE = /(?<=[.!?…;])\s+|\n+/u;

/** The terms of a query that are to be marked, phrases as whole. */
export function wanted(query) {
  const phrases = query.phrases.map((one) => one.terms);
  if (query.sequence.length > 1 && query.words.length > 1) phrases.unshift(query.sequence);
  return { phrases, words: query.words };
}

/** Places [start, end] in `text` to mark: whole phrases where they stand; else, or besides, the free words. */
export function places(text, { phrases, words }) {
  const found = terms(text);
  const at = [];
  for (const phrase of phrases) {
    for (let i = 0; i + phrase.length <= found.length; i += 1)
      if (phrase.every((term, k) => alike(term, found[i + k]))) at.push([found[i].start, found[i + phrase.length - 1].end]);
  }
  const whole = at.length > 0 && phrases.some((phrase) => words.every((word) => phrase.includes(word)));
  if (!whole) for (const term of found) if (words.some((word) => alike(word, term))) at.push([term.start, term.end]);
  return merged(at);
}

const alike = (typed, term) => typed.folded === term.folded && (!isMarked(typed) || typed.exact === term.exact);

/** The same without regard to diacritics, for a text in which the spelling that was typed does not stand. */
export function loosely({ phrases, words }) {
  const loose = (term) => ({ ...term, exact: term.folded });
  return { phrases: phrases.map((one) => one.map(loose)), words: words.map(loose) };
}

function merged(at) {
  const result = [];
  for (const [start, end] of at.sort((a, b) => a[0] - b[0] || b[1] - a[1])) {
    const last = result.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else result.push([start, end]);
  }
  return result;
}

/** {text, at}: the sentence with most of what is sought, cut to a readable length, and the places to mark in it. */
export function excerpt(blocks, sought) {
  let best = null;
  for (const block of blocks) {
    for (const sentence of block.split(SENTENCE)) {
      const at = places(sentence, sought);
      const worth = at.reduce((sum, [start, end]) => sum + (end - start) ** 2, 0);
      if (!best || worth > best.worth) best = { worth, text: sentence, at };
    }
  }
  return best && best.worth > 0 ? cut(best) : null;
}

function cut({ text, at }) {
  if (text.length <= LONGEST) return { text, at };
  const wish = Math.max(0, at[0][0] - LONGEST / 3);
  const start = wish === 0 ? 0 : text.indexOf(" ", wish) + 1;
  const end = Math.min(text.length, start + LONGEST);
  const stop = end === text.length ? end : Math.max(text.lastIndexOf(" ", end), at[0][1]);
  const lead = start > 0 ? "… " : "";
  const shift = lead.length - start;
  return {
    text: lead + text.slice(start, stop) + (stop < text.length ? " …" : ""),
    at: at.filter(([from, to]) => from >= start && to <= stop).map(([from, to]) => [from + shift, to + shift]),
  };
}

/** The least number of words between the first and the last in a stretch of `text` that holds all of `sought`. */
export function narrowest(text, sought) {
  const needs = new Map();
  for (const term of sought) needs.set(term.folded, (needs.get(term.folded) ?? 0) + 1);
  const found = terms(text)
    .map((term, place) => [term.folded, place])
    .filter(([folded]) => needs.has(folded));
  let missing = sought.length;
  let least = Infinity;
  let left = 0;
  const have = new Map();
  for (const [folded, place] of found) {
    const count = (have.get(folded) ?? 0) + 1;
    have.set(folded, count);
    if (count <= needs.get(folded)) missing -= 1;
    while (missing === 0) {
      const [first, start] = found[left];
      least = Math.min(least, place - start);
      have.set(first, have.get(first) - 1);
      if (have.get(first) < needs.get(first)) missing += 1;
      left += 1;
    }
  }
  return least;
}
