// Tables that sort by a click on a column's head, long ones that filter, wide ones that scroll. Without script they are plain tables.
//
// Why not a library (looked at in November 2026): simple-datatables and DataTables' kin are LGPL or need a hundred kilobytes;
// tablesort 5 (MIT, kept) and sortable-tablesort 4 make the head itself take focus, which tells a screen reader of no button and knows
// no space bar, guess a column's kind from three cells, sort "–" among the words and narrow nothing; List.js wants lists of its own
// markup. What is told here as "not told", 1.234, 56+ and 10/02/2023, and Vietnamese order, would be ours to write on any of them.

import { day, format, number, say } from "./say.js";

const FEWEST = 3; // rows worth sorting
const MANY = 10; // rows worth a filter
const FEW_VALUES = [2, 40]; // of a column worth choosing from
const order = new Intl.Collator("vi", { numeric: true }); // a ă â b …; among equals by tone
const plain = (words) => words.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();

// What a cell is sorted by: a day, a number (1.234, 56+, 9,5 %), or its words; null for nothing told.
export function value(words) {
  const told = words.trim();
  if (told === "" || told === "–") return null;
  if (told === "+") return 0;
  return day(told) ?? number(told) ?? told;
}

// On a phone a number stands with what it counts, and the bare one is out of sight; by that we sort.
const words = (cell) => cell?.querySelector(".ky-figure, .ky-none")?.textContent ?? cell?.innerText ?? "";

function compare(one, other) {
  if (typeof one === "number" && typeof other === "number") return one - other;
  return order.compare(String(one), String(other));
}

function sort(table, column, head) {
  const down = head.getAttribute("aria-sort") === "ascending";
  for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
  head.setAttribute("aria-sort", down ? "descending" : "ascending");
  const body = table.tBodies[0];
  const rows = [...body.rows].map((row) => [row, value(words(row.cells[column]))]);
  rows.sort(([, one], [, other]) => {
    if (one === null || other === null) return (one === null) - (other === null); // what is not told stays last
    return down ? compare(other, one) : compare(one, other);
  });
  body.append(...rows.map(([row]) => row));
}

function sortable(table) {
  [...table.tHead.rows[0].cells].forEach((head, column) => {
    head.dataset.head = head.textContent.trim(); // on paper no browser repeats a button (print.css); folded, it has no innerText
    const button = document.createElement("button");
    button.type = "button";
    button.className = "ky-sort";
    button.append(...head.childNodes);
    button.addEventListener("click", () => sort(table, column, head));
    head.append(button);
  });
}

// One field for all of `tables`; a group left without rows goes with its heading.
function filterable(tables) {
  const label = document.createElement("label");
  label.className = "ky-narrow";
  const input = document.createElement("input");
  input.type = "search";
  const status = document.createElement("span");
  status.setAttribute("role", "status");
  label.append(`${say("scripts.filter_table")} `, input);
  const lists = choices(tables);
  const boxes = tables.map((table) => table.closest(".md-typeset__scrollwrap") ?? table);
  const groups = tables.map((table, at) => {
    const heading = tables.length > 1 ? boxes[at].previousElementSibling : null;
    const folded = table.closest("details");
    const rows = [...table.tBodies[0].rows].map((row) => [row, plain(row.textContent)]);
    return { rows, folded, boxes: [folded ?? boxes[at], ...(/^H[2-6]$/.test(heading?.tagName ?? "") ? [heading] : [])] };
  });
  const narrow = () => {
    const asked = plain(input.value).split(/\s+/).filter(Boolean);
    let left = 0, all = 0;
    const chosen = lists.filter(({ list }) => list.value);
    const narrowed = asked.length || chosen.length;
    for (const { rows, folded, boxes: of } of groups) {
      let here = 0;
      for (const [row, words] of rows) {
        row.hidden = !asked.every((one) => words.includes(one)) || !chosen.every(({ column, list }) => valueOf(row, column) === list.value);
        here += row.hidden ? 0 : 1;
      }
      for (const box of of) box.hidden = tables.length > 1 && !here;
      if (folded && narrowed) folded.open = here > 0;
      left += here;
      all += rows.length;
    }
    const told = left ? "scripts.rows_left" : "scripts.no_rows_left";
    status.textContent = narrowed ? say(told, { left, n: all }) : "";
  };
  input.addEventListener("input", narrow);
  for (const { list } of lists) list.addEventListener("change", narrow);
  const line = document.createElement("div");
  line.className = "ky-narrowing";
  line.append(label, ...lists.map(({ label: of }) => of), status);
  const first = tables[0].closest(".ky-index")?.firstElementChild ?? groups[0].boxes.at(-1);
  first.before(line);
}

const valueOf = (row, column) => row.cells[column]?.textContent.trim() ?? "";

// A list for each column of words in which few values stand again and again: the kind of a unit, who granted.
function choices(tables) {
  const rows = tables.flatMap((table) => [...table.tBodies[0].rows]);
  const heads = [...tables[0].tHead.rows[0].cells];
  return heads.flatMap((head, column) => {
    if (column === 0 || tables.some((table) => table.tHead.rows[0].cells.length !== heads.length)) return [];
    const counts = new Map();
    for (const row of rows) {
      const told = row.cells[column]?.querySelector(".ky-figure, .ky-none") ? null : row.cells[column]?.textContent.trim();
      if (told === null || told === undefined || (told && value(told) !== told)) return [];
      if (told) counts.set(told, (counts.get(told) ?? 0) + 1);
    }
    if (counts.size < FEW_VALUES[0] || counts.size > FEW_VALUES[1] || counts.size * 2 > rows.length) return [];
    const label = document.createElement("label");
    label.className = "ky-narrow";
    const list = document.createElement("select");
    list.append(new Option(say("scripts.all_values"), ""));
    for (const [told, n] of [...counts].sort(([a], [b]) => order.compare(a, b))) list.append(new Option(`${told} (${format(n)})`, told));
    label.append(`${head.dataset.head ?? head.textContent.trim()} `, list);
    return [{ column, list, label }];
  });
}

// A table too wide for its place scrolls in it, by the keyboard too; where something in it takes the focus, that is enough.
function reachable(wrap) {
  const focusable = wrap.querySelector("a[href], button, input");
  if (wrap.scrollWidth > wrap.clientWidth && !focusable) wrap.tabIndex = 0;
  else wrap.removeAttribute("tabindex");
}

const watched = globalThis.ResizeObserver ? new ResizeObserver((all) => all.forEach(({ target }) => reachable(target))) : null;

export function mount() {
  watched?.disconnect();
  for (const wrap of document.querySelectorAll(".md-typeset__scrollwrap")) watched?.observe(wrap);
  const groups = new Map(); // the tables of an overview are narrowed together
  for (const table of document.querySelectorAll("article table:not([class])")) {
    if (table.dataset.kyTable !== undefined || table.closest(".ky-chart") || !table.tHead || !table.tBodies[0]) continue;
    const whole = table.closest(".ky-index") ?? table;
    if (table.closest(".ky-record")) continue; // a few sums of different things
    groups.set(whole, [...(groups.get(whole) ?? []), table]);
  }
  for (const tables of groups.values()) {
    for (const table of tables) {
      table.dataset.kyTable = "";
      if (table.tBodies[0].rows.length >= FEWEST) sortable(table);
    }
    if (!tables[0].closest(".ky-sums") && tables.reduce((sum, table) => sum + table.tBodies[0].rows.length, 0) >= MANY) filterable(tables);
  }
}

if (globalThis.document$?.subscribe) globalThis.document$.subscribe(mount);
else mount();
