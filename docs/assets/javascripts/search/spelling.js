// The nearest spelling of a query whose words the archive does not know, from the vocabulary of the index.

import { respelled } from "./query.js";
import { terms } from "./terms.js";

/** The query with its unknown words put right, or null. `open` is an open index. */
export async function nearest(open, typed) {
  let better = typed;
  for (const term of terms(typed.normalize("NFC"))) {
    const words = await open.letter("v", term.folded[0]);
    if (words[term.folded]) continue;
    const found = best(term.folded, words) ?? (await fromOther(open, term.folded));
    if (!found) return null;
    better = respelled(better, term.folded, found);
  }
  return better === typed ? null : better;
}

/** A first letter may be the wrong one: the second then is often right, or it is doubled or missing. */
async function fromOther(open, word) {
  return word.length > 2 && word[1] !== word[0] ? best(word, await open.letter("v", word[1])) : null;
}

function best(word, words) {
  const most = word.length < 5 ? 1 : 2;
  let found = null;
  let rank = [most + 1, 0];
  for (const [other, [pages, spelling]] of Object.entries(words)) {
    if (Math.abs(other.length - word.length) > most) continue;
    const far = distance(word, other, most);
    if (far < rank[0] || (far === rank[0] && pages > rank[1])) {
      rank = [far, pages];
      found = spelling;
    }
  }
  return rank[0] <= most ? found : null;
}

/** Letters to change, add, drop or exchange with their neighbour (Damerau, optimal string alignment); above `most` it is cut. */
export function distance(a, b, most) {
  let before = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
    }
    if (Math.min(...next) > most) return most + 1;
    before = row;
    row = next;
  }
  return row[b.length];
}
