// The page "Tìm kiếm": all results, filters with counts, order; its address can be shared and the browser's back button works.

import { hits, element } from "./hits.js";
import { open, search } from "./search.js";
import { entities, meant } from "./entities.js";
import { facets } from "./facets.js";
import { counted } from "./suggest.js";
import { date, say } from "../say.js";
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
      const result = await search(index, state.typed, { ...state, forgiving: true });
      const content = await view(index, result, state);
      if (mine !== number) return;
      offerYears(form, index);
      fill(state);
      status.replaceChildren(...counted(result.total), ...(content.blank ? [` ${say("scripts.empty")}`] : []), ...(result.respelled ? [` ${say("scripts.respelled", { meant: result.respelled })}`] : []), ...(result.query.shortened ? [` ${say("scripts.shortened")}`] : []));
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
    choose(form.elements.tu, state.from);
    choose(form.elements.den, state.until);
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
    const narrowed = FILTERS.some((name) => result.chosen[name].length) || state.from || state.until;
    const blank = result.query.empty && !narrowed;
    const nodes = [];
    const named = narrowed || result.query.empty ? [] : await meant(index, result.respelled ?? state.typed, result);
    if (named.length) nodes.push(entities(index.base, named, { class: "ky-entities", "aria-label": say("scripts.names") }));
    const shown = result.pages.filter((page) => !named.some((one) => one.page === page));
    if (shown.length) {
      const list = element("ol", { class: "ky-hits" });
      nodes.push(list);
      const more = element("button", { class: "ky-more-hits", type: "button" });
      const extend = async () => {
        const at = list.children.length;
        const next = await hits(index, shown.slice(at, at + STEP), result, result.respelled ?? state.typed);
        list.append(...next);
        const left = shown.length - list.children.length;
        if (left <= 0) more.remove();
        else more.textContent = say("scripts.more", { n: left });
        if (at) next[0]?.querySelector("a")?.focus();
      };
      more.addEventListener("click", extend);
      nodes.push(more);
      await extend();
      if (shown.length <= STEP) nodes.pop();
      nodes.push(takeResults(index, result, state.typed));
    } else if (!result.total && result.unfiltered) {
      const next = { typed: withoutFilters(state.typed), filters: {}, from: "", until: "", byDate: state.byDate };
      const link = element("a", { href: toQuery(next) }, say("scripts.unfiltered", { n: result.unfiltered }));
      link.addEventListener("click", (event) => {
        event.preventDefault();
        field.value = next.typed;
        if (input) input.value = next.typed;
        go(next);
      });
      nodes.push(element("p", { class: "ky-instead" }, link));
    }
    return { nodes, blank, free: withoutFilters(state.typed) };
  };

  const state = fromQuery(location.search);
  field.value = state.typed;
  if (input) input.value = state.typed;
  fill(state);
  run(state);
}

/** Years to choose from where the page has lists for them; an older page has fields for days, which stay as they are. */
function offerYears(form, index) {
  const years = [...new Set(index.facets.date.map((one) => one.slice(0, 4)).filter(Boolean))].sort().reverse();
  for (const list of [form.elements.tu, form.elements.den]) {
    if (!list.options || list.dataset.filled !== undefined) continue;
    list.dataset.filled = "";
    list.replaceChildren(list.options[0], ...years.map((year) => element("option", { value: year }, year)));
  }
}

/** Shows a choice, a day of a shared address too. */
function choose(list, value) {
  if (list.options && value && ![...list.options].some((one) => one.value === value)) list.append(element("option", { value }, date(value)));
  list.value = value;
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
