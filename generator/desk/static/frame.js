// What every page of the desk does: who decides, undo, and how changes are sent. Words come from the page (data-*), see frame.html.jinja.

const body = document.body;
const said = document.getElementById("said");
const person = document.getElementById("person");
const undo = document.getElementById("undo");
const words = JSON.parse(document.getElementById("words").textContent);

export function say(text, bad = false) {
  said.textContent = text;
  said.classList.toggle("bad", bad);
}

export function word(key) {
  return words[key];
}

let last = Promise.resolve();

// One change after the other, in the order in which a person made them.
export function send(address, data) {
  const next = last.then(async () => {
    try {
      const options = { method: "POST", headers: { "x-desk-token": body.dataset.token } };
      if (data instanceof File) {
        options.headers["x-desk-name"] = encodeURIComponent(data.name);
        options.body = data;
      } else {
        options.headers["content-type"] = "application/json";
        options.body = JSON.stringify(data);
      }
      const answer = await fetch(address, options);
      const kind = answer.headers.get("content-type") || "";
      const told = kind.includes("json") ? await answer.json() : { error: await answer.text() };
      if (!answer.ok) say([told.error, told.fix].filter(Boolean).join(" – "), true);
      else if (undo) undo.hidden = false;
      return { ok: answer.ok, status: answer.status, ...told };
    } catch {
      say(words.lost, true);
      return { ok: false, status: 0 };
    }
  });
  last = next;
  return next;
}

export function typing(target) {
  return target instanceof HTMLElement && target.closest("input, textarea, select, [contenteditable]") !== null;
}

async function takeBack() {
  const answer = await send("/undo", {});
  if (!answer.ok) return;
  sessionStorage.setItem("said", answer.what);
  const again = new CustomEvent("desk-undone", { cancelable: true, detail: answer });
  if (document.dispatchEvent(again)) location.reload();
}

undo?.addEventListener("click", takeBack);
document.addEventListener("keydown", (event) => {
  if (event.key === "u" && !event.ctrlKey && !event.metaKey && !event.altKey && !typing(event.target)) takeBack();
});
person?.addEventListener("change", async () => {
  const answer = await send("/name", { name: person.value });
  if (answer.ok) say(words.saved);
});

// The pages of lists: a row goes once what was decided about it is saved, and keys act on the first that is left.
export function list(address, dataOf, keys = {}) {
  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-do]");
    const item = button?.closest("[data-item]");
    if (!item) return;
    item.classList.add("is-sent");
    const answer = await send(address, dataOf(button, item));
    item.classList.remove("is-sent");
    if (!answer.ok) return;
    say(words.saved);
    if (button.dataset.stays) button.closest("[data-perhaps]")?.remove();
    else {
      const next = item.nextElementSibling;
      item.remove();
      (next?.querySelector("button") ?? document.getElementById("main")).focus();
    }
  });
  document.addEventListener("keydown", (event) => {
    if (typing(event.target) || event.ctrlKey || event.metaKey || event.altKey || !keys[event.key]) return;
    const item = event.target.closest?.("[data-item]") ?? document.querySelector("[data-item]:not(.is-sent)");
    item?.querySelector(`[data-do="${keys[event.key]}"]`)?.click();
  });
}
if (document.querySelector("[data-waiting]")) setTimeout(() => location.reload(), 2000);
const kept = sessionStorage.getItem("said");
if (kept) {
  say(kept);
  sessionStorage.removeItem("said");
}
