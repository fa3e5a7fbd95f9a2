// One search, used by the header's box and by the page "Tìm kiếm": matches, filters, counts, order, and what to offer when
// nothing is found.

import { SearchIndex } from "./index.js";
import { completions } from "./completion.js";
import { byRank, matches } from "./match.js";
import { nearest } from "./spelling.js";
import { narrowest } from "./excerpt.js";
import { FILTERS, parse, slug } from "./query.js";
import { writtenOut } from "./short-forms.js";
import { fold } from "./terms.js";

const REORDERED = 20; // so many of the first are weighed by how near the words stand, which needs their texts

let index = null;

/** The index of this site, opened. Rejects with IndexError. */
export async function open(base) {
  if (index?.base !== base) index = new SearchIndex(base);
  await index.open();
  return index;
}

/**
 * {query, queryOf, pages, total, counts, chosen, respelled}. `pages` are numbers of pages in order, each found by the query `queryOf` has
 * for it: as typed, or with its short forms written out. `forgiving` seeks the nearest spelling, or the last word completed, where nothing is found, which
 * `respelled` then tells. A query without words and filters is answered by every page. `chosen` are the filters: those given and those
 * written in the query. `counts` tells for each filter how many pages each value would leave, the other filters being kept.
 */
export async function search(open, typed, options = {}) {
  const result = await ask(open, typed, options);
  if (!options.forgiving || result.total || result.unfiltered) return result;
  const spelt = await nearest(open, typed);
  for (const better of spelt ? [spelt] : await completions(open, typed)) {
    const other = await ask(open, better, options);
    if (other.total || other.unfiltered) return { ...other, respelled: better };
  }
  return result;
}

async function ask(open, typed, { filters = {}, from = "", until = "", byDate = false }) {
  const query = parse(typed);
  const chosen = Object.fromEntries(FILTERS.map((name) => [name, values(open, name, [...(filters[name] ?? []), ...(query.filters[name] ?? [])])]));
  const narrowed = Boolean(from || until) || FILTERS.some((name) => chosen[name].length);
  const queryOf = new Map();
  const found = query.empty ? open.facets.kind.map((_, page) => ({ page, rank: [0] })) : await answers(open, query, queryOf);
  const { facets } = open;
  const inTime = found.filter(({ page }) => within(facets.date[page], from, until));
  const kept = inTime.filter(({ page }) => FILTERS.every((name) => has(facets, name, page, chosen[name])));
  const counts = Object.fromEntries(
    FILTERS.map((name) => [
      name,
      count(facets, name, inTime.filter(({ page }) => FILTERS.every((other) => other === name || has(facets, other, page, chosen[other])))),
    ]),
  );
  if (byDate || query.empty) kept.sort((a, b) => compare(facets.date[b.page], facets.date[a.page]) || a.page - b.page);
  else await reorder(open, query, kept);
  return { query, queryOf, pages: kept.map(({ page }) => page), total: kept.length, counts, chosen, unfiltered: narrowed ? found.length : kept.length };
}

/** The pages that answer the query as typed or written out, best first; each is noted in `queryOf` with the one that found it. */
async function answers(open, query, queryOf) {
  const plain = !query.phrases.length && query.sequence.length > 0;
  const longer = plain ? writtenOut(query.sequence, await open.short()) : null;
  const [first, second] = await Promise.all([matches(open, query), longer ? matches(open, parse(longer)) : []]);
  const best = new Map(first.map((one) => [one.page, one]));
  for (const one of second) {
    const old = best.get(one.page);
    if (old && byRank(old, one) <= 0) continue;
    best.set(one.page, one);
    queryOf.set(one.page, parse(longer));
  }
  return second.length ? [...best.values()].sort(byRank) : first;
}

const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/** Ids of a filter's values however they are written: by id, by label. */
function values(open, name, written) {
  const labels = name === "loai" ? open.facets.kinds.map((id) => [id, id]) : open.facets.labels[name];
  const known = written.map((one) => labels.find(([id, label]) => id === one || id === slug(one) || fold(label.toLowerCase()) === fold(one.toLowerCase()))?.[0] ?? one);
  return [...new Set(known)];
}

/** The ids that a page has for a filter. */
export function idsOf(facets, name, page) {
  if (name === "loai") return [facets.kinds[facets.kind[page]]];
  return facets.columns[name][page].map((number) => facets.labels[name][number][0]);
}

function has(facets, name, page, chosen) {
  return chosen.length === 0 || idsOf(facets, name, page).some((id) => chosen.includes(id));
}

function count(facets, name, found) {
  const counts = new Map();
  for (const { page } of found) for (const id of idsOf(facets, name, page)) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

/** A date cut short lies within a span that any of its days touches. */
function within(date, from, until) {
  if (!from && !until) return true;
  if (!date) return false;
  return (!from || `${date}-99-99`.slice(0, 10) >= from || date.slice(0, 10) >= from) && (!until || date.slice(0, 10) <= `${until}-99-99`.slice(0, 10));
}

/** Where the words stand apart, the pages on which they stand nearest go first, among those that rank alike otherwise. */
async function reorder(open, query, found) {
  if (query.sequence.length < 2 || !found.length || found[0].rank[0] > 0) return;
  const first = found.slice(0, REORDERED);
  const widths = new Map(
    await Promise.all(first.map(async ({ page }) => [page, narrowest((await open.page(page)).text.join("\n"), query.sequence)])),
  );
  first.sort((a, b) => b.rank[1] - a.rank[1] || widths.get(a.page) - widths.get(b.page));
  found.splice(0, first.length, ...first);
}
