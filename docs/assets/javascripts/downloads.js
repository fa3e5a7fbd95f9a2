// What of the data belongs to this page, as a file: an article's citation, annotations and archived text, the rows of an index's page.
// They are taken from files of many (shards.js). Without script, or from disk, the links lead to the files of all.

import { save } from "./saving.js";

const TYPES = { bib: "application/x-bibtex", json: "application/json", txt: "text/plain", csv: "text/csv" };

/** The name of this page, by which its records are found. */
const own = () => /([^/]+?)(?:\/(?:index\.html)?|\.html)?$/.exec(location.pathname)?.[1] ?? "";

const shown = (link) => [link.closest("[data-save]").nextElementSibling.textContent];

async function text(slug) {
  const { record } = await import("./shards.js");
  const found = await record("du-lieu/toan-van", slug);
  if (found === undefined) throw new Error(slug);
  return [found];
}

async function annotations(slug) {
  const { json, fileOf } = await import("./shards.js");
  const page = await json(await fileOf("du-lieu/chu-thich", slug));
  const items = page.items.filter(({ id }) => id.includes(`#${slug}.`));
  return [JSON.stringify({ "@context": page["@context"], type: "AnnotationPage", items }, null, 1)];
}

async function rows(key) {
  const { record } = await import("./shards.js");
  const found = await record("du-lieu/bang", key);
  if (found === undefined) throw new Error(key);
  return ["\ufeff", found.replace(/^\ufeff/, "")];
}

const MAKERS = { bib: ["bib", shown], json: ["json", shown], text: ["txt", (_, slug) => text(slug)], annotations: ["json", (_, slug) => annotations(slug)] };

async function make(link) {
  const { save: what, rows: key } = link.closest("[data-save], [data-rows]").dataset;
  if (key) {
    save(`${key.split("/").at(-1)}.csv`, TYPES.csv, await rows(key));
    return;
  }
  const [ending, maker] = MAKERS[what];
  const name = what === "annotations" ? `${own()}.chu-thich` : own();
  save(`${name}.${ending}`, TYPES[ending], await maker(link, own()));
}

addEventListener("click", (event) => {
  const link = event.target.closest?.("[data-save] a[href], [data-rows] a[href]");
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  make(link).catch(() => { location.href = link.href; });
});
