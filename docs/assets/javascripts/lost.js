// The page for wrong addresses: leads on from an address that once had a page, or follows from a name, to what it means now.
// The table of these is made by generator/rendering/linked/redirects.py. Without script the page offers search and indexes.

import { say } from "./say.js";
import { BASE, record } from "./shards.js";

const TABLE = "du-lieu/dia-chi";
const [SOUGHT, SAME_AS] = ["?", "="];
// Files that each article, and each page of an index, once had of its own: their matter is taken from the page.
const FILES = /^du-lieu\/(?:(?:toan-van|chu-thich|trich-dan|bao-sai)\/([a-z0-9-]+)\.(?:txt|json|bib)|([a-z-]+\/[a-z0-9-]+?)(?:--(?:bai|ca-nhan|so-lieu|xep-loai|van-ban|nguoi))?\.csv)$/;

const path = location.pathname.startsWith(BASE.pathname) ? decoded(location.pathname.slice(BASE.pathname.length)) : "";
const address = path.replace(/(?:\/|\/?index\.html|\.html)$/, "");

function decoded(words) {
  try {
    return decodeURIComponent(words);
  } catch {
    return "";
  }
}

const go = (to) => location.replace(new URL(to, BASE).href + location.hash);
const find = (name) => {
  const to = new URL(document.querySelector(".ky-lost").action);
  to.searchParams.set("tk", `"${name.replaceAll('"', " ")}"`);
  location.replace(to.href);
};

/** The pages that bear a name, in place of what the page says of a wrong address. */
function list(pages) {
  const heading = document.getElementById("lost");
  heading.textContent = say("scripts.named", { n: pages.length });
  document.title = heading.textContent;
  const items = document.createElement("ul");
  for (const [to, name] of pages) {
    const link = document.createElement("a");
    link.href = new URL(to, BASE).href;
    link.textContent = name;
    const item = document.createElement("li");
    item.append(link);
    items.append(item);
  }
  const lead = document.querySelector(".ky-lead");
  lead.textContent = say("scripts.named_note");
  lead.after(items);
}

async function lead() {
  if (!/^[a-z-]+\/[^/]+$/.test(address)) return;
  let found = await record(TABLE, address);
  if (typeof found === "string" && found.startsWith(SAME_AS)) found = await record(TABLE, found.slice(SAME_AS.length));
  if (Array.isArray(found)) list(found);
  else if (found?.startsWith(SOUGHT)) find(found.slice(SOUGHT.length));
  else if (found) go(found);
}

const [, article, page] = FILES.exec(path) ?? [];
if (article || page) {
  go(`${page ?? `bai/${article}`}${/\.html$/.test(document.querySelector(".ky-lost").action) ? ".html" : "/"}`);
} else if (path) {
  const words = address.split("/").at(-1).replace(/--[a-z0-9]+$/, "").replaceAll("-", " ");
  const field = document.querySelector(".ky-lost input");
  if (!field.value) field.value = words; // what the address says, to search for
  lead().catch(() => undefined); // the page stays as it is
}
