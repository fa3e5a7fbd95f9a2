// Taking an article out of the archive, and putting it back.
import { list, send } from "./frame.js";

const form = document.getElementById("removal");
form?.addEventListener("submit", async (event) => {
  event.preventDefault();
  const button = form.querySelector("[type=submit]");
  button.disabled = true;
  const values = new FormData(form);
  const answer = await send("/take-out", { a: form.dataset.article, way: values.get("way"), reason: values.get("reason") });
  button.disabled = false;
  if (!answer.ok) return;
  sessionStorage.setItem("said", answer.said);
  location.assign("/articles");
});
form?.addEventListener("change", () => {
  const quiet = ["lead", "forget"].includes(new FormData(form).get("way"));
  form.elements.reason.required = !quiet;
  form.querySelector("[data-reason]").hidden = quiet;
});

list("/put-back", (button, item) => ({ name: item.dataset.item }));
