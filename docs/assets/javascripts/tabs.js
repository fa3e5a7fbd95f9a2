// The tab of a page that the menu does not list, an article or a unit: the one whose section has the page's folder.

function mount() {
  const tabs = [...document.querySelectorAll(".md-tabs__list > .md-tabs__item")];
  if (!tabs.length || document.querySelector(".md-tabs__item--active")) return;
  const root = new URL("../../", import.meta.url).pathname;
  const folder = location.pathname.slice(root.length).split("/")[0];
  if (!folder || !location.pathname.startsWith(root)) return;
  const leads = (link) => link.pathname.slice(root.length).split("/")[0] === folder;
  const sections = [...document.querySelectorAll(".md-nav--primary > .md-nav__list > .md-nav__item")];
  const at = sections.findIndex((section) => [...section.querySelectorAll("a[href]")].some(leads));
  const tab = tabs[at];
  if (!tab) return;
  tab.classList.add("md-tabs__item--active");
  tab.querySelector("a")?.setAttribute("aria-current", "true");
}

if (globalThis.document$?.subscribe) globalThis.document$.subscribe(mount);
else mount();
