// Items for review: settled or dismissed, with a reason.
import { list } from "./frame.js";

list(
  "/reviews",
  (button, item) => ({
    what: button.dataset.do,
    number: Number(item.dataset.item),
    stamp: document.querySelector("[data-stamp]").dataset.stamp,
    reason: item.querySelector("input").value,
  }),
  { s: "settled", x: "dismissed" },
);
