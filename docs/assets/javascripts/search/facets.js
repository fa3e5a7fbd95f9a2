// The filters beside the results: several values each, with how many pages each would leave.

import { element } from "./hits.js";
import { format, say, word } from "../say.js";
import { FILTERS } from "./query.js";

const FIRST = 8; // values shown of each before one asks for more, besides those chosen
const FIRST_YEARS = 12;
const opened = new Set();

/** Fills `root` with the filters of a result; `change` is given the new choice. */
export function facets(root, index, result, change) {
  const focused = root.contains(document.activeElement) ? document.activeElement.dataset.value : null;
  const groups = FILTERS.map((name) => group(name, index, result, change)).filter(Boolean);
  const any = FILTERS.some((name) => result.chosen[name].length);
  const clear = element("button", { type: "button", class: "ky-clear", hidden: !any }, say("scripts.clear"));
  clear.addEventListener("click", () => change({}));
  root.replaceChildren(clear, ...groups);
  if (focused) [...root.querySelectorAll("input")].find((one) => one.dataset.value === focused)?.focus();
}

function group(name, index, result, change) {
  const chosen = result.chosen[name];
  const labels = name === "loai" ? index.facets.kinds.map((id) => [id, word(`scripts.kinds.${id}`) ?? id]) : index.facets.labels[name];
  const counts = result.counts[name];
  const rows = labels.filter(([id]) => counts.get(id) || chosen.includes(id));
  for (const id of chosen) if (!rows.some(([known]) => known === id)) rows.push([id, id]);
  if (!rows.length) return null;
  const size = (id) => counts.get(id) ?? 0;
  rows.sort(([a, one], [b, two]) => (name === "nam" ? Number(b) - Number(a) : size(b) - size(a)) || (one < two ? -1 : 1));
  const list = element("ul");
  const all = opened.has(name);
  const first = name === "nam" ? FIRST_YEARS : FIRST;
  for (const [id, label] of all ? rows : rows.filter(([id], at) => at < first || chosen.includes(id))) {
    const box = element("input", { type: "checkbox", checked: chosen.includes(id), "data-value": `${name}:${id}`, name, value: id });
    box.addEventListener("change", (event) => {
      event.stopPropagation();
      change({ ...result.chosen, [name]: box.checked ? [...chosen, id] : chosen.filter((one) => one !== id) });
    });
    list.append(element("li", {}, element("label", {}, box, element("span", {}, label), " ", element("span", { class: "ky-count" }, format(size(id))))));
  }
  const open = chosen.length > 0 || (name !== "loai" && matchMedia("(min-width: 60em)").matches);
  const made = element("details", { class: "ky-filter", open }, element("summary", {}, say(`scripts.filters.${name}`)), list);
  if (!all && rows.length > list.children.length) {
    const more = element("button", { type: "button", class: "ky-more-values" }, say("scripts.more_values", { n: rows.length - list.children.length }));
    more.addEventListener("click", () => {
      opened.add(name);
      change(result.chosen);
    });
    made.append(more);
  }
  return made;
}
