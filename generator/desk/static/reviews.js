// Items for review: settled or dismissed, with a reason.
import { list } from "./frame.js";

list(
  "/reviews",
  (button, item) => ({
    what: button.dataset.do,
    name: item.dataset.item,
    reason: item.querySelector("input").value,
  }),
  { s: "settled", x: "dismissed" },
);
