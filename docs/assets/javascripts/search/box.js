// On every page: the box in the header waits to be used. Nothing of the search is loaded before.

const base = new URL("../../../", import.meta.url).href;
const form = document.querySelector("[data-ky-box]");
const input = form?.querySelector("input");

const onSearchPage = () => document.querySelector("[data-ky-search]");
const asked = () => new URLSearchParams(location.search).get("tk");

function mount() {
  if (onSearchPage()) import("./page.js").then(({ show }) => show(base, input));
  else if (asked()) import("./mark.js").then(({ mark }) => mark(asked()));
}

if (form && input) {
  form.action = new URL("tra-cuu/", base).href; // with instant navigation the address of the page changes below it
  const ready = () => (onSearchPage() ? null : import("./suggest.js").then(({ suggest }) => suggest(base, form, input)));
  input.addEventListener("focus", ready);
  input.addEventListener("input", ready);
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
