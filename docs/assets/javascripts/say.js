// The words of the interface, numbers and days as the site's language writes them. The words are generated with the pages.

import { WORDS } from "../words.js";

/** The word at `key`, or null. */
export const word = (key) => WORDS[key] ?? null;

/** The word at `key` with what is put in by name; `n` chooses between the forms of one and several. */
export function say(key, values = {}) {
  const told = WORDS[key] ?? WORDS[`${key}.${values.n === 1 ? "one" : "other"}`];
  return told.replace(/\{([a-z_]+)\}/g, (_, name) => (typeof values[name] === "number" ? format(values[name]) : values[name]));
}

/** A whole number: 5.645 in Vietnamese, 5,645 in English. */
export const format = (number) => String(number).replace(/\B(?=(\d{3})+$)/g, WORDS["numbers.group"]);

/** 2023-02-10 as 10/02/2023 in Vietnamese, 10 February 2023 in English; less where less is known. */
export function date(iso) {
  const [year, month, day] = iso.slice(0, 10).split("-");
  if (!month) return year;
  const parts = { year, month: WORDS[`months.${month}`], day: day && String(Number(day)).padStart(Number(WORDS["dates.digits"]), "0") };
  return say(day ? "dates.day" : "dates.month", parts);
}

const escaped = (words) => words.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
const MONTHS = new Map(Object.entries(WORDS).flatMap(([key, name]) => (key.startsWith("months.") ? [[name, Number(key.slice(7))]] : [])));
const PARTS = { day: "(?<day>\\d{1,2})(?:–\\d{1,2})?", month: `(?<month>${[...MONTHS.keys()].map(escaped).join("|")})`, year: "(?<year>\\d{4})" };
const DATES = ["dates.day", "dates.month"].map(
  (key) => new RegExp(`^${WORDS[key].split(/\{([a-z]+)\}/).map((part, at) => (at % 2 ? PARTS[part] : escaped(part))).join("")}$`),
);
const [GROUP, DECIMAL] = [WORDS["numbers.group"], WORDS["numbers.decimal"]].map(escaped);
const NUMBER = new RegExp(`^(?:\\d{1,3}(?:${GROUP}\\d{3})*|\\d+)(?:${DECIMAL}\\d+)?\\s?[%+]?$`);

/** What `date` writes, or a span of such days (05–07/08/2023) by its first, as a number that sorts; null for anything else. */
export function day(told) {
  const [first] = told.split(" – ");
  const found = DATES.map((pattern) => pattern.exec(first)?.groups).find(Boolean);
  return found ? Number(found.year) * 10000 + MONTHS.get(found.month) * 100 + Number(found.day ?? 0) : null;
}

/** A number as the language writes it, with % or + behind it too; null for anything else. */
export function number(told) {
  if (!NUMBER.test(told)) return null;
  return Number(told.replace(/[\s%+]/g, "").replaceAll(WORDS["numbers.group"], "").replace(WORDS["numbers.decimal"], "."));
}
