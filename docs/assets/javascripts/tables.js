// Tables that sort by a click on a column's head, long ones that filter, wide ones that scroll. Without script they are plain tables.

import { day, number, say } from "./say.js";

const FEWEST = 3; // rows worth sorting
const MANY = 10; // rows worth a filter
const order = new Intl.Collator("vi", { numeric: true, sensitivity: "base" });
const plain = (words) => words.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();

// What a cell is sorted by: a day, a number (1.234, 56+, 9,5 %), or its words; null for nothing told.
export function value(words) {
  const told = words.trim();
  if (told === "" || told === "–") return null;
  if (told === "+") return 0;
  return day(told) ?? number(told) ?? told;
}

function compare(one, other) {
  if (typeof one === "number" && typeof other === "number") return one - other;
  return order.compare(String(one), String(other));
}

function sort(table, column, head) {
  const down = head.getAttribute("aria-sort") === "ascending";
  for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
  head.setAttribute("aria-sort", down ? "descending" : "ascending");
  const body = table.tBodies[0];
  const rows = [...body.rows].map((row) => [row, value(row.cells[column]?.innerText ?? "")]);
  rows.sort(([, one], [, other]) => {
    if (one === null || other === null) return (one === null) - (other === null); // what is not told stays last
    return down ? compare(other, one) : compare(one, other);
  });
  body.append(...rows.map(([row]) => row));
}

function sortable(table) {
  [...table.tHead.rows[0].cells].forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "ky-sort";
    button.append(...head.childNodes);
    button.addEventListener("click", () => sort(table, column, head));
    head.append(button);
  });
}

function filterable(table) {
  const label = document.createElement("label");
  label.className = "ky-narrow";
  const input = document.createElement("input");
  input.type = "search";
  const status = document.createElement("span");
  status.setAttribute("role", "status");
  label.append(`${say("scripts.filter_table")} `, input);
  input.addEventListener("input", () => {
    const asked = plain(input.value).split(/\s+/).filter(Boolean);
    const rows = [...table.tBodies[0].rows];
    for (const row of rows) {
      const words = plain(row.textContent);
      row.hidden = !asked.every((one) => words.includes(one));
    }
    const left = rows.filter((row) => !row.hidden).length;
    status.textContent = asked.length ? say("scripts.rows_left", { left, n: rows.length }) : "";
  });
  const line = document.createElement("div");
  line.className = "ky-narrowing";
  line.append(label, status);
  (table.closest(".md-typeset__scrollwrap") ?? table).before(line);
}

// A table too wide for its place scrolls in it, by the keyboard too; where something in it takes the focus, that is enough.
function reachable(wrap) {
  const focusable = wrap.querySelector("a[href], button, input");
  if (wrap.scrollWidth > wrap.clientWidth && !focusable) wrap.tabIndex = 0;
  else wrap.removeAttribute("tabindex");
}

const watched = globalThis.ResizeObserver ? new ResizeObserver((all) => all.forEach(({ target }) => reachable(target))) : null;

function mount() {
  watched?.disconnect();
  for (const wrap of document.querySelectorAll(".md-typeset__scrollwrap")) watched?.observe(wrap);
  for (const table of document.querySelectorAll("article table:not([class])")) {
    if (table.dataset.kyTable || table.closest(".ky-chart") || !table.tHead || !table.tBodies[0]) continue;
    const rows = table.tBodies[0].rows.length;
    if (rows < FEWEST) continue;
    table.dataset.kyTable = "";
    sortable(table);
    if (rows >= MANY) filterable(table);
  }
}

if (globalThis.document$?.subscribe) globalThis.document$.subscribe(mount);
else mount();
