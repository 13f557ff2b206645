import { make } from "./dom.js";
import { timeOf } from "./telegram-chat.js";

/** The customers, as a messenger lists its chats. `seen` says how many of the bot's messages were read in each. */
export const drawList = (list, { open, seen }) =>
  list.length === 0
    ? [make("p", { className: "nobody" }, "Nenhum cliente com esse nome.")]
    : list.map((one) => drawEntry(one, { open, unread: one.fromBot - (seen[one.customer] ?? 0) }));

const drawEntry = ({ customer, name, last, ...owing }, { open, unread }) =>
  make(
    "button",
    { type: "button", className: "entry", dataset: { customer }, onclick: () => open(customer) },
    drawFace(customer, name),
    make(
      "span",
      { className: "lines" },
      make("strong", {}, name),
      make("span", { className: "faint" }, last ? last.text : owes(owing)),
    ),
    make(
      "span",
      { className: "aside" },
      last && make("time", {}, timeOf(last.date)),
      unread > 0 && make("span", { className: "unread" }, String(unread)),
    ),
  );

const owes = ({ owedCents, overdue }) =>
  overdue === 0
    ? "em dia"
    : `deve ${reais(owedCents)}, ${overdue} ${overdue === 1 ? "fatura vencida" : "faturas vencidas"}`;

const reais = (amount) =>
  (amount / 100).toLocaleString("pt-BR", { style: "currency", currency: "BRL" });

const COLOURS = ["#5b8def", "#3aa981", "#c2703d", "#8a6bc1", "#b8567a", "#4a93a8"];

export function drawFace(key, name) {
  const letters = name.split(" ").map((word) => word[0] ?? "");
  const sum = [...key].reduce((total, letter) => total + letter.charCodeAt(0), 0);
  const face = make(
    "span",
    { className: "head" },
    `${letters[0]}${letters.length > 1 ? letters.at(-1) : ""}`.toUpperCase(),
  );
  face.style.background = COLOURS[sum % COLOURS.length];
  return face;
}
