// Which pages answer a query, best first. Works on lists of numbers only; no text is loaded here.

import { isMarked, spelled } from "./query.js";

const K1 = 1.2;
const B = 0.6;
const ARTICLE = "bai";

/** Every page that has all words and phrases: [{page, rank, …}] in order. `index` is open. */
export async function matches(index, query) {
  const { words, phrases, sequence } = query;
  const pairs = [...phrases.flatMap((one) => pairsOf(one.terms)), ...pairsOf(sequence)];
  const single = [...words, ...phrases.filter((one) => one.terms.length === 1).flatMap((one) => one.terms)];
  const lists = await index.lists([...new Set([...pairs.map((one) => one.key), ...single.map((one) => one.folded)])]);

  let pages = null;
  const only = (found) => {
    pages = pages === null ? new Set(found.keys()) : new Set([...pages].filter((page) => found.has(page)));
  };
  const scored = [];
  for (const word of words) {
    const found = pagesOf(lists[word.folded], [word], 1);
    only(found);
    scored.push(found);
  }
  const strict = phrases.map((one) => {
    const least = one.quoted ? (one.terms.some(isMarked) ? 3 : 2) : 1; // who types one diacritic types them all
    const found = one.terms.length > 1 ? phrase(lists, one.terms, least) : pagesOf(lists[one.terms[0].folded], one.terms, least);
    only(found);
    return found;
  });
  if (pages === null) return [];
  const soft = sequence.length > 1 ? phrase(lists, sequence, 1) : new Map();
  const near = sequence.length > 1 ? pairsOf(sequence).map((pair) => occurrences(lists[pair.key], pair.terms, 1)) : [];
  const marked = sequence.some(isMarked) || phrases.some((one) => one.terms.some(isMarked));
  return rank(index, [...pages], { scored, strict, soft, near, marked, alone: sequence.length === 1 ? scored[0] ?? strict[0] : null });
}

function rank(index, pages, { scored, strict, soft, near, marked, alone }) {
  const { facets } = index;
  const count = facets.kind.length;
  const average = facets.length.reduce((sum, one) => sum + one, 0) / count || 1;
  const article = facets.kinds.indexOf(ARTICLE);
  const most = marked ? 3 : 2; // typed without diacritics, the very spelling says nothing
  const weigh = (found, page) => {
    const idf = Math.log(1 + (count - found.size + 0.5) / (found.size + 0.5));
    const times = found.get(page).count;
    return (idf * times * (K1 + 1)) / (times + K1 * (1 - B + (B * facets.length[page]) / average));
  };
  const all = [...scored, ...strict];
  const found = pages.map((page) => {
    const whole = soft.get(page) ?? alone?.get(page);
    const exact = [...(whole ? [whole] : []), ...strict.map((one) => one.get(page))];
    const level = exact.length && (whole || !scored.length) ? Math.min(most, ...exact.map((one) => one.level)) : 0;
    const usual = exact.length ? Math.min(...exact.map((one) => one.usual)) : 0;
    const neighbours = near.filter((one) => one.has(page)).length;
    const titled = exact.some((one) => one.title) || all.every((one) => one.get(page).title);
    let score = 0;
    for (const one of all) score += weigh(one, page);
    if (soft.has(page)) score += 2 * weigh(soft, page);
    return { page, rank: [level, neighbours, marked ? 0 : Math.round(usual * 4), facets.kind[page] === article ? 1 : 0, titled ? 1 : 0, score] };
  });
  return found.sort(byRank);
}

/** The better first; among equals in the order of the pages. */
export function byRank(a, b) {
  for (let i = 0; i < a.rank.length; i += 1) if (a.rank[i] !== b.rank[i]) return b.rank[i] - a.rank[i];
  return a.page - b.page;
}

const pairsOf = (terms) =>
  terms.slice(1).map((term, i) => ({ key: `${terms[i].folded}${term.joined ? "/" : " "}${term.folded}`, terms: [terms[i], term] }));

/** The pages with one word, by a list of single terms. `usual`: how much of the archive spells it as this page does. */
function pagesOf(spellings, typed, least) {
  const found = new Map();
  const shares = sharesOf(spellings, 2);
  for (const [spelling, list] of Object.entries(spellings)) {
    const level = spelled(typed, [spelling]);
    if (level < least) continue;
    for (let i = 0, page = 0; i < list.length; i += 2) {
      page += list[i];
      const times = list[i + 1] >> 1;
      const title = (list[i + 1] & 1) === 1;
      const old = found.get(page);
      if (!old) found.set(page, { count: times, title, level, usual: shares[spelling] });
      else {
        old.count += times;
        old.title ||= title;
        old.level = Math.max(old.level, level);
        old.usual = Math.max(old.usual, shares[spelling]);
      }
    }
  }
  return found;
}

/**
 * The occurrences of two neighbours: page → {title, at}, where `at` maps the rank of the first word among its like on the page to
 * [the second's rank, level, usual]. Several spellings of one key never share a rank.
 */
function occurrences(spellings, typed, least) {
  const found = new Map();
  const shares = sharesOf(spellings, 0);
  for (const [spelling, list] of Object.entries(spellings)) {
    const level = spelled(typed, spelling.split(/[ /]/));
    if (level < least) continue;
    for (let i = 0, page = 0; i < list.length; ) {
      page += list[i];
      const numbers = list[i + 1] & ~1;
      let one = found.get(page);
      if (!one) found.set(page, (one = { title: false, at: new Map() }));
      one.title ||= (list[i + 1] & 1) === 1;
      const end = i + 2 + numbers;
      for (let j = i + 2, first = 0, second = 0; j < end; j += 2) one.at.set((first += list[j]), [(second += list[j + 1]), level, shares[spelling]]);
      i = end;
    }
  }
  return found;
}

function sharesOf(spellings, step) {
  const sizes = Object.fromEntries(Object.entries(spellings).map(([spelling, list]) => [spelling, step ? list.length / step : list.length]));
  const whole = Object.values(sizes).reduce((sum, one) => sum + one, 0) || 1;
  return Object.fromEntries(Object.entries(sizes).map(([spelling, size]) => [spelling, size / whole]));
}

/** The pages in which the terms stand one behind the other: page → {count, title, level, usual}. */
function phrase(lists, terms, least) {
  const chain = pairsOf(terms).map((pair) => occurrences(lists[pair.key], pair.terms, least));
  const found = new Map();
  for (const [page, start] of chain[0]) {
    const pairs = chain.map((one) => one.get(page));
    if (pairs.includes(undefined)) continue;
    const title = pairs.every((one) => one.title);
    for (const [first] of start.at) {
      const whole = followed(pairs, first);
      if (!whole) continue;
      const old = found.get(page);
      if (!old) found.set(page, { count: 1, title, ...whole });
      else {
        old.count += 1;
        old.level = Math.max(old.level, whole.level);
        old.usual = Math.max(old.usual, whole.usual);
      }
    }
  }
  return found;
}

/** The chain that begins with the rank `first`: its worst level and rarest spelling, or null where it breaks. */
function followed(pairs, first) {
  let rank = first;
  let level = 3;
  let usual = 1;
  for (const { at } of pairs) {
    const next = at.get(rank);
    if (!next) return null;
    rank = next[0];
    level = Math.min(level, next[1]);
    usual = Math.min(usual, next[2]);
  }
  return { level, usual };
}
