// Short forms written out: TPHCM, GTVT, GD&ĐT, HC. Its other side is generator/publishing/search/short_forms.py.

const JOINING = new Set(["va"]); // words that a name may have or not
const LONGEST = 5; // words of a form
const MOST_READINGS = 4;

/** Terms without the words that a name may have or not. */
export const counted = (found) => found.filter((term) => !JOINING.has(term.folded));

/** What terms may mean: lists of folded words joined by spaces, every short form of `table` written out; one unless a form means several. */
export function readings(found, table) {
  const words = counted(found);
  let made = [[]];
  for (let at = 0; at < words.length; ) {
    let length = Math.min(LONGEST, words.length - at);
    let meanings;
    for (; length > 0; length -= 1) {
      const some = words.slice(at, at + length);
      meanings = own(table, some.map((one) => one.exact).join(" ")) ?? own(table, some.map((one) => one.folded).join(" "));
      if (meanings) break;
    }
    const next = meanings ?? [words[at].folded];
    made = made.flatMap((reading) => next.map((meaning) => [...reading, meaning])).slice(0, MOST_READINGS);
    at += Math.max(length, 1);
  }
  return [...new Set(made.map((reading) => reading.join(" ")))];
}

/** The same text with its short forms written out, or null where it has none or a form means several. */
export function writtenOut(found, table) {
  const [first, ...others] = readings(found, table);
  const plain = counted(found).map((one) => one.folded).join(" ");
  return first === plain || others.length ? null : first;
}

const own = (table, key) => (Object.hasOwn(table, key) ? table[key] : undefined);
