// A page that the menu does not list, an article or a unit, belongs to the place whose folder it lies in: that one is marked.

function mount() {
  const places = [...document.querySelectorAll(".ky-nav > ul > li")];
  if (!places.length || places.some((place) => place.classList.contains("ky-here"))) return;
  const root = new URL("../../", import.meta.url).pathname;
  const folder = location.pathname.slice(root.length).split("/")[0];
  if (!folder || !location.pathname.startsWith(root)) return;
  const leads = (link) => link.pathname.slice(root.length).split("/")[0] === folder;
  const place = places.find((item) => [...item.querySelectorAll("a[href]")].some(leads));
  if (!place) return;
  place.classList.add("ky-here");
  place.querySelector("a").setAttribute("aria-current", "true");
}

if (globalThis.document$?.subscribe) globalThis.document$.subscribe(mount);
else mount();
