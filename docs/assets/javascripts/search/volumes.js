// The front page of yearly volumes: one question to the search of each volume, newest first, each with its own results.

import { element, hits } from "./hits.js";
import { SearchIndex } from "./index.js";
import { idsOf, search } from "./search.js";
import { say } from "../say.js";

const ABOUT = "trang"; // the kind of the pages about a volume, which each has alike
const FEW = 5; // results shown of a volume; its own search page has them all

const root = document.querySelector("[data-ky-volumes]");
const form = root.querySelector("form");
const field = form.querySelector("input[type=search]");
const status = root.querySelector("[role=status]");
const results = root.querySelector("[data-ky-results]");
const volumes = [...root.querySelectorAll("a[data-volume]")].map((link) => ({ name: link.textContent, index: new SearchIndex(link.href) }));
let number = 0;

/** Asks every volume what is typed and shows what each has, while the others are asked. */
async function run(typed) {
  const mine = ++number;
  results.replaceChildren();
  if (!typed) {
    status.replaceChildren();
    root.setAttribute("data-search-state", "done");
    return;
  }
  root.setAttribute("data-search-state", "loading");
  status.replaceChildren(say("scripts.loading"));
  let total = 0;
  for (const volume of volumes) {
    const part = await found(volume, typed);
    if (mine !== number) return; // another question has been asked meanwhile
    total += part.total;
    if (part.section) results.append(part.section);
  }
  status.replaceChildren(say("scripts.volumes_found", { n: total }));
  root.setAttribute("data-search-state", "done");
}

/** What a volume answers: how many results, and a section with the first of them, or with the word that it cannot be searched. */
async function found({ name, index }, typed) {
  try {
    await index.open();
    const result = await search(index, typed, { forgiving: true });
    const pages = result.pages.filter((page) => !idsOf(index.facets, "loai", page).includes(ABOUT));
    if (!pages.length) return { total: 0, section: null };
    const all = new URL("tra-cuu/", index.base);
    all.searchParams.set("tk", typed);
    const heading = element("h2", {}, say("scripts.volume_found", { n: pages.length, volume: name }));
    const list = element("ol", { class: "ky-hits" }, ...(await hits(index, pages.slice(0, FEW), result, result.respelled ?? typed)));
    const more = element("p", { class: "ky-volume-all" }, element("a", { href: all.href }, say("scripts.volume_all", { volume: name })));
    return { total: pages.length, section: element("section", { "aria-label": name }, heading, list, more) };
  } catch {
    return { total: 0, section: element("section", { "aria-label": name }, element("h2", {}, name), element("p", {}, say("scripts.error"))) };
  }
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const asked = new URLSearchParams(field.value.trim() ? { tk: field.value.trim() } : {});
  history.pushState(null, "", `${location.pathname}${asked.size ? `?${asked}` : ""}`);
  run(field.value.trim());
});

function fromAddress() {
  field.value = new URLSearchParams(location.search).get("tk") ?? "";
  run(field.value.trim());
}

addEventListener("popstate", fromAddress);
fromAddress();
