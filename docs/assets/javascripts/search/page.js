// The page "Tìm kiếm": all results, filters with counts, order; its address can be shared and the browser's back button works.

import { hits, element } from "./hits.js";
import { instead, open, search } from "./search.js";
import { facets } from "./facets.js";
import { counted } from "./suggest.js";
import { say } from "../say.js";
import { takeResults } from "../take-away.js";
import { FILTERS, parse } from "./query.js";

const STEP = 10; // results shown at a time
const PAUSE = 200; // ms without a key before a search

let shown = null;

/** Makes the page live, with the header's box as its own. */
export function show(base, input) {
  const root = document.querySelector("[data-ky-search]");
  if (!root || root === shown) return;
  shown = root;
  const form = root.querySelector("form");
  const field = form.querySelector("input[type=search]");
  const results = root.querySelector("[data-ky-results]");
  const status = root.querySelector("[role=status]");
  let number = 0;
  let timer = 0;

  const run = async (state) => {
    const mine = ++number;
    root.setAttribute("data-search-state", "loading");
    status.replaceChildren(say("scripts.loading"));
    try {
      const index = await open(base);
      const result = await search(index, state.typed, state);
      const content = await view(index, result, state);
      if (mine !== number) return;
      status.replaceChildren(...(content.blank ? [say("scripts.empty")] : counted(result.total)), ...(result.query.shortened ? [` ${say("scripts.shortened")}`] : []));
      results.replaceChildren(...content.nodes);
      facets(root.querySelector("[data-ky-filters]"), index, result, (filters) => go({ ...state, typed: content.free, filters }));
      root.setAttribute("data-search-state", "done");
    } catch {
      if (mine !== number) return;
      results.replaceChildren();
      status.replaceChildren(say("scripts.error"));
      root.setAttribute("data-search-state", "error");
    }
  };

  const fill = (state) => {
    for (const one of [field, input]) if (one && one.value !== state.typed && document.activeElement !== one) one.value = state.typed;
    form.elements.tu.value = state.from;
    form.elements.den.value = state.until;
    form.elements.xep.value = state.byDate ? "ngay" : "";
  };

  /** A new question: it enters the history, unless it only goes on with the last. */
  const go = (state, { replace = false } = {}) => {
    const address = `${location.pathname}${toQuery(state)}`;
    if (address !== location.pathname + location.search) history[replace ? "replaceState" : "pushState"](history.state, "", address);
    fill(state);
    run(state);
  };

  const read = () => ({ ...fromQuery(location.search), typed: field.value, from: form.elements.tu.value, until: form.elements.den.value, byDate: form.elements.xep.value === "ngay" });
  const typing = (from, to) => {
    if (to) to.value = from.value;
    clearTimeout(timer);
    timer = setTimeout(() => go(read(), { replace: true }), PAUSE);
  };
  field.addEventListener("input", () => typing(field, input));
  input?.addEventListener("input", () => root.isConnected && typing(input, field));
  for (const one of [form, input?.form]) {
    one?.addEventListener("submit", (event) => {
      if (!root.isConnected) return;
      event.preventDefault();
      clearTimeout(timer);
      go(read());
    });
  }
  form.addEventListener("change", (event) => {
    if (event.target !== field) go(read());
  });
  addEventListener("popstate", () => {
    if (!root.isConnected) return;
    const state = fromQuery(location.search);
    field.value = state.typed;
    if (input) input.value = state.typed;
    fill(state);
    run(state);
  });

  const view = async (index, result, state) => {
    const blank = result.query.empty && !result.total && FILTERS.every((name) => !result.chosen[name].length) && !state.from && !state.until;
    const nodes = [];
    if (result.total) {
      const list = element("ol", { class: "ky-hits" });
      nodes.push(list);
      const more = element("button", { class: "ky-more-hits", type: "button" });
      const extend = async () => {
        const at = list.children.length;
        const next = await hits(index, result.pages.slice(at, at + STEP), result.query, state.typed);
        list.append(...next);
        const left = result.total - list.children.length;
        more.hidden = left <= 0;
        more.textContent = say("scripts.more", { n: left });
        if (at) next[0]?.querySelector("a")?.focus();
      };
      more.addEventListener("click", extend);
      await extend();
      nodes.push(more, takeResults(index, result, state.typed));
    } else if (!blank) {
      const other = await instead(index, state.typed, result);
      if (other.spelling) {
        const link = element("a", { href: toQuery({ ...state, typed: other.spelling }) }, other.spelling);
        nodes.push(element("p", { class: "ky-instead" }, `${say("scripts.spelling")} `, link));
      }
      if (other.unfiltered) {
        const link = element("a", { href: toQuery({ typed: withoutFilters(state.typed), filters: {}, from: "", until: "", byDate: state.byDate }) }, say("scripts.unfiltered", { n: other.unfiltered }));
        nodes.push(element("p", { class: "ky-instead" }, link));
      }
      for (const node of nodes) {
        node.querySelector("a").addEventListener("click", (event) => {
          event.preventDefault();
          const next = fromQuery(new URL(event.currentTarget.href).search);
          field.value = next.typed;
          if (input) input.value = next.typed;
          go(next);
        });
      }
    }
    return { nodes, blank, free: withoutFilters(state.typed) };
  };

  const state = fromQuery(location.search);
  field.value = state.typed;
  if (input) input.value = state.typed;
  fill(state);
  run(state);
}

/** What is typed without the filters written in it. */
function withoutFilters(typed) {
  const { filters } = parse(typed);
  if (!Object.keys(filters).length) return typed;
  return typed.replace(/(^|\s)[\p{L}-]+(?:\s[\p{L}]+)?:("[^"]*"|[^\s"]+)/gu, " ").trim();
}

/** The address of a question, and back. */
function toQuery({ typed, filters, from, until, byDate }) {
  const asked = new URLSearchParams();
  if (typed.trim()) asked.set("tk", typed.trim());
  for (const name of FILTERS) for (const id of filters[name] ?? []) asked.append(name, id);
  if (from) asked.set("tu", from);
  if (until) asked.set("den", until);
  if (byDate) asked.set("xep", "ngay");
  return `?${asked}`;
}

function fromQuery(search) {
  const asked = new URLSearchParams(search);
  const day = (name) => (/^\d{4}(-\d\d){0,2}$/.test(asked.get(name) ?? "") ? asked.get(name) : "");
  return {
    typed: asked.get("tk") ?? "",
    filters: Object.fromEntries(FILTERS.map((name) => [name, asked.getAll(name)])),
    from: day("tu"),
    until: day("den"),
    byDate: asked.get("xep") === "ngay",
  };
}
