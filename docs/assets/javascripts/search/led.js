// On a page to which Enter led because it is called as typed: the way to every other result.

import { element } from "./hits.js";
import { say } from "../say.js";

/** Puts a line on top of the page. */
export function led(base, typed) {
  const heading = document.querySelector(".md-content article h1");
  if (!heading || document.querySelector(".ky-led")) return;
  const all = new URL("tra-cuu/", base);
  all.searchParams.set("tk", typed);
  heading.before(element("p", { class: "ky-led" }, element("a", { href: all.href }, say("scripts.all_of", { typed: typed.slice(0, 80) }))));
}
