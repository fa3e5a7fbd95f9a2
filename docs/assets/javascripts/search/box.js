// On every page: the box in the header, and those in a page, wait to be used. Nothing of the search is loaded before.

const base = new URL("../../../", import.meta.url).href;
const form = document.querySelector("[data-ky-box]");
const input = form?.querySelector("input");
const LARGE = ".ky-ask, .ky-lost"; // on the home page and at a wrong address

const onSearchPage = () => document.querySelector("[data-ky-search]");
const asked = (name) => new URLSearchParams(location.search).get(name);

function wait(of, field) {
  if (!field || of.dataset.kyWaits !== undefined) return;
  of.dataset.kyWaits = "";
  of.action = new URL("tra-cuu/", base).href; // with instant navigation the address of the page changes below it
  const ready = () => (onSearchPage() ? null : import("./suggest.js").then(({ suggest }) => suggest(base, of, field)));
  field.addEventListener("focus", ready);
  field.addEventListener("input", ready);
}

function mount() {
  for (const large of document.querySelectorAll(LARGE)) wait(large, large.querySelector("input"));
  if (onSearchPage()) import("./page.js").then(({ show }) => show(base, input));
  else if (asked("tk")) import("./mark.js").then(({ mark }) => mark(asked("tk")));
  else if (asked("tim")) import("./led.js").then(({ led }) => led(base, asked("tim")));
}

if (form && input) {
  wait(form, input);
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || (event.key !== "/" && event.key !== "s")) return;
    const target = event.target;
    if (target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))) return;
    event.preventDefault();
    event.stopPropagation();
    input.focus();
    input.select();
  }, { capture: true });
}

if (globalThis.document$?.subscribe) globalThis.document$.subscribe(mount);
else mount();
