// Takes away what is on the screen: a table as it is filtered and sorted, or the results of a search, as .xlsx.

import "./downloads.js";
import { named, save } from "./saving.js";
import { day, number, say, word } from "./say.js";
import { TYPE, workbook } from "./sheet.js";

const FEWEST = 2; // rows worth taking away
const PAGES = 500; // results of a search: each is a small file to fetch

/** Saves a workbook under a name made of `title`. */
const saveSheet = (title, lines, heads, rows) => save(`${named(title) || "bang"}.xlsx`, TYPE, [workbook(title, lines, heads, rows)]);

function button(words, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "ky-take";
  made.textContent = words;
  made.addEventListener("click", act);
  return made;
}

const words = (cell) => (cell.querySelector(".ky-figure, .ky-none")?.textContent ?? cell.innerText).trim().replace(/[^\S\n]+/g, " ");

/** A cell of a page as one of a sheet: a full day, a plain number, or words with their first link. */
function value(cell) {
  const told = words(cell);
  if (told === "" || told === "–") return null;
  const date = day(told);
  if (date !== null && date % 100 && !told.includes("–")) return { words: told, day: date };
  const plain = /[+%]$/.test(told) ? null : number(told);
  if (plain !== null && !/^0\d/.test(told)) return plain;
  const link = cell.querySelector("a[href]");
  return { words: told, link: link && /^https?:$/.test(link.protocol) ? link.href : null };
}

const title = () => document.querySelector("article h1")?.innerText.replace(/¶$/, "").trim() || document.title;

/** The shown rows of `tables` under the heads of the first; a column more for the heading that each table has. */
function taken(tables) {
  const heads = [...tables[0].tHead.rows[0].cells].map((cell) => cell.innerText.trim());
  const several = tables.length > 1;
  const rows = tables.flatMap((table) => {
    const box = table.closest(".md-typeset__scrollwrap") ?? table;
    const group = several ? { words: box.previousElementSibling?.innerText?.replace(/¶$/, "").trim() ?? "" } : null;
    const shown = [...table.tBodies[0].rows].filter((row) => !row.hidden);
    return shown.map((row) => [...(several ? [group] : []), ...[...row.cells].map(value)]);
  });
  saveSheet(title(), [title(), location.href], several ? [say("scripts.take_group"), ...heads] : heads, rows);
}

export function mount() {
  const groups = new Map();
  for (const table of document.querySelectorAll("article table:not([class])")) {
    if (table.dataset.kyTaken !== undefined || table.closest(".ky-chart, .ky-sums, .ky-record, [data-ky-search]") || !table.tHead || !table.tBodies[0]) continue;
    table.dataset.kyTaken = "";
    const whole = table.closest(".ky-index") ?? table;
    groups.set(whole, [...(groups.get(whole) ?? []), table]);
  }
  for (const tables of groups.values()) {
    if (tables.reduce((sum, table) => sum + table.tBodies[0].rows.length, 0) < FEWEST) continue;
    const last = tables.at(-1).closest(".md-typeset__scrollwrap") ?? tables.at(-1);
    const take = button(say("scripts.take_table"), () => taken(tables));
    // A page of one table has it at its end: no words move when scripts come late.
    if (groups.size === 1 && last.closest("article")) last.closest("article").append(take);
    else last.after(take);
  }
}

/** A button that takes away the results of a search: `typed` with its filters, whose address is in the sheet. */
export function takeResults(index, result, typed) {
  const made = button(say("scripts.take_results"), async () => {
    made.disabled = true;
    try {
      const pages = await Promise.all(result.pages.slice(0, PAGES).map((page) => index.page(page)));
      const rows = pages.map((page) => {
        const date = page.date ? Number(page.date.slice(0, 10).replaceAll("-", "")) : 0;
        return [
          { words: page.title, link: new URL(page.url, index.base).href },
          { words: word(`scripts.kinds.${page.kind}`) ?? page.kind },
          page.date ? { words: page.date, day: date > 10000000 ? date : 0 } : null,
          { words: page.units.join("; ") },
          { words: page.awards.join("; ") },
        ];
      });
      const cut = result.total > rows.length ? [say("scripts.take_cut", { n: rows.length, all: result.total })] : [];
      saveSheet(`${title()} ${typed}`, [`${title()}: ${typed}`, location.href, ...cut], ["page", "kind", "date", "units", "awards"].map((key) => say(`scripts.take_heads.${key}`)), rows);
    } finally {
      made.disabled = false;
    }
  });
  return made;
}

// The search page imports this module too: it mounts once.
if (globalThis.document$?.subscribe) globalThis.document$.subscribe(mount);
else mount();
