// An article's facts and the words that say them, both ways: the words of a fact are lit together, ‹ 2/3 › steps through them, and a
// click on words shows their fact. Without script each link lights its own words (:target).

import { say } from "./say.js";

const FACTS = ".ky-panel details > ul > li";
const WIDE = "(min-width: 60em)"; // the facts stand beside the text
const CHIEF = ["ky-awards", "ky-ratings", "ky-event"]; // shown first where several facts rest on the same words

let shown = null; // {fact, at}: the fact whose words are lit, and which of them the address names

const named = () => {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return ""; // no fragment of ours
  }
};

function anchorsOf(fact) {
  const links = [...fact.querySelectorAll(":scope > .ky-quotes > a, :scope > p > .ky-quotes > a")];
  return links.filter((link) => link.hash && link.pathname === location.pathname).map((link) => decodeURIComponent(link.hash.slice(1)));
}

// A span that was cut has its pieces by a class of its own.
function piecesOf(id) {
  const first = document.getElementById(id);
  const split = first && [...first.classList].find((name) => /^x\d+$/.test(name));
  return split ? [...document.querySelectorAll(`.ev.${split}`)] : first ? [first] : [];
}

class Evidence {
  constructor(panel, text) {
    this.panel = panel;
    this.text = text;
    this.facts = [...panel.querySelectorAll(FACTS)].map((item) => ({ item, anchors: anchorsOf(item) })).filter(({ anchors }) => anchors.length);
    this.byAnchor = new Map();
    for (const fact of this.facts) for (const id of fact.anchors) this.byAnchor.set(id, [...(this.byAnchor.get(id) ?? []), fact]);
    const rank = ({ item }) => (CHIEF.indexOf(item.closest("details").classList[1]) + CHIEF.length) % CHIEF.length;
    for (const found of this.byAnchor.values()) found.sort((a, b) => rank(a) - rank(b));
    this.bar = this.#bar();
  }

  /** Lights what the address names: the fact that was shown if it has the words, else the first that has. */
  follow() {
    const id = named();
    const facts = this.byAnchor.get(id);
    if (!facts) return this.show(null, 0);
    const fact = shown && facts.includes(shown.fact) ? shown.fact : facts[0];
    const at = fact.anchors.indexOf(id);
    return shown?.fact === fact && shown.at === at ? undefined : this.show(fact, at); // whoever steps keeps the focus
  }

  show(fact, at) {
    for (const old of document.querySelectorAll(".ky-lit, .ky-active")) old.classList.remove("ky-lit", "ky-active");
    shown = fact && { fact, at };
    this.bar.hidden = !fact;
    for (const steps of this.panel.querySelectorAll(".ky-steps")) steps.remove();
    if (!fact) return;
    for (const id of fact.anchors) for (const piece of piecesOf(id)) piece.classList.add("ky-lit");
    fact.item.classList.add("ky-active");
    if (fact.anchors.length > 1) fact.item.querySelector(".ky-quotes").append(this.#steps());
    this.#tell(fact);
  }

  /** From words in the text to a fact that rests on them; again, to the next such fact. */
  answer(mark) {
    let found = null;
    for (let one = mark; one && !found; one = one.parentElement?.closest(".ev")) {
      const split = [...one.classList].find((name) => /^x\d+$/.test(name));
      const id = one.id || (split && document.querySelector(`.ev.${split}[id]`)?.id);
      if (id && this.byAnchor.has(id)) found = id;
    }
    if (!found) return;
    const facts = this.byAnchor.get(found);
    const fact = facts[(facts.indexOf(shown?.fact) + 1) % facts.length];
    const details = fact.item.closest("details");
    details.open = true;
    history.replaceState(history.state, "", `#${found}`);
    this.show(fact, fact.anchors.indexOf(found));
    if (matchMedia(WIDE).matches) fact.item.scrollIntoView({ block: "nearest" });
  }

  go(at) {
    const { fact } = shown;
    shown = { fact, at: (at + fact.anchors.length) % fact.anchors.length };
    location.replace(`#${fact.anchors[shown.at]}`);
    this.show(fact, shown.at);
  }

  #steps() {
    const steps = document.createElement("span");
    steps.className = "ky-steps";
    const count = document.createElement("span");
    count.textContent = ` ${shown.at + 1}/${shown.fact.anchors.length} `;
    const button = (sign, words, by) => {
      const made = document.createElement("button");
      made.type = "button";
      made.textContent = sign;
      made.setAttribute("aria-label", words);
      made.addEventListener("click", () => {
        const place = steps.closest(".ky-fact-bar") ? this.bar : shown.fact.item;
        this.go(shown.at + by);
        place.querySelector(`.ky-steps button:${by < 0 ? "first" : "last"}-child`)?.focus({ preventScroll: true });
      });
      return made;
    };
    steps.append(button("‹", say("scripts.words_before"), -1), count, button("›", say("scripts.words_after"), 1));
    return steps;
  }

  // On a narrow screen the facts are far above: the one whose words are lit stands below them.
  #bar() {
    const bar = document.createElement("div");
    bar.className = "ky-fact-bar";
    bar.hidden = true;
    bar.setAttribute("role", "region");
    bar.setAttribute("aria-label", say("scripts.fact_shown"));
    this.panel.after(bar);
    return bar;
  }

  #tell(fact) {
    const words = fact.item.cloneNode(true);
    for (const part of words.querySelectorAll(".ky-quotes, .ky-tools, .ky-inferred, .ky-doubtful, .ky-corrected")) part.remove();
    const told = document.createElement("p");
    told.textContent = words.textContent.replace(/\s+/g, " ").trim();
    const back = document.createElement("button");
    back.type = "button";
    back.textContent = say("scripts.to_fact");
    back.addEventListener("click", () => {
      fact.item.closest("details").open = true;
      fact.item.scrollIntoView({ block: "center" });
      fact.item.querySelector(".ky-quotes a")?.focus({ preventScroll: true });
    });
    const close = document.createElement("button");
    close.type = "button";
    close.textContent = "×";
    close.setAttribute("aria-label", say("scripts.close"));
    close.addEventListener("click", () => { this.bar.hidden = true; });
    this.bar.replaceChildren(told, ...(fact.anchors.length > 1 ? [this.#steps()] : []), back, close);
  }
}

function mount() {
  const panel = document.querySelector(".ky-panel");
  const text = document.querySelector(".ky-text");
  if (!panel || !text || panel.dataset.kyEvidence !== undefined) return;
  panel.dataset.kyEvidence = "";
  const evidence = new Evidence(panel, text);
  if (!evidence.facts.length) return;
  text.classList.add("ky-answers");
  panel.addEventListener("click", (event) => {
    const link = event.target.closest(".ky-quotes > a");
    const fact = link && evidence.facts.find(({ item }) => item.contains(link));
    if (fact) evidence.show(fact, Math.max(0, fact.anchors.indexOf(decodeURIComponent(link.hash.slice(1)))));
  });
  text.addEventListener("click", (event) => {
    const mark = event.target.closest(".ev");
    if (mark && !event.target.closest("a, button") && getSelection().isCollapsed) evidence.answer(mark);
  });
  addEventListener("hashchange", () => text.isConnected && evidence.follow());
  evidence.follow();
}

if (globalThis.document$?.subscribe) globalThis.document$.subscribe(mount);
else mount();
