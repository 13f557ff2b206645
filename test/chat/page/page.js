import { openSlack } from "./slack.js";
import { openPhones } from "./telegram.js";

const { people, hasPhones } = await (await fetch("/api/people")).json();

/** By the address: one side alone, however wide the window is; otherwise both, or on a narrow one the chosen. */
const { body } = document;
const wanted = new URLSearchParams(location.search).get("side");
if (!hasPhones || wanted !== null) body.classList.add("alone");
show(hasPhones && wanted === "telegram" ? "telegram" : "slack");

for (const button of document.querySelectorAll("#sides button")) {
  button.addEventListener("click", () => show(button.dataset.side));
}

function show(side) {
  body.dataset.side = side;
  for (const button of document.querySelectorAll("#sides button")) {
    button.classList.toggle("here", button.dataset.side === side);
  }
}

await Promise.all([openSlack(people), hasPhones && openPhones()]);
