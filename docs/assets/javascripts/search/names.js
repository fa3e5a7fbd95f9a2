// Names to suggest while one types: units, people, forms of award, documents, from the titles of their pages.

import { terms } from "./terms.js";

const MOST = 5;

/** The best names that begin the words typed: [{title, url, kind}]. `open` is an open index. */
export async function names(open, typed) {
  const sought = terms(typed.normalize("NFC"));
  if (!sought.length || sought.length > 8 || typed.includes('"')) return [];
  const rows = await open.letter("n", sought[0].folded[0]);
  if (!Array.isArray(rows)) return [];
  const found = [];
  for (const [title, url, kind, articles] of rows) {
    const rank = answers(terms(title), sought);
    if (rank) found.push({ title, url, kind, rank: rank * 1e6 + articles });
  }
  return found.sort((a, b) => b.rank - a.rank || a.title.length - b.title.length || (a.url < b.url ? -1 : 1)).slice(0, MOST);
}

/** Whether each word typed is a word of the name, the last the beginning of one; more where they stand together or first. */
function answers(name, sought) {
  let best = 0;
  for (let start = 0; start < name.length; start += 1) {
    const together = sought.every((term, i) => begins(name[start + i], term, i === sought.length - 1));
    if (together) best = Math.max(best, start === 0 ? 4 : 3);
  }
  if (!best && sought.length > 1 && sought.every((term, i) => name.some((one) => begins(one, term, i === sought.length - 1)))) best = 1;
  return best;
}

const begins = (word, term, last) => word !== undefined && (last ? word.folded.startsWith(term.folded) : word.folded === term.folded);
