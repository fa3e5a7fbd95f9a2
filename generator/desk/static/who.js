// Who is who: each button says what is decided about the name of its row.
import { list } from "./frame.js";

const { decides, keys } = document.querySelector("[data-decides]").dataset;
list(
  decides,
  (button, item) => ({
    what: button.dataset.do,
    name: item.dataset.item,
    unit: button.dataset.unit ?? item.querySelector("select")?.value ?? "",
    articles: JSON.parse(item.dataset.articles ?? "[]"),
  }),
  JSON.parse(keys),
);

// What is listed, put into a choice when it is opened: there may be hundreds, and a row for each.
const listed = JSON.parse(document.getElementById("listed").textContent);
document.addEventListener("toggle", (event) => {
  const select = event.target.querySelector?.("select[data-listed]");
  if (!select || select.options.length) return;
  for (const [name, id] of listed) select.add(new Option(name, id));
}, true);
