// A last word that is only begun, completed: "giay kh" while "giấy khen" is being typed.

import { terms } from "./terms.js";

const MOST = 3;

/** What is typed with its last word completed, the most frequent words first; [] when it ends in a space or a whole word. */
export async function completions(open, typed) {
  const text = typed.normalize("NFC");
  const last = terms(text).at(-1);
  if (!last || last.end !== text.length) return [];
  const words = await open.letter("v", last.folded[0]);
  return Object.entries(words)
    .filter(([word]) => word !== last.folded && word.startsWith(last.folded))
    .sort(([, [a]], [, [b]]) => b - a)
    .slice(0, MOST)
    .map(([, [, spelling]]) => text.slice(0, last.start) + spelling);
}
