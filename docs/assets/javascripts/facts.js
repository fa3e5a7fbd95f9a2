// An article's facts: the report about each, filled in, and its address to copy; citations to copy. Without script the page has
// one link for reports, the facts' links and the citations as text. Every word said comes from the page.

const FACTS = "details:not(.ky-key, .ky-corrections, .ky-source, .ky-cite) > ul > li";

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // no secure connection, or not allowed: the old way
  }
  const field = document.createElement("textarea");
  field.value = text;
  field.className = "ky-unseen";
  document.body.append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  return done;
}

function copying(words, status, label, text) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "ky-copying";
  button.textContent = label;
  button.addEventListener("click", async () => {
    const said = (await copy(text())) ? words.copied : words.failed;
    button.focus(); // the old way takes it
    status.textContent = "";
    button.textContent = said;
    setTimeout(() => { status.textContent = said; }, 50); // said twice, it is told twice
    setTimeout(() => { button.textContent = label; }, 1600);
  });
  return button;
}

// Each fact's own report is fetched when a reader comes near; until then, and where it cannot be had, the page's serves.
function reporting(page, facts) {
  let asked;
  const links = facts.map((fact) => {
    const link = page.cloneNode(true);
    link.textContent = page.textContent.toLocaleLowerCase();
    return link;
  });
  const ask = () => {
    asked ??= import("./shards.js")
      .then(({ record }) => record("du-lieu/bao-sai", page.parentElement.dataset.reports))
      .then((list) => {
        const first = Number(page.parentElement.dataset.first);
        links.forEach((link, at) => { link.href = list[first + at] ?? link.href; });
      })
      .catch(() => undefined);
    return asked;
  };
  facts.forEach((fact, at) => {
    for (const near of ["pointerenter", "focusin", "touchstart"]) fact.addEventListener(near, ask, { once: true, passive: true });
    links[at].addEventListener("click", async (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      await ask();
      location.href = links[at].href;
    });
  });
  return links;
}

function mount() {
  const panel = document.querySelector(".ky-panel");
  if (!panel || panel.dataset.kyFacts) return;
  panel.dataset.kyFacts = "";
  const words = panel.dataset;
  const status = document.createElement("span");
  status.className = "ky-unseen";
  status.setAttribute("role", "status");
  panel.append(status);
  const facts = [...panel.querySelectorAll(FACTS)];
  const page = document.querySelector("p.ky-report[data-reports] a");
  const reports = page ? reporting(page, facts) : [];
  facts.forEach((fact, at) => {
    const quote = fact.querySelector(".ky-quotes a");
    const tools = document.createElement("span");
    tools.className = "ky-tools";
    if (quote) tools.append(copying(words, status, words.address, () => quote.href));
    if (reports[at]) tools.append(reports[at]);
    (fact.querySelector(".ky-quotes") ?? fact).append(tools);
  });
  for (const block of panel.querySelectorAll(".ky-copy")) {
    block.previousElementSibling.append(" ", copying(words, status, words.copy, () => block.textContent));
  }
}

if (globalThis.document$?.subscribe) globalThis.document$.subscribe(mount);
else mount();
