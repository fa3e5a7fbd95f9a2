// Publish: begin a build and wait for it, open the preview, commit and push.

import { say, send } from "./frame.js";

const build = document.getElementById("build");
const state = document.getElementById("building");

async function wait() {
  build.disabled = true;
  state.textContent = state.dataset.words;
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 700));
    const answer = await fetch("/publish/state").catch(() => null);
    if (answer && answer.ok && !(await answer.json()).building) break;
  }
  location.reload();
}

build.addEventListener("click", async () => {
  const answer = await send("/publish/build", {});
  if (answer.ok) wait();
});
if (state.dataset.building) wait();

document.getElementById("preview").addEventListener("click", async () => {
  const answer = await send("/publish/preview", {});
  if (!answer.ok) return;
  const link = document.createElement("a");
  link.href = answer.address;
  link.textContent = answer.address;
  link.target = "_blank";
  link.rel = "noopener";
  document.getElementById("address").replaceChildren(link);
  window.open(answer.address, "_blank", "noopener");
});

document.getElementById("commit")?.addEventListener("submit", async (event) => {
  event.preventDefault();
  const button = event.target.querySelector("button");
  button.disabled = true;
  const answer = await send("/publish/commit", { message: event.target.elements.message.value });
  button.disabled = false;
  if (!answer.ok) return;
  const output = document.getElementById("output");
  output.textContent = answer.output;
  output.hidden = false;
  if (!answer.failed) event.target.hidden = true;
  say("");
});
