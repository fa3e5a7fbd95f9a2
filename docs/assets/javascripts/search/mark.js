// On a page that was opened from a result: the words that were sought are marked, and the first is brought into view.

import { loosely, places, wanted } from "./excerpt.js";
import { parse } from "./query.js";

const BLOCKS = "p, li, h1, h2, h3, h4, td, th, dd, dt, summary, figcaption, blockquote";
const ROOT = ".ky-text";

/** Marks the words of a query in the text of this page. */
export function mark(typed) {
  const article = document.querySelector(".md-content article");
  if (!article || article.querySelector("mark.ky-found")) return;
  const sought = wanted(parse(typed));
  const blocks = [...article.querySelectorAll(BLOCKS)].filter((block) => !block.querySelector(BLOCKS) && !block.closest(".ky-panel"));
  // Whole phrases first; the single words only where no phrase stands, and other diacritics only where the typed ones don't.
  const whole = { phrases: sought.phrases, words: [] };
  const ways = [...(sought.phrases.length ? [whole, loosely(whole)] : []), sought, loosely(sought)];
  const count = ways.reduce((done, way) => done || blocks.reduce((sum, block) => sum + markIn(block, way), 0), 0);
  if (!count || location.hash) return;
  const first = article.querySelector(`${ROOT} mark.ky-found`) ?? article.querySelector("mark.ky-found");
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  first?.scrollIntoView({ block: "center", behavior: still ? "auto" : "smooth" });
}

function markIn(block, sought) {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const nodes = [];
  let text = "";
  while (walker.nextNode()) {
    nodes.push([walker.currentNode, text.length]);
    text += walker.currentNode.data;
  }
  const at = places(text, sought);
  for (const [node, offset] of nodes.reverse()) {
    const length = node.data.length;
    for (const [start, end] of at.toReversed()) {
      const from = Math.max(start - offset, 0);
      const to = Math.min(end - offset, length);
      if (from >= to) continue;
      const range = document.createRange();
      range.setStart(node, from);
      range.setEnd(node, to);
      const made = document.createElement("mark");
      made.className = "ky-found";
      range.surroundContents(made);
    }
  }
  return at.length;
}
